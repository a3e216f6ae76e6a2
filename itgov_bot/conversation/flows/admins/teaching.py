"""/aprender: what was not understood, given its meaning by an administrator; checked first, undone at will."""

from collections.abc import Sequence

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import TeachingForm
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk import learning
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.learning import DISMISSED, Lesson, Unmatched
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.managing.taught import service_told
from itgov_bot.understanding.quality.lessons import Change
from itgov_bot.understanding.services.phrases import OUT_OF_SCOPE
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.admins import teaching as words

SUGGESTED = 3
WORTH_SUGGESTING = 0.05
"""A less likely service is no sensible suggestion."""
LABELS = frozenset({OUT_OF_SCOPE, *DISMISSED})


async def review(turn: Turn, _rest: str) -> None:
    await _show(turn, 0)


async def _show(turn: Turn, place: int) -> None:
    item = await learning.next_to_learn(turn.desk, place)
    if item is None:
        turn.say(words.nothing_to_learn(place > 0))
        return
    chosen = turn.desk.service(item.suggested) if item.suggested else None
    likely = [one for one in _likely(turn, item.text) if one != chosen]
    turn.say(words.ask_meaning(item, [*([chosen] if chosen else []), *likely][:SUGGESTED], place))


async def press(turn: Turn, rest: str) -> None:
    """`learn:next:2`, `learn:learned:0`, `learn:forget:12`, `learn:12:SER-004` (shows what would change), and with `:yes`
    applies it."""
    what, _, more = rest.partition(":")
    number = number_in(more) or 0
    if what == "next":
        await _show(turn, number)
    elif what in ("learned", "undo"):
        turn.say(words.learned_list(await learning.decided(turn.desk), number, turn.desk.service))
    elif what == "forget":
        await _forget(turn, number)
    elif item := await learning.get(turn.desk, number_in(what) or 0):
        await _decide(turn, item, *more.partition(":")[::2])
    else:
        turn.say(form_words.old_button_no_form())


async def _decide(turn: Turn, item: Unmatched, label: str, confirmed: str) -> None:
    service = turn.desk.service(label)
    if label == "other":
        await forms.start(turn, TeachingForm(step="service", item=item.id, text=item.text))
    elif item.label is not None:
        turn.say(words.decided_already(item, turn.desk.service(item.label)))
    elif label in DISMISSED or (confirmed and (service or label in LABELS)):
        await _apply(turn, item, label)
    elif service or label in LABELS:
        turn.trial = Lesson(item, label)
        turn.say(words.looking(item, service))
    else:
        turn.say(form_words.old_button_no_form())


async def show_effect(desk: Desk, lesson: Lesson, changes: Sequence[Change]) -> Reply | None:
    """The check before it is applied, once the trial is done; None when it was decided meanwhile."""
    item = await learning.get(desk, lesson.item.id)
    return words.show_effect(lesson, changes, desk.service) if item and item.label is None else None


async def _apply(turn: Turn, item: Unmatched, label: str) -> None:
    await learning.teach(turn.desk, item.id, label, turn.person)
    turn.taught = label not in DISMISSED
    turn.say(words.learned(item, turn.desk.service(label), label))
    await _show(turn, 0)


async def _forget(turn: Turn, number: int) -> None:
    item = await learning.unlearn(turn.desk, number, turn.person)
    turn.taught = item is not None and item.label not in DISMISSED
    turn.say(words.unlearned(item))
    turn.say(words.learned_list(await learning.decided(turn.desk), 0, turn.desk.service))


async def _take_service(turn: Turn, form: TeachingForm, answer: Answer) -> None:
    services = services_meant(turn, service_told(answer.text)[0] or answer.text)
    item = await learning.get(turn.desk, form.item)
    if len(services) != 1 or item is None:
        turn.say(words.which_service(services))
        return
    forms.finish(turn)
    await _decide(turn, item, services[0].id, "")


def services_meant(turn: Turn, name: str, *, is_told: bool = False) -> Sequence[Service]:
    """Those that a name fits, the one of that id alone. `is_told`: it is said to be a service, so where no name has the
    words those count that such words are about."""
    known = turn.desk.service(name) or turn.desk.service(name.replace(" ", "-"))
    named = (known,) if known else turn.services_named(name)
    return named or (_likely(turn, name) if is_told else ())


def _likely(turn: Turn, text: str) -> list[Service]:
    found = [
        one.service for one in turn.understanding.match(text).candidates if one.score >= WORTH_SUGGESTING
    ]
    return [service for one in found[:SUGGESTED] if (service := turn.desk.service(one))]


TEACHING = Flow(
    "teaching",
    TeachingForm,
    "lo que me estaba enseñando",
    {"service": Step(lambda _turn, form: words.ask_service(form.text), _take_service)},
)
