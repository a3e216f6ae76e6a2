"""Draws a chart as a picture for a phone. Called by the delivery, in a thread, when the reply leaves."""

from __future__ import annotations

import hashlib
import json
import textwrap
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from itgov_bot.atomic_write import written_whole
from itgov_bot.messages import Chart
from itgov_bot.wording.managers.indicators import EXTRA_MARK, NO_DATA_MARK
from itgov_bot.wording.periods import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


# Colours of Okabe and Ito, which people who confuse red and green can tell apart.
MET, MISSED, DOUBTFUL, LINE, INK = "#0072B2", "#E69F00", "#8C8C8C", "#B03A00", "#222222"

_NO_DATA_LOOK: dict[str, Any] = {
    "facecolor": "#F4F4F4",
    "edgecolor": "#C4C4C4",
    "hatch": "//",
    "linewidth": 0,
}
_WIDTH = 0.72

_VERSION = 1  # raised when the drawing changes, so that pictures of before are not used again
_SIZE, _DPI = (10.8, 10.8), 100
_DRAWING = Lock()  # matplotlib's font machinery is not safe in threads
_TITLE_WIDTH, _TITLE_LINES = 40, 3
_TITLE_FONT, _AXIS_FONT, _FONT, _SMALL_FONT = 28, 23, 21, 18
_MAX_ROOMY_BARS = 6  # up to so many bars there is room for larger words


@dataclass(frozen=True)
class _Bar:
    label: str
    value: float | None
    mark: str
    is_met: bool

    @property
    def is_over(self) -> bool:
        return self.value is not None and self.value > 100

    @property
    def look(self) -> dict[str, Any]:
        """Colour says whether the target is met; a pattern and an outline say that the value is a strange one."""
        if self.mark == NO_DATA_MARK:
            return _NO_DATA_LOOK
        if self.mark:
            return {"facecolor": "white", "edgecolor": DOUBTFUL, "hatch": "//", "linewidth": 2}
        colour = MET if self.is_met else MISSED
        return {
            "facecolor": colour,
            "edgecolor": INK if self.is_over else colour,
            "hatch": "xx" if self.is_over else "",
        }


def draw(chart: Chart, folder: Path) -> Path:
    """The picture of a chart in `folder`. The same facts are drawn once; a half-written file is never seen."""
    path = folder / f"{_fingerprint(chart)}.png"
    with _DRAWING:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            with written_whole(path) as unfinished:
                _figure(chart).savefig(unfinished, format="png", dpi=_DPI)
    return path


def _fingerprint(chart: Chart) -> str:
    facts = json.dumps([_VERSION, asdict(chart)], sort_keys=True)
    return hashlib.sha256(facts.encode()).hexdigest()[:32]


def _figure(chart: Chart) -> Figure:
    # Imported here: it takes half a second, which a program that draws nothing need not wait for.
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    layout = ConstrainedLayoutEngine(w_pad=0.25, h_pad=0.22)
    figure = Figure(figsize=_SIZE, dpi=_DPI, layout=layout, facecolor="white")
    axes = figure.add_subplot()
    bars = [_bar(label, value, chart.target) for label, value in zip(chart.labels, chart.values, strict=True)]
    figure.suptitle(_title(chart.title), fontsize=_TITLE_FONT, fontweight="bold", color=INK)
    _draw_axes(axes, chart, bars)
    _draw_bars(axes, bars)
    _draw_target(axes, chart)
    _draw_notes(figure, chart, bars)
    return figure


def _bar(label: str, value: float | None, target: float | None) -> _Bar:
    mark = label[-1:] if label.endswith((NO_DATA_MARK, EXTRA_MARK)) else ""
    return _Bar(_plain(label), value, mark, is_met=target is None or (value is not None and value >= target))


def _title(text: str) -> str:
    return _plain("\n".join(textwrap.wrap(text, _TITLE_WIDTH, max_lines=_TITLE_LINES, placeholder="…")))


def _plain(text: str) -> str:
    """Between two dollar signs matplotlib sees a formula."""
    return text.replace("$", r"\$")


