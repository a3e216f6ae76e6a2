"""What every step of the form for a ticket works with: what is still missing, the draft, the files, more words; and what
the readers of words beside a draft have in common."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import verify_email
from itgov_bot.conversation.form_types import Form, ReachedForm, TicketForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.wording.staff import ticket_form as words
from itgov_bot.wording.staff.tickets import BY_THIS_CHAT, PLACE_NOT_SAID

R = TypeVar("R", bound=ReachedForm)

CALLED = "su caso"
TELLING = ("place", "contact", "confirm")
"""Steps at which more may be told of what happens."""
MAX_FILES = 10

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
    turn.say(words.added_to_description())
    await go_next(turn, with_words(form, text))


def needs_mailbox(turn: Turn, form: TicketForm) -> bool:
    """A report that calls the guard now is never held up by it, unless the person said that it is not urgent; while people
    attend nobody is called, so words that sound like an outage open no way around it."""
    if not verify_email.is_missing(turn):
        return False
    return form.ordinary or turn.exception_now(form.text, form.service) is None


def draft_of(form: TicketForm) -> Draft:
    """Of a form that has its place."""
    place = form.place or PLACE_NOT_SAID
    return Draft(
        text=f"{form.text}\n{form.tried}".strip(),
        service=form.service,
        place=place,
        contact=form.contact or BY_THIS_CHAT,
        exception=form.exception,
        is_place_told=place != PLACE_NOT_SAID,
    )


def known_place(turn: Turn) -> str | None:
    """Where they said to be the last time, of who allowed that it is kept."""
    known = turn.person.dependencia if turn.has_consented else None
    return None if known == PLACE_NOT_SAID else known


def known_contact(turn: Turn) -> str:
    return (turn.person.contact if turn.has_consented else None) or BY_THIS_CHAT


def with_words(form: R, text: str) -> R:
    """More about what happens; the last addition can be taken out again."""
    more = replace(form, text=f"{form.text}\n{text}")
    return replace(more, before=form.text, ordinary=False) if isinstance(more, TicketForm) else more


def with_files(turn: Turn, form: R, files: tuple[StoredFile, ...]) -> R:
    """Keeps files with the form, up to a number that an agent can still look through."""
    room = MAX_FILES - len(form.files)
    if len(files) > room:
        turn.say(words.too_many_files(MAX_FILES))
    kept = replace(form, files=(*form.files, *files[:room]))
    turn.state.keep(kept)
    return kept
