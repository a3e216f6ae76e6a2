"""An event of the mayor's office, told at any hour: a short form of what is missing, a review, and it is in the agenda."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.steps import dating, reaching
from itgov_bot.conversation.flows.steps.consent import authorize, refuse
from itgov_bot.conversation.flows.steps.event_told import is_not_the_mayors, read_event
from itgov_bot.conversation.flows.steps.gathered import (
    known_contact,
    known_place,
    with_files,
    with_words,
)
from itgov_bot.conversation.form_types import EventForm, Form
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.domain.tickets.accompaniment import exception_of
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.replies import Reply
from itgov_bot.understanding.inside.events import EventSays
from itgov_bot.understanding.language.introducing.introduction import Introduction
from itgov_bot.understanding.language.where.places import is_named_first
from itgov_bot.understanding.urgency.mayor_event import place_of_event
from itgov_bot.understanding.urgency.several_events import events_apart
from itgov_bot.wording.staff import accompaniment as words
from itgov_bot.wording.staff.event_changes import other_hour
from itgov_bot.wording.staff.ticket_form import questions as ticket_form_words
from itgov_bot.wording.staff.ticket_form import summary


async def event_told(turn: Turn) -> bool:
    """A reader of free text: an event that people are needed for is planned."""
    return await begin_if_told(turn, turn.text)


async def open_case(turn: Turn, rest: str) -> None:
    """`/caso`: what is written behind it may tell of an event."""
    if not (rest and await begin_if_told(turn, rest)):
        await ticket_form.open_form(turn, rest)


async def begin_if_told(turn: Turn, text: str, *, instead: bool = False) -> bool:
    """What begins before anybody attends is for the guard, and has no form. `instead` of the form that is being asked."""
    event = turn.mayor_event(text)
    if event is None or turn.exception_now(text):
        return False
    if instead:
        forms.finish(turn)
    await begin_of(turn, text)
    return True


async def begin_of(turn: Turn, text: str) -> None:
    """With what the words tell of it, or of several."""
    event = turn.mayor_event(text)
    first, *others = events_apart(text, turn.local_now)
    place = event.place if event else place_of_event(text)
    form = replace(_begun(turn, text, place), others=tuple(others))
    if others:
        form = dating.with_date(replace(form, text=first, place=place_of_event(first)), first, turn.local_now)
        turn.say(words.several(len(others) + 1))
    await begin(turn, form)


async def begin(turn: Turn, form: EventForm) -> None:
    turn.state.waiting_files = []
    turn.state.subject = Subject(text=form.text, service=form.service)
    turn.state.start(form)
    if _missing(turn, form) != "confirm" or not turn.has_consented:
        turn.say(words.begins(turn.city))
    await go_next(turn, form)


async def _begin_other(turn: Turn, before: EventForm) -> None:
    """The next of those that one message told of; whom to reach is the same."""
    if not before.others or turn.state.form:
        return
    text, *others = before.others
    form = _begun(turn, text, place_of_event(text))
    turn.say(words.THE_OTHER)
    await begin(turn, replace(form, contact=before.contact or form.contact, others=tuple(others)))


def as_told(turn: Turn, text: str) -> EventForm:
    """Of words that were written in several messages: what they changed afterwards counts."""
    form = _begun(turn, text, place_of_event(text))
    for line in text.split("\n")[1:]:
        told = read_event(turn, line)
        if told and told.says in (EventSays.DATE, EventSays.PLACE):
            when = dating.moved(form, told.new, turn.local_now)
            form = replace(when or form, place=told.place or form.place)
    return form


async def is_anothers(turn: Turn, form: Form) -> bool:
    """A reader in a form: «del concejal, no del alcalde» makes it an ordinary case, with that among its words."""
    if not isinstance(form, EventForm) or not is_not_the_mayors(turn):
        return False
    forms.finish(turn)
    await make_ordinary(turn, form.text, form.service)
    return True


async def make_ordinary(turn: Turn, text: str, service: str | None) -> None:
    """What was taken for an event of the mayor's office is an ordinary case, with what they say to that."""
    turn.say(words.not_the_mayors(turn.city))
    await ticket_form.open_ordinary(turn, text, service, beside=turn.text)


async def drop(turn: Turn, form: EventForm) -> None:
    await forms.drop(turn)
    await _begin_other(turn, form)


