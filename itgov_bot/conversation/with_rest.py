"""A yes or a no with anything behind it, to any question that staff are asked: its button is pressed, and what stands behind
goes where `_GOES` says. Used by `text_readers`."""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.actions import Action
from itgov_bot.conversation import forms, typed
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.staff.outages import known as outages
from itgov_bot.conversation.form_types import TicketForm, UrgentForm, new_token
from itgov_bot.conversation.pressing import press
from itgov_bot.conversation.turn import Again, Turn
from itgov_bot.replies import CARRIES, question_of
from itgov_bot.understanding import Intent, Wish
from itgov_bot.understanding.language.answering.leading import Led, led_by
from itgov_bot.understanding.language.answering.stars import corrects_stars
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.whom_it_hits import hits_only_me, is_not_urgent

Goes = Callable[[Turn, str, str], Awaitable[None]]
"""Presses the button with these data, and does with the words what is to be done."""


async def answered_with_rest(turn: Turn) -> bool:
    """A reader: «sí, lo mismo, en archivo piso 2», «no, solo me pasa a mí, no es urgente», «sí, muchas gracias, un 5»."""
    led = None if turn.files.kept else led_by(turn.text, turn.answers)
    if led is None or _takes_words(turn) or corrects_stars(turn.text):
        return False
    data = typed.by_yes_or_no(await turn.offered_last(), led.says)
    goes = _GOES.get((data or "").partition(":")[0])
    if data is None or goes is None or _takes_it_back(data, led):
        return False
    told = turn.introduced(led.rest)
    turn.keep_introduced(told)
    if told.is_alone or not _says_nothing(turn, led):
        await goes(turn, data, led.rest)
    else:
        await press(turn, data)
    return True


def _takes_words(turn: Turn) -> bool:
    """Where a form asks for words, or somebody else has to answer it."""
    form = turn.state.form
    return form is not None and (
        forms.step_of(turn, form).free_text or not isinstance(form, TicketForm | UrgentForm)
    )


def _takes_it_back(data: str, led: Led) -> bool:
    """«Sí, pero ya volvió» calls nobody."""
    is_over = Says.FIXED in what_is_said(led.rest)
    return is_over and data.startswith((Action.URGENT.data(), Action.SAME_OUTAGE.data(), Action.FAILS.data()))


def _says_nothing(turn: Turn, led: Led) -> bool:
    """A courtesy, the same once more, «no sé», that a case is wanted."""
    rest = led.rest
    is_again = turn.answers.yes_or_no(rest) is led.says or turn.answers.is_unsure(rest)
    read = turn.interpret(rest)
    return is_again or read.intent is Intent.SMALLTALK or read.wish is Wish.OPEN


async def _with_report(turn: Turn, data: str, rest: str) -> None:
    """It is more of what is reported."""
    subject = turn.state.subject
    subject.text = f"{subject.text}\n{rest}".strip()
    await press(turn, data)


async def _at_outage(turn: Turn, data: str, rest: str) -> None:
    """Of the outage that it is, or else of what was told. What is theirs alone, or may wait, is an ordinary case."""
    report = turn.state.report
    if report is None:
        await press(turn, data)
        return
    turn.state.report = report = outages.with_more(report, rest)
    is_ordinary = hits_only_me(rest) or is_not_urgent(turn.text)
    if data == Action.SAME_OUTAGE.data(report.ticket, "no") and is_ordinary and report.flow is None:
        outages.is_another(turn, report)
        await ticket_form.open_ordinary(turn, report.subject.text, report.subject.service)
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
