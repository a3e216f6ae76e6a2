"""How things look: the colours of the board's lights on a light and on a dark ground, and the hatch of each source.

The lights differ in lightness too, so that who confuses red and green (or prints in grey) tells them apart; a test sees
with their eyes. Colour says the light, the hatch says where a value comes from.
"""

from typing import Any

from itgov_bot.domain.indicators import ReadingSource
from itgov_bot.records import dataclass
from itgov_bot.replies import Bar, Light


@dataclass(frozen=True)
class Palette:
    """`lights` has the colour of each light, and of what has none."""

    ground: str
    ink: str
    faint: str
    lights: dict[Light | None, str]


PAPER = Palette(
    ground="#FFFFFF",
    ink="#1F2328",
    faint="#D9DCE0",
    lights={"green": "#1AA57C", "yellow": "#F3C53C", "red": "#A8201A", None: "#B9C1CA"},
)
NIGHT = Palette(
    ground="#17212B",
    ink="#F1F3F4",
    faint="#3A4856",
    lights={"green": "#2FC79A", "yellow": "#FFE08A", "red": "#D2463C", None: "#7E8C9A"},
)
HATCHES: dict[ReadingSource, str] = {"sheet": "//", "computed": "", "recorded": ".."}


def palette_of(*, is_dark: bool) -> Palette:
    return NIGHT if is_dark else PAPER


def fill(bar: Bar, palette: Palette) -> dict[str, Any]:
    """The hatch is drawn in the colour of the ground; what may still change is paler."""
    return {
        "facecolor": palette.lights[bar.light],
        "edgecolor": palette.ground,
        "hatch": HATCHES[bar.source],
        "linewidth": 0,
        "alpha": 0.55 if bar.is_open else None,
    }


def outline(bar: Bar, palette: Palette) -> dict[str, Any] | None:
    """Around a bar that is a strange one (over 100 %), or whose period is not over."""
    if bar.is_open:
        return {"fill": False, "edgecolor": palette.ink, "linestyle": (0, (3, 2)), "linewidth": 1.5}
    if bar.value is not None and bar.value > 100:
        return {"fill": False, "edgecolor": palette.ink, "linewidth": 2}
    return None


def gap(palette: Palette) -> dict[str, Any]:
    """The column of a period without a value."""
    return {
        "facecolor": palette.faint,
        "edgecolor": palette.ground,
        "hatch": "xx",
        "linewidth": 0,
        "alpha": 0.6,
    }


def target_line(palette: Palette) -> dict[str, Any]:
    return {"color": palette.ink, "linewidth": 2, "linestyle": (0, (5, 3)), "zorder": 4}
