"""Tickets by the words that stand in them, or in the names around them. Used by the queue."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import col

from itgov_bot.domain.calendar import Span
from itgov_bot.domain.tickets.queue import QueueFilter
from itgov_bot.domain.tickets.ticket import LIVE
from itgov_bot.storage.counted.queue import LONG, matching, narrowing, order_of
from itgov_bot.storage.database import engine_of
from itgov_bot.storage.tables import PersonRow, TicketRow
from itgov_bot.storage.ticket_reading import AT_ONCE

MOST_FOUND = 2000
"""Nobody turns so many pages."""
MOST_OVER = 5000
"""The newest tickets among which those that are over are searched."""
MAX_CHARS = 1000
"""Of each text: nobody searches for what stands further on."""


@dataclass(frozen=True, slots=True)
class Named:
    """Which services and offices are called by a word."""

    services: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()


NOTHING = Named()
Has = Callable[[str | None, str], ColumnElement[bool]]
"""Whether a column may hold a word."""
_HELD_BY = aliased(PersonRow)
_ACCENTED = frozenset("aeioun")
MIN_FIRM_LETTERS = 2
"""So many letters without an accent must be left of a word."""


async def search(
    session: AsyncSession,
    wanted: QueueFilter,
    person: int,
    now: datetime,
    named: Mapping[str, Named],
    within: Span | None = None,
) -> list[tuple[int, str]]:
    """Tickets that may have all the words (folded), as (id, everything one may look for), the live ones first.

    `named` is what each word names, `within` are the days of the filter.

    Accents are not looked at here, so some are found that have not the words.
    """
    has = _has(session)
    parts = [_may_have(word, named.get(word, NOTHING), has) for word in wanted.words]
    ids = await _ids(session, [*matching(wanted, person, now, within), *parts], order_of(wanted))
    if wanted.is_of_live and wanted.state is None and not (wanted.side or wanted.free or wanted.open_alone):
        newest = select(func.coalesce(func.max(col(TicketRow.id)), 0) - MOST_OVER).scalar_subquery()
        is_over = (col(TicketRow.state).not_in(sorted(LIVE)), col(TicketRow.id) > newest)
        over = [*is_over, *narrowing(wanted, person, now, within), *parts]
        ids += await _ids(session, over, (col(TicketRow.id).desc(),))
    said = await _said(session, ids)
    return [(one, said[one]) for one in ids if one in said]


async def _ids(
    session: AsyncSession,
    where: Sequence[SQLColumnExpression[bool]],
    order: Sequence[SQLColumnExpression[object]],
) -> list[int]:
    query = select(col(TicketRow.id)).where(*where).order_by(*order).limit(MOST_FOUND)
    return [one for one in await session.scalars(query, execution_options=LONG) if one]


async def _said(session: AsyncSession, ids: Sequence[int]) -> dict[int, str]:
    """Everything one may look for in a ticket. A user name is found with its @."""
    ticket = (TicketRow.number, func.substr(col(TicketRow.text), 1, MAX_CHARS), TicketRow.place)
    more = (
        TicketRow.office,
        TicketRow.service,
        TicketRow.contact,
        TicketRow.waiting_for,
        PersonRow.dependencia,
    )
    names = (
        *(PersonRow.name, literal("@") + col(PersonRow.username)),
        *(_HELD_BY.name, literal("@") + col(_HELD_BY.username)),
    )
    said: list[Any] = [TicketRow.id, *ticket, *more, *names]
    query = (
        select(*said)
        .join(PersonRow, col(PersonRow.id) == col(TicketRow.requester_id))
        .outerjoin(_HELD_BY, col(_HELD_BY.id) == col(TicketRow.assignee_id))
    )
    found: dict[int, str] = {}
    for start in range(0, len(ids), AT_ONCE):
        some = query.where(col(TicketRow.id).in_(ids[start : start + AT_ONCE]))
        rows = await session.execute(some, execution_options=LONG)
        found |= {int(row[0]): " ".join(str(one) for one in row[1:] if one) for row in rows}
    return found


def _may_have(word: str, named: Named, has: Has) -> ColumnElement[bool]:
    """In the words of a ticket, or in the names of its people, its service or its office."""
    told = [
        TicketRow.text,
        TicketRow.place,
        TicketRow.contact,
        TicketRow.waiting_for,
        *((TicketRow.number,) if any(map(str.isdigit, word)) else ()),
    ]
    of_person = (PersonRow.name, PersonRow.username, PersonRow.dependencia)
    people = select(col(PersonRow.id)).where(or_(*(has(one, word.lstrip("@")) for one in of_person)))
    return or_(
        *(has(one, word) for one in told),
        col(TicketRow.service).in_(sorted(named.services)),
        col(TicketRow.office).in_(sorted(named.offices)),
        col(TicketRow.requester_id).in_(people),
        col(TicketRow.assignee_id).in_(people),
    )


def _has(session: AsyncSession) -> Has:
    """SQLite's LIKE looks past capital letters by itself."""
    is_sqlite = engine_of(session) == "sqlite"

    def has(column: str | None, word: str) -> ColumnElement[bool]:
        text = col(column)
        like = text.like if is_sqlite else text.ilike
        return or_(*(like(f"%{one}%", escape="\\") for one in patterns(word)))

    return has


def patterns(word: str) -> list[str]:
    """What finds a folded word in a text that has its accents: any sign where there may be one. Of a word of hardly
    anything else («Inés») at one vowel at a time, since no word has two accents; an «ñ» may stand beside it."""
    if sum(letter not in _ACCENTED for letter in word) >= MIN_FIRM_LETTERS:
        return ["".join("_" if one in _ACCENTED else _escaped(one) for one in word)]
    letters = ["_" if one == "n" else _escaped(one) for one in word]
    vowels = [place for place, one in enumerate(word) if one in _ACCENTED and one != "n"]
    return ["".join([*letters[:at], "_", *letters[at + 1 :]]) for at in vowels] or ["".join(letters)]


def _escaped(sign: str) -> str:
    return f"\\{sign}" if sign in "%_\\" else sign
