"""People and their consent; their roles are in `roles`, but for who writes (`visit`)."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, String, bindparam, case, func, insert, or_, select
from sqlalchemy import update as change
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.people import NO_CHAT, ConsentEvent, ConsentKind, Person, Role, UrgentNews
from itgov_bot.messages import Sender
from itgov_bot.records import dataclass
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import (
    given,
    inserted,
    prepared_if_new,
    prepared_look,
    table_of,
)
from itgov_bot.storage.tables import ConsentEventRow, ConversationRow, PersonRow, RoleGrantRow, TicketRow
from itgov_bot.storage.ticket_reading import is_live


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who did something in a chat, the roles they have now, and how their conversation there was left."""

    person: Person
    roles: frozenset[Role]
    talk: dict[str, object]


async def get_or_create(session: AsyncSession, sender: Sender, chat: str | None, now: datetime) -> Person:
    """The person behind a sender, made known at the first word."""
    return (await visit(session, sender, chat, chat or "", now)).person


async def visit(
    session: AsyncSession, sender: Sender, private_chat: str | None, chat: str, now: datetime
) -> Visitor:
    """All that is known of who writes in a `chat`, in one look. They are made known at the first word.

    Locks their row: one turn of a person at a time. `private_chat` is None when they write in a group. The name waits
    for their consent.
    """
    asked = {"channel": sender.channel, "user": sender.user, "chat": chat}
    found = await _VISIT.rows(session, asked)
    if not found:
        await _first_met(session, sender, private_chat, now)
        found = await _VISIT.rows(session, asked)
    *known, forgotten_at, _, talk = found[0]
    person = await _as_seen(session, _person(known), forgotten_at, sender.username, private_chat)
    roles = frozenset({Role.STAFF, *(Role(role) for *_, role, _ in found if role)})
    return Visitor(person, roles, dict(talk or {}))


async def _as_seen(
    session: AsyncSession,
    person: Person,
    forgotten_at: datetime | None,
    username: str | None,
    private_chat: str | None,
) -> Person:
    """A user name is given to another when somebody leaves it: nobody else of the channel is known by it any more.

    Who asked to be forgotten stays so until they consent again.
    """
    known = username if forgotten_at is None else None
    if username and (username != person.username or known is None):
        left = {"of": person.channel, "called": _called_name(username), "whose": person.id}
        await _LEAVES_NAME.rows(session, left)
    chat, reachable = (person.chat, person.reachable) if private_chat is None else (private_chat, True)
    seen = {"username": known, "chat": chat, "reachable": reachable}
    if (person.username, person.chat, person.reachable) == (known, chat, reachable):
        return person
    await _SEEN.rows(session, {"whose": person.id, **seen})
    return replace(person, username=known, chat=chat, reachable=reachable)


def _called_name(username: str) -> str:
    return username.lstrip("@").lower()


def _called(channel: str, username: str) -> tuple[ColumnElement[bool], ...]:
    return (
        col(PersonRow.channel) == channel,
        func.lower(col(PersonRow.username)) == _called_name(username),
    )


async def _first_met(session: AsyncSession, sender: Sender, chat: str | None, now: datetime) -> None:
    """Another process may have met them at the same moment, and then its row is taken."""
    values = {
        "channel": sender.channel,
        "user": sender.user,
        "chat": chat or sender.user,
        "name": "",
        "reachable": chat is not None,  # a bot may not write first: somebody met in a group must begin
        "urgent_news": UrgentNews.MORNING,
        "created_at": now,
    }
    await _MET.rows(session, values)


# What is asked in every turn. Of a visit there is a row for each role in force. `key_share`: others may still refer to the
# person (give a role) while their turn goes on.

_TABLE = table_of(PersonRow)
_KNOWN = tuple(field.name for field in fields(Person))
_MET = prepared_if_new(PersonRow, "channel", "user", "chat", "name", "reachable", "urgent_news", "created_at")
_WHOSE = _TABLE.c.id == bindparam("whose")
_ONE = prepared_look(PersonRow)
_BY_USER = Prepared(
    select(_TABLE).where(_TABLE.c.channel == bindparam("channel"), _TABLE.c.user == bindparam("user"))
)
_CONSENTS = Prepared(
    change(_TABLE)
    .where(_WHOSE)
    .values(
        consent_version=bindparam("version", type_=String()),
        consent_at=bindparam("now", type_=_TABLE.c.consent_at.type),
        name=case((_TABLE.c.name == "", bindparam("called", type_=String())), else_=_TABLE.c.name),
        forgotten_at=None,
    )
)
_CONSENT_EVENTS = table_of(ConsentEventRow)
_SAYS_SO = Prepared(
    insert(_CONSENT_EVENTS).values(given(_CONSENT_EVENTS, ("person_id", "kind", "version", "at")))
)
_DETAILS = Prepared(
    change(_TABLE)
    .where(_WHOSE, _TABLE.c.registered_at.is_(None))
    .values(
        {
            name: func.coalesce(bindparam(f"told_{name}", type_=String()), _TABLE.c[name])
            for name in ("contact", "dependencia")
        }
    )
)
_SEEN = Prepared(change(_TABLE).where(_WHOSE).values(given(_TABLE, ("username", "chat", "reachable"))))
_LEAVES_NAME = Prepared(
    change(_TABLE)
    .where(_TABLE.c.channel == bindparam("of"), func.lower(_TABLE.c.username) == bindparam("called"))
    .where(~_WHOSE)
    .values(username=None)
)
_VISIT = Prepared(
    select(
        *(_TABLE.c[name] for name in _KNOWN),
        _TABLE.c.forgotten_at,
        col(RoleGrantRow.role),
        col(ConversationRow.state),
    )
    .select_from(PersonRow)
    .outerjoin(
        RoleGrantRow,
        (col(RoleGrantRow.person_id) == col(PersonRow.id)) & col(RoleGrantRow.ended_at).is_(None),
    )
    .outerjoin(
        ConversationRow,
        (col(ConversationRow.person_id) == col(PersonRow.id))
        & (col(ConversationRow.chat) == bindparam("chat")),
    )
    .where(col(PersonRow.channel) == bindparam("channel"), col(PersonRow.user) == bindparam("user"))
    .with_for_update(of=PersonRow, key_share=True)
)


