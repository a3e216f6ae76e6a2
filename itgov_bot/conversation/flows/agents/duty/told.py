"""Who is meant by words about the guard, and what is answered of an urgent ticket to who asks the desk."""

from itgov_bot.conversation.flows.known_people import agent_named
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import night, on_call, support
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.paging import who_is_called
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import held_since
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.duty.asked_of_case import AskedAtDuty
from itgov_bot.understanding.language.folding import plain
from itgov_bot.wording.agents.duty import told as words


async def answer(turn: Turn, ticket: Ticket, about: AskedAtDuty) -> Reply:
    if about is AskedAtDuty.ON_DUTY:
        others = [one for one in await support.coordinators(turn.desk) if one.id != turn.person.id]
        return words.on_duty(ticket, await on_call.view(turn.desk), others, turn.desk.local_now)
    if about is AskedAtDuty.CALLS:
        return words.calls(await night.case_of(turn.desk, ticket), ticket)
    since = held_since(await lookup.timeline(turn.desk, ticket))
    whole = await lookup.get(turn.desk, ticket.id)  # with the number of those whom an outage hits
    return words.told(await view(turn.desk, whole), about, since)


async def next_on_duty(turn: Turn, ticket: Ticket) -> Person | None:
    """Who would be called for it beside whoever writes, the first of the ladder."""
    steps = await who_is_called(turn.desk, ticket)
    others = [one for step in sorted(steps) for one in steps[step] if one.id != turn.person.id]
    return next((one for one in others if one.reachable), None)


async def colleague_named(turn: Turn, asked: str) -> Person | None:
    """The colleague who is to go on, and can be reached."""
    others = [one for one in await support.agents(turn.desk) if one.id != turn.person.id and one.reachable]
    by_username = next((one for one in others if plain(one.username or "") == plain(asked)), None)
    return by_username or agent_named(asked, others)
