"""What every step of the form for a ticket works with: what is still missing, the draft, the files, more words; and what
the readers of words beside a draft have in common."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.steps.gathered import with_words
from itgov_bot.conversation.form_types import Form, TicketForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.understanding import Intent
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import UNCLEAR
from itgov_bot.understanding.language.cases.review_words import what_is_added
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.time.failing_since import failing_since
from itgov_bot.wording.on_ticket import BY_THIS_CHAT, PLACE_NOT_SAID
from itgov_bot.wording.staff.ticket_form import questions as words

CALLED = "su caso"
TELLING = ("place", "contact", "confirm")
"""Steps at which more may be told of what happens."""

FormReader = Callable[[Turn, Form], Awaitable[bool]]
DraftReader = Callable[[Turn, TicketForm], Awaitable[bool]]
DraftDeed = Callable[[Turn, TicketForm], Awaitable[None]]


def of_draft(*steps: str, with_files: bool = False) -> Callable[[DraftReader], FormReader]:
    """A reader in a form that hears words beside the draft of a ticket alone, at one of these steps; at any, where none is
    named. Beside files words are for the step, but for one that reads them `with_files`."""

    def made(reader: DraftReader) -> FormReader:
        async def read(turn: Turn, form: Form) -> bool:
            if not isinstance(form, TicketForm) or (turn.files.kept and not with_files):
                return False
            return (not steps or form.step in steps) and await reader(turn, form)

        return read

    return made


async def go_next(turn: Turn, form: TicketForm) -> None:
    """On to the first thing that is still missing. What was answered is no mere proposal any more."""
    await forms.go(turn, replace(form, is_proposed=False), missing(form))


def missing(form: TicketForm) -> str:
    """The contact is not asked for: it is this chat until they say another."""
    if not form.text:
        return "text"
    if form.same_as:
        return "same"
    if not form.is_sorted and form.offered:
        return "service"
    return "confirm" if form.place else "place"


async def go_back(turn: Turn, form: TicketForm) -> None:
    """One step: from the first question to what happens, from the summary to the place, from whatever is
    being corrected to the summary."""
    if form.step == "confirm":
        await forms.go(turn, form, "place")
    elif form.step in ("place", "service") and missing(form) == form.step:
        await forms.go(turn, replace(form, is_proposed=False), "text")
    else:
        await go_next(turn, form)


async def add_words(turn: Turn, form: TicketForm, text: str) -> None:
    """More about the problem."""
    turn.say(words.ADDED_TO_DESCRIPTION)
    await go_next(turn, with_words(form, what_is_added(text)))


async def choose_or_add(turn: Turn, form: TicketForm, text: str) -> None:
    """Words to a choice that are none of it: more about the problem is kept, and the choice stands."""
    likely = turn.understanding.inside.likely(Book.DRAFTS, text)
    is_asked = is_question(text) or likely.is_surely(*UNCLEAR)
    is_asked = is_asked or turn.interpret(text).intent is Intent.SMALLTALK
    if plain(text) and turn.answers.yes_or_no(text) is None and not is_asked:
        await forms.ask_again(turn, with_words(form, text), words.NOTED_WITH_IT)
    else:
        await forms.choose_again(turn, form)


def draft_of(form: TicketForm, now: datetime) -> Draft:
    """Of a form that has its place; `now`: local time."""
    place = form.place or PLACE_NOT_SAID
    return Draft(
        text=f"{form.text}\n{form.tried}".strip(),
        service=form.service,
        place=place,
        contact=form.contact or BY_THIS_CHAT,
        exception=form.exception,
        is_place_told=place != PLACE_NOT_SAID,
        failing_since=failing_since(form.text, now),
    )
