"""What is drawn on: one axes over the whole figure, in pixels. Fast: nothing is laid out but what we put there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .layout import WIDTH, Box
from .looks import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DPI = 100


class Canvas:
    """`figure` is what comes of it. Words are plain: between two dollar signs matplotlib would see a formula."""

    def __init__(self, height: float, palette: Palette, dpi: float = DPI) -> None:
        """`dpi`: so many pixels are an inch on paper; the picture is always `WIDTH` of them wide."""
        # Imported here: it takes half a second, which a program that draws nothing need not wait for.
        from matplotlib.figure import Figure

        self.palette = palette
        self._points = 72 / dpi
        self.figure: Figure = Figure((WIDTH / dpi, height / dpi), dpi=dpi, facecolor=palette.ground)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set(xlim=(0, WIDTH), ylim=(0, height))
        self._axes.set_axis_off()

    def words(self, x: float, y: float, text: str, size: float, **look: Any) -> None:
        """`size` in pixels."""
        look = {"color": self.palette.ink, "va": "center", "zorder": 5, **look}
        self._axes.text(x, y, text, fontsize=size * self._points, parse_math=False, **look)

    def block(self, box: Box, name: str = "", **look: Any) -> None:
        """`name` tells what it stands for, to who reads the figure."""
        from matplotlib.patches import Rectangle

        # Not `add_patch`, which looks for limits that are set already.
        self._axes.add_artist(Rectangle((box.x, box.y), box.width, box.height, label=name, **look))

    def line(self, x: tuple[float, float], y: float, **look: Any) -> None:
        self._axes.plot(x, (y, y), **look)
