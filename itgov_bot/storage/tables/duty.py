"""The guard: who is on duty, the rota with its exceptions, the pages of urgent tickets, and the ways to reach people."""

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel

from itgov_bot.storage.tables.columns import instant


class DutyRow(SQLModel, table=True):
    """Who is always on duty, and on which step of the ladder (1 is paged first)."""

    __tablename__: ClassVar[str] = "duty"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    step: int


class RotaTurnRow(SQLModel, table=True):
    """The order in which people take a week of duty, from 1."""

    __tablename__: ClassVar[str] = "rota_turn"

    position: int = Field(primary_key=True)
    person_id: int = Field(foreign_key="person.id")


class DutyOverrideRow(SQLModel, table=True):
    """For a span of time somebody is on duty instead of another."""

    __tablename__: ClassVar[str] = "duty_override"

    id: int | None = Field(default=None, primary_key=True)
    starts_at: datetime = instant(index=True)
    ends_at: datetime = instant(index=True)
    person_id: int = Field(foreign_key="person.id")
    instead_of: int = Field(foreign_key="person.id")
    made_by: int | None = Field(default=None, foreign_key="person.id")
    made_at: datetime = instant()


class DutySwapRow(SQLModel, table=True):
    """A swap that somebody asked for: it counts when the other one agrees. Without a second span it is a favour."""

    __tablename__: ClassVar[str] = "duty_swap"

    id: int | None = Field(default=None, primary_key=True)
    asked_by: int = Field(foreign_key="person.id")
    asked_of: int = Field(foreign_key="person.id")
    starts_at: datetime = instant()
    ends_at: datetime = instant()
    other_starts_at: datetime | None = instant(default=None)
    other_ends_at: datetime | None = instant(default=None)
    asked_at: datetime = instant()
    answered_at: datetime | None = instant(default=None)
    is_agreed: bool | None = None


class PageRow(SQLModel, table=True):
    """The paging of one urgent ticket: which step was called last and when, when the next one is, who took it.

    `rounds` counts how often the whole ladder was called. `other_ways_at` is when those who were called last are
    called by their other ways too.
    """

    __tablename__: ClassVar[str] = "page"

    ticket_id: int = Field(foreign_key="ticket.id", primary_key=True)
    step: int
    rounds: int = 0
    called_at: datetime | None = instant(default=None)
    next_at: datetime | None = instant(default=None, index=True)
    other_ways_at: datetime | None = instant(default=None, index=True)
    taken_by: int | None = Field(default=None, foreign_key="person.id")
    taken_at: datetime | None = instant(default=None)


class PageWayRow(SQLModel, table=True):
    """Another way to call somebody who is on duty: a mailbox, or a webhook of theirs."""

    __tablename__: ClassVar[str] = "page_way"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    kind: str = Field(primary_key=True)
    address: str
