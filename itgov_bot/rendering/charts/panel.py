"""One indicator in its box: title and standing, scale, a bar or a gap for each period, and the line of the target."""

from collections.abc import Sequence
from typing import Any

from itgov_bot.replies import Bar, Panel
from itgov_bot.wording.managers.charts import NO_DATA, SIGNS, TARGET
from itgov_bot.wording.periods import number

from .canvas import Canvas
from .layout import Box, Style
from .looks import fill, gap, outline, target_line

_TICKS = (0, 50, 100)
_SHARE = 0.76
"""What a bar takes of the room of its period."""
_FEWEST_PLACES = 3
"""A bar alone would fill the box."""
_HEADROOM = 1.04
_BOLD_LETTER = 0.65
"""Of the size of the words: about how wide a letter is."""


def top_of_scale(panels: Sequence[Panel]) -> float:
    """100, or what goes beyond; the same for all panels of a picture, so that they can be compared."""
    values = [bar.value or 0 for panel in panels for bar in panel.bars]
    return max(100.0, *values, *(panel.target or 0 for panel in panels)) * _HEADROOM


def draw_panel(canvas: Canvas, panel: Panel, box: Box, style: Style, highest: float) -> None:
    """`highest` is the top of the scale."""
    _head(canvas, panel, box, style)
    plot = Box(
        box.x + style.left,
        box.y + style.foot,
        box.width - style.left - style.right,
        box.height - style.foot - style.head - style.values,
    )
    _scale(canvas, plot, style, highest, panel.unit)
    if panel.bars:
        _bars(canvas, panel.bars, plot, style, highest)
    else:
        canvas.words(plot.x + plot.width / 2, plot.y + plot.height / 2, NO_DATA, style.words, ha="center")
    if panel.target is not None:
        _target(canvas, panel, plot, style, highest)


def _head(canvas: Canvas, panel: Panel, box: Box, style: Style) -> None:
    if not style.head:  # the picture's own title says it
        return
    top = box.y + box.height
    canvas.words(
        box.x, top - style.title / 2, _cut(panel.title, box.width, style.title), style.title, weight="bold"
    )
    if panel.standing:
        below, dot = top - style.title * 1.9, style.words * 0.8
        colour = canvas.palette.lights[panel.light]
        canvas.block(
            Box(box.x, below - dot / 2, dot, dot),
            facecolor=colour,
            edgecolor=canvas.palette.ink,
            linewidth=0.5,
        )
        canvas.words(box.x + dot * 1.4, below, f"{SIGNS[panel.light]} {panel.standing}", style.words)


def _cut(text: str, width: float, size: int) -> str:
    most = int(width / (size * _BOLD_LETTER))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _scale(canvas: Canvas, plot: Box, style: Style, highest: float, unit: str) -> None:
    for tick in _TICKS:
        y = plot.y + plot.height * tick / highest
        canvas.line((plot.x, plot.x + plot.width), y, color=canvas.palette.faint, linewidth=1, zorder=0)
        if style.with_values:
            canvas.words(plot.x - 10, y, f"{tick} {unit}", style.words * 0.85, ha="right")


def _bars(canvas: Canvas, bars: Sequence[Bar], plot: Box, style: Style, highest: float) -> None:
    room = plot.width / max(len(bars), _FEWEST_PLACES)
    left = plot.x + (plot.width - room * len(bars)) / 2
    for place, bar in enumerate(bars):
        slot = Box(left + room * place, plot.y, room, plot.height)
        _bar(canvas, bar, slot, highest)
        if style.with_values:
            _value(canvas, bar, slot, style, highest)
            _name(canvas, bar, slot, style)
    if not style.with_values:
        _ends(canvas, bars, plot, style)


def _bar(canvas: Canvas, bar: Bar, slot: Box, highest: float) -> None:
    """A column without a value is shaded whole, so that it is no 0; so is a 0 that may be none."""
    if bar.value is None or bar.doubt == "no_data":
        canvas.block(slot, bar.label, **gap(canvas.palette))
    if bar.value is None:
        return
    beside = slot.width * (1 - _SHARE) / 2
    box = Box(slot.x + beside, slot.y, slot.width * _SHARE, slot.height * bar.value / highest)
    canvas.block(box, bar.label, **fill(bar, canvas.palette))
    if around := outline(bar, canvas.palette):
        canvas.block(box, **around)


def _value(canvas: Canvas, bar: Bar, slot: Box, style: Style, highest: float) -> None:
    middle = slot.x + slot.width / 2
    if bar.value is None:
        place = {"ha": "center", "va": "bottom", "rotation": 90, "bbox": _beside_line(canvas)}
        canvas.words(middle, slot.y + 12, NO_DATA, style.values * 0.75, **place)
        return
    canvas.words(
        middle,
        slot.y + slot.height * bar.value / highest + 5,
        number(bar.value),
        _fitting(number(bar.value), slot.width, style.values),
        ha="center",
        va="bottom",
        weight="bold",
        bbox=_beside_line(canvas),
    )


def _beside_line(canvas: Canvas) -> dict[str, Any]:
    """The line of the target may run behind words."""
    return {"boxstyle": "square,pad=0.1", "facecolor": canvas.palette.ground, "edgecolor": "none"}


def _fitting(text: str, width: float, size: float) -> float:
    return min(size, width / (max(len(text), 1) * _BOLD_LETTER))


def _name(canvas: Canvas, bar: Bar, slot: Box, style: Style) -> None:
    lines = bar.label.split(" ")
    size = _fitting(max(lines, key=len), slot.width, style.words)
    canvas.words(slot.x + slot.width / 2, slot.y - 8, "\n".join(lines), size, ha="center", va="top")


def _ends(canvas: Canvas, bars: Sequence[Bar], plot: Box, style: Style) -> None:
    """Only the first and the last period have their names where there is no room for more."""
    y, end = plot.y - 6, plot.x + plot.width
    if len(bars) == 1:
        canvas.words(plot.x + plot.width / 2, y, bars[0].label, style.words, ha="center", va="top")
        return
    canvas.words(plot.x, y, bars[0].label, style.words, va="top")
    canvas.words(end, y, bars[-1].label, style.words, ha="right", va="top")


def _target(canvas: Canvas, panel: Panel, plot: Box, style: Style, highest: float) -> None:
    """The line, and its number to the right of the bars, where nothing else is written."""
    y, end = plot.y + plot.height * (panel.target or 0) / highest, plot.x + plot.width
    canvas.line((plot.x, end), y, **target_line(canvas.palette))
    text = number(panel.target or 0)
    if style.with_values:
        text = f"{TARGET}\n{text} {panel.unit}"
    canvas.words(end + 6, y, text, style.words, weight="bold")
