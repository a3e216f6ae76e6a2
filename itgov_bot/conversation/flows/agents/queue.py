"""`/mesa`: the queue with its filters and pages, a search, a ticket's card, and the group that is made the desk's."""

from dataclasses import replace
from typing import cast, get_args

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.agents.tickets import instead, show_card
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import queue, support
from itgov_bot.desk.queue import Page
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import may_administer, may_work_tickets
from itgov_bot.domain.tickets.ticket import QueueFilter, parse_number
from itgov_bot.messages import Reply
from itgov_bot.wording import general
from itgov_bot.wording.agents import group, prompts
from itgov_bot.wording.agents import queue as words
from itgov_bot.wording.names import agent_name, name_of


async def desk(turn: Turn, rest: str) -> None:
    """`/mesa`, `/mesa 123`, `/mesa hacienda`; in a group that is not the desk's yet, the offer to make it so."""
    if turn.incoming.is_group and not await support.is_group(turn.desk, turn.incoming):
        if may_administer(turn.roles):
            old = await support.group_besides(turn.desk, turn.incoming)
            turn.say(group.ask_use_group(turn.incoming.group_title or "", old[1] if old else None))
        else:
            turn.say(general.not_for_your_role(may_administer))
    elif rest:
        await _search(turn, rest)
    else:
        turn.say(await _page(turn, "all", 0))


async def press_desk(turn: Turn, rest: str) -> None:
    """`desk:here` makes this group the desk's; `desk:NUMBER` opens a ticket; `desk:f:…` and `desk:q:…` turn pages."""
    what, _, more = rest.partition(":")
    if rest == "here" and may_administer(turn.roles) and turn.incoming.is_group:
        await _use_group(turn)
    elif rest == "here" or not may_work_tickets(turn.roles):
        turn.say(general.not_for_your_role(may_administer if rest == "here" else may_work_tickets))
    elif what == "f":
        await _turn_page(turn, more)
    elif what == "q":
        query, _, page = more.rpartition(":")
        await instead(turn, await _found(turn, query, number_in(page) or 0))
    else:
        await _open(turn, rest)


async def _use_group(turn: Turn) -> None:
    """Where the cases go is no secret move: the group that had them and the administrators hear of it."""
    old = await support.group_besides(turn.desk, turn.incoming)
    await support.use_group(turn.desk, turn.incoming)
    turn.menus.append((replace(turn.incoming.address, thread=None), "group"))
    turn.say(group.group_set(topics=turn.incoming.has_topics))
    title, by = turn.incoming.group_title or "", name_of(turn.person)
    if old:
        await turn.tell(old[0], group.moved_away(title, by))
        turn.menus.append((old[0], "none"))
    for one in await support.administrators(turn.desk):
        if one.id != turn.person.id:
            await turn.tell(one.address, group.moved(title, old[1] if old else None, by))


async def _turn_page(turn: Turn, rest: str) -> None:
    which, _, page = rest.partition(":")
    known = which if which in get_args(QueueFilter) else "all"
    await instead(turn, await _page(turn, cast(QueueFilter, known), number_in(page) or 0))


async def _page(turn: Turn, which: QueueFilter, number: int) -> Reply:
    page = await queue.page(turn.desk, which, turn.person, number)
    calendar = turn.desk.calendars.general
    return words.queue(_lines(page), page.total, which, page.number, page.pages, calendar, turn.now)


async def _search(turn: Turn, asked: str) -> None:
    if ticket := await lookup.find(turn.desk, parse_number(asked, turn.desk.local_year)):
        await show_card(turn, ticket)
    else:
        turn.say(await _found(turn, _short(asked), 0))


async def _found(turn: Turn, query: str, number: int) -> Reply:
    page = await queue.search(turn.desk, query, number)
    calendar = turn.desk.calendars.general
    return words.found(_lines(page), page.total, query, page.number, page.pages, calendar, turn.now)


def _lines(page: Page) -> list[words.Line]:
    return [words.Line(ticket, agent_name(holder) if holder else None) for ticket, holder in page.lines]


async def _open(turn: Turn, asked: str) -> None:
    if ticket := await lookup.find(turn.desk, asked):
        await show_card(turn, ticket)
    else:
        turn.say(prompts.unknown_ticket(asked))


def _short(query: str) -> str:
    """What fits into the data of a button: whole characters only."""
    line = " ".join(query.split())
    return line.encode()[: words.MAX_QUERY_BYTES].decode(errors="ignore").strip()
