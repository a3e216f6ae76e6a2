"""A form survives: interrupted, kept as JSON, and read by a newer version of the program."""

import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itgov_bot.conversation import state as states
from itgov_bot.conversation.form_table import FLOWS
from itgov_bot.conversation.form_types import (
    AdditionForm,
    AgentForm,
    BulkForm,
    Form,
    ProcessSearchForm,
    RatingForm,
    RegistrationForm,
    ResolutionForm,
    TicketForm,
    UrgentForm,
)
from itgov_bot.conversation.old_states import JOINED
from itgov_bot.conversation.state import ConversationState, Held, PassedOn, PendingReport, PutOff, Subject
from itgov_bot.domain.people import Role
from itgov_bot.domain.tickets.bulk import BulkDeed, Lot
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import ExceptionKind
from tests.conversation.turns import NOW
from tests.rows import each_row

PHOTO = StoredFile("photo", "foto.jpg", "image/jpeg", 123, "ab/cd.jpg")
OLD = Path(__file__).parent / "data" / "states_of_version_1.jsonl"
"""As the version before the stack of forms kept them: every form at every step."""


# The stack

FORMS = some.sampled_from(
    [
        TicketForm(step="place", text="no imprime"),
        UrgentForm(step="text"),
        RegistrationForm(step="name"),
        ProcessSearchForm(step="words"),
        AdditionForm(step="what", ticket="SAUS-2026-000001"),
        RatingForm(step="what", ticket="SAUS-2026-000002"),
        AgentForm(flow="ag_note", step="what", ticket="SAUS-2026-000003", holder=None),
        AgentForm(flow="ag_note", step="what", ticket="SAUS-2026-000004", holder=None),
        ResolutionForm(step="what", ticket="SAUS-2026-000003", draft="se cambió el disco"),
    ]
)


def is_same(one: Form, other: Form) -> bool:
    return (one.flow, one.about) == (other.flow, other.about)


@given(some.lists(some.one_of(FORMS, some.just("over"))))
def test_no_form_is_lost_however_they_interrupt_each_other(story: list[Form | str]) -> None:
    """Every form that was begun is there until it is over itself, or begun anew about the same."""
    state, expected = ConversationState(), list[Form]()
    for event in story:
        if isinstance(event, str):
            state.end()
            expected = expected[:-1]
        else:
            state.start(event)
            expected = [*(one for one in expected if not is_same(one, event)), event]
        state, lost = states.read(json.loads(json.dumps(states.written(state))))
        assert not lost
        assert state.forms == expected


def test_a_form_interrupted_twice_comes_back() -> None:
    ticket, addition, urgent = (
        TicketForm(step="place", text="no imprime"),
        AdditionForm(step="what", ticket="SAUS-2026-000001"),
        UrgentForm(step="text"),
    )
    state = ConversationState()
    for form in (ticket, addition, urgent):
        state.start(form)
    present = []
    while state.form:
        present.append(state.form)
        state.end()
    assert present == [urgent, addition, ticket]


# Kept as JSON


def test_a_state_comes_back_as_it_was() -> None:
    state = ConversationState(
        forms=[
            TicketForm(
                step="confirm",
                text="no imprime",
                service="SER-025",
                is_sorted=True,
                offered=("SER-025",),
                place="Aduana",
                contact="ext. 12",
                files=(PHOTO,),
                exception=ExceptionKind.SERVICE_OUTAGE,
                asked_at=NOW,
            ),
            ResolutionForm(step="what", ticket="SAUS-2026-000001", draft="se cambió el cable"),
        ],
        subject=Subject("no imprime", "SER-025", ["SER-025"], [], None, ExceptionKind.MAYOR_EVENT),
        put_off=[PutOff("no me abre el correo", "SER-004")],
        view_as=Role.MANAGER,
        waiting_files=[PHOTO],
        questions=[Held("Ab-1", NOW, "otra cosa", (PHOTO,))],
        passed_on=[PassedOn("SAUS-2026-000001", "sigue igual", token="Cd_2")],
        report=PendingReport("SAUS-2026-000001", Subject("no hay red"), "Aduana", (PHOTO,), "urgent:go"),
        other_outages=["SAUS-2026-000009"],
    )
    assert states.read(json.loads(json.dumps(states.written(state)))) == (state, False)


def test_what_was_asked_long_ago_is_idle() -> None:
    form = UrgentForm(step="text", asked_at=NOW)
    assert not form.is_idle(NOW + timedelta(minutes=30))
    assert form.is_idle(NOW + timedelta(minutes=31))
    assert not UrgentForm(step="text").is_idle(NOW)


def test_a_form_begun_again_keeps_what_it_is_about() -> None:
    filled = ResolutionForm(step="what", ticket="SAUS-2026-000001", draft="se cambió el cable")
    again = filled.emptied("until")
    assert (again.ticket, again.step, again.draft) == (filled.ticket, "until", "")
    assert again.token != filled.token


# States of older versions


def old_states() -> list[dict[str, object]]:
    return [json.loads(line) for line in OLD.read_text().splitlines()]


