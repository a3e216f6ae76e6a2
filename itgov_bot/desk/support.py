"""Where the desk reads what concerns it: its group, or its agents; and who watches over it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from itertools import chain

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.installation import message_link
from itgov_bot.domain.people import Person, Role, may_work_tickets
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.messages import Address, Faceless, GroupRights, Incoming
from itgov_bot.storage import marks, roles
from itgov_bot.storage.sending import desk_chats, sent_messages

_WHO_WORK = (Role.AGENT, Role.ON_CALL, Role.COORDINATOR, Role.ADMIN)
SUPPORT = "support"
"""The purpose under which the agents' group is kept."""
FACELESS = "faceless:"
FACELESS_AGAIN = timedelta(days=1)


async def places(desk: Desk, ticket: int | None = None) -> list[Address]:
    """The ticket's topic in the agents' group, or the group; without one, every agent in private."""
    if chat := await desk_chats.desk_chat(desk.session, SUPPORT, ticket):
        return [chat]
    return [agent.address for agent in await reachable(desk, Role.AGENT)]


async def group(desk: Desk) -> Address | None:
    """The agents' group, for what is about no ticket."""
    return await desk_chats.desk_chat(desk.session, SUPPORT)


async def mentioned(desk: Desk) -> list[Person]:
    """The agents whom a message in the group names, so that it rings for them; nobody where each has it in private."""
    return await reachable(desk, Role.AGENT) if await group(desk) else []


async def is_group(desk: Desk, incoming: Incoming) -> bool:
    """Whether it came from the agents' group. That the group got topics, or lost them, is noticed here."""
    known, here = await desk_chats.desk_chat(desk.session, SUPPORT, ticket=1), incoming.address
    if known is None or (known.channel, known.chat) != (here.channel, here.chat):
        return False
    if (known.thread is not None) != incoming.has_topics:
        await use_group(desk, incoming)
    return True


async def group_besides(desk: Desk, incoming: Incoming) -> tuple[Address, str] | None:
    """The agents' group and its title, where it is another than the one that this came from."""
    known, here = await group(desk), incoming.address
    if known is None or (known.channel, known.chat) == (here.channel, here.chat):
        return None
    return known, await desk_chats.desk_chat_title(desk.session, SUPPORT) or ""


async def is_faceless_news(desk: Desk, event: Faceless) -> bool:
    """Whether nobody who hides in this group in this way was told within a day how to act."""
    name = f"{FACELESS}{event.address.channel}:{event.address.chat}:{event.as_channel}"
    told = await marks.last(desk.session, name)
    return (told is None or desk.now - told >= FACELESS_AGAIN) and await marks.move_on(
        desk.session, name, told, desk.now
    )


async def leading_back(desk: Desk, whole: TicketView, card: str) -> TicketView:
    """For who looks at a ticket elsewhere: its link leads to the message of the agents' group that shows its `card`, where
    there is one and it can be linked to."""
    place = await group(desk)
    shown = await sent_messages.showing(desk.session, place, card) if place else None
    return replace(whole, link=message_link(place, shown[0]) if place and shown else None)


async def group_described(desk: Desk) -> tuple[str, bool] | None:
    """The title of the agents' group, and whether it has topics."""
    known = await desk_chats.desk_chat(desk.session, SUPPORT, ticket=1)
    title = await desk_chats.desk_chat_title(desk.session, SUPPORT)
    return (title or "", known.thread is not None) if known else None


async def rights_in_group(desk: Desk) -> GroupRights | None:
    """What the bot may do in the agents' group; None while nobody looked, or there is none."""
    return await desk_chats.rights_in(desk.session, SUPPORT)


async def keep_rights(desk: Desk, group: Address, rights: GroupRights) -> None:
    await desk_chats.keep_rights(desk.session, group.channel, group.chat, rights)


async def use_group(desk: Desk, incoming: Incoming) -> None:
    """Makes the group that this came from the agents' group."""
    here, title = incoming.address, incoming.group_title or ""
    await desk_chats.set_desk_chat(desk.session, SUPPORT, here, title, has_topics=incoming.has_topics)


async def agents(desk: Desk) -> list[Person]:
    """Who may work on tickets, those of the desk first."""
    able = [await roles.with_role(desk.session, role) for role in _WHO_WORK]
    return list({one.id: one for one in chain.from_iterable(able)}.values())


async def looking_at(desk: Desk, card: str) -> list[Address]:
    """The private chats of who may work on tickets in which a card was shown last."""
    able = [role for role in Role if may_work_tickets(frozenset({role}))]
    return await sent_messages.readers_of(desk.session, card, able)


async def coordinators(desk: Desk, besides: Collection[int] = ()) -> list[Person]:
    """Who answers for how the desk does, of those who can be reached: while nobody has the role, or nobody `besides` those
    whom it is about (ids), the administrators."""
    found = await reachable(desk, Role.COORDINATOR)
    return [one for one in found if one.id not in besides] or await administrators(desk)


async def administrators(desk: Desk) -> list[Person]:
    """Who can be reached of those who give roles and set the desk up."""
    return await reachable(desk, Role.ADMIN)


async def has_administrator(desk: Desk, channel: str = "telegram") -> bool:
    """Whether somebody of a channel can give roles, or can as soon as they write. Whoever sat at the keyboard counts
    there alone."""
    held = await roles.with_role(desk.session, Role.ADMIN)
    return bool(desk.installation.admins) or any(one.channel == channel for one in held)


async def reachable(desk: Desk, role: Role) -> list[Person]:
    return [person for person in await roles.with_role(desk.session, role) if person.reachable]
