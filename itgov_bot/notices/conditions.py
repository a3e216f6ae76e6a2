"""When a notice of the table is given: each function of this file is a condition of it."""

from collections.abc import Callable

from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Solution
from itgov_bot.notices.audience import Story

Condition = Callable[[Story], bool]


def always(_story: Story) -> bool:
    return True


def never(_story: Story) -> bool:
    return False


def unless(condition: Condition) -> Condition:
    return lambda story: not condition(story)


def told(name: str) -> Condition:
    """The fact itself says so."""
    return lambda story: bool(story.event.data.get(name))


by_desk = told("by_desk")
"""An agent did it as such."""
by_answering = told("by_answering")
"""Whoever answered what nobody had, has it: the answer says so by itself."""
on_its_own = unless(told("together"))
"""Told by itself, and not with others of the same deed."""
had_it = told("had_it")
"""Who cannot go had said that they would."""
for_requester = told("requester")
by_hand = unless(told("answered"))
"""Somebody let it go on; no answer of the requester did."""
for_the_first_time = unless(told("again"))
tells_place = told("place")
undone_before_coordinators = told("raised")
"""They had been told that it needs them."""


def is_still_shown(story: Story) -> bool:
    """Its card, at the desk."""
    retention = story.desk.reference.agreements.retention
    return retention.is_card_known(story.ticket.ticket.opened_at, story.desk.now)


def for_somebody(story: Story) -> bool:
    """An agent opened it for its requester."""
    return story.ticket.opened_by is not None


def by_requester(story: Story) -> bool:
    return story.event.is_by(story.ticket.requester)


def taken_for_work(story: Story) -> bool:
    return not of_event(story) and not by_answering(story)


def says_it_works(story: Story) -> bool:
    """Its requester closed it in words; an agent who solved their own did work on it."""
    return by_requester(story) and story.ticket.ticket.solved_by is None


def to_somebody(story: Story) -> bool:
    return story.event.to is not None


def of_urgent(story: Story) -> bool:
    return story.ticket.ticket.urgent


def of_event(story: Story) -> bool:
    return story.ticket.ticket.event_at is not None


def of_urgent_no_event(story: Story) -> bool:
    return of_urgent(story) and not of_event(story)


def people_were_called(story: Story) -> bool:
    return of_urgent(story) or of_event(story)


def nobody_saw_it(story: Story) -> bool:
    """It was solved by who told it before it was sent, and was never opened again."""
    ticket = story.ticket.ticket
    return ticket.solution is Solution.SELF and ticket.resolved_at == ticket.opened_at


def by_requester_of_no_event(story: Story) -> bool:
    return not by_desk(story) and not of_event(story)


def into_another(story: Story) -> bool:
    return story.event.target is not None


def took_in_anothers(story: Story) -> bool:
    """What went into it, or comes out again, was not theirs who have it: of their own they read by itself."""
    data, holder = story.event.data, story.ticket.holder
    return "number" in data and holder is not None and data.get("came_from") != holder.id


def came_with_another(story: Story) -> bool:
    """They had the ticket that went into it, and read of both in one message."""
    return "came_with" in story.event.data


def into_another_of_urgent(story: Story) -> bool:
    return into_another(story) and of_urgent(story)


def from_outside(story: Story) -> bool:
    """By the requester, or somebody whom the outage hits; a note of an agent is not."""
    data = story.event.data
    return not data.get("by_desk") and (not data.get("internal") or bool(data.get("of_affected")))


def undone_before_them(story: Story) -> bool:
    """What was called back had been told to the requester; of a merge, to that of the ticket that went into another."""
    return story.event.data.get("what") != EventKind.PRIORITY_CHANGED and not story.event.data.get("number")


def undone_before_followers(story: Story) -> bool:
    return story.event.data.get("what") in (EventKind.RESOLVED, EventKind.CANCELLED)
