"""What was down in some days, for whoever answers for it: as indicator 9 counts it, and what was planned apart."""

from datetime import UTC, datetime, timedelta

from itgov_bot.desk import outages
from itgov_bot.domain.maintenance import MaintenancePlan
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import maintenance, people, tickets
from tests.journeys.desk import RunningDesk
from tests.journeys.solving import solves

MORNING = datetime(2026, 11, 10, 13, tzinfo=UTC)
"""At eight in Bogota."""


async def was_down(desk: RunningDesk, number: str, since: datetime, until: datetime) -> None:
    async with desk.app.work.begin() as work:
        by = await people.by_user(work.session, "telegram", str(desk.carla.id))
        ticket = await tickets.by_number(work.session, number)
        assert by
        assert ticket
        marked: Ticket = await outages.mark(work, ticket, by, since)
    await solves(desk, desk.carla, number)
    async with desk.app.work.begin() as work:
        await outages.correct(work, await tickets.get(work.session, marked.id), by, until=until)


async def test_the_hours_without_service_of_a_month(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.gives("gerente", desk.dario)
    first = await desk.opens_case(desk.ana)
    second = await desk.opens_case(desk.beto, "la impresora no imprime")
    hour = timedelta(hours=1)
    async with desk.app.work.begin() as work:
        plan = MaintenancePlan("cambio del switch", None, MORNING + hour, MORNING + 1.5 * hour)
        carla = await people.by_user(work.session, "telegram", str(desk.carla.id))
        assert carla
        await maintenance.add(work.session, plan, carla.id, work.now - 5 * hour)
    await was_down(desk, first, MORNING, MORNING + hour)
    await was_down(desk, second, MORNING + 0.5 * hour, MORNING + 2 * hour)
    await desk.settled(desk.ana, desk.beto, desk.carla)
    await desk.dario.writes("/caidas 2026-11")
    told = await desk.dario.receives("Caídas · nov. 2026")
    assert "2 caídas · ⏱ 1 hora y 30 minutos sin servicio" in told.text  # from 8 to 10, without half an hour
    assert f"La más larga: {second} (1 hora y 30 minutos)" in told.text
    assert "desde hoy a las 8:00 a. m. hasta hoy a las 9:00 a. m. (1 hora) · 1 persona afectada" in told.text
    assert "Mantenimiento programado, aparte: 30 minutos" in told.text
    assert "cambio del switch" in told.text
    await desk.dario.writes("/caidas octubre")
    await desk.dario.receives("llevo casos y caídas desde el 10 de noviembre de 2026")
