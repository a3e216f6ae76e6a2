"""What the city agrees on about time: targets per priority, rating, outages, duty. Loaded from `data/agreements.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from itgov_bot.domain.tickets.ticket import Priority


@dataclass(frozen=True, slots=True)
class Target:
    """Working time from the opening until an agent's first answer, and until the solution."""

    first_answer: timedelta
    solution: timedelta


@dataclass(frozen=True, slots=True)
class Targets:
    """Off until the city sets them: the ANS states none. `remind_before` is working time as well."""

    enabled: bool
    remind_before: timedelta
    by_priority: Mapping[Priority, Target]

    def of(self, priority: Priority) -> Target | None:
        """None while the city has no targets."""
        return self.by_priority[priority] if self.enabled else None


@dataclass(frozen=True, slots=True)
class RatingRules:
    """In working days after the solution: the one reminder to rate, and the automatic closing."""

    remind_after_days: int
    close_after_days: int


@dataclass(frozen=True, slots=True)
class OutageRules:
    """A ticket that is no outage yet may become one by a similar report within this window; an outage is known while it
    lasts."""

    window_minutes: int


@dataclass(frozen=True, slots=True)
class DutyRules:
    """How the people on duty are called, step by step.

    Each step has `climb_minutes` before the next one is called as well. After the whole ladder was called `rounds`
    times nobody answers: that is told, and the ladder is called every `slow_minutes`. Whoever does not answer within
    `other_ways_minutes` is called by their other ways too. One person's reports call at most `pages_a_night` times
    from one closing to the next opening.
    """

    climb_minutes: int
    rounds: int
    slow_minutes: int
    other_ways_minutes: int
    pages_a_night: int

    @property
    def climb_after(self) -> timedelta:
        return timedelta(minutes=self.climb_minutes)

    @property
    def slow_after(self) -> timedelta:
        return timedelta(minutes=self.slow_minutes)

    @property
    def other_ways_after(self) -> timedelta:
        return timedelta(minutes=self.other_ways_minutes)


@dataclass(frozen=True, slots=True)
class EventRules:
    """How long before an event that is to be accompanied its people are reminded, the longest first."""

    remind_before: tuple[timedelta, ...]


@dataclass(frozen=True, slots=True)
class CaseRules:
    """How many live cases one person has at most; what is urgent is never counted out."""

    live_per_person: int


@dataclass(frozen=True, slots=True)
class LearningRules:
    """What was not understood and nobody decided on is no longer shown after so many days without its coming again."""

    suggest_days: int

    @property
    def suggested_for(self) -> timedelta:
        return timedelta(days=self.suggest_days)


@dataclass(frozen=True, slots=True)
class RecordingRules:
    """When the owner of an indicator hears that a period ended without a reading: at a time of working days, once more,
    and when that is told to managers. In working days after the first word."""

    remind_at: time
    again_after_days: int
    tell_after_days: int


@dataclass(frozen=True, slots=True)
class RetentionRules:
    """How many days what is kept of people stays, counted from when it was of use last (see docs/privacidad.md)."""

    talk_days: int
    message_days: int
    mark_days: int
    unmatched_days: int
    contact_days: int
    file_days: int

    @property
    def marks_stay(self) -> timedelta:
        """What a message of ours is about, and the card that it shows."""
        return timedelta(days=self.mark_days)

    def is_card_known(self, opened_at: datetime, now: datetime) -> bool:
        """Which message shows a case that was opened then: of older ones it is not known, and it would come anew."""
        return now - opened_at < self.marks_stay


@dataclass(frozen=True, slots=True)
class Agreements:
    targets: Targets
    rating: RatingRules
    outage: OutageRules
    duty: DutyRules
    events: EventRules
    learning: LearningRules
    recording: RecordingRules
    retention: RetentionRules
    cases: CaseRules
