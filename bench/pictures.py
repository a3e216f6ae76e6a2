"""How long pictures and files of the indicators take, and how much the event loop feels of it meanwhile."""

import asyncio
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from itgov_bot.desk.indicators import merged
from itgov_bot.reference import load
from itgov_bot.rendering.charts import draw
from itgov_bot.rendering.indicator_pages import write_pages
from itgov_bot.rendering.indicator_sheet import write_sheet
from itgov_bot.replies import Chart
from itgov_bot.settings import ROOT
from itgov_bot.wording.managers import charts

YEAR, TODAY, ZONE = 2023, date(2024, 1, 15), ZoneInfo("America/Bogota")
TIMES = 5
LOOK_EVERY = 0.001


def main() -> None:
    print(
        "\nPictures and files of the indicators, in a thread (the best of 5; the loop's worst wait in all of them)"
    )
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measure(Path(folder)))


async def _measure(folder: Path) -> None:
    reference = load(ROOT / "data")
    found = [(one, merged(reference, (), one.number, YEAR)) for one in reference.indicators]
    one = charts.chart(*found[0], None, TODAY)
    if one is None:
        raise ValueError(f"the first indicator has no reading of {YEAR}")
    board = charts.board(found, YEAR, TODAY)
    draw(one, folder)  # what is imported on demand, and the fonts
    works: dict[str, Callable[[int], object]] = {
        "one indicator (PNG)": lambda turn: draw(_anew(one, turn), folder),
        "all of them (PNG)": lambda turn: draw(_anew(board, turn), folder),
        "the year (XLSX)": lambda _: write_sheet(folder / "x.xlsx", found, YEAR, ZONE),
        "the year (PDF)": lambda _: write_pages(folder / "x.pdf", found, YEAR, reference.city, TODAY),
    }
    for name, work in works.items():
        runs = [await _run(work, turn) for turn in range(TIMES)]
        best, worst_wait = min(took for took, _ in runs), max(wait for _, wait in runs)
        print(f"  {name:22} {best * 1000:6.0f} ms   the loop waited {worst_wait * 1000:4.0f} ms at most")


def _anew(chart: Chart, turn: int) -> Chart:
    """A chart that was drawn is not drawn again."""
    return replace(chart, title=f"{chart.title} {turn}")


async def _run(work: Callable[[int], object], turn: int) -> tuple[float, float]:
    """Seconds that it took, and the longest that a task which only wants to look had to wait."""
    began, wait = time.perf_counter(), 0.0
    task = asyncio.create_task(asyncio.to_thread(work, turn))
    while not task.done():
        looked = time.perf_counter()
        await asyncio.sleep(LOOK_EVERY)
        wait = max(wait, time.perf_counter() - looked - LOOK_EVERY)
    await task
    return time.perf_counter() - began, wait


if __name__ == "__main__":
    main()
