"""Some libraries load others for a terminal's colours wherever these happen to be installed. Nobody sees them here, and
they would take five megabytes and a twentieth of a start."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_FOR_COLOURS = ("click", "pygments", "rich")


@contextmanager
def without_colours() -> Iterator[None]:
    """While the block lasts those that are not loaded yet count as not installed."""
    missing = [name for name in _FOR_COLOURS if name not in sys.modules]
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]  # so Python itself marks what is missing
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]
