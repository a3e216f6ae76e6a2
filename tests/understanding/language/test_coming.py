"""The day and the hour of something to come, with what is in doubt; the answers to the questions that this leads to."""

from datetime import date, time

import pytest

from itgov_bot.understanding.language.time.coming import Coming, find_coming, find_hour, which_half
from tests.rows import each_row

from .tables import cases, moment

NOW = moment("2026-11-10 10:00")
TODAY, SATURDAY = date(2026, 11, 10), date(2026, 11, 14)


def doubts(found: Coming) -> str:
    if found.day is None:
        return "-"
    day = "" if not found.is_day_in_doubt else "day" if found.is_day_named else "none"
    hour = found.other_hour.isoformat("minutes") if found.other_hour else ""
    return " ".join(one for one in (day, hour) if one) or "-"


@each_row(("text", "now", "day", "hour", "doubt"), cases("coming"))
def test_when_something_is(text: str, now: str, day: str, hour: str, doubt: str) -> None:
    found = find_coming(text, moment(now))
    told = found.hour.isoformat("minutes") if found.hour else "-"
    assert (str(found.day or "-"), told, doubts(found)) == (day, hour, doubt)


@pytest.mark.parametrize(
    ("text", "day", "hour", "other"),
    [
        ("8", SATURDAY, time(8), time(20)),
        ("a las 8", SATURDAY, time(8), time(20)),
        ("a las 8", TODAY, time(20), None),
        ("8 pm", SATURDAY, time(20), None),
        ("las ocho y media de la noche", SATURDAY, time(20, 30), None),
        ("20:30", SATURDAY, time(20, 30), None),
        ("al mediodía", SATURDAY, time(12), None),
        ("por la noche", SATURDAY, None, None),
        ("todavía no se sabe", SATURDAY, None, None),
    ],
)
def test_the_hour_on_a_day(text: str, day: date, hour: time | None, other: time | None) -> None:
    found = find_hour(text, day, NOW)
    assert (found.hour, found.other_hour) == (hour, other)


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("de la noche", time(20)),
        ("pm", time(20)),
        ("a las 8 p. m.", time(20)),
        ("en la mañana", time(8)),
        ("8 am", time(8)),
        ("9 pm", None),
        ("no sé", None),
        ("", None),
    ],
)
def test_which_half_of_the_day(text: str, half: time | None) -> None:
    assert which_half(text, time(8)) == half
