"""How the desk is doing, in numbers. Counted by storage, put together by `desk/health`, said by wording."""

from datetime import datetime
from enum import StrEnum

from itgov_bot.domain.installation import Installation
from itgov_bot.records import dataclass


class Pulse(StrEnum):
    """What must happen again and again. The value is the name under which it is kept when it happened last."""

    ROUNDS = "rounds"
    """All rounds ran, and none failed."""
    HEARTBEAT = "heartbeat"
    """Whoever watches over the desk took our sign of life."""


@dataclass(frozen=True, slots=True)
class Counts:
    """`untaken_pages` are calls of the guard; `untaken_urgent` are all urgent tickets that nobody has, also in hours."""

    live_tickets: int
    untaken_pages: int
    untaken_urgent: int
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
class Vitals:
    """Since when something waits that must not, and when something happened last that must. None: nothing, or never.

    `unread` is the oldest thing that somebody did and that has not had its turn, `unsent` the oldest message to people that
    has not left, `undelivered` the oldest urgent one, `untaken` the oldest page that nobody took, and
    `unattended` the same of all urgent tickets, also those told in hours.
    `rounds` is when all rounds last ran without a failure, `heartbeat` when that was last told to who watches outside.
    """

    unread: datetime | None
    unsent: datetime | None
    undelivered: datetime | None
    untaken: datetime | None
    unattended: datetime | None
    rounds: datetime | None
    heartbeat: datetime | None


@dataclass(frozen=True, slots=True)
class Health:
    """`receiver` is the city's other help desk, where there is one."""

    counts: Counts
    receiver: ReceiverCounts | None
    vitals: Vitals
    installation: Installation
