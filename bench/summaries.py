"""`/resumen` over a million tickets beside a scan of all of them, in the same run, on both engines.

`python -m bench.summaries`; the desk is built once and kept (`bench/large_desk`).
"""

import asyncio

from sqlalchemy import text

from bench import large_desk
from bench.indicators import median_ms
from itgov_bot.desk import summary
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.domain.days import Days
from itgov_bot.domain.summary import Chosen, Figure
from itgov_bot.reference import Reference
from itgov_bot.storage.database import Database

NAIVE = (
    "SELECT sum(CASE WHEN opened_at >= :since THEN 1 ELSE 0 END), sum(CASE WHEN resolved_at >= :since THEN 1 ELSE 0 END), "
    "sum(CASE WHEN state NOT IN ('resolved', 'closed', 'cancelled') THEN 1 ELSE 0 END) FROM ticket",
    "SELECT service, count(*) FROM ticket WHERE opened_at >= :since GROUP BY service",
    "SELECT solved_by, count(*) FROM ticket WHERE resolved_at >= :since GROUP BY solved_by",
    "SELECT count(DISTINCT ticket_id) FROM ticket_event WHERE kind || '' = 'reopened' AND at >= :since",
)
"""What everybody would write first. `kind || ''`: without the index that the summary brought."""


def main() -> None:
    asyncio.run(large_desk.on_each(_print))


async def _print(name: str, database: Database, reference: Reference) -> None:
    calendars = Calendars.of(reference)
    today = calendars.general.local(large_desk.NOW).date()

    async def screen(days: Days) -> None:
        async with database.reading() as session:
            await summary.summary(Desk(session, large_desk.NOW, reference, calendars), days)

    async def listed(figure: Figure) -> None:
        async with database.reading() as session:
            desk = Desk(session, large_desk.NOW, reference, calendars)
            await summary.cases(desk, Chosen(figure), Days.month_of(today))

    async def naive() -> None:
        since = Days.month_of(today).span(calendars.general.zone)[0]
        async with database.reading() as session:
            for query in NAIVE:
                (await session.execute(text(query), {"since": since})).all()

    base = await median_ms(naive, 3)
    print(f"\n{large_desk.CASES:,} tickets, {3 * large_desk.CASES:,} events ({name})")
    print(f"  a scan of all tickets (baseline) {base:9.1f} ms   1.0")
    for label, act in (
        ("/resumen of this week", lambda: screen(Days.week_of(today))),
        ("/resumen of this month", lambda: screen(Days.month_of(today))),
        ("a page of the backlog", lambda: listed(Figure.BACKLOG)),
        ("a page of what was solved", lambda: listed(Figure.SOLVED)),
    ):
        ours = await median_ms(act)
        print(f"  {label:32} {ours:9.1f} ms   {ours / base:.3f}")


if __name__ == "__main__":
    main()
