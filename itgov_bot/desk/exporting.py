"""Tickets into a file: chosen, counted, and written in a thread while the desk goes on. For the chat and `itgov export`."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime
from pathlib import Path

from itgov_bot.atomic_write import new_file, written_whole
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.summary import known_parts
from itgov_bot.domain.tickets.export import NO_SERVICE, TicketFacts, Wanted, part_in
from itgov_bot.domain.tickets.ticket import State
from itgov_bot.records import dataclass
from itgov_bot.reference import Reference
from itgov_bot.rendering.sheets import open_sheet
from itgov_bot.rendering.ticket_rows import Cell, Told, columns, row
from itgov_bot.replies import Export
from itgov_bot.storage.counted import exports
from itgov_bot.storage.database import Database, Session

FOLDER = "exports"
KEPT_FOR = 24 * 3600
"""Seconds that a file stays on disk: long enough for a night without network."""


def wanted_of(export: Export, reference: Reference) -> Wanted:
    """What a reply carries, as the storage understands it."""
    part = part_in(export.service or "")
    return Wanted(
        opened_from=datetime.fromisoformat(export.opened_from) if export.opened_from else None,
        opened_before=datetime.fromisoformat(export.opened_before) if export.opened_before else None,
        service=None if part else export.service,
        part=known_parts(reference, (part,))[0] if part else None,
        states=frozenset(State(one) for one in export.states),
    )


async def count(desk: Desk, export: Export) -> int:
    """How many tickets the file would have."""
    return await exports.count(desk.session, wanted_of(export, desk.reference))


async def services(desk: Desk, export: Export) -> list[tuple[str, int]]:
    """The services of these tickets and how many each has, the most frequent first; NO_SERVICE for those without."""
    found = await exports.services(desk.session, wanted_of(export, desk.reference))
    return [(key or NO_SERVICE, tickets) for key, tickets in found]


@dataclass(frozen=True)
class Exporter:
    """Writes the file of an export that leaves. Called by the delivery, outside any turn."""

    database: Database
    reference: Reference
    calendars: Calendars
    clock: Callable[[], datetime]
    folder: Path

    async def __call__(self, export: Export) -> Path:
        path = await asyncio.to_thread(new_file, self.folder, export.format)
        async with self.database.reading(long=True) as session:
            await write(export, path, self.rows(session, export))
        return path

    async def rows(self, session: Session, export: Export) -> AsyncIterator[list[list[Cell]]]:
        now = self.clock()
        async for batch in exports.batches(session, wanted_of(export, self.reference)):
            yield await asyncio.to_thread(self._rows, batch, now, contacts=export.contacts)

    async def tidy(self) -> None:
        """Files of before yesterday go, by the machine's own clock, which also dates them."""
        await asyncio.to_thread(_remove_older_than, self.folder, time.time() - KEPT_FOR)

    def _rows(self, batch: Iterable[TicketFacts], now: datetime, *, contacts: bool) -> list[list[Cell]]:
        return [self._row(facts, now, contacts=contacts) for facts in batch]

    def _row(self, facts: TicketFacts, now: datetime, *, contacts: bool) -> list[Cell]:
        named = facts.ticket.service
        service = self.reference.catalog.find(named) if named else None
        worked = facts.worked(self.calendars.of_service(service), now)
        told = Told(facts, service, worked, self.calendars.general.zone, self._scrubbed)
        return row(told, contacts=contacts)

    def _scrubbed(self, text: str | None) -> str | None:
        return self.reference.scrubber.scrub(text) if text else None


async def write(export: Export, path: Path, batches: AsyncIterator[list[list[Cell]]]) -> None:
    """The target appears only when everything was written."""
    with written_whole(path) as unfinished:
        await _fill(export, unfinished, batches)


async def _fill(export: Export, path: Path, batches: AsyncIterator[list[list[Cell]]]) -> None:
    sheet = await asyncio.to_thread(open_sheet, export.format, path, columns(contacts=export.contacts))
    try:
        async for batch in batches:
            await asyncio.to_thread(sheet.add, batch)
    except BaseException:
        await asyncio.to_thread(sheet.abandon)
        raise
    await asyncio.to_thread(sheet.close)


def _remove_older_than(folder: Path, moment: float) -> None:
    for old in folder.iterdir() if folder.is_dir() else ():
        if old.stat().st_mtime < moment:
            old.unlink(missing_ok=True)
