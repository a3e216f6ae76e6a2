"""Tickets: their numbers, facts, files, the people an outage hits, planned maintenance, and readings."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from itgov_bot.storage.tables.columns import instant, long_text


class TicketCounterRow(SQLModel, table=True):
    """The last number given in a year; taken in the transaction that opens the case, so no number is lost."""

    __tablename__: ClassVar[str] = "ticket_counter"

    year: int = Field(primary_key=True)
    last: int


class TicketRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "ticket"

    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(unique=True)
    state: str = Field(index=True)
    requester_id: int = Field(foreign_key="person.id", index=True)
    assignee_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    text: str = long_text()
    service: str | None = None
    place: str
    contact: str
    channel: str
    urgent: bool = False
    exception: str | None = None
    priority: str = "normal"
    kind: str | None = None
    solution: str | None = None
    outcome: str | None = long_text(default=None)
    waiting_for: str | None = long_text(default=None)
    is_outage: bool = False
    outage_from: datetime | None = instant(default=None)
    outage_until: datetime | None = instant(default=None)
    event_at: datetime | None = instant(default=None, index=True)
    outage_id: int | None = Field(default=None, foreign_key="ticket.id", index=True)
    merged_into_id: int | None = Field(default=None, foreign_key="ticket.id")
    first_answer_at: datetime | None = instant(default=None)
    resolved_at: datetime | None = instant(default=None)
    first_answer_due: datetime | None = instant(default=None, index=True)
    solution_due: datetime | None = instant(default=None, index=True)
    rating: int | None = None
    rating_comment: str | None = long_text(default=None)
    opened_by: int | None = Field(default=None, foreign_key="person.id")
    solved_by: int | None = Field(default=None, foreign_key="person.id")
    opened_at: datetime = instant(index=True)
    attended_from: datetime = instant()
    updated_at: datetime = instant()


class TicketEventRow(SQLModel, table=True):
    """Append-only: nothing in the program updates or deletes these rows, but where to reach somebody who is forgotten."""

    __tablename__: ClassVar[str] = "ticket_event"

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    kind: str
    at: datetime = instant()
    actor_id: int | None = Field(default=None, foreign_key="person.id")
    data: dict[str, Any] = Field(sa_type=JSON)


class AffectedRow(SQLModel, table=True):
    """A person whom an outage hits: whoever reported it first, and whoever said that theirs is the same."""

    __tablename__: ClassVar[str] = "affected"

    ticket_id: int = Field(foreign_key="ticket.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)
    place: str = ""
    at: datetime = instant()


class MaintenanceRow(SQLModel, table=True):
    """Work that is planned and announced: what it takes away meanwhile is no outage, and pages nobody."""

    __tablename__: ClassVar[str] = "maintenance"

    id: int | None = Field(default=None, primary_key=True)
    service: str | None = None
    text: str = long_text()
    starts_at: datetime = instant(index=True)
    ends_at: datetime = instant(index=True)
    announced_by: int | None = Field(default=None, foreign_key="person.id")
    announced_at: datetime = instant()
    cancelled_at: datetime | None = instant(default=None)
    ended_at: datetime | None = instant(default=None)


class AttachmentRow(SQLModel, table=True):
    """A file of a case: `path` is relative to the folder of files, `name` is what the person called it."""

    __tablename__: ClassVar[str] = "attachment"

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    kind: str
    name: str
    mime: str
    size: int
    path: str
    added_by: int | None = Field(default=None, foreign_key="person.id")
    added_at: datetime = instant()


class KeptFileRow(SQLModel, table=True):
    """A file that somebody sent, from before it is fetched: what nothing names is swept, and a day's are counted.

    `path` is relative to the folder of files, `size` in bytes, as claimed until it is there. `gone_at`: it is swept, and
    counts until its day is over.
    """

    __tablename__: ClassVar[str] = "kept_file"

    path: str = Field(primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    size: int
    kept_at: datetime = instant(index=True)
    gone_at: datetime | None = instant(default=None)


class ReadingRow(SQLModel, table=True):
    """A reading of an indicator that is not printed in the sheet: computed or recorded. Never updated."""

    __tablename__: ClassVar[str] = "reading"

    id: int | None = Field(default=None, primary_key=True)
    indicator: int = Field(index=True)
    period: str
    value: float
    numerator: float | None = None
    denominator: float | None = None
    source: str
    recorded_by: int | None = Field(default=None, foreign_key="person.id")
    recorded_at: datetime = instant()
    reason: str | None = None
