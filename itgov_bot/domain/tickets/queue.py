"""The queue of the desk: which of the live tickets are asked for, and how much work each agent has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from typing import Literal

from itgov_bot.domain.catalog import Service
from itgov_bot.domain.days import Days
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import LIVE, SOLVED, Priority, State, Ticket

PAGE = 5
Side = Literal["ours", "wait"]
"""Whose the next word is: the desk's, or that of whoever the ticket waits for."""


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which tickets: each field is one more condition, but the agents (by id) and the services, which are alternatives.

    `mine`: those of who asks. `words` must all occur in what is known of a ticket. Without a state the live ones;
    `solved`: resolved or closed. `days`: those in which it was opened or, if it is over, solved; with `due`, those in
    which it becomes due. `oldest`: those first,
    before what is urgent.
    """

    mine: bool = False
    free: bool = False
    agents: tuple[int, ...] = ()
    services: tuple[str, ...] = ()
    office: str | None = None
    state: State | None = None
    solved: bool = False
    days: Days | None = None
    priority: Priority | None = None
    side: Side | None = None
    urgent: bool = False
    late: bool = False
    words: tuple[str, ...] = ()
    oldest: bool = False
    escalated: bool = False
    due: bool = False
    open_alone: bool = False
    """With words: none that is over, which are looked through otherwise as well."""

    @property
    def is_of_live(self) -> bool:
        return not self.solved and (self.state is None or self.state in LIVE)

    @property
    def is_of_solved(self) -> bool:
        return self.solved or self.state in SOLVED


ALL = QueueFilter()


@dataclass(frozen=True, slots=True)
class Line:
    """A ticket of the queue, whose it is, who has it, and of which service it is."""

    ticket: Ticket
    requester: Person
    holder: Person | None
    service: Service | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the tickets that were asked for, and how many there are in all. `number` counts the pages from 0.

    `agents` are those of the filter, `services` too. `is_cut`: there are even more than `total`. `today` is local.
    """

    wanted: QueueFilter
    lines: Sequence[Line]
    number: int
    total: int
    today: date
    agents: Sequence[Person] = ()
    services: Sequence[Service] = ()
    is_cut: bool = False

    @property
    def pages(self) -> int:
        return max(ceil(self.total / PAGE), 1)


@dataclass(frozen=True, slots=True)
class Load:
    """How much an agent has now, and solved this week. `oldest` is when the oldest of it was opened.

    `agent` is None for what nobody has.
    """

    agent: Person | None
    live: int = 0
    urgent: int = 0
    waiting: int = 0
    late: int = 0
    oldest: datetime | None = None
    solved: int = 0
    on_duty: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """How the desk stands: counts of its live tickets, and who is on duty. `has_targets`: due times are set."""

    live: int
    urgent: int
    waiting: int
    late: int
    free: int
    on_duty: Sequence[Person]
    has_targets: bool


@dataclass(frozen=True, slots=True)
class Workload:
    """The work of the desk: what nobody has, and what each has, the most first. `has_targets`: due times are set."""

    free: Load
    agents: Sequence[Load]
    has_targets: bool
