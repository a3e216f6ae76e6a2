"""The pages of urgent tickets: each step is a counted update, so that of several processes exactly one takes it.

A page is open until somebody takes its ticket or it is stopped (`taken_at`). It is running while it has a next call;
one that waits in the page of others has no step of its own (`WAITS`).
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.paging import Call, Page
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.records import dataclass
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import added, changed, number_of, prepared_look, table_of
from itgov_bot.storage.tables import PageRow, TicketEventRow, TicketRow
from itgov_bot.storage.ticket_reading import LIVES, as_ticket, looked, prepared_tickets

WAITS = -1
"""The step of a page that waits in the page of others."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the calling for a ticket stands: it `runs`, `waits` with others, or somebody took the ticket at an instant."""

    runs: bool
    waits: bool
    taken_at: datetime | None


async def start(
    session: AsyncSession,
    ticket: int,
    call: Call,
    now: datetime,
    other_ways_at: datetime,
    *,
    though_waiting: bool = False,
) -> bool:
    """Begins a page, also one that was over. False when it runs already, or waits with others: unless `though_waiting`."""
    begun = PageRow(ticket_id=ticket, **_called(call, now, other_ways_at))
    where = or_(_is_over(), col(PageRow.step) == WAITS) if though_waiting else _is_over()
    return await _begin(session, begun, where)


async def wait(session: AsyncSession, ticket: int, shown_at: datetime) -> bool:
    """The ticket waits in the page of others, to be shown to somebody at `shown_at`. False when it has an open page."""
    return await _begin(session, PageRow(ticket_id=ticket, step=WAITS, next_at=shown_at), _is_over())


async def _begin(session: AsyncSession, row: PageRow, where: ColumnElement[bool]) -> bool:
    """Puts the row in the place of the one that is there, if that fits `where`; or adds it."""
    begin = update(PageRow).where(col(PageRow.ticket_id) == row.ticket_id, where)
    if await changed(session, begin.values(**row.model_dump(exclude={"ticket_id"}))):
        return True
    return await added(session, row)  # False: it is there and does not fit


async def due(session: AsyncSession, now: datetime) -> list[Page]:
    """In the order of their tickets, the same for two workers: neither waits for the other twice."""
    return [page for row in await _DUE.rows(session, {"now": now}) if (page := _as_page(row))]


async def running(session: AsyncSession, ticket: int) -> Page | None:
    row = await _of(session, ticket)
    is_running = row is not None and row.taken_at is None and row.step != WAITS
    return _as_page(row) if row and is_running else None


async def go_on(
    session: AsyncSession, page: Page, call: Call, now: datetime, other_ways_at: datetime
) -> bool:
    """Notes the next call; False when another worker made it or somebody took the ticket."""
    where = (
        col(PageRow.ticket_id) == page.ticket,
        col(PageRow.step) == page.step,
        col(PageRow.rounds) == page.rounds,
        col(PageRow.next_at) == page.next_at,
        ~_is_over(),
    )
    columns = _called(call, now, other_ways_at)
    return await changed(session, update(PageRow).where(*where).values(**columns))


async def bring_back(session: AsyncSession, latest: datetime, next_at: datetime) -> None:
    """A clock that ran ahead and was set right leaves no call later than `latest`: it is due at `next_at` instead."""
    await _BROUGHT_BACK.rows(session, {"latest": latest, "instead": next_at})


async def stop(session: AsyncSession, ticket: int, taken_by: int | None, now: datetime) -> bool:
    """Nobody is called for this ticket any more. False when nobody was."""
    values = {"next_at": None, "other_ways_at": None, "taken_by": taken_by, "taken_at": now}
    where = (col(PageRow.ticket_id) == ticket, ~_is_over())
    return await changed(session, update(PageRow).where(*where).values(**values))


async def standing(session: AsyncSession, ticket: int) -> Standing:
    row = await _of(session, ticket)
    if row is None or row.taken_at is not None:
        return Standing(False, False, row.taken_at if row and row.taken_by else None)
    return Standing(row.step != WAITS, row.step == WAITS, None)


async def live_urgent(session: AsyncSession) -> list[Ticket]:
    """Every urgent ticket that somebody still owes something to, in the order of their ids."""
    return await looked(session, _LIVE_URGENT)


async def with_open_page(session: AsyncSession) -> list[tuple[Ticket, bool]]:
    """The tickets with an open page, and whether it waits in the page of others."""
    return [(as_ticket(row), row.step == WAITS) for row in await _WITH_PAGE.rows(session, {})]


