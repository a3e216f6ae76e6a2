"""Where each part of a picture stands, in pixels from its lower left corner: panels, title and legend."""

from typing import NamedTuple

from itgov_bot.records import dataclass

WIDTH = 1080
MARGIN = 30
BOARD_COLUMNS = 3
MOST_BELOW_ONE_ANOTHER = 4
"""So many panels are compared over the whole width; more of them make a board."""


class Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Style:
    """The sizes of words in pixels: a phone shows the picture at 400 of its 1080.

    `head` is the room for a panel's own title, `foot` for the names of its periods, `left` and `right` beside the bars.
    """

    title: int
    words: int
    values: int
    head: int
    foot: int
    left: int
    right: int
    with_values: bool = True


@dataclass(frozen=True)
class Layout:
    height: int
    panels: tuple[Box, ...]
    legend: Box
    style: Style
    heading: int


ONE = Style(title=40, words=28, values=28, head=0, foot=90, left=110, right=125)
COMPARED = Style(title=32, words=26, values=25, head=60, foot=80, left=105, right=115)
BOARD = Style(title=22, words=20, values=0, head=66, foot=30, left=6, right=44, with_values=False)


def layout(panels: int, *, title_lines: int, notes: int) -> Layout:
    """`notes` are the lines of the legend, which stand in two columns."""
    heading = 40 + 48 * title_lines
    if panels > MOST_BELOW_ONE_ANOTHER:
        return _board(panels, heading)
    style, each = (ONE, 740) if panels == 1 else (COMPARED, 460)
    below = 44 * -(-notes // 2) + MARGIN
    height = heading + each * panels + below
    boxes = tuple(
        Box(MARGIN, height - heading - each * (place + 1), WIDTH - 2 * MARGIN, each - MARGIN)
        for place in range(panels)
    )
    return Layout(height, boxes, Box(MARGIN, 0, WIDTH - 2 * MARGIN, below), style, heading)


def _board(panels: int, heading: int) -> Layout:
    """Rows of three; the legend has the last two cells of the last row."""
    rows, each = -(-(panels + 2) // BOARD_COLUMNS), 268
    height = heading + rows * each + MARGIN // 2
    column = (WIDTH - 2 * MARGIN) / BOARD_COLUMNS
    places = [divmod(place, BOARD_COLUMNS) for place in range(rows * BOARD_COLUMNS)]
    cells = [
        Box(MARGIN + column * across, height - heading - each * (down + 1), column - 20, each - 24)
        for down, across in places
    ]
    legend = Box(cells[-2].x, cells[-2].y, 2 * column - 20, each - 24)
    return Layout(height, tuple(cells[:panels]), legend, BOARD, heading)
