"""What is planned for the periods of indicators, and what of it is done."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.indicators import Period
from itgov_bot.domain.indicators.plan import PlanItem
from itgov_bot.storage.people import as_person
from itgov_bot.storage.statements import changed
from itgov_bot.storage.tables import PersonRow, PlanItemRow


async def add(
    session: AsyncSession,
    indicator: int,
    rows: Sequence[tuple[Period, str, date]],
    by: int,
    now: datetime,
) -> None:
    """`rows` are the period, what is to be done, and until when."""
    for period, text, due in rows:
        session.add(
            PlanItemRow(
                indicator=indicator, period=str(period), text=text, due=due, added_by=by, added_at=now
            )
        )
    await session.flush()


async def of_all(session: AsyncSession) -> list[PlanItem]:
    """Everything that is planned for any indicator, by when it is due."""
    return await _fetch(session)


async def of(session: AsyncSession, indicator: int, period: Period) -> list[PlanItem]:
    """The plan of one period, by when each is due."""
    where = (col(PlanItemRow.indicator) == indicator, col(PlanItemRow.period) == str(period))
    return await _fetch(session, *where)


async def find(session: AsyncSession, item: int) -> PlanItem | None:
    """As it stands now; None when it was taken off the plan."""
    found = await _fetch(session, col(PlanItemRow.id) == item)
    return found[0] if found else None


async def tick(session: AsyncSession, item: int, on: date, by: int, now: datetime) -> bool:
    """False when it is done already, or off the plan."""
    where = (col(PlanItemRow.done_on).is_(None), *_is(item))
    return await changed(
        session, update(PlanItemRow).where(*where).values(done_on=on, done_by=by, done_at=now)
    )


async def move(session: AsyncSession, item: int, period: Period, due: date) -> bool:
    """False when it is done already, or off the plan."""
    where = (col(PlanItemRow.done_on).is_(None), *_is(item))
    moving = update(PlanItemRow).where(*where).values(period=str(period), due=due)
    return bool(await changed(session, moving))


async def untick(session: AsyncSession, item: int) -> bool:
    """It was not done after all. False when it was not ticked."""
    where = (col(PlanItemRow.done_on).is_not(None), *_is(item))
    undone = update(PlanItemRow).where(*where).values(done_on=None, done_by=None, done_at=None)
    return await changed(session, undone)


async def drop(session: AsyncSession, item: int, by: int, now: datetime) -> bool:
    """Takes it off the plan; the row stays. False when it was off already."""
    dropped = update(PlanItemRow).where(*_is(item)).values(dropped_by=by, dropped_at=now)
    return await changed(session, dropped)


def _is(item: int) -> tuple[ColumnElement[bool], ...]:
    return col(PlanItemRow.id) == item, col(PlanItemRow.dropped_at).is_(None)


async def _fetch(session: AsyncSession, *where: ColumnElement[bool]) -> list[PlanItem]:
    query = (
        select(PlanItemRow, PersonRow)
        .outerjoin(PersonRow, col(PersonRow.id) == col(PlanItemRow.done_by))
        .where(col(PlanItemRow.dropped_at).is_(None), *where)
        .order_by(col(PlanItemRow.due), col(PlanItemRow.id))
        .execution_options(populate_existing=True)
    )
    return [_as_item(row, person) for row, person in await session.execute(query)]


def _as_item(row: PlanItemRow, by: PersonRow | None) -> PlanItem:
    return PlanItem(
        id=row.id or 0,
        indicator=row.indicator,
        period=Period.parse(row.period),
        text=row.text,
        due=row.due,
        done_on=row.done_on,
        done_by=as_person(by) if by else None,
    )
