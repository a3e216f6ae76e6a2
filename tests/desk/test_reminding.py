"""On which instants owners are reminded, whatever the hour that the city chose."""

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.reminding import remind_of_readings
from itgov_bot.domain.agreements import RecordingRules
from itgov_bot.domain.facts import ReadingsMissing
from itgov_bot.domain.people import Role
from itgov_bot.messages import Sender
from itgov_bot.storage import people, roles
from itgov_bot.storage.database import Database
from tests.made import city

BOGOTA = ZoneInfo("America/Bogota")
THURSDAY, FRIDAY, SATURDAY, HOLIDAY, TUESDAY = (f"2026-10-{day}" for day in ("08", "09", "10", "12", "13"))


@pytest.mark.parametrize(
    ("remind_at", "before", "silent", "told"),
    [
        ("09:00", f"{THURSDAY} 17:59", (f"{FRIDAY} 08:59",), f"{FRIDAY} 09:00"),
        ("07:00", f"{THURSDAY} 17:59", (f"{FRIDAY} 07:30",), f"{FRIDAY} 08:00"),
        ("19:00", f"{FRIDAY} 16:59", (f"{FRIDAY} 19:30", f"{SATURDAY} 10:00"), f"{TUESDAY} 08:00"),
        (
            "09:00",
            f"{FRIDAY} 16:59",
            (f"{SATURDAY} 09:30", f"{HOLIDAY} 09:30", f"{TUESDAY} 08:30"),
            f"{TUESDAY} 09:10",
        ),
    ],
)
async def test_when_people_attend_at_the_hour_or_after_it(
    database: Database, remind_at: str, before: str, silent: tuple[str, ...], told: str
) -> None:
    """The desk has looked `before`; then Ana was given the office."""
    rules = RecordingRules(time.fromisoformat(remind_at), again_after_days=5, tell_after_days=10)
    reference = replace(city(), agreements=replace(city().agreements, recording=rules))

    async with database.transaction() as session:

        async def looks(instant: str) -> Desk:
            now = datetime.fromisoformat(instant).replace(tzinfo=BOGOTA)
            desk = Desk(session, now, reference, Calendars.of(reference))
            await remind_of_readings(desk)
            return desk

        made = await looks(before)
        ana = await people.get_or_create(session, Sender("test", "7", "Ana"), "7", made.now)
        await roles.grant(session, ana.id, Role.OWNER, None, made.now, "coordinador-de-proyectos")
        for instant in silent:
            assert not (await looks(instant)).facts
        [fact] = (await looks(told)).facts
        assert isinstance(fact, ReadingsMissing)
        assert [str(period) for _, period in fact.missing] == ["2026-Q3", "2026-Q3"]
        assert not (await looks(told)).facts
