"""What happened to a person, and who hears of it in which words. Called by `tell`."""

from itgov_bot.domain.facts import (
    Complained,
    DigestDue,
    IndicatorsFell,
    InvitationAccepted,
    PersonFact,
    PutOnDuty,
    RoleGranted,
    RoleRevoked,
    WaySet,
    WaysForgotten,
)
from itgov_bot.domain.people import Person
from itgov_bot.replies import Reply
from itgov_bot.wording.admins import invitations
from itgov_bot.wording.agents import alerts, duty, page_ways
from itgov_bot.wording.managers import subscriptions
from itgov_bot.wording.staff import roles


def told_to_person(fact: PersonFact) -> tuple[Person, Reply] | None:
    """Who hears of what happened to a person, and in which words; None when they did it themselves."""
    match fact:
        case InvitationAccepted():
            return fact.invited_by, invitations.was_accepted(fact.person, fact.role, fact.office)
        case _ if fact.by and fact.by.id == fact.person.id:
            return None
        case DigestDue():
            return fact.person, subscriptions.digest(fact)
        case IndicatorsFell():
            return fact.person, subscriptions.fell(fact)
        case Complained():
            return fact.person, alerts.complained_of_desk(fact)
        case RoleGranted():
            return fact.person, roles.you_were_granted(fact.role, fact.office, fact.person)
        case RoleRevoked():
            return fact.person, roles.you_were_revoked(fact)
        case PutOnDuty():
            return fact.person, duty.on_duty(fact.person, fact.step)
        case WaySet():
            return fact.person, page_ways.was_set_for_you(fact.kind, fact.address, fact.by)
        case WaysForgotten():
            return fact.person, page_ways.were_forgotten_for_you(fact.by)
