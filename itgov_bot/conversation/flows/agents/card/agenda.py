"""`/agenda`: the events to come; and «No puedo», of whoever was asked to go to one."""

from itgov_bot.conversation.flows.at_ticket import attempt
from itgov_bot.conversation.flows.steps.event_told import read_event
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import maintenance
from itgov_bot.desk.tickets import accompaniment
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.inside.event_told import ASKS
from itgov_bot.wording import maintenance as maintenance_words
from itgov_bot.wording.agents.tickets import accompaniment as event_words
from itgov_bot.wording.agents.tickets import agenda as words


async def show(turn: Turn, _rest: str) -> None:
    """With the maintenance that is planned: both are to come."""
    coming, opens = await accompaniment.agenda(turn.desk), may_work_tickets(turn.roles)
    postponed = await accompaniment.postponed(turn.desk)
    planned = maintenance_words.lines(await maintenance.coming(turn.desk))
    turn.say(words.agenda(coming, postponed, turn.desk.calendars.general, turn.now, planned, opens=opens))


async def asks_of_agenda(turn: Turn) -> bool:
    """A reader: «¿quién va al evento del sábado?»."""
    told = read_event(turn)
    is_asked = told is not None and told.says in ASKS and told.is_sure and told.is_named
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
