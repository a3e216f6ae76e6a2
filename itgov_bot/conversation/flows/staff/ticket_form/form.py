"""What every step of the form for a case works with: its values, what is still missing, the draft."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff import verify_email
from itgov_bot.desk.urgency import exception_told
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind
from itgov_bot.wording.staff import ticket_form as words

NAME = "ticket"
CALLED = "su caso"
MOST_FILES = 10


def values_of(turn: Turn) -> dict[str, Any]:
    assert turn.talk.form is not None
    return turn.talk.form.values


async def go_next(turn: Turn) -> None:
    """On to the first thing that is still missing."""
    await forms.go(turn, _missing(turn))


def _missing(turn: Turn) -> str:
    values = values_of(turn)
    if not values.get("text"):
        return "text"
    if "service" not in values and values.get("offered"):
        return "service"
    if not values.get("place"):
        return "place"
    if not (turn.has_consented and values.get("contact")):
        return "contact"
    return verify_email.present_step(turn) if needs_mailbox(turn) else "confirm"


def needs_mailbox(turn: Turn) -> bool:
    """A report of an exception of the ANS is never held up by it, unless the person said that it is not urgent."""
    if not verify_email.is_missing(turn):
        return False
    values = values_of(turn)
    told = exception_told(turn.desk, turn.understanding, values["text"], values.get("service"))
    return bool(values.get("ordinary")) or told is None


def draft_of(turn: Turn) -> Draft:
    values = values_of(turn)
    exception = values.get("exception")
    return Draft(
        text=str(values["text"]),
        service=values.get("service"),
        place=str(values["place"]),
        contact=str(values["contact"]),
        exception=ExceptionKind(exception) if exception else None,
    )


def keep_files(turn: Turn, files: tuple[StoredFile, ...]) -> None:
    """Adds files to the form, up to a number that an agent can still look through."""
    kept = values_of(turn).setdefault("files", [])
    room = MOST_FILES - len(kept)
    kept.extend(asdict(file) for file in files[:room])
    if len(files) > room:
        turn.say(words.too_many_files(MOST_FILES))
