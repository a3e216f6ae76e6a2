"""What leaves and where it went: the outbox, messages sent, topics, and the desk's own chats."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from itgov_bot.storage.tables.columns import instant, long_text


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
        ),
        Index("ix_outbox_place", "channel", "chat", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    channel: str
    chat: str
    thread: str | None = None
    kind: str
    body: str = long_text()
    urgent: bool = False
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id")
    card: str | None = None
    posted_at: datetime = instant(index=True)
    due_at: datetime = instant()
    expires_at: datetime | None = instant(default=None)
    claim: str | None = None
    attempts: int = 0
    sent_at: datetime | None = instant(default=None)
    failed_at: datetime | None = instant(default=None)
    failure: str | None = None


class WorkerRow(SQLModel, table=True):
    """A process that sends and takes turns, and when it last said that it is there. What it claimed is its own so long."""

    __tablename__: ClassVar[str] = "worker"

    name: str = Field(primary_key=True)
    seen_at: datetime = instant()


class SentMessageRow(SQLModel, table=True):
    """What a message of ours in a chat is about: so that an answer to it finds its case, and a card its message.

    `card` is its name: of the card that it shows, or of who an answer to it is for.
    """

    __tablename__: ClassVar[str] = "sent_message"
    __table_args__ = (Index("ix_sent_message_card", "channel", "chat", "card"),)

    channel: str = Field(primary_key=True)
    chat: str = Field(primary_key=True)
    ref: str = Field(primary_key=True)
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id")
    card: str | None = None
    fingerprint: str | None = None
    sent_at: datetime = instant()


class TopicRow(SQLModel, table=True):
    """The topic of a ticket in a group that has topics: being opened, refused, or there and how it shows."""

    __tablename__: ClassVar[str] = "topic"

    ticket_id: int = Field(foreign_key="ticket.id", primary_key=True)
    channel: str = Field(primary_key=True)
    chat: str = Field(primary_key=True)
    thread: str | None = None
    title: str | None = None
    closed: bool = False
    opening_since: datetime | None = instant(default=None)
    refused_until: datetime | None = instant(default=None)


class DeskChatRow(SQLModel, table=True):
    """The chats with a purpose: `support` is the group of the agents. `rights` are those that we have there, by their
    names; None: not looked at yet."""

    __tablename__: ClassVar[str] = "desk_chat"

    purpose: str = Field(primary_key=True)
    channel: str
    chat: str
    title: str = ""
    has_topics: bool = False
    rights: str | None = None
