"""«¿Es lo mismo?» — no: what led to the question is done again with its own words, whatever was spoken of meanwhile."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from itgov_bot.conversation import routes
from itgov_bot.conversation.form_types import TicketForm, UrgentForm
from itgov_bot.conversation.state import ConversationState, PendingReport, Subject
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.storage import tickets
from itgov_bot.storage.database import Database, Session
from tests.conversation.turns import a_turn

KNOWN = "SAUS-2026-000009"
NO = f"same:{KNOWN}:no"
NIGHT = datetime(2026, 11, 11, 4, tzinfo=UTC)
"""Eleven in the evening in Bogota."""
TOLD = Subject("no hay red en Manga", exception=ExceptionKind.SERVICE_OUTAGE)
MEANWHILE = Subject("se dañó el teclado")


@pytest.fixture
async def session(database: Database) -> AsyncIterator[Session]:
    async with database.transaction() as opened:
        yield opened


async def pressed_no(session: Session, state: ConversationState) -> list[str]:
    turn = await a_turn(session, pressed=NO, state=state, now=NIGHT)
    await routes.answer(turn)
    assert turn.state.report is None
    return [reply.text for reply in turn.said]


async def test_a_confirmed_urgent_report_is_made(session: Session) -> None:
    report = PendingReport(KNOWN, TOLD, pressed="urgent:go")
    [said] = await pressed_no(session, ConversationState(report=report, subject=MEANWHILE))
    assert "Su caso quedó abierto" in said
    ticket = await tickets.by_number(session, "SAUS-2026-000001")
    assert ticket
    assert (ticket.text, ticket.urgent) == (TOLD.text, True)


async def test_the_answer_to_a_step_is_given_again(session: Session) -> None:
    form = UrgentForm(step="text", text=TOLD.text, exception=TOLD.exception)
    state = ConversationState(forms=[form], report=PendingReport(KNOWN, TOLD, said=TOLD.text, flow="urgent"))
    [said] = await pressed_no(session, state)
    assert "guardia" in said
    assert state.form
    assert (state.form.flow, state.form.step, state.form.about) == ("urgent", "which", TOLD.text)


async def test_a_press_in_a_form_is_done_again(session: Session) -> None:
    form = TicketForm(
        step="urgent", text=TOLD.text, place="Manga", exception=TOLD.exception, is_authorized=True
    )
    report = PendingReport(KNOWN, TOLD, pressed=form.choice("", "yes").data, flow="ticket")
    state = ConversationState(forms=[form], report=report)
    [said] = await pressed_no(session, state)
    assert "Su caso quedó abierto" in said
    assert state.forms == []


async def test_what_was_being_filled_in_has_gone_on(session: Session) -> None:
    form = TicketForm(step="place", text=TOLD.text)
    report = PendingReport(KNOWN, TOLD, pressed=form.choice("", "send").data, flow="ticket")
    [old, asked] = await pressed_no(
        session, ConversationState(forms=[replace(form, token="x")], report=report)
    )
    assert "paso anterior" in old
    assert "¿Dónde es?" in asked


async def test_what_was_being_filled_in_is_gone(session: Session) -> None:
    """Then its words are read as a new message."""
    report = PendingReport(KNOWN, TOLD, pressed="f:gone:send", flow="ticket")
    [said] = await pressed_no(session, ConversationState(report=report))
    assert "¿Con qué es?" in said


async def test_an_answer_to_an_older_question_is_told_so(session: Session) -> None:
    turn = await a_turn(session, pressed=NO)
    await routes.answer(turn)
    assert "conversación anterior" in turn.said[0].text
