"""However long people's words are, a card, a line of the queue and a story fit in one message."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from itgov_bot.channels.markup import visible_length
from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.queue import ALL, Line, Load, Page, QueueFilter, Workload
from itgov_bot.domain.tickets.ticket import Kind, Solution, State
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import MAX_CHOICES
from itgov_bot.wording import timeline
from itgov_bot.wording.agents.duty import pages
from itgov_bot.wording.agents.queue import listing as queue
from itgov_bot.wording.agents.queue import ways as queue_ways
from itgov_bot.wording.agents.queue import workload
from itgov_bot.wording.agents.tickets import card as ticket_card
from itgov_bot.wording.agents.tickets import prompts as agents
from itgov_bot.wording.staff.tickets import going_on
from itgov_bot.wording.staff.tickets import listing as my_tickets
from tests.made import LONG, city, long_ticket

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
LIMIT = 4096
PERSON = Person(1, "telegram", "1", LONG, "1", username="x" * 32)
READER = Person(2, "telegram", "2", "Ana", "2")


CALENDAR = Calendars.of(city()).general
TICKET = long_ticket(
    NOW,
    attachments=12,
    kind=Kind.NETWORK,
    solution=Solution.ON_SITE,
    solution_due=NOW + timedelta(hours=3),
    first_answer_due=NOW - timedelta(hours=3),
)


VIEW = TicketView(
    TICKET, city().catalog.find("SER-004"), CALENDAR, PERSON, PERSON, city().city, NOW, close_after_days=3
)


def an_event(kind: EventKind, **data: object) -> EventView:
    return EventView(kind, NOW, data, by=PERSON)


@pytest.mark.parametrize("more", [False, True])
@pytest.mark.parametrize("urgent", [False, True])
@pytest.mark.parametrize("now", [NOW, NOW + timedelta(hours=12)], ids=["in hours", "at night"])
@pytest.mark.parametrize("state", list(State))
def test_a_card_fits(state: State, now: datetime, urgent: bool, more: bool) -> None:
    ticket = replace(TICKET, state=state, urgent=urgent, is_outage=urgent)
    card = ticket_card.card(replace(VIEW, ticket=ticket, now=now, false_alarms=3), more=more)
    assert visible_length(card.text) < LIMIT
    assert 1 <= len(card.choices) <= MAX_CHOICES
    assert len(ticket_card.topic_title(ticket)) <= 128


def test_what_rings_fits_however_many_are_called_and_wait() -> None:
    numbers = [f"SAUS-2026-{number:06d}" for number in range(300)]
    view = replace(VIEW, also_waiting=numbers, false_alarms=9)
    event = replace(an_event(EventKind.REPORTS_SHOWN, numbers=numbers), people=[PERSON] * 300)
    for words in (pages.page, pages.opened, pages.first_in_line, pages.more_reports, pages.nobody_answers):
        reply = words(view, event)
        assert visible_length(reply.text) < LIMIT
        assert len(reply.choices) <= MAX_CHOICES


def test_whoever_is_called_by_name_cannot_write_markup() -> None:
    called = pages.first_in_line(
        VIEW, replace(an_event(EventKind.FIRST_IN_LINE), people=[replace(READER, name="<b>A&B")])
    )
    assert '<a href="tg://user?id=2">&lt;b&gt;A&amp;B</a>' in called.text


def test_the_queue_and_the_lists_fit() -> None:
    lines = [Line(replace(TICKET, id=number), PERSON, PERSON, VIEW.service) for number in range(5)]
    wanted = QueueFilter(free=True, urgent=True, office=LONG, words=("ñ" * 40, LONG))
    loads = [Load(PERSON, 10**6, 10**6, 10**6, 10**6, NOW - timedelta(days=9), 10**6, on_duty=True)] * 40
    for reply in (
        queue.queue(Page(ALL, lines, 3, 500, NOW.date()), CALENDAR, NOW),
        queue.queue(Page(wanted, lines, 3, 500, NOW.date(), [PERSON] * 3, is_cut=True), CALENDAR, NOW),
        queue.queue(Page(wanted, [], 0, 0, NOW.date(), [PERSON]), CALENDAR, NOW),
        queue_ways.ask(wanted, LONG[:200], has_targets=True),
        queue_ways.ask_state(wanted),
        workload.workload(Workload(Load(None), loads, has_targets=True), 2, CALENDAR, NOW),
        my_tickets.my_list([TICKET] * 6, "open", 3, True, {"SER-004": LONG[:80]}, CALENDAR, NOW),
        going_on.which([(TICKET, LONG)] * 6, LONG),
        going_on.which_in_form([(TICKET, None)] * 6, LONG, "su caso"),
        going_on.ask_reopen(TICKET, LONG),
        going_on.ask_rating(TICKET),
        going_on.details_kept(TICKET, LONG[:80], city().city, place=LONG[:120], contact=LONG[:120]),
        going_on.ask_still_fails(TICKET, LONG),
        agents.not_delivered(TICKET, replace(PERSON, name="Ana"), LONG),
    ):
        assert visible_length(reply.text) < LIMIT
        assert len(reply.choices) <= MAX_CHOICES


@pytest.mark.parametrize("kind", list(EventKind))
@pytest.mark.parametrize("internal", [False, True])
def test_a_story_fits_whatever_happened(kind: EventKind, internal: bool) -> None:
    event = replace(an_event(kind, text=LONG, name=LONG, reason=LONG, comment=LONG, rating=2), to=PERSON)
    story = timeline.story(VIEW, [event] * 60, READER, internal=internal)
    assert visible_length(story.text) < LIMIT


def test_the_requester_reads_no_note() -> None:
    hidden = [
        an_event(EventKind.NOTED, text="secreto"),
        an_event(EventKind.FILE_ADDED, name="secreto.txt", internal=True),
        an_event(EventKind.ESCALATED, reason="secreto"),
        an_event(EventKind.MERGED, number="secreto"),
    ]
    assert "secreto" not in timeline.story(VIEW, hidden, READER).text
    assert timeline.story(VIEW, hidden, READER, internal=True).text.count("secreto") == 4
