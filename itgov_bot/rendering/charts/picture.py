"""Draws a chart into a file. Called by the delivery, in a thread, when the reply leaves."""

from __future__ import annotations

import hashlib
import json
import textwrap
from dataclasses import asdict
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from itgov_bot.atomic_write import written_whole
from itgov_bot.replies import Chart

from .canvas import DPI, Canvas
from .layout import MARGIN, WIDTH, layout
from .legend import draw_legend, notes_of
from .looks import palette_of
from .panel import draw_panel, top_of_scale

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_VERSION = 2  # raised when the drawing changes, so that pictures of before are not used again
DRAWING = Lock()  # matplotlib's font machinery is not safe in threads
_TITLE_WIDTH, _TITLE_LINES, _TITLE_SIZE = 44, 3, 38
_QUICK = {"compress_level": 3}  # a tenth larger than with the usual 6, in a third of the time


def draw(chart: Chart, folder: Path) -> Path:
    """The picture of a chart in `folder`. The same facts are drawn once; a half-written file is never seen."""
    path = folder / f"{_fingerprint(chart)}.png"
    with DRAWING:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            with written_whole(path) as unfinished:
                figure_of(chart).savefig(unfinished, format="png", dpi=DPI, pil_kwargs=_QUICK)
    return path


def figure_of(chart: Chart) -> Figure:
    title = textwrap.wrap(chart.title, _TITLE_WIDTH, max_lines=_TITLE_LINES, placeholder="…")
    notes = notes_of(chart.panels)
    parts = layout(len(chart.panels), title_lines=len(title), notes=len(notes))
    canvas = Canvas(parts.height, palette_of(is_dark=chart.is_dark))
    top = parts.height - parts.heading / 2 - MARGIN / 4
    canvas.words(WIDTH / 2, top, "\n".join(title), _TITLE_SIZE, weight="bold", ha="center", linespacing=1.15)
    highest = top_of_scale(chart.panels)
    for panel, box in zip(chart.panels, parts.panels, strict=True):
        draw_panel(canvas, panel, box, parts.style, highest)
    draw_legend(canvas, notes, parts.legend)
    return canvas.figure


def _fingerprint(chart: Chart) -> str:
    facts = json.dumps([_VERSION, asdict(chart)], sort_keys=True)
    return hashlib.sha256(facts.encode()).hexdigest()[:32]
