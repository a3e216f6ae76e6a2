"""The desk's queue: tickets by urgency and due time, by filter and words, and how much of it each agent has.

What is counted and sorted is read from the index of the live tickets alone, however many they are; only the few that are
shown are read whole.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, case, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import col

from itgov_bot.domain.tickets.queue import Load, QueueFilter
from itgov_bot.domain.tickets.ticket import LIVE, Priority, State, Ticket
from itgov_bot.storage.database import engine_of
from itgov_bot.storage.near import IN_THREAD
from itgov_bot.storage.tables import PersonRow, TicketRow
from itgov_bot.storage.tickets import AT_ONCE, as_ticket

MOST_FOUND = 2000
"""Of what is searched by words: nobody turns so many pages."""
MOST_OVER = 5000
"""The newest tickets among which those that are over are searched by words."""
MAX_CHARS = 1000
"""Of each text: nobody searches for what stands further on."""
NOBODY = 0
"""In place of the id of a person."""
_LONG = {IN_THREAD: True}


@dataclass(frozen=True, slots=True)
class Named:
    """Which services and offices are called by a word."""

    services: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()


NOTHING = Named()
Has = Callable[[str | None, str], ColumnElement[bool]]
"""Whether a column may hold a word."""


async def page(
    session: AsyncSession, wanted: QueueFilter, person: int, now: datetime, *, limit: int, offset: int
) -> tuple[list[Ticket], int]:
    """The tickets of one page and how many there are in all. `words` of the filter are not looked at (`search`)."""
    where = _where(wanted, person, now)
    count = select(func.count()).select_from(TicketRow).where(*where)
    total = (await session.execute(count, execution_options=_LONG)).scalar_one()
    ids = select(col(TicketRow.id)).where(*where).order_by(*_order(wanted)).limit(limit).offset(offset)
    return await _in_order(session, ids), int(total)


async def search(
    session: AsyncSession,
    wanted: QueueFilter,
    person: int,
    now: datetime,
    named: Mapping[str, Named],
) -> list[tuple[int, str]]:
    """Tickets that may have all the words (folded), as (id, everything one may look for), the live ones first.

    `named` is what each word names. Accents are not looked at here, so some are found that have not the words.
    """
    has = _has(session)
    parts = [_may_have(word, named.get(word, NOTHING), has) for word in wanted.words]
    ids = await _ids(session, [*_where(wanted, person, now), *parts], _order(wanted))
    if wanted.state is None and not (wanted.side or wanted.free):
        newest = select(func.coalesce(func.max(col(TicketRow.id)), 0) - MOST_OVER).scalar_subquery()
        is_over = (col(TicketRow.state).not_in(sorted(LIVE)), col(TicketRow.id) > newest)
        over = [*is_over, *_more(wanted, person, now), *parts]
        ids += await _ids(session, over, (col(TicketRow.id).desc(),))
    said = await _said(session, ids)
    return [(one, said[one]) for one in ids if one in said]


async def _ids(
    session: AsyncSession,
    where: Sequence[SQLColumnExpression[bool]],
    order: Sequence[SQLColumnExpression[object]],
) -> list[int]:
    query = select(col(TicketRow.id)).where(*where).order_by(*order).limit(MOST_FOUND)
    return [one for one in (await session.execute(query, execution_options=_LONG)).scalars() if one]


async def _said(session: AsyncSession, ids: Sequence[int]) -> dict[int, str]:
    """Everything one may look for in a ticket. A user name is found with its @."""
    ticket = (TicketRow.number, func.substr(col(TicketRow.text), 1, MAX_CHARS), TicketRow.place)
    more = (TicketRow.office, TicketRow.service, PersonRow.dependencia)
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
        rows = await session.execute(some, execution_options=_LONG)
        found |= {int(row[0]): " ".join(str(one) for one in row[1:] if one) for row in rows}
    return found


async def by_ids(session: AsyncSession, ids: Sequence[int]) -> list[Ticket]:
    """In the order of `ids`."""
    rows = (await session.execute(select(TicketRow).where(col(TicketRow.id).in_(ids)))).scalars()
    found = {row.id: as_ticket(row) for row in rows}
    return [found[one] for one in ids if one in found]


async def loads(session: AsyncSession, now: datetime) -> dict[int | None, Load]:
    """What each who has a live ticket has, and (None) what nobody has. Whose it is and what they solved is not in it."""
    waiting = col(TicketRow.state) == State.WAITING
    counted = [func.count(), _many(col(TicketRow.urgent)), _many(waiting), _many(is_late(now))]
    oldest = func.min(col(TicketRow.opened_at))
    holder = func.coalesce(
        col(TicketRow.assignee_id), NOBODY
    )  # so that the index of the live ones is read, not another
    query = select(holder, oldest, *counted).where(_is_live()).group_by(holder)
    rows = await session.execute(query, execution_options=_LONG)
    return {one if one != NOBODY else None: _load(opened, *counts) for one, opened, *counts in rows}


def _load(oldest: datetime, live: int, urgent: int, waiting: int, late: int) -> Load:
    return Load(None, int(live), int(urgent), int(waiting), int(late), oldest)


async def before(session: AsyncSession, ticket: int) -> int:
    """How many tickets that nobody has stand before this one, which nobody has either; all of them if somebody has."""
    free = (_is_live(), col(TicketRow.assignee_id).is_(None))
    place = func.row_number().over(order_by=_by_urgency())
    line = select(col(TicketRow.id).label("ticket"), place.label("place")).where(*free).subquery()
    query = select(line.c.place).where(line.c.ticket == ticket)
    found = (await session.execute(query, execution_options=_LONG)).scalar()
    if found is not None:
        return int(found) - 1
    return int((await session.execute(select(func.count()).select_from(TicketRow).where(*free))).scalar_one())


async def live_besides(session: AsyncSession, ticket: Ticket, limit: int) -> list[Ticket]:
    """Live tickets that this one may be the same as: of its requester, its service or its outage first, then the newest."""
    kin = case(
        (col(TicketRow.requester_id) == ticket.requester, 0),
        (col(TicketRow.service) == ticket.service, 1),
        else_=2,
    )
    ids = (
        select(col(TicketRow.id))
        .where(_is_live(), col(TicketRow.id) != ticket.id)
        .order_by(kin, col(TicketRow.id).desc())
        .limit(limit)
    )
    return await _in_order(session, ids)


async def _in_order(session: AsyncSession, ids: Select[int | None]) -> list[Ticket]:
    found = (await session.execute(ids, execution_options=_LONG)).scalars()
    return await by_ids(session, [one for one in found if one])


# What is asked for


def _where(wanted: QueueFilter, person: int, now: datetime) -> list[SQLColumnExpression[bool]]:
    state = col(TicketRow.state)
    which = state == wanted.state if wanted.state else _is_live()
    return [which, *_more(wanted, person, now)]


def _more(wanted: QueueFilter, person: int, now: datetime) -> list[SQLColumnExpression[bool]]:
    """The other conditions, whatever the state."""
    whose = {*wanted.agents, *((person,) if wanted.mine else ())}
    holder, state = col(TicketRow.assignee_id), col(TicketRow.state)
    asked: tuple[tuple[object, SQLColumnExpression[bool]], ...] = (
        (whose, holder.in_(sorted(whose))),
        (wanted.free, holder.is_(None)),
        (wanted.services, col(TicketRow.service).in_(wanted.services)),
        (wanted.office, col(TicketRow.office) == wanted.office),
        (wanted.urgent, col(TicketRow.urgent)),
        (wanted.late, is_late(now)),
        (wanted.side == "wait", state == State.WAITING),
        (wanted.side == "ours", state != State.WAITING),
    )
    return [condition for is_asked, condition in asked if is_asked]


def _is_live() -> ColumnElement[bool]:
    return col(TicketRow.state).in_(sorted(LIVE))


def is_late(now: datetime) -> ColumnElement[bool]:
    """Of a live ticket: a due time of it has gone by."""
    unanswered = and_(col(TicketRow.first_answer_at).is_(None), col(TicketRow.first_answer_due) < now)
    return or_(unanswered, col(TicketRow.solution_due) < now)


def _many(condition: SQLColumnExpression[bool]) -> ColumnElement[int]:
    """How many of the rows fulfil it."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _order(wanted: QueueFilter) -> tuple[SQLColumnExpression[object], ...]:
    """Of what is over the newest first."""
    return _by_urgency() if wanted.is_of_live else (col(TicketRow.id).desc(),)


def _by_urgency() -> tuple[SQLColumnExpression[object], ...]:
    """Urgent first, then by priority, then what is due first, then the oldest."""
    answer = case((col(TicketRow.first_answer_at).is_(None), col(TicketRow.first_answer_due)), else_=None)
    due = func.coalesce(answer, col(TicketRow.solution_due))
    rank = {Priority.URGENT: 0, Priority.HIGH: 1, Priority.NORMAL: 2, Priority.LOW: 3}
    priority = case(rank, value=col(TicketRow.priority), else_=2)
    return col(TicketRow.urgent).desc(), priority, due.is_(None), due, col(TicketRow.id)


# Words


_HELD_BY = aliased(PersonRow)
_ACCENTED = frozenset("aeioun")
MIN_FIRM_LETTERS = 2
"""So many letters without an accent must be left of a word."""


def _may_have(word: str, named: Named, has: Has) -> ColumnElement[bool]:
    """In the words of a ticket, or in the names of its people, its service or its office."""
    told = [TicketRow.text, TicketRow.place, *((TicketRow.number,) if any(map(str.isdigit, word)) else ())]
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
