"""What is done with words of an outage: a row for each kind, `DEEDS`. Used by `outages`."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from itgov_bot.conversation.flows.agents.card import outages as card
from itgov_bot.conversation.flows.agents.card.buttons import press_act
from itgov_bot.conversation.flows.agents.card.colleagues import colleague_having
from itgov_bot.conversation.flows.agents.card.moves import show_void
from itgov_bot.conversation.flows.agents.card.resolve import with_end
from itgov_bot.conversation.flows.agents.card.sorting import ask_join
from itgov_bot.conversation.flows.agents.orders.table import do
from itgov_bot.conversation.flows.at_ticket import attempt, names_requester, say_overtaken
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import outages
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.view import view
from itgov_bot.desk.tickets.working import note
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.understanding.language.cases.false_alarms import what_it_was_instead
from itgov_bot.understanding.language.cases.outage_words import (
    news_for_all,
    place_of_outage,
    tells_whom,
    what_was_done,
)
from itgov_bot.understanding.language.orders import Order, Ordered
from itgov_bot.understanding.language.time.times import find_start
from itgov_bot.wording.agents.tickets import outages_told as words
from itgov_bot.wording.on_ticket import PLACE_NOT_SAID

Does = Callable[[Turn, Ticket], Awaitable[None]]


async def _end(turn: Turn, ticket: Ticket) -> None:
    """Of one that lasts, it is solved, and everything is shown before it goes; of one that is over its end is corrected."""
    until = find_start(turn.text, turn.local_now)
    done = what_was_done(turn.text)
    if ticket.is_live and until is None and done and await colleague_having(turn, ticket, "solve"):
        await do(turn, ticket, Ordered(Order.SOLVE, text=done))
    elif ticket.is_live:
        await with_end(turn, ticket, until, done)
    elif until:
        await card.correct(turn, ticket, until=until)
    else:
        await card.begin_outage(turn, ticket)


async def _start(turn: Turn, ticket: Ticket) -> None:
    since = find_start(turn.text, turn.local_now)
    if since is None:
        await card.begin_outage(turn, ticket)
    else:
        await card.mark_since(turn, ticket, since)


async def _where(turn: Turn, ticket: Ticket) -> None:
    """Kept for the desk; the place of the case is made more precise where one is told."""
    place = _more_precise(turn, ticket, turn.place_said(place_of_outage(turn.text)) or "")
    noted = await attempt(
        turn, ticket, note(turn.desk, ticket, turn.person, turn.text, place=place), turn.text
    )
    if noted:
        turn.say(words.placed(ticket, place), ticket=ticket.id)


def _more_precise(turn: Turn, ticket: Ticket, said: str) -> str:
    """«Rack del piso 2» stands behind the site that was told; another site stands instead."""
    known = ticket.place if ticket.place != PLACE_NOT_SAID else ""
    names_site = bool(turn.understanding.words.outages.report(said).sites)
    return f"{known}, {said}" if said and known and not names_site else said


async def _long(turn: Turn, ticket: Ticket) -> None:
    turn.say(words.lasts(await view(turn.desk, ticket)), ticket=ticket.id)


async def _hit(turn: Turn, ticket: Ticket) -> None:
    """What is told of it, and not asked, is kept."""
    if tells_whom(turn.text):
        await _where(turn, ticket)
        return
    places = await outages.places_of(turn.desk, ticket)
    turn.say(words.hits(await view(turn.desk, ticket), places), ticket=ticket.id)


async def _split(turn: Turn, ticket: Ticket) -> None:
    merged = await lookup.merged_into(turn.desk, ticket)
    turn.say(words.ask_split(ticket, merged), ticket=ticket.id)


async def _split_any(turn: Turn, tickets: Sequence[Ticket]) -> None:
    """Of those that may be meant, the ones into which another went."""
    joined = [one for one in tickets if await lookup.merged_into(turn.desk, one)]
    if not joined:
        turn.say(words.apart(tickets))
    for one in joined:
        await _split(turn, one)


async def _join(turn: Turn, ticket: Ticket) -> None:
    await press_act(turn, f"{ticket.number}:merge")


async def _join_any(turn: Turn, tickets: Sequence[Ticket]) -> None:
    """Two of them at once, into the one that they have; of more it is asked which."""
    if len(tickets) == 2:
        into, other = sorted(tickets, key=lambda one: (one.assignee != turn.person.id, one.id))
        await ask_join(turn, other, into)
    elif len(tickets) == 1:
        await _join(turn, tickets[0])
    else:
        turn.ask_about(words.which(tickets, TeamSays.OUTAGE_JOIN), turn.text)


async def _news(turn: Turn, ticket: Ticket) -> None:
    """Shown first; without words it is asked what they are to read."""
    await card.begin_news(turn, ticket, news_for_all(turn.text))


async def _false(turn: Turn, ticket: Ticket) -> None:
    """With what it was instead, unless that speaks of whoever would read it."""
    was = what_it_was_instead(turn.text)
    why = words.false_alarm("" if await names_requester(turn, ticket) else was)
    if not ticket.is_live:
        await say_overtaken(turn, ticket)
    elif await colleague_having(turn, ticket, "annul"):
        await do(turn, ticket, Ordered(Order.CANCEL, text=why))
    else:
        await show_void(turn, ticket, why)


def _of_each(does: Does) -> Callable[[Turn, Sequence[Ticket]], Awaitable[None]]:
    async def done(turn: Turn, tickets: Sequence[Ticket]) -> None:
        for one in tickets[: words.MOST_TOLD]:
            await does(turn, await lookup.get(turn.desk, one.id))

    return done


DEEDS: Mapping[TeamSays, Does] = {
    TeamSays.OUTAGE_END: _end,
    TeamSays.OUTAGE_START: _start,
    TeamSays.OUTAGE_WHERE: _where,
    TeamSays.OUTAGE_LONG: _long,
    TeamSays.OUTAGE_HIT: _hit,
    TeamSays.OUTAGE_SPLIT: _split,
    TeamSays.OUTAGE_JOIN: _join,
    TeamSays.OUTAGE_NEWS: _news,
    TeamSays.FALSE_ALARM: _false,
}
OF_ALL: Mapping[TeamSays, Callable[[Turn, Sequence[Ticket]], Awaitable[None]]] = {
    TeamSays.OUTAGE_LONG: _of_each(_long),
    TeamSays.OUTAGE_HIT: _of_each(_hit),
    TeamSays.OUTAGE_SPLIT: _split_any,
    TeamSays.OUTAGE_JOIN: _join_any,
}
"""What is asked is answered of each outage that may be meant."""
