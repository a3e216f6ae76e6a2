"""What is wanted instead of a draft that is wanted no more, told in the same breath: «ya lo instalé. más bien es que no me
suena el parlante». Used by `heard`, and beside a choice of services."""

import re
from collections.abc import Iterator

from itgov_bot.conversation.turn import Turn
from itgov_bot.patterns import regex
from itgov_bot.understanding import Wish
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import Beside
from itgov_bot.understanding.language.cases.review_words import review_order
from itgov_bot.understanding.language.message.pieces import put_first
from itgov_bot.understanding.language.request_type import tells_a_fault

RATHER = 0.2
"""By so much words are likelier to withdraw a draft, where another problem stands behind them."""
_CUT = regex(r"[,.;:!\n]+\s*|\s(?=(?:y |pero |y ahora )?(?:mejor|m[aá]s bien)\b)|\s(?=pero\s)", re.IGNORECASE)
_LEADS = regex(r"(?:(?:y|pero|pues|ahora|m[aá]s bien|es que|lo que pasa es que)\s+)+", re.IGNORECASE)


def rather_wanted(turn: Turn, service: str | None) -> str:
    """ "" where nothing of the desk's is wanted instead."""
    is_another = turn.sure_service(turn.text) not in (None, service)  # «mejor un tóner» only puts it off
    for before, after in _cut(turn.text):
        first = put_first(after)
        rest = _without_lead(first or after)
        is_first = bool(first) and not is_another and _is_no(turn, before) and turn.sure_service(rest)
        is_left = bool(is_first) or _is_left(
            turn, before, is_of_it=not first and _may_be_of(turn, service, rest)
        )
        if is_left and _is_problem(turn, rest):
            return rest
    return ""


def _cut(text: str) -> Iterator[tuple[str, str]]:
    """Before and after each turn of the words; nothing stands before a «mejor» that they begin with."""
    yield "", text
    for found in _CUT.finditer(text):
        before, after = text[: found.start()].strip(), text[found.end() :].strip()
        if before and after:
            yield before, after


def _without_lead(said: str) -> str:
    lead = _LEADS.match(said)
    return said[lead.end() :] if lead else said


def _is_no(turn: Turn, before: str) -> bool:
    return not before or turn.answers.yes_or_no(before) is False


def _is_left(turn: Turn, before: str, *, is_of_it: bool) -> bool:
    """«Olvídelo», «ay no, ya lo instalé»; and not what was tried in vain: «ya la reinicié», before more of it."""
    if not before or turn.answers.is_leaving(before):
        return bool(before)
    likely = turn.understanding.inside.likely(Book.DRAFTS, before)
    is_over = likely.best == Beside.WITHDRAW and likely.lead >= RATHER and not tells_a_fault(before)
    return is_over and not is_of_it


def _may_be_of(turn: Turn, service: str | None, rest: str) -> bool:
    """More about the same."""
    read = turn.interpret(rest)
    return read.named is None or service in (None, *(one.service for one in read.candidates))


def _is_problem(turn: Turn, rest: str) -> bool:
    """A fault, or something of the desk's that is named; no order of the draft, and nothing that works again."""
    is_over = turn.understanding.inside.likely(Book.DRAFTS, rest).is_surely(Beside.WITHDRAW)
    if is_over or turn.interpret(rest).wish in (Wish.CANCEL, Wish.CLOSE):
        return False
    return (tells_a_fault(rest) or turn.interpret(rest).named is not None) and review_order(rest) is None
