"""Charts as pictures for a phone: one indicator, a few compared, or all of them on a board. Everything stands in pixels.

`picture.draw` makes the file; `indicator_pages` puts single panels on paper.
"""

from .picture import draw, figure_of

__all__ = ["draw", "figure_of"]
