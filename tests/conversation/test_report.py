"""What the buttons of `report` answer, also those that nobody made: a year without data, a format that there is not."""

from datetime import datetime

import pytest

from itgov_bot.actions import Action
from itgov_bot.conversation.buttons import BUTTONS
from itgov_bot.conversation.flows.managers import report
from itgov_bot.domain.indicators import Period, Reading
from itgov_bot.domain.people import Role, may_see_indicators
from itgov_bot.replies import Reply
from itgov_bot.settings import BOGOTA
from itgov_bot.storage import readings
from itgov_bot.storage.database import Database
from itgov_bot.wording import general
from tests.conversation.turns import a_turn

NOW = datetime(2026, 3, 2, 10, tzinfo=BOGOTA)
PRESSED = {
    "see:": ("Indicadores de gestión de TI</b>", 13, None),
    "see:2023": ("Indicadores de gestión de TI · 2023</b>", 13, None),
    "dark:2023": ("Indicadores de gestión de TI · 2023</b>", 13, None),
    "": ("Indicadores de gestión de TI</b>", 13, None),
    "file:": ("Indicadores de 2026", None, None),
    "file:2023": ("Indicadores de 2023", None, None),
    "file:2023:pdf": ("Indicadores de 2023", None, "indicadores-2023.pdf"),
    "file:2023:csv": ("Indicadores de 2023", None, "indicadores-2023.csv"),
    "file:2023:doc": ("¿En qué formato?", None, None),
    "file:1999": ("De ese año no hay datos", None, None),
    "file:1999:pdf": ("De ese año no hay datos", None, None),
    "file:0000:pdf": ("¿En qué formato?", None, None),
}


async def pressed(database: Database, rest: str, role: Role = Role.MANAGER) -> Reply:
    async with database.transaction() as session:
        await readings.add(session, Reading(8, Period.parse("2026-01"), 45, source="recorded"), None, NOW)
        turn = await a_turn(session, roles=frozenset({role}), now=NOW)
        await BUTTONS[Action.REPORT](turn, rest)
    [reply] = turn.said
    return reply


@pytest.mark.parametrize("rest", PRESSED)
async def test_every_button_is_answered(database: Database, rest: str) -> None:
    said, panels, file = PRESSED[rest]
    reply = await pressed(database, rest)
    assert said in reply.text
    assert (len(reply.chart.panels) if reply.chart else None) == panels
    assert (reply.report.file_name if reply.report else None) == file
    if reply.chart:
        assert reply.chart.is_dark == rest.startswith("dark")


@pytest.mark.parametrize("role", [Role.STAFF, Role.AGENT, Role.ON_CALL])
async def test_a_button_asks_for_the_role_again(database: Database, role: Role) -> None:
    assert await pressed(database, "file:2023:pdf", role) == general.not_for_your_role(may_see_indicators)


async def test_without_any_reading_nothing_breaks(database: Database) -> None:
    """A city that begins: no year is known."""
    async with database.transaction() as session:
        turn = await a_turn(session, roles=frozenset({Role.MANAGER}), now=NOW)
        await report.take_away(turn, 1999)
    assert "Escoja uno de estos" in turn.said[0].text
