"""How the desk goes in some days: what is counted, and by what. Read by `/resumen` and by questions in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.days import Days
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket

_DAY = timedelta(days=1)


class Figure(StrEnum):
    """Something that is counted. Each opens into the list of its cases."""

    RECEIVED = "in"
    """Opened in those days. As the indicators count: what was cancelled, or goes on in another case, was none."""
    SOLVED = "out"
    """Solved in those days, and not opened again since."""
    REOPENED = "re"
    """Opened again in those days, once each."""
    URGENT = "urg"
    """Of the received: urgent."""
    RATED = "rate"
    """Solved in those days and rated, by somebody else than who solved it."""
    RATED_LOW = "low"
    CANCELLED = "off"
    """Cancelled in those days, and still so."""
    BACKLOG = "open"
    """Live now, whenever it was opened."""
    WAITING = "wait"
    """Of the backlog: the next word is the requester's."""
    OURS = "ours"
    """Of the backlog: the next word is the desk's."""
    OVERDUE = "late"
    """Of the backlog: past a due time, where the city set any."""
    URGENT_NOW = "alarm"
    """Of the backlog: urgent."""


OF_NOW = frozenset({Figure.BACKLOG, Figure.WAITING, Figure.OURS, Figure.OVERDUE, Figure.URGENT_NOW})
"""What is counted as it stands at this moment, whatever the days."""


class Split(StrEnum):
    """By what a figure is parted."""

    SERVICE = "svc"
    OFFICE = "off"
    """The dependencia."""
    AGENT = "ag"
    CHANNEL = "ch"
    WAY = "way"
    """How it was solved: a `Solution`, of solved cases alone."""
    SITE = "site"
    """Where it is: cases whose place names a site, in one folded word. It groups none: a place may name several."""

    PLACE = "at"
    """The dependencia as people wrote it, where it is none of the process model: in folded words."""

    KIND = "kind"
    """Software or hardware, as indicators 6 and 7 count them: a `Kind`."""


GROUPING = frozenset(set(Split) - {Split.SITE, Split.PLACE, Split.KIND})
"""What each case has one of, or none."""
ON_SCREEN = (Split.SERVICE, Split.OFFICE, Split.AGENT, Split.CHANNEL)
"""What a summary shows of every figure."""


@dataclass(frozen=True, slots=True)
class Age:
    """The cases that are older than some working days, or not older (`is_over` is False)."""

    days: int
    is_over: bool = True


@dataclass(frozen=True, slots=True)
class CountQuestion:
    """A figure that is asked for in words. Without days it is this month, or all that is kept; `by` asks who or what has
    most of it.

    `beside`: the days that are set side by side, all of them; `by_month`: month by month.
    `about` are the words that nothing else explains: what narrows it («de Hacienda»), or what is not counted here at all.
    `told` are the parts that words tell by themselves: by which way they came, how they were solved.
    `is_strange`: what is counted is no cases, whatever its words may name («cuántos computadores»).
    `is_duration`: not how many were solved but how long that takes. `lists`: not how many but which, or what people said.
    `is_figure_told`: some figure is named, and not only cases. `of_received`: only of those that were received in its days
    (until now, if they go on), whenever it happened to them. `is_least`: who or what has least of it comes first.
    """

    figure: Figure
    days: Days | None = None
    by: Split | None = None
    about: tuple[str, ...] = ()
    age: Age | None = None
    is_strange: bool = False
    is_duration: bool = False
    lists: bool = False
    told: tuple[Part, ...] = ()
    beside: tuple[Days, ...] = ()
    by_month: bool = False
    is_figure_told: bool = True
    of_received: bool = False
    is_least: bool = False


AGES = (1, 5, 10)
"""Working days: the backlog is parted into what is as old as that or younger, and what is older than all of them."""


def age_limits(calendar: WorkCalendar, now: datetime) -> tuple[datetime, ...]:
    """For each of AGES the first instant at which a case of that age can have been opened, the latest limit first.

    A case is as old as the working days that began after the day on which it was opened.
    """
    began = _working_days(calendar, now, max(AGES))
    return tuple(began[age] for age in AGES)


