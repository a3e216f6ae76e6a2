"""The audiences of pages and events: who is called, who was, and where their messages are."""

from dataclasses import replace
from datetime import timedelta
from itertools import chain

from itgov_bot.desk import support
from itgov_bot.desk.night import watchers
from itgov_bot.desk.page_ways import ways_of
from itgov_bot.domain.people import Person, UrgentNews
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.matters import ASKED_FOR
from itgov_bot.domain.tickets.paging import answers_of, last_page
from itgov_bot.domain.ways import WayKind
from itgov_bot.notices.audience import (
    Listener,
    Story,
    as_listener,
    desk,
    desk_side,
    reachable,
    timeline,
)
from itgov_bot.storage import people
from itgov_bot.wording.agents.duty.pages import page_card

PAGES_EDITED = timedelta(days=1)
"""What is older cannot be changed in every channel, and nobody looks at it."""
CALLED_BY_OTHER_WAYS = (EventKind.CALLED_OTHERWISE, EventKind.PAGE_UNHEARD)


async def attending(story: Story) -> list[Listener]:
    """Who hears what is added to a ticket: while nobody took an urgent one, everybody who was called for it too."""
    side = await desk_side(story)
    if not story.ticket.ticket.urgent or story.ticket.holder is not None:
        return side
    known = {one.address for one in side}
    return [*side, *(one for one in await paged_before(story) if one.address not in known)]


async def attending_and_who_asked(story: Story) -> list[Listener]:
    """Whoever has the ticket, and the colleague who wrote last to who answers now."""
    side = await attending(story)
    asker = await _who_asked(story)
    known = {one.address for one in side}
    return side if asker is None or asker.address in known else [*side, as_listener(story, asker)]


async def _who_asked(story: Story) -> Person | None:
    """None where the ticket's holder did, or nobody has it and all of the desk hears; or they work no tickets any more."""
    if story.ticket.holder is None or story.event.by is None:
        return None
    whose, requester = story.event.by.id, story.ticket.requester.id
    asked = [
        one
        for one in await timeline(story)
        if one.kind is EventKind.ANSWERED
        and one.data.get("reader", requester) == whose
        and story.event.at - one.at <= ASKED_FOR
    ]
    by = asked[-1].actor if asked else None
    if by in (None, story.ticket.holder.id, whose):
        return None
    return next((one for one in await support.agents(story.desk) if one.id == by and one.reachable), None)


async def told_at_once(story: Story) -> list[Listener]:
    """The managers and coordinators who want to hear of urgent tickets as it happens, but for who is called anyway."""
    called = ids_named(story)
    found = await watchers(story.desk, UrgentNews.AT_ONCE)
    return [as_listener(story, one) for one in found if one.id not in called]


async def named(story: Story) -> list[Listener]:
    """The people that the fact itself names: who is paged, or was counted in what is no outage."""
    return reachable(story, story.event.people)


async def desk_besides_named(story: Story) -> list[Listener]:
    """The group; without one, the agents whom the fact does not name."""
    told = {listener.address for listener in await named(story)}
    return [place for place in await desk(story) if place.address not in told]


async def whole_desk(story: Story) -> list[Listener]:
    """Those that the fact names, who coordinates besides them (or else administers), and the desk: each once."""
    overseers = reachable(story, await support.coordinators(story.desk, besides=ids_named(story)))
    everybody = [*await named(story), *overseers, *await desk(story)]
    return list({one.address: one for one in everybody}.values())


async def paged_before(story: Story) -> list[Listener]:
    """Everybody who was called for this ticket, or asked to go to its event, and was not told that it is over."""
    known = story.event.data.get("called")  # by the fact that ends the calling
    called = answers_of(await timeline(story)).called if known is None else known
    besides = await ids_called(story, EventKind.PAGE_UNHEARD, EventKind.EVENT_CALLED)
    others = [one for one in dict.fromkeys([*called, *besides]) if one != story.ticket.requester.id]
    return reachable(story, [await people.get(story.desk.session, one) for one in others])


async def told_nobody_answers(story: Story) -> list[Listener]:
    """Who coordinates and was told that nobody answers, and does not hear that it is over as one who was called, or as one
    who is told of whatever is urgent."""
    calls = last_page(await timeline(story), story.ticket.ticket.opened_at)
    unanswered = next((one for one in calls if one.kind is EventKind.PAGE_UNANSWERED), None)
    if unanswered is None:
        return []
    overseers = reachable(story, await support.coordinators(story.desk, besides=unanswered.named))
    known = {one.address for one in (*await paged_before(story), *await told_at_once(story))}
    return [one for one in overseers if one.address not in known]


async def paged_without_holder(story: Story) -> list[Listener]:
    """The holder hears of it as such."""
    holder = story.ticket.holder
    return [one for one in await paged_before(story) if holder is None or one.person != holder.id]


async def page_messages(story: Story) -> list[Listener]:
    """The messages of the last page, whose buttons are taken away."""
    found = []
    for event in last_page(await timeline(story), story.event.at - PAGES_EDITED):
        for one in event.named:
            person = await people.get(story.desk.session, one)
            card = page_card(story.ticket.ticket, event.at)
            found.append(replace(as_listener(story, person), card=card))
    return found


async def knew_of_event(story: Story) -> list[Listener]:
    """The desk and everybody who was asked to go, each once; whoever goes is told as such."""
    having = story.ticket.holder
    told = {one.address: one for one in [*await desk(story), *await paged_before(story)]}
    return [one for one in told.values() if having is None or one.address != having.address]


async def knew_and_is_not_asked(story: Story) -> list[Listener]:
    """Of an event that was changed: who is asked to go to it as it is now hears of it by that."""
    asked: set[int] = set()
    for one in await timeline(story):
        if one.kind is EventKind.EVENT_MOVED:
            asked = set()
        elif one.kind is EventKind.EVENT_CALLED:
            asked |= set(one.named)
    knew = await knew_of_event(story)
    return [one for one in knew if one.person not in asked]


async def mailboxes_of_named(story: Story) -> list[Listener]:
    """Those that they have set for pages, also of who cannot be reached in the chat."""
    return await _mailboxes(story, ids_named(story))


async def mailboxes_written_to(story: Story) -> list[Listener]:
    """Those of everybody who was called by other ways for this ticket so far."""
    return await _mailboxes(story, await ids_called(story, *CALLED_BY_OTHER_WAYS))


def ids_named(story: Story) -> list[int]:
    return [one.id for one in story.event.people]


async def ids_called(story: Story, *kinds: EventKind) -> list[int]:
    """Whom facts of these kinds have named so far, besides the requester; each once."""
    events = await timeline(story)
    called = chain.from_iterable(one.named for one in events if one.kind in kinds)
    return [one for one in dict.fromkeys(called) if one != story.ticket.requester.id]


async def _mailboxes(story: Story, whose: list[int]) -> list[Listener]:
    ways = chain.from_iterable((await ways_of(story.desk, whose)).values())
    return [Listener(way.to, story.ticket.ticket, way.person) for way in ways if way.kind is WayKind.MAIL]
