"""People, their consent and their roles."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy import update as change
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.people import NO_CHAT, ConsentEvent, ConsentKind, Person, Role, UrgentNews
from itgov_bot.messages import Sender
from itgov_bot.storage.database import added, changed
from itgov_bot.storage.tables import ConsentEventRow, PersonRow, RoleGrantRow


async def get_or_create(session: AsyncSession, sender: Sender, chat: str | None, now: datetime) -> Person:
    """The person behind a sender, made known at the first word. Locks their row: one turn of a person at a time.

    `chat` is their private chat, None when they write in a group. The name waits for their consent.
    """
    row = await _locked(session, sender) or await _first_met(session, sender, chat, now)
    await _takes_name(session, row, sender.username)
    if chat is not None:
        row.chat, row.reachable = chat, True
    await session.flush()
    return as_person(row)


async def _takes_name(session: AsyncSession, row: PersonRow, username: str | None) -> None:
    """A user name is given to another when somebody leaves it: nobody else of the channel is known by it any more.

    Who asked to be forgotten stays so until they consent again.
    """
    known = username if row.forgotten_at is None else None
    if username and (username != row.username or known is None):
        where = (*_called(row.channel, username), col(PersonRow.id) != row.id)
        await session.execute(change(PersonRow).where(*where).values(username=None))
    row.username = known


def _called(channel: str, username: str) -> tuple[ColumnElement[bool], ...]:
    name = username.lstrip("@").lower()
    return col(PersonRow.channel) == channel, func.lower(col(PersonRow.username)) == name


async def _locked(session: AsyncSession, sender: Sender) -> PersonRow | None:
    """`key_share`: others may still refer to the row (give a role) while this person's turn goes on."""
    query = select(PersonRow).where(
        col(PersonRow.channel) == sender.channel, col(PersonRow.user) == sender.user
    )
    return (await session.execute(query.with_for_update(key_share=True))).scalar_one_or_none()


async def _first_met(session: AsyncSession, sender: Sender, chat: str | None, now: datetime) -> PersonRow:
    """Their row; another process may have met them at the same moment, and then theirs is taken."""
    row = PersonRow(
        channel=sender.channel,
        user=sender.user,
        chat=chat or sender.user,
        name="",
        reachable=chat is not None,  # a bot may not write first: somebody met in a group must begin
        created_at=now,
    )
    if await added(session, row):
        return row
    found = await _locked(session, sender)
    assert found is not None
    return found


async def add_without_chat(session: AsyncSession, name: str, now: datetime) -> Person:
    """Somebody who told an agent of a problem. Each such ticket has its own: what was told for it serves it alone."""
    user = uuid4().hex
    row = PersonRow(channel=NO_CHAT, user=user, chat=user, name=name, reachable=False, created_at=now)
    session.add(row)
    await session.flush()
    return as_person(row)


async def with_names(session: AsyncSession) -> list[Person]:
    """Everybody who has a chat and is known by a name or a user name."""
    is_named = or_(col(PersonRow.name) != "", col(PersonRow.username).is_not(None))
    where = (col(PersonRow.channel) != NO_CHAT, col(PersonRow.forgotten_at).is_(None), is_named)
    query = select(PersonRow).where(*where).order_by(col(PersonRow.id))
    return [as_person(row) for row in (await session.execute(query)).scalars()]


async def get(session: AsyncSession, person_id: int) -> Person:
    return as_person(await session.get_one(PersonRow, person_id))


async def find(session: AsyncSession, person_id: int) -> Person | None:
    row = await session.get(PersonRow, person_id)
    return as_person(row) if row else None


async def by_username(session: AsyncSession, channel: str, username: str) -> Person | None:
    """None also where two have it, which an older version let happen: then it says nobody."""
    found = (
        (await session.execute(select(PersonRow).where(*_called(channel, username)).limit(2))).scalars().all()
    )
    return as_person(found[0]) if len(found) == 1 else None


async def by_user(session: AsyncSession, channel: str, user: str) -> Person | None:
    query = select(PersonRow).where(col(PersonRow.channel) == channel, col(PersonRow.user) == user)
    row = (await session.execute(query)).scalar_one_or_none()
    return as_person(row) if row else None


