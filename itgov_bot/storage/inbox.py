"""The inbox: updates are kept as they came, confirmed to their channel at once, and taken from here in order of person.

A line (a person) belongs to one worker at a time: what comes for a line that another one has waits until that is empty.
"""

from collections.abc import Sequence
from dataclasses import field
from datetime import datetime

from sqlalchemy import Integer, String, bindparam, case, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.messages import Arrival
from itgov_bot.records import dataclass
from itgov_bot.storage.database import alone
from itgov_bot.storage.prepared import Prepared, among
from itgov_bot.storage.statements import given, table_of
from itgov_bot.storage.tables import InboxRow, SeenUpdateRow

KEEPING = 7287_2027
"""The key of PostgreSQL's lock under which one process at a time says whose a line is."""


@dataclass(slots=True)
class Kept:
    """What became of arrivals: the `new` ones (others came before), of which `taken` may be begun with, and `refused`
    were too many; whether `some_left` are for whoever takes them up."""

    new: list[Arrival]
    taken: list[Arrival] = field(default_factory=list)
    refused: list[Arrival] = field(default_factory=list)
    some_left: bool = False


async def keep(
    session: AsyncSession, arrivals: Sequence[Arrival], worker: str, room: int, most: int, now: datetime
) -> Kept:
    """`room` is how many `worker` may claim, `most` how many of a line may wait; what comes beyond that is refused."""
    await alone(session, KEEPING)
    kept = Kept(await _unknown(session, arrivals))
    waiting = await _waiting(session, {one.line for one in kept.new}, worker)
    rows = []
    for one in kept.new:
        count, is_free = waiting.get(one.line, (0, True))
        if count >= most:
            kept.refused.append(one)
            continue
        is_mine = is_free and len(kept.taken) < room
        waiting[one.line] = count + 1, is_mine
        if is_mine:
            kept.taken.append(one)
        claim = worker if is_mine else None
        rows.append({"key": one.key, "line": one.line, "body": one.body, "kept_at": now, "claim": claim})
    await _KEEP.each(session, rows)
    kept.some_left = len(kept.taken) < len(rows)
    return kept


async def take_up(session: AsyncSession, worker: str, most: int) -> list[Arrival]:
    """What waits for nobody, or was left by a worker that died, the oldest first."""
    await alone(session, KEEPING)
    rows = await _FREE.rows(session, {"worker": worker, "most": most})
    if rows:
        taken = update(InboxRow).where(col(InboxRow.id).in_([row.id for row in rows])).values(claim=worker)
        await session.execute(taken)
    return [Arrival(row.key, row.line, row.body) for row in rows]


async def finish(session: AsyncSession, key: str, worker: str) -> bool:
    """Its turn is done, in the same transaction; False when it is another worker's by now, which does it too."""
    owners = await _FINISH.rows(session, {"done": key})
    return not owners or owners[0][0] in (None, worker)


async def drop(session: AsyncSession, keys: Sequence[str], worker: str) -> None:
    """Updates that need no turn."""
    await _DROP.rows(session, {"keys": keys, "worker": worker})


async def _unknown(session: AsyncSession, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Neither kept nor done before."""
    found = await _KNOWN.rows(session, {"keys": [one.key for one in arrivals]})
    known = {key for (key,) in found}
    return list({one.key: one for one in arrivals if one.key not in known}.values())


async def _waiting(session: AsyncSession, lines: set[str], worker: str) -> dict[str, tuple[int, bool]]:
    """How much waits in each line, and whether all of it is this worker's."""
    found = await _WAITING.rows(session, {"lines": list(lines), "worker": worker})
    return {line: (number, number == mine) for line, number, mine in found}


_TABLE, _SEEN = table_of(InboxRow), table_of(SeenUpdateRow)
_KEEP = Prepared(insert(_TABLE).values(given(_TABLE, ("key", "line", "body", "kept_at", "claim"))))
_FINISH = Prepared(delete(_TABLE).where(_TABLE.c.key == bindparam("done")).returning(_TABLE.c.claim))
_WORKER = bindparam("worker", type_=String())
_DROP = Prepared(
    *(
        delete(_TABLE).where(listed, or_(_TABLE.c.claim == _WORKER, _TABLE.c.claim.is_(None)))
        for listed in among(_TABLE.c.key, "keys")
    )
)
_OTHER = _TABLE.alias()
_IS_ANOTHERS = select(_OTHER.c.id).where(_OTHER.c.line == _TABLE.c.line, _OTHER.c.claim != _WORKER).exists()
_FREE = Prepared(
    select(_TABLE)
    .where(_TABLE.c.claim.is_(None), ~_IS_ANOTHERS)
    .order_by(_TABLE.c.id)
    .limit(bindparam("most", type_=Integer()))
)
_KNOWN = Prepared(
    *(
        select(_TABLE.c.key).where(kept).union_all(select(_SEEN.c.key).where(done))
        for kept, done in zip(among(_TABLE.c.key, "keys"), among(_SEEN.c.key, "keys"), strict=True)
    )
)
_WAITING = Prepared(
    *(
        select(_TABLE.c.line, func.count(), func.sum(case((_TABLE.c.claim == _WORKER, 1), else_=0)))
        .where(listed)
        .group_by(_TABLE.c.line)
        for listed in among(_TABLE.c.line, "lines")
    )
)
