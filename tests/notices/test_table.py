"""The table of notices: no fact without its row, no words that do not fit, and nobody else who tells."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from itgov_bot.channels.markup import visible_length
from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.days import Days
from itgov_bot.domain.facts import (
    Complained,
    DigestDue,
    IndicatorsFell,
    InvitationAccepted,
    MaintenanceFact,
    PersonFact,
    PutOnDuty,
    RoleGranted,
    RoleRevoked,
    WaySet,
    WaysForgotten,
)
from itgov_bot.domain.indicators import Period, Reading
from itgov_bot.domain.maintenance import Maintenance, MaintenanceKind, MaintenancePlan, MaintenanceView
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.subscriptions import Fallen, NewsKind
from itgov_bot.domain.summary import Backlog, Flow, Opened, Solved, Summary
from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import ExceptionKind, State
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.domain.ways import WayKind
from itgov_bot.notices import maintenance
from itgov_bot.notices.news import told_to_person
from itgov_bot.notices.notice import Notice
from itgov_bot.notices.table import NOTICES
from itgov_bot.settings import ROOT
from tests.made import LONG, city, long_ticket

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
LIMIT = 4096
ANA = Person(1, "telegram", "1", LONG[:80], "1")
BETO = Person(2, "telegram", "2", "Beto", "2")
TICKET = long_ticket(
    NOW,
    state=State.RESOLVED,
    exception=ExceptionKind.SERVICE_OUTAGE,
    first_answer_due=NOW,
    is_outage=True,
    event_at=NOW,
    rating=1,
    rating_comment=LONG,
)


def a_view() -> TicketView:
    service, calendar = city().catalog.find("SER-004"), Calendars.of(city()).general
    return TicketView(TICKET, service, calendar, ANA, BETO, city().city, NOW, close_after_days=3)


def an_event(kind: EventKind | ReminderKind) -> EventView:
    data = {"text": LONG, "reason": LONG, "which": "first_answer_due", "step": 1}
    data |= {"rating": 1, "comment": LONG, "solved_at": NOW.isoformat()}
    file = StoredFile("photo", "foto.png", "image/png", 10, "1/foto.png")
    target = replace(TICKET, id=2)
    return EventView(kind, NOW, data, ANA, BETO, city().catalog.find("SER-001"), target, [file])


def test_every_kind_of_fact_has_its_row() -> None:
    assert set(NOTICES) == {*EventKind, *ReminderKind}


@pytest.mark.parametrize(
    ("fact", "listener"),
    [
        (RoleGranted(ANA, Role.AGENT, None), ANA),
        (RoleGranted(ANA, Role.AGENT, BETO), ANA),
        (RoleGranted(ANA, Role.AGENT, ANA), None),
        (RoleRevoked(ANA, Role.AGENT, BETO), ANA),
        (PutOnDuty(ANA, 1, BETO), ANA),
        (PutOnDuty(ANA, 1, ANA), None),
        (InvitationAccepted(ANA, Role.AGENT, BETO), BETO),
        (WaySet(ANA, WayKind.MAIL, "ana@x.co", BETO), ANA),
        (WaySet(ANA, WayKind.MAIL, "ana@x.co", ANA), None),
        (WaysForgotten(ANA, BETO), ANA),
    ],
)
def test_what_happens_to_people_is_told_unless_they_did_it(fact: PersonFact, listener: Person | None) -> None:
    told = told_to_person(fact)
    assert (told[0] if told else None) == listener


QUIET = Flow(Opened(3, 0), Solved(2, 1, 0, 5), 0)
A_WEEK = Summary(
    Days(NOW.date(), NOW.date()),
    is_running=False,
    now=QUIET,
    before=QUIET,
    backlog=Backlog(1, (1, 0, 0, 0), 0, 0, 0),
    shares=[],
    on_duty=[ANA],
    has_targets=False,
)


def test_of_every_fact_about_people_somebody_hears() -> None:
    made = (
        InvitationAccepted(ANA, Role.AGENT, BETO),
        PutOnDuty(ANA, 1, BETO),
        *(kind(ANA, Role.AGENT, BETO) for kind in (RoleGranted, RoleRevoked)),
        WaySet(ANA, WayKind.MAIL, "ana@x.co", BETO),
        WaysForgotten(ANA, BETO),
        Complained(ANA, BETO, "nadie contesta"),
        DigestDue(ANA, NewsKind.WEEKLY, A_WEEK, A_WEEK.days.last),
        IndicatorsFell(ANA, (Fallen(city().indicators[0], Reading(1, Period.parse("2026-10"), 40.0)),)),
    )
    assert {type(fact) for fact in made} == set(get_args(PersonFact))
    assert all(told_to_person(fact) for fact in made)


WORDS = [(kind, notice) for kind, row in NOTICES.items() for notice in row if notice.says]


@pytest.mark.parametrize(("kind", "notice"), WORDS)
def test_whatever_people_wrote_the_words_fit_and_name_the_ticket(
    kind: EventKind | ReminderKind, notice: Notice
) -> None:
    assert notice.says
    reply = notice.says(a_view(), an_event(kind))
    assert visible_length(reply.text) < LIMIT
    assert TICKET.number in reply.text


PLAN = MaintenancePlan(LONG, "SER-004", NOW, NOW + timedelta(hours=40))
MAINTENANCE_WORDS = [(kind, notice) for kind, row in maintenance.NOTICES.items() for notice in row]


def test_every_kind_of_maintenance_fact_has_its_row() -> None:
    assert set(maintenance.NOTICES) == set(MaintenanceKind)


@pytest.mark.parametrize(("kind", "notice"), MAINTENANCE_WORDS)
def test_whatever_is_planned_the_words_fit_and_say_when(
    kind: MaintenanceKind, notice: maintenance.Notice
) -> None:
    one = Maintenance(1, PLAN, ANA.id, NOW)
    service, calendar = city().catalog.find("SER-004"), Calendars.of(city()).general
    reply = notice.says(
        MaintenanceView(one, service, ANA, calendar, NOW), MaintenanceFact(kind, one, BETO, PLAN)
    )
    assert visible_length(reply.text) < LIMIT
    assert "palabras" in reply.text


def test_nobody_else_tells() -> None:
    """Turns post the replies of a turn, the command line a menu, and the outbox what became of its own messages."""
    folder = ROOT / "itgov_bot"
    posts = re.compile(r"outbox\.posting import .*\bpost\b|outbox\.post\(")
    posting = {
        str(path.relative_to(folder)).split("/")[0]: path.name
        for path in folder.rglob("*.py")
        if posts.search(path.read_text(encoding="utf-8"))
    }
    assert set(posting) == {"conversation", "notices", "outbox"}
    flows = folder / "conversation" / "flows"
    assert not [path for path in flows.rglob("*.py") if posts.search(path.read_text(encoding="utf-8"))]
