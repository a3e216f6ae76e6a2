"""Who hears of which fact, and in which words. Every kind of fact has its row: one that nobody hears of is an empty one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from itgov_bot.domain.facts import InvitationAccepted, PersonFact, PutOnDuty, RoleGranted, RoleRevoked
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.messages import Reply
from itgov_bot.notices.audience import (
    Audience,
    Story,
    affected,
    affected_besides_requesters,
    but_actor,
    coordinators,
    coordinators_or_desk,
    desk,
    desk_side,
    followers,
    holder,
    named,
    new_holder,
    paged_before,
    recovered_besides_requesters,
    requester,
    told_at_once,
)
from itgov_bot.wording.admins import invitations
from itgov_bot.wording.agents import alerts, duty, ticket_card
from itgov_bot.wording.agents import ticket_news as agents
from itgov_bot.wording.managers import night
from itgov_bot.wording.staff import outages, rating, roles
from itgov_bot.wording.staff import ticket_news as staff

Words = Callable[[TicketView, EventView], Reply]


Condition = Callable[[Story], bool]


def always(_story: Story) -> bool:
    return True


def never(_story: Story) -> bool:
    return False


def unless(condition: Condition) -> Condition:
    return lambda story: not condition(story)


def by_desk(story: Story) -> bool:
    """An agent did it as such."""
    return bool(story.event.data.get("by_desk"))


def by_requester(story: Story) -> bool:
    return story.event.is_by(story.ticket.requester)


def to_somebody(story: Story) -> bool:
    return story.event.to is not None


def of_urgent(story: Story) -> bool:
    return story.ticket.ticket.urgent


def for_the_first_time(story: Story) -> bool:
    """What time repeats is not told again to those who look on."""
    return not story.event.data.get("again")


def is_low(story: Story) -> bool:
    return rating.is_low(story.ticket.ticket)


def by_hand(story: Story) -> bool:
    """Somebody let it go on; no answer of the requester did."""
    return not story.event.data.get("answered")


def into_another(story: Story) -> bool:
    return story.event.target is not None


def from_requester(story: Story) -> bool:
    return not story.event.data.get("by_desk") and not story.event.data.get("internal")


@dataclass(frozen=True, slots=True)
class Notice:
    """What an audience reads of a fact, `when` it is so. The files that came with it follow where `files` is set.

    `renews_card`: the ticket's card at the desk is brought up to date: edited, never repeated, and once for all facts.
    """

    to: Audience
    says: Words | None
    when: Condition = always
    files: bool = False
    urgent: Condition = never
    renews_card: bool = False


def card(ticket: TicketView, _event: EventView) -> Reply:
    return ticket_card.card(ticket)


CARD = Notice(desk, card, renews_card=True)

NOTICES: dict[EventKind | ReminderKind, tuple[Notice, ...]] = {
    EventKind.OPENED: (Notice(desk, card, files=True, urgent=of_urgent),),
    EventKind.PAGED: (
        Notice(named, ticket_card.page, files=True, urgent=always),
        Notice(told_at_once, night.paged, when=for_the_first_time),
    ),
    EventKind.TAKEN: (
        Notice(requester, staff.taken),
        CARD,
        Notice(but_actor(paged_before), agents.somebody_took_it, when=of_urgent),
        Notice(but_actor(told_at_once), night.taken, when=of_urgent),
    ),
    EventKind.MESSAGE_ADDED: (Notice(desk_side, agents.requester_wrote),),
    EventKind.FILE_ADDED: (
        Notice(desk_side, agents.requester_sent_files, when=from_requester, files=True),
        Notice(requester, None, when=by_desk, files=True),
        replace(CARD, when=by_desk),
    ),
    EventKind.ANSWERED: (Notice(requester, staff.answered), CARD),
    EventKind.NOTED: (),
    EventKind.ASSIGNED: (
        Notice(but_actor(requester), staff.assigned),
        Notice(but_actor(new_holder), agents.assigned_to_you),
        CARD,
    ),
    EventKind.WAITING: (Notice(but_actor(requester), staff.waiting), CARD),
    EventKind.RESUMED: (Notice(but_actor(requester), staff.resumed, when=by_hand), CARD),
    EventKind.ESCALATED: (
        Notice(but_actor(requester), staff.assigned, when=to_somebody),
        Notice(but_actor(new_holder), agents.assigned_to_you, when=to_somebody),
        Notice(but_actor(requester), staff.escalated, when=unless(to_somebody)),
        Notice(but_actor(coordinators), agents.escalated, when=unless(to_somebody)),
        CARD,
    ),
    EventKind.SERVICE_CHANGED: (Notice(but_actor(requester), staff.service_changed), CARD),
    EventKind.PRIORITY_CHANGED: (CARD,),
    EventKind.MERGED: (Notice(but_actor(requester), staff.merged, when=into_another), CARD),
    EventKind.OUTAGE_MARKED: (CARD,),
    EventKind.OUTAGE_ENDED: (CARD,),
    EventKind.OUTAGE_UNMARKED: (Notice(named, outages.was_none), CARD),
    EventKind.OUTAGE_JOINED: (CARD,),
    EventKind.OUTAGE_NEWS: (Notice(but_actor(affected), outages.progress), CARD),
    EventKind.RATED: (CARD, Notice(coordinators_or_desk, alerts.low_for_coordinator, when=is_low)),
    EventKind.CLOSED: (Notice(requester, rating.closed_by_time), CARD),
    EventKind.RESOLVED: (
        Notice(requester, rating.resolved),
        Notice(but_actor(followers), staff.resolved),
        Notice(but_actor(recovered_besides_requesters), outages.recovered),
        Notice(but_actor(told_at_once), night.resolved, when=of_urgent),
        CARD,
    ),
    EventKind.REOPENED: (
        CARD,
        Notice(but_actor(affected_besides_requesters), outages.fails_again),
        Notice(desk_side, agents.reopened, when=by_requester),
        Notice(but_actor(requester), staff.reopened),
        Notice(but_actor(followers), staff.reopened, when=unless(by_requester)),
    ),
    EventKind.CANCELLED: (
        Notice(but_actor(requester), staff.voided, when=by_desk),
        Notice(but_actor(followers), staff.voided, when=by_desk),
        Notice(but_actor(affected_besides_requesters), outages.was_none, when=by_desk),
        Notice(but_actor(holder), agents.cancelled_by_requester, when=unless(by_desk)),
        CARD,
    ),
    ReminderKind.DUE_SOON: (Notice(desk_side, alerts.due_soon),),
    ReminderKind.OVERDUE: (Notice(coordinators_or_desk, alerts.overdue),),
    ReminderKind.RATING_AWAITED: (Notice(requester, rating.reminder),),
    ReminderKind.OUTAGE_GREW: (CARD,),
}


def told_to_person(fact: PersonFact) -> tuple[Person, Reply] | None:
    """Who hears of what happened to a person, and in which words; None when they did it themselves."""
    match fact:
        case InvitationAccepted():
            return fact.invited_by, invitations.was_accepted(fact.person, fact.role)
        case _ if fact.by and fact.by.id == fact.person.id:
            return None
        case RoleGranted():
            return fact.person, roles.you_were_granted(fact.role)
        case RoleRevoked():
            return fact.person, roles.you_were_revoked(fact.role)
        case PutOnDuty():
            return fact.person, duty.on_duty(fact.person, fact.step)
