"""All that is kept about one person, as it is handed to them."""

from typing import Any

from itgov_bot.domain.people import ConsentEvent, Grant, Person
from itgov_bot.domain.tickets.events import TicketEvent
from itgov_bot.domain.tickets.files import Attachment
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.ways import Way
from itgov_bot.records import dataclass


@dataclass(frozen=True)
class TicketHistory:
    """One of their tickets with its story and its files."""

    ticket: Ticket
    events: list[TicketEvent]
    files: list[Attachment]


@dataclass(frozen=True)
class PersonalData:
    """`said` is what was said to them and is still kept, the newest first; `records` is everything that any table holds
    of them, row by row."""

    person: Person
    consents: list[ConsentEvent]
    roles: list[Grant]
    tickets: list[TicketHistory]
    ways: list[Way]
    said: list[str]
    records: dict[str, list[dict[str, Any]]]
