"""By which other ways people on duty are called."""

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.ways import Way, WayKind
from itgov_bot.storage.prepared import Prepared, among
from itgov_bot.storage.statements import changed, table_of
from itgov_bot.storage.tables import PageWayRow


async def of(session: AsyncSession, people: Collection[int]) -> list[Way]:
    """In a fixed order: mailboxes first."""
    found = await _OF.rows(session, {"people": list(people)}) if people else ()
    return [Way(row.person_id, WayKind(row.kind), row.address) for row in found]


_TABLE = table_of(PageWayRow)
_OF = Prepared(
    *(
        select(_TABLE).where(listed).order_by(_TABLE.c.kind, _TABLE.c.person_id)
        for listed in among(_TABLE.c.person_id, "people")
    )
)


async def keep(session: AsyncSession, way: Way) -> None:
    """Takes the place of the one of its kind."""
    await session.merge(PageWayRow(person_id=way.person, kind=way.kind, address=way.address))
    await session.flush()


async def forget(session: AsyncSession, person: int) -> bool:
    """False when they had none."""
    return await changed(session, delete(PageWayRow).where(col(PageWayRow.person_id) == person))
