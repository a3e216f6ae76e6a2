"""What is done when something cannot be delivered: an item given up, a chat gone, a chat moved, a group lost.

Called by the delivery, and by the turn when a channel reports the same before anything is sent.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from itgov_bot.channels.markup import plain_text
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.queue import QueueFilter
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Address, MembershipChange, mailbox
from itgov_bot.outbox.posting import post
from itgov_bot.storage import email_codes, people, roles, ticket_events, tickets
from itgov_bot.storage.counted import queue
from itgov_bot.storage.database import Session
from itgov_bot.storage.sending import cards, desk_chats, outbox, topics
from itgov_bot.storage.sending.outbox import Waiting
from itgov_bot.storage.sending.outbox_items import (
    AnyItem,
    MenuItem,
    ReactionItem,
    ReplyItem,
    ToastItem,
    TopicItem,
    UnreadableItem,
    WebhookItem,
    WithdrawItem,
)
from itgov_bot.wording.agents import group as group_words
from itgov_bot.wording.agents.tickets.card import card_of
from itgov_bot.wording.agents.tickets.prompts import not_delivered
from itgov_bot.wording.staff.steps import mailbox as mailbox_words

SUPPORT = "support"
FREE = QueueFilter(free=True)
MAX_CARDS = 20
"""Tickets without a holder whose cards are shown again when the group is lost; the others are in the queue."""


async def given_up(session: Session, waiting: Waiting[AnyItem], now: datetime) -> None:
    """An item will never arrive: whoever must know of it is told."""
    for remedy in _REMEDIES[type(waiting.item)]:
        await remedy(session, waiting, now)


async def chat_gone(session: Session, address: Address, reason: str, now: datetime) -> None:
    """Nothing at all can reach a chat any more: what waits for it is not tried one by one."""
    await people.set_reachable(session, address.channel, address.chat, False)
    await _group_lost(session, address, now)
    await outbox.fail_all_to(session, address.channel, address.chat, reason, now)


async def membership_changed(session: Session, change: MembershipChange, now: datetime) -> None:
    """A channel reports before anything is sent that a chat is gone, is back, or goes on under another id."""
    channel, chat = change.address.channel, change.address.chat
    if change.new_chat:
        await chat_moved(session, channel, chat, change.new_chat)
        return
    await people.set_reachable(session, channel, chat, change.reachable)
    await desk_chats.keep_rights(session, channel, chat, None)
    if not change.reachable:
        await _group_lost(session, change.address, now)


async def chat_moved(session: Session, channel: str, old: str, new: str) -> None:
    """A chat goes on under another id: what waits for it and what is kept of it follow."""
    await outbox.move_chat(session, channel, old, new)
    await desk_chats.move_desk_chat(session, channel, old, new)
    await topics.move_chat(session, channel, old, new)


async def _group_lost(session: Session, group: Address, now: datetime) -> None:
    """The agents' group expelled the bot, or is gone: its tickets go on in private, and administrators are told.

    Nothing, when the chat is not the agents' group, or somebody noticed it first.
    """
    title = await desk_chats.forget_desk_chat(session, group.channel, group.chat)
    if title is None:
        return
    agents = await _reachable(session, Role.AGENT)
    shown = await _show_untaken(session, group, agents, now)
    for waiting in await outbox.unsent_to(session, group):
        if isinstance(waiting.item, ReplyItem) and waiting.item.reply.card not in shown:
            await _repeat_in_private(session, waiting, waiting.item, agents, now)
    await outbox.fail_all_to(session, group.channel, group.chat, "the group is lost", now)
    for person in await _reachable(session, Role.ADMIN):
        await post(session, person.address, group_words.group_lost(title, len(agents)), now)


async def _tell_desk(session: Session, waiting: Waiting[ReplyItem], now: datetime) -> None:
    """What was meant for the requester of a ticket is told to the desk, so that somebody calls them."""
    if waiting.ticket is None:
        return
    ticket = await tickets.get(session, waiting.ticket)
    requester = await _written_to(session, ticket, waiting.address)
    if requester is None or ticket.assignee == requester.id:
        return
    told = not_delivered(ticket, requester, plain_text(waiting.item.reply.text))
    for place in await _who_wrote(session, ticket):
        await post(session, place, told, now, ticket=ticket.id)


async def _written_to(session: Session, ticket: Ticket, address: Address) -> Person | None:
    """Its requester, or somebody whom the desk answered alone, by their chat."""
    answers = [
        one for one in await ticket_events.timeline(session, ticket.id) if one.kind is EventKind.ANSWERED
    ]
    readers = [one.data["reader"] for one in answers if "reader" in one.data]
    for one in dict.fromkeys([ticket.requester, *readers]):
        person = await people.get(session, one)
        if (address.channel, address.chat) == (person.channel, person.chat):
            return person
    return None


async def _who_wrote(session: Session, ticket: Ticket) -> list[Address]:
    """The desk, or whoever has the ticket; and in private whoever last took or answered it there."""
    works = (EventKind.TAKEN, EventKind.ANSWERED)
    events = [one for one in await ticket_events.timeline(session, ticket.id) if one.kind in works]
    agent = events[-1].actor if events and events[-1].data.get("private") else None
    places = [
        await desk_chats.desk_chat(session, SUPPORT, ticket.id) or await _private(session, ticket.assignee),
        await _private(session, agent),
    ]
    return list(dict.fromkeys(one for one in places if one))


async def _close_code(session: Session, waiting: Waiting[ReplyItem], now: datetime) -> None:
    """Whoever waits for a one-time code is told that it will not arrive. A newer code to the same mailbox stays."""
    if waiting.address != mailbox(waiting.address.chat):
        return
    for code in await email_codes.open_at(session, waiting.address.chat):
        if waiting.expires_at is None or code.expires_at == waiting.expires_at:
            await email_codes.close_all(session, code.person, now)
            person = await people.get(session, code.person)
            await post(session, person.address, mailbox_words.not_delivered(code.email), now)


async def _say_in_chat(session: Session, waiting: Waiting[ToastItem], now: datetime) -> None:
    """What a press could not show any more."""
    if said := waiting.item.said:
        await post(session, waiting.item.here, said, now, ticket=waiting.ticket)


async def _say_instead(session: Session, waiting: Waiting[ReactionItem], now: datetime) -> None:
    await post(session, waiting.address, waiting.item.instead, now, ticket=waiting.ticket)


Remedy = Callable[[Session, Waiting[Any], datetime], Awaitable[None]]

_REMEDIES: Mapping[type[AnyItem], tuple[Remedy, ...]] = {
    ReplyItem: (_tell_desk, _close_code),
    ToastItem: (_say_in_chat,),
    ReactionItem: (_say_instead,),
    WithdrawItem: (),  # it stays where it is
    MenuItem: (),  # shown again with the next change of the person's roles
    TopicItem: (),  # kept again with the next change of the ticket
    WebhookItem: (),  # counted in the health of the desk
    UnreadableItem: (),
}


async def _show_untaken(session: Session, group: Address, agents: list[Person], now: datetime) -> set[str]:
    """The cards of live tickets that nobody has, as the group saw them last."""
    shown = set()
    for ticket in (await queue.page(session, FREE, 0, now, limit=MAX_CARDS, offset=0))[0]:
        card = card_of(ticket.id)
        reply = await cards.last(session, group, card)
        for agent in agents if reply else ():
            assert reply
            await post(session, agent.address, reply, now, urgent=ticket.urgent, ticket=ticket.id)
        shown.add(card)
    return shown


async def _repeat_in_private(
    session: Session, waiting: Waiting[AnyItem], item: ReplyItem, agents: list[Person], now: datetime
) -> None:
    """What is said about a ticket is for its holder; cards, and tickets that nobody has, are for every agent."""
    if waiting.ticket is None:
        return
    holder = (await tickets.get(session, waiting.ticket)).assignee
    own = [agent for agent in agents if agent.id == holder and not item.reply.card]
    for agent in own or agents:
        await post(session, agent.address, item.reply, now, urgent=waiting.urgent, ticket=waiting.ticket)


async def _private(session: Session, agent: int | None) -> Address | None:
    person = await people.get(session, agent) if agent else None
    return person.address if person and person.reachable else None


async def _reachable(session: Session, role: Role) -> list[Person]:
    return [person for person in await roles.with_role(session, role) if person.reachable]
