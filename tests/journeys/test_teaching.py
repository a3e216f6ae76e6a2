"""What was not understood gets its meaning from an administrator, who sees first what would change, and can take it back."""

from datetime import timedelta

import pytest

from itgov_bot.desk.learning import note_unmatched
from tests.journeys.desk import RunningDesk

STRANGE = "el zurrumbático del pasillo no chirrea"


@pytest.fixture
async def taught(desk: RunningDesk) -> RunningDesk:
    """Somebody wrote what was not understood."""
    await desk.knows(desk.admin, desk.ana)
    async with desk.app.work.begin() as open_desk:
        await note_unmatched(open_desk, STRANGE, None)
    await desk.admin.writes("/aprender")
    await desk.admin.receives(STRANGE)
    return desk


async def test_what_would_change_is_shown_learnt_and_taken_back_alone(taught: RunningDesk) -> None:
    admin = taught.admin
    await admin.presses("Otro servicio")
    await admin.receives("¿De qué servicio es")
    await admin.writes("SER-025")
    await admin.receives("Un momento")
    await admin.receives("Ningún otro mensaje de los que conozco cambiaría")
    await admin.presses("Aprenderlo")
    await admin.receives("Aprendido")
    await admin.receives("No hay")
    await taught.ana.writes(STRANGE)
    card = await taught.ana.receives("Impresoras")
    assert "¿Dónde es?" in card.text
    taught.ana.ignores_rest()
    await admin.presses("Aprendido")
    await admin.receives("Aprendido (1)")
    await admin.presses("Quitar: el zurrumbático del")
    await admin.receives("Deshecho")
    await admin.receives("No hay nada aprendido")
    await admin.writes("/aprender")
    await admin.receives(STRANGE)


@pytest.mark.parametrize("answer", ["Es parte de una conversación", "Está bien así"])
async def test_what_is_dismissed_does_not_come_back(taught: RunningDesk, answer: str) -> None:
    admin = taught.admin
    await admin.presses(answer)
    await admin.receives("no lo vuelvo a proponer")
    await admin.receives("No hay")
    async with taught.app.work.begin() as open_desk:
        await note_unmatched(open_desk, STRANGE, None)
    await admin.writes("/aprender")
    await admin.receives("No hay mensajes sin entender")
    await admin.presses("Aprendido")
    await admin.receives(answer.lower())
    await admin.presses("Quitar: el zurrumbático del")
    await admin.receives("vuelve a la lista")
    await admin.receives("No hay nada aprendido")
    await admin.writes("/aprender")
    await admin.receives(STRANGE)


async def test_what_does_not_come_again_is_no_longer_proposed(taught: RunningDesk) -> None:
    await taught.at(f"{taught.clock() + timedelta(days=61):%Y-%m-%d %H:%M}")
    taught.admin.ignores_rest()
    await taught.admin.writes("/aprender")
    await taught.admin.receives("No hay mensajes sin entender")
