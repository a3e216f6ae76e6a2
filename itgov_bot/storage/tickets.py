"""Tickets and their gapless numbers."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Integer,
    ScalarSelect,
    bindparam,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import (
    Draft,
    Priority,
    Solution,
    State,
    Ticket,
    format_number,
)
from itgov_bot.storage.prepared import Prepared, among
from itgov_bot.storage.statements import added, changed, inserted, table_of
from itgov_bot.storage.tables import (
    AffectedRow,
    AttachmentRow,
    TicketCounterRow,
    TicketEventRow,
    TicketRow,
)
from itgov_bot.storage.ticket_reading import LIVES, all_whole, as_ticket, is_live, rating_counts


async def next_number(session: AsyncSession, year: int) -> str:
    """Takes the next number of the year. The counter row is locked until the turn commits or is undone: no gaps."""
    taken = await _NEXT_NUMBER.rows(session, {"of": year})
    if not taken and await added(session, TicketCounterRow(year=year, last=1)):
        return format_number(year, 1)
    [row] = taken or await _NEXT_NUMBER.rows(session, {"of": year})
    return format_number(year, row.last)


_COUNTERS = table_of(TicketCounterRow)
_NEXT_NUMBER = Prepared(
    update(_COUNTERS)
    .where(_COUNTERS.c.year == bindparam("of"))
    .values(last=_COUNTERS.c.last + 1)
    .returning(_COUNTERS.c.last)
)


async def add(
    session: AsyncSession,
    number: str,
    draft: Draft,
    requester: int,
    channel: str,
    attended_from: datetime,
    now: datetime,
    opened_by: int | None = None,
    office: str | None = None,
) -> Ticket:
    row = await inserted(
        session,
        TicketRow(
            number=number,
            state=State.NEW,
            requester_id=requester,
            text=draft.text,
            service=draft.service,
            place=draft.place,
            office=office,
            contact=draft.contact,
            channel=channel,
            urgent=draft.urgent,
            exception=draft.exception,
            event_at=draft.event_at,
            priority=Priority.URGENT if draft.urgent else Priority.NORMAL,
            opened_by=opened_by,
            opened_at=now,
            attended_from=attended_from,
            updated_at=now,
        ),
    )
    return as_ticket(row)


async def by_number(session: AsyncSession, number: str) -> Ticket | None:
    found = await _BY_NUMBER.rows(session, {"called": number})
    return _whole(found[0]) if found else None


async def likeliest(session: AsyncSession, numbers: Collection[str]) -> str | None:
    """Of these numbers the newest that there is, what still lives first."""
    found = await _LIKELIEST.rows(session, {"numbers": list(numbers)})
    return found[0].number if found else None


async def get(session: AsyncSession, ticket_id: int) -> Ticket:
    """As it stands in storage now, whatever this session has seen of it before."""
    [row] = await _BY_ID.rows(session, {"which": ticket_id})
    return _whole(row)


async def of_requester(
    session: AsyncSession,
    person: int,
    states: Sequence[State] | None = None,
    *,
    unrated: bool = False,
    limit: int,
    offset: int = 0,
) -> list[Ticket]:
    """A person's tickets, the newest first."""
    asked = {"whose": person, "states": list(states or State), "most": limit, "skipped": offset}
    return [_whole(row) for row in await (_OWN_UNRATED if unrated else _OWN).rows(session, asked)]


async def change(
    session: AsyncSession,
    ticket: Ticket,
    to: State,
    now: datetime,
    *,
    assignee: int | None = None,
    **more: object,
) -> Ticket | None:
    """Moves a ticket on, if it still stands where `ticket` says; as it stands then. None when somebody was faster.

    `more` are further columns that change with the move (kind, solution, outcome, waiting_for, resolved_at …).
    """
    where = (
        col(TicketRow.id) == ticket.id,
        col(TicketRow.state) == ticket.state,
        col(TicketRow.assignee_id).is_(None)
        if ticket.assignee is None
        else col(TicketRow.assignee_id) == ticket.assignee,
    )
    values = {"state": to, "updated_at": now, "assignee_id": assignee or ticket.assignee, **more}
    moved = update(TicketRow).where(*where).values(**values).returning(TicketRow)
    options = {"synchronize_session": False, "populate_existing": True}
    row = await session.scalar(moved, execution_options=options)
    return as_ticket(row, ticket.attachments, ticket.affected) if row else None


async def put(session: AsyncSession, ticket: int, **columns: object) -> None:
    """Sets columns that are no part of the life cycle (priority, service, due times, rating)."""
    await session.execute(update(TicketRow).where(col(TicketRow.id) == ticket).values(**columns))


