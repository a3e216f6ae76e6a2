"""When the words leave open whether an outage hits many people or one, that is asked, once and plainly."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import urgent
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.pressing import press
from itgov_bot.conversation.state import ConversationState
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import ExceptionKind, Ticket
from itgov_bot.replies import Reply
from itgov_bot.storage import tickets
from itgov_bot.storage.database import Database, Session
from itgov_bot.understanding import Interpretation
from tests.conversation.turns import NOW, Deaf, a_turn

NIGHT = NOW + timedelta(hours=12)
TOLD = "no hay red en el piso"
ASKED = "¿le pasa a muchas personas o solo a usted?"


class Doubting(Deaf):
    """Whatever it hears may be an outage, or not."""

    def interpret(self, text: str, when: datetime, calendar: WorkCalendar) -> Interpretation:
        heard = super().interpret(text, when, calendar)
        return replace(heard, exception=ExceptionKind.SERVICE_OUTAGE, doubtful=True)


async def a_doubt(session: Session, state: ConversationState | None = None, at: datetime = NIGHT) -> Turn:
    return await a_turn(session, TOLD, state=state, understanding=Doubting(), now=at)


def data_of(reply: Reply, label: str) -> str:
    return next(one.data for one in reply.choices if one.label == label)


async def test_one_is_an_ordinary_case(database: Database) -> None:
    async with database.transaction() as session:
        turn = await a_doubt(session)
        assert await urgent.exception_told(turn)
        [asked] = turn.said
        assert ASKED in asked.text.lower()
        await press(turn, data_of(asked, "Solo a mí: caso normal"))
        assert isinstance(turn.state.form, TicketForm)
        assert turn.state.form.ordinary


async def test_at_night_many_is_the_one_press_that_calls_the_guard(database: Database) -> None:
    async with database.transaction() as session:
        turn = await a_doubt(session)
        await urgent.exception_told(turn)
        assert "aviso ya a la guardia" in turn.said[-1].text
        await press(turn, data_of(turn.said[-1], "A muchas: avisar a la guardia"))
        assert (await _only_ticket(session)).exception is ExceptionKind.SERVICE_OUTAGE


async def test_the_answer_that_comes_in_hours_is_first_in_line(database: Database) -> None:
    async with database.transaction() as session:
        asked = await a_doubt(session)
        await urgent.exception_told(asked)
        turn = await a_doubt(session, asked.state, at=NOW)
        await press(turn, data_of(asked.said[-1], "A muchas: avisar a la guardia"))
        assert "queda de primero en la fila" in turn.said[0].text
        assert isinstance(turn.state.form, TicketForm)
        assert turn.state.form.exception is ExceptionKind.SERVICE_OUTAGE


@pytest.mark.parametrize(("answer", "is_urgent"), [("many", True), ("me", False)])
async def test_before_a_case_is_sent_in_hours(database: Database, answer: str, is_urgent: bool) -> None:
    async with database.transaction() as session:
        turn = await _at_the_summary(session, NOW)
        await forms.take(turn, _form(turn), Answer(value="send"))
        assert ASKED in turn.said[-1].text
        await forms.take(turn, _form(turn), Answer(value=answer))
        assert (await _only_ticket(session)).urgent is is_urgent


async def test_before_a_case_is_sent_at_night_the_guard_is_confirmed_too(database: Database) -> None:
    async with database.transaction() as session:
        turn = await _at_the_summary(session, NIGHT)
        for value, said in (("send", ASKED), ("many", "¿Aviso ya a la guardia?"), ("yes", "urgente")):
            await forms.take(turn, _form(turn), Answer(value=value))
            assert said in turn.said[-1].text
        assert (await _only_ticket(session)).urgent


async def _at_the_summary(session: Session, at: datetime) -> Turn:
    form = TicketForm(step="confirm", text=TOLD, is_sorted=True, place="Aduana", contact="300")
    return await a_doubt(session, ConversationState(forms=[form]), at)


def _form(turn: Turn) -> TicketForm:
    assert isinstance(turn.state.form, TicketForm)
    return turn.state.form


async def _only_ticket(session: Session) -> Ticket:
    ticket = await tickets.by_number(session, "SAUS-2026-000001")
    assert ticket
    return ticket
