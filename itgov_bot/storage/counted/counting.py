"""Tickets counted for the indicators: a selection of `domain/indicators/rules` as SQL, its number, and its tickets."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.calendar import Span
from itgov_bot.domain.indicators import Rule, Selection
from itgov_bot.domain.tickets.ticket import Kind, State, Ticket
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import number_of, table_of
from itgov_bot.storage.tables import RatingRow, TicketRow
from itgov_bot.storage.ticket_reading import as_ticket, is_live, is_solved

FAR = datetime(9999, 1, 1, tzinfo=UTC)
Kinds = Mapping[str, Kind]
"""Of what kind the tickets of a service are while no agent has said it."""


class Found(NamedTuple):
    """A ticket, of ratings as the solution left it that was rated, and whether it stands above and below the line."""

    ticket: Ticket
    above: bool
    below: bool


async def first_opened(session: AsyncSession) -> datetime | None:
    """When the first ticket was opened: before it there is nothing to count."""
    [(first,)] = await _FIRST.rows(session, {})
    opened: datetime | None = first
    return opened


_FIRST = Prepared(select(func.min(table_of(TicketRow).c.opened_at)))


async def count(
    session: AsyncSession, selections: Iterable[Selection], span: Span, kinds: Kinds
) -> dict[Selection, int]:
    """How many tickets each selection has in this span. Those that look at the same index are counted in one pass."""
    passes: dict[str, list[Selection]] = {}
    for one in selections:
        passes.setdefault(one.by, []).append(one)
    counted: dict[Selection, int] = {}
    for together in passes.values():
        numbers = (func.count().filter(*_besides(one, kinds)) for one in together)
        query = select(*numbers).select_from(_table(together[0])).where(*_common(together[0], span))
        counted |= zip(together, (await session.execute(query)).one(), strict=True)
    return counted


async def backlog(session: AsyncSession, rule: Rule, at: datetime, kinds: Kinds) -> int:
    """How many of what a rule receives were unsolved at an instant: they are so still, or were solved after it.

    Of what was solved after it, what was received after it as well is taken away, so that indexes alone are looked at.
    """
    live = (is_live(), col(TicketRow.opened_at) < at, _goes_on())
    still = await number_of(session, TicketRow, *live, *_besides(rule.below, kinds))
    came_later = replace(rule.below, is_solved=True)
    later = await count(session, [rule.above, came_later], (at, FAR), kinds)
    return still + later[rule.above] - later[came_later]


async def behind(
    session: AsyncSession, rule: Rule, span: Span, kinds: Kinds, *, limit: int, offset: int
) -> list[Found]:
    """The tickets of a reading: first those that stand below the line alone, each time the oldest first."""
    above, below = (and_(*_common(one, span), *_besides(one, kinds)) for one in (rule.above, rule.below))
    query = select(TicketRow, above, below, RatingRow).outerjoin(RatingRow, _rated_in(rule.below))
    query = query.where(or_(above, below)).order_by(above, col(TicketRow.id), col(RatingRow.solved_at))
    return [
        Found(_as_rated(as_ticket(row), rating), bool(up), bool(down))
        for row, up, down, rating in await session.execute(query.limit(limit).offset(offset))
    ]


def _rated_in(one: Selection) -> ColumnElement[bool]:
    """Beside which ticket a rating stands: beside none, where no ratings are looked at."""
    return col(RatingRow.ticket_id) == TicketRow.id if one.by == "rated" else false()


def _as_rated(ticket: Ticket, row: RatingRow | None) -> Ticket:
    return (
        replace(ticket, rating=row.stars, rating_comment=row.comment, resolved_at=row.solved_at)
        if row
        else ticket
    )


async def count_behind(session: AsyncSession, rule: Rule, span: Span, kinds: Kinds) -> int:
    """How many tickets make a reading: each once, above or below."""
    either = or_(*(and_(*_common(one, span), *_besides(one, kinds)) for one in (rule.above, rule.below)))
    return await number_of(session, _table(rule.below), either)


def _table(one: Selection) -> type[TicketRow | RatingRow]:
    return RatingRow if one.by == "rated" else TicketRow


def _common(one: Selection, span: Span) -> list[ColumnElement[bool]]:
    """What all selections of a pass share: the moment, and that the ticket counts at all."""
    if one.by == "rated":
        return [col(RatingRow.solved_at) >= span[0], col(RatingRow.solved_at) < span[1]]
    moment = col(TicketRow.opened_at if one.by == "opened" else TicketRow.resolved_at)
    counts = is_solved() if one.by == "solved" else col(TicketRow.state) != State.CANCELLED
    return [moment >= span[0], moment < span[1], _goes_on(), counts]


def _besides(one: Selection, kinds: Kinds) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if one.kind is not None:
        of_kind = sorted(service for service, kind in kinds.items() if kind is one.kind)
        unsaid = and_(col(TicketRow.kind).is_(None), col(TicketRow.service).in_(of_kind))
        where.append(or_(col(TicketRow.kind) == one.kind, unsaid))
    if one.solutions is not None:
        where.append(col(TicketRow.solution).in_(one.solutions))
    if one.stars is not None:
        where.append(col(RatingRow.stars) >= one.stars)
    if one.is_solved:
        where.append(is_solved())
    return where


def _goes_on() -> ColumnElement[bool]:
    """What was merged into another ticket counts there."""
    return col(TicketRow.merged_into_id).is_(None)
