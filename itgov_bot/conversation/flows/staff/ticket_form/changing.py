"""Changing the draft that stands in the summary: a part that was told by itself stands in its place."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.ticket_form.form import add_words, go_next, missing
from itgov_bot.conversation.flows.steps import reaching
from itgov_bot.conversation.flows.steps.gathered import with_words
from itgov_bot.conversation.form_types import Form, TicketForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.understanding import Interpretation
from itgov_bot.understanding.language.cases.instead import corrected_matter, swapped_words
from itgov_bot.understanding.language.introducing.introduced import names_where
from itgov_bot.understanding.language.introducing.said_alone import Asked
from itgov_bot.understanding.language.people.names import name_put_right
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.where.floors import floor_said
from itgov_bot.understanding.language.where.offices import department_words
from itgov_bot.understanding.processes import find_department
from itgov_bot.wording.on_ticket import PLACE_NOT_SAID

MAX_CANDIDATES = 3


def place_first(turn: Turn, form: Form) -> TicketForm | None:
    """Where it is, told beside something else, is kept, and the rest read as words beside the draft. None where nothing
    stands beside it."""
    is_asked = isinstance(form, TicketForm) and form.step == "place" and not form.is_idle(turn.now)
    if not isinstance(form, TicketForm) or not is_asked or turn.files.kept or is_question(turn.text):
        return None
    told = reaching.told_in(turn, turn.text, Asked.PLACE)
    is_where = names_where(told.place or "", turn.understanding.words.known)
    if not (told.more and is_where and told.more != turn.text):
        return None
    placed = reaching.with_told(turn, form, replace(told, more=""))
    placed = replace(placed, step=missing(placed))
    turn.state.keep(placed)
    turn.keep_introduced(turn.introduced(turn.text, Asked.PLACE))  # the rest may be a case of its own there
    turn.text = told.more
    return placed


async def with_rest(turn: Turn, form: Form) -> bool:
    """A reader of what stands beside the place: it is more about what happens, and the summary shows it."""
    if isinstance(form, TicketForm):
        await go_next(turn, with_words(form, turn.text))
    return isinstance(form, TicketForm)


async def stands_alone(turn: Turn, form: TicketForm, text: str) -> bool:
    """A place, a contact or a name by itself stands in the draft, and so does the right word for a wrong one. False for
    any other words."""
    if swapped := swapped_words(text, form.text):
        await go_next(turn, about(turn, replace(form, text=swapped, before=form.text), swapped))
        return True
    told = _told(turn, form, text)
    if told.contact or told.name or told.place:
        await go_next(turn, reaching.with_told(turn, form, told))
        return True
    matter = corrected_matter(text)
    if matter:
        await go_next(turn, about(turn, with_words(form, text), matter))
    return matter is not None


async def take_words(turn: Turn, form: TicketForm, text: str) -> None:
    """What does not stand alone is more about the problem."""
    if await stands_alone(turn, form, text):
        return
    if text:
        await add_words(turn, form, text)
    else:
        await forms.ask(turn, form)


async def put_place(turn: Turn, form: TicketForm, said: str) -> None:
    """Where nothing of it is known as a place, it is asked."""
    told = reaching.told_at_review(turn, said, Asked.PLACE)
    if told.place:
        await go_next(turn, reaching.with_told(turn, form, told))
    else:
        await forms.go(turn, form, "place")


def about(turn: Turn, form: TicketForm, matter: str) -> TicketForm:
    """Its service is read again, and asked where that is unclear."""
    read = turn.interpret(matter)
    if read.decision == "answer":
        return replace(form, service=read.best, is_sorted=True)
    return in_question(form, read if read.candidates else turn.interpret(form.text))


def in_question(form: TicketForm, read: Interpretation) -> TicketForm:
    """With those that its service may be."""
    offered = tuple(one.service for one in read.candidates[:MAX_CANDIDATES])
    return replace(form, service=None, is_sorted=False, offered=offered)


def _told(turn: Turn, form: TicketForm, text: str) -> reaching.Told:
    """A place counts where it stands alone, or beside a name or a contact."""
    is_open = _completes(turn, form, text)
    told = reaching.told_at_review(turn, text, Asked.PLACE if is_open else Asked.NOTHING)
    told = replace(
        told,
        contact=told.contact or reaching.bare_number(text),
        name=told.name or name_put_right(text, form.name, turn.understanding.words.known),
    )
    is_place = is_open or told.contact or told.name or _is_place_alone(turn, text)
    return told if is_place else replace(told, place=None)


def _completes(turn: Turn, form: TicketForm, text: str) -> bool:
    """What is still missing of the place was asked beside it; and a floor by itself is always its floor."""
    is_open = reaching.is_bare(turn, form.place) or form.place == PLACE_NOT_SAID or is_floor(form.place)
    return is_open or is_floor(text)


def is_floor(place: str | None) -> bool:
    return floor_said(place or "") is not None


def _is_place_alone(turn: Turn, text: str) -> bool:
    """Another place than the one that stands there, and no thing that is in it."""
    said = turn.introduced(text)
    if find_department(turn.desk.reference.processes, text) and department_words(text) == len(text.split()):
        return True
    return said.is_alone and said.place is not None and turn.interpret(text).decision == "none"
