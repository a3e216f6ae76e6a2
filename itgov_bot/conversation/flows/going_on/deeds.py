"""What is done with words at the ticket where they belong: a table of deeds."""

from collections.abc import Mapping

from itgov_bot.conversation.flows.agents.on_duty import ON_DUTY, Done
from itgov_bot.conversation.flows.going_on.passing import (
    add_told,
    is_of_another,
    keep_details,
    nobody_is_called,
    pass_on,
    remember,
    with_nobody_yet,
)
from itgov_bot.conversation.flows.hearing.heard import Heard
from itgov_bot.conversation.flows.hearing.table import Deed
from itgov_bot.conversation.flows.hearing.where import Told
from itgov_bot.conversation.flows.staff.outages import affected
from itgov_bot.conversation.flows.staff.tickets import rating
from itgov_bot.conversation.flows.staff.wishes import of_tickets, waiting
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.requesting import others_count_on
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.view import EventView, TicketView, held_since
from itgov_bot.wording.staff.tickets import changed
from itgov_bot.wording.staff.tickets import going_on as words


async def do(turn: Turn, deed: Deed, told: Told) -> None:
    await DEEDS[deed](turn, told)


async def _say_who_comes(turn: Turn, told: Told) -> None:
    """Answered from the ticket; whoever has it hears the question too."""
    whole = await view(turn.desk, told.ticket)
    events = await lookup.timeline(turn.desk, told.ticket)
    if await nobody_is_called(turn, told.ticket):
        turn.say(words.nobody_registered(whole), ticket=told.ticket.id)
        return
    if whole.holder is None:
        await _say_nobody_yet(turn, told, whole, events)
        return
    said = [event for event in events if event.kind is EventKind.ANSWERED]
    await add_told(turn, told)
    await remember(turn, told)
    turn.say(words.who_comes(whole, held_since(events), _last_words(said)), ticket=told.ticket.id)


async def _say_nobody_yet(turn: Turn, told: Told, whole: TicketView, events: list[EventView]) -> None:
    """What is urged stays with the ticket. The telephone is told once: it is what is left when nobody answers."""
    called = [event.at for event in events if event.kind is EventKind.PAGED]
    since, last = (called[0], called[-1]) if called else (None, None)
    if Heard.URGES in told.message.says:
        await add_told(turn, told)
    said = await with_nobody_yet(turn, told.ticket, words.nobody_yet(whole, since, last))
    turn.say(said, ticket=told.ticket.id)


def _last_words(said: list[EventView]) -> words.LastWords | None:
    return (said[-1].by, said[-1].words(), said[-1].at) if said and said[-1].by else None


async def _show_state(turn: Turn, told: Told) -> None:
    """Of one that is asked after by its number alone; whoever has several of their own sees them all."""
    if is_of_another(turn, told.matter):
        await affected.show_if_affected(turn, told.ticket.number)
    else:
        await of_tickets.show_mine(turn)


async def _ask_close(turn: Turn, told: Told) -> None:
    """One person alone does not end an outage that others count on: the desk hears of it and sees."""
    ticket = await lookup.get(turn.desk, told.ticket.id)
    if others_count_on(ticket):
        await pass_on(turn, told)
    else:
        turn.ask_about(words.ask_close(await view(turn.desk, ticket)), told.text, told.files)


async def _ask_cancel(turn: Turn, told: Told) -> None:
    if others_count_on(told.ticket):
        await pass_on(turn, told)
    else:
        turn.ask_about(changed.ask_cancel(told.ticket), told.text)


async def _ask_withdraw(turn: Turn, told: Told) -> None:
    """Until it is answered the calling goes on. What others count on, or an event, is for whoever sees to it."""
    ticket = await lookup.get(turn.desk, told.ticket.id)
    if others_count_on(ticket) or ticket.event_at:
        await pass_on(turn, told)
    else:
        turn.ask_about(words.ask_withdraw(await view(turn.desk, ticket)), told.text, told.files)


async def _ask_reopen(turn: Turn, told: Told) -> None:
    turn.ask_about(words.ask_reopen(told.ticket, told.text), told.text, told.files)


async def _thank(turn: Turn, told: Told) -> None:
    said = words.welcome if told.ticket.is_live else words.glad
    turn.say(said(told.ticket), ticket=told.ticket.id)


async def _ask_rating(turn: Turn, told: Told) -> None:
    if Heard.OPINION in told.message.says:  # what they wrote is the comment beside the number
        turn.ask_about(words.ask_rating(told.ticket, told.text), told.text, ticket=told.ticket.id)
    else:
        turn.say(words.ask_rating(told.ticket), ticket=told.ticket.id)


async def _rate(turn: Turn, told: Told) -> None:
    stars, said = told.message.stars or (0, "")
    await rating.rate_in_words(turn, told.ticket, stars, said)


async def _say_uncounted(turn: Turn, told: Told) -> None:
    turn.say(words.uncounted(told.ticket), ticket=told.ticket.id)


async def _ask_if_still_fails(turn: Turn, told: Told) -> None:
    own = None if told.ticket.is_outage else await lookup.own_in(turn.desk, turn.person, told.ticket)
    text = own.text if own else turn.desk.public_text(told.ticket)  # nobody reads another's words
    turn.ask_about(words.ask_still_fails(told.ticket, text), told.text, told.files)


DEEDS: Mapping[Deed, Done] = {
    Deed.PASS: pass_on,
    Deed.DETAILS: keep_details,
    Deed.WHO: _say_who_comes,
    Deed.STATE: _show_state,
    Deed.WHEN: lambda turn, _told: waiting.say_when(turn),
    Deed.REMIND: lambda turn, told: waiting.press_remind(turn, told.ticket.number),
    Deed.CLOSE: _ask_close,
    Deed.CANCEL: _ask_cancel,
    Deed.WITHDRAW: _ask_withdraw,
    Deed.REOPEN: _ask_reopen,
    Deed.THANK: _thank,
    Deed.RATE: _ask_rating,
    Deed.STARS: _rate,
    Deed.UNCOUNTED: _say_uncounted,
    Deed.STILL_FAILS: _ask_if_still_fails,
    **ON_DUTY,
}
