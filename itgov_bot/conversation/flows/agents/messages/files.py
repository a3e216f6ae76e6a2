"""A file that who works tickets sends in private: it is for whoever is named in its words, or one of the cases they hold."""

from itgov_bot.conversation.flows.agents.orders.told_to import tell_one
from itgov_bot.conversation.flows.at_ticket import is_named
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people, queue
from itgov_bot.desk.tickets import giving_back
from itgov_bot.domain.tickets.queue import ALL
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.language.cases.for_person import without_reader
from itgov_bot.understanding.language.orders import Order
from itgov_bot.understanding.language.people.of_oneself import is_own_matter
from itgov_bot.understanding.language.request_type import tells_a_fault


async def sent_with_words(turn: Turn) -> bool:
    """A reader: «para Rosa, este es el cable que va» is shown before it goes to her. Words that name nobody are of one of
    the cases they have, which is asked, unless they tell of a problem of their own."""
    if not (turn.text and turn.files.kept) or tells_a_fault(turn.text):
        return False
    named = await _named(turn)
    if not named and is_own_matter(turn.text):
        return False
    meant = named or await giving_back.in_hand(turn.desk, turn.person)
    requester = await people.get(turn.desk, named[0].requester) if named else None
    text = without_reader(turn.text, requester.name or "") if requester else turn.text
    await tell_one(turn, meant, Order.ANSWER, text, turn.files.kept)
    return bool(meant)


async def _named(turn: Turn) -> list[Ticket]:
    """Live cases of others whose requester or number stands in the words; of several of one person those they hold."""
    live = await queue.live(turn.desk, ALL, turn.person)
    found = [one for one in live if one.requester != turn.person.id and await is_named(turn, one)]
    return [one for one in found if one.assignee == turn.person.id] or found
