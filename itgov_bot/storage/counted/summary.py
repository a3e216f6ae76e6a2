"""What a summary counts, from indexes alone: how many cases, by what, and which they are."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, case, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.calendar import Span
from itgov_bot.domain.summary import Backlog, Figure, Flow, Opened, Part, Solved, Split
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.rating import LOW_RATING
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.storage import ticket_reading
from itgov_bot.storage.counted.queue import is_late, number_where
from itgov_bot.storage.statements import number_of
from itgov_bot.storage.tables import TicketEventRow, TicketRow
from itgov_bot.storage.ticket_reading import is_live, is_solved, rating_counts


async def flow(session: AsyncSession, span: Span) -> Flow:
    return Flow(await _opened(session, span), await solved(session, span), await _reopened(session, span))


async def backlog(session: AsyncSession, limits: Sequence[datetime], now: datetime) -> Backlog:
    """`limits` part the ages, as `domain.summary.age_limits` gives them."""
    opened = col(TicketRow.opened_at)
    since = [number_where(opened >= limit) for limit in limits]
    is_waiting = col(TicketRow.state) == State.WAITING
    query = select(
        func.count(),
        number_where(is_waiting),
        number_where(is_late(now)),
        number_where(col(TicketRow.urgent)),
        *since,
    ).where(is_live())
    total, waiting, overdue, urgent, *younger = (await session.execute(query)).one()
    bounds = [0, *(int(one) for one in younger), int(total)]
    ages = tuple(bounds[place + 1] - bounds[place] for place in range(len(bounds) - 1))
    return Backlog(int(total), ages, int(waiting), int(overdue), int(urgent))


async def parts(
    session: AsyncSession,
    figure: Figure,
    span: Span,
    by: Split,
    now: datetime,
    among: Sequence[Part] = (),
    *,
    limit: int,
    offset: int = 0,
) -> list[tuple[Part, int]]:
    """The parts of a figure with how many cases each has, the biggest first; `among`: of these parts alone."""
    key, many = _key(figure, by), func.count()
    query = (
        select(key, many).where(*_narrowed(figure, span, now, among)).group_by(key).order_by(many.desc(), key)
    )
    rows = (await session.execute(query.limit(limit).offset(offset))).all()
    return [(Part(by, None if row[0] is None else str(row[0])), int(row[1])) for row in rows]


async def count(
    session: AsyncSession,
    figure: Figure,
    span: Span,
    now: datetime,
    parts: Sequence[Part] = (),
    opened: Span | None = None,
) -> int:
    """`parts` by the same are alternatives; `opened` narrows it to the cases that were opened then: those of an age."""
    return await number_of(session, TicketRow, *_narrowed(figure, span, now, parts, opened))


async def cases(
    session: AsyncSession,
    figure: Figure,
    span: Span,
    now: datetime,
    parts: Sequence[Part] = (),
    opened: Span | None = None,
    *,
    limit: int,
    offset: int,
) -> list[Ticket]:
    """Of the backlog the oldest first, of everything else the newest."""
    where = _narrowed(figure, span, now, parts, opened)
    return await ticket_reading.found(session, *where, order=_order(figure), limit=limit, offset=offset)


async def _opened(session: AsyncSession, span: Span) -> Opened:
    query = select(func.count(), number_where(col(TicketRow.urgent)))
    query = query.where(*_where(Figure.RECEIVED, span, span[1]))
    received, urgent = (await session.execute(query)).one()
    return Opened(int(received), int(urgent))


async def solved(session: AsyncSession, span: Span, parts: Sequence[Part] = ()) -> Solved:
    stars = case((rating_counts(), col(TicketRow.rating)), else_=None)
    query = select(
        func.count(), func.count(stars), number_where(stars <= LOW_RATING), func.coalesce(func.sum(stars), 0)
    )
    query = query.where(*_narrowed(Figure.SOLVED, span, span[1], parts))
    many, rated, low, total = (await session.execute(query)).one()
    return Solved(int(many), int(rated), int(low), int(total))


async def taken(
    session: AsyncSession, span: Span, parts: Sequence[Part], *, limit: int
) -> list[tuple[datetime, datetime]]:
    """When each of the cases solved in a span was opened and when it was solved, the last ones first."""
    query = select(col(TicketRow.opened_at), col(TicketRow.resolved_at))
    query = query.where(*_narrowed(Figure.SOLVED, span, span[1], parts))
    rows = await session.execute(query.order_by(col(TicketRow.resolved_at).desc()).limit(limit))
    return [(opened, resolved) for opened, resolved in rows if resolved]


async def _reopened(session: AsyncSession, span: Span) -> int:
    query = select(func.count(func.distinct(col(TicketEventRow.ticket_id)))).where(*_reopening(span))
    return int((await session.execute(query)).scalar_one())


def _within(column: SQLColumnExpression[Any], span: Span) -> ColumnElement[bool]:
    return (column >= span[0]) & (column < span[1])


def _reopening(span: Span) -> tuple[SQLColumnExpression[bool], ...]:
    return _happened(EventKind.REOPENED, span)


def _happened(kind: EventKind, span: Span) -> tuple[SQLColumnExpression[bool], ...]:
    return col(TicketEventRow.kind) == kind, _within(col(TicketEventRow.at), span)


def _where(figure: Figure, span: Span, now: datetime) -> tuple[SQLColumnExpression[bool], ...]:
    """What makes a case one of a figure: the one statement of it for the counts, the parts and the lists."""
    goes_on = col(TicketRow.merged_into_id).is_(None)
    received = (_within(col(TicketRow.opened_at), span), goes_on, col(TicketRow.state) != State.CANCELLED)
    solved = (_within(col(TicketRow.resolved_at), span), goes_on, is_solved())
    rated = (*solved, col(TicketRow.rating).is_not(None), rating_counts())
    reopened = select(col(TicketEventRow.ticket_id)).where(*_reopening(span))
    cancelled = select(col(TicketEventRow.ticket_id)).where(*_happened(EventKind.CANCELLED, span))
    return {
        Figure.RECEIVED: received,
        Figure.URGENT: (*received, col(TicketRow.urgent)),
        Figure.SOLVED: solved,
        Figure.RATED: rated,
        Figure.RATED_LOW: (*rated, col(TicketRow.rating) <= LOW_RATING),
        Figure.REOPENED: (col(TicketRow.id).in_(reopened),),
        Figure.CANCELLED: (col(TicketRow.id).in_(cancelled), col(TicketRow.state) == State.CANCELLED),
        Figure.BACKLOG: (is_live(),),
        Figure.WAITING: (col(TicketRow.state) == State.WAITING,),
        Figure.OURS: (is_live(), col(TicketRow.state) != State.WAITING),
        Figure.OVERDUE: (is_live(), is_late(now)),
        Figure.URGENT_NOW: (is_live(), col(TicketRow.urgent)),
    }[figure]


def _key(figure: Figure, by: Split) -> SQLColumnExpression[Any]:
    """The agent of a solved case is who solved it; of another who has it."""
    if by is Split.AGENT:
        is_solved = figure in (Figure.SOLVED, Figure.RATED, Figure.RATED_LOW)
        return col(TicketRow.solved_by if is_solved else TicketRow.assignee_id)
    return col(
        {
            Split.SERVICE: TicketRow.service,
            Split.OFFICE: TicketRow.office,
            Split.CHANNEL: TicketRow.channel,
            Split.WAY: TicketRow.solution,
            Split.KIND: TicketRow.kind,
        }[by]
    )


def _narrowed(
    figure: Figure, span: Span, now: datetime, parts: Sequence[Part], opened: Span | None = None
) -> list[SQLColumnExpression[bool]]:
    """What makes a case one of a figure, of any of the parts by the same, and opened then."""
    where = [*_where(figure, span, now)]
    for by in _OF_PLACE:
        if named := [_at(one.key or "") for one in parts if one.by is by]:
            where.append(or_(*named))
    for by in {one.by for one in parts} - set(_OF_PLACE):
        column = _key(figure, by)
        where.append(or_(*(column.is_not_distinct_from(_key_of(one)) for one in parts if one.by is by)))
    return [*where, _within(col(TicketRow.opened_at), opened)] if opened else where


_OF_PLACE = (Split.SITE, Split.PLACE)
"""What the words of a place tell."""


def is_of(part: Part) -> ColumnElement[bool]:
    """Whether a case, as it stands, is of that part."""
    if part.by in _OF_PLACE:
        return _at(part.key or "")
    return _key(Figure.RECEIVED, part.by).is_not_distinct_from(_key_of(part))


def _at(site: str) -> ColumnElement[bool]:
    """Whether a case's place has that word, however it is accented."""
    place = func.lower(col(TicketRow.place))
    for written, plain in _WRITTEN:
        place = func.replace(place, written, plain)
    return literal(" ").concat(place).concat(" ").contains(f" {site} ", autoescape=True)


_WRITTEN = (*zip("áéíóúüÁÉÍÓÚÜ", "aeiouu" * 2, strict=True), *((one, " ") for one in ",.;:()-/\n"))


def _key_of(part: Part) -> str | int | None:
    return int(part.key) if part.by is Split.AGENT and part.key else part.key


def _order(figure: Figure) -> tuple[SQLColumnExpression[Any], ...]:
    """Of the backlog as an expression: the engine must not walk through all that was ever opened to find the first few
    that are live.
    """
    opened = func.coalesce(col(TicketRow.opened_at), col(TicketRow.opened_at))
    if figure in (Figure.RECEIVED, Figure.URGENT):
        return col(TicketRow.opened_at).desc(), col(TicketRow.id).desc()
    if figure in (Figure.SOLVED, Figure.RATED, Figure.RATED_LOW):
        return col(TicketRow.resolved_at).desc(), col(TicketRow.id).desc()
    return (opened.desc() if figure in (Figure.REOPENED, Figure.CANCELLED) else opened.asc()), col(
        TicketRow.id
    )
