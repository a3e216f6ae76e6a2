"""Answers at hand under a question for words: kept ones with the names filled in, and how cases like it were solved."""

from dataclasses import replace

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import canned as desk_canned
from itgov_bot.desk import people
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.canned import Use, filled
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.patterns import regex
from itgov_bot.replies import Reply
from itgov_bot.wording.agents.tickets import canned as words
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.names import agent_name

CANNED = 4
SOLVED = 2
"""As many are read at a glance."""
_NAMELESS = regex(r",?\s*\{nombre\},?\s*")


async def offered(turn: Turn, ticket: Ticket, use: Use, question: Reply, choice: MakeChoice) -> Reply:
    """The question with what may be pressed instead of writing; as it is where there is nothing."""
    best = await desk_canned.best(turn.desk, ticket, use, CANNED)
    known = await marks(turn, ticket)
    ready = [replace(one, text=fill(one.text, known)) for one in best]
    solved = await desk_canned.solved_before(turn.desk, ticket, SOLVED) if use is Use.SOLVE else []
    if not (ready or solved):
        return question
    return replace(
        question,
        text=f"{question.text}\n{words.at_hand(ready, solved)}",
        choices=words.choices_at_hand(ready, solved, choice),
        columns=2,
        awaits_words=True,  # «4» is no choice: it may be what they want to say
    )


async def chosen(turn: Turn, ticket: Ticket, value: str) -> str | None:
    """The words behind a button of `offered`; None where they are gone."""
    kind, _, which = value.partition(".")
    if kind == "s":
        return await desk_canned.solution_of(turn.desk, await lookup.find(turn.desk, which))
    found = await desk_canned.find(turn.desk, which) if kind == "c" else None
    return fill(found.text, await marks(turn, ticket)) if found else None


async def called(turn: Turn, ticket: Ticket, label: str) -> str | None:
    """The words that are kept under such a label."""
    found = await desk_canned.called(turn.desk, label)
    return fill(found.text, await marks(turn, ticket)) if found else None


async def with_marks(turn: Turn, ticket: Ticket, text: str, reader: int | None = None) -> str:
    """What was typed, with the marks that stand in it filled in for whoever reads it (an id)."""
    return fill(text, await marks(turn, ticket, reader)) if "{" in text else text


async def marks(turn: Turn, ticket: Ticket, reader: int | None = None) -> dict[str, str]:
    requester = await people.get(turn.desk, reader or ticket.requester)
    return {"nombre": _first_name(requester), "caso": ticket.number, "agente": agent_name(turn.person)}


def fill(text: str, known: dict[str, str]) -> str:
    """Who gave no name is not called by a number: the sentence does without."""
    if known["nombre"] or not _NAMELESS.search(text):
        return filled(text, known)
    text = _NAMELESS.sub(" ", text).replace(" .", ".").strip()
    return filled(text[:1].upper() + text[1:], known)


def _first_name(person: Person | None) -> str:
    return person.name.split()[0] if person and person.name else ""
