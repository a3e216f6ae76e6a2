"""Who is on duty: those who always are, the order of those who take turns, stand-ins, and swaps that were asked for."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, Integer, bindparam, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.rota import DutySpan, Override, Swap
from itgov_bot.storage.people import as_person
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import changed, inserted, table_of
from itgov_bot.storage.tables import (
    DutyOverrideRow,
    DutyRow,
    DutySwapRow,
    PersonRow,
    RoleGrantRow,
    RotaTurnRow,
)

# Those who always are


async def fixed(session: AsyncSession) -> list[tuple[int, Person]]:
    """Who is always on duty, by step (1 is called first)."""
    return [(row.step, as_person(row)) for row in await _FIXED.rows(session, {})]


async def put_on_duty(session: AsyncSession, person: int, step: int) -> None:
    await session.merge(DutyRow(person_id=person, step=step))
    await session.flush()


async def take_off_duty(session: AsyncSession, person: int) -> bool:
    return await changed(session, delete(DutyRow).where(col(DutyRow.person_id) == person))


# Those who take turns


async def turns(session: AsyncSession) -> list[Person]:
    """In their order."""
    return [as_person(row) for row in await _TURNS.rows(session, {})]


async def set_turns(session: AsyncSession, order: Iterable[int]) -> None:
    """In the place of the order that there was."""
    await session.execute(delete(RotaTurnRow))
    session.add_all([RotaTurnRow(position=place, person_id=one) for place, one in enumerate(order, 1)])
    await session.flush()


async def on_call(session: AsyncSession, channel: str, users: Collection[str]) -> dict[str, Person]:
    """Those of these users of a channel who have the role for it now."""
    query = (
        select(PersonRow)
        .join(RoleGrantRow, col(RoleGrantRow.person_id) == col(PersonRow.id))
        .where(col(PersonRow.channel) == channel, col(PersonRow.user).in_(users))
        .where(col(RoleGrantRow.role) == Role.ON_CALL, col(RoleGrantRow.ended_at).is_(None))
    )
    return {row.user: as_person(row) for row in await session.scalars(query)}


async def never_on_call(session: AsyncSession, channel: str, users: Collection[str]) -> list[Person]:
    """Those of these users of a channel whom the desk knows, and who never had the role for it."""
    had_it = select(col(RoleGrantRow.person_id)).where(col(RoleGrantRow.role) == Role.ON_CALL)
    query = (
        select(PersonRow)
        .where(col(PersonRow.channel) == channel, col(PersonRow.user).in_(users))
        .where(col(PersonRow.id).not_in(had_it), col(PersonRow.forgotten_at).is_(None))
        .order_by(col(PersonRow.id))
    )
    return [as_person(row) for row in await session.scalars(query)]


# Stand-ins


async def overrides(session: AsyncSession, span: DutySpan) -> list[Override]:
    """Those that touch a span, the oldest first."""
    touched = {"begins": span.starts_at, "ends": span.ends_at}
    return [_as_override(row) for row in await _OVERRIDES.rows(session, touched)]


async def add_override(session: AsyncSession, one: Override, by: int | None, now: datetime) -> Override:
    row = await inserted(
        session,
        DutyOverrideRow(
            starts_at=one.span.starts_at,
            ends_at=one.span.ends_at,
            person_id=one.person,
            instead_of=one.instead_of,
            made_by=by,
            made_at=now,
        ),
    )
    return _as_override(row)


async def end_overrides(session: AsyncSession, ids: Collection[int], now: datetime) -> list[Override]:
    """What of these is still to come does not count any more. Those that were ended by it, as they were."""
    return await _end(session, col(DutyOverrideRow.id).in_(ids), now)


async def end_overrides_of(session: AsyncSession, person: int, now: datetime) -> list[Override]:
    """The same for all in which somebody stands in or is stood in for."""
    concerned = or_(col(DutyOverrideRow.person_id) == person, col(DutyOverrideRow.instead_of) == person)
    return await _end(session, concerned, now)


async def _end(session: AsyncSession, which: ColumnElement[bool], now: datetime) -> list[Override]:
    query = (
        select(DutyOverrideRow)
        .where(which, col(DutyOverrideRow.ends_at) > now)
        .order_by(col(DutyOverrideRow.id))
    )
    rows = (await session.scalars(query)).all()
    ended = [_as_override(row) for row in rows]
    for row in rows:
        if row.starts_at >= now:
            await session.delete(row)
        else:
            row.ends_at = now
    await session.flush()
    return ended


# Swaps


async def add_swap(session: AsyncSession, swap: Swap, now: datetime) -> Swap:
    """Keeps what was asked; its `id` is given here."""
    row = await inserted(
        session,
        DutySwapRow(
            asked_by=swap.asked_by,
            asked_of=swap.asked_of,
            starts_at=swap.span.starts_at,
            ends_at=swap.span.ends_at,
            other_starts_at=swap.other.starts_at if swap.other else None,
            other_ends_at=swap.other.ends_at if swap.other else None,
            asked_at=now,
        ),
    )
    return _as_swap(row)


async def swap(session: AsyncSession, number: int) -> Swap | None:
    row = await session.get(DutySwapRow, number, populate_existing=True)
    return _as_swap(row) if row else None


async def open_swaps(session: AsyncSession, person: int | None = None) -> list[Swap]:
    """Those that wait for an answer; of one person, those that they asked for or were asked."""
    asked = _OPEN_SWAPS if person is None else _OPEN_SWAPS_OF
    return [_as_swap(row) for row in await asked.rows(session, {"person": person})]


async def swaps_to_come(session: AsyncSession, person: int, now: datetime) -> list[Swap]:
    """What somebody asked for or was asked, answered or not, that did not begin yet; the last one first."""
    concerned = or_(col(DutySwapRow.asked_by) == person, col(DutySwapRow.asked_of) == person)
    query = (
        select(DutySwapRow)
        .where(concerned, col(DutySwapRow.starts_at) > now)
        .order_by(col(DutySwapRow.id).desc())
    )
    return [_as_swap(row) for row in await session.scalars(query)]


async def answer_swap(session: AsyncSession, number: int, agreed: bool | None, now: datetime) -> bool:
    """False when it was answered before, also by another worker. `agreed` None: nobody answered in time."""
    where = (col(DutySwapRow.id) == number, col(DutySwapRow.answered_at).is_(None))
    values = {"answered_at": now, "is_agreed": agreed}
    return await changed(session, update(DutySwapRow).where(*where).values(**values))


# What is asked in every round.

_PEOPLE, _ALWAYS, _TURN = table_of(PersonRow), table_of(DutyRow), table_of(RotaTurnRow)
_FIXED = Prepared(
    select(_PEOPLE, _ALWAYS.c.step)
    .join(_ALWAYS, _ALWAYS.c.person_id == _PEOPLE.c.id)
    .order_by(_ALWAYS.c.step, _PEOPLE.c.id)
)
_TURNS = Prepared(select(_PEOPLE).join(_TURN, _TURN.c.person_id == _PEOPLE.c.id).order_by(_TURN.c.position))
_COVERS = table_of(DutyOverrideRow)
_OVERRIDES = Prepared(
    select(_COVERS)
    .where(_COVERS.c.starts_at < bindparam("ends"), _COVERS.c.ends_at >= bindparam("begins"))
    .order_by(_COVERS.c.id)
)
_SWAPS = table_of(DutySwapRow)
_UNANSWERED = select(_SWAPS).where(_SWAPS.c.answered_at.is_(None)).order_by(_SWAPS.c.id)
_OPEN_SWAPS = Prepared(_UNANSWERED)
_PERSON = bindparam("person", type_=Integer())
_OPEN_SWAPS_OF = Prepared(_UNANSWERED.where(or_(_SWAPS.c.asked_by == _PERSON, _SWAPS.c.asked_of == _PERSON)))


def _as_override(row: DutyOverrideRow) -> Override:
    return Override(row.person_id, row.instead_of, DutySpan(row.starts_at, row.ends_at), row.id or 0)


def _as_swap(row: DutySwapRow) -> Swap:
    other = (
        DutySpan(row.other_starts_at, row.other_ends_at)
        if row.other_starts_at and row.other_ends_at
        else None
    )
    return Swap(
        row.id or 0,
        row.asked_by,
        row.asked_of,
        DutySpan(row.starts_at, row.ends_at),
        other,
        row.answered_at,
        row.is_agreed,
    )
