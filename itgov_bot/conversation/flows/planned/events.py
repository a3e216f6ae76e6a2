"""Events of the mayor's office in words of the desk's people: who goes, another date, called off, a new one. They lead to
what the card of the event offers."""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.conversation.flows import event_change
from itgov_bot.conversation.flows.agents.card import agenda
from itgov_bot.conversation.flows.agents.card.buttons import press_act, press_take
from itgov_bot.conversation.flows.agents.card.colleagues import agent_meant
from itgov_bot.conversation.flows.agents.card.moves import show_void
from itgov_bot.conversation.flows.agents.orders.table import do
from itgov_bot.conversation.flows.known_people import names_known
from itgov_bot.conversation.flows.staff import accompaniment as planning
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import accompaniment, lookup
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.understanding.language.duty.cover_told import names_in
from itgov_bot.understanding.language.duty.rota_told import said_in_words
from itgov_bot.understanding.language.orders import LEAST_BUSY, Order, Ordered, with_least_busy
from itgov_bot.understanding.language.which_planned import Planned, which_planned
from itgov_bot.wording.agents.tickets import agenda as words


async def new(turn: Turn) -> None:
    """The form of events; with what is told of it."""
    await planning.begin_of(turn, turn.text)


async def meant(turn: Turn) -> list[Ticket]:
    """Those that the words name; else the one that is in sight."""
    coming = [one.ticket for one in await accompaniment.agenda(turn.desk)]
    known, local = {one.number: one for one in coming}, turn.desk.calendars.general.local
    things = [
        Planned(one.number, f"{one.text} {one.place}", local(one.event_at).date())
        for one in coming
        if one.event_at
    ]
    named = which_planned(turn.text, things, turn.local_now.date())
    in_sight = turn.state.subject.ticket
    if in_sight in known and (not named or in_sight in named):
        return [known[in_sight]]
    return [known[one] for one in named]


async def change(turn: Turn, says: TeamSays) -> None:
    """Of the one that is named; where several may be, or none is, it is asked which: they may speak of another one."""
    found = await meant(turn)
    known = found or [one.ticket for one in await accompaniment.agenda(turn.desk)]
    if len(found) == 1:
        await _DEEDS[says](turn, found[0])
    elif known:
        turn.ask_about(words.which(known, says, turn.desk.calendars.general, turn.now), turn.text)
    else:
        await agenda.show(turn, "")


async def press(turn: Turn, says: TeamSays, number: str) -> None:
    """The one that was meant; the words are those of the turn again."""
    ticket = await lookup.find(turn.desk, number)
    if ticket:
        await _DEEDS[says](turn, ticket)


async def _give(turn: Turn, ticket: Ticket) -> None:
    """To whoever is named; else it is asked to whom."""
    named = await _named(turn)
    ordered = Ordered(Order.ASSIGN, named) if named else None
    if ordered is None or await agent_meant(turn, named) is None or not await do(turn, ticket, ordered):
        await press_act(turn, f"{ticket.number}:assign")


async def _named(turn: Turn) -> str:
    """«Que vaya Ana y no Beto» is of Ana; «a Beto por Ana» as well."""
    if LEAST_BUSY in with_least_busy(turn.text):
        return LEAST_BUSY
    names, _ = names_in(said_in_words(turn.text), await names_known(turn))
    is_instead = len(names) > 1 and names[1][0] == {"por"}
    return names[is_instead][1] if names else ""


async def _take(turn: Turn, ticket: Ticket) -> None:
    await press_take(turn, ticket.number)


async def _move(turn: Turn, ticket: Ticket) -> None:
    await event_change.begin_told(turn, ticket, turn.text)


async def _cancel(turn: Turn, ticket: Ticket) -> None:
    await show_void(turn, ticket, words.CALLED_OFF)


_DEEDS: Mapping[TeamSays, Callable[[Turn, Ticket], Awaitable[None]]] = {
    TeamSays.EVENT_GIVE: _give,
    TeamSays.EVENT_TAKE: _take,
    TeamSays.EVENT_DECLINE: agenda.not_going,
    TeamSays.EVENT_MOVE: _move,
    TeamSays.EVENT_CANCEL: _cancel,
}
