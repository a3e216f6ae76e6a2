"""`/kpi` in talk: what each way of asking is answered with, and that a button asks for the role again."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from itgov_bot.actions import Action
from itgov_bot.conversation.buttons import BUTTONS
from itgov_bot.conversation.commands import Handler
from itgov_bot.conversation.flows.managers import indicators
from itgov_bot.domain.people import Role, may_see_indicators
from itgov_bot.replies import Reply
from itgov_bot.settings import BOGOTA
from itgov_bot.storage.database import Database, Session
from itgov_bot.wording import general
from tests.conversation.turns import a_turn


class Asked:
    """What `/kpi` and its buttons answer a person of a role."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def show(self, rest: str) -> Reply:
        return await self._run(indicators.show, rest, Role.MANAGER)

    async def press(self, rest: str, role: Role = Role.MANAGER) -> Reply:
        return await self._run(BUTTONS[Action.INDICATORS], rest, role)

    async def _run(self, flow: Handler, rest: str, role: Role) -> Reply:
        turn = await a_turn(
            self._session, roles=frozenset({role}), now=datetime(2026, 3, 2, 10, tzinfo=BOGOTA)
        )
        await flow(turn, rest)
        [reply] = turn.said
        return reply


@pytest.fixture
async def kpi(database: Database) -> AsyncIterator[Asked]:
    async with database.transaction() as session:
        yield Asked(session)


ASKED = {
    "": "Indicadores de gestión de TI</b>",
    "2023": "Indicadores de gestión de TI · 2023</b>",
    "2024": "2024</b>: sin datos de ningún indicador (no es lo mismo que 0 %). Hay datos de 2023.",
    "marzo 2023": "Indicadores de gestión de TI · mar. 2023</b>",
    "2023-S1": "Indicadores de gestión de TI · 1.er sem. 2023</b>",
    "todos": "Indicadores de gestión de TI</b>",
    "ayuda": "Qué puede preguntar de los indicadores",
    "imagen": "Cada barra es un período",
    "rojos": "por debajo de la meta</b>\n🔴",
    "bajo la meta": "6. Soporte software: <b>92 %</b> ↓ (dic. 2023, hace 27 meses) · meta 95 %, le faltan 3 puntos",
    "verdes": "1 indicador cumple la meta</b>\n🟢 2.",
    "rojos marzo 2023": "por debajo de la meta · mar. 2023</b>",
    "empeoraron": "3 indicadores empeoraron</b>\n🔴 1.",
    "mejoraron": "mejoraron</b>\n",
    "verdes 2022": "2022</b>: sin datos de ningún indicador",
    "1,2": "📊 <b>Indicadores</b>\n🔴 1. Eficiencia de solicitudes",
    "1-3": "3. Software Licenciados",
    "soporte": "8. Soporte remoto",
    "red": "Indicador 9 · Disponibilidad en la red",
    "la satisfacción": "Indicador 5 · Nivel de satisfaccion",
    "satisfacion": "Indicador 5 · Nivel de satisfaccion",
    "ocho": "Indicador 8 · Soporte remoto",
    "meta 1": "1. Eficiencia de solicitudes: <b>meta 95 %</b> · va en",
    "fórmula 9": "total de horas del mes *100</code>",
    "responsable de inventario": "<b>Gestor infraestructura</b>: ⚠️ nadie tiene el cargo (se da con /rol)\n• 4. Inventario",
    "responsables": "<b>Administrador de la red</b>: ⚠️ nadie tiene el cargo (se da con /rol)\n• 9. Disponibilidad",
    "comparar 6 7": "El 6 va 42 puntos por encima del 7.",
    "comparar 8 junio y julio de 2023": "De jun. 2023 a jul. 2023: subió 11 puntos.",
    "8 marzo 2023 contra 8 abril 2023": "De mar. 2023 a abr. 2023: bajó 6 puntos.",
    "8 abril 2023 contra marzo 2023": "De mar. 2023 a abr. 2023: bajó 6 puntos.",
    "comparar 2 2023-S1 2023-S2": "1.er sem. 2023: <b>87 %</b>",
    "comparar satisfacción": "Indicador 5 · Nivel de satisfaccion",
    "comparar software": ": bajó 7 puntos.",
    "comparar 8 octubre de 2023": "mar. 2026: <b>sin datos</b>",
    "comparar 8 99": "Indicador 8 · Soporte remoto",
    "comparar octubre 2023 con septiembre 2023": "100 % (sep. 2023) → 98 % (oct. 2023) ↓ 2 puntos",
    "comparar primer semestre de 2023 con el segundo de 2023": "87 % (1.er sem. 2023) → 100 %",
    "comparar 2022 con 2023": "2022</b>: sin datos de ningún indicador",
    "promedio 2023": "13. Cumplimiento de la politica de seguridad y privacidad de la informacion</b>\n2023: promedio",
    "faltan inventario": "4. Inventario: falta <b>2025</b> · lo último es de 2023",
    "comparar 99": "No hay un indicador «99»",
    "8 desde marzo de 2023": "<b>2023</b> (promedio",
    "8 de enero a marzo de 2023": "<b>2023</b> (promedio de lo mostrado 9 %): ene. 13 % · feb. 7 % · mar. 8 %",
    "8": "Indicador 8 · Soporte remoto",
    " 8 ": "Indicador 8 · Soporte remoto",
    "08": "Indicador 8 · Soporte remoto",
    "#8": "Indicador 8 · Soporte remoto",
    "promedio 8 2023": "2023: promedio <b>23 %</b> · mejor: ago. <b>55 %</b> · peor: abr. <b>2 %</b> · 0 % que puede ser",
    "por qué 7 febrero 2023": "Pasa cuando se resuelven casos que habían llegado en otro mes",
    "por qué no hay dato del 4 2025": "lo registra <b>Gestor infraestructura</b> (nadie tiene ese rol todavía",
    "8 2023": "(dic. 2023, hace 27 meses)",
    "8 2023-06": "<b>29 %</b> ↑ (jun. 2023, hace 33 meses): por debajo de la meta, le faltan 11 puntos",
    "8   2023-6": "<b>29 %</b> ↑ (jun. 2023",
    "8 junio 2023": "<b>29 %</b> ↑ (jun. 2023",
    "8 jun. de 2023": "<b>29 %</b> ↑ (jun. 2023",
    "10 2023-T2": "<b>27 %</b> ↑ (2.º trim. 2023",
    "10 2023-q2": "<b>27 %</b> ↑ (2.º trim. 2023",
    "2 2023-S1": "<b>87 %</b> (1.er sem. 2023",
    "8 2024": "<b>Sin datos</b> de 2024 (no es lo mismo que 0 %) · meta 40 %\nSí hay datos de 2023.",
    "10 2023-13": "Sí hay datos de 1.er trim., 2.º trim., 3.er trim. y 4.º trim. de 2023.",
    "99": "No hay un indicador «99»: van del 1 al 13",
    "0": "No hay un indicador «0»",
    "99 98": "No hay un indicador «99, 98»",
    "99 2023": "No hay un indicador «99»",
    "abc": "No entendí «abc»",
    "8.5": "No entendí «8.5»",
    "0000": "No entendí «0000»",
    "8 enero": "<b>Sin datos</b> de ene. 2026",
    "8 2023-14": "No entendí «8 2023-14»",
    "<b>": "No entendí «&lt;b&gt;»",
    "9" * 4000: "No entendí «999",
}


