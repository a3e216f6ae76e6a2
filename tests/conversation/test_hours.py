"""What is said to a question of hours, by the city's own understanding and calendars."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from re import sub
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itgov_bot.conversation import routes
from itgov_bot.conversation.state import ConversationState
from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.storage.database import Database, Session
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.language.time.hours_asked import find_hours_asked
from itgov_bot.wording.hours_asked import answered
from tests.conversation.turns import a_turn
from tests.made import DATA, city, trained_models, understanding

BOGOTA = ZoneInfo("America/Bogota")
CALENDARS = Calendars.of(city())
GENERAL = CALENDARS.general
WIFI = CALENDARS.by_key["internet_wifi"]
FIRST = datetime(2026, 1, 1, tzinfo=BOGOTA)
INSTANTS = st.datetimes(FIRST.replace(tzinfo=None), FIRST.replace(year=2029, tzinfo=None))
EDGES = [
    edge + timedelta(minutes=shift)
    for day in range(370)
    for calendar in (GENERAL, WIFI)
    for edge in calendar.span_of(FIRST.date() + timedelta(days=day)) or ()
    for shift in (-1, 0, 1)
]
"""A minute around every opening and closing of a year."""


def rows() -> list[tuple[str, ...]]:
    lines = (Path(__file__).parent / "cases" / "hours.tsv").read_text("utf-8").splitlines()
    _header, *found = [tuple(line.split("\t")) for line in lines if not line.startswith("# ")]
    return found


@pytest.fixture
async def session(database: Database) -> AsyncIterator[Session]:
    async with database.transaction() as opened:
        yield opened


@pytest.fixture(scope="module")
def understood() -> Understanding:
    return understanding(DATA, trained_models())


@pytest.mark.parametrize(("now", "before", "text", "says"), rows())
async def test_hours_in_words(
    session: Session, understood: Understanding, now: str, before: str, text: str, says: str
) -> None:
    at, state = datetime.fromisoformat(now).replace(tzinfo=BOGOTA), ConversationState()
    for said in [*(before.split(" | ") if before != "-" else ()), text]:
        turn = await a_turn(session, said, state=state, understanding=understood, now=at)
        await routes.answer(turn)
    assert unescape(sub(r"<[^>]*>", "", turn.said[0].text)).startswith(says)


MOST_LINES = 2


@pytest.mark.parametrize("now", ["2026-11-18 10:00", "2026-11-21 10:00"])
@pytest.mark.parametrize(
    "text",
    ["¿hasta qué hora están los viernes?", "¿trabajan el domingo?", "¿a qué hora abren el wifi mañana?"],
)
async def test_what_was_asked_is_answered_in_two_lines(
    session: Session, understood: Understanding, now: str, text: str
) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=BOGOTA)
    turn = await a_turn(session, text, state=ConversationState(), understanding=understood, now=at)
    await routes.answer(turn)
    (told,) = turn.said
    assert len(told.text.splitlines()) <= MOST_LINES


def test_the_table_is_long_enough() -> None:
    assert len(set(rows())) == len(rows()) >= 120


# Whatever the instant


def said_now(text: str, calendar: WorkCalendar, at: datetime) -> str:
    return answered(find_hours_asked(text, at), calendar, at) or ""


@given(at=st.one_of(st.sampled_from(EDGES), INSTANTS))
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
def test_the_answer_agrees_with_the_calendar(at: datetime) -> None:
    local = at.replace(tzinfo=BOGOTA, second=0, microsecond=0)
    for calendar in (GENERAL, WIFI):
        is_open = calendar.is_open(local)
        assert said_now("¿atienden ahora?", calendar, local).startswith("Sí") is is_open
        assert said_now("¿ya cerraron?", calendar, local).startswith("Todavía no: ") is is_open
        works = calendar.span_of(local.date() + timedelta(days=1)) is not None
        assert said_now("¿mañana atienden?", calendar, local).startswith("Sí: mañana") is works


@given(at=INSTANTS)
def test_who_comes_back_comes_back_at_an_opening(at: datetime) -> None:
    """«Volvemos …» is told of closed days alone, and no sentence has two stops."""
    local = at.replace(tzinfo=BOGOTA)
    said = said_now("¿atienden hoy?", GENERAL, local)
    assert ("Volvemos" in said) is (not GENERAL.is_open(local) and "Sí: hoy" not in said)
    assert ".." not in said