def _draw_axes(axes: Axes, chart: Chart, bars: Sequence[_Bar]) -> None:
    from matplotlib.ticker import MaxNLocator

    highest = max([100.0, chart.target or 0, *(bar.value or 0 for bar in bars)])
    font = _FONT if len(bars) <= _MAX_ROOMY_BARS else _SMALL_FONT
    axes.set_ylim(0, highest * 1.1)
    axes.yaxis.set_major_locator(MaxNLocator(8, steps=[1, 2, 5, 10]))
    # A bar alone would fill the picture.
    axes.set_xlim(-0.6 - max(0, 3 - len(bars)) / 2, len(bars) - 0.4 + max(0, 3 - len(bars)) / 2)
    axes.set_xticks(range(len(bars)), [bar.label.replace(" ", "\n") for bar in bars], fontsize=font)
    axes.tick_params(axis="y", labelsize=_FONT)
    axes.tick_params(axis="both", length=0, pad=8, colors=INK)
    axes.set_xlabel("Período", fontsize=_AXIS_FONT, color=INK)
    axes.set_ylabel("Porcentaje (%)" if chart.unit == "%" else chart.unit, fontsize=_AXIS_FONT, color=INK)
    axes.grid(axis="y", color="#DDDDDD")
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)


def _draw_bars(axes: Axes, bars: Sequence[_Bar]) -> None:
    font = _AXIS_FONT if len(bars) <= _MAX_ROOMY_BARS else _SMALL_FONT
    for place, bar in enumerate(bars):
        axes.bar(place, bar.value or 0, width=_WIDTH, **bar.look)
        if bar.mark == NO_DATA_MARK:  # a bar of 0 is not seen, so its column is shaded, wider than any bar
            axes.axvspan(place - 0.5, place + 0.5, zorder=0, **_NO_DATA_LOOK)
        text = "sin\ndatos" if bar.value is None else number(bar.value)
        axes.annotate(
            text,
            (place, bar.value or 0),
            xytext=(0, 6),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=_SMALL_FONT if bar.value is None else font,
            fontweight="bold" if bar.value is not None else "normal",
            color=INK,
            zorder=5,
            # The line of the target may run behind the number.
            bbox={"boxstyle": "square,pad=0.12", "facecolor": "white", "edgecolor": "none"},
        )


def _draw_target(axes: Axes, chart: Chart) -> None:
    """The line, and its label to the right of the bars, where nothing else is written."""
    if chart.target is None:
        return
    axes.axhline(chart.target, color=LINE, linewidth=3, linestyle=(0, (5, 3)), zorder=4)
    axes.annotate(
        f"Meta\n{number(chart.target)} {chart.unit}",
        (1, chart.target),
        xycoords=axes.get_yaxis_transform(),
        xytext=(6, 0),
        textcoords="offset points",
        va="center",
        fontsize=_FONT,
        fontweight="bold",
        color=LINE,
        annotation_clip=False,
    )


def _draw_notes(figure: Figure, chart: Chart, bars: Sequence[_Bar]) -> None:
    """Below the axis: what each look means, as far as it is there to be seen."""
    from matplotlib.patches import Patch

    certain = [bar for bar in bars if bar.value is not None and not bar.mark]
    notes = {
        "Cumple la meta" if chart.target is not None else "Valor (no hay meta con número)": [
            bar for bar in certain if bar.is_met
        ],
        "Por debajo de la meta": [bar for bar in certain if not bar.is_met],
        "Pasa de 100 %: se conserva": [bar for bar in certain if bar.is_over],
        "* 0 % que puede significar «sin dato»": [bar for bar in bars if bar.mark == NO_DATA_MARK],
        "† Valor impreso sin mes": [bar for bar in bars if bar.mark == EXTRA_MARK],
    }
    handles = [Patch(label=note, **found[-1].look) for note, found in notes.items() if found]
    if handles:
        figure.legend(
            handles=handles, loc="outside lower center", ncols=2, fontsize=_SMALL_FONT, frameon=False
        )
