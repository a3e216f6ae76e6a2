"""People: who they are, what they agreed to, their roles, and the ways by which they prove themselves."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from itgov_bot.storage.tables.columns import instant


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
    consent_at: datetime | None = instant(default=None)
    email: str | None = None
    email_verified_at: datetime | None = instant(default=None)
    registered_at: datetime | None = instant(default=None)
    forgotten_at: datetime | None = instant(default=None)
    reachable: bool = True
    urgent_news: str = "morning"
    created_at: datetime = instant()


class ConsentEventRow(SQLModel, table=True):
    """Append-only: when somebody accepted a version of the privacy notice, and when they withdrew it."""

    __tablename__: ClassVar[str] = "consent_event"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str
    version: str
    at: datetime = instant()


class RoleGrantRow(SQLModel, table=True):
    """Who gave and who took a role, and when. A grant is never deleted: it ends. `office` is that of an owner, else ""."""

    __tablename__: ClassVar[str] = "role_grant"
    __table_args__ = (
        Index(
            "uq_role_grant_in_force",
            "person_id",
            "role",
            "office",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    role: str
    office: str = ""
    granted_by: int | None = Field(default=None, foreign_key="person.id")
    granted_at: datetime = instant()
    ended_by: int | None = Field(default=None, foreign_key="person.id")
    ended_at: datetime | None = instant(default=None)


class SubscriptionRow(SQLModel, table=True):
    """What somebody is sent without asking each time, or does not want to be sent. `due_at`: when it is next."""

    __tablename__: ClassVar[str] = "subscription"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    kind: str = Field(primary_key=True)
    is_wanted: bool
    day: int | None = None
    hour: int | None = None
    due_at: datetime | None = instant(default=None, index=True)


class InvitationRow(SQLModel, table=True):
    """A door to a role for one person. The code itself is never kept. Nobody created it: the command line did."""

    __tablename__: ClassVar[str] = "invitation"

    code_hash: str = Field(primary_key=True)
    role: str
    office: str = ""
    created_by: int | None = Field(default=None, foreign_key="person.id")
    created_at: datetime = instant()
    expires_at: datetime = instant()
    used_by: int | None = Field(default=None, foreign_key="person.id")
    used_at: datetime | None = instant(default=None)
    revoked_by: int | None = Field(default=None, foreign_key="person.id")
    revoked_at: datetime | None = instant(default=None)


class EmailCodeRow(SQLModel, table=True):
    """A one-time code on its way to a corporate mailbox. Only its hash is kept; the newest open one counts."""

    __tablename__: ClassVar[str] = "email_code"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    email: str
    code_hash: str
    attempts: int = 0
    sent_at: datetime = instant()
    expires_at: datetime = instant()
    closed_at: datetime | None = instant(default=None)


class CodeSentRow(SQLModel, table=True):
    """A code was mailed: `whose` is the hash of a person or of a mailbox. Kept for a day, also of who is forgotten."""

    __tablename__: ClassVar[str] = "code_sent"

    id: int | None = Field(default=None, primary_key=True)
    whose: str = Field(index=True)
    at: datetime = instant()