def _begun(turn: Turn, text: str, place: str | None) -> EventForm:
    """With all that the words tell, and what is known of the person."""
    told = turn.introduced(text)
    form = EventForm(
        step="day",
        text=text,
        service=turn.sure_service(text),
        place=place,
        contact=whom(told) if told.contact else known_contact(turn),
        files=tuple(turn.state.waiting_files),
    )
    return dating.with_date(form, text, turn.local_now)


async def go_next(turn: Turn, form: EventForm) -> None:
    """On to the first thing that is still missing."""
    dating.tell_if_past(turn, form)
    is_of_several = len(events_apart(turn.text, turn.local_now)) > 1
    if not (form.place or is_of_several):  # «a las 6 en el parque» to «¿a qué hora?»
        form = replace(form, place=place_of_event(turn.text))
    await forms.go(turn, form, _missing(turn, form))


def whom(told: Introduction) -> str:
    return ", ".join(filter(None, (told.name, told.contact)))


def _missing(turn: Turn, form: EventForm) -> str:
    if step := dating.missing(turn, form):
        return step
    return "confirm" if form.place else "place"


def _ask_place(turn: Turn, form: EventForm) -> Reply:
    return words.ask_place(known_place(turn), form.choice)


# The review


def _draft(turn: Turn, form: EventForm) -> Draft:
    at = dating.starts_at(turn, form)
    return Draft(
        text=form.text,
        service=form.service,
        place=form.place or "",
        contact=form.contact or known_contact(turn),
        exception=exception_of(turn.desk.calendar(form.service), at) if at else None,
        event_at=at,
    )


def _ask_confirm(turn: Turn, form: EventForm) -> Reply:
    draft = _draft(turn, form)
    at = draft.event_at or turn.local_now
    consent = summary.consent_lines(turn.city, turn.person)
    buttons = summary.send_choices(turn.city, turn.person, "Enviar", form.choice)
    other = other_hour(dating.other_half(turn, form), form.choice)
    return words.review(draft, len(form.files), at, turn.local_now, consent, (*buttons, *other))


async def _take_confirm(turn: Turn, form: EventForm, answer: Answer) -> None:
    form = with_files(turn, form, answer.files)
    if answer.value == "send":
        await _send(turn, form)
    elif answer.value == "other" and form.other_hour:
        await go_next(turn, replace(form, hour=form.other_hour, other_hour=form.hour))
    elif answer.value == "fix" or turn.answers.is_going_back(answer.text):
        await forms.go(turn, form, "fix")
    elif answer.value == "drop":
        await drop(turn, form)
    elif answer.value == "no":
        await refuse(turn, form)
    elif answer.text and turn.answers.yes_or_no(answer.text) is None:
        await _add_words(turn, form, answer.text)
    else:
        await forms.choose_again(turn, form)


async def _add_words(turn: Turn, form: EventForm, text: str) -> None:
    """Words at the review are more about the event, not lost; a name and a telephone alone are whom to reach, and a place
    alone is its place."""
    told = turn.introduced(text)
    if told.contact and told.matter == text:
        turn.say(words.contact_noted(told.contact))
        await forms.ask(turn, replace(form, contact=whom(told)))
        return
    place = reaching.place_in(turn, text) if is_named_first(text) else None
    if place:
        await forms.ask(turn, replace(with_words(form, text), place=place))
        return
    turn.say(ticket_form_words.ADDED_TO_EVENT)
    await forms.ask(turn, with_words(form, text))


async def _send(turn: Turn, form: EventForm) -> None:
    """The review may have waited until the hour passed: then the date is asked for again."""
    if dating.missing(turn, form):
        await go_next(turn, form)
        return
    forms.finish(turn)
    await authorize(turn)
    turn.state.subject = Subject(service=form.service)
    await ticket_form.open_and_say(turn, _draft(turn, form), form.files)
    await _begin_other(turn, form)


async def _take_fix(turn: Turn, form: EventForm, answer: Answer) -> None:
    if answer.value in ("day", "place", "contact"):
        await forms.go(turn, form, answer.value)
    elif answer.value == "ordinary":
        forms.finish(turn)
        await ticket_form.open_ordinary(turn, form.text, form.service)
    elif answer.value == "back" or turn.answers.is_going_back(answer.text):
        await go_next(turn, form)
    else:
        await forms.choose_again(turn, form)


EVENT_FORM = Flow(
    "event",
    EventForm,
    "el acompañamiento",
    {
        **dating.steps(go_next),
        **reaching.steps(_ask_place, go_next),
        "confirm": Step(_ask_confirm, _take_confirm),
        "fix": Step(lambda _turn, form: words.ask_fix(form.choice), _take_fix, free_text=False),
    },
)
