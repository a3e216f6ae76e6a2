"""Offices, the evidence of readings, and plans: kept and found again on both engines."""

import asyncio
from datetime import date

from itgov_bot.domain.indicators import NO_DATA, Evidence, Period, Reading
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.storage import invitations, plans, readings, roles
from itgov_bot.storage.database import Database
from itgov_bot.storage.privacy import forgetting, kept_files
from tests.storage.made import MINUTE, NOW

FILES = tuple(StoredFile("document", f"acta {n}.pdf", "application/pdf", n, f"ab/{n}.pdf") for n in (1, 2))
HALF = Period.parse("2026-H2")


async def test_somebody_holds_several_offices_and_loses_one(
    database: Database, ana: Person, beto: Person
) -> None:
    async with database.transaction() as session:
        for office in ("red", "proyectos"):
            assert await roles.grant(session, ana.id, Role.OWNER, beto.id, NOW, office)
        assert not await roles.grant(session, ana.id, Role.OWNER, beto.id, NOW, "red")
        assert await roles.grant(session, beto.id, Role.OWNER, None, NOW, "red")
        assert Role.OWNER in await roles.of(session, ana.id)
        assert await roles.offices_of(session, ana.id) == {"red", "proyectos"}
        assert await roles.with_role(session, Role.OWNER, "red") == [ana, beto]
        assert await roles.with_role(session, Role.OWNER) == [ana, beto]
        assert await roles.revoke(session, ana.id, Role.OWNER, beto.id, NOW + MINUTE, "red")
        assert not await roles.revoke(session, ana.id, Role.OWNER, beto.id, NOW + MINUTE, "red")
        assert await roles.offices_of(session, ana.id) == {"proyectos"}
        told = [(one.office, one.ended_at) for one in await roles.history_of(session, ana.id)]
        assert told == [("red", NOW + MINUTE), ("proyectos", None)]
        assert await roles.revoke(session, ana.id, Role.OWNER, None, NOW)
        assert await roles.offices_of(session, ana.id) == frozenset()


async def test_of_two_who_give_an_office_one_does(database: Database, other: Database, ana: Person) -> None:
    async def give(through: Database) -> bool:
        async with through.transaction() as session:
            return await roles.grant(session, ana.id, Role.OWNER, None, NOW, "red")

    assert sorted(await asyncio.gather(give(database), give(other))) == [False, True]


async def test_an_invitation_knows_its_office(database: Database, beto: Person) -> None:
    async with database.transaction() as session:
        await invitations.add(session, "hash" * 8, Role.OWNER, beto.id, NOW, NOW + MINUTE, "red")
        [found] = await invitations.open_ones(session, NOW)
        assert (found.role, found.office) == (Role.OWNER, "red")


async def test_a_reading_is_kept_with_what_it_rests_on(database: Database, ana: Person) -> None:
    evidence = Evidence(FILES, link="https://acta.example")
    told = Reading(10, HALF, 90, 45, 50, "recorded", reason="faltaba uno", note="ojo", evidence=evidence)
    async with database.transaction() as session:
        kept = await readings.add(session, told, ana.id, NOW)
    async with database.reading() as session:
        [found] = await readings.of_indicator(session, 10)
        assert found == kept == await readings.find(session, kept.id or 0)
        assert (found.note, found.reason) == ("ojo", "faltaba uno")
        assert found.evidence == Evidence(link="https://acta.example")
        assert await readings.files_of(session, kept.id or 0) == list(FILES)
        assert await readings.find(session, 99) is None


async def test_evidence_is_neither_swept_nor_forgotten_with_who_sent_it(
    database: Database, ana: Person
) -> None:
    async with database.transaction() as session:
        for file in (*FILES, StoredFile("document", "otro.pdf", "application/pdf", 1, "ab/otro.pdf")):
            await kept_files.add(session, ana.id, file.path, file.size, NOW)
        evidence = Evidence(FILES)
        await readings.add(session, Reading(10, HALF, 90, source="recorded", evidence=evidence), ana.id, NOW)
        assert await kept_files.unnamed(session, NOW + MINUTE) == ["ab/otro.pdf"]
        assert await kept_files.named(session, ["ab/1.pdf", "ab/nada.pdf"]) == {"ab/1.pdf"}
        assert await forgetting.waiting_files(session, ana.id) == ["ab/otro.pdf"]


async def test_that_there_was_nothing_to_measure_is_kept_as_that(database: Database, ana: Person) -> None:
    async with database.transaction() as session:
        kept = await readings.add(session, Reading(10, HALF, 0, 0, 0, "recorded"), ana.id, NOW)
    assert kept.flags == (NO_DATA,)


async def test_a_plan_is_ticked_once_and_rows_leave_it(database: Database, ana: Person, beto: Person) -> None:
    rows = [(HALF, "UPS", date(2026, 12, 1)), (HALF, "racks", date(2026, 11, 1))]
    async with database.transaction() as session:
        await plans.add(session, 2, rows, ana.id, NOW)
        await plans.add(session, 3, [(Period.parse("2026"), "AutoCAD", date(2026, 12, 31))], ana.id, NOW)
    async with database.transaction() as session:
        racks, ups = await plans.of(session, 2, HALF)
        assert (racks.text, ups.text, racks.done_on) == ("racks", "UPS", None)
        assert await plans.tick(session, racks.id, date(2026, 10, 30), beto.id, NOW + MINUTE)
        assert not await plans.tick(session, racks.id, date(2026, 10, 31), ana.id, NOW)
        done = await plans.find(session, racks.id)
        assert done
        assert (done.done_on, done.done_by) == (date(2026, 10, 30), beto)
        assert await plans.untick(session, racks.id)
        assert not await plans.untick(session, racks.id)
        assert await plans.drop(session, ups.id, ana.id, NOW)
        assert not await plans.drop(session, ups.id, ana.id, NOW)
        assert await plans.find(session, ups.id) is None
        assert [one.text for one in await plans.of_all(session)] == ["racks", "AutoCAD"]