async def record_consent(session: AsyncSession, person: int, version: str, name: str, now: datetime) -> None:
    """A name that the person chose before is kept."""
    row = await session.get_one(PersonRow, person)
    row.consent_version, row.consent_at, row.name = version, now, row.name or name
    row.forgotten_at = None
    session.add(ConsentEventRow(person_id=person, kind=ConsentKind.ACCEPTED, version=version, at=now))


async def keep_details(
    session: AsyncSession, person: int, *, contact: str | None = None, dependencia: str | None = None
) -> None:
    """Keeps what the person told with a ticket, so that it is offered again. What they registered stays as it is."""
    row = await session.get_one(PersonRow, person)
    if row.registered_at is None:
        row.contact = contact or row.contact
        row.dependencia = dependencia or row.dependencia


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
    return [
        ConsentEvent(ConsentKind(row.kind), row.version, row.at)
        for row in (await session.execute(query)).scalars()
    ]


async def set_reachable(session: AsyncSession, channel: str, chat: str, reachable: bool) -> None:
    where = (col(PersonRow.channel) == channel, col(PersonRow.chat) == chat)
    await session.execute(change(PersonRow).where(*where).values(reachable=reachable))


async def roles_of(session: AsyncSession, person: int) -> frozenset[Role]:
    """The roles in force now. Everybody is staff."""
    query = select(col(RoleGrantRow.role)).where(
        col(RoleGrantRow.person_id) == person, col(RoleGrantRow.ended_at).is_(None)
    )
    return frozenset({Role.STAFF, *(Role(role) for role in (await session.execute(query)).scalars())})


async def offices_of(session: AsyncSession, person: int) -> frozenset[str]:
    """The offices that somebody holds now: those for whose indicators they answer."""
    query = select(col(RoleGrantRow.office)).where(*_in_force(person, Role.OWNER))
    return frozenset((await session.execute(query)).scalars())


async def grant(
    session: AsyncSession, person: int, role: Role, by: int | None, now: datetime, office: str = ""
) -> bool:
    """Gives a role (an owner's for one office); False when the person had it already."""
    held = select(col(RoleGrantRow.id)).where(*_in_force(person, role), col(RoleGrantRow.office) == office)
    if (await session.execute(held)).first():
        return False
    row = RoleGrantRow(person_id=person, role=role, office=office, granted_by=by, granted_at=now)
    return await added(session, row)  # False: another administrator was faster


async def revoke(
    session: AsyncSession,
    person: int,
    role: Role,
    by: int | None,
    now: datetime,
    office: str | None = None,
) -> bool:
    """Ends a role, an owner's for one office or for all; False when the person did not have it."""
    where = _in_force(person, role)
    of_office = () if office is None else (col(RoleGrantRow.office) == office,)
    ended = change(RoleGrantRow).where(*where, *of_office).values(ended_by=by, ended_at=now)
    return bool(await changed(session, ended))


def _in_force(person: int, role: Role) -> tuple[ColumnElement[bool], ...]:
    return (
        col(RoleGrantRow.person_id) == person,
        col(RoleGrantRow.role) == role,
        col(RoleGrantRow.ended_at).is_(None),
    )


async def with_role(session: AsyncSession, role: Role, office: str | None = None) -> list[Person]:
    """Everybody who has a role (an owner's for an office) now, each once, in the order in which they got it."""
    of_office = () if office is None else (col(RoleGrantRow.office) == office,)
    query = (
        select(PersonRow)
        .join(RoleGrantRow, col(RoleGrantRow.person_id) == col(PersonRow.id))
        .where(col(RoleGrantRow.role) == role, col(RoleGrantRow.ended_at).is_(None), *of_office)
        .order_by(col(RoleGrantRow.id))
    )
    found = (await session.execute(query)).scalars()
    return [as_person(row) for row in {row.id: row for row in found}.values()]


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
    assert row.id is not None
    return Person(
        id=row.id,
        channel=row.channel,
        user=row.user,
        name=row.name,
        chat=row.chat,
        username=row.username,
        dependencia=row.dependencia,
        contact=row.contact,
        consent_version=row.consent_version,
        consent_at=row.consent_at,
        email=row.email,
        email_verified_at=row.email_verified_at,
        registered_at=row.registered_at,
        reachable=row.reachable,
        urgent_news=UrgentNews(row.urgent_news),
    )
