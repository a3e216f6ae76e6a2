"""The inbox: updates are kept as they came, confirmed to their channel at once, and taken from here in order of person.

A line (a person) belongs to one worker at a time: what comes for a line that another one has waits until that is empty.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ScalarSelect, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col

from itgov_bot.storage.database import alone, changed
from itgov_bot.storage.tables import InboxRow, SeenUpdateRow

KEEPING = 7287_2027
"""The key of PostgreSQL's lock under which one process at a time says whose a line is."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update as it came. `key` is unique for it, `line` for the person who did it."""

    key: str
    line: str
    body: str


async def keep(
    session: AsyncSession, arrivals: Sequence[Arrival], worker: str | None, most: int, now: datetime
) -> tuple[list[Arrival], list[Arrival]]:
    """Those that `worker` may begin with, and those that are refused because `most` of their line wait already.

    What came before is neither; what comes for a line that another worker has, or for no worker, waits.
    """
    await alone(session, KEEPING)
    new = await _unknown(session, arrivals)
    waiting = await _waiting(session, {one.line for one in new})
    rows, taken, refused = [], [], []
    for one in new:
        count, owner = waiting.get(one.line, (0, worker))
        if count >= most:
            refused.append(one)
            continue
        claim = worker if owner == worker else None
        waiting[one.line] = count + 1, owner
        rows.append({"key": one.key, "line": one.line, "body": one.body, "kept_at": now, "claim": claim})
        if claim:
            taken.append(one)
    if rows:
        await session.execute(insert(_TABLE), rows)
    return taken, refused


async def take_up(session: AsyncSession, worker: str, most: int) -> list[Arrival]:
    """What waits for nobody, or was left by a worker that died, the oldest first."""
    await alone(session, KEEPING)
    other = aliased(InboxRow)
    is_anothers = (
        select(col(other.id))
        .where(col(other.line) == col(InboxRow.line), col(other.claim) != worker)
        .exists()
    )
    free = select(InboxRow).where(col(InboxRow.claim).is_(None), ~is_anothers)
    rows = (await session.execute(free.order_by(col(InboxRow.id)).limit(most))).scalars().all()
    if rows:
        taken = update(InboxRow).where(col(InboxRow.id).in_([row.id for row in rows])).values(claim=worker)
        await session.execute(taken)
    return [Arrival(row.key, row.line, row.body) for row in rows]


async def finish(session: AsyncSession, key: str, worker: str) -> bool:
    """Its turn is done, in the same transaction; False when it was done before or is another worker's by now."""
    return bool(await changed(session, _FINISH, {"done": key, "worker": worker}))


async def drop(session: AsyncSession, keys: Iterable[str]) -> None:
    """Updates that need no turn."""
    await session.execute(delete(InboxRow).where(col(InboxRow.key).in_(list(keys))))


async def release_of_dead(session: AsyncSession, alive: ScalarSelect[str]) -> int:
    where = (col(InboxRow.claim).is_not(None), col(InboxRow.claim).not_in(alive))
    return await changed(session, update(InboxRow).where(*where).values(claim=None))


async def _unknown(session: AsyncSession, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Neither kept nor done before."""
    keys = [one.key for one in arrivals]
    kept = select(col(InboxRow.key)).where(col(InboxRow.key).in_(keys))
    done = select(col(SeenUpdateRow.key)).where(col(SeenUpdateRow.key).in_(keys))
    known = set((await session.execute(kept.union_all(done))).scalars())
    return list({one.key: one for one in arrivals if one.key not in known}.values())


async def _waiting(session: AsyncSession, lines: Iterable[str]) -> dict[str, tuple[int, str | None]]:
    """How much waits in each line, and whose it is."""
    counted = (
        select(col(InboxRow.line), func.count(), func.min(col(InboxRow.claim)))
        .where(col(InboxRow.line).in_(list(lines)))
        .group_by(col(InboxRow.line))
    )
    return {line: (count, owner) for line, count, owner in await session.execute(counted)}


_TABLE = SQLModel.metadata.tables[str(InboxRow.__tablename__)]
_FINISH = delete(_TABLE).where(_TABLE.c.key == bindparam("done"), _TABLE.c.claim == bindparam("worker"))
