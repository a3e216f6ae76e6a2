"""Turns: four hundred people write at once. The baseline is the bare commit of one row a message, on the same disk."""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from sqlalchemy import text

from itgov_bot.app import App, build
from itgov_bot.messages import Address, Delivered, Incoming, Reply, Sender
from itgov_bot.settings import Settings
from itgov_bot.storage.database import Database

PEOPLE = 400
ASKED = (
    "no me abre el correo",
    "la impresora no imprime",
    "hola",
    "a que hora atienden",
    "licencia de maternidad",
)


class Nowhere:
    """A channel that takes everything at once: what is measured is ours."""

    name = "bench"

    def __init__(self) -> None:
        self.sent = 0

    async def send(self, address: Address, reply: Reply, *, editing: str | None = None) -> Delivered:
        self.sent += 1
        return Delivered(str(self.sent))


def main() -> None:
    asyncio.run(_measure())


async def _measure() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        bare = await _bare_commits(home)
        channel = Nowhere()
        app = await build(Settings(itgov_home=home), [channel])
        waits = await _all_write(app)
        begin = time.perf_counter()
        await app.settle()
        delivering = time.perf_counter() - begin
        await app.close()
    whole, median = max(waits), statistics.median(waits)
    print(f"\n{PEOPLE} people write at once (SQLite)")
    print(f"  a bare commit (baseline)      {bare / PEOPLE * 1000:8.2f} ms   1.0")
    print(f"  a turn                        {whole / PEOPLE * 1000:8.2f} ms   {whole / bare:.1f}")
    print(
        f"  a reply claimed, sent, marked {delivering / channel.sent * 1000:8.2f} ms   {delivering / bare:.1f}"
    )
    print(f"  the median person waits       {median:8.2f} s, the last one {whole:.2f} s")


async def _bare_commits(home: Path) -> float:
    database = Database(f"sqlite+aiosqlite:///{home / 'bare.db'}")
    async with database.transaction() as session:
        await session.execute(text("CREATE TABLE row (value TEXT)"))
    begin = time.perf_counter()
    for _ in range(PEOPLE):
        async with database.transaction() as session:
            await session.execute(text("INSERT INTO row VALUES ('hola')"))
    await database.close()
    return time.perf_counter() - begin


async def _all_write(app: App) -> list[float]:
    begin = time.perf_counter()

    async def write(number: int) -> float:
        address = Address("bench", str(number))
        incoming = Incoming(
            f"bench:{number}", Sender("bench", str(number), "Ana"), address, ASKED[number % len(ASKED)]
        )
        await app.receive(incoming)
        return time.perf_counter() - begin

    return list(await asyncio.gather(*(write(number) for number in range(PEOPLE))))


if __name__ == "__main__":
    main()
