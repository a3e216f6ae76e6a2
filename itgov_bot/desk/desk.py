"""What every action works with: the session of its transaction, the instant, the city's reference."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from zoneinfo import ZoneInfo

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.domain.facts import Fact
from itgov_bot.domain.installation import BARE, Installation
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.records import dataclass
from itgov_bot.reference import Reference
from itgov_bot.storage.database import Session
from itgov_bot.understanding.processes import office_of_place

GENERAL = "general"


@dataclass(frozen=True)
class Calendars:
    """The support calendars of the city: the general one, and those of single services."""

    by_key: dict[str, WorkCalendar]

    @classmethod
    def of(cls, reference: Reference) -> Calendars:
        zone = ZoneInfo(reference.timezone)
        return cls(
            {
                key: WorkCalendar(key, week, zone, reference.holidays_country, reference.closed_days)
                for key, week in reference.support_hours.items()
            }
        )

    @property
    def general(self) -> WorkCalendar:
        return self.by_key[GENERAL]

    def of_service(self, service: Service | None) -> WorkCalendar:
        """The hours in which people answer for a service; the general ones when there is none."""
        return self.by_key[service.calendar] if service else self.general


@dataclass(frozen=True)
class EventFeed:
    """What of each ticket is told to another help desk: these events (all, where none is named), with contacts or not."""

    events: frozenset[EventKind]
    contacts: bool

    def tells(self, kind: EventKind) -> bool:
        """Whoever copies data of people always hears that they are to be erased."""
        return not self.events or kind in self.events or kind is EventKind.ERASED


@dataclass(frozen=True)
class Desk:
    """The desk at one moment, inside one transaction. `now` is an aware instant.

    `facts` is what happened so far in the transaction: it is told before the commit (see `notices`). `before` are the
    tickets that were changed in it, by id, as they were.
    """

    session: Session
    now: datetime
    reference: Reference
    calendars: Calendars
    feed: EventFeed | None = None
    installation: Installation = BARE
    facts: list[Fact] = field(default_factory=list)
    before: dict[int, Ticket] = field(default_factory=dict)

    @property
    def city(self) -> City:
        return self.reference.city

    def service(self, service_id: str | None) -> Service | None:
        return self.reference.catalog.find(service_id) if service_id else None

    def office(self, *places: str | None) -> str | None:
        """The dependencia that the first of these places to name one is in, by its name in the process model."""
        model = self.reference.processes
        return next((found for one in places if one and (found := office_of_place(model, one))), None)

    def public_text(self, ticket: Ticket) -> str:
        """The words of a ticket as others may read them: without what points at a person."""
        return self.reference.scrubber.scrub(ticket.text)

    def calendar(self, service_id: str | None) -> WorkCalendar:
        return self.calendars.of_service(self.service(service_id))

    @property
    def local_now(self) -> datetime:
        """By the clock of the city."""
        return self.calendars.general.local(self.now)

    @property
    def local_year(self) -> int:
        """The year on the wall of the city hall: tickets are numbered by it."""
        return self.local_now.year
