"""What is kept of a conversation: updates seen, its state, what was not understood; and what was told or done when."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from itgov_bot.storage.tables.columns import instant, long_text


class InboxRow(SQLModel, table=True):
    """An update as its channel brought it, until its turn is done. `line` is whose it is: theirs are done in order."""

    __tablename__: ClassVar[str] = "inbox"
    __table_args__ = (Index("ix_inbox_line", "line", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    line: str
    body: str = long_text()
    kept_at: datetime = instant()
    claim: str | None = None


class SeenUpdateRow(SQLModel, table=True):
    """The keys of the updates whose turn is done."""

    __tablename__: ClassVar[str] = "seen_update"

    key: str = Field(primary_key=True)
    seen_at: datetime = instant(index=True)


class ConversationRow(SQLModel, table=True):
    """Where a conversation with one person in one chat stands: `conversation/state.py` reads and writes `state`."""

    __tablename__: ClassVar[str] = "conversation"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    chat: str = Field(primary_key=True)
    state: dict[str, Any] = Field(sa_type=JSON)
    updated_at: datetime = instant()


class UnmatchedRow(SQLModel, table=True):
    """A message that was not understood or was corrected, without personal data, and what was made of it."""

    __tablename__: ClassVar[str] = "unmatched"

    id: int | None = Field(default=None, primary_key=True)
    text: str = Field(unique=True)
    times: int = 1
    suggested: str | None = None
    first_at: datetime = instant()
    last_at: datetime = instant()
    label: str | None = None
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = instant(default=None)


class NoticeRow(SQLModel, table=True):
    """What the passing of time has told about a case already: a reminder is given once, also after a restart."""

    __tablename__: ClassVar[str] = "notice"

    ticket_id: int = Field(foreign_key="ticket.id", primary_key=True)
    kind: str = Field(primary_key=True)
    round: int = Field(default=0, primary_key=True)
    told_at: datetime = instant()


class MarkRow(SQLModel, table=True):
    """When what has this name happened (last), in any process."""

    __tablename__: ClassVar[str] = "mark"

    name: str = Field(primary_key=True)
    at: datetime = instant()
