"""A period ends without a reading: whose it is hears of it, again after some days, and then those who look after it all."""

import pytest

from tests.journeys.desk import RunningDesk
from tests.journeys.test_recording import gives_office, records


@pytest.fixture
async def desk(desk: RunningDesk) -> RunningDesk:
    """Ana answers for the projects (11, 12), Beto is a manager; what was missing before is told already."""
    await gives_office(desk, desk.ana, "Coordinador de proyectos")
    await desk.gives("gerente", desk.beto)
    await desk.at("2026-11-11 09:30")
    told = await desk.ana.receives("falta registrar su avance")
    assert told.labels[:2] == ["📝 11 · 3.er trim. 2026", "📝 12 · 3.er trim. 2026"]
    return desk


async def test_told_once_then_again_then_to_managers(desk: RunningDesk) -> None:
    for instant in ("2026-11-11 12:00", "2026-11-12 09:30", "2026-11-14 10:00", "2026-11-18 08:30"):
        await desk.at(instant)
    await desk.ana.receives_nothing()
    await records(
        desk.ana,
        "/kpi registrar 12 2026-T3",
        "95 %",
        "[No tengo soporte]",
        "sin acta",
        "[Sin nota]",
        "[Registrar]",
    )
    await desk.at("2026-11-19 09:31")
    again = await desk.ana.receives("⏰ Todavía falta")
    assert "3.er trim. 2026" in again.text
    assert "12. " not in again.text
    await desk.at("2026-11-26 09:35")
    for manager in (desk.beto, desk.admin):
        told = await manager.receives("siguen sin registrar")
        assert "Coordinador de proyectos (@ana)" in told.text
    await desk.ana.presses("📝 11 · 3.er trim. 2026")
    await desk.ana.receives("¿Cuánto dio?")
    await desk.at("2026-11-30 09:30")
    await desk.ana.receives_nothing()


async def test_the_next_period_begins_anew_on_a_working_day(desk: RunningDesk) -> None:
    await desk.at("2027-01-01 10:00")  # a holiday, a Friday
    await desk.ana.receives_nothing()
    await desk.at("2027-01-04 08:59")
    await desk.ana.receives_nothing()
    await desk.at("2027-01-04 09:00")
    assert "4.º trim. 2026" in (await desk.ana.receives("falta registrar su avance")).text
    for manager in (desk.beto, desk.admin):
        vacant = await manager.receives("Indicadores sin responsable")
        assert "10. Eficacia en el desarrollo de software" in vacant.text
        assert "11. " not in vacant.text
    await desk.at("2027-01-06 09:30")
    await desk.at("2027-02-02 09:30")
    desk.ana.ignores_rest()
    for manager in (desk.beto, desk.admin):
        await manager.receives("siguen sin registrar")
        await manager.receives("Indicadores sin responsable")
        await manager.receives_nothing()
