"""Telegram's limits on how much a bot sends: off until a test turns them on. What goes beyond is refused with 429.

Counted is what makes or changes a message, over any period of the stated length.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from .errors import ApiError

COUNTED = ("send", "edit", "copy", "forward")
UNCOUNTED = {"sendChatAction", "editForumTopic"}


@dataclass
class Window:
    most: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        return self.times[0] + self.seconds - now if len(self.times) >= self.most else 0.0


class Flood:
    def __init__(self, now: Callable[[], float]) -> None:
        self.is_on = False
        self.refused = 0
        self._now = now
        self._overall = Window(30, 1.0)
        self._chats: dict[str, Window] = {}

    def check(self, method: str, chat: str) -> None:
        """Raises ApiError (429) for one too many; it is not counted."""
        if not self.is_on or not method.startswith(COUNTED) or method in UNCOUNTED:
            return
        now = self._now()
        window = self._chats.setdefault(chat, Window(20, 60.0) if chat.startswith("-") else Window(20, 20.0))
        wait = max(window.wait(now), self._overall.wait(now))
        if wait:
            self.refused += 1
            seconds = ceil(wait)
            told = f"Too Many Requests: retry after {seconds}"
            raise ApiError(429, told, {"retry_after": seconds}, injected=True)
        window.times.append(now)
        self._overall.times.append(now)
