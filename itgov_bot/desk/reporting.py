"""The indicators of a year into a file, written in a thread while the desk goes on. For the chat and `itgov report`."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from itgov_bot.atomic_write import new_file, written_whole
from itgov_bot.desk import indicators
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.records import dataclass
from itgov_bot.reference import Reference
from itgov_bot.rendering.indicator_pages import write_pages
from itgov_bot.rendering.indicator_sheet import write_sheet
from itgov_bot.rendering.reading_rows import COLUMNS, FoundReadings, rows
from itgov_bot.rendering.sheets import open_sheet
from itgov_bot.replies import Report
from itgov_bot.storage.database import Database, Session


async def found_in(desk: Desk, year: int | None) -> list[FoundReadings]:
    """Every indicator with its readings that count: those of a year, or all."""
    known = await indicators.all_readings(desk)
    return [(one, indicators.of_year(known[one.number], year)) for one in desk.reference.indicators]


@dataclass(frozen=True)
class Reporter:
    """Writes the file of a report that leaves. Called by the delivery, outside any turn."""

    database: Database
    reference: Reference
    calendars: Calendars
    clock: Callable[[], datetime]
    folder: Path

    async def __call__(self, report: Report) -> Path:
        path = await asyncio.to_thread(new_file, self.folder, report.format)
        async with self.database.reading() as session:
            found = await self.found(session, report.year)
        await self.write(report, path, found)
        return path

    async def found(self, session: Session | None, year: int) -> list[FoundReadings]:
        """Where there is no database yet, there are the readings of the sheet."""
        if session is None:
            return [
                (one, indicators.merged(self.reference, (), one.number, year))
                for one in self.reference.indicators
            ]
        return await found_in(Desk(session, self.clock(), self.reference, self.calendars), year)

    async def write(self, report: Report, path: Path, found: Sequence[FoundReadings]) -> None:
        """The target appears only when everything was written."""
        with written_whole(path) as unfinished:
            await asyncio.to_thread(self._write, report, unfinished, found)

    def _write(self, report: Report, path: Path, found: Sequence[FoundReadings]) -> None:
        zone = self.calendars.general.zone
        if report.format == "xlsx":
            write_sheet(path, found, report.year, zone)
        elif report.format == "pdf":
            today = self.calendars.general.local(self.clock()).date()
            write_pages(path, found, report.year, self.reference.city, today)
        else:
            sheet = open_sheet("csv", path, COLUMNS)
            sheet.add(rows(found, zone))
            sheet.close()
