"""Where words go, by what is going on: every row of `cases/where.tsv`, read by the city's own understanding."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.conversation.flows.hearing.heard import OF_DUTY, OF_WHAT_WAS_TOLD, SAID_WHOLE, Heard, Message
from itgov_bot.conversation.flows.hearing.message import hear
from itgov_bot.conversation.flows.hearing.table import WHERE
from itgov_bot.conversation.flows.hearing.where import Ask, Claim, at_ticket, where
from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.tickets.matters import (
    Matter,
    MatterKind,
    Talk,
    guarded,
    held,
    nearest,
    own_matter,
    written_about,
)
from itgov_bot.domain.tickets.ticket import ExceptionKind, State, Ticket
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.language.introducing.introduction import introduction
from tests.conversation.turns import NOW
from tests.made import DATA, city, trained_models, understanding
from tests.rows import each_row

ASKED = Talk(asked_at=NOW - timedelta(minutes=5), asked="¿Qué le pasa exactamente?")
MAIL = Ticket(
    id=1,
    number="SAUS-2026-000001",
    state=State.IN_PROGRESS,
    requester=1,
    text="no me abre el correo",
    service="SER-004",
    place="Aduana",
    contact="",
    channel="test",
    opened_at=NOW - timedelta(hours=3),
    attended_from=NOW - timedelta(hours=3),
)
DOWN = replace(
    MAIL,
    text="se cayó el internet en toda la sede",
    service="SER-032",
    urgent=True,
    exception=ExceptionKind.SERVICE_OUTAGE,
)
SOLVED = replace(MAIL, state=State.RESOLVED, resolved_at=NOW - timedelta(hours=1))


def _own(ticket: Ticket, talk: Talk = Talk()) -> Matter:  # noqa: B008 - a frozen value
    matter = own_matter(ticket, talk, NOW, waits_for_them=False)
    assert matter
    return matter


def _of_others(ticket: Ticket) -> Matter:
    matter = written_about(ticket, ASKED, NOW, is_own=False)
    assert matter
    return matter


STATES: dict[str, Matter] = {
    "asked": _own(MAIL, ASKED),
    "after": _own(SOLVED, ASKED),
    "after_rated": _own(replace(SOLVED, rating=4), ASKED),
    "after_closed": _own(replace(SOLVED, state=State.CLOSED), ASKED),
    "after_cancelled": _own(replace(MAIL, state=State.CANCELLED), ASKED),
    "followed": _of_others(MAIL),
    "hit": _of_others(replace(DOWN, is_outage=True, urgent=False)),
    "solved": _own(SOLVED),
    "solved_rated": _own(replace(SOLVED, rating=4)),
    "closed": _own(replace(SOLVED, state=State.CLOSED)),
    "urgent": _own(DOWN),
    "guard": guarded(DOWN, Talk()),
    "called": Matter(MatterKind.CALLED, DOWN, NOW, awaits=True),
    "held": held(DOWN, Talk(), NOW, asked_at_closing=True),
    "goes": held(replace(DOWN, event_at=NOW + timedelta(days=2)), Talk(), NOW, asked_at_closing=False),
    "outage": Matter(MatterKind.OUTAGE, replace(DOWN, is_outage=True, urgent=False), NOW),
    "outage_over": Matter(MatterKind.OUTAGE_OVER, replace(DOWN, is_outage=True, state=State.RESOLVED), NOW),
    "open": _own(MAIL),
}


def going_on(written: str) -> dict[str, Matter]:
    """The matters by their names; the first one was last spoken of, unless it is one of `before`."""
    names = [] if written == "nothing" else written.split("+")
    made = {}
    for place, name in enumerate(names):
        matter = STATES[name.removesuffix("_before")]
        is_last = place == 0 and not name.endswith("_before")
        ticket = replace(matter.ticket, id=place + 1)
        made[name if place == 0 else f"{name}{place}"] = replace(matter, ticket=ticket, is_last_said=is_last)
    return made


def heard(read: Understanding, text: str) -> Message:
    calendar = Calendars.of(city()).general
    matter = introduction(text, city().processes.offices, read.words.known).matter
    return hear(text, matter, read.interpret(matter, NOW, calendar), read.words.answers)


def goes_to(matters: dict[str, Matter], message: Message) -> str:
    order = nearest(matters.values())
    services = {one.ticket.id: frozenset({one.ticket.service or ""}) for one in order}
    found = where(order, message, services)
    if not isinstance(found, Claim):
        return "ask" if found else "new"
    name = next(name for name, one in matters.items() if one is found.matter)
    return f"{found.deed} {name.rstrip('0123456789')}"


def rows() -> list[tuple[str, ...]]:
    lines = (Path(__file__).parent / "cases" / "where.tsv").read_text("utf-8").splitlines()
    _header, *written = [tuple(line.split("\t")) for line in lines if not line.startswith("# ")]
    return written


@pytest.fixture(scope="module")
def read() -> Understanding:
    return understanding(DATA, trained_models())


def test_the_table_is_large_and_says_nothing_twice() -> None:
    assert len(rows()) >= 290
    assert len({row[:2] for row in rows()}) == len(rows())


@each_row(("written", "text", "to"), rows())
def test_where_words_go(read: Understanding, written: str, text: str, to: str) -> None:
    assert goes_to(going_on(written), heard(read, text)) == to


@given(st.text(max_size=60))
def test_without_anything_going_on_nothing_is_taken(text: str) -> None:
    assert where([], Message(text=text, says=frozenset(Heard)), {}) is None


@pytest.mark.parametrize("kind", MatterKind)
def test_what_says_nothing_goes_nowhere_by_itself(kind: MatterKind) -> None:
    """A greeting or a command leaves no word of the table; chosen by hand it is still passed on."""
    matter = Matter(kind, MAIL, NOW, is_last_said=True)
    assert where([matter], Message(text="hola"), {}) is None
    assert at_ticket([matter], Message(text="hola"), MAIL.id)
    assert at_ticket([matter], Message(text="hola"), MAIL.id + 1) is None


@each_row(("kind", "said", "is_last"), product(MatterKind, Heard, (True, False)))
def test_a_clear_report_of_another_thing_is_never_swallowed(
    kind: MatterKind, said: Heard, is_last: bool
) -> None:
    """Whatever short words stand in it: it is new, or the person is asked."""
    if said in {Heard.WAITS, Heard.STATE, *SAID_WHOLE, *OF_WHAT_WAS_TOLD}:
        return  # answered, and kept nowhere but where the question went; or no report stands beside it
    report = Message(
        text="…",
        says=frozenset({said}),
        service="SER-025",
        offered=("SER-025",),
        is_fault=True,
        names_it=True,
    )
    matter = Matter(kind, MAIL, NOW, is_last_said=is_last)
    assert not isinstance(where([matter], report, {MAIL.id: frozenset({"SER-004"})}), Claim)


OF_WHO_ATTENDS = {MatterKind.CALLED, MatterKind.HELD, MatterKind.GOES, MatterKind.GUARD}


@each_row(("kind", "said"), product([one for one in MatterKind if one is not MatterKind.URGENT], Heard))
def test_what_must_be_paged_goes_its_own_way(kind: MatterKind, said: Heard) -> None:
    if said in OF_DUTY | {Heard.COMES} and kind in OF_WHO_ATTENDS:
        return  # «el switch se quemó, voy por el repuesto» is what the guard says of that very outage
    if said is Heard.WHOM and kind is MatterKind.OUTAGE:
        return  # «somos como doce» is of the outage that they joined
    told = Message(text="…", says=frozenset({said}), exception=ExceptionKind.SERVICE_OUTAGE)
    assert not isinstance(where([Matter(kind, MAIL, NOW, is_last_said=True)], told, {}), Claim)


def _asks(found: object) -> Sequence[Claim]:
    assert isinstance(found, Ask)
    return found.claims


def test_who_was_asked_once_is_not_asked_again() -> None:
    """The chosen talk goes on; the other one, which still awaits an answer, does not interrupt it."""
    first, second = replace(STATES["asked"], is_last_said=True), STATES["asked"]
    second = replace(second, ticket=replace(second.ticket, id=2))
    more = Message(text="marca HP", says=frozenset({Heard.MORE}))
    assert {
        one.matter.ticket.id
        for one in _asks(where([first, second], replace(more, says=frozenset({Heard.DONE})), {}))
    } == {1, 2}
    answered = replace(first, awaits=False)
    found = where([answered, second], more, {})
    assert isinstance(found, Claim)
    assert found.matter is answered


def test_every_kind_has_its_row() -> None:
    assert set(WHERE) == set(MatterKind)