def age_limit(calendar: WorkCalendar, now: datetime, age: int) -> datetime:
    """The same of any age in working days."""
    return _working_days(calendar, now, age)[age]


def _working_days(calendar: WorkCalendar, now: datetime, back: int) -> list[datetime]:
    """How the last working days began, today first."""
    day, began = calendar.local(now).date(), list[datetime]()
    while len(began) <= back:
        if calendar.span_of(day):
            began.append(datetime.combine(day, time(), calendar.zone))
        day -= _DAY
    return began


@dataclass(frozen=True, slots=True)
class Part:
    """The cases of a figure that share a service, a dependencia …; without a key those that have none. `services`: of a
    kind, those whose cases are of it while no agent has said it."""

    by: Split
    key: str | None
    services: tuple[str, ...] = ()

    @property
    def kind(self) -> Split:
        """What a part of another kind narrows further, and one of the same takes the place of."""
        return Split.OFFICE if self.by is Split.PLACE else self.by


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Of a figure only the cases of these parts, of this age, and opened in these days. Parts by the same are
    alternatives."""

    parts: tuple[Part, ...] = ()
    age: Age | None = None
    opened: Days | None = None


@dataclass(frozen=True, slots=True)
class Typical:
    """How long it took to solve: the median of the working time of so many, None of none.

    `is_some`: there were more, and these are the last ones.
    """

    median: timedelta | None
    many: int
    is_some: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """Counts of the cases that were opened in a span."""

    received: int
    urgent: int


@dataclass(frozen=True, slots=True)
class Solved:
    """Counts of the cases that were solved in a span. `rated` and `low` are ratings that count, `stars` is their sum.
    `rated_before`: ratings of solutions of the span after which the case was opened again, which indicator 5 counts too."""

    solved: int
    rated: int
    low: int
    stars: int
    rated_before: int = 0

    @property
    def mean(self) -> float | None:
        return self.stars / self.rated if self.rated else None


@dataclass(frozen=True, slots=True)
class Backlog:
    """Counts of the live cases. `ages` are the youngest first, as AGES parts them."""

    total: int
    ages: tuple[int, ...]
    waiting: int
    overdue: int
    urgent: int

    @property
    def ours(self) -> int:
        return self.total - self.waiting


@dataclass(frozen=True, slots=True)
class Flow:
    """What happened in a span."""

    opened: Opened
    solved: Solved
    reopened: int


@dataclass(frozen=True, slots=True)
class Share:
    """How many cases a part has. `service` and `agent` are those of its key, where it is one of theirs."""

    part: Part
    many: int
    service: Service | None = None
    agent: Person | None = None


@dataclass(frozen=True, slots=True)
class Shares:
    """The biggest parts of a figure, and of how many cases in all."""

    figure: Figure
    parts: Sequence[Share]
    total: int

    @property
    def rest(self) -> int:
        """How many cases are in none of these parts."""
        return self.total - sum(one.many for one in self.parts)


@dataclass(frozen=True, slots=True)
class Summary:
    """How the desk goes in some days, and went in as many days before.

    `is_running`: the days are not over, and those before are counted to the same moment of them. `has_targets`: the city
    set due times. `on_duty`: who is, while they go on; of one day that is past, who was in its night.
    """

    days: Days
    is_running: bool
    now: Flow
    before: Flow
    backlog: Backlog
    shares: Sequence[Shares]
    on_duty: Sequence[Person]
    has_targets: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """The cases of a list: of a figure, or one part of it, or one age (its place among those that AGES part), or those
    that are older than so many working days."""

    figure: Figure
    part: Part | None = None
    age: int | None = None
    old: Age | None = None


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case of a list, and who has it. `text` and `comment` are without what points at people."""

    ticket: Ticket
    holder: Person | None
    text: str
    comment: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """Some of the cases that were chosen. `number` counts the pages from 0; `named` is the part, as it is called."""

    chosen: Chosen
    lines: Sequence[ListedCase]
    number: int
    pages: int
    total: int
    named: Share | None = None
