"""One person has so many live cases, and is told so; nothing that they wrote is lost."""

from itgov_bot.domain.tickets.ticket import State
from itgov_bot.storage import people, tickets
from itgov_bot.storage.database import Database
from tests.journeys.desk import RunningDesk
from tests.journeys.test_registration import registers
from tests.made import city
from tests.storage.made import open_one

MOST = city().agreements.cases.live_per_person


async def test_with_many_live_cases_the_next_one_waits_in_its_form(desk: RunningDesk) -> None:
    await registers(desk, desk.ana)
    await desk.ana.writes("/caso la impresora no imprime")
    summary = await desk.ana.receives("Revise su caso")
    database = Database(desk.settings.resolved_database_url)
    async with database.transaction() as session:
        ana = await people.by_user(session, "telegram", str(desk.ana.id))
        assert ana
        cases = [await open_one(session, ana) for _ in range(MOST)]
    await desk.sends(desk.ana)
    await desk.ana.receives(f"ya tiene {MOST} casos abiertos")
    async with database.transaction() as session:
        await tickets.put(session, cases[0].id, state=State.CANCELLED)
    await database.close()
    await desk.sends(desk.ana, summary)
    await desk.ana.receives("quedó abierto")
