"""The desk's queue: tickets by urgency and due time, by filter and words, and how much of it each agent has.

What is counted and sorted is read from the index of the live tickets alone, however many they are; only the few that are
shown are read whole.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, case, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.calendar import Span
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.queue import Load, QueueFilter
from itgov_bot.domain.tickets.ticket import Priority, State, Ticket
from itgov_bot.storage.near import IN_THREAD
from itgov_bot.storage.statements import number_of
from itgov_bot.storage.tables import TicketEventRow, TicketRow
from itgov_bot.storage.ticket_reading import all_whole, is_live, is_solved

NOBODY = 0
"""In place of the id of a person."""
LONG = {IN_THREAD: True}
"""Of what looks through all that is live."""


async def page(
    session: AsyncSession,
    wanted: QueueFilter,
    person: int,
    now: datetime,
    *,
    limit: int,
    offset: int,
    within: Span | None = None,
) -> tuple[list[Ticket], int]:
    """The tickets of one page and how many there are in all. `words` of the filter are not looked at (`searching`);
    `within` are its days."""
    where = matching(wanted, person, now, within)
    count = select(func.count()).select_from(TicketRow).where(*where)
    total = (await session.execute(count, execution_options=LONG)).scalar_one()
    ids = select(col(TicketRow.id)).where(*where).order_by(*order_of(wanted)).limit(limit).offset(offset)
    return await _in_order(session, ids), int(total)


async def by_ids(session: AsyncSession, ids: Sequence[int]) -> list[Ticket]:
    """In the order of `ids`."""
    rows = (await session.scalars(select(TicketRow).where(col(TicketRow.id).in_(ids)))).all()
    found = {one.id: one for one in await all_whole(session, rows)}
    return [found[one] for one in ids if one in found]


async def loads(session: AsyncSession, now: datetime) -> dict[int | None, Load]:
    """What each who has a live ticket has, and (None) what nobody has. Whose it is and what they solved is not in it."""
    waiting = col(TicketRow.state) == State.WAITING
    counted = [
        func.count(),
        number_where(col(TicketRow.urgent)),
        number_where(waiting),
        number_where(is_late(now)),
    ]
    oldest = func.min(col(TicketRow.opened_at))
    # As an expression, so that the index of the live ones is read and no other.
    holder = func.coalesce(col(TicketRow.assignee_id), NOBODY)
    query = select(holder, oldest, *counted).where(is_live()).group_by(holder)
    rows = await session.execute(query, execution_options=LONG)
    return {one if one != NOBODY else None: _load(opened, *counts) for one, opened, *counts in rows}


def _load(oldest: datetime, live: int, urgent: int, waiting: int, late: int) -> Load:
    return Load(None, int(live), int(urgent), int(waiting), int(late), oldest)


async def before(session: AsyncSession, ticket: int) -> int:
    """How many tickets that nobody has stand before this one, which nobody has either; all of them if somebody has."""
    free = (is_live(), col(TicketRow.assignee_id).is_(None))
    place = func.row_number().over(order_by=_by_urgency())
    line = select(col(TicketRow.id).label("ticket"), place.label("place")).where(*free).subquery()
    query = select(line.c.place).where(line.c.ticket == ticket)
    found = await session.scalar(query, execution_options=LONG)
    if found is not None:
        return int(found) - 1
    return await number_of(session, TicketRow, *free)


async def live_besides(session: AsyncSession, ticket: Ticket, limit: int) -> list[Ticket]:
    """Live tickets that this one may be the same as: of its requester, its service or its outage first, then the newest."""
    kin = case(
        (col(TicketRow.requester_id) == ticket.requester, 0),
        (col(TicketRow.service) == ticket.service, 1),
        else_=2,
    )
    ids = (
        select(col(TicketRow.id))
        .where(is_live(), col(TicketRow.id) != ticket.id)
        .order_by(kin, col(TicketRow.id).desc())
        .limit(limit)
    )
    return await _in_order(session, ids)


async def _in_order(session: AsyncSession, ids: Select[int | None]) -> list[Ticket]:
    found = await session.scalars(ids, execution_options=LONG)
    return await by_ids(session, [one for one in found if one])


# What is asked for


def matching(
    wanted: QueueFilter, person: int, now: datetime, within: Span | None
) -> list[SQLColumnExpression[bool]]:
    state = col(TicketRow.state)
    which = is_solved() if wanted.solved else state == wanted.state if wanted.state else is_live()
    return [which, *narrowing(wanted, person, now, within)]


def narrowing(
    wanted: QueueFilter, person: int, now: datetime, within: Span | None
) -> list[SQLColumnExpression[bool]]:
    """The other conditions, whatever the state."""
    whose = {*wanted.agents, *((person,) if wanted.mine else ())}
    holder, state, priority = col(TicketRow.assignee_id), col(TicketRow.state), col(TicketRow.priority)
    asked: tuple[tuple[object, SQLColumnExpression[bool]], ...] = (
        (whose, holder.in_(sorted(whose))),
        (wanted.free, holder.is_(None)),
        (wanted.services, col(TicketRow.service).in_(wanted.services)),
        (wanted.office, col(TicketRow.office) == wanted.office),
        (wanted.urgent, or_(col(TicketRow.urgent), priority == Priority.URGENT)),
        (wanted.priority, priority == wanted.priority),
        (wanted.late, is_late(now)),
        (wanted.escalated, _was_escalated()),
        (wanted.side == "wait", state == State.WAITING),
        (wanted.side == "ours", state != State.WAITING),
    )
    return [*(condition for is_asked, condition in asked if is_asked), *_within(wanted, within)]


def _within(wanted: QueueFilter, within: Span | None) -> list[SQLColumnExpression[bool]]:
    """When it was opened or, of what is solved, when that was; or when it becomes due."""
    if within is None:
        return []
    if wanted.due:
        return [_due() >= within[0], _due() < within[1]]
    at = col(TicketRow.resolved_at if wanted.is_of_solved else TicketRow.opened_at)
    return [at >= within[0], at < within[1]]


def _was_escalated() -> SQLColumnExpression[bool]:
    same = col(TicketEventRow.ticket_id) == col(TicketRow.id)
    return exists().where(same, col(TicketEventRow.kind) == EventKind.ESCALATED)


def is_late(now: datetime) -> ColumnElement[bool]:
    """Of a live ticket: a due time of it has gone by."""
    unanswered = and_(col(TicketRow.first_answer_at).is_(None), col(TicketRow.first_answer_due) < now)
    return or_(unanswered, col(TicketRow.solution_due) < now)


def number_where(condition: SQLColumnExpression[bool]) -> ColumnElement[int]:
    """How many of the rows fulfil it."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def order_of(wanted: QueueFilter) -> tuple[SQLColumnExpression[object], ...]:
    """Of what is over the newest first, where it is not asked for otherwise."""
    if wanted.oldest:
        return col(TicketRow.opened_at), col(TicketRow.id)
    return _by_urgency() if wanted.is_of_live else (col(TicketRow.id).desc(),)


def _due() -> SQLColumnExpression[datetime | None]:
    """When the next thing of it is due."""
    answer = case((col(TicketRow.first_answer_at).is_(None), col(TicketRow.first_answer_due)), else_=None)
    return func.coalesce(answer, col(TicketRow.solution_due))


def _by_urgency() -> tuple[SQLColumnExpression[object], ...]:
    """Urgent first, then by priority, then what is due first, then the oldest."""
    due = _due()
    rank = {Priority.URGENT: 0, Priority.HIGH: 1, Priority.NORMAL: 2, Priority.LOW: 3}
    priority = case(rank, value=col(TicketRow.priority), else_=2)
    return col(TicketRow.urgent).desc(), priority, due.is_(None), due, col(TicketRow.id)