async def add_without_chat(session: AsyncSession, name: str, now: datetime) -> Person:
    """Somebody who told an agent of a problem. Each such ticket has its own: what was told for it serves it alone."""
    user = uuid4().hex
    row = await inserted(
        session, PersonRow(channel=NO_CHAT, user=user, chat=user, name=name, reachable=False, created_at=now)
    )
    return as_person(row)


async def with_names(session: AsyncSession) -> list[Person]:
    """Everybody who has a chat and is known by a name or a user name."""
    is_named = or_(col(PersonRow.name) != "", col(PersonRow.username).is_not(None))
    where = (col(PersonRow.channel) != NO_CHAT, col(PersonRow.forgotten_at).is_(None), is_named)
    query = select(PersonRow).where(*where).order_by(col(PersonRow.id))
    return [as_person(row) for row in await session.scalars(query)]


async def with_live_tickets(session: AsyncSession) -> list[Person]:
    """Those whose tickets live. Asked of each person: there are fewer people than tickets."""
    has_one = (
        select(col(TicketRow.id)).where(col(TicketRow.requester_id) == col(PersonRow.id), is_live()).exists()
    )
    return [as_person(row) for row in await session.scalars(select(PersonRow).where(has_one))]


async def get(session: AsyncSession, person_id: int) -> Person:
    """Of an id that was kept with them: there is such a person."""
    [row] = await _ONE.rows(session, {"id": person_id})
    return as_person(row)


async def find(session: AsyncSession, person_id: int) -> Person | None:
    rows = await _ONE.rows(session, {"id": person_id})
    return as_person(rows[0]) if rows else None


async def by_username(session: AsyncSession, channel: str, username: str) -> Person | None:
    """None also where two have it, which an older version let happen: then it says nobody."""
    found = (await session.scalars(select(PersonRow).where(*_called(channel, username)).limit(2))).all()
    return as_person(found[0]) if len(found) == 1 else None


async def by_user(session: AsyncSession, channel: str, user: str) -> Person | None:
    found = await _BY_USER.rows(session, {"channel": channel, "user": user})
    return as_person(found[0]) if found else None


async def record_consent(session: AsyncSession, person: int, version: str, name: str, now: datetime) -> None:
    """A name that the person chose before is kept."""
    await _CONSENTS.rows(session, {"whose": person, "version": version, "now": now, "called": name})
    accepted = {"person_id": person, "kind": ConsentKind.ACCEPTED, "version": version, "at": now}
    await _SAYS_SO.rows(session, accepted)


async def keep_details(
    session: AsyncSession, person: int, *, contact: str | None = None, dependencia: str | None = None
) -> None:
    """Keeps what the person told with a ticket, so that it is offered again. What they registered stays as it is."""
    details = {"told_contact": contact or None, "told_dependencia": dependencia or None}
    await _DETAILS.rows(session, {"whose": person, **details})


async def update(session: AsyncSession, person: int, **columns: object) -> None:
    """Sets what the person says of themselves, or what was shown of them (name, contact, dependencia, e-mail …)."""
    row = await session.get_one(PersonRow, person)
    for name, value in columns.items():
        setattr(row, name, value)
    await session.flush()


async def consents_of(session: AsyncSession, person: int) -> list[ConsentEvent]:
    """Every acceptance and withdrawal, the oldest first."""
    query = (
        select(ConsentEventRow)
        .where(col(ConsentEventRow.person_id) == person)
        .order_by(col(ConsentEventRow.id))
    )
    return [ConsentEvent(ConsentKind(row.kind), row.version, row.at) for row in await session.scalars(query)]


async def set_reachable(session: AsyncSession, channel: str, chat: str, reachable: bool) -> None:
    where = (col(PersonRow.channel) == channel, col(PersonRow.chat) == chat)
    await session.execute(change(PersonRow).where(*where).values(reachable=reachable))


async def forget(session: AsyncSession, person: int, now: datetime) -> None:
    """Takes the personal data away; the number of their chat stays, because their tickets hang on it."""
    row = await session.get_one(PersonRow, person)
    if row.consent_version:
        session.add(
            ConsentEventRow(person_id=person, kind=ConsentKind.WITHDRAWN, version=row.consent_version, at=now)
        )
    row.name, row.username, row.dependencia, row.contact = "", None, None, None
    row.email, row.email_verified_at = None, None
    row.consent_version, row.consent_at, row.registered_at = None, None, None
    row.forgotten_at = now
    await session.flush()


def as_person(row: PersonRow) -> Person:
    return _person([getattr(row, name) for name in _KNOWN])


def _person(known: Sequence[Any]) -> Person:
    """From the columns that are called as its fields are."""
    told = dict(zip(_KNOWN, known, strict=True))
    return Person(**told | {"urgent_news": UrgentNews(told["urgent_news"])})
