"""What is reported as urgent: after hours it is paged, in hours it is a case that is first in line; and the form of
`/urgente`."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import accompaniment, ticket_form
from itgov_bot.conversation.flows.staff.outages import known as outages
from itgov_bot.conversation.flows.steps import dating
from itgov_bot.conversation.flows.steps.consent import authorize
from itgov_bot.conversation.form_types import UrgentForm
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind
from itgov_bot.domain.tickets.urgency import Next, Told
from itgov_bot.understanding.language.time.failing_since import failing_since
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.on_ticket import BY_THIS_CHAT, PLACE_NOT_SAID
from itgov_bot.wording.staff import urgent as words
from itgov_bot.wording.staff.ticket_form import questions as ticket_form_words


async def open_urgent(turn: Turn, rest: str) -> None:
    """`/urgente`, also with what happens behind it. In hours nothing is paged: an outage is first in line."""
    form, service = turn.state.form, turn.sure_service(rest) if rest else None
    if turn.is_open(service):
        if not (rest and await outages.asked_if_same(turn, outages.Report(text=rest))):
            await in_hours(turn, rest, service, turn.urgency_told(rest, service))
    elif isinstance(form, UrgentForm) and form.text:
        # Neither text is replaced in silence: it is one report in two messages.
        turn.state.keep(replace(form, text=f"{form.text}\n{rest}".strip()))
        turn.say(form_words.already_filling(URGENT_FORM.called, form.text))
    elif rest and await accompaniment.begin_if_told(turn, rest):
        return
    elif rest:
        started = UrgentForm(step="text")
        turn.state.start(started)
        await _take_text(turn, started, Answer(text=rest))
    else:
        await forms.start(turn, UrgentForm(step="text"))


async def in_hours(turn: Turn, text: str, service: str | None, told: Told) -> None:
    """Nobody is woken: the case is opened, above whatever else is being filled in. What is doubtful is asked before it is
    sent."""
    if text and await accompaniment.begin_if_told(turn, text):
        return
    is_first = turn.next_step(told, service) is Next.FIRST_IN_LINE
    turn.say(words.in_hours(turn.city, turn.desk.calendar(service), turn.now, is_first=is_first))
    _finish_form(turn)
    if text:
        await ticket_form.open_first_in_line(turn, text, told.exception if is_first else None)


async def report(turn: Turn, confirmed: Subject, flow: str | None = None) -> None:
    """The press is the confirmation, and the acceptance of the notice that stands beside the button; `flow` of the form in
    which it was pressed."""
    text, service, exception = confirmed.text, confirmed.service, confirmed.exception
    if turn.next_step(Told(exception), service) is not Next.GUARD:
        await in_hours(turn, text, service, Told(exception))
        return
    is_event = exception is ExceptionKind.MAYOR_EVENT
    told = outages.Report(text=text, service=service, flow=flow)
    if not is_event and await outages.asked_if_same(turn, told, opens=True):
        return
    draft = _draft(turn, confirmed)
    await authorize(turn, turn.introduced(turn.text).name or turn.introduced(text).name)
    files, turn.state.waiting_files = turn.state.waiting_files, []
    turn.state.subject = Subject(service=draft.service)
    _finish_form(turn)
    await ticket_form.open_and_say(turn, draft, files)


def _draft(turn: Turn, confirmed: Subject) -> Draft:
    """With what is told of the person in the report, or with a yes in words. Where they work, or said to be once, is not
    where this is."""
    text, is_event = confirmed.text, confirmed.exception is ExceptionKind.MAYOR_EVENT
    event = accompaniment.as_told(turn, text) if is_event else None
    where = event.place if event else None
    told, beside = turn.introduced(text), turn.introduced(turn.text)
    return Draft(
        text=text,
        service=confirmed.service,
        place=where or told.place or beside.place or PLACE_NOT_SAID,
        contact=beside.contact or told.contact or turn.person.contact or BY_THIS_CHAT,
        exception=confirmed.exception,
        event_at=dating.starts_at(turn, event) if event else None,
        failing_since=failing_since(text, turn.local_now),
    )


def _finish_form(turn: Turn) -> None:
    if isinstance(turn.state.form, UrgentForm):
        forms.finish(turn)


# The form: what happens, and which of the two exceptions it is


async def _take_text(turn: Turn, form: UrgentForm, answer: Answer) -> None:
    text = answer.text
    if len(text) < ticket_form.MIN_LETTERS:
        turn.say(ticket_form_words.TOO_SHORT)
        return
    service = turn.sure_service(text)
    form = replace(
        form, text=text, service=service, exception=turn.interpret(text).exception or turn.urgent_danger(text)
    )
    turn.state.keep(form)
    told = outages.Report(text=text, service=service, flow=form.flow, said=text)
    if not await outages.asked_if_same(turn, told):
        await forms.go(turn, form, "which")


async def _take_which(turn: Turn, form: UrgentForm, answer: Answer) -> None:
    said = turn.answers.yes_or_no(answer.text) if form.exception and answer.text else None
    if answer.value == "ordinary" or said is False:
        forms.finish(turn)
        await ticket_form.open_ordinary(turn, form.text, form.service)
    elif exception := _exception_meant(form, answer, said=bool(said)):
        await report(turn, Subject(text=form.text, service=form.service, exception=exception), form.flow)
    else:
        await forms.choose_again(turn, form)


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
