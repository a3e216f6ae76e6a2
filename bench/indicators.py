"""Indicators over a million tickets: the board of `/kpi` beside a scan of all tickets, in the same run, on both engines.

`python -m bench.indicators`; the desk is built once and kept (`bench/large_desk`).
"""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable

from sqlalchemy import text

from bench import large_desk
from itgov_bot.desk import indicators
from itgov_bot.desk.counted.closing import close_periods
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.reference import Reference
from itgov_bot.storage.database import Database, Session

TIMES = 9
MONTH = {
    "sqlite": "strftime('%Y-%m', {}, '-5 hours')",
    "postgresql": "to_char({} AT TIME ZONE 'America/Bogota', 'YYYY-MM')",
}
NAIVE = (
    "SELECT {opened}, count(*), sum(CASE WHEN kind = 'software' THEN 1 ELSE 0 END) FROM ticket "
    "WHERE state <> 'cancelled' AND merged_into_id IS NULL GROUP BY 1",
    "SELECT {solved}, count(*), sum(CASE WHEN solution = 'remote' THEN 1 ELSE 0 END), "
    "sum(CASE WHEN rating >= 4 THEN 1 ELSE 0 END) FROM ticket "
    "WHERE state IN ('resolved', 'closed') AND merged_into_id IS NULL GROUP BY 1",
)
"""What everybody would write first: all months at once, from all tickets."""


def main() -> None:
    asyncio.run(large_desk.on_each(_print))


async def _print(name: str, database: Database, reference: Reference) -> None:
    calendars = Calendars.of(reference)

    def desk(session: Session) -> Desk:
        return Desk(session, large_desk.NOW, reference, calendars)

    async def board() -> None:
        async with database.reading() as session:
            await indicators.board(desk(session))

    async def naive() -> None:
        async with database.reading() as session:
            await _scan(session)

    async def close() -> None:
        async with database.transaction() as session:
            await close_periods(desk(session))

    print(f"\n{large_desk.CASES:,} tickets, {3 * large_desk.CASES:,} events ({name})")
    closing = await median_ms(close, 1)
    await close()  # looks once more at what it froze
    base, ours, round_ = await median_ms(naive, 3), await median_ms(board), await median_ms(close)
    print(f"  a scan of all tickets (baseline) {base:9.1f} ms   1.0")
    print(f"  the board of /kpi                {ours:9.1f} ms   {ours / base:.3f}")
    print(f"  the round that closes periods    {round_:9.1f} ms   {round_ / base:.3f}")
    print(f"  three years closed at once       {closing:9.1f} ms   {closing / base:.3f}")


async def _scan(session: Session) -> None:
    month = MONTH[session.get_bind().dialect.name]
    for query in NAIVE:
        filled = query.format(opened=month.format("opened_at"), solved=month.format("resolved_at"))
        (await session.execute(text(filled))).all()


async def median_ms(act: Callable[[], Awaitable[None]], times: int = TIMES) -> float:
    """Milliseconds, warm where it is done more than once."""
    if times > 1:
        await act()
    spent = []
    for _ in range(times):
        begin = time.perf_counter()
        await act()
        spent.append((time.perf_counter() - begin) * 1000)
    return statistics.median(spent)


if __name__ == "__main__":
    main()
