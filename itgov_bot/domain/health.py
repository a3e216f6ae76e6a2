"""How the desk is doing, in numbers. Counted by storage, put together by `desk/health`, said by wording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Counts:
    live_tickets: int
    untaken_pages: int
    waiting_replies: int
    failed_replies: int
    people: int
    unmatched: int


@dataclass(frozen=True, slots=True)
class ReceiverCounts:
    """Of webhooks: how many wait and since when; how many were given up in a day, and why the last one was."""

    waiting: int
    oldest: datetime | None
    failed: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Health:
    """`receiver` is the city's other help desk, where there is one."""

    counts: Counts
    receiver: ReceiverCounts | None
