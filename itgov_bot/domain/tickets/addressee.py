"""Who an answer to a message of ours is for, where that is not the requester of its ticket.

It is kept beside the message as a name, whatever was said since: a question of a form, a person, the desk alone.
"""

from __future__ import annotations

from enum import StrEnum

from itgov_bot.records import dataclass


class Whom(StrEnum):
    PERSON = "person"
    """Whose words it shows, or who got the words that it confirms."""
    COLLEAGUE = "colleague"
    """Of the desk: it stays inside."""
    DESK = "desk"
    """The desk alone: a note."""
    AFFECTED = "affected"
    """It tells an outage to whom it hits: what they answer is for the desk, also where they belong to it."""
    TOLD = "told"
    """Somebody's own message, which went to a person."""
    NOTED = "noted"
    """The same, which was kept as a note."""
    DONE = "done"
    """The same, by which something was done: another shape of it reaches nobody."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """`person` is an id."""

    whom: Whom
    person: int | None = None

    @property
    def stays_inside(self) -> bool:
        return self.whom in (Whom.DESK, Whom.COLLEAGUE, Whom.NOTED)

    @property
    def is_of_own_message(self) -> bool:
        """Of what somebody wrote, and not of a message of the desk."""
        return self.whom in (Whom.TOLD, Whom.NOTED, Whom.DONE)

    def __str__(self) -> str:
        return f"{self.whom}:{self.person or ''}"


def read_addressee(name: str | None) -> Addressee | None:
    """None for any other name, such as that of a card."""
    whom, _, person = (name or "").partition(":")
    return Addressee(Whom(whom), int(person) if person else None) if whom in set(Whom) else None


_QUESTION = "asks"


@dataclass(frozen=True, slots=True)
class Question:
    """The question of a form: which one (`form`, its ref), at which step; the number of its ticket, and the id of the person
    whose words it answers, where it has them."""

    flow: str
    step: str
    form: str
    ticket: str = ""
    reader: str = ""

    @property
    def of_every_step(self) -> str:
        """What the names of all the questions of its form begin with."""
        return f"{_QUESTION}:{self.form}:"

    def __str__(self) -> str:
        return self.of_every_step + ":".join((self.flow, self.step, self.ticket, self.reader))


def read_question(name: str | None) -> Question | None:
    """None for any other name."""
    kind, *parts = (name or "").split(":")
    if kind != _QUESTION or len(parts) != 5:
        return None
    form, flow, step, ticket, reader = parts
    return Question(flow, step, form, ticket, reader)
