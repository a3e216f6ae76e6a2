"""The desk's side: the queue, «Lo tomo», the group of the agents, and answers written in it."""

from __future__ import annotations

from itgov_bot.conversation.context import Turn
from itgov_bot.desk.tickets import TakenBySomebodyElse, answer_requester, take_ticket
from itgov_bot.domain.people import may_administer, may_work_tickets
from itgov_bot.domain.tickets.moves import MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.outbox import announcements
from itgov_bot.storage import duty, outbox, people, tickets
from itgov_bot.wording import general
from itgov_bot.wording import support as words
from itgov_bot.wording.people import name_of

SHOWN = 8


async def desk(turn: Turn, _rest: str) -> None:
    """`/mesa`: the queue; in a group that is not the desk's yet, the offer to make it so."""
    if turn.incoming.is_group and not await _is_support_group(turn):
        if may_administer(turn.roles):
            turn.say(words.ask_use_group(turn.incoming.group_title or ""))
        else:
            turn.say(general.not_for_your_role())
        return
    waiting, total = await tickets.waiting(turn.desk.session, SHOWN)
    turn.say(words.queue(waiting, total, turn.desk.calendars.general, turn.now))


async def _is_support_group(turn: Turn) -> bool:
    place = await duty.desk_chat(turn.desk.session, announcements.SUPPORT)
    return place is not None and place.chat == turn.incoming.address.chat


async def press_desk(turn: Turn, rest: str) -> None:
    """`desk:here` makes this group the desk's; `desk:NUMBER` opens a case of the queue."""
    if rest == "here" and may_administer(turn.roles) and turn.incoming.is_group:
        title = turn.incoming.group_title or ""
        await duty.set_desk_chat(turn.desk.session, announcements.SUPPORT, turn.incoming.address, title)
        turn.say(words.group_set())
    elif rest != "here" and may_work_tickets(turn.roles):
        ticket = await tickets.by_number(turn.desk.session, rest)
        if ticket:
            await _show_card(turn, ticket)
    else:
        turn.say(general.not_for_your_role())


async def _show_card(turn: Turn, ticket: Ticket) -> None:
    requester = await people.get(turn.desk.session, ticket.requester)
    assignee = await people.get(turn.desk.session, ticket.assignee) if ticket.assignee else None
    calendar = turn.desk.calendar(ticket.service)
    card = words.card(ticket, turn.desk.service(ticket.service), requester, assignee, calendar, turn.now)
    turn.say(words.without_card(card), ticket=ticket.id)


async def press_take(turn: Turn, number: str) -> None:
    """«Lo tomo». Roles are checked at each press; of two who press at once one wins and the other is told who."""
    if not may_work_tickets(turn.roles):
        turn.say(general.not_for_your_role())
        return
    ticket = await tickets.by_number(turn.desk.session, number)
    if ticket is None:
        return
    try:
        await take_ticket(turn.desk, ticket, turn.person)
    except TakenBySomebodyElse as taken:
        holder = await people.get(turn.desk.session, taken.by) if taken.by else None
        turn.say(words.taken_by(ticket, name_of(holder)))
        return
    except MoveNotAllowed:
        turn.say(words.cannot_take(ticket))
        return
    turn.say(words.you_took_it(ticket, name_of(turn.person)), ticket=ticket.id)
    await announcements.taken(_news(turn, ticket), ticket, turn.desk.service(ticket.service), turn.person)


async def answer_in_group(turn: Turn) -> None:
    """An agent who answers a case's message in the group writes to its requester."""
    ticket_id = await outbox.ticket_of_message(
        turn.desk.session, turn.incoming.address, turn.incoming.reply_to_ref or ""
    )
    if ticket_id is None or not turn.text or not may_work_tickets(turn.roles):
        return
    await answer_ticket(turn, await tickets.get(turn.desk.session, ticket_id))


async def answer_ticket(turn: Turn, ticket: Ticket) -> None:
    await answer_requester(turn.desk, ticket, turn.person, turn.text)
    await announcements.answered(_news(turn, ticket), ticket, turn.person, turn.text)
    turn.say(words.answer_sent(ticket), ticket=ticket.id)


def _news(turn: Turn, ticket: Ticket) -> announcements.News:
    return announcements.News(turn.desk.session, turn.now, turn.desk.calendar(ticket.service))