async def put_once(session: AsyncSession, ticket: int, column: str, value: object) -> bool:
    """Sets a column that is still empty. False when it had a value: the first one counts."""
    where = (col(TicketRow.id) == ticket, col(getattr(TicketRow, column)).is_(None))
    return await changed(session, update(TicketRow).where(*where).values({column: value}))


async def merged_into(session: AsyncSession, ticket: int) -> list[Ticket]:
    """The tickets that go on in this one, also those that went into one of them before, the oldest first.

    By their histories: what is shown of every ticket looks through no others.
    """
    found: list[Ticket] = []
    above = [ticket]
    while above:
        joined = await _joined(session, above)
        found += joined
        above = [one.id for one in joined]
    return sorted(found, key=lambda one: one.id)


async def _joined(session: AsyncSession, into: Sequence[int]) -> list[Ticket]:
    history = await _MERGED.rows(session, {"into": list(into)})
    numbers = [data["number"] for (data,) in history if "number" in data]
    if not numbers:
        return []
    query = select(TicketRow).where(
        col(TicketRow.number).in_(numbers), col(TicketRow.merged_into_id).in_(into)
    )
    return [as_ticket(row) for row in await session.scalars(query)]


async def solved_by_desk(
    session: AsyncSession, service: str, since: datetime
) -> list[tuple[datetime, datetime]]:
    """When each ticket of a service that an agent solved since then was opened, and when it was solved."""
    query = select(col(TicketRow.opened_at), col(TicketRow.resolved_at)).where(
        col(TicketRow.service) == service,
        or_(col(TicketRow.solution).is_(None), col(TicketRow.solution) != Solution.SELF),
        col(TicketRow.resolved_at) >= since,
    )
    return [(opened, solved) for opened, solved in await session.execute(query) if solved]


async def count_of(session: AsyncSession, person: int, states: Sequence[State] | None = None) -> int:
    [(number,)] = await _COUNT_OWN.rows(session, {"whose": person, "states": list(states or State)})
    return int(number)


async def in_hand(session: AsyncSession, agent: int) -> list[Ticket]:
    """The live tickets that somebody has, the oldest first."""
    where = (col(TicketRow.assignee_id) == agent, is_live())
    query = select(TicketRow).where(*where).order_by(col(TicketRow.id))
    return await all_whole(session, (await session.scalars(query)).all())


async def forget_contact(session: AsyncSession, person: int) -> None:
    """The tickets of a person who asked to be forgotten lose what points at them."""
    where = col(TicketRow.requester_id) == person
    await session.execute(update(TicketRow).where(where).values(contact="", place="", office=None))


def _whole(row: Any) -> Ticket:
    """With what is counted around it."""
    return as_ticket(row, row.files, row.affected if row.is_outage else 0)


def _beside(beside: type[AttachmentRow | AffectedRow]) -> ScalarSelect[int]:
    return select(func.count()).where(col(beside.ticket_id) == _TABLE.c.id).scalar_subquery()


_TABLE = table_of(TicketRow)
_WHOLE = select(_TABLE, _beside(AttachmentRow).label("files"), _beside(AffectedRow).label("affected"))
_LIKELIEST = Prepared(
    *(
        select(_TABLE.c.number).where(listed).order_by(LIVES.desc(), _TABLE.c.number.desc()).limit(1)
        for listed in among(_TABLE.c.number, "numbers")
    )
)
_IS_OWN = _TABLE.c.requester_id == bindparam("whose")
_OWN, _OWN_UNRATED = (
    Prepared(
        *(
            _WHOLE.where(_IS_OWN, listed, *more)
            .order_by(_TABLE.c.id.desc())
            .limit(bindparam("most", type_=Integer()))
            .offset(bindparam("skipped", type_=Integer()))
            for listed in among(_TABLE.c.state, "states")
        )
    )
    for more in ((), (_TABLE.c.rating.is_(None), rating_counts()))
)
_COUNT_OWN = Prepared(
    *(
        select(func.count()).select_from(_TABLE).where(_IS_OWN, listed)
        for listed in among(_TABLE.c.state, "states")
    )
)
_EVENTS = table_of(TicketEventRow)
_MERGED = Prepared(
    *(
        select(_EVENTS.c.data).where(listed, _EVENTS.c.kind == EventKind.MERGED)
        for listed in among(_EVENTS.c.ticket_id, "into")
    )
)
_BY_NUMBER = Prepared(_WHOLE.where(_TABLE.c.number == bindparam("called")))
_BY_ID = Prepared(_WHOLE.where(_TABLE.c.id == bindparam("which")))
