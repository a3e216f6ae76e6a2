"""What is drawn on: one axes over the whole figure, in pixels. Fast: nothing is laid out but what we put there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .layout import WIDTH, Box
from .looks import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DPI = 100
_POINTS = 72 / DPI


class Canvas:
    """`figure` is what comes of it. Words are plain: between two dollar signs matplotlib would see a formula."""

    def __init__(self, height: int, palette: Palette) -> None:
        # Imported here: it takes half a second, which a program that draws nothing need not wait for.
        from matplotlib.figure import Figure

        self.palette = palette
        self.figure: Figure = Figure((WIDTH / DPI, height / DPI), dpi=DPI, facecolor=palette.ground)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set(xlim=(0, WIDTH), ylim=(0, height))
        self._axes.set_axis_off()

    def words(self, x: float, y: float, text: str, size: float, **look: Any) -> None:
        """`size` in pixels."""
        look = {"color": self.palette.ink, "va": "center", "zorder": 5, **look}
        self._axes.text(x, y, text, fontsize=size * _POINTS, parse_math=False, **look)

    def block(self, box: Box, name: str = "", **look: Any) -> None:
        """`name` tells what it stands for, to who reads the figure."""
        from matplotlib.patches import Rectangle

        # Not `add_patch`, which looks for limits that are set already.
        self._axes.add_artist(Rectangle((box.x, box.y), box.width, box.height, label=name, **look))

    def line(self, x: tuple[float, float], y: float, **look: Any) -> None:
        self._axes.plot(x, (y, y), **look)
