"""A requester's cases: the list, how one goes, adding to it, cancelling it."""

from __future__ import annotations

from dataclasses import asdict

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.agents import card as acting
from itgov_bot.conversation.flows.agents import replies
from itgov_bot.conversation.flows.agents import tickets as cases
from itgov_bot.conversation.flows.agents.steps import ticket_of_form
from itgov_bot.conversation.flows.staff import outages, questions, rating
from itgov_bot.conversation.forms import Answer, Flow, Step
from itgov_bot.desk.tickets import (
    OthersCountOnIt,
    Overtaken,
    add_files,
    add_message,
    cancel_ticket,
    live_ticket,
    others_count_on,
    timeline,
    view,
)
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.moves import MoveNotAllowed
from itgov_bot.domain.tickets.ticket import LIVE, State, Ticket, parse_number
from itgov_bot.messages import Reply
from itgov_bot.storage import sent_messages, tickets
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import timeline as timeline_words
from itgov_bot.wording.staff import my_tickets as list_words
from itgov_bot.wording.staff import outages as outage_words
from itgov_bot.wording.staff import ticket_state
from itgov_bot.wording.staff import tickets as words

PAGE = 6
MOST_WAITING_FILES = 10


async def list_mine(turn: Turn, _rest: str) -> None:
    """The open ones; all of them when none is open."""
    live = await tickets.count_of(turn.desk.session, turn.person.id, sorted(LIVE))
    await _list(turn, "open" if live else "all", 0)


async def press_page(turn: Turn, rest: str) -> None:
    """`mine:open:2`; `mine:0` is the list as it is asked for by its command."""
    which, _, page = rest.partition(":")
    if which in list_words.FILTERS:
        await _list(turn, which, int(page) if page.isdigit() else 0)
    else:
        await list_mine(turn, "")


async def _list(turn: Turn, which: str, page: int) -> None:
    found = await tickets.of_requester(
        turn.desk.session,
        turn.person.id,
        {"open": sorted(LIVE), "rate": [State.RESOLVED]}.get(which),
        unrated=which == "rate",
        limit=PAGE + 1,
        offset=page * PAGE,
    )
    names = {service.id: service.label for service in turn.desk.reference.catalog.services}
    turn.say(list_words.my_list(found[:PAGE], which, page, len(found) > PAGE, names))


async def show_state(turn: Turn, rest: str) -> None:
    """`/estado 123`; without a number, the only live case or the list."""
    if rest:
        if not await open_by_number(turn, rest):
            turn.say(words.no_such_ticket(rest))
        return
    live = await tickets.of_requester(turn.desk.session, turn.person.id, sorted(LIVE), limit=2)
    if len(live) == 1:
        await _show(turn, live[0])
    else:
        await list_mine(turn, "")


async def open_by_number(turn: Turn, text: str) -> bool:
    """Shows the case whose number was written, if it is one this person may see."""
    number = parse_number(text, turn.desk.local_year)
    ticket = await visible(turn, number) if number else None
    if ticket:
        await _show(turn, ticket)
    elif number and await outages.show_if_affected(turn, number):
        return True
    elif number and text.strip().lower().startswith("saus"):
        turn.say(words.no_such_ticket(text))
        return True
    return ticket is not None


async def visible(turn: Turn, number: str) -> Ticket | None:
    """A case is seen by its requester and by the agents; for anybody else it does not exist."""
    ticket = await tickets.by_number(turn.desk.session, number)
    if ticket and (ticket.requester == turn.person.id or may_work_tickets(turn.roles)):
        return ticket
    return None


async def press_ticket(turn: Turn, rest: str) -> None:
    """The buttons of a case: `SAUS-2026-000001:see`."""
    number, _, what = rest.partition(":")
    ticket = await visible(turn, number)
    if ticket is None:
        turn.say(words.no_such_ticket(number))
    elif what == "log":
        await _show_timeline(turn, ticket)
    elif what == "reopen":
        await rating.press_reopen(turn, number)
    elif what in ("add", "file", "cancel", "drop", "say") and ticket.requester == turn.person.id:
        await _change(turn, await live_ticket(turn.desk, ticket), what)
    else:
        await _show(turn, ticket)


async def _change(turn: Turn, ticket: Ticket, what: str) -> None:
    if what == "say":
        held, turn.talk.held_text = turn.talk.held_text, None
        await (_add(turn, ticket, held, []) if held else _show(turn, ticket))
    elif not ticket.is_live or (what in ("cancel", "drop") and ticket.requester != turn.person.id):
        turn.say(words.not_live(ticket))
    elif what == "add":
        await forms.start(turn, ADDITION, "what", {"ticket": ticket.number, "text": ticket.number})
    elif what == "file":
        await _add_files(turn, ticket, [StoredFile(**one) for one in turn.talk.waiting_files])
        turn.talk.waiting_files = []
    elif what == "cancel":
        refused = others_count_on(ticket)
        turn.say(outage_words.others_count_on_it(ticket) if refused else words.ask_cancel(ticket))
    else:
        await _cancel(turn, ticket)


