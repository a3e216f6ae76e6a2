"""How long something takes, counted by upper bounds, as Prometheus has its histograms."""

import time
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager

BOUNDS_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Durations:
    """Of this process, since it began. What failed took its time as well."""

    def __init__(self) -> None:
        self.total_seconds = 0.0
        self._counts = [0] * (len(BOUNDS_SECONDS) + 1)

    @contextmanager
    def measured(self) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.add(time.perf_counter() - began)

    def add(self, seconds: float) -> None:
        self.total_seconds += seconds
        self._counts[bisect_left(BOUNDS_SECONDS, seconds)] += 1

    def buckets(self) -> list[tuple[str, float]]:
        """Each bound with how many took no longer; the last one is all."""
        bounds, found, so_far = [*map(str, BOUNDS_SECONDS), "+Inf"], [], 0.0
        for bound, count in zip(bounds, self._counts, strict=True):
            so_far += count
            found.append((bound, so_far))
        return found
