"""Telling: before the commit, the facts of a transaction become messages in the outbox. For runner and unit_of_work."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.view import People, event_view, view
from itgov_bot.domain.facts import TicketFact
from itgov_bot.domain.tickets.addressee import Addressee, Whom
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import State
from itgov_bot.domain.tickets.undoing import WAS
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.notices import audience
from itgov_bot.notices.audience import Audience, Listener, Story
from itgov_bot.notices.event_feed import feed
from itgov_bot.notices.news import read_of
from itgov_bot.notices.notice import Notice
from itgov_bot.notices.page_feed import call_webhooks
from itgov_bot.notices.several import Heard, Several
from itgov_bot.notices.table import NOTICES
from itgov_bot.outbox.posting import post, post_topic
from itgov_bot.replies import Reply
from itgov_bot.storage import ticket_files, tickets
from itgov_bot.storage.sending import topics
from itgov_bot.wording.agents.tickets import card as ticket_card
from itgov_bot.wording.agents.tickets import news as agent_news
from itgov_bot.wording.staff.tickets import news as ticket_news

WITH_WORDS = frozenset({EventKind.MESSAGE_ADDED, EventKind.ANSWERED})
"""Words that the files which were sent with them go with, in one message."""


async def tell(desk: Desk) -> None:
    """Tells what happened since it was last called, in the order in which it happened."""
    facts = list(desk.facts)
    desk.facts.clear()
    stories = await _stories(desk, [one for one in facts if isinstance(one, TicketFact)])
    for story in stories:
        await feed(story)
        await call_webhooks(story)
    shown: set[int] = set()
    last = {story.ticket.ticket.id: story.event for story in stories}
    several = Several.among(stories)
    for story in _files_together(stories):
        await asyncio.sleep(0)  # of many tickets at once: others go on meanwhile
        for notice in [one for one in NOTICES[story.event.kind] if one.when(story)]:
            if not notice.renews_card:
                await _tell(story, notice, several)
            elif story.ticket.ticket.id not in shown:
                shown.add(story.ticket.ticket.id)
                await _renew_card(story, undo=WAS in last[story.ticket.ticket.id].data)
    for notice, heard in several.heard.values():
        await _tell_together(notice, heard)
    for fact in facts:
        if not isinstance(fact, TicketFact):
            for address, reply in await read_of(desk, fact):
                await post(desk.session, address, reply, desk.now)


async def _stories(desk: Desk, facts: Iterable[TicketFact]) -> list[Story]:
    """Each ticket is read once, as it stands after all that happened to it."""
    views: dict[int, TicketView] = {}
    known: People = {}
    timelines: dict[int, list[TicketEvent]] = {}
    stories = []
    for fact in facts:
        await asyncio.sleep(0)
        if fact.ticket not in views:
            views[fact.ticket] = await view(desk, await tickets.get(desk.session, fact.ticket), known)
        event = replace(await event_view(desk, fact, known), files=await _files_of(desk, fact))
        stories.append(Story(desk, views[fact.ticket], event, timelines))
    return stories


async def _files_of(desk: Desk, fact: TicketFact) -> list[StoredFile]:
    """What came with the fact: the file that it is about, or all there are when it is opened and first paged for."""
    shows_files = any(notice.files for notice in NOTICES[fact.kind])
    if not shows_files or fact.kind in WITH_WORDS or fact.data.get("again"):
        return []
    kept = [one.file for one in await ticket_files.attachments(desk.session, fact.ticket)]
    return [file for file in kept if fact.data.get("path") in (None, file.path)]


def _files_together(stories: Iterable[Story]) -> list[Story]:
    """Files that were sent at once are told of at once, with the words that came with them."""
    together: list[Story] = []
    for story in stories:
        last = together[-1] if together else None
        if last and _goes_with(story, last):
            files = [*last.event.files, *story.event.files]
            together[-1] = replace(last, event=replace(last.event, files=files))
        else:
            together.append(story)
    return together


def _goes_with(story: Story, last: Story) -> bool:
    is_of_same = last.ticket is story.ticket and story.event.is_by(last.event.by)
    may_carry = last.event.kind in WITH_WORDS or last.event.kind is EventKind.FILE_ADDED
    return story.event.kind is EventKind.FILE_ADDED and may_carry and is_of_same


async def _tell(story: Story, notice: Notice, several: Several) -> None:
    reply = notice.says(story.ticket, story.event) if notice.says else None
    expires_at = story.desk.now + notice.lasts if notice.lasts else None
    sent = story.event.files if notice.files else ()
    for listener in await notice.to(story):
        if several.keep(notice, story, listener):
            continue
        files = ticket_news.files(listener.ticket, sent, story.event.by)
        if reply:
            said = _answered_by(notice, _as_read_by(listener, reply, story), story)
            if files and not said.choices:  # an album carries none
                said, files = replace(said, attachment=files[0].attachment, album=files[0].album), files[1:]
            await _post(story, listener, said, urgent=notice.urgent(story), expires_at=expires_at)
        for one in files:
            await _post(story, listener, _answered_by(notice, one, story))


def _answered_by(notice: Notice, reply: Reply, story: Story) -> Reply:
    """With the name of who an answer to it is for: whoever wrote what it shows, whatever becomes of the ticket."""
    if notice.answers is None:
        return reply
    by = story.event.by.id if story.event.by and notice.answers is not Whom.AFFECTED else None
    return replace(reply, addressee=str(Addressee(notice.answers, by)))


async def _tell_together(notice: Notice, heard: Sequence[Heard]) -> None:
    """Of one alone they read what they always do."""
    story, listener = heard[-1]
    if len(heard) == 1 or notice.says_together is None:
        await _tell(story, replace(notice, to=_only(listener)), Several(frozenset()))
    else:
        reply = notice.says_together([one.ticket for one, _ in heard], story.event)
        await post(story.desk.session, listener.address, reply, story.desk.now)


def _only(listener: Listener) -> Audience:
    async def audience(_story: Story) -> list[Listener]:
        return [listener]

    return audience


def _as_read_by(listener: Listener, reply: Reply, story: Story) -> Reply:
    """Whoever follows by a ticket of their own reads how the other one is related to it; an agent, whom to call."""
    if listener.instead_of:
        return agent_news.pass_on(story.ticket, listener.instead_of, reply)
    main = story.ticket.ticket
    return reply if listener.ticket.id == main.id else ticket_news.follower(listener.ticket, reply, main)


async def _post(
    story: Story,
    listener: Listener,
    reply: Reply,
    *,
    urgent: bool = False,
    expires_at: datetime | None = None,
) -> None:
    session, ticket = story.desk.session, listener.ticket.id
    if listener.card:
        reply = replace(reply, card=listener.card)
    await post(
        session, listener.address, reply, story.desk.now, urgent=urgent, ticket=ticket, expires_at=expires_at
    )


async def _renew_card(story: Story, *, undo: bool) -> None:
    """The card at the desk is edited, never repeated; the topic of a ticket that is over says so. `undo`: what was done
    last can be called back.

    When nothing more can come, the topic is closed.
    """
    ticket, desk = story.ticket.ticket, story.desk
    card = ticket_card.card(story.ticket, undo=undo)
    for listener in await audience.desk(story):
        await _post(story, listener, card)
        if topics.ticket_of(listener.address.thread) is not None:
            title, is_over = ticket_card.topic_title(ticket), ticket.state in (State.CLOSED, State.CANCELLED)
            await post_topic(
                desk.session, listener.address, title, desk.now, closed=is_over, ticket=ticket.id
            )
    if looking := await support.looking_at(desk, ticket_card.shown_of(ticket.id)):
        back = await support.leading_back(desk, story.ticket, ticket_card.card_of(ticket.id))
        for address in looking:
            await post(desk.session, address, ticket_card.shown(back), desk.now, ticket=ticket.id)
