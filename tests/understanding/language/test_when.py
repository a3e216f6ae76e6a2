"""Hours, days, spans and stretches of time, against their tables in `cases/`."""

from datetime import date, datetime, time

import pytest

from itgov_bot.understanding.language.time.failing_since import failing_since
from itgov_bot.understanding.language.time.spans import (
    find_finish,
    find_moment,
    find_span,
    told_apart_from_what,
)
from itgov_bot.understanding.language.time.stretches import find_stretch, find_times
from itgov_bot.understanding.language.time.times import find_end, find_event_time, find_start, is_ahead
from tests.rows import each_row

from .tables import BOGOTA, cases, moment

NOW = datetime(2026, 11, 25, 22, tzinfo=BOGOTA)


def shown(at: time | None) -> str:
    return f"{at:%H:%M}" if at is not None else "-"


@each_row(("text", "now", "day", "start", "end"), cases("event_times"))
def test_when_an_event_is(text: str, now: str, day: str, start: str, end: str) -> None:
    found = find_event_time(text, moment(now))
    assert (day, start, end) == (
        (str(found.day), ("~" if found.is_assumed else "") + shown(found.begins), shown(found.end))
        if found
        else ("-", "-", "-")
    )


@each_row(("text", "starts", "ends"), cases("spans"))
def test_from_when_until_when(text: str, starts: str, ends: str) -> None:
    found = find_span(text, moment("2026-11-10 10:00"), whole_days=True)
    assert (starts, ends) == (tuple(f"{at:%Y-%m-%d %H:%M}" for at in found) if found else ("-", "-"))


@each_row(("text", "now", "since"), cases("failing_since"))
def test_since_when_a_report_says_that_it_fails(text: str, now: str, since: str) -> None:
    found = failing_since(text, moment(now))
    assert (found.strftime("%Y-%m-%d %H:%M") if found else "-") == since


@each_row(("text", "now", "since"), cases("since"))
def test_since_when(text: str, now: str, since: str) -> None:
    found = find_start(text, moment(now))
    assert (found.strftime("%Y-%m-%d %H:%M") if found else "-") == since


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("mañana a las 8", True),
        ("6/12/2026 10:40", True),
        ("23:00", True),
        ("6/10/2026 10:40", False),
        ("uf", False),
    ],
)
def test_what_has_not_come_is_told_from_what_is_not_read(text: str, ahead: bool) -> None:
    assert is_ahead(text, moment("2026-12-02 10:00")) is ahead


@each_row(("text", "now", "until"), cases("until"))
def test_until_when(text: str, now: str, until: str) -> None:
    found = find_end(text, moment(now))
    assert (found.strftime("%Y-%m-%d %H:%M") if found else "-") == until


def minute_of(found: datetime | None) -> str:
    return f"{found:%Y-%m-%d %H:%M}" if found else "-"


@each_row(("text", "now", "start", "end"), cases("spans_with_hours"))
def test_from_when_until_when_work_is_planned(text: str, now: str, start: str, end: str) -> None:
    span = find_span(text, moment(now))
    begins = span[0] if span else find_moment(text, moment(now))
    assert (minute_of(begins), minute_of(span[1] if span else None)) == (start, end)


@each_row(("text", "end"), cases("finishes"))
def test_when_what_is_planned_ends(text: str, end: str) -> None:
    assert minute_of(find_finish(text, moment("2026-11-14 20:00"))) == end


@pytest.mark.parametrize(
    ("text", "when", "what"),
    [
        ("sábado 8:00 pm a 11 pm: cambio del switch", "sábado 8:00 pm a 11 pm", "cambio del switch"),
        ("sábado 8 pm\ncambio: del switch", "sábado 8 pm", "cambio: del switch"),
        ("sábado 8:00", "sábado 8:00", ""),
    ],
)
def test_a_time_told_apart_from_its_matter(text: str, when: str, what: str) -> None:
    assert told_apart_from_what(text) == (when, what)


@each_row(("text", "stretches"), cases("several_stretches"))
def test_the_stretches_of_a_text(text: str, stretches: str) -> None:
    told = find_times(text, date(2026, 11, 29)).told
    assert ",".join(str(one.period) for one in told) == stretches


@each_row(("text", "stretch"), cases("stretches"))
def test_a_stretch_of_time(text: str, stretch: str) -> None:
    found = find_stretch(text, date(2026, 11, 29))
    written = found and (str(found.period) if found.period else f"{found.first}/{found.last}")
    assert (written or "-") == stretch


@pytest.mark.parametrize(
    ("text", "day", "year"),
    [
        ("el mejor mes del año", date(2027, 1, 13), 2026),
        ("cuántos hubo en el año", date(2027, 1, 13), 2026),
        ("el mejor mes del año", date(2027, 2, 3), 2027),
        ("este año cómo vamos", date(2027, 1, 13), 2027),
        ("cómo cerramos el año", date(2027, 3, 1), 2026),
        ("cómo cerramos el año", date(2026, 12, 29), 2026),
        ("cómo nos fue el año que acabó", date(2027, 1, 13), 2026),
    ],
)
def test_the_year_of_which_everybody_speaks(text: str, day: date, year: int) -> None:
    assert [str(one.period) for one in find_times(text, day).told] == [str(year)]
