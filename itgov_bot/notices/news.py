"""Who reads what of all that happened beside the tickets. Called by `tell`."""

from collections.abc import Sequence

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.night import watchers
from itgov_bot.domain import facts
from itgov_bot.domain.people import Person, Role, UrgentNews
from itgov_bot.messages import Address
from itgov_bot.notices import agent_left, maintenance
from itgov_bot.notices.duty import told_of_duty
from itgov_bot.outbox.posting import last_of_card
from itgov_bot.replies import Reply
from itgov_bot.wording.admins import invitations
from itgov_bot.wording.agents import alerts
from itgov_bot.wording.agents.duty import changes, page_ways
from itgov_bot.wording.agents.queue import shift
from itgov_bot.wording.managers import night, subscriptions
from itgov_bot.wording.managers.recording import reminders
from itgov_bot.wording.staff.oneself import roles


async def read_of(desk: Desk, fact: facts.News) -> Sequence[tuple[Address, Reply]]:
    """Where it is read, and in which words."""
    if isinstance(fact, facts.PersonFact):
        told = told_to_person(fact)
        return [(told[0].address, told[1])] if told else []
    if isinstance(fact, facts.DutyFact):
        return await told_of_duty(desk, fact)
    match fact:
        case facts.AgentLeft():
            return await agent_left.told(desk, fact)
        case facts.MaintenanceFact():
            return await maintenance.told(desk, fact)
        case facts.ReadingsMissing():
            return [(fact.person.address, reminders.missing(fact))]
        case facts.ReadingsOverdue():
            found = [*await support.reachable(desk, Role.MANAGER), *await support.administrators(desk)]
            return [(address, reminders.overdue(fact)) for address in {one.address: one for one in found}]
        case facts.NightPassed():
            reply = night.morning(fact.span, fact.cases, desk.calendars.general, desk.now)
            return [(one.address, reply) for one in await watchers(desk, UrgentNews.MORNING)]
        case facts.ShiftStands():
            return await _standing(desk, fact)


async def _standing(desk: Desk, fact: facts.ShiftStands) -> Sequence[tuple[Address, Reply]]:
    """One message in the desk's group, edited when it says something else. The hour alone is no news: it says since when it
    stands so."""
    group = await support.group(desk)
    if group is None:
        return []
    reply = shift.standing(fact.shift, desk.local_now)
    last = await last_of_card(desk.session, group, shift.CARD)
    is_news = last is None or shift.without_hour(last.text) != shift.without_hour(reply.text)
    return [(group, reply)] if is_news else []


def told_to_person(fact: facts.PersonFact) -> tuple[Person, Reply] | None:
    """Who hears of what happened to a person; None when they did it themselves."""
    match fact:
        case facts.InvitationAccepted():
            return fact.invited_by, invitations.was_accepted(fact.person, fact.role, fact.office)
        case _ if fact.by and fact.by.id == fact.person.id:
            return None
        case facts.DigestDue():
            return fact.person, subscriptions.digest(fact)
        case facts.IndicatorsFell():
            return fact.person, subscriptions.fell(fact)
        case facts.Complained():
            return fact.person, alerts.complained_of_desk(fact)
        case facts.RoleGranted():
            return fact.person, roles.you_were_granted(fact.role, fact.office, fact.person)
        case facts.RoleRevoked():
            return fact.person, roles.you_were_revoked(fact)
        case facts.PutOnDuty():
            return fact.person, changes.on_duty(fact.person, fact.step)
        case facts.WaySet():
            return fact.person, page_ways.was_set_for_you(fact.kind, fact.address, fact.by)
        case facts.WaysForgotten():
            return fact.person, page_ways.were_forgotten_for_you(fact.by)
