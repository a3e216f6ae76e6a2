"""What a form gathers while it is filled in: more words, files; and what is known of the person from before."""

from dataclasses import replace
from typing import TypeVar

from itgov_bot.conversation.form_types import ReachedForm, TicketForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.wording.on_ticket import BY_THIS_CHAT, PLACE_NOT_SAID
from itgov_bot.wording.staff.ticket_form import questions as words

R = TypeVar("R", bound=ReachedForm)

MAX_FILES = 10


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
