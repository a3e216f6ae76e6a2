"""All that is kept about a person: put together for them, and taken away when they ask for it."""

from itertools import compress

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import leave_duty
from itgov_bot.desk.people import refuse_last_administrator
from itgov_bot.desk.tickets.giving_back import give_back, in_hand
from itgov_bot.domain.people import GRANTABLE, ConsentEvent, Person, Role, may_work_tickets
from itgov_bot.domain.personal import PersonalData, TicketHistory
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.messages import mailbox
from itgov_bot.storage import (
    canned,
    conversations,
    email_codes,
    outages,
    people,
    roles,
    subscriptions,
    ticket_events,
    ticket_files,
    tickets,
)
from itgov_bot.storage.duty import page_ways
from itgov_bot.storage.privacy import forgetting, kept_files, personal
from itgov_bot.storage.privacy.withholding import words_of
from itgov_bot.storage.sending import outbox

ALL = 1_000_000


async def gather(desk: Desk, person: Person) -> PersonalData:
    session = desk.session
    own = await tickets.of_requester(session, person.id, limit=ALL)
    events = await ticket_events.timelines_of(session, person.id)
    files = await ticket_files.attachments_of(session, person.id)
    return PersonalData(
        person=person,
        consents=await consents_of(desk, person),
        roles=await roles.history_of(session, person.id),
        tickets=[TicketHistory(one, events.get(one.id, []), files.get(one.id, [])) for one in own],
        ways=await page_ways.of(session, [person.id]),
        said=[one.text for one in await outbox.last_replies(session, person.address, ALL)],
        records=await personal.records_of(session, person.id),
    )


async def consents_of(desk: Desk, person: Person) -> list[ConsentEvent]:
    """Every acceptance and withdrawal, the oldest first."""
    return await people.consents_of(desk.session, person.id)


async def tickets_in_hand(desk: Desk, person: Person) -> int:
    """The open tickets that an agent would leave behind."""
    return await forgetting.live_tickets_in_hand(desk.session, person.id)


async def forget_person(desk: Desk, person: Person) -> tuple[Person, list[str]]:
    """Takes everything away that says who they are, and their roles. The tickets stay for the statistics.

    Returns what is left of them, and the paths of files that belonged to no ticket and may go. Raises LastAdministrator.
    """
    await refuse_last_administrator(desk, person)
    session = desk.session
    await _lay_down_roles(desk, person)
    files = await forgetting.waiting_files(session, person.id)
    await kept_files.mark_gone(session, files, desk.now)
    words = words_of(person, await forgetting.contacts_of(session, person.id), _names_of_the_city(desk))
    await forgetting.replies_about(session, person.id, words)
    await forgetting.talks_about(session, person.id, words)
    await forgetting.own_replies(session, person.channel, person.chat)
    for way in await page_ways.of(session, [person.id]):
        await forgetting.sent_to(session, way.to)
    await page_ways.forget(session, person.id)
    for email in await email_codes.addresses_of(session, person.id) | {person.email or ""}:
        await forgetting.sent_to(session, mailbox(email))
    await email_codes.forget(session, person.id)
    await tickets.forget_contact(session, person.id)
    await ticket_events.forget_details(session, person.id)
    await outages.forget_places(session, person.id)
    await canned.forget_keeper(session, person.id)
    await conversations.forget(session, person.id)
    await people.forget(session, person.id, desk.now)
    await _tell_who_has_a_copy(desk, person)
    return await people.get(session, person.id), files


def _names_of_the_city(desk: Desk) -> list[str]:
    """What a message says of every case: nobody is known by it."""
    services = [one.name for one in desk.reference.catalog.services]
    return [*desk.reference.processes.dependencias, *services, desk.city.entity, desk.city.desk]


async def _tell_who_has_a_copy(desk: Desk, person: Person) -> None:
    """The cards at the desk are renewed, and another help desk that is told of every fact hears of this one. Of what
    neither shows or has, it is only written down."""
    own = await tickets.of_requester(desk.session, person.id, limit=ALL)
    facts = [TicketEvent(one.id, EventKind.ERASED, desk.now, person.id, {}) for one in own]
    await ticket_events.append_all(desk.session, facts)
    retention = desk.reference.agreements.retention
    heard = [desk.feed is not None or retention.is_card_known(one.opened_at, desk.now) for one in own]
    desk.facts.extend(compress(facts, heard))
    for one in {one.merged_into for one in own if one.merged_into}:  # its card names them
        if retention.is_card_known((await tickets.get(desk.session, one)).opened_at, desk.now):
            desk.facts.append(TicketEvent(one, EventKind.ERASED, desk.now, person.id, {}))


async def _lay_down_roles(desk: Desk, person: Person) -> None:
    own: frozenset[Role] = await roles.of(desk.session, person.id)
    left_duty = await leave_duty(desk, person, on_their_own=True)  # first: what they had may call the guard
    if may_work_tickets(own) or await in_hand(desk, person):
        await give_back(desk, person, None, "erased", left_duty=left_duty)
    for role in GRANTABLE:
        if role in own:
            await roles.revoke(desk.session, person.id, role, person.id, desk.now)
    await subscriptions.forget(desk.session, person.id)
