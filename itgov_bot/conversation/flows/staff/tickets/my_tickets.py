"""A requester's tickets: the list, how one goes, cancelling it."""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows import event_date
from itgov_bot.conversation.flows.at_ticket import show_card, show_story
from itgov_bot.conversation.flows.managers import case
from itgov_bot.conversation.flows.staff.outages import affected
from itgov_bot.conversation.flows.staff.tickets import additions, reopening
from itgov_bot.conversation.flows.staff.tickets.own import in_time
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import outages
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.guard import call_guard, withdraw_urgency
from itgov_bot.desk.tickets.requesting import add_message, cancel_ticket, live_ticket, others_count_on
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.ticket import LIVE, State, Ticket
from itgov_bot.patterns import regex
from itgov_bot.wording import timeline as timeline_words
from itgov_bot.wording.staff.outages import known as outage_words
from itgov_bot.wording.staff.tickets import changed as words
from itgov_bot.wording.staff.tickets import listing as list_words
from itgov_bot.wording.staff.tickets import state as ticket_state

PAGE = 6

Handler = Callable[[Turn, Ticket], Awaitable[None]]

_BARE_NUMBER = regex(r"#?\s*\d{1,6}")


async def list_mine(turn: Turn, _rest: str) -> None:
    """The open ones; all of them when none is open."""
    live = await lookup.count_own(turn.desk, turn.person, LIVE)
    await _list(turn, "open" if live else "all", 0)


async def press_page(turn: Turn, rest: str) -> None:
    """`mine:open:2`; `mine:0` is the list as it is asked for by its command."""
    which, _, page = rest.partition(":")
    if which in list_words.FILTERS:
        await _list(turn, which, number_in(page) or 0)
    else:
        await list_mine(turn, "")


async def _list(turn: Turn, which: str, page: int) -> None:
    found = await lookup.own(
        turn.desk,
        turn.person,
        {"open": LIVE, "rate": frozenset({State.RESOLVED})}.get(which),
        unrated=which == "rate",
        limit=PAGE + 1,
        offset=page * PAGE,
    )
    names = {service.id: service.label for service in turn.desk.reference.catalog.services}
    calendar, more = turn.desk.calendars.general, len(found) > PAGE
    turn.say(list_words.my_list(found[:PAGE], which, page, more, names, calendar, turn.now))


async def show_state(turn: Turn, rest: str) -> None:
    """`/estado 123`; without a number, the only live ticket or the list."""
    if rest:
        if not await open_by_number(turn, rest):
            turn.say(words.no_such_ticket(rest))
        return
    live = await lookup.own(turn.desk, turn.person, LIVE, limit=2)
    if len(live) == 1:
        await show(turn, live[0])
    else:
        await list_mine(turn, "")


async def open_by_number(turn: Turn, text: str) -> bool:
    """Shows the ticket whose number was written, if it is one this person may see."""
    number = await lookup.number_meant(turn.desk, text)
    ticket = await visible(turn, number)
    if ticket:
        await show(turn, ticket)
    elif number and (
        await affected.show_if_affected(turn, number) or await case.show_if_allowed(turn, number)
    ):
        return True
    elif number and text.strip().lower().startswith("saus"):
        turn.say(words.no_such_ticket(text))
        return True
    return ticket is not None


async def ticket_number(turn: Turn) -> bool:
    """A reader: the number of a ticket typed alone opens it."""
    if await open_by_number(turn, turn.text):
        return True
    is_number = _BARE_NUMBER.fullmatch(turn.text) is not None
    if is_number:
        turn.say(words.no_such_ticket(turn.text))
    return is_number


async def visible(turn: Turn, number: str | None) -> Ticket | None:
    """A ticket is seen by its requester and by the agents; for anybody else it does not exist."""
    ticket = await lookup.find(turn.desk, number)
    if ticket and (ticket.requester == turn.person.id or may_work_tickets(turn.roles)):
        return ticket
    return None


async def press_ticket(turn: Turn, rest: str) -> None:
    """The buttons of a ticket: `SAUS-2026-000001:see`."""
    number, _, verb = rest.partition(":")
    ticket = await visible(turn, number)
    if ticket is None:
        turn.say(words.no_such_ticket(number))
    elif verb in CHANGES and ticket.requester == turn.person.id:
        await _change(turn, await live_ticket(turn.desk, ticket), verb)
    else:
        await VIEWS.get(verb, show)(turn, ticket)


