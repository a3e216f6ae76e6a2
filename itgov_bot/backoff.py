"""How long to wait before something that failed is tried again: twice as long each time, up to a limit."""

from dataclasses import dataclass

_ENOUGH_DOUBLINGS = 30


@dataclass(frozen=True, slots=True)
class Backoff:
    first_seconds: float
    max_seconds: float

    def seconds(self, attempts: int) -> float:
        """The wait after so many failed attempts (1 is the first)."""
        return min(self.first_seconds * 2.0 ** min(attempts - 1, _ENOUGH_DOUBLINGS), self.max_seconds)
