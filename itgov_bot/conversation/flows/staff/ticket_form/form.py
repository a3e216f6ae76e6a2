"""What every step of the form for a ticket works with: what is still missing, the draft, the files."""

from dataclasses import replace
from typing import TypeVar

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import verify_email
from itgov_bot.conversation.form_types import ReachedForm, TicketForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.wording.staff import ticket_form as words

R = TypeVar("R", bound=ReachedForm)

CALLED = "su caso"
MAX_FILES = 10


async def go_next(turn: Turn, form: TicketForm) -> None:
    """On to the first thing that is still missing."""
    await forms.go(turn, form, _missing(turn, form))


def _missing(turn: Turn, form: TicketForm) -> str:
    if not form.text:
        return "text"
    if not form.is_sorted and form.offered:
        return "service"
    if not form.place:
        return "place"
    if not (turn.has_consented and form.contact):
        return "contact"
    return verify_email.present_step(form) if needs_mailbox(turn, form) else "confirm"


def needs_mailbox(turn: Turn, form: TicketForm) -> bool:
    """A report of an exception of the ANS is never held up by it, unless the person said that it is not urgent."""
    if not verify_email.is_missing(turn):
        return False
    return form.ordinary or turn.interpret(form.text, form.service).exception is None


def draft_of(form: TicketForm) -> Draft:
    """Of a form that has its place and contact."""
    return Draft(
        text=form.text,
        service=form.service,
        place=form.place or "",
        contact=form.contact or "",
        exception=form.exception,
    )


def with_files(turn: Turn, form: R, files: tuple[StoredFile, ...]) -> R:
    """Keeps files with the form, up to a number that an agent can still look through."""
    room = MAX_FILES - len(form.files)
    if len(files) > room:
        turn.say(words.too_many_files(MAX_FILES))
    kept = replace(form, files=(*form.files, *files[:room]))
    turn.state.keep(kept)
    return kept