async def _show(turn: Turn, ticket: Ticket) -> None:
    if ticket.requester != turn.person.id:
        await cases.show_card(turn, ticket)
        return
    turn.talk.topic.ticket = ticket.number
    if ticket.merged_into is not None:
        turn.say(list_words.merged(ticket, (await live_ticket(turn.desk, ticket)).number), ticket=ticket.id)
        return
    turn.say(ticket_state.state(await view(turn.desk, ticket)), ticket=ticket.id)


async def _show_timeline(turn: Turn, ticket: Ticket) -> None:
    if ticket.requester != turn.person.id:
        await acting.show_story(turn, ticket)
        return
    whole, events = await view(turn.desk, ticket), await timeline(turn.desk, ticket)
    turn.say(timeline_words.story(whole, events, turn.person), ticket=ticket.id)


async def _cancel(turn: Turn, ticket: Ticket) -> None:
    try:
        await cancel_ticket(turn.desk, ticket, turn.person)
    except OthersCountOnIt:
        turn.say(outage_words.others_count_on_it(ticket))
    except (MoveNotAllowed, Overtaken):
        turn.say(words.not_live(await tickets.get(turn.desk.session, ticket.id)))
    else:
        turn.say(words.cancelled(ticket))


# Adding to a case


async def answer_to_ticket(turn: Turn) -> bool:
    """An answer to any message of a case goes to that case; True when it was one."""
    assert turn.incoming.reply_to_ref
    ticket_id = await sent_messages.ticket_of(
        turn.desk.session, turn.incoming.address, turn.incoming.reply_to_ref
    )
    if ticket_id is None:
        return False
    ticket = await tickets.get(turn.desk.session, ticket_id)
    if ticket.requester == turn.person.id:
        await _add(turn, ticket, turn.text, turn.files.kept)
    elif may_work_tickets(turn.roles):
        await replies.answer_ticket(turn, ticket)
    else:
        return False
    return True


async def _add(turn: Turn, ticket: Ticket, text: str, files: list[StoredFile]) -> None:
    """A solved case takes words too (a «gracias», or what is still missing); opening it again is one press away."""
    ticket = await live_ticket(turn.desk, ticket)
    if not ticket.is_live and ticket.state is not State.RESOLVED:
        turn.say(words.not_live(ticket))
        return
    if text:
        await add_message(turn.desk, ticket, turn.person, text)
        await _remember(turn, ticket)
        turn.say(words.added(ticket), ticket=ticket.id)
    if files:
        await _add_files(turn, ticket, files)


async def _remember(turn: Turn, ticket: Ticket) -> None:
    """A later edit of this message is known to belong to the case."""
    if ref := turn.incoming.message_ref:
        await sent_messages.remember(
            turn.desk.session, turn.incoming.address, ref, turn.now, ticket=ticket.id
        )


async def _add_files(turn: Turn, ticket: Ticket, files: list[StoredFile]) -> None:
    if files:
        await add_files(turn.desk, ticket, turn.person, files)
        turn.say(words.added(ticket, files=len(files)), ticket=ticket.id)


async def files_arrived(turn: Turn) -> None:
    """Files outside a form: with words they begin a question, alone they need a case."""
    waiting = [*turn.talk.waiting_files, *(asdict(file) for file in turn.files.kept)]
    turn.talk.waiting_files = waiting[-MOST_WAITING_FILES:]
    if turn.text:
        await questions.ask(turn, turn.text)
        return
    live = await tickets.of_requester(turn.desk.session, turn.person.id, sorted(LIVE), limit=8)
    turn.say(words.which_for_files(live, len(turn.talk.waiting_files)))


async def edited(turn: Turn) -> None:
    """An edited message of a case is added again, marked; any other edit is a new question."""
    ref = turn.incoming.message_ref
    ticket_id = await sent_messages.ticket_of(turn.desk.session, turn.incoming.address, ref) if ref else None
    if ticket_id is not None and turn.text:
        ticket = await tickets.get(turn.desk.session, ticket_id)
        await _add(turn, ticket, words.corrected(turn.text), [])
    elif turn.talk.form is None and turn.text and not turn.text.startswith("/"):
        await questions.ask(turn, turn.text)


async def _ask_what(turn: Turn) -> Reply:
    return words.ask_addition(await ticket_of_form(turn))


async def _take_what(turn: Turn, answer: Answer) -> None:
    if not answer.text and not answer.files:
        turn.say(form_words.needs_text())
        return
    ticket = await ticket_of_form(turn)
    forms.finish(turn)
    await _add(turn, ticket, answer.text, list(answer.files))


ADDITION = Flow("addition", "lo que iba a agregar", {"what": Step(_ask_what, _take_what)})
