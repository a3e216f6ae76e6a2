"""Readings of indicators that are computed or recorded. Append-only: a correction is one more row, with its reason."""

from datetime import datetime
from typing import cast

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.indicators import Period, Reading, ReadingSource
from itgov_bot.storage.tables import PersonRow, ReadingRow


async def add(session: AsyncSession, reading: Reading, by: int | None, now: datetime) -> Reading:
    """Keeps one more reading, recorded now by a person (None: by the program). The sheet's own are never kept here."""
    if reading.source == "sheet":
        raise ValueError("the readings of the sheet are data, not rows")
    row = ReadingRow(
        indicator=reading.indicator,
        period=str(reading.period),
        value=reading.value,
        numerator=reading.numerator,
        denominator=reading.denominator,
        source=reading.source,
        recorded_by=by,
        recorded_at=now,
        reason=reading.reason,
    )
    session.add(row)
    await session.flush()
    person = await session.get(PersonRow, by) if by is not None else None
    return _as_reading(row, person.name if person else None)


async def of_indicator(session: AsyncSession, number: int) -> list[Reading]:
    """Everything recorded for one indicator, corrected readings too, in the order of recording."""
    return await _fetch(session, _recorded().where(col(ReadingRow.indicator) == number))


async def of_all(session: AsyncSession) -> list[Reading]:
    """Everything recorded for any indicator, in the order of recording."""
    return await _fetch(session, _recorded())


def _recorded() -> Select[ReadingRow, str]:
    return (
        select(ReadingRow, col(PersonRow.name))
        .outerjoin(PersonRow, col(PersonRow.id) == col(ReadingRow.recorded_by))
        .order_by(col(ReadingRow.id))
    )


async def _fetch(session: AsyncSession, query: Select[ReadingRow, str]) -> list[Reading]:
    return [_as_reading(row, name) for row, name in await session.execute(query)]


def _as_reading(row: ReadingRow, recorder: str | None) -> Reading:
    return Reading(
        indicator=row.indicator,
        period=Period.parse(row.period),
        value=row.value,
        numerator=row.numerator,
        denominator=row.denominator,
        source=cast(ReadingSource, row.source),
        # A 0 that somebody recorded or that was computed is a 0; only the print leaves that open.
        flags=("over_100",) if row.value > 100 else (),
        recorded_by=recorder or None,
        recorded_at=row.recorded_at,
        reason=row.reason,
    )
