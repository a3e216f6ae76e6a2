"""What kind of thing a message asks for, and whether it is foreign to the desk: from how likely every subject is."""

from collections.abc import Mapping

from .interpretation import Intent, Wish
from .language.people.erasing import erases_oneself
from .language.request_type import RequestType
from .services.phrases import DESK, OF_SERVICE, OUT_OF_SCOPE, SMALLTALK

Shares = dict[str, float]
"""The probability of every subject; they sum to one."""
Asked = tuple[Intent, Wish | None, bool]
"""What kind of thing is asked; of the desk, with the wish, and whether it is said in so many words."""
FOREIGN_SHARE = 0.8
"""From this probability on a message is surely no matter of the desk."""
CLEAR_MARGIN = 0.1
"""By so much hours or channels must be more likely, for a message that names a service to be only about them."""
LEAST_LIKE = -0.7
"""What is less like every kind of question than this is none."""
LEAST_LIKE_A_CALL = -0.3
"""The same for what is passed on to somebody at once: a complaint."""
PLAINLY_LIKE = 0.3
"""From this likeness on, of a scale on which 0 is undecided, a wish is plain."""
FORGET = f"{DESK}:{Wish.FORGET}"


def is_foreign(intent: Intent, shares: Shares, kind: RequestType) -> bool:
    is_question = intent is Intent.OUT_OF_SCOPE and kind is RequestType.QUESTION
    return intent is Intent.SMALLTALK or shares.get(OUT_OF_SCOPE, 0.0) >= FOREIGN_SHARE or is_question


def asked_in(text: str, shares: Shares, kinds: Mapping[str, float], *, is_service: bool) -> Asked:
    """What is forgotten cannot be brought back: words that only read like that wish are the next likely thing."""
    found = asked(shares, kinds, is_service)
    if found[1] is Wish.FORGET and not erases_oneself(text):
        return asked(shares, {kind: like for kind, like in kinds.items() if kind != FORGET}, is_service)
    return found


def asked(shares: Shares, kinds: Mapping[str, float], is_service: bool) -> Asked:
    """What is asked of a service or of the desk as it is recognised; for the rest, the likeliest subject says it, unless
    a service is offered: then what is said beside it is no more than that, and so is a wish that is less like one than
    like a problem."""
    subject = max(shares, key=lambda name: shares[name])
    kind = max(kinds, key=lambda name: kinds[name])
    if subject == DESK and kind == Intent.SERVICE and is_service:
        return Intent.SERVICE, None, False
    if subject == DESK or kinds[kind] - kinds[Intent.SERVICE] < CLEAR_MARGIN:
        likely = (name for name in kinds if _is_of_desk(name) and kinds[name] >= _least(name))
        kind = (
            max(likely, key=lambda name: kinds[name], default=Intent.SERVICE) if subject == DESK else subject
        )
    if _is_of_desk(kind) and subject != OUT_OF_SCOPE and kinds[kind] >= _least(kind):
        intent, _, wish = kind.partition(":")
        return Intent(intent), Wish(wish) if wish else None, kinds[kind] >= PLAINLY_LIKE
    is_aside = subject in (OUT_OF_SCOPE, SMALLTALK) and not is_service
    return (Intent(subject) if is_aside else Intent.SERVICE), None, False


def _least(kind: str) -> float:
    return LEAST_LIKE_A_CALL if kind == f"{DESK}:{Wish.COMPLAINT}" else LEAST_LIKE


def _is_of_desk(kind: str) -> bool:
    """Whether it is asked of the desk, or about a service and no problem with it."""
    return kind in OF_SERVICE or kind.startswith(f"{DESK}:")
