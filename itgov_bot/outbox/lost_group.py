"""The agents' group is lost (it expelled the bot, or is gone): its cases go on in private. Called by turn and delivery."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.domain.people import Person, Role
from itgov_bot.messages import Address
from itgov_bot.outbox.posting import post
from itgov_bot.storage import duty, outbox, people, queue, tickets
from itgov_bot.storage.database import Session
from itgov_bot.storage.outbox import Waiting
from itgov_bot.wording.agents import group as group_words

MOST_CARDS = 20
"""Cases without a holder whose cards are shown again; the others are in the queue."""


async def leave_group(session: Session, group: Address, now: datetime) -> None:
    """Nothing, when the chat is not the agents' group, or somebody noticed it first: it is told once."""
    title = await duty.forget_desk_chat(session, group.channel, group.chat)
    if title is None:
        return
    agents = await _reachable(session, Role.AGENT)
    shown = await _show_untaken(session, group, agents, now)
    for item in await outbox.unsent_to(session, group):
        if item.kind == "reply" and item.ticket is not None and item.card not in shown:
            for place in await _places(session, item, agents):
                await _repeat(session, item, place, now)
    await outbox.fail_all_to(session, group.channel, group.chat, "the group is lost", now)
    for person in await _reachable(session, Role.ADMIN):
        await post(session, person.address, group_words.group_lost(title, len(agents)), now)


async def _show_untaken(session: Session, group: Address, agents: list[Person], now: datetime) -> set[str]:
    """The cards of live cases that nobody has, as the group saw them last."""
    shown = set()
    for ticket in (await queue.page(session, "free", 0, now, limit=MOST_CARDS, offset=0))[0]:
        card = f"ticket:{ticket.id}"
        body = await outbox.last_of_card(session, group, card)
        for agent in agents if body else ():
            await outbox.post(
                session, agent.address, body or "", now, urgent=ticket.urgent, ticket=ticket.id, card=card
            )
        shown.add(card)
    return shown


async def _places(session: Session, item: Waiting, agents: list[Person]) -> list[Address]:
    """What is said about a case is for whoever has it; cards, and cases that nobody has, are for every agent."""
    assert item.ticket is not None
    holder = (await tickets.get(session, item.ticket)).assignee
    own = [agent for agent in agents if agent.id == holder and not item.card]
    return [agent.address for agent in own or agents]


async def _repeat(session: Session, item: Waiting, place: Address, now: datetime) -> None:
    await outbox.post(session, place, item.body, now, urgent=item.urgent, ticket=item.ticket, card=item.card)


async def _reachable(session: Session, role: Role) -> list[Person]:
    return [person for person in await people.having(session, role) if person.reachable]
