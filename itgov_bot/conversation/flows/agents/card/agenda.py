"""`/agenda`: the events to come; and «No puedo», of whoever was asked to go to one."""

from itgov_bot.conversation.flows.at_ticket import attempt
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import maintenance
from itgov_bot.desk.tickets import accompaniment
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.language.cases.event_change import asks_who_goes, names_an_event
from itgov_bot.wording import maintenance as maintenance_words
from itgov_bot.wording.agents.tickets import accompaniment as event_words
from itgov_bot.wording.agents.tickets import agenda as words


async def show(turn: Turn, _rest: str) -> None:
    """With the maintenance that is planned: both are to come."""
    coming, opens = await accompaniment.agenda(turn.desk), may_work_tickets(turn.roles)
    planned = maintenance_words.lines(await maintenance.coming(turn.desk))
    turn.say(words.agenda(coming, turn.desk.calendars.general, turn.now, planned, opens=opens))


async def asks_of_agenda(turn: Turn) -> bool:
    """A reader: «¿quién va al evento del sábado?»."""
    is_asked = asks_who_goes(turn.text) and names_an_event(turn.text)
    if is_asked:
        await show(turn, "")
    return is_asked


async def not_going(turn: Turn, ticket: Ticket) -> None:
    """The next ones are asked at once."""
    if ticket.event_at is None:
        turn.say(event_words.not_asked(ticket), ticket=ticket.id)
        return
    try:
        declined = await attempt(turn, ticket, accompaniment.decline(turn.desk, ticket, turn.person))
    except accompaniment.NotAsked:
        turn.say(event_words.not_asked(ticket), ticket=ticket.id)
    else:
        if declined:
            turn.say(event_words.you_do_not_go(ticket), ticket=ticket.id)
