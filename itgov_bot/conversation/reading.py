"""What the words of a turn were understood to be: each text is read once a turn, whoever asks."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import datetime
from functools import cached_property

from itgov_bot.conversation.state import TALK_LASTS, ConversationState, Introduced
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.first_aid import Danger
from itgov_bot.domain.rota import DutySpan
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.domain.tickets.urgency import Next, Told, next_step
from itgov_bot.records import dataclass
from itgov_bot.understanding import Interpretation, RequestType, Understanding
from itgov_bot.understanding.dangers import Dangers
from itgov_bot.understanding.language.introducing.introduction import Introduction, introduction
from itgov_bot.understanding.language.introducing.said_alone import Asked
from itgov_bot.understanding.language.time.guard_times import coming_span
from itgov_bot.understanding.language.where.answered import sensible_place
from itgov_bot.understanding.language.where.parts import completed
from itgov_bot.understanding.outages.report import OutageReport
from itgov_bot.understanding.services.names import find_named
from itgov_bot.understanding.urgency.mayor_event import MayorEvent


@dataclass(kw_only=True)
class Reading:
    """Part of a `Turn`."""

    desk: Desk
    state: ConversationState
    understanding: Understanding = field(init=False)
    _interpreted: dict[tuple[str, str], Interpretation] = field(default_factory=dict)
    _places: dict[str, str | None] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        return self.desk.now

    @property
    def local_now(self) -> datetime:
        return self.desk.calendars.general.local(self.now)

    def place_said(self, text: str) -> str | None:
        """The place that words are, without what stands around it. It is looked for once a turn, whoever asks."""
        if text not in self._places:
            offices, known = self.desk.reference.processes.offices, self.understanding.words.known
            self._places[text] = sensible_place(text, offices, known)
        return self._places[text]

    def coming_span(self, text: str) -> DutySpan | None:
        """The stretch to come that a text tells, of the guard; what goes on began before now."""
        span = coming_span(text, self.local_now, self.desk.calendars.general)
        return DutySpan(*span) if span else None

    def introduced(self, text: str, asked: Asked = Asked.NOTHING) -> Introduction:
        """What a text is about, apart from who writes and from where, by the names that the city knows and by what they were
        asked."""
        return introduction(
            text, self.desk.reference.processes.offices, self.understanding.words.known, asked
        )

    def completed(self, before: str | None, told: str) -> str:
        """The place that is meant by what was told last."""
        return completed(before, told, self.understanding.words.known)

    @property
    def said_before(self) -> Introduced:
        """What they said of themselves in this talk, whichever message it was in."""
        kept = self.state.introduced
        return kept if kept and self.now - kept.at <= TALK_LASTS else Introduced(self.now)

    def keep_introduced(self, told: Introduction) -> None:
        """For every form that is begun from now on; what was said before stays where nothing else is said now."""
        before, in_passing = self.said_before, not told.is_alone and self.introduced(told.matter).place
        place = None if told.place == in_passing else told.place  # where it fails need not be where they are
        place = self.completed(before.place, place) if place else place
        if told.name or place or told.contact:
            self.state.introduced = Introduced(
                self.now, told.name or before.name, place or before.place, told.contact or before.contact
            )

    def interpret(self, text: str, service: str | None = None) -> Interpretation:
        """What was understood of a text, by the hours of a service. It is read once a turn, whoever asks."""
        calendar = self.desk.calendar(service)
        key = (text, calendar.key)
        if key not in self._interpreted:
            self._interpreted[key] = self.understanding.interpret(text, self.now, calendar)
        return self._interpreted[key]

    def exception_told(self, text: str, service: str | None = None) -> ExceptionKind | None:
        """The exception of the ANS that a text tells of, also in doubt, whatever the hour."""
        calendar = self.desk.calendar(service)
        read = self._interpreted.get((text, calendar.key))
        return read.exception if read else self.understanding.exception_told(text, self.now, calendar)

    def exception_now(self, text: str, service: str | None = None) -> ExceptionKind | None:
        """The exception of the ANS that a text tells of, if the guard is to be offered now; while people attend it is not
        even read."""
        if self.is_open(service):
            return None
        told = self._told(text, self.exception_told(text, service))
        return None if self.next_step(told, service) is Next.ORDINARY else told.exception

    def is_open(self, service: str | None = None) -> bool:
        """Whether people attend now, by the hours of a service."""
        return self.desk.calendar(service).is_open(self.now)

    def next_step(self, told: Told, service: str | None = None) -> Next:
        return next_step(told, self.desk.calendar(service), self.now)

    def urgency_told(self, text: str, service: str | None = None) -> Told:
        """What a text tells of urgency, with what it leaves open."""
        read = self.interpret(text, service)
        told = self._told(text, read.exception)
        return replace(told, is_doubtful=read.doubtful, is_whom_open=read.is_whom_open)

    def _told(self, text: str, exception: ExceptionKind | None) -> Told:
        event = self.mayor_event(text) if exception is ExceptionKind.MAYOR_EVENT else None
        return Told(exception, event_day=event.day, event_at=event.start) if event else Told(exception)

    def outage_told(self, text: str, service: str | None, place: str | None = None) -> OutageReport:
        """What a text tells of what is down, to be compared with the outages that are known."""
        read = self.interpret(text)
        is_fault = read.request_type is RequestType.INCIDENT
        outages = self.understanding.words.outages
        return outages.report(text, service, place or "", read.exception, is_fault=is_fault)

    @cached_property
    def dangers(self) -> Dangers:
        return Dangers(self.desk.reference.first_aid, self.understanding.inside)

    def danger_in(self, text: str, service: str | None = None) -> Danger | None:
        """What is dangerous in a text, however little else is understood of it."""
        return self.dangers.told(text, service)

    def urgent_danger(self, text: str) -> ExceptionKind | None:
        """Smoke is a failure of everybody's, whoever tells it, and cannot wait for the hours of people."""
        danger = self.danger_in(text)
        return ExceptionKind.SERVICE_OUTAGE if danger and danger.urgent else None

    def mayor_event(self, text: str) -> MayorEvent | None:
        """The event of the mayor's office that a text asks people for, whatever its hour."""
        return self.understanding.mayor_event(text, self.local_now)

    def services_named(self, said: str) -> tuple[Service, ...]:
        """Those whose names have these words."""
        return find_named(self.desk.reference.catalog.services, said)

    def service_named(self, said: str) -> Service | None:
        """By its id, or by words that the name of no other has."""
        named = self.services_named(said)
        return self.desk.service(said) or (named[0] if len(named) == 1 else None)

    def sure_service(self, text: str) -> str | None:
        """The service that a text is about, if there is no doubt."""
        understood = self.interpret(text)
        return understood.best if understood.decision == "answer" else None
