"""The group that is made the desk's, and what it is shown of the cases that are open already."""

from dataclasses import replace

from itgov_bot.actions import number_in
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import queue, support
from itgov_bot.desk.shift import show_shift_now
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.people import may_administer
from itgov_bot.domain.tickets.queue import ALL
from itgov_bot.wording import general
from itgov_bot.wording.agents import group as words
from itgov_bot.wording.agents.tickets import card as ticket_card
from itgov_bot.wording.names import name_of

CARDS = 8
"""At a time: a group takes twenty messages a minute, and new cases come meanwhile."""


async def offer(turn: Turn) -> None:
    """In a group that is not the desk's."""
    if may_administer(turn.roles):
        old = await support.group_besides(turn.desk, turn.incoming)
        turn.say(words.ask_use_group(turn.incoming.group_title or "", old[1] if old else None))
    else:
        turn.say(general.not_for_your_role(may_administer))


async def use_here(turn: Turn) -> None:
    """Where the cases go is no secret move: the group that had them and the administrators hear of it."""
    is_new = not await support.is_group(turn.desk, turn.incoming)
    old = await support.group_besides(turn.desk, turn.incoming)
    await support.use_group(turn.desk, turn.incoming)
    turn.menus.append((replace(turn.incoming.address, thread=None), "group"))
    await turn.tell(turn.incoming.address, words.group_set(topics=turn.incoming.has_topics))
    if is_new:
        await show_shift_now(turn.desk)
        await _show_open(turn)
    title, by = turn.incoming.group_title or "", name_of(turn.person)
    if old:
        await turn.tell(old[0], words.moved_away(title, by))
        turn.menus.append((old[0], "none"))
    for one in await support.administrators(turn.desk):
        if one.id != turn.person.id:
            await turn.tell(one.address, words.moved(title, old[1] if old else None, by))


async def press_cards(turn: Turn, rest: str) -> None:
    """`desk:cards:8`: the cards of the next ones, in the order of the queue."""
    if turn.incoming.is_group and await support.is_group(turn.desk, turn.incoming):
        await _show_cards(turn, number_in(rest) or 0)
    else:
        turn.say(words.ONLY_IN_GROUP)


async def _show_open(turn: Turn) -> None:
    """A few get their cards at once; of many only their number is said, and cards come when they are asked for."""
    total = (await queue.some(turn.desk, ALL, turn.person, 0, 0))[1]
    if total > CARDS:
        turn.say(words.many_open(total, CARDS))
    elif total:
        await _show_cards(turn, 0)


async def _show_cards(turn: Turn, begin: int) -> None:
    found, total = await queue.some(turn.desk, ALL, turn.person, CARDS, begin)
    for ticket in found:
        card = ticket_card.card(await view(turn.desk, ticket))
        for place in await support.places(turn.desk, ticket.id):
            await turn.tell(place, card, ticket=ticket.id)
    shown = begin + len(found)
    if begin or shown < total:
        turn.say(words.cards_shown(shown, total, CARDS))
