"""`/mesa`: the queue with its filters and pages, a search, a case's card, and the group that is made the desk's."""

from __future__ import annotations

from math import ceil
from typing import cast, get_args

from itgov_bot.conversation.flows.agents import tickets as cases
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import queue
from itgov_bot.desk.queue import PAGE
from itgov_bot.desk.support import SUPPORT
from itgov_bot.domain.people import may_administer, may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket, parse_number
from itgov_bot.messages import Reply
from itgov_bot.storage import duty, tickets
from itgov_bot.storage.queue import Which
from itgov_bot.wording import general
from itgov_bot.wording.agents import group as group_words
from itgov_bot.wording.agents import prompts as agent_words
from itgov_bot.wording.agents import queue as words
from itgov_bot.wording.names import name_of


async def desk(turn: Turn, rest: str) -> None:
    """`/mesa`, `/mesa 123`, `/mesa hacienda`; in a group that is not the desk's yet, the offer to make it so."""
    if turn.incoming.is_group and not await _is_support_group(turn):
        if may_administer(turn.roles):
            turn.say(group_words.ask_use_group(turn.incoming.group_title or ""))
        else:
            turn.say(general.not_for_your_role())
    elif rest:
        await _search(turn, rest)
    else:
        turn.say(await _page(turn, "all", 0))


async def press_desk(turn: Turn, rest: str) -> None:
    """`desk:here` makes this group the desk's; `desk:NUMBER` opens a case; `desk:f:…` and `desk:q:…` turn pages."""
    what, _, more = rest.partition(":")
    if rest == "here" and may_administer(turn.roles) and turn.incoming.is_group:
        await _use_group(turn)
    elif rest == "here" or not may_work_tickets(turn.roles):
        turn.say(general.not_for_your_role())
    elif what == "f":
        await _turn_page(turn, more)
    elif what == "q":
        query, _, page = more.rpartition(":")
        await cases.instead(turn, await _found(turn, query, _number(page)))
    else:
        await _open(turn, rest)


async def _use_group(turn: Turn) -> None:
    here, title = turn.incoming.address, turn.incoming.group_title or ""
    topics = turn.incoming.has_topics
    await duty.set_desk_chat(turn.desk.session, SUPPORT, here, title, has_topics=topics)
    turn.say(group_words.group_set(topics=topics))


async def _is_support_group(turn: Turn) -> bool:
    """A group that got topics, or lost them, since it was registered is noticed here."""
    place = await duty.desk_chat(turn.desk.session, SUPPORT, ticket=1)
    here = turn.incoming.address
    if place is None or (place.channel, place.chat) != (here.channel, here.chat):
        return False
    if (place.thread is not None) != turn.incoming.has_topics:
        title, topics = turn.incoming.group_title or "", turn.incoming.has_topics
        await duty.set_desk_chat(turn.desk.session, SUPPORT, here, title, has_topics=topics)
    return True


async def _turn_page(turn: Turn, rest: str) -> None:
    which, _, page = rest.partition(":")
    known = which if which in get_args(Which) else "all"
    await cases.instead(turn, await _page(turn, cast(Which, known), _number(page)))


async def _page(turn: Turn, which: Which, page: int) -> Reply:
    found, total = await queue.page(turn.desk, which, turn.person.id, page)
    if not found and page:  # the queue became shorter meanwhile
        return await _page(turn, which, 0)
    lines, calendar = await _lines(turn, found), turn.desk.calendars.general
    return words.queue(lines, total, which, page, ceil(total / PAGE), calendar, turn.now)


async def _search(turn: Turn, asked: str) -> None:
    number = parse_number(asked, turn.desk.local_year)
    ticket = await tickets.by_number(turn.desk.session, number) if number else None
    if ticket:
        await cases.show_card(turn, ticket)
    else:
        turn.say(await _found(turn, _short(asked), 0))


async def _found(turn: Turn, query: str, page: int) -> Reply:
    found, total = await queue.search(turn.desk, query, page)
    lines, calendar = await _lines(turn, found), turn.desk.calendars.general
    return words.found(lines, total, query, page, ceil(total / PAGE), calendar, turn.now)


async def _lines(turn: Turn, found: list[Ticket]) -> list[words.Line]:
    holders = [await cases.person(turn, one.assignee) for one in found]
    return [
        words.Line(one, name_of(holder) if holder else None)
        for one, holder in zip(found, holders, strict=True)
    ]


async def _open(turn: Turn, asked: str) -> None:
    ticket = await tickets.by_number(turn.desk.session, asked)
    if ticket is None:
        turn.say(agent_words.unknown_ticket(asked))
    else:
        await cases.show_card(turn, ticket)


def _short(query: str) -> str:
    """What fits into the data of a button: whole characters only."""
    line = " ".join(query.split())
    return line.encode()[: words.LONGEST_QUERY].decode(errors="ignore").strip()


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0
