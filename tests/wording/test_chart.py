"""The pictures: right size, something on them, drawn once, never half written, whole in several threads."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from itgov_bot.messages import Chart
from itgov_bot.rendering.chart import LINE, draw

MONTHS = ("ene", "feb", "mar", "abr*", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic", "13.º†")
YEAR = Chart(
    title="1. Eficiencia de solicitudes, 2023",
    labels=MONTHS,
    values=(100, 100, 128, 0, 100, 100, 100, 99, 100, 98, 89, None, 93),
    unit="%",
    target=95,
    file_name="x.png",
)
ONE = Chart("3. Software", ("2023",), (82.0,), "%", None, "x.png")


def _colours(path: Path) -> set[tuple[int, int, int]]:
    with Image.open(path) as image:
        assert image.format == "PNG"
        assert image.size == (1080, 1080)
        found = image.convert("RGB").getcolors(1 << 24)
    assert found
    return {colour for _, colour in found}  # type: ignore[misc]


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def test_a_year_of_months_is_drawn_with_its_target(tmp_path: Path) -> None:
    colours = _colours(draw(YEAR, tmp_path / "new"))
    assert len(colours) > 20
    assert _rgb(LINE) in colours


def test_without_a_target_there_is_no_line(tmp_path: Path) -> None:
    assert _rgb(LINE) not in _colours(draw(ONE, tmp_path))


def test_the_same_facts_are_drawn_once(tmp_path: Path) -> None:
    path = draw(ONE, tmp_path)
    drawn_at = path.stat().st_mtime_ns
    assert draw(replace(ONE), tmp_path) == path
    assert path.stat().st_mtime_ns == drawn_at
    assert list(tmp_path.iterdir()) == [path]


def test_other_facts_are_another_picture(tmp_path: Path) -> None:
    assert draw(ONE, tmp_path) != draw(replace(ONE, values=(83.0,)), tmp_path)


@pytest.mark.parametrize(
    "odd",
    [
        replace(ONE, title="Costo $x$ y $y$ de «todo» " * 12),
        replace(ONE, labels=("$a$",), values=(None,)),
        replace(ONE, labels=(), values=()),
        replace(ONE, values=(4321.5,)),
    ],
)
def test_odd_facts_are_drawn_all_the_same(odd: Chart, tmp_path: Path) -> None:
    _colours(draw(odd, tmp_path))


def test_threads_draw_at_the_same_time(tmp_path: Path) -> None:
    charts = [replace(ONE, values=(float(value),)) for value in (1, 2, 1, 2)]
    with ThreadPoolExecutor(4) as pool:
        paths = list(pool.map(lambda chart: draw(chart, tmp_path), charts))
    assert len(set(paths)) == 2
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in paths}


def test_a_fault_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_args: object, **_options: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("matplotlib.figure.Figure.savefig", full_disk)
    with pytest.raises(OSError, match="no space"):
        draw(ONE, tmp_path)
    assert list(tmp_path.iterdir()) == []