async def _change(turn: Turn, ticket: Ticket, verb: str) -> None:
    """A merged ticket goes on in another one, which may be somebody else's: that one is not theirs to cancel."""
    is_own = ticket.requester == turn.person.id
    if verb == "say" or (ticket.is_live and (is_own or verb not in NOT_FOR_OTHERS)):
        await CHANGES[verb](turn, ticket)
    else:
        turn.say(words.not_live(ticket))


async def _say_held(turn: Turn, ticket: Ticket) -> None:
    """The words that waited until the person said which ticket they are for."""
    held = turn.take_held()
    is_told = held.text or held.files
    await (additions.add(turn, ticket, held.text, list(held.files)) if is_told else show(turn, ticket))


async def _ask_cancel(turn: Turn, ticket: Ticket) -> None:
    if others_count_on(ticket):
        turn.say(outage_words.others_count_on_it(ticket))
    else:
        turn.ask_about(words.ask_cancel(ticket), turn.take_held().text)


async def show(turn: Turn, ticket: Ticket) -> None:
    """How it stands, for its requester; its card, for the desk."""
    if ticket.requester != turn.person.id:
        await show_card(turn, ticket)
        return
    turn.state.subject.ticket = ticket.number
    if ticket.merged_into is not None:
        turn.say(list_words.merged(ticket, (await live_ticket(turn.desk, ticket)).number), ticket=ticket.id)
        return
    turn.say(ticket_state.state(await view(turn.desk, ticket)), ticket=ticket.id)


async def _show_timeline(turn: Turn, ticket: Ticket) -> None:
    if ticket.requester != turn.person.id:
        await show_story(turn, ticket)
        return
    whole, events = await view(turn.desk, ticket), await lookup.timeline(turn.desk, ticket)
    turn.say(timeline_words.story(whole, events, turn.person), ticket=ticket.id)


async def _cancel(turn: Turn, ticket: Ticket) -> None:
    """With the words that led to it, where there are any."""
    why = turn.take_held().text
    if others_count_on(ticket):
        turn.say(outage_words.others_count_on_it(ticket))
    elif await in_time(turn, ticket, cancel_ticket(turn.desk, ticket, turn.person, why)):
        turn.state.subject = Subject(text=ticket.text, service=ticket.service, ticket=ticket.number)
        turn.say(words.cancelled(ticket))


async def _call_guard(turn: Turn, ticket: Ticket) -> None:
    if reach := await in_time(turn, ticket, call_guard(turn.desk, ticket, turn.person)):
        current = await lookup.get(turn.desk, ticket.id)
        turn.say(words.guard_asked(await view(turn.desk, current), reach), ticket=ticket.id)


async def _calm(turn: Turn, ticket: Ticket) -> None:
    """Not urgent after all; what they wrote of it stays with it."""
    told = turn.take_held().text
    if others_count_on(ticket):
        turn.say(outage_words.others_count_on_it(ticket))
        return
    calming = withdraw_urgency(turn.desk, ticket, turn.person)
    if calmed := await in_time(turn, ticket, calming):
        if ticket.is_outage:
            await outages.unmark(turn.desk, calmed, turn.person)
        if told:
            await add_message(turn.desk, calmed, turn.person, told)
        current = await lookup.get(turn.desk, ticket.id)
        turn.say(words.calmed(await view(turn.desk, current)), ticket=ticket.id)


NOT_FOR_OTHERS = ("cancel", "drop", "guard", "calm")
"""What the requester of a merged ticket does not do to the one that goes on in its place."""

VIEWS: Mapping[str, Handler] = {
    "see": show,
    "log": _show_timeline,
    "reopen": lambda turn, ticket: reopening.press_reopen(turn, ticket.number),
}
CHANGES: Mapping[str, Handler] = {
    "add": additions.begin,
    "file": additions.add_waiting_files,
    "date": event_date.begin,
    "cancel": _ask_cancel,
    "drop": _cancel,
    "say": _say_held,
    "guard": _call_guard,
    "calm": _calm,
}
"""What the buttons of a ticket do by their verb; these for its requester alone."""
