"""A ticket and a fact about it as they are read, whole: loaded by `desk/tickets/view`, put into words by `wording`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.domain.people import Person
from itgov_bot.domain.sla import after_working_days
from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.paging import Reach
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.records import dataclass


@dataclass(frozen=True, slots=True)
class EventView:
    """A fact about a ticket with whom and what it names. `by` is None for the desk itself.

    `to` is who was given the ticket, `reader` who reads the words where that is not its requester, `service` what it was
    sorted into, `target` the ticket that goes on in its place,
    `files` what was sent with it, `people` those whom it names: who is called, or was counted.
    """

    kind: EventKind | ReminderKind
    at: datetime
    data: Mapping[str, Any]
    by: Person | None = None
    to: Person | None = None
    service: Service | None = None
    target: Ticket | None = None
    files: Sequence[StoredFile] = ()
    people: Sequence[Person] = ()
    reader: Person | None = None

    def words(self, key: str = "text") -> str:
        """What people wrote, as it is kept; empty where there is nothing."""
        return str(self.data.get(key) or "")

    def is_by(self, person: Person | None) -> bool:
        return self.by is not None and person is not None and self.by.id == person.id


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket as it stands `now`, its service and the hours of it, whose it is, who has it, and where.

    `opened_by` is the agent who opened it for its requester.
    `joined` are those whose tickets went into it, `goes_on_in` is the number of the one with which it was merged.
    `escalated` is how it was last escalated, of one that is alive.
    `public_text` is what others than its requester may read of its words. `link` opens it in the chat, where there is one.
    Of an urgent one, `guard` says how its paging stands (None: nobody of the guard was called or took it),
    `false_alarms` how many urgent reports of its requester were none of late, and `also_waiting` the numbers of their
    reports that wait to be seen with it.
    """

    ticket: Ticket
    service: Service | None
    calendar: WorkCalendar
    requester: Person
    holder: Person | None
    city: City
    now: datetime
    close_after_days: int
    public_text: str = ""
    link: str | None = None
    opened_by: Person | None = None
    guard: Reach | None = None
    false_alarms: int = 0
    also_waiting: Sequence[str] = ()
    joined: Sequence[Person] = ()
    goes_on_in: str | None = None
    escalated: EventView | None = None

    def local(self, at: datetime) -> datetime:
        return self.calendar.local(at)

    @property
    def local_now(self) -> datetime:
        return self.calendar.local(self.now)

    @property
    def is_open(self) -> bool:
        """Whether people attend now, by the hours of its service."""
        return self.calendar.is_open(self.now)

    @property
    def may_call_guard(self) -> bool:
        """In closed hours, and nobody of the guard is called for it or has it."""
        return self.ticket.is_live and not self.is_open and self.guard is None

    @property
    def closes_at(self) -> datetime:
        """When it closes by itself, in local time, if it is solved and nobody objects."""
        closes = after_working_days(self.calendar, self.ticket.solved_at, self.close_after_days)
        return self.local(closes)


def held_since(events: Sequence[EventView]) -> datetime | None:
    """When whoever has a ticket took it or was given it, by its timeline."""
    gave = (EventKind.ASSIGNED, EventKind.ESCALATED)
    given = [one.at for one in events if one.kind is EventKind.TAKEN or (one.kind in gave and one.to)]
    return given[-1] if given else None
