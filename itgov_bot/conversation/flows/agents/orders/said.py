"""«¿Qué respondió Ana?»: what whoever opened a case wrote last, and when; or that nothing came since the desk wrote."""

from collections.abc import Sequence

from itgov_bot.conversation.flows.agents.card.colleagues import around
from itgov_bot.conversation.flows.agents.orders.meant import at_hand, named_in
from itgov_bot.conversation.flows.agents.several.named import agents_named
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import support
from itgov_bot.desk.tickets import giving_back
from itgov_bot.desk.tickets.conversation import LastWords, last_words
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.inside.kinds import SAID
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.orders import telling
from itgov_bot.wording.agents.tickets import last_words as words

MOST = 3
"""Cases of which it is told at once."""


async def asks_what_was_said(turn: Turn) -> bool:
    """A reader. Of a colleague something else is asked."""
    if turn.files.kept or turn.text.startswith("/") or not await is_asked(turn):
        return False
    named = (await named_in(turn)).tickets
    tickets = named or ([] if await _names_colleague(turn) else await _of_last(turn))
    for ticket in await _worth_telling(turn, tickets):
        await tell_last_words(turn, ticket)
    return bool(tickets)


async def is_asked(turn: Turn) -> bool:
    if telling(turn.text):
        return False
    return turn.understanding.inside.asked_in_private(turn.text, await around(turn, None)) == SAID


async def tell_last_words(turn: Turn, ticket: Ticket) -> None:
    whole, last = await view(turn.desk, ticket), await last_words(turn.desk, ticket)
    theirs = [(one, whole.local(one.at)) for one in last.theirs]
    asked = (
        words.asked_last(last.asked, whole.local(last.asked.at), whole.local_now)
        if last.asked and not last.is_answered
        else ""
    )
    turn.say(words.said_last(whole, theirs, is_answered=last.is_answered, asked=asked), ticket=ticket.id)


async def _names_colleague(turn: Turn) -> bool:
    agents = await support.agents(turn.desk)
    return any(agents_named(word, agents) for word in plain(turn.text).split() if len(word) > MOST)


async def _of_last(turn: Turn) -> Sequence[Ticket]:
    one = await at_hand(turn)
    return [one] if one else await giving_back.in_hand(turn.desk, turn.person)


async def _worth_telling(turn: Turn, tickets: Sequence[Ticket]) -> Sequence[Ticket]:
    """Of several, those in which something came; theirs before those of colleagues."""
    if len(tickets) < 2:
        return tickets
    found: list[tuple[Ticket, LastWords]] = [(one, await last_words(turn.desk, one)) for one in tickets]
    came = [one for one, last in found if last.is_answered] or [one for one, _ in found]
    own = [one for one in came if one.assignee == turn.person.id]
    return (own or came)[:MOST]
