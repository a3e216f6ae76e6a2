"""Throughput, a rush, a calm hour and the opening of cases, of the desk and of the echo bot in the same run."""

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.http.telegram import Telegram
from itgov_bot.settings import ROOT
from itgov_bot.understanding import Understanding

PEOPLE, EACH, RUSH, CASES = 100, 20, 400, 67
UPDATES_OF_A_CASE = 3
"""The report, the place, the press that sends it: so many cases are a tenth of all updates."""
CALM_SECONDS, A_SECOND = 20, 10
ASKED = (
    "no me abre el correo",
    "la impresora no imprime",
    "hola",
    "a que hora atienden",
    "licencia de maternidad",
)
PATIENCE_SECONDS = 3600
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Bot:
    """A program under measurement."""

    name: str
    pid: int
    telegram: Telegram

    @property
    def cpu_seconds(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def rss_mb(self) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    async def answers(self, count: int, ask: Callable[[], None]) -> list[float]:
        """Seconds from the asking until each of `count` answers came."""
        begin, came, done = time.perf_counter(), list[float](), asyncio.Event()

        def answered(_chat: int, _sent: dict[str, str]) -> None:
            came.append(time.perf_counter() - begin)
            if len(came) >= count:
                done.set()

        self.telegram.answered = answered
        ask()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await done.wait()
        return came


@asynccontextmanager
async def running(name: str, home: Path) -> AsyncIterator[Bot]:
    telegram = Telegram()
    url = await telegram.start()
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.http.bots", name, url, str(home), cwd=ROOT
    )
    try:
        bot = Bot(name, program.pid, telegram)
        await bot.answers(1, lambda: telegram.writes(1, "hola"))
        yield bot
    finally:
        program.terminate()
        await program.wait()


class Reporter:
    """Somebody who opens a case, from the report to its number: what they do next follows from what they are asked."""

    def __init__(self, telegram: Telegram, user: int) -> None:
        self._telegram, self.user, self.is_done = telegram, user, False

    def reports(self) -> None:
        self._telegram.writes(self.user, ASKED[0])

    def reads(self, sent: dict[str, str]) -> None:
        if "¿Dónde es?" in sent["text"]:
            self._telegram.writes(self.user, "Hacienda, Aduana, piso 2")
        elif "Revise su caso" in sent["text"]:
            rows = json.loads(sent["reply_markup"])["inline_keyboard"]
            send = next(one for row in rows for one in row if "nviar" in one["text"])
            self._telegram.presses(self.user, send["callback_data"])
        elif "quedó abierto" in sent["text"]:
            self.is_done = True


async def _worked_off(bot: Bot, messages: int, cases: int, first: int = 20_000) -> dict[str, float]:
    """Messages of a hundred people and the opening of cases, all waiting at once; what opens cases writes most."""
    crowd = {user: Reporter(bot.telegram, user) for user in range(first, first + cases)}
    left, done = messages, asyncio.Event()

    def answered(chat: int, sent: dict[str, str]) -> None:
        nonlocal left
        if chat in crowd:
            crowd[chat].reads(sent)
        else:
            left -= 1
        if left <= 0 and all(one.is_done for one in crowd.values()):
            done.set()

    bot.telegram.answered = answered
    cpu, begin = bot.cpu_seconds, time.perf_counter()
    for number in range(messages):
        bot.telegram.writes(1000 + number % PEOPLE, ASKED[number % len(ASKED)])
    for one in crowd.values():
        one.reports()
    async with asyncio.timeout(PATIENCE_SECONDS):
        await done.wait()
    updates, took = messages + cases * UPDATES_OF_A_CASE, time.perf_counter() - begin
    cpu = (bot.cpu_seconds - cpu) / updates * 1000
    return {"updates a second": updates / took, "CPU an update (ms)": cpu}


async def grows(bot: Bot, updates: int) -> None:
    """`python -m bench.http 50000`: so many updates queued at once, and the memory before, while and after."""

    def ask() -> None:
        for number in range(updates):
            bot.telegram.writes(100_000 + number % 1000, ASKED[number % len(ASKED)])

    watching = asyncio.create_task(_watch(bot))
    took = (await bot.answers(updates, ask))[-1]
    watching.cancel()
    print(f"{updates} updates in {took:.0f} s; RSS now {bot.rss_mb:.0f} MB")


async def _watch(bot: Bot) -> None:
    while True:
        print(f"  {len(bot.telegram.pending):6} waiting at Telegram, RSS {bot.rss_mb:.0f} MB", flush=True)
        await asyncio.sleep(20)


async def measure(bot: Bot) -> dict[str, float]:
    """The figures of a bot, by what they are."""
    many = await _throughput(bot)
    return many | {"400 at once, last (s)": await _rush(bot)} | await _calm(bot) | {"RSS (MB)": bot.rss_mb}


async def _throughput(bot: Bot) -> dict[str, float]:
    """A tenth of the updates open cases; the echo bot knows none."""
    cases = 0 if bot.name == "echo" else CASES
    return await _worked_off(bot, PEOPLE * EACH - cases * UPDATES_OF_A_CASE, cases)


async def _rush(bot: Bot) -> float:
    def ask() -> None:
        for number in range(RUSH):
            bot.telegram.writes(5000 + number, ASKED[0])

    return (await bot.answers(RUSH, ask))[-1]


async def _calm(bot: Bot) -> dict[str, float]:
    waits = list[float]()
    for number in range(CALM_SECONDS * A_SECOND):
        begin = time.perf_counter()
        user, asked = 9000 + number, ASKED[number % len(ASKED)]
        waits += await bot.answers(1, partial(bot.telegram.writes, user, asked))
        await asyncio.sleep(max(0.0, 1 / A_SECOND - (time.perf_counter() - begin)))
    return {"p50 (ms)": statistics.median(waits) * 1000, "p99 (ms)": sorted(waits)[-3] * 1000}


async def _measured(many: int) -> None:
    found = dict[str, dict[str, float]]()
    models = Path(tempfile.gettempdir()) / "itgov-bench-models"
    await asyncio.to_thread(Understanding.load, ROOT / "data", models)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "models").symlink_to(models, target_is_directory=True)
        for name in ("desk",) if many else ("echo", "desk"):
            async with running(name, Path(folder)) as bot:
                if many:
                    await grows(bot, many)
                    return
                found[name] = await measure(bot)
                if name == "desk":
                    opening = await _worked_off(bot, 0, CASES, first=30_000)
    _print(found)
    for name, value in opening.items():
        print(f"  {f'opening cases, {name}':42}{value:4.1f}")


def _print(found: dict[str, dict[str, float]]) -> None:
    print(f"\nOver HTTP, {PEOPLE} people with {EACH} messages each (SQLite)")
    print(f"  {'':26}{'echo':>10}{'desk':>10}{'ratio':>8}")
    for name, echo in found["echo"].items():
        ours = found["desk"][name]
        print(f"  {name:26}{echo:10.1f}{ours:10.1f}{ours / echo:8.2f}")


def main() -> None:
    asyncio.run(_measured(int(sys.argv[1]) if sys.argv[1:] else 0))


if __name__ == "__main__":
    main()