async def calls_caused(session: AsyncSession, person: int, since: datetime) -> int:
    """How often a person had the guard called since then."""
    paged = (col(TicketEventRow.kind) == EventKind.PAGED, col(TicketEventRow.at) >= since)
    return await number_of(session, TicketEventRow, *paged, col(TicketEventRow.actor_id) == person)


async def withdrawn_urgencies(session: AsyncSession, person: int, since: datetime) -> int:
    """How many tickets of a person were told as urgent since then and were not."""
    [(number,)] = await _WITHDRAWN.rows(session, {"whose": person, "since": since})
    return int(number)


# Those that wait in the page of others


async def waiting_of(session: AsyncSession, person: int) -> list[Ticket]:
    """A person's tickets that wait in the page of others, shown or not."""
    return await looked(session, _WAITING_OF, whose=person)


async def last_shown(session: AsyncSession, person: int, since: datetime) -> datetime | None:
    """When reports of a person that wait in a page were last shown to somebody, if that was since then."""
    query = (
        select(func.max(col(PageRow.called_at)))
        .join(TicketRow, col(TicketRow.id) == col(PageRow.ticket_id))
        .where(
            col(TicketRow.requester_id) == person,
            col(PageRow.step) == WAITS,
            col(PageRow.called_at) >= since,
        )
    )
    return await session.scalar(query)


async def waiting_due(session: AsyncSession, now: datetime) -> list[int]:
    """The people whose waiting reports are to be shown now."""
    return [person for (person,) in await _WAITING_DUE.rows(session, {"now": now})]


async def show(session: AsyncSession, ticket: int, now: datetime) -> bool:
    """Notes that a waiting report is shown now; False when it was shown before."""
    where = (col(PageRow.ticket_id) == ticket, col(PageRow.step) == WAITS, ~_is_over())
    unshown = update(PageRow).where(*where, col(PageRow.next_at).is_not(None))
    return await changed(session, unshown.values(next_at=None, called_at=now))


def _called(call: Call, now: datetime, other_ways_at: datetime) -> dict[str, Any]:
    return {
        "step": call.step,
        "rounds": call.rounds,
        "called_at": now,
        "next_at": call.next_at,
        "other_ways_at": other_ways_at,
    }


def _is_over() -> ColumnElement[bool]:
    return col(PageRow.taken_at).is_not(None)


async def _of(session: AsyncSession, ticket: int) -> Any:
    """The row of its page as it stands now, if it has one."""
    return next(iter(await _ONE.rows(session, {"ticket_id": ticket})), None)


# What is asked in every round, and of every ticket that is shown.

_TABLE, _TICKETS, _EVENTS = table_of(PageRow), table_of(TicketRow), table_of(TicketEventRow)
_ONE = prepared_look(PageRow)
_IS_OPEN = _TABLE.c.taken_at.is_(None)
_WAITING = (_TABLE.c.step == WAITS, _IS_OPEN)
_IS_DUE = _TABLE.c.next_at <= bindparam("now")
_ITS_PAGE = _TABLE.c.ticket_id == _TICKETS.c.id
_WHOSE = _TICKETS.c.requester_id == bindparam("whose")
_DUE = Prepared(select(_TABLE).where(_IS_DUE, _TABLE.c.step != WAITS, _IS_OPEN).order_by(_TABLE.c.ticket_id))
_BROUGHT_BACK = Prepared(
    update(_TABLE)
    .where(_TABLE.c.next_at > bindparam("latest"), _IS_OPEN)
    .values(next_at=bindparam("instead", type_=_TABLE.c.next_at.type))
)
_LIVE_URGENT = prepared_tickets(_TICKETS.c.urgent, LIVES)
_WITH_PAGE = Prepared(
    select(_TICKETS, _TABLE.c.step).join(_TABLE, _ITS_PAGE).where(_IS_OPEN).order_by(_TICKETS.c.id)
)
_WITHDRAWN = Prepared(
    select(func.count(func.distinct(_EVENTS.c.ticket_id)))
    .join(_TICKETS, _TICKETS.c.id == _EVENTS.c.ticket_id)
    .where(_EVENTS.c.kind == EventKind.URGENCY_WITHDRAWN, _WHOSE, _EVENTS.c.at >= bindparam("since"))
)
_WAITING_OF = prepared_tickets(_ITS_PAGE, _WHOSE, *_WAITING)
_WAITING_DUE = Prepared(
    select(_TICKETS.c.requester_id)
    .join(_TABLE, _ITS_PAGE)
    .where(*_WAITING, _IS_DUE)
    .distinct()
    .order_by(_TICKETS.c.requester_id)
)


def _as_page(row: PageRow) -> Page | None:
    return Page(row.ticket_id, row.step, row.rounds, row.next_at) if row.next_at else None
