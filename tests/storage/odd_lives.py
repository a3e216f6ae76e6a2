"""Thousands of tickets with all the lives that one can have, put into the tables; and what they come to, in plain SQL."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, insert, text

from itgov_bot.domain.people import Person
from itgov_bot.storage.database import Session
from itgov_bot.storage.tables import Instant, MaintenanceRow, RatingRow, TicketEventRow, TicketRow

ZONE = ZoneInfo("America/Bogota")
FIRST, NOW = datetime(2023, 12, 30, tzinfo=UTC), datetime(2026, 3, 2, 15, tzinfo=UTC)
STEP = timedelta(minutes=15)
"""Every instant is a whole number of these after the first one, so that time can be counted step by step."""
SERVICES = ["SER-001", "SER-004", "SER-008", "SER-017", "SER-025", "SER-033", None]

Found = dict[tuple[int, str], tuple[float, float]]
"""By indicator and period, what stands above and below the line."""


async def write(
    session: Session, chance: random.Random, cases: int, requester: Person, agent: Person
) -> None:
    rows = [_life(chance, number, requester.id, agent.id) for number in range(1, cases + 1)]
    await session.execute(insert(TicketRow), rows)
    await session.execute(insert(RatingRow), [one for row in rows for one in _ratings(chance, row)])
    again = [one for row in rows if row["outage_from"] for one in _failed_before(chance, row)]
    await session.execute(insert(TicketEventRow), again)
    planned = [_maintenance(chance) for _ in range(40)]
    await session.execute(insert(MaintenanceRow), planned)


def _life(chance: random.Random, number: int, requester: int, agent: int) -> dict[str, Any]:
    opened = _instant(chance)
    solved = min(
        NOW, opened + timedelta(minutes=chance.choice((0, 30, 60 * 24, 60 * 24 * 40, 60 * 24 * 400)))
    )
    state = chance.choice(
        ("new", "in_progress", "waiting", "reopened", "cancelled", *["resolved"] * 3, *["closed"] * 5)
    )
    is_solved = (
        state in ("resolved", "closed") or chance.random() < 0.05
    )  # the last ones are mistakes of somebody
    is_outage = chance.random() < 0.04
    return {
        "id": number,
        "number": f"SAUS-{opened.year}-{number:06d}",
        "state": state,
        "requester_id": requester,
        "assignee_id": None,
        "text": "no abre",
        "service": chance.choice(SERVICES),
        "place": "",
        "contact": "",
        "channel": "test",
        "urgent": False,
        "priority": "normal",
        "kind": chance.choice((None, "software", "hardware", "network", "other")),
        "solution": chance.choice((None, "remote", "on_site", "self")),
        "is_outage": is_outage,
        "outage_from": opened - STEP * chance.randint(0, 200) if is_outage else None,
        "outage_until": solved if is_outage and chance.random() < 0.5 else None,
        "merged_into_id": chance.randint(1, number - 1) if number > 1 and chance.random() < 0.06 else None,
        "resolved_at": solved if is_solved else None,
        "rating": chance.choice((None, 1, 2, 3, 4, 5)),
        "solved_by": chance.choice((None, agent, agent, requester)),
        "opened_at": opened,
        "attended_from": opened,
        "updated_at": solved,
    }


def _ratings(chance: random.Random, life: dict[str, Any]) -> list[dict[str, Any]]:
    """Of one solution or several, whatever became of the ticket."""
    found = {_instant(chance) for _ in range(chance.choice((0, 0, 1, 1, 2, 3)))}
    return [
        {"ticket_id": life["id"], "solved_at": at, "stars": chance.randint(1, 5), "at": at} for at in found
    ]


def _failed_before(chance: random.Random, row: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """An outage may have been over once or twice before, for months or for no time at all, whatever became of it since."""
    reopened = row["outage_from"]
    for _ in range(chance.choice((0, 1, 2))):
        until = reopened - STEP * chance.choice((0, 1, 200, 9000))
        since = until - STEP * chance.randint(1, 300)
        down = [since.isoformat(), until.isoformat()]
        yield {"ticket_id": row["id"], "kind": "reopened", "at": reopened, "data": {"down": down}}
        reopened = since


def _instant(chance: random.Random) -> datetime:
    """One in three is beside the first instant of a month in Bogota, which in UTC is five hours into it."""
    at = FIRST + STEP * chance.randrange((NOW - FIRST) // STEP)
    if chance.random() < 2 / 3:
        return at
    edge = at.astimezone(ZONE).replace(day=1, hour=0, minute=0)
    return min(NOW, edge.astimezone(UTC) + STEP * chance.choice((-21, -20, -19, -1, 0, 1, 19, 20, 21)))


def _maintenance(chance: random.Random) -> dict[str, Any]:
    starts = _instant(chance)
    steps = chance.randint(2, 200)
    return {
        "service": chance.choice(SERVICES),
        "text": "cambio del switch",
        "starts_at": starts,
        "ends_at": starts + STEP * steps,
        "announced_by": None,
        "announced_at": starts,
        "cancelled_at": starts if chance.random() < 0.2 else None,
        "ended_at": starts + STEP * (steps // 2) if chance.random() < 0.3 else None,
    }


COUNTED = """
WITH counted AS (
    SELECT opened_at, resolved_at, {opened} AS came, {solved} AS done, solution,
        state IN ('resolved', 'closed') AS is_solved,
        COALESCE(kind, CASE WHEN service IN ('SER-004', 'SER-033') THEN 'software'
                            WHEN service IN ('SER-008', 'SER-025') THEN 'hardware' END) AS kind
    FROM ticket WHERE state <> 'cancelled' AND merged_into_id IS NULL
)"""
LINES = """, line (indicator, period, above, below) AS (
    SELECT 1, came, 0, 1 FROM counted
    UNION ALL SELECT 1, done, 1, 0 FROM counted WHERE is_solved
    UNION ALL SELECT 6, came, 0, 1 FROM counted WHERE kind = 'software'
    UNION ALL SELECT 6, done, 1, 0 FROM counted WHERE is_solved AND kind = 'software'
    UNION ALL SELECT 7, came, 0, 1 FROM counted WHERE kind = 'hardware'
    UNION ALL SELECT 7, done, 1, 0 FROM counted WHERE is_solved AND kind = 'hardware'
    UNION ALL SELECT 8, done, CASE solution WHEN 'remote' THEN 1 ELSE 0 END, 1 FROM counted
        WHERE is_solved AND solution IN ('remote', 'on_site')
    UNION ALL SELECT 5, substr(month, 1, 4) || CASE WHEN substr(month, 6, 2) <= '06' THEN '-H1' ELSE '-H2' END,
        CASE WHEN stars >= 4 THEN 1 ELSE 0 END, 1 FROM (SELECT stars, {rated} AS month FROM rating) AS said
)
SELECT indicator, period, SUM(above), SUM(below) FROM line
WHERE substr(period, 1, 4) > '2023' GROUP BY indicator, period HAVING SUM(below) > 0
"""
MONTH = {
    "sqlite": "strftime('%Y-%m', {}, '-5 hours')",
    "postgresql": "to_char({} AT TIME ZONE 'America/Bogota', 'YYYY-MM')",
}


async def in_plain_sql(session: Session) -> Found:
    """Of tickets, by the rules as they are told. What happened in 2023 is printed."""
    query = _counted(session) + _lines(session)
    return {(row[0], row[1]): (row[2], row[3]) for row in await session.execute(text(query))}


async def unsolved_at(session: Session, indicator: int, at: datetime) -> int:
    """What had come before and was not solved before."""
    kind = {1: "1 = 1", 6: "kind = 'software'", 7: "kind = 'hardware'"}[indicator]
    query = text(
        f"{_counted(session)} SELECT COUNT(*) FROM counted WHERE {kind} AND opened_at < :at "
        "AND NOT (is_solved AND resolved_at < :at)"
    ).bindparams(bindparam("at", type_=Instant))
    return int((await session.execute(query, {"at": min(at, NOW)})).scalar_one())


def _counted(session: Session) -> str:
    month = MONTH[session.get_bind().dialect.name]
    return COUNTED.format(opened=month.format("opened_at"), solved=month.format("resolved_at"))


def _lines(session: Session) -> str:
    return LINES.format(rated=MONTH[session.get_bind().dialect.name].format("solved_at"))


async def step_by_step(session: Session) -> Found:
    """Indicator 9: all that any outage took away, each time that it failed, once, if it was not planned."""
    outages = await session.execute(
        text(
            "SELECT service, outage_from, CASE WHEN state IN ('resolved', 'closed') "
            "THEN COALESCE(outage_until, resolved_at, updated_at) END FROM ticket "
            "WHERE is_outage AND merged_into_id IS NULL AND state <> 'cancelled'"
        )
    )
    earlier = await session.execute(
        text(
            "SELECT service, data FROM ticket_event JOIN ticket ON ticket.id = ticket_id "
            "WHERE ticket_event.kind = 'reopened' AND is_outage"
        )
    )
    maintenance = await session.execute(
        text(
            "SELECT service, starts_at, COALESCE(ended_at, ends_at) FROM maintenance WHERE cancelled_at IS NULL"
        )
    )
    planned = [(service, set(_steps(start, end))) for service, start, end in maintenance]
    down: set[datetime] = set()
    over = [
        (service, *(json.loads(data) if isinstance(data, str) else data)["down"]) for service, data in earlier
    ]
    for service, start, end in [*outages, *over]:
        steps = set(_steps(start, end or NOW))
        down |= steps.difference(*(one for of, one in planned if of in (None, service)))
    return _hours(down)


def _steps(start: datetime | str, end: datetime | str) -> Iterable[datetime]:
    at, until = _aware(start), _aware(end)
    while at < until:
        yield at
        at += STEP


def _aware(at: datetime | str) -> datetime:
    read = datetime.fromisoformat(at) if isinstance(at, str) else at
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _hours(down: set[datetime]) -> Found:
    whole: dict[str, int] = defaultdict(int)
    lost: dict[str, int] = defaultdict(int)
    for at in _steps(datetime(2024, 1, 1, tzinfo=ZONE).astimezone(UTC), NOW):
        month = f"{at.astimezone(ZONE):%Y-%m}"
        whole[month] += 1
        lost[month] += at in down
    return {(9, month): ((whole[month] - lost[month]) / 4, whole[month] / 4) for month in whole}
