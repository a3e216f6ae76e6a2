"""Plain words and files that belong to what is going on."""

from itgov_bot.conversation.flows.going_on.spoken_of import ask_which, belongs_to, do, heard, services
from itgov_bot.conversation.flows.hearing.heard import Heard
from itgov_bot.conversation.flows.hearing.message import going_on
from itgov_bot.conversation.flows.hearing.where import Claim, where
from itgov_bot.conversation.flows.staff.tickets import my_tickets
from itgov_bot.conversation.flows.staff.wishes import wish_told
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.tickets.ticket import parse_number
from itgov_bot.understanding.language.cases.one_case import mentioned_number

MAX_NAMING_WORDS = 3
"""So few words with a number ask to see the ticket."""


async def goes_on(turn: Turn) -> bool:
    """A reader of words and files: those that belong to what is going on go there."""
    if not (turn.text or turn.files.kept) or _is_typed_id(turn):
        return False
    if await _names_ticket(turn):
        return True
    matters = await going_on(turn)
    if not matters:
        return False
    message = heard(turn)
    found = where(matters, message, services(turn, matters, message))
    if isinstance(found, Claim):
        await do(turn, found, message)
    elif found:
        await ask_which(turn, found)
    return found is not None


async def _names_ticket(turn: Turn) -> bool:
    """«El SAUS-2026-12 sigue igual» goes there; a number with a question, or with few words, shows it."""
    written = mentioned_number(turn.text)
    number = await lookup.number_meant(turn.desk, written) if written else None
    ticket = await my_tickets.visible(turn, number)
    if ticket is None:
        return False
    message = heard(turn)
    if not message.says and await wish_told(turn):  # «cancele el caso 12»
        return True
    is_asked = "?" in turn.text or len(turn.text.split()) <= MAX_NAMING_WORDS or Heard.STATE in message.says
    if is_asked or not await belongs_to(turn, ticket):
        await my_tickets.open_by_number(turn, ticket.number)
    return True


def _is_typed_id(turn: Turn) -> bool:
    """A service or a ticket by its number alone has its own reader; a bare figure may be what somebody asked for."""
    is_ticket = parse_number(turn.text, turn.desk.local_year) is not None and not turn.text.isdigit()
    return is_ticket or turn.desk.service(turn.text) is not None
