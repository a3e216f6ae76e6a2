"""Questions of managers that are answered with a number, or with who has most of it."""

from datetime import date, timedelta

import pytest

from itgov_bot.conversation.flows.managers import counts
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.desk.tickets.working import resolve_ticket, take_ticket, wait_for
from itgov_bot.domain.days import Days
from itgov_bot.domain.people import Role
from itgov_bot.domain.summary import CountQuestion, Figure, Split
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.storage.database import Database
from tests.conversation.turns import NOW, a_turn

TODAY = Days.day(NOW.date())
MONTH = Days.month_of(NOW.date())
MONDAY_TO_TUESDAY = Days(TODAY.previous().first, TODAY.last)
ASKED = (
    (
        CountQuestion(Figure.RECEIVED, Days.month_of(date(2026, 10, 1))),
        "En octubre de 2026 se recibió 1 caso.",
    ),
    (CountQuestion(Figure.RECEIVED), "En noviembre de 2026 se recibieron 3 casos"),
    (CountQuestion(Figure.CANCELLED), "Del 11 de octubre al 10 de noviembre se cancelaron 0 casos"),
    (CountQuestion(Figure.BACKLOG, TODAY, of_received=True), "Ahora hay 2 casos pendientes."),
    (
        CountQuestion(Figure.RECEIVED, MONTH),
        "En noviembre de 2026 se recibieron 3 casos (octubre de 2026, hasta esta misma altura: ",
    ),
    (CountQuestion(Figure.SOLVED, TODAY), "Hoy, martes 10 de noviembre se resolvió 1 caso (ayer, lunes 9"),
    (
        CountQuestion(Figure.SOLVED, TODAY.previous()),
        "Ayer, lunes 9 de noviembre se resolvieron 0 casos (el domingo",
    ),
    (CountQuestion(Figure.BACKLOG, MONTH), "Ahora hay 2 casos pendientes."),
    (
        CountQuestion(Figure.RATED),
        "así calificaron los usuarios:\n⭐ Calificaciones: ninguna todavía",
    ),
    (
        CountQuestion(Figure.RECEIVED, MONDAY_TO_TUESDAY),
        "Esta semana (del 9 al 15 de noviembre) se recibieron 3 casos",
    ),
    (CountQuestion(Figure.WAITING), "Ahora 1 caso espera al solicitante."),
    (
        CountQuestion(Figure.BACKLOG, by=Split.OFFICE),
        "Pendientes por dependencia · ahora: 2\n• Secretaría de Hacienda: 2",
    ),
    (CountQuestion(Figure.SOLVED, MONTH, Split.AGENT), "Resueltos por agente · noviembre de 2026: 1"),
    (CountQuestion(Figure.OVERDUE, by=Split.AGENT), "Vencidos por agente · ahora: 0. No hay más."),
)


async def test_counted_and_parted(database: Database) -> None:
    async with database.transaction() as session:
        turn = await a_turn(session, roles=frozenset({Role.MANAGER}), now=NOW - timedelta(days=30))
        old = await open_ticket(turn.desk, turn.person, Draft("no abre", "SER-004", "Hacienda, piso 2", ""))
        await resolve_ticket(turn.desk, old, turn.person, "listo")
        turn = await a_turn(session, roles=frozenset({Role.MANAGER}))
        first, second, _ = [
            await open_ticket(turn.desk, turn.person, Draft("no abre", "SER-004", "Hacienda, piso 2", ""))
            for _ in range(3)
        ]
        await resolve_ticket(turn.desk, first, turn.person, "listo")
        taken = await take_ticket(turn.desk, second, turn.person)
        await wait_for(turn.desk, taken, turn.person, "la factura")
        for question, answer in ASKED:
            await counts.answer(turn, question)
            said = turn.said[-1].text.replace("<b>", "").replace("</b>", "")
            assert answer in said, question


@pytest.mark.parametrize("role", [Role.STAFF, Role.AGENT, Role.ON_CALL])
async def test_to_nobody_else(database: Database, role: Role) -> None:
    async with database.transaction() as session:
        turn = await a_turn(session, roles=frozenset({role}))
        await counts.answer(turn, CountQuestion(Figure.BACKLOG))
        assert "solo para quienes tienen el rol" in turn.said[-1].text
