"""What flows need at a ticket: that of a form, or whether words name it; showing it to the desk, doing something to it, a
note, and what is said to who is late."""

from collections.abc import Awaitable, Sequence
from dataclasses import replace
from typing import TypeVar

from itgov_bot.conversation.form_types import TicketedForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people, support
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.changes import Overtaken
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.desk.tickets.view import view
from itgov_bot.desk.tickets.working import note
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.addressee import Addressee, Whom
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.moves import MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.one_case import mentioned_number
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.orders import cases_named
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general, timeline
from itgov_bot.wording.agents.tickets import card as ticket_card
from itgov_bot.wording.agents.tickets import confirmations, prompts

T = TypeVar("T")


async def ticket_of_form(turn: Turn, form: TicketedForm) -> Ticket:
    return await ticket_numbered(turn, form.ticket)


async def ticket_numbered(turn: Turn, number: str | None) -> Ticket:
    """One whose number a form keeps: it is there."""
    ticket = await lookup.find(turn.desk, number)
    if ticket is None:
        raise LookupError(f"no ticket {number}")
    return ticket


async def is_named(turn: Turn, ticket: Ticket) -> bool:
    """By the name of its requester, or by its number."""
    for written in (mentioned_number(turn.text), *cases_named(turn.text)):
        if written and await lookup.number_meant(turn.desk, written) == ticket.number:
            return True
    return await names_requester(turn, ticket)


async def names_requester(turn: Turn, ticket: Ticket) -> bool:
    requester = await people.get(turn.desk, ticket.requester)
    first = plain(requester.name or "").split()[:1] if requester else []
    return bool(first) and first[0] in plain(turn.text).split()


async def attempt(turn: Turn, ticket: Ticket, action: Awaitable[T], words: str = "") -> T | None:
    """None when somebody was faster or the ticket stands elsewhere; the agent is told who did it, and gets the `words` back
    that were to go with it."""
    try:
        done = await action
    except (MoveNotAllowed, Overtaken):
        await say_overtaken(turn, ticket, words)
        return None
    await remember_own(turn, ticket, Whom.DONE)
    return done


async def act(turn: Turn, ticket: Ticket, action: Awaitable[Ticket], done: Reply, words: str = "") -> None:
    """Does it and says `done`, unless somebody was faster."""
    if await attempt(turn, ticket, action, words):
        await confirm(turn, ticket, done)


async def confirm(turn: Turn, ticket: Ticket, done: Reply) -> None:
    """Of words in a group a sign on them is enough; what became of it stands on the card."""
    if turn.incoming.pressed is None:
        await turn.acknowledge(done, ticket=ticket.id)
    else:
        brief(turn, ticket, done)


def brief(turn: Turn, ticket: Ticket, reply: Reply) -> None:
    """What a press led to, or why it did not. In a group a toast, without the buttons that the card has; in private the
    message has them."""
    if turn.incoming.is_group and turn.incoming.pressed is not None:
        turn.toast(replace(reply, choices=()), ticket=ticket.id)
    else:
        turn.say(reply, ticket=ticket.id)


async def say_overtaken(turn: Turn, ticket: Ticket, words: str = "") -> None:
    current, who = await lookup.as_left(turn.desk, ticket)
    overtaken = prompts.overtaken(current, who, turn.person.id)
    brief(turn, current, form_words.not_sent(overtaken, words))


async def say_role_is_lost(turn: Turn, words: str) -> None:
    """With the words that went to nobody. Their business is none of a group's: there it is said in private."""
    said = form_words.not_sent(general.not_for_your_role(may_work_tickets), words)
    if not turn.incoming.is_group:
        turn.say(said)
    elif turn.person.reachable:
        await turn.tell(turn.person.address, said)


async def remember_own(turn: Turn, ticket: Ticket, whom: Whom, person: int | None = None) -> None:
    """What became of the message that this turn answers: another shape of it goes the same way."""
    ref = turn.incoming.message_ref
    await lookup.remember(turn.desk, turn.incoming.address, ref, ticket, Addressee(whom, person))


async def keep_note(
    turn: Turn,
    ticket: Ticket,
    text: str,
    files: Sequence[StoredFile] = (),
    reader: int | None = None,
    *,
    was_asked: bool = False,
) -> None:
    """For the desk alone, its files too; `reader` is the id of the colleague who is shown it. An answer to what is said of
    it stays inside as well. Of a press it is said in passing; whoever wrote it reads that it went to nobody,
    but for one that `was_asked`: its question said so, and a sign on the words is enough."""
    ticket = await live_ticket(turn.desk, ticket)
    await note(turn.desk, ticket, turn.person, text, files, reader=reader)
    await remember_own(turn, ticket, Whom.NOTED, reader)
    done = confirmations.noted(ticket, await people.get(turn.desk, reader))
    done = replace(done, addressee=str(Addressee(Whom.DESK)))
    if was_asked:
        await turn.acknowledge(done, ticket=ticket.id)
    else:
        brief(turn, ticket, done)


async def show_card(turn: Turn, ticket: Ticket) -> None:
    """A message of its own where it was asked for: the group's card stays where it is. An older one that was asked for
    would follow the ticket no more, and its buttons soon be stale: it goes."""
    whole = await view(turn.desk, ticket)
    shown = ticket_card.shown(await support.leading_back(turn.desk, whole, ticket_card.card_of(ticket.id)))
    turn.withdrawn += await lookup.leave_behind(
        turn.desk, turn.incoming.address, ticket_card.shown_of(ticket.id)
    )
    turn.say(shown, ticket=ticket.id)


async def show_story(turn: Turn, ticket: Ticket) -> None:
    """With notes and reasons: for the desk alone."""
    whole, events = await view(turn.desk, ticket), await lookup.timeline(turn.desk, ticket)
    turn.say(
        timeline.story(whole, events, None if turn.incoming.is_group else turn.person, internal=True),
        ticket=ticket.id,
    )


async def show_again(turn: Turn, ticket: Ticket, *, more: bool = False) -> None:
    """In the place of the card whose button was pressed, as it stands now."""
    whole, ref, address = await view(turn.desk, ticket), turn.incoming.press_ref, turn.incoming.address
    own = ticket_card.card_of(ticket.id)
    if ref is not None and await lookup.shows(turn.desk, address, ref, own):
        reply = ticket_card.card(whole, more=more)
    else:
        reply = ticket_card.shown(await support.leading_back(turn.desk, whole, own), more=more)
    await instead(turn, reply, ticket.id)


async def without_undo(turn: Turn, ticket: Ticket) -> None:
    """The card on which «Deshacer» was pressed too late is shown as it stands, without it."""
    ref, own = turn.incoming.press_ref, ticket_card.card_of(ticket.id)
    if ref is not None and await lookup.shows(turn.desk, turn.incoming.address, ref, own):
        await show_again(turn, ticket)


async def instead(turn: Turn, reply: Reply, ticket: int | None = None) -> None:
    """Puts a reply in the place of the message whose button was pressed, so that the chat does not fill up."""
    ref = turn.incoming.press_ref
    card = await lookup.card_at(turn.desk, turn.incoming.address, ref, ticket) if ref else None
    turn.say(replace(reply, card=card), ticket=ticket)
