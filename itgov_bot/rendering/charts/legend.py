"""Below the panels: what each look means, as far as it is there to be seen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from itgov_bot.domain.indicators import ReadingSource
from itgov_bot.records import dataclass
from itgov_bot.replies import Bar, Light, Panel
from itgov_bot.wording.managers.charts import (
    HAS_NO_MONTH,
    IS_GAP,
    IS_OPEN,
    LEGEND_OF_SOURCES,
    MAY_BE_NO_DATA,
    NO_VERDICT,
    PASSES_100,
    SIGNS,
    TARGET,
    VERDICTS,
)
from itgov_bot.wording.text import capital

from .canvas import Canvas
from .layout import Box
from .looks import Palette, fill, gap, outline, target_line

_COLUMNS = 2
_SWATCH = 30
_LARGEST = 26
_PLAIN = Bar("", 1, source="computed")


@dataclass(frozen=True)
class Note:
    """`bar` is how it looks; without one it is the line of the target, or a gap. `is_source`: the hatch alone matters."""

    words: str
    bar: Bar | None = None
    is_line: bool = False
    is_source: bool = False


def notes_of(panels: Sequence[Panel]) -> list[Note]:
    bars = [bar for panel in panels for bar in panel.bars]
    valued = [bar for bar in bars if bar.value is not None]
    return [
        *_lights(valued),
        *([Note(TARGET, is_line=True)] if any(panel.target is not None for panel in panels) else []),
        *_sources(valued),
        *_oddities(bars),
    ]


def _lights(bars: Sequence[Bar]) -> list[Note]:
    present = {bar.light for bar in bars}
    order: list[Light | None] = ["green", "yellow", "red", None]
    return [
        Note(f"{SIGNS[one]} {capital(VERDICTS[one] if one else NO_VERDICT)}", replace(_PLAIN, light=one))
        for one in order
        if one in present
    ]


def _sources(bars: Sequence[Bar]) -> list[Note]:
    present: set[ReadingSource] = {bar.source for bar in bars}
    return [
        Note(words, replace(_PLAIN, source=one), is_source=True)
        for one, words in LEGEND_OF_SOURCES.items()
        if one in present
    ]


def _oddities(bars: Sequence[Bar]) -> list[Note]:
    return [Note(words, look) for words, (is_there, look) in _ODDITIES.items() if any(map(is_there, bars))]


_ODDITIES: dict[str, tuple[Callable[[Bar], bool], Bar | None]] = {
    IS_OPEN: (lambda bar: bar.is_open, replace(_PLAIN, is_open=True)),
    IS_GAP: (lambda bar: bar.value is None, None),
    MAY_BE_NO_DATA: (lambda bar: bar.doubt == "no_data", None),
    PASSES_100: (lambda bar: bar.value is not None and bar.value > 100, replace(_PLAIN, value=101)),
    HAS_NO_MONTH: (lambda bar: bar.doubt == "no_month", _PLAIN),
}


def draw_legend(canvas: Canvas, notes: Sequence[Note], box: Box) -> None:
    """In two columns, as large as there is room for, one below the other from the top."""
    lines = -(-len(notes) // _COLUMNS)
    step = min(44.0, box.height / max(lines, 1))
    size = min(_LARGEST, step * 0.62, box.width / _COLUMNS / 19.5)
    for place, note in enumerate(notes):
        column, line = divmod(place, lines)
        x, y = box.x + column * box.width / _COLUMNS, box.y + box.height - step * (line + 0.5)
        _swatch(canvas, note, Box(x, y - size / 2, _SWATCH, size))
        canvas.words(x + _SWATCH + 10, y, note.words, size)


def _swatch(canvas: Canvas, note: Note, box: Box) -> None:
    if note.is_line:
        canvas.line((box.x, box.x + box.width), box.y + box.height / 2, **target_line(canvas.palette))
        return
    canvas.block(box, **_look(note, canvas.palette))
    if note.bar and (around := outline(note.bar, canvas.palette)):
        canvas.block(box, **around)


def _look(note: Note, palette: Palette) -> dict[str, Any]:
    if note.bar is None:
        return gap(palette)
    look = fill(note.bar, palette)
    return {**look, "facecolor": palette.ink} if note.is_source else look
