"""Tickets: their numbers, facts, files, the people an outage hits, planned maintenance; readings and plans."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Index, text
from sqlmodel import Field, SQLModel

from itgov_bot.storage.tables.columns import instant, long_text


class TicketCounterRow(SQLModel, table=True):
    """The last number given in a year; taken in the transaction that opens the case, so no number is lost."""

    __tablename__: ClassVar[str] = "ticket_counter"

    year: int = Field(primary_key=True)
    last: int


class TicketRow(SQLModel, table=True):
    """The wide indexes hold all that an indicator or a summary counts, and that the queue is sorted by, so that nothing
    else is read."""

    __tablename__: ClassVar[str] = "ticket"
    __table_args__ = (
        Index(
            "ix_ticket_received",
            *("opened_at", "merged_into_id", "state", "kind", "service"),
            *("urgent", "office", "channel", "assignee_id"),
        ),
        Index(
            "ix_ticket_solved",
            *("state", "resolved_at", "merged_into_id", "kind", "service", "solution"),
            *("rating", "solved_by", "requester_id", "office", "channel"),
        ),
        Index(
            "ix_ticket_rated",
            *("state", "resolved_at", "merged_into_id", "rating", "solved_by", "requester_id"),
            sqlite_where=text("rating IS NOT NULL"),
        ),
        Index(
            "ix_ticket_outage_from",
            "outage_from",
            sqlite_where=text("outage_from IS NOT NULL"),
        ),
        Index(
            "ix_ticket_live",
            *("state", "opened_at", "merged_into_id", "kind", "urgent", "service", "office", "channel"),
            *("assignee_id", "first_answer_at", "first_answer_due", "solution_due", "priority"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(unique=True)
    state: str
    requester_id: int = Field(foreign_key="person.id", index=True)
    assignee_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    text: str = long_text()
    service: str | None = None
    place: str
    office: str | None = None
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
    opened_at: datetime = instant()
    attended_from: datetime = instant()
    updated_at: datetime = instant()


class TicketEventRow(SQLModel, table=True):
    """Append-only: nothing in the program updates or deletes these rows, but where to reach somebody who is forgotten."""

    __tablename__: ClassVar[str] = "ticket_event"
    __table_args__ = (Index("ix_ticket_event_kind", "kind", "at", "ticket_id"),)

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    kind: str
    at: datetime = instant()
    actor_id: int | None = Field(default=None, foreign_key="person.id")
    data: dict[str, Any] = Field(sa_type=JSON)


class RatingRow(SQLModel, table=True):
    """What a requester said of one solution of a ticket, which `solved_at` tells from the others: it stays when the ticket
    is opened again. Nobody rates their own work, so each of them counts.

    `at`: when it was last spoken of. `told_at`: when who coordinates heard of it, where it is low.
    """

    __tablename__: ClassVar[str] = "rating"
    __table_args__ = (Index("ix_rating_counted", "solved_at", "stars"),)

    ticket_id: int = Field(foreign_key="ticket.id", primary_key=True)
    solved_at: datetime = instant(primary_key=True)
    stars: int
    comment: str | None = long_text(default=None)
    at: datetime = instant(index=True)
    told_at: datetime | None = instant(default=None)


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
    """A reading of an indicator that is not printed in the sheet: computed or recorded. Never updated.

    A period is frozen once, however many processes close it; what is computed later has its reason.
    """

    __tablename__: ClassVar[str] = "reading"
    __table_args__ = (
        Index(
            "uq_reading_frozen",
            *("indicator", "period"),
            unique=True,
            sqlite_where=text("source = 'computed' AND reason IS NULL"),
        ),
    )

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
    note: str | None = long_text(default=None)
    evidence_link: str | None = None
    evidence_lack: str | None = long_text(default=None)


class ReadingFileRow(SQLModel, table=True):
    """A file that shows that a reading is right; kept as the files of cases are."""

    __tablename__: ClassVar[str] = "reading_file"

    id: int | None = Field(default=None, primary_key=True)
    reading_id: int = Field(foreign_key="reading.id", index=True)
    kind: str
    name: str
    mime: str
    size: int
    path: str


class PlanItemRow(SQLModel, table=True):
    """Something that is to be done in a period, of which an indicator is counted. Taken off a plan, it stays as a row."""

    __tablename__: ClassVar[str] = "plan_item"

    id: int | None = Field(default=None, primary_key=True)
    indicator: int = Field(index=True)
    period: str
    text: str = long_text()
    due: date
    added_by: int | None = Field(default=None, foreign_key="person.id")
    added_at: datetime = instant()
    done_on: date | None = None
    done_by: int | None = Field(default=None, foreign_key="person.id")
    done_at: datetime | None = instant(default=None)
    dropped_by: int | None = Field(default=None, foreign_key="person.id")
    dropped_at: datetime | None = instant(default=None)


class CannedRow(SQLModel, table=True):
    """An answer that was kept from the chat to be used again. Without a use it is for both; without a service, for any."""

    __tablename__: ClassVar[str] = "canned"

    id: int | None = Field(default=None, primary_key=True)
    label: str
    text: str = long_text()
    use: str | None = None
    service: str | None = None
    kept_by: int | None = Field(default=None, foreign_key="person.id")
    kept_at: datetime = instant()


class TouchedRow(SQLModel, table=True):
    """An instant within a closed period where something changed that counts. Written by triggers of the migration 0007."""

    __tablename__: ClassVar[str] = "touched"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = instant()