@each_row(("kept",), [(kept,) for kept in old_states()])
def test_a_state_of_version_1_loses_nothing(kept: dict[str, object]) -> None:
    state, lost = states.read(kept)
    assert not lost
    olds = [form for name in ("paused", "form") if isinstance(form := kept[name], dict)]
    assert [(one.flow, one.step, one.token) for one in state.forms] == [
        (*JOINED.get((old["flow"], old["step"]), (old["flow"], old["step"])), old["token"]) for old in olds
    ]
    for form, old in zip(state.forms, olds, strict=True):
        assert FLOWS[form.flow].is_at(form)
        assert_same_values(form, old["values"])
    assert [one.text for one in state.questions] == ([kept["held_text"]] if kept["held_text"] else [])
    waiting = [*state.waiting_files, *(file for one in state.questions for file in one.files)]
    assert len(waiting) == len(as_list(kept["waiting_files"]))
    assert (state.report is None) == (kept["report"] is None)


def as_list(plain: object) -> list[object]:
    assert isinstance(plain, list)
    return plain


def assert_same_values(form: Form, old: Mapping[str, object]) -> None:
    """All that was kept. What is no longer used: the number of a ticket as `text`, its thread, most holders, and what is
    asked no more of a solution or a colleague."""
    plain = states.written(ConversationState(forms=[form]))["forms"]
    [now] = as_list(plain)
    assert isinstance(now, dict)
    dropped = {"text", "thread", "holder", "kind", "solution", "to"} - set(now)
    assert {name: value for name, value in old.items() if name not in dropped} == {
        name: now[name] for name in old if name not in dropped
    }
    if "service" in old:
        assert now.get("is_sorted", True)


LED_BY = {
    "question": (None, "said", None),
    "form": ("f:", "", "ticket"),
    "urgent": (None, "said", "urgent"),
    "report": ("urgent:go", "", None),
}


def test_what_led_to_the_question_of_version_1_is_known() -> None:
    reports = {
        str(old["origin"]): (state.report, old)
        for kept in old_states()
        if isinstance(old := kept["report"], dict) and (state := states.read(kept)[0])
    }
    assert set(reports) == set(LED_BY)
    for origin, (report, old) in reports.items():
        pressed, said, flow = LED_BY[origin]
        assert report is not None
        assert (report.ticket, report.subject.text, report.flow) == (old["case"], old["text"], flow)
        assert (report.pressed or "").startswith(pressed or "")
        assert bool(report.said) == bool(said)


def test_one_deed_for_several_of_version_4_is_an_order_of_one_lot() -> None:
    form = {"flow": "bulk", "step": "sure", "token": "t", "ref": "r", "asked_at": None, "count": 2}
    lot = {"tickets": ["SAUS-2026-000001"], "deed": "close", "to": None, "into": None}
    state, lost = states.read({"version": 4, "forms": [{**form, **lot, "what": "quedó el enlace"}]})
    assert not lost
    [kept] = state.forms
    assert isinstance(kept, BulkForm)
    assert kept.count == 2
    assert kept.lots == (Lot(tickets=("SAUS-2026-000001",), deed=BulkDeed.CLOSE, text="quedó el enlace"),)


def test_further_problems_of_version_2_are_still_to_come() -> None:
    text = "no imprime y no hay correo"
    subject = {"text": text, "service": None, "others": ["SER-025", "SER-004"]}
    state, lost = states.read({"version": 2, "subject": subject})
    assert not lost
    assert state.put_off == [PutOff(text, "SER-025"), PutOff(text, "SER-004")]


def test_a_form_of_version_2_is_filled_in_on() -> None:
    """At the step of the contact, which is no longer asked by itself."""
    kept = {
        "flow": "ticket",
        "step": "contact",
        "token": "t",
        "text": "no imprime",
        "place": "Aduana",
        "is_sorted": True,
    }
    state, lost = states.read({"version": 2, "forms": [kept]})
    [form] = state.forms
    assert not lost
    assert FLOWS[form.flow].is_at(form)


# What cannot be read


def kept_with(*forms: object) -> dict[str, object]:
    return {"version": 2, "forms": list(forms)}


GOOD = {"flow": "registration", "step": "name", "token": "t"}


@pytest.mark.parametrize(
    ("kept", "left", "lost"),
    [
        ({}, 0, False),
        (kept_with(GOOD), 1, False),
        (kept_with(GOOD, {"flow": "gone", "step": "one"}), 1, True),
        (kept_with({"flow": "rating", "step": "what"}, GOOD), 1, True),
        (kept_with("nonsense"), 0, True),
        ({"version": 2, "forms": 7}, 0, True),
        ({"version": 2, "subject": 7}, 0, False),
        ({"version": 2, "subject": 7, "forms": [GOOD]}, 1, False),
        ({"form": "nonsense"}, 0, True),
        ({"form": {"flow": "ticket", "step": "text", "token": "t", "values": {"files": 3}}}, 0, True),
        ({"topic": 3, "paused": None}, 0, False),
        ({"report": {"case": 3}}, 0, False),
        ({"version": 99, "forms": [GOOD], "new": "part"}, 1, False),
    ],
)
def test_what_cannot_be_read_is_dropped_and_the_rest_stays(
    kept: dict[str, object], left: int, lost: bool
) -> None:
    state, has_lost = states.read(kept)
    assert (len(state.forms), has_lost) == (left, lost)
