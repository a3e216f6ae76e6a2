"""What the delivery holds in its hands: items that it claimed and has not sent yet, by lane. Used by the delivery."""

import asyncio
from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from itgov_bot.records import dataclass
from itgov_bot.storage.sending.outbox import Waiting
from itgov_bot.storage.sending.outbox_items import AnyItem

MOST = 1000
"""Items held; the others wait in the outbox until there is room."""
FRESH_SECONDS = 60.0
"""What was held longer is looked at again before it leaves: it may have been deleted, or somebody's words taken out."""


@dataclass(frozen=True, slots=True)
class Lane:
    """What one task serves: the urgent items of a chat, or its others."""

    channel: str
    chat: str
    urgent: bool

    @property
    def other(self) -> "Lane":
        return replace(self, urgent=not self.urgent)


def lane_of(waiting: Waiting[AnyItem]) -> Lane:
    return Lane(waiting.address.channel, waiting.address.chat, waiting.urgent)


class Held:
    def __init__(self) -> None:
        self._lanes: dict[Lane, deque[tuple[Waiting[AnyItem], float]]] = {}
        self._count = 0

    def __contains__(self, lane: Lane) -> bool:
        return lane in self._lanes

    @property
    def has_room(self) -> bool:
        return self._count < MOST

    def add(self, waiting: Waiting[AnyItem]) -> None:
        self._lanes.setdefault(lane_of(waiting), deque()).append((waiting, _now()))
        self._count += 1

    def next_of(self, lane: Lane, *, cards_last: bool = False) -> tuple[Waiting[AnyItem], bool]:
        """The first item of a lane (with `cards_last`, that is no card), and whether it is fresh."""
        items = self._lanes[lane]
        first = next((at for at, (one, _) in enumerate(items) if not one.is_card), 0) if cards_last else 0
        waiting, since = items[first]
        del items[first]
        self._count -= 1
        if not items:
            del self._lanes[lane]
        return waiting, _now() - since < FRESH_SECONDS

    def put_back(self, items: Iterable[Waiting[AnyItem]]) -> None:
        """In front of what is held for their lanes, in their order."""
        for waiting in reversed(list(items)):
            self._lanes.setdefault(lane_of(waiting), deque()).appendleft((waiting, 0.0))
            self._count += 1

    def let_go(self, lane: Lane) -> list[Waiting[AnyItem]]:
        """All that is held for a chat, which has to wait behind something."""
        found = [*self._lanes.pop(lane, ()), *self._lanes.pop(lane.other, ())]
        self._count -= len(found)
        return [waiting for waiting, _ in found]


def _now() -> float:
    return asyncio.get_running_loop().time()
