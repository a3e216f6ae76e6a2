"""The pictures: what stands in the figure, its sizes, that it is drawn once, whole and in several threads; and that
people who confuse colours see the lights apart."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Rectangle
from numpy.typing import NDArray
from PIL import Image

from itgov_bot.rendering.charts import draw, figure_of
from itgov_bot.rendering.charts.looks import HATCHES, NIGHT, PAPER, Palette
from itgov_bot.replies import Bar, Chart, Panel

MONTHS = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
YEAR = Panel(
    "1. Eficiencia de solicitudes, 2023",
    (
        Bar("ene", 100, "green"),
        Bar("feb", 91, "yellow", "computed"),
        Bar("mar", 128, "green", "recorded"),
        Bar("abr*", 0, None, "sheet", doubt="no_data"),
        Bar("may"),
        Bar("jun…", 61, "red", "computed", is_open=True),
        Bar("13.º†", 93, "yellow", doubt="no_month"),
    ),
    "%",
    95,
)
ONE = Panel("3. Software", (Bar("2023", 82.0),), "%", None)


def a_chart(*panels: Panel, **more: Any) -> Chart:
    return Chart("Título", "x.png", panels, **more)


def blocks(chart: Chart, label: str) -> list[Rectangle]:
    """What is drawn for a period, and named after it."""
    [axes] = figure_of(chart).axes
    return [one for one in axes.patches if isinstance(one, Rectangle) and one.get_label() == label]


def texts(chart: Chart) -> list[str]:
    [axes] = figure_of(chart).axes
    return [text.get_text() for text in axes.texts]


def test_bars_are_as_high_as_their_values() -> None:
    chart = a_chart(YEAR)
    [january], [february] = blocks(chart, "ene"), blocks(chart, "feb")
    assert february.get_height() / january.get_height() == pytest.approx(0.91)
    assert {"100", "91", "128", "93"} <= set(texts(chart))


def test_colour_is_the_light_and_hatch_is_the_source() -> None:
    chart = a_chart(YEAR)
    looks = {label: blocks(chart, label)[-1] for label in ("ene", "feb", "mar", "jun…")}
    hatches = [looks[label].get_hatch() or "" for label in ("ene", "feb", "mar")]
    assert hatches == [HATCHES["sheet"], HATCHES["computed"], HATCHES["recorded"]]
    assert len(set(HATCHES.values())) == 3
    assert looks["ene"].get_facecolor() == looks["mar"].get_facecolor() != looks["feb"].get_facecolor()
    assert looks["jun…"].get_alpha(), "what may still change is paler"


def test_a_gap_is_a_column_and_no_zero() -> None:
    chart = a_chart(YEAR)
    [gap] = blocks(chart, "may")
    assert gap.get_height() > blocks(chart, "ene")[0].get_height()
    assert "sin datos" in texts(chart)
    column, zero = blocks(chart, "abr*")
    assert (column.get_height(), zero.get_height()) == (gap.get_height(), 0)


LEGEND = {
    "✓ Cumple la meta",
    "≈ Cerca de la meta",
    "✗ Por debajo de la meta",
    "De la hoja impresa",
    "Calculado por la mesa",
    "Registrado por su responsable",
    "… Va en curso: cuenta hasta hoy",
    "Sin datos: no es 0 %",
    "* 0 % que puede ser «sin dato»",
    "† Valor impreso sin mes",
    "Pasa de 100 %: se conserva",
    "Meta",
}


@pytest.mark.parametrize("panels", [[YEAR], [YEAR, ONE], [YEAR] * 13], ids=["one", "compared", "board"])
def test_the_legend_tells_every_look_and_no_other(panels: list[Panel]) -> None:
    assert set(texts(a_chart(*panels))) >= LEGEND
    assert not LEGEND.intersection(texts(a_chart(ONE))) - {"De la hoja impresa"}


def test_the_target_is_a_line_with_its_number() -> None:
    [axes] = figure_of(a_chart(YEAR)).axes
    dashed = [line for line in axes.lines if line.get_linestyle() == "--"]
    assert len(dashed) == 2, "in the panel and in the legend"
    assert "Meta\n95 %" in texts(a_chart(YEAR))
    [plain] = figure_of(a_chart(ONE)).axes
    assert not [line for line in plain.lines if line.get_linestyle() == "--"]


def test_a_board_says_how_each_stands() -> None:
    small = replace(ONE, title="8. Soporte remoto", light="red", standing="35 % · dic. 2023")
    found = texts(a_chart(*[small] * 13))
    assert found.count("✗ 35 % · dic. 2023") == 13
    assert found.count("8. Soporte remoto") == 13


@pytest.mark.parametrize(
    ("panels", "size"),
    [([ONE], (1080, 902)), ([YEAR], (1080, 1166)), ([YEAR] * 2, (1080, 1346)), ([YEAR] * 13, (1080, 1443))],
)
def test_a_phone_can_show_it(panels: list[Panel], size: tuple[int, int], tmp_path: Path) -> None:
    """Neither wide nor so long that Telegram would shrink it much."""
    for is_dark in (False, True):
        with Image.open(draw(a_chart(*panels, is_dark=is_dark), tmp_path)) as image:
            assert (image.format, image.size) == ("PNG", size)
            ground = image.convert("RGB").getpixel((2, 2))
            assert ground == _rgb((NIGHT if is_dark else PAPER).ground)


def test_words_stay_inside_the_picture() -> None:
    """Long titles are cut, and nothing runs over the edge."""
    long = replace(
        YEAR, title="Cumplimiento de la política de seguridad y privacidad " * 3, standing="35 % · dic. 2023"
    )
    for panels in ([long], [long] * 2, [long] * 13):
        figure = figure_of(replace(a_chart(*panels), title="Indicador con un nombre muy largo " * 9))
        renderer, [axes] = FigureCanvasAgg(figure).get_renderer(), figure.axes  # type: ignore[no-untyped-call]
        for text in axes.texts:
            box = text.get_window_extent(renderer)
            assert box.x0 >= 0, text.get_text()
            assert box.x1 <= 1080, text.get_text()


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


# How colours are seen without one kind of cones: Machado, Oliveira and Fernandes, 2009; on linear light.
EYES = {
    "protan": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritan": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
    "everybody": np.eye(3).tolist(),
}
APART = 20
"""In CIELAB: 2 can just be told apart side by side."""


def _lab(colour: str, eyes: Sequence[Sequence[float]]) -> NDArray[np.float64]:
    light = np.array([(part / 255) ** 2.2 for part in _rgb(colour)])
    seen = np.clip(np.array(eyes) @ light, 0, 1)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(to_xyz @ seen / np.array([0.9505, 1, 1.089]))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("palette", [PAPER, NIGHT], ids=["light", "dark"])
@pytest.mark.parametrize("eyes", EYES)
def test_the_lights_can_be_told_apart(palette: Palette, eyes: str) -> None:
    colours = [*palette.lights.values(), palette.ground]
    for one, other in combinations(colours, 2):
        difference = float(np.linalg.norm(_lab(one, EYES[eyes]) - _lab(other, EYES[eyes])))
        assert difference > APART, (one, other)


def test_the_same_facts_are_drawn_once(tmp_path: Path) -> None:
    path = draw(a_chart(ONE), tmp_path)
    drawn_at = path.stat().st_mtime_ns
    assert draw(a_chart(replace(ONE)), tmp_path) == path
    assert path.stat().st_mtime_ns == drawn_at
    assert list(tmp_path.iterdir()) == [path]
    assert draw(a_chart(ONE, is_dark=True), tmp_path) != path


@pytest.mark.parametrize(
    "odd",
    [
        replace(a_chart(ONE), title="Costo $x$ y $y$ de «todo» " * 12),
        a_chart(replace(ONE, bars=(Bar("$a$"),))),
        a_chart(replace(ONE, bars=())),
        a_chart(replace(ONE, bars=(Bar("2023", 4321.5),))),
        a_chart(*[replace(ONE, bars=())] * 40),
    ],
    ids=["title", "gap", "empty", "high", "forty"],
)
def test_odd_facts_are_drawn_all_the_same(odd: Chart, tmp_path: Path) -> None:
    with Image.open(draw(odd, tmp_path)) as image:
        assert image.width == 1080


def test_threads_draw_at_the_same_time(tmp_path: Path) -> None:
    charts = [a_chart(replace(ONE, bars=(Bar("2023", float(value)),))) for value in (1, 2, 1, 2)]
    with ThreadPoolExecutor(4) as pool:
        paths = list(pool.map(lambda chart: draw(chart, tmp_path), charts))
    assert len(set(paths)) == 2
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in paths}


def test_a_fault_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_args: object, **_options: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("matplotlib.figure.Figure.savefig", full_disk)
    with pytest.raises(OSError, match="no space"):
        draw(a_chart(ONE), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.timing
def test_a_board_takes_less_than_three_tenths_of_a_second(tmp_path: Path) -> None:
    """Of work, since other tests run beside it; the first one loads the fonts."""
    full = replace(YEAR, bars=tuple(Bar(month, 90, "yellow") for month in MONTHS))
    draw(a_chart(full), tmp_path)
    took = []
    for is_dark in (False, True):
        started = time.process_time()
        draw(a_chart(*[full] * 13, is_dark=is_dark), tmp_path)
        took.append(time.process_time() - started)
    assert min(took) < 0.3
