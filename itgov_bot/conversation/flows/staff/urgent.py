"""The two exceptions of the ANS: after hours confirmed with one press and paged; in hours a case that is first in line."""

from dataclasses import replace
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.staff.events import accompaniment
from itgov_bot.conversation.flows.staff.outages import known as outages
from itgov_bot.conversation.flows.staff.steps.consent import authorize
from itgov_bot.conversation.form_types import UrgentForm
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind
from itgov_bot.understanding.urgency.mayor_event import place_of_event
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import urgent as words
from itgov_bot.wording.staff.ticket_form import questions as ticket_form_words
from itgov_bot.wording.staff.tickets import changed as ticket_words

GO = Action.URGENT.data("go")
MANY = Action.URGENT.data("many")


async def exception_told(turn: Turn) -> bool:
    """A reader of free text: what must be paged is offered the guard."""
    return await offer_if_exception(turn, turn.text, turn.sure_service(turn.text))


async def offer_if_exception(turn: Turn, text: str, service: str | None) -> bool:
    """A message that reports an exception after hours is offered the one press; True when it was. What is dangerous by
    itself is one, whatever it is about."""
    is_open = turn.desk.calendar(service).is_open(turn.now)
    exception = turn.exception_now(text, service) or (None if is_open else turn.urgent_danger(text))
    if exception is None:
        return False
    before = await _waiting(turn)
    told = f"{before.text}\n{text}" if before.text else text
    service, exception = before.service or service, before.exception or exception
    offer(turn, Subject(text=told, service=service, exception=exception, is_aided=before.is_aided))
    return True


async def _waiting(turn: Turn) -> Subject:
    """What was offered to the guard last, and not answered: what is told next comes with it, and takes not its place."""
    is_offered = any(one.data == GO for reply in await turn.last_replies(1) for one in reply.choices)
    told = turn.state.subject
    return told if is_offered and told.exception and told.text != turn.text else Subject()


async def offer_in_between(turn: Turn, text: str, service: str | None) -> bool:
    """In the middle of another case an outage is offered in hours too: there is no card on which to open its own."""
    if await offer_if_exception(turn, text, service):
        return True
    if turn.interpret(text, service).exception is not ExceptionKind.SERVICE_OUTAGE:
        return False
    offer(turn, Subject(text=text, service=service, exception=ExceptionKind.SERVICE_OUTAGE))
    return True


def offer(turn: Turn, told: Subject) -> None:
    """The one press. Where the words leave open whether it hits many or one person, that is asked first."""
    turn.state.subject = told
    is_open = turn.desk.calendar(told.service).is_open(turn.now)
    read = turn.interpret(told.text, told.service)
    if is_open and (read.doubtful or read.is_whom_open):
        turn.say(words.ASK_HOW_MANY)
    elif read.doubtful:
        turn.say(words.ask_how_many_at_night(turn.city, turn.has_consented))
    elif is_open:
        turn.say(words.OFFER_FIRST_IN_LINE)
    elif told.exception:
        is_danger = read.exception is None
        turn.say(words.offer(turn.city, told.exception, turn.has_consented, is_danger=is_danger))


async def press_urgent(turn: Turn, rest: str) -> None:
    """`urgent:go` reports what was just offered, `urgent:no` makes it an ordinary case; `urgent:` begins from nothing.

    `urgent:many` answers how many people it hits (the other answer is `urgent:no`).
    """
    subject = turn.state.subject
    if rest == "go" and subject.text and subject.exception:
        await _report(turn, subject.text, subject.service, subject.exception)
    elif rest == "many" and subject.text:
        await hits_many(turn, subject)
    elif rest == "no" and subject.text:
        await ticket_form.open_ordinary(turn, subject.text, subject.service)
    elif rest:
        turn.say(form_words.old_button_no_form())
    else:
        await open_urgent(turn, "")


async def hits_many(turn: Turn, subject: Subject) -> None:
    subject.exception = ExceptionKind.SERVICE_OUTAGE
    if turn.desk.calendar(subject.service).is_open(turn.now):
        await _in_hours(turn, subject.text, subject.service, subject.exception)
    else:
        turn.say(words.offer(turn.city, subject.exception, turn.has_consented))


async def open_urgent(turn: Turn, rest: str) -> None:
    """`/urgente`, also with what happens behind it. In hours nothing is paged: an outage is first in line."""
    form, service = turn.state.form, turn.sure_service(rest) if rest else None
    if turn.desk.calendar(service).is_open(turn.now):
        place = turn.person.dependencia
        if not (rest and await outages.asked_if_same(turn, rest, None, place=place)):
            await _in_hours(turn, rest, service, _surely_told(turn, rest, service))
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


def _surely_told(turn: Turn, text: str, service: str | None) -> ExceptionKind | None:
    """What is doubtful is asked before the case is sent."""
    told = turn.interpret(text, service)
    return None if told.doubtful or told.is_whom_open else told.exception


async def _in_hours(turn: Turn, text: str, service: str | None, exception: ExceptionKind | None) -> None:
    """Nobody is woken: the case is opened, above whatever else is being filled in."""
    if text and await accompaniment.begin_if_told(turn, text):
        return
    calendar = turn.desk.calendar(service)
    is_first = exception is ExceptionKind.SERVICE_OUTAGE
    turn.say(words.in_hours(turn.city, calendar, turn.now, is_first=is_first))
    if isinstance(turn.state.form, UrgentForm):
        forms.finish(turn)
    if text:
        await ticket_form.open_first_in_line(turn, text, exception if is_first else None)


async def _report(
    turn: Turn,
    text: str,
    service: str | None,
    exception: ExceptionKind,
    form: UrgentForm | None = None,
    said: str | None = None,
) -> None:
    """The press is the confirmation, and the acceptance of the notice that stands beside the button."""
    if turn.desk.calendar(service).is_open(turn.now):
        await _in_hours(turn, text, service, exception)
        return
    place, is_outage = turn.person.dependencia, exception is ExceptionKind.SERVICE_OUTAGE
    where = place_of_event(text) if exception is ExceptionKind.MAYOR_EVENT else None
    if is_outage and await outages.asked_if_same(
        turn, text, service, place=place, form=form, said=said, opens=True
    ):
        return
    told, beside = turn.introduced(text), turn.introduced(turn.text)  # with the report, with a yes in words
    await authorize(turn, beside.name or told.name)
    draft = Draft(
        text=text,
        service=service,
        # Where they work, or said to be once, is not where this is.
        place=where or told.place or beside.place or ticket_words.PLACE_NOT_SAID,
        contact=beside.contact or told.contact or turn.person.contact or ticket_words.BY_THIS_CHAT,
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
        turn.say(ticket_form_words.TOO_SHORT)
        return
    service = turn.sure_service(text)
    form = replace(
        form, text=text, service=service, exception=turn.interpret(text).exception or turn.urgent_danger(text)
    )
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
