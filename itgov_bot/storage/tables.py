"""The tables. Rows stay inside this folder: the other modules turn them into domain values and back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, Dialect, Index, MetaData, Text, TypeDecorator, UniqueConstraint, text
from sqlmodel import Field, SQLModel

SQLModel.metadata = MetaData(
    # Named constraints, so that a later migration can drop them on SQLite too.
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC. SQLite forgets the offset, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without an offset cannot be kept")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


def _instant(**options: Any) -> Any:
    return Field(sa_type=Instant, **options)


def _text(**options: Any) -> Any:
    return Field(sa_type=Text, **options)


class PersonRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "person"
    __table_args__ = (UniqueConstraint("channel", "user"),)

    id: int | None = Field(default=None, primary_key=True)
    channel: str
    user: str
    chat: str
    name: str
    username: str | None = None
    dependencia: str | None = None
    contact: str | None = None
    consent_version: str | None = None
    consent_at: datetime | None = _instant(default=None)
    email: str | None = None
    email_verified_at: datetime | None = _instant(default=None)
    registered_at: datetime | None = _instant(default=None)
    forgotten_at: datetime | None = _instant(default=None)
    reachable: bool = True
    created_at: datetime = _instant()


class ConsentEventRow(SQLModel, table=True):
    """Append-only: when somebody accepted a version of the privacy notice, and when they withdrew it."""

    __tablename__: ClassVar[str] = "consent_event"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str
    version: str
    at: datetime = _instant()


class RoleGrantRow(SQLModel, table=True):
    """Who gave and who took a role, and when. A grant is never deleted: it ends."""

    __tablename__: ClassVar[str] = "role_grant"
    __table_args__ = (
        Index(
            "uq_role_grant_in_force",
            "person_id",
            "role",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    role: str
    granted_by: int | None = Field(default=None, foreign_key="person.id")
    granted_at: datetime = _instant()
    ended_by: int | None = Field(default=None, foreign_key="person.id")
    ended_at: datetime | None = _instant(default=None)


class InvitationRow(SQLModel, table=True):
    """A door to a role for one person. The code itself is never kept. Nobody created it: the command line did."""

    __tablename__: ClassVar[str] = "invitation"

    code_hash: str = Field(primary_key=True)
    role: str
    created_by: int | None = Field(default=None, foreign_key="person.id")
    created_at: datetime = _instant()
    expires_at: datetime = _instant()
    used_by: int | None = Field(default=None, foreign_key="person.id")
    used_at: datetime | None = _instant(default=None)
    revoked_by: int | None = Field(default=None, foreign_key="person.id")
    revoked_at: datetime | None = _instant(default=None)


class NoticeRow(SQLModel, table=True):
    """What the passing of time has told about a case already: a reminder is given once, also after a restart."""

    __tablename__: ClassVar[str] = "notice"

    ticket_id: int = Field(foreign_key="ticket.id", primary_key=True)
    kind: str = Field(primary_key=True)
    round: int = Field(default=0, primary_key=True)
    told_at: datetime = _instant()


class TopicRow(SQLModel, table=True):
    """The topic of a ticket in a group that has topics: being opened, refused, or there and how it shows."""

    __tablename__: ClassVar[str] = "topic"

    ticket_id: int = Field(foreign_key="ticket.id", primary_key=True)
    channel: str = Field(primary_key=True)
    chat: str = Field(primary_key=True)
    thread: str | None = None
    title: str | None = None
    closed: bool = False
    opening_since: datetime | None = _instant(default=None)
    refused_until: datetime | None = _instant(default=None)


class EmailCodeRow(SQLModel, table=True):
    """A one-time code on its way to a corporate mailbox. Only its hash is kept; the newest open one counts."""

    __tablename__: ClassVar[str] = "email_code"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    email: str
    code_hash: str
    attempts: int = 0
    sent_at: datetime = _instant()
    expires_at: datetime = _instant()
    closed_at: datetime | None = _instant(default=None)


class SeenUpdateRow(SQLModel, table=True):
    """The keys of the updates whose turn is done."""

    __tablename__: ClassVar[str] = "seen_update"

    key: str = Field(primary_key=True)
    seen_at: datetime = _instant(index=True)


class ConversationRow(SQLModel, table=True):
    """Where a conversation with one person in one chat stands: `conversation/state.py` reads and writes `state`."""

    __tablename__: ClassVar[str] = "conversation"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    chat: str = Field(primary_key=True)
    state: dict[str, Any] = Field(sa_type=JSON)
    updated_at: datetime = _instant()


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
    text: str = _text()
    service: str | None = None
    place: str
    contact: str
    channel: str
    urgent: bool = False
    exception: str | None = None
    priority: str = "normal"
    kind: str | None = None
    solution: str | None = None
    outcome: str | None = Field(default=None, sa_type=Text)
    waiting_for: str | None = Field(default=None, sa_type=Text)
    is_outage: bool = False
    outage_from: datetime | None = _instant(default=None)
    outage_id: int | None = Field(default=None, foreign_key="ticket.id", index=True)
    merged_into_id: int | None = Field(default=None, foreign_key="ticket.id")
    first_answer_at: datetime | None = _instant(default=None)
    resolved_at: datetime | None = _instant(default=None)
    first_answer_due: datetime | None = _instant(default=None, index=True)
    solution_due: datetime | None = _instant(default=None, index=True)
    rating: int | None = None
    rating_comment: str | None = Field(default=None, sa_type=Text)
    opened_at: datetime = _instant(index=True)
    attended_from: datetime = _instant()
    updated_at: datetime = _instant()


class TicketEventRow(SQLModel, table=True):
    """Append-only: nothing in the program updates or deletes these rows."""

    __tablename__: ClassVar[str] = "ticket_event"

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    kind: str
    at: datetime = _instant()
    actor_id: int | None = Field(default=None, foreign_key="person.id")
    data: dict[str, Any] = Field(sa_type=JSON)


class AffectedRow(SQLModel, table=True):
    """A person whom an outage hits: whoever reported it first, and whoever said that theirs is the same."""

    __tablename__: ClassVar[str] = "affected"

    ticket_id: int = Field(foreign_key="ticket.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)
    place: str = ""
    at: datetime = _instant()


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
    added_at: datetime = _instant()


class DutyRow(SQLModel, table=True):
    """Who is on duty and on which step of the ladder (1 is paged first)."""

    __tablename__: ClassVar[str] = "duty"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    step: int


class PageRow(SQLModel, table=True):
    """The paging of one urgent case: which step was called last, when the next one is, who took it."""

    __tablename__: ClassVar[str] = "page"

    ticket_id: int = Field(foreign_key="ticket.id", primary_key=True)
    step: int
    next_at: datetime | None = _instant(default=None, index=True)
    taken_by: int | None = Field(default=None, foreign_key="person.id")
    taken_at: datetime | None = _instant(default=None)


class DeskChatRow(SQLModel, table=True):
    """The chats with a purpose: `support` is the group of the agents."""

    __tablename__: ClassVar[str] = "desk_chat"

    purpose: str = Field(primary_key=True)
    channel: str
    chat: str
    title: str = ""
    has_topics: bool = False


class OutboxRow(SQLModel, table=True):
    """An item on its way out (`outbox_items`). Posted with the change it speaks of; the delivery sends and marks it."""

    __tablename__: ClassVar[str] = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_waiting",
            "channel",
            "chat",
            "id",
            sqlite_where=text("sent_at IS NULL AND failed_at IS NULL"),
            postgresql_where=text("sent_at IS NULL AND failed_at IS NULL"),
        ),
        Index("ix_outbox_place", "channel", "chat", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    channel: str
    chat: str
    thread: str | None = None
    kind: str
    body: str = _text()
    urgent: bool = False
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id")
    card: str | None = None
    posted_at: datetime = _instant(index=True)
    due_at: datetime = _instant()
    expires_at: datetime | None = _instant(default=None)
    claimed_at: datetime | None = _instant(default=None)
    claim: str | None = None
    attempts: int = 0
    sent_at: datetime | None = _instant(default=None)
    failed_at: datetime | None = _instant(default=None)
    failure: str | None = None


class SentMessageRow(SQLModel, table=True):
    """What a message of ours in a chat is about: so that an answer to it finds its case, and a card its message."""

    __tablename__: ClassVar[str] = "sent_message"
    __table_args__ = (Index("ix_sent_message_card", "channel", "chat", "card"),)

    channel: str = Field(primary_key=True)
    chat: str = Field(primary_key=True)
    ref: str = Field(primary_key=True)
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id")
    card: str | None = None
    fingerprint: str | None = None
    sent_at: datetime = _instant()


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
    recorded_at: datetime = _instant()
    reason: str | None = None


class UnmatchedRow(SQLModel, table=True):
    """A message that was not understood or was corrected, without personal data, and what was made of it."""

    __tablename__: ClassVar[str] = "unmatched"

    id: int | None = Field(default=None, primary_key=True)
    text: str = Field(unique=True)
    times: int = 1
    suggested: str | None = None
    first_at: datetime = _instant()
    last_at: datetime = _instant()
    label: str | None = None
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = _instant(default=None)
