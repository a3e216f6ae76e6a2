"""What happened when, by name and in whichever process: what must happen once, and what must happen again and again."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from itgov_bot.storage.prepared import Prepared, among
from itgov_bot.storage.statements import (
    begins_so,
    prepared_if_new,
    prepared_look,
    prepared_replacing,
    table_of,
)
from itgov_bot.storage.tables import MarkRow


async def mark_once(session: AsyncSession, name: str, at: datetime) -> bool:
    """Leaves a mark. False when it was there, also by another worker at the same time."""
    return bool(await _ONCE.rows(session, {"name": name, "at": at}))


async def renew(session: AsyncSession, name: str, at: datetime) -> None:
    """It happened again: the last time counts. Where another process is faster, it was as punctual."""
    await _AGAIN.rows(session, {"name": name, "at": at})


async def move_on(session: AsyncSession, name: str, since: datetime | None, to: datetime) -> bool:
    """Moves the instant of a name from where it was last seen. False when somebody else did, or it is there already."""
    if since is None:
        return await mark_once(session, name, to)
    return bool(await _MOVED.rows(session, {"moved": name, "since": since, "to": to}))


async def last(session: AsyncSession, name: str) -> datetime | None:
    found = await _LAST.rows(session, {"name": name})
    return found[0].at if found else None


async def forget_before(beginning: str, session: AsyncSession, when: datetime) -> None:
    """The marks whose names begin so and that were left before."""
    await _FORGOTTEN_BEFORE.rows(session, {"beginning": beginning, "when": when})


async def forget_besides(session: AsyncSession, beginning: str, names: Collection[str]) -> None:
    """The marks whose names begin so, but for these."""
    await _FORGOTTEN_BESIDES.rows(session, {"beginning": beginning, "names": list(names)})


_TABLE = table_of(MarkRow)
_ONCE = prepared_if_new(MarkRow, "name", "at")
_AGAIN = prepared_replacing(MarkRow)
_LAST = prepared_look(MarkRow)
_AT, _TO = (bindparam(name, type_=_TABLE.c.at.type) for name in ("since", "to"))
_MOVED = Prepared(
    update(_TABLE)
    .where(_TABLE.c.name == bindparam("moved"), _TABLE.c.at == _AT, _TABLE.c.at < _TO)
    .values(at=_TO)
    .returning(_TABLE.c.name)
)


_BEGINS = begins_so(_TABLE.c.name, "beginning")
_FORGOTTEN_BEFORE = Prepared(delete(_TABLE).where(_BEGINS, _TABLE.c.at < bindparam("when")))
_FORGOTTEN_BESIDES = Prepared(
    *(delete(_TABLE).where(_BEGINS, ~named) for named in among(_TABLE.c.name, "names"))
)