@pytest.mark.parametrize(("rest", "said"), ASKED.items(), ids=[rest[:12] for rest in ASKED])
async def test_what_is_asked_is_answered(kpi: Asked, rest: str, said: str) -> None:
    assert said in (await kpi.show(rest)).text


PRESSED = {
    "": "Indicadores de gestión de TI</b>",
    "p2": "(9 a 13)</b>",
    "p2:2023": "· 2023 (9 a 13)</b>",
    "8": "Indicador 8 · Soporte remoto",
    "8:2023": "Indicador 8 · Soporte remoto",
    "p2:x": "(9 a 13)</b>",
    "red": "por debajo de la meta</b>",
    "green": "cumple la meta</b>",
    "help": "Qué puede preguntar",
    "99": "No hay un indicador «99»",
    "of another version": "Indicadores de gestión de TI</b>",
    "8:2023-06": "<b>29 %</b> ↑ (jun. 2023",
}


@pytest.mark.parametrize(("rest", "said"), PRESSED.items(), ids=PRESSED.keys())
async def test_a_button_says_the_same_as_the_command(kpi: Asked, rest: str, said: str) -> None:
    assert said in (await kpi.press(rest)).text


@pytest.mark.parametrize("role", [Role.STAFF, Role.AGENT, Role.ON_CALL])
async def test_a_button_asks_for_the_role_again(kpi: Asked, role: Role) -> None:
    assert await kpi.press("8", role) == general.not_for_your_role(may_see_indicators)


async def test_an_administrator_may_see_them(kpi: Asked) -> None:
    assert (await kpi.press("8", Role.ADMIN)).chart


async def test_every_button_of_the_board_leads_somewhere(kpi: Asked) -> None:
    for page in ("p1", "p2"):
        own = [one.data for one in (await kpi.press(page)).choices if one.data.startswith("kpi:")]
        for data in own:
            answer = await kpi.press(data.removeprefix("kpi:"))
            assert "Indicador" in answer.text
