"""A yes or a no with anything behind it, to any question that staff are asked: its button is pressed, and what stands behind
goes where `_GOES` says. Used by `text_readers`."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from itgov_bot.actions import Action
from itgov_bot.conversation import forms, typed
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.staff.outages import known as outages
from itgov_bot.conversation.flows.steps.gathered import with_words
from itgov_bot.conversation.form_types import TicketForm, UrgentForm, new_token
from itgov_bot.conversation.pressing import press
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Again, Turn
from itgov_bot.replies import CARRIES, Choice, question_of
from itgov_bot.understanding import Intent, Wish
from itgov_bot.understanding.language.answering.leading import Led, led_by
from itgov_bot.understanding.language.answering.stars import corrects_stars
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.whom_it_hits import (
    hits_only_me,
    hits_them_too,
    is_not_urgent,
)
from itgov_bot.wording.staff import urgent as urgent_words

Goes = Callable[[Turn, str, str], Awaitable[None]]
"""Presses the button with these data, and does with the words what is to be done."""

MIN_REPORT = 5
"""Words behind a no that may tell of something of their own: «no, lo mío es la impresora que no jala papel»."""


async def answered_with_rest(turn: Turn) -> bool:
    """A reader: «sí, lo mismo, en archivo piso 2», «no, solo me pasa a mí, no es urgente», «sí, muchas gracias, un 5»."""
    offered = await turn.offered_last()
    if (
        turn.files.kept
        or not _asks(offered, *_GOES)
        or corrects_stars(turn.text)
        or _takes_words(turn, offered)
    ):
        return False
    led = led_by(turn.text, turn.answers) or _with_who(turn) or _too(turn, offered)
    if _works(turn, led, offered):
        return _is_over(turn, offered)
    data = typed.by_yes_or_no(offered, led.says) if led else None
    goes = _GOES.get((data or "").partition(":")[0])
    if led is None or data is None or goes is None:
        return False
    told = turn.introduced(led.rest)
    turn.keep_introduced(told)
    if told.is_alone or not _says_nothing(turn, led):
        await goes(turn, data, led.rest)
    else:
        await press(turn, data)
    return True


def _with_who(turn: Turn) -> Led | None:
    """«Ana Ruiz 3001234567, sí, avísenles»."""
    told = turn.introduced(turn.text)
    said = turn.answers.yes_or_no(told.matter) if told.name or told.contact else None
    about = ", ".join(filter(None, (told.name, told.place, told.contact)))
    return None if said is None else Led(said, about)


def _too(turn: Turn, offered: Sequence[Choice]) -> Led | None:
    """«También», «aquí nadie tiene» says that it is the same outage, and no more than that of anything else."""
    is_too = (
        _asks(offered, Action.SAME_OUTAGE)
        and turn.answers.yes_or_no(turn.text) is None
        and hits_them_too(turn.text)
    )
    return Led(says=True, rest=turn.text) if is_too and not turn.interpret(turn.text).named else None


def _takes_words(turn: Turn, offered: Sequence[Choice]) -> bool:
    """Where a form asks for words, or for words that go to somebody else."""
    form = turn.state.form
    if form is None:
        return False
    step = forms.step_of(turn, form)
    is_asked = _asks(offered, Action.STEP)
    return step.verbatim or (is_asked and (step.free_text or not isinstance(form, TicketForm | UrgentForm)))


def _asks(offered: Sequence[Choice], *words: str) -> bool:
    return any(one.answers and one.data.partition(":")[0] in words for one in offered)


def _works(turn: Turn, led: Led | None, offered: Sequence[Choice]) -> bool:
    """«Sí, pero ya volvió», «no, mentira, ya funcionó»: nothing is to be done any more."""
    said = what_is_said(turn.text) | (what_is_said(led.rest) if led else frozenset())
    return Says.FIXED in said and _asks(offered, Action.SAME_OUTAGE, Action.URGENT, Action.FAILS)


def _is_over(turn: Turn, offered: Sequence[Choice]) -> bool:
    """Nobody joins what is back. What was offered to the guard, or to be opened again, has its own readers."""
    is_joining = _asks(offered, Action.SAME_OUTAGE)
    if is_joining:
        turn.state.report, turn.state.subject = None, Subject()
        turn.say(urgent_words.NOBODY_CALLED)
    return is_joining


def _says_nothing(turn: Turn, led: Led) -> bool:
    """A courtesy, the same once more, «no sé», that a case is wanted."""
    rest = led.rest
    is_again = turn.answers.yes_or_no(rest) is led.says or turn.answers.is_unsure(rest)
    read = turn.interpret(rest)
    return is_again or read.intent is Intent.SMALLTALK or read.wish is Wish.OPEN


async def _with_report(turn: Turn, data: str, rest: str) -> None:
    """It is more of what is reported, but for who they are, where, and how to reach them."""
    subject = turn.state.subject
    if not turn.introduced(rest).is_alone:
        subject.text = f"{subject.text}\n{rest}".strip()
    await press(turn, data)


async def _at_outage(turn: Turn, data: str, rest: str) -> None:
    """Of the outage that it is, or else of what was told. What is theirs alone, or may wait, is an ordinary case."""
    before = turn.state.report
    if before is None:
        await press(turn, data)
        return
    turn.state.report = report = outages.with_more(before, rest)
    if isinstance(form := turn.state.form, TicketForm):
        turn.state.keep(with_words(form, rest))
    says_no = data == Action.SAME_OUTAGE.data(report.ticket, "no") and report.flow is None
    if says_no and (hits_only_me(rest) or is_not_urgent(turn.text)):
        outages.is_another(turn, report)
        await ticket_form.open_ordinary(turn, before.subject.text, before.subject.service, beside=rest)
    elif says_no and len(rest.split()) >= MIN_REPORT and turn.sure_service(rest):
        outages.is_another(turn, report)
        turn.state.leave_for_later(before.subject.text, before.subject.service)
        turn.again = Again(text=rest)
    else:
        await press(turn, data)


async def _with_held(turn: Turn, data: str, rest: str) -> None:
    """It belongs to the words that waited for the answer."""
    own, token = question_of(data)
    token = token or new_token()
    turn.add_to_held(token, rest)
    await press(turn, f"{own}{CARRIES}{token}")


async def _after(turn: Turn, data: str, rest: str) -> None:
    """It is read for itself, once the answer is done."""
    await press(turn, data)
    if turn.again is None:
        turn.again = Again(text=rest, is_rest=True)


_GOES: Mapping[str, Goes] = {
    Action.SAME_OUTAGE: _at_outage,
    Action.NOT_MAINTENANCE: _at_outage,
    Action.URGENT: _with_report,
    Action.NEW_TICKET: _with_report,
    Action.IS_OURS: _with_report,
    Action.WORKS: _with_held,
    Action.FAILS: _with_held,
    Action.GOES_TO: _with_held,
    Action.DRAFT: _with_held,
    Action.NEW_MATTER: _with_held,
    Action.TICKET: _after,
    Action.FORM: _after,
    Action.STEP: _after,
}
"""By the word of the button. What agents and managers are asked has its own readers."""
