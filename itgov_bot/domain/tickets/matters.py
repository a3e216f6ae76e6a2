"""What is going on with a person: the tickets that words they write now may be about. Loaded by `desk/matters`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from itgov_bot.domain.tickets.accompaniment import asked_of, is_confirmed
from itgov_bot.domain.tickets.events import TicketEvent
from itgov_bot.domain.tickets.paging import answers_of
from itgov_bot.domain.tickets.ticket import Ticket

ASKED_FOR = timedelta(days=3)
"""For so long an agent's words await their answer; a ticket that waits for its requester awaits it as long as it waits."""
TALK_LASTS = timedelta(hours=1)
"""For so long after an answer the next message is likely more of it: people write in pieces."""

TALKED_BEFORE = timedelta(hours=12)
"""From so long before an event on, words are taken to be about it."""


class MatterKind(StrEnum):
    """What a ticket is to the person who writes; the first ones are talks with somebody at the other end."""

    URGENT = "urgent"
    """Their own urgent ticket lives."""
    GUARD = "guard"
    """They hold somebody else's urgent ticket."""
    HELD = "held"
    """The same, and whether they go on with it was asked when the desk closed, and is not answered."""
    CALLED = "called"
    """They are called for it, or asked to go to its event, and nobody took it."""
    ASKED = "asked"
    """The desk wrote last, or the ticket waits for them."""
    AFTER = "after"
    """Their ticket was solved or closed, and the desk wrote to them since."""
    BESIDE = "beside"
    """Theirs goes on in it; or the desk wrote to them about what is no live ticket of theirs: one that was cancelled, an
    outage that hits them."""
    SOLVED = "solved"
    """Their ticket was solved; also one that closed by itself lately."""
    OUTAGE = "outage"
    """An outage lasts in which they are counted."""
    OUTAGE_OVER = "outage_over"
    """The same, solved; or the ticket into which theirs went is."""
    GOES = "goes"
    """They confirmed that they go to its event, which is still far."""
    OPEN = "open"
    """Their ticket lives, and nobody asked them anything."""


_NEARNESS = {
    MatterKind.URGENT: 0,
    MatterKind.GUARD: 0,
    MatterKind.HELD: 0,
    MatterKind.CALLED: 0,
    MatterKind.ASKED: 0,
    MatterKind.AFTER: 0,
    MatterKind.BESIDE: 0,
    MatterKind.SOLVED: 1,
    MatterKind.OUTAGE: 1,
    MatterKind.OUTAGE_OVER: 1,
    MatterKind.GOES: 2,
    MatterKind.OPEN: 2,
}
_OF_THE_DESK = frozenset({MatterKind.GUARD, MatterKind.HELD, MatterKind.CALLED, MatterKind.GOES})


@dataclass(frozen=True, slots=True)
class Talk:
    """The last words of a ticket's talk: when the desk wrote to its requester and what, and when they wrote."""

    asked_at: datetime | None = None
    asked: str = ""
    told_at: datetime | None = None

    def awaits_answer(self, now: datetime) -> bool:
        """The desk wrote last, not too long ago."""
        if self.asked_at is None or now - self.asked_at > ASKED_FOR:
            return False
        return self.told_at is None or self.told_at < self.asked_at

    def is_on(self, now: datetime) -> bool:
        """Words that are written now are likely for the desk."""
        return self.awaits_answer(now) or self.goes_on(now)

    def goes_on(self, now: datetime) -> bool:
        """The desk wrote, and its answer may still be coming in pieces."""
        if self.asked_at is None or self.told_at is None:
            return False
        return self.told_at >= self.asked_at and now - self.told_at <= TALK_LASTS


@dataclass(frozen=True, slots=True)
class Matter:
    """A ticket that goes on with a person. `since`: when it became what it is to them.

    `asked` are the desk's last words to them; `awaits`: they are not answered. `is_last_said`: the last thing that
    the person read in this chat was about this ticket.
    """

    kind: MatterKind
    ticket: Ticket
    since: datetime
    asked: str = ""
    awaits: bool = False
    is_last_said: bool = False

    @property
    def nearness(self) -> int:
        """0 for a talk with somebody, 1 for what was told to them, 2 for what merely is."""
        return _NEARNESS[self.kind]

    @property
    def is_of_desk(self) -> bool:
        """They see to a ticket of somebody else's, who is at the other end."""
        return self.kind in _OF_THE_DESK


