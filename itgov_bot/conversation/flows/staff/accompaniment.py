"""An event of the mayor's office, told at any hour: a short form of what is missing, a review, and it is in the agenda."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.steps import dating, reaching
from itgov_bot.conversation.flows.steps.consent import authorize, refuse
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
from itgov_bot.understanding.language.cases.event_change import change_of_event, is_not_the_mayors
from itgov_bot.understanding.language.introducing.introduction import Introduction
from itgov_bot.understanding.language.introducing.said_alone import Asked
from itgov_bot.understanding.language.where.places import is_named_first
from itgov_bot.understanding.urgency.mayor_event import new_place, place_of_event
from itgov_bot.wording.staff import accompaniment as words
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
    await begin(turn, text)
    return True


async def begin(turn: Turn, text: str) -> None:
    """With what the words tell of it."""
    event = turn.mayor_event(text)
    form = _begun(turn, text, event.place if event else place_of_event(text))
    turn.state.waiting_files = []
    turn.state.subject = Subject(text=text, service=form.service)
    turn.state.start(form)
    if _missing(turn, form) != "confirm" or not turn.has_consented:
        turn.say(words.begins(turn.city))
    await go_next(turn, form)


async def is_anothers(turn: Turn, form: Form) -> bool:
    """A reader in a form: «del concejal, no del alcalde» makes it an ordinary case, with that among its words."""
    if not isinstance(form, EventForm) or not is_not_the_mayors(turn.text):
        return False
    forms.finish(turn)
    await make_ordinary(turn, form.text, form.service)
    return True


async def make_ordinary(turn: Turn, text: str, service: str | None) -> None:
    """What was taken for an event of the mayor's office is an ordinary case, with what they say to that."""
    turn.say(words.not_the_mayors(turn.city))
    await ticket_form.open_ordinary(turn, text, service, beside=turn.text)


async def told_otherwise(turn: Turn, form: Form) -> bool:
    """A reader in a form: «no, lo pasaron para el lunes», whatever was asked. Their words stay with what happens."""
    if not isinstance(form, EventForm) or turn.files.kept:
        return False
    change = change_of_event(turn.text)
    if change is None:
        return await _place_told_again(turn, form)
    if change.change == "cancel":
        if change.is_plain:
            await forms.drop(turn)
        return change.is_plain
    when = dating.moved(form, change.words, turn.local_now) if form.day else None
    place = new_place(turn.text)
    if when or place:
        _say_changed(turn, when, place)
        await go_next(turn, _changed(turn, when or form, place))
    elif change.is_plain and not change.words:
        await go_next(turn, replace(form, day=None))
    else:
        return await _place_told_again(turn, form)
    return True


def _say_changed(turn: Turn, when: EventForm | None, place: str | None) -> None:
    is_sure = when is not None and not (when.other_hour or when.is_day_in_doubt)
    at = dating.starts_at(turn, when) if when and is_sure else None
    if at or place:
        turn.say(words.changed(at, place, turn.local_now))


def _changed(turn: Turn, form: EventForm, place: str | None) -> EventForm:
    """All that one sentence changes, with its words beside what happens."""
    told = turn.introduced(turn.text)
    contact = _whom(told) if told.contact else form.contact
    return replace(with_words(form, turn.text), place=place or form.place, contact=contact)


async def _place_told_again(turn: Turn, form: EventForm) -> bool:
    """«Pues ya le dije: plaza de la Aduana», where it is asked."""
    is_read = form.step != "place" or reaching.told_in(turn, turn.text, Asked.PLACE).place is not None
    place = None if is_read else place_of_event(turn.text)
    if place:
        await go_next(turn, replace(form, place=place))
    return place is not None


def _begun(turn: Turn, text: str, place: str | None) -> EventForm:
    """With all that the words tell, and what is known of the person."""
    told = turn.introduced(text)
    form = EventForm(
        step="day",
        text=text,
        service=turn.sure_service(text),
        place=place,
        contact=_whom(told) if told.contact else known_contact(turn),
        files=tuple(turn.state.waiting_files),
    )
    return dating.with_date(form, text, turn.local_now)


async def go_next(turn: Turn, form: EventForm) -> None:
    """On to the first thing that is still missing."""
    dating.tell_if_past(turn, form)
    place = form.place or place_of_event(turn.text)  # «a las 6 en el parque» to «¿a qué hora?»
    form = replace(form, place=place)
    await forms.go(turn, form, _missing(turn, form))


def _whom(told: Introduction) -> str:
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
    return words.review(draft, len(form.files), at, turn.local_now, consent, buttons)


async def _take_confirm(turn: Turn, form: EventForm, answer: Answer) -> None:
    form = with_files(turn, form, answer.files)
    if answer.value == "send":
        await _send(turn, form)
    elif answer.value == "fix" or turn.answers.is_going_back(answer.text):
        await forms.go(turn, form, "fix")
    elif answer.value == "drop":
        await forms.drop(turn)
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
        await forms.ask(turn, replace(form, contact=_whom(told)))
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
