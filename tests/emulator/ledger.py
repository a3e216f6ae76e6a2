"""What went wrong, or was left undone, on the bot's side: a test must not end while this says anything."""

import re
from dataclasses import dataclass
from typing import Any

from .errors import ApiError

NOT_THE_BOTS_FAULT = {403, 429}  # a blocked bot and a busy Telegram are part of ordinary life


@dataclass(frozen=True)
class Call:
    """One request of the bot, as it came, with the clock's time."""

    method: str
    params: dict[str, Any]
    at: float
    error: str | None = None


class Ledger:
    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.unexpected: list[str] = []
        self._rejections: list[str] = []
        self._tolerated: list[str] = []

    def rejected(self, method: str, error: ApiError) -> None:
        if error.code not in NOT_THE_BOTS_FAULT and not error.injected:
            self._rejections.append(f"{method}: {error.code} {error.description}")

    def tolerate(self, pattern: str) -> None:
        self._tolerated.append(pattern)

    @property
    def rejections(self) -> list[str]:
        """Refused calls that the test did not announce, before or after the fact."""
        return [line for line in self._rejections if not any(re.search(p, line) for p in self._tolerated)]

    def complaints(self) -> list[str]:
        rejected = [f"rejected call: {line}" for line in self.rejections]
        return rejected + [f"unexpected call: {line}" for line in self.unexpected]
