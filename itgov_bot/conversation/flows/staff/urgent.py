"""After hours: the two exceptions of the ANS, confirmed with one press and reported at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import events, outages, ticket_form
from itgov_bot.conversation.form_types import UrgentForm
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk.people import record_consent
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import ticket_form as ticket_form_words
from itgov_bot.wording.staff import tickets as ticket_words
from itgov_bot.wording.staff import urgent as words


async def exception_told(turn: Turn) -> bool:
    """A reader of free text: what must be paged is offered the guard."""
    return await offer_if_exception(turn, turn.text, turn.sure_service(turn.text))


async def offer_if_exception(turn: Turn, text: str, service: str | None) -> bool:
    """A message that reports an exception after hours is offered the one press; True when it was."""
    exception = turn.exception_now(text)
    if exception is None:
        return False
    turn.state.subject = Subject(text=text, service=service, exception=exception)
    turn.say(words.offer(turn.city, exception, turn.has_consented))
    return True


async def press_urgent(turn: Turn, rest: str) -> None:
    """`urgent:go` reports what was just offered, `urgent:no` makes it an ordinary case; `urgent:` begins from nothing."""
    subject = turn.state.subject
    if rest == "go" and subject.text and subject.exception:
        await _report(turn, subject.text, subject.service, subject.exception)
    elif rest == "no" and subject.text:
        await ticket_form.open_ordinary(turn, subject.text, subject.service)
    elif rest:
        turn.say(form_words.old_button_no_form())
    else:
        await open_urgent(turn, "")


async def open_urgent(turn: Turn, rest: str) -> None:
    """`/urgente`, also with what happens behind it. In hours nothing is paged: an ordinary case is seen at once."""
    form = turn.state.form
    if turn.desk.calendars.general.is_open(turn.now):
        place = turn.person.dependencia
        if not (rest and await outages.asked_if_same(turn, rest, None, place=place)):
            await _in_hours(turn, rest)
    elif isinstance(form, UrgentForm) and form.text:  # must not be replaced in silence
        turn.say(form_words.already_filling(URGENT_FORM.called, form.text))
    elif rest and await events.begin_if_told(turn, rest):
        return
    elif rest:
        started = UrgentForm(step="text")
        turn.state.start(started)
        await _take_text(turn, started, Answer(text=rest))
    else:
        await forms.start(turn, UrgentForm(step="text"))


async def _in_hours(turn: Turn, text: str) -> None:
    if text and await events.begin_if_told(turn, text):
        return
    turn.say(words.in_hours(turn.city, turn.desk.calendars.general, turn.now))
    if text:
        await ticket_form.open_form(turn, text)


async def _report(
    turn: Turn,
    text: str,
    service: str | None,
    exception: ExceptionKind,
    form: UrgentForm | None = None,
    said: str | None = None,
) -> None:
    """The press is the confirmation, and the acceptance of the notice that stands beside the button."""
    if turn.desk.calendars.general.is_open(turn.now):
        await _in_hours(turn, text)
        return
    place, is_outage = turn.person.dependencia, exception is ExceptionKind.SERVICE_OUTAGE
    if is_outage and await outages.asked_if_same(
        turn, text, service, place=place, form=form, said=said, opens=True
    ):
        return
    turn.person = await record_consent(turn.desk, turn.person, turn.incoming.sender)
    draft = Draft(
        text=text,
        service=service,
        place=turn.person.dependencia or ticket_words.PLACE_NOT_SAID,
        contact=turn.person.contact or ticket_words.BY_THIS_CHAT,
        exception=exception,
        event_at=_event_at(turn, text, exception),
    )
    files, turn.state.waiting_files = turn.state.waiting_files, []
    turn.state.subject = Subject(service=draft.service)
    if isinstance(turn.state.form, UrgentForm):
        forms.finish(turn)
    await ticket_form.open_and_say(turn, draft, files)


def _event_at(turn: Turn, text: str, exception: ExceptionKind) -> datetime | None:
    """When the event begins, where its hour was told."""
    event = turn.mayor_event(text) if exception is ExceptionKind.MAYOR_EVENT else None
    return event.start if event else None


# The form: what happens, and which of the two exceptions it is


async def _take_text(turn: Turn, form: UrgentForm, answer: Answer) -> None:
    text = answer.text
    if len(text) < ticket_form.MIN_LETTERS:
        turn.say(ticket_form_words.too_short())
        return
    service = turn.sure_service(text)
    form = replace(form, text=text, service=service, exception=turn.interpret(text).exception)
    turn.state.keep(form)
    place = turn.person.dependencia
    if not await outages.asked_if_same(turn, text, service, place=place, form=form, said=text):
        await forms.go(turn, form, "which")


async def _take_which(turn: Turn, form: UrgentForm, answer: Answer) -> None:
    said = turn.answers.yes_or_no(answer.text) if form.exception and answer.text else None
    if answer.value == "ordinary" or said is False:
        forms.finish(turn)
        await ticket_form.open_ordinary(turn, form.text, form.service)
    elif exception := _exception_meant(form, answer, said=bool(said)):
        await _report(turn, form.text, form.service, exception, form, answer.text)
    else:
        turn.say(form_words.choose_one())


def _exception_meant(form: UrgentForm, answer: Answer, *, said: bool) -> ExceptionKind | None:
    """That of the button, or with a yes the one that was understood."""
    if answer.value in set(ExceptionKind):
        return ExceptionKind(answer.value)
    return form.exception if said else None


URGENT_FORM = Flow(
    "urgent",
    UrgentForm,
    "su reporte urgente",
    {
        "text": Step(lambda turn, _form: words.ask_text(turn.city), _take_text),
        "which": Step(
            lambda turn, form: words.ask_which(turn.city, form.exception, turn.has_consented, form.choice),
            _take_which,
            free_text=False,
        ),
    },
)
