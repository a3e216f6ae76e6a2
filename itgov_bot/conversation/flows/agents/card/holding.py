"""Who goes on with a ticket: keeping it, giving it back, calling the guard, or not going when called."""

from itgov_bot.conversation.flows.at_ticket import act, attempt, brief, say_overtaken
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import closing, giving_back
from itgov_bot.desk.tickets.guard import call_guard, withdraw_urgency
from itgov_bot.desk.tickets.paging import called_last, decline
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.language.cases.one_case import gives_back
from itgov_bot.wording.agents.tickets import holding, prompts


async def decline_call(turn: Turn, ticket: Ticket) -> None:
    """«No puedo», of a page."""
    became = await decline(turn.desk, ticket, turn.person)
    if became == "noted" or became == "next" or became == "nobody":
        brief(turn, ticket, holding.declined(ticket, became))
    else:
        brief(turn, ticket, holding.nothing_to_decline(ticket, became))


async def call_the_guard(turn: Turn, ticket: Ticket) -> None:
    """Also what whoever has it answers at closing: that the guard takes it."""
    await hand_to(turn, ticket, None)


async def hand_to(turn: Turn, ticket: Ticket, wanted: Person | None) -> None:
    """To the guard, or first to one who is named."""
    if reach := await attempt(turn, ticket, call_guard(turn.desk, ticket, turn.person, wanted=wanted)):
        called = await called_last(turn.desk, ticket)
        turn.say(holding.guard_asked(ticket, reach, called), ticket=ticket.id)


async def keep(turn: Turn, ticket: Ticket) -> None:
    """At closing, whoever has it goes on with it."""
    if ticket.assignee == turn.person.id and ticket.is_live:
        await closing.keep(turn.desk, ticket)
        brief(turn, ticket, holding.stays_yours(ticket))
    else:
        await say_overtaken(turn, ticket)


async def release(turn: Turn, ticket: Ticket) -> None:
    """Back to the queue, by whoever has it; at night the next one is called for what is urgent."""
    if ticket.assignee != turn.person.id or not ticket.is_live:
        await say_overtaken(turn, ticket)
        return
    if ticket.urgent and not ticket.event_at and not turn.is_open(ticket.service):
        await call_the_guard(turn, ticket)
        return
    await act(turn, ticket, giving_back.release(turn.desk, ticket, turn.person), holding.released(ticket))


async def given_back(turn: Turn) -> bool:
    """A reader: «me equivoqué, no lo tomo», of the one they took last, or the only one they have."""
    if not gives_back(turn.text):
        return False
    had = await giving_back.in_hand(turn.desk, turn.person)
    last = [one for one in had if one.number == turn.state.subject.ticket]
    meant = last or had
    if len(meant) == 1:
        await release(turn, meant[0])
    elif had:
        turn.say(prompts.which_of_yours(had, "release"))
    return bool(had)


async def calm(turn: Turn, ticket: Ticket) -> None:
    if ticket.urgent:
        await act(turn, ticket, withdraw_urgency(turn.desk, ticket, turn.person), holding.calmed(ticket))
    else:
        brief(turn, ticket, holding.not_urgent(ticket))
