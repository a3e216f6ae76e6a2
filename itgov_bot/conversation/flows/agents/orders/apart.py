"""«Sepárelos», «el 4 no es lo mismo que el 2»: what went into another case goes on by itself again, once that is pressed."""

from itgov_bot.conversation.flows.agents.orders.of_last import spoken_of
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.desk.tickets.undoing import last_done
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.language.cases.outage_words import takes_apart
from itgov_bot.understanding.language.orders import cases_named
from itgov_bot.wording.agents.tickets import outages_told as words


async def takes_cases_apart(turn: Turn) -> bool:
    """A reader, of who works tickets: of the cases that are named by number, else of the one that was spoken of
    last, or that they did something to just now."""
    if turn.files.kept or not takes_apart(turn.text):
        return False
    for ticket in await _meant(turn):
        if merged := await lookup.merged_into(turn.desk, ticket):
            turn.say(words.ask_split(ticket, merged), ticket=ticket.id)
            return True
    return False


async def _meant(turn: Turn) -> list[Ticket]:
    if numbers := cases_named(turn.text):
        found = [await lookup.meant(turn.desk, one) for one in numbers]
    else:
        found = [await spoken_of(turn), *await last_done(turn.desk, turn.person)]
    return [await live_ticket(turn.desk, one) for one in found if one]
