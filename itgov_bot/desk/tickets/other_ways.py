"""When a page is not answered, or does not arrive: those who were called are called by their other ways too; and a page
that reached nobody at all is shouted to everybody.

What happened is read from the rows themselves (the history of the ticket, the outbox), so that it survives anything.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import everybody_on_duty
from itgov_bot.desk.page_ways import ways_of
from itgov_bot.desk.tickets.changes import record
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.ways import Way
from itgov_bot.messages import Address
from itgov_bot.records import dataclass
from itgov_bot.storage import people, roles, ticket_events, tickets
from itgov_bot.storage.duty import other_ways
from itgov_bot.storage.duty.other_ways import Sending

CALLS = frozenset({EventKind.PAGED, EventKind.PAGE_UNANSWERED})
"""The facts by which people are called in the chat, and which name them."""


@dataclass(frozen=True)
class LastCall:
    """The people who were called last and when, their other ways, and what became of the messages to them.

    `called_otherwise` are those for whom the other ways were used already; `is_shouted`: that it reached nobody was said.
    """

    at: datetime
    people: Sequence[Person]
    ways: dict[int, list[Way]]
    sendings: Sequence[Sending]
    called_otherwise: frozenset[int]
    is_shouted: bool

    def to_be_called(self, *, everybody: bool) -> list[int]:
        """Who has other ways that were not used for this call; of those, if not `everybody`, whom the chat refused."""
        left = [one for one in self.people if one.id in self.ways and one.id not in self.called_otherwise]
        return [one.id for one in left if everybody or self._is_refused(one)]

    def _is_refused(self, person: Person) -> bool:
        """The chat took none of it: they cannot be reached there, or the message was put off or given up."""
        return all(one.refused for one in self._to([person.address]))

    @property
    def is_heard(self) -> bool:
        """It arrived with one of them, by whatever way."""
        return any(one.sent for one in self._to(self._addresses()))

    @property
    def is_lost(self) -> bool:
        """Nothing is on its way to any of them any more."""
        waits = any(
            person.id in self.ways and person.id not in self.called_otherwise for person in self.people
        )
        return not waits and all(one.lost for one in self._to(self._addresses()))

    def _addresses(self) -> list[Address]:
        ways = chain.from_iterable(self.ways.values())
        return [*(person.address for person in self.people), *(way.to for way in ways)]

    def _to(self, places: Iterable[Address]) -> list[Sending]:
        wanted = set(places)
        return [one for one in self.sendings if one.to in wanted]


async def call_by_other_ways(desk: Desk) -> None:
    """Those of the last call whom the chat refused, at once; when its time has come, all of them."""
    for page in await other_ways.awaiting(desk.session):
        is_due = page.other_ways_at is not None and page.other_ways_at <= desk.now
        if is_due and not await other_ways.mark_used(desk.session, page):
            continue
        if (call := await _last_call(desk, page.ticket)) and (due := call.to_be_called(everybody=is_due)):
            await _record(desk, page.ticket, EventKind.CALLED_OTHERWISE, due)


async def shout_unheard(desk: Desk) -> None:
    """A page that reached none of those called: as soon as nothing is on its way, or when it has taken too long."""
    too_long = desk.reference.agreements.duty.other_ways_after
    for page in await other_ways.going_on(desk.session):
        call = await _last_call(desk, page.ticket)
        if call is None or call.is_shouted or call.is_heard:
            continue
        if call.is_lost or call.at + too_long <= desk.now:
            await _record(desk, page.ticket, EventKind.PAGE_UNHEARD, await _everybody(desk))


async def _last_call(desk: Desk, ticket: int) -> LastCall | None:
    """None when nobody was called yet."""
    events = await ticket_events.timeline(desk.session, ticket)
    starts = max((at for at, one in enumerate(events) if one.kind in CALLS), default=None)
    if starts is None:
        return None
    last, since = events[starts], events[starts + 1 :]
    return LastCall(
        at=last.at,
        people=[await people.get(desk.session, one) for one in last.named],
        ways=await ways_of(desk, last.named),
        sendings=await other_ways.sendings(desk.session, ticket, last.at),
        called_otherwise=frozenset(_named(since, EventKind.CALLED_OTHERWISE)),
        is_shouted=any(one.kind is EventKind.PAGE_UNHEARD for one in since),
    )


def _named(events: Iterable[TicketEvent], kind: EventKind) -> Iterable[int]:
    return chain.from_iterable(one.named for one in events if one.kind is kind)


async def _everybody(desk: Desk) -> list[int]:
    """Whoever may be on duty, and those who watch over the desk; each once."""
    on_duty = [person for _, person in await everybody_on_duty(desk)]
    watching = (Role.ON_CALL, Role.COORDINATOR, Role.ADMIN)
    others = [await roles.with_role(desk.session, role) for role in watching]
    return list(dict.fromkeys(person.id for person in chain(on_duty, *others)))


async def _record(desk: Desk, ticket: int, kind: EventKind, named: list[int]) -> None:
    """`again`: it is not the first time for this ticket."""
    again = any(one.kind is kind for one in await ticket_events.timeline(desk.session, ticket))
    await record(desk, await tickets.get(desk.session, ticket), kind, None, people=named, again=again)