def own_matter(ticket: Ticket, talk: Talk, now: datetime, *, waits_for_them: bool) -> Matter | None:
    """What a ticket is to its requester; None when it is over."""
    if not ticket.is_live and (asked := written_about(ticket, talk, now)):
        return asked
    if ticket.may_reopen:
        return Matter(MatterKind.SOLVED, ticket, ticket.solved_at)
    if not ticket.is_live:
        return None
    awaits = talk.awaits_answer(now) or waits_for_them
    if is_pressing(ticket, now):
        return Matter(MatterKind.URGENT, ticket, ticket.opened_at, talk.asked, awaits)
    if awaits or talk.goes_on(now):
        return Matter(MatterKind.ASKED, ticket, talk.asked_at or ticket.opened_at, talk.asked, awaits)
    return Matter(MatterKind.OPEN, ticket, ticket.opened_at)


def written_about(ticket: Ticket, talk: Talk, now: datetime, *, is_own: bool = True) -> Matter | None:
    """A talk about their ticket that is over, or about somebody else's; None without one."""
    if talk.asked_at is None or not talk.is_on(now):
        return None
    kind = MatterKind.AFTER if is_own and ticket.may_reopen else MatterKind.BESIDE
    return Matter(kind, ticket, talk.asked_at, talk.asked, talk.awaits_answer(now))


def is_pressing(ticket: Ticket, now: datetime) -> bool:
    """An urgent ticket is talked about all the time; one about an event from half a day before it begins."""
    is_far = ticket.is_postponed or (ticket.event_at is not None and ticket.event_at - now > TALKED_BEFORE)
    return ticket.urgent and not is_far


def guarded(ticket: Ticket, talk: Talk) -> Matter:
    """What an urgent ticket is to who took it: its requester awaits their words until they wrote some."""
    awaits = talk.asked_at is None or (talk.told_at is not None and talk.told_at > talk.asked_at)
    return Matter(MatterKind.GUARD, ticket, ticket.updated_at or ticket.opened_at, awaits=awaits)


def held(ticket: Ticket, talk: Talk, now: datetime, *, asked_at_closing: bool) -> Matter:
    """What a ticket is to who has it: talked about while it presses, and an event that is far merely is."""
    matter = guarded(ticket, talk)
    if asked_at_closing:
        return replace(matter, kind=MatterKind.HELD, awaits=True)
    return matter if is_pressing(ticket, now) else replace(matter, kind=MatterKind.GOES, awaits=False)


def called(ticket: Ticket, events: Sequence[TicketEvent], person: int, now: datetime) -> Matter | None:
    """What a ticket that nobody took is to a person: None unless they are called for it. `events`: the oldest first."""
    if ticket.event_at is not None:
        asked = asked_of(events)
        people, refused = asked.people | {ticket.assignee}, asked.refused
        is_over = ticket.is_postponed or now - ticket.event_at > TALKED_BEFORE
    else:
        answers = answers_of(events)
        people, refused, is_over = frozenset(answers.called), answers.declined, False
    if person not in people or is_over or is_taken(ticket):
        return None
    since = max((one.at for one in events if person in one.named), default=ticket.opened_at)
    return Matter(MatterKind.CALLED, ticket, since, awaits=person not in refused)


def is_taken(ticket: Ticket) -> bool:
    """Somebody has it; to an event whoever was only assigned has not said yet that they go."""
    return ticket.assignee is not None if ticket.event_at is None else is_confirmed(ticket)


def nearest(matters: Iterable[Matter]) -> list[Matter]:
    """Those with which the person talks first; of the same nearness what was last said, and the newest first."""
    return sorted(matters, key=lambda one: (one.nearness, not one.is_last_said, -one.since.timestamp()))
