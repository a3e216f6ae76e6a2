"""Files with their owners: a day's are counted, and what neither a case, a reading nor a talk names is found to be swept."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, CompoundSelect, delete, func, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.files import KeptFile
from itgov_bot.storage.statements import inserted
from itgov_bot.storage.tables import AttachmentRow, ConversationRow, KeptFileRow, ReadingFileRow


async def add(session: AsyncSession, person: int, path: str, size: int, now: datetime) -> None:
    await inserted(session, KeptFileRow(path=path, person_id=person, size=size, kept_at=now))


async def arrived(session: AsyncSession, path: str, size: int) -> None:
    """It is there, and this long."""
    await session.execute(update(KeptFileRow).where(col(KeptFileRow.path) == path).values(size=size))


async def never_came(session: AsyncSession, path: str, now: datetime) -> None:
    """It counts among the day's all the same, without a size: asking for it took its time."""
    values = {"size": 0, "gone_at": now}
    await session.execute(update(KeptFileRow).where(col(KeptFileRow.path) == path).values(**values))


async def since(session: AsyncSession, person: int, moment: datetime) -> tuple[int, int]:
    """How many files of a person, and bytes, were kept since then."""
    query = select(func.count(), func.coalesce(func.sum(col(KeptFileRow.size)), 0)).where(
        col(KeptFileRow.person_id) == person, col(KeptFileRow.kept_at) > moment
    )
    files, size = (await session.execute(query)).one()
    return int(files), int(size)


async def without_case(session: AsyncSession, person: int) -> list[KeptFile]:
    """A person's files that are in no case, the oldest first."""
    where = (col(KeptFileRow.person_id) == person, *_loose())
    query = select(KeptFileRow).where(*where).order_by(col(KeptFileRow.kept_at))
    return [KeptFile(row.path, row.size, row.kept_at) for row in await session.scalars(query)]


async def unnamed(session: AsyncSession, before: datetime) -> list[str]:
    """The paths of those that are in no case and in no talk, kept before then."""
    query = select(col(KeptFileRow.path)).where(col(KeptFileRow.kept_at) < before, *_loose())
    loose = set(await session.scalars(query))
    return sorted(loose - await _in_talks(session)) if loose else []


async def named(session: AsyncSession, paths: Collection[str]) -> set[str]:
    """Which of these paths are those of a case, of a talk, or of a file that is still kept."""
    found = await _in_talks(session)
    kept = select(col(KeptFileRow.path)).where(col(KeptFileRow.gone_at).is_(None))
    for query in (belonging(), kept):
        found |= set(await session.scalars(query))
    return found & set(paths)


async def mark_gone(session: AsyncSession, paths: Iterable[str], now: datetime) -> None:
    where = col(KeptFileRow.path).in_(list(paths))
    await session.execute(update(KeptFileRow).where(where).values(gone_at=now))


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    """Those whose day is over, and that are gone or belong to a case, which says itself whose they are."""
    in_case = col(KeptFileRow.path).in_(belonging())
    is_over = col(KeptFileRow.gone_at).is_not(None) | in_case
    await session.execute(delete(KeptFileRow).where(col(KeptFileRow.kept_at) < moment, is_over))


def paths_in(kept: object) -> list[str]:
    """The paths of all files in the kept state of a talk, wherever they stand in it."""
    if isinstance(kept, list):
        return [path for one in kept for path in paths_in(one)]
    if not isinstance(kept, dict):
        return []
    if isinstance(kept.get("path"), str) and "mime" in kept:
        return [kept["path"]]
    return paths_in(list(kept.values()))


async def _in_talks(session: AsyncSession) -> set[str]:
    states = await session.execute(select(col(ConversationRow.state)))
    return {path for state in states.scalars() for path in paths_in(state)}


def _loose() -> tuple[ColumnElement[bool], ...]:
    return col(KeptFileRow.gone_at).is_(None), col(KeptFileRow.path).not_in(belonging())


def belonging() -> CompoundSelect[str]:
    """The paths of the files of cases, and of those that readings rest on."""
    return union_all(select(col(AttachmentRow.path)), select(col(ReadingFileRow.path)))
