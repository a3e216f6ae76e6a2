"""Readings of indicators that are computed or recorded. Append-only: a correction is one more row, with its reason."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import cast

from sqlalchemy import Select, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.indicators import NO_DATA, Evidence, Period, Reading, ReadingSource
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.messages import FileKind
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import added, inserted, table_of
from itgov_bot.storage.tables import PersonRow, ReadingFileRow, ReadingRow, TouchedRow

MAX_GIVEN = 10_000
"""Values in one statement; neither engine takes many more than three times as many."""


async def add(session: AsyncSession, reading: Reading, by: int | None, now: datetime) -> Reading:
    """Keeps one more reading, recorded now by a person (None: by the program). The sheet's own are never kept here."""
    row = await inserted(session, _row(reading, by, now))
    for file in reading.evidence.files if reading.evidence else ():
        session.add(ReadingFileRow(reading_id=row.id or 0, **asdict(file)))
    await session.flush()
    person = await session.get(PersonRow, by) if by is not None else None
    return _as_reading(row, person.name, person.username) if person else _as_reading(row)


async def freeze(session: AsyncSession, reading: Reading, now: datetime) -> bool:
    """Keeps what was computed of a period that closed, once. False when it is kept already."""
    return await added(session, _row(reading, None, now))


def _row(reading: Reading, by: int | None, now: datetime) -> ReadingRow:
    if reading.source == "sheet":
        raise ValueError("the readings of the sheet are data, not rows")
    return ReadingRow(
        indicator=reading.indicator,
        period=str(reading.period),
        value=reading.value,
        numerator=reading.numerator,
        denominator=reading.denominator,
        source=reading.source,
        recorded_by=by,
        recorded_at=now,
        reason=reading.reason,
        note=reading.note,
        evidence_link=reading.evidence.link if reading.evidence else None,
        evidence_lack=reading.evidence.lack if reading.evidence else None,
    )


async def of_indicator(session: AsyncSession, number: int) -> list[Reading]:
    """Everything recorded for one indicator, corrected readings too, in the order of recording."""
    return await _fetch(session, _recorded().where(col(ReadingRow.indicator) == number))


async def of_all(session: AsyncSession) -> list[Reading]:
    """Everything recorded for any indicator, in the order of recording."""
    return await _fetch(session, _recorded())


async def find(session: AsyncSession, reading: int) -> Reading | None:
    """One of them, by its id."""
    found = await _fetch(session, _recorded().where(col(ReadingRow.id) == reading))
    return found[0] if found else None


async def files_of(session: AsyncSession, reading: int) -> list[StoredFile]:
    """The files of its evidence, in the order in which they were sent."""
    query = select(ReadingFileRow).where(col(ReadingFileRow.reading_id) == reading)
    rows = await session.scalars(query.order_by(col(ReadingFileRow.id)))
    return [StoredFile(cast(FileKind, row.kind), row.name, row.mime, row.size, row.path) for row in rows]


async def touched(session: AsyncSession) -> list[tuple[int, datetime]]:
    """The instants within closed periods at which something changed that counts, each with the id of its row."""
    return [(row, at) for row, at in await _TOUCHED.rows(session, {})]


_AT = table_of(TouchedRow).c
_TOUCHED = Prepared(select(_AT.id, _AT.at).order_by(_AT.id))


async def touch(session: AsyncSession, instants: Iterable[datetime]) -> None:
    """These are to be looked at once more."""
    session.add_all(TouchedRow(at=at) for at in instants)
    await session.flush()


async def forget_touched(session: AsyncSession, rows: Sequence[int]) -> None:
    for some in range(0, len(rows), MAX_GIVEN):
        batch = rows[some : some + MAX_GIVEN]
        await session.execute(delete(TouchedRow).where(col(TouchedRow.id).in_(batch)))


def _recorded() -> Select[ReadingRow, str, str | None]:
    return (
        select(ReadingRow, col(PersonRow.name), col(PersonRow.username))
        .outerjoin(PersonRow, col(PersonRow.id) == col(ReadingRow.recorded_by))
        .order_by(col(ReadingRow.id))
    )


async def _fetch(session: AsyncSession, query: Select[ReadingRow, str, str | None]) -> list[Reading]:
    return [_as_reading(*one) for one in await session.execute(query)]


def _as_reading(row: ReadingRow, name: str | None = None, username: str | None = None) -> Reading:
    """By who recorded it; who gave no name has a user name."""
    return Reading(
        indicator=row.indicator,
        period=Period.parse(row.period),
        value=row.value,
        numerator=row.numerator,
        denominator=row.denominator,
        source=cast(ReadingSource, row.source),
        # A 0 that somebody recorded or that was computed is a 0; only the print leaves that open.
        flags=_flags(row),
        recorded_by=name or (f"@{username}" if username else None),
        recorded_at=row.recorded_at,
        reason=row.reason,
        id=row.id,
        note=row.note,
        evidence=_evidence(row),
    )


def _flags(row: ReadingRow) -> tuple[str, ...]:
    if row.source == "recorded" and row.denominator == 0:
        return (NO_DATA,)
    return ("over_100",) if row.value > 100 else ()


def _evidence(row: ReadingRow) -> Evidence | None:
    """Without its files."""
    told = row.evidence_link or row.evidence_lack
    return Evidence(link=row.evidence_link, lack=row.evidence_lack) if told else None
