"""What owners of indicators say: that they record one, of which period, and the rows of their plans."""

from datetime import date

from itgov_bot.understanding.language.plan_rows import MAX_ROWS, read_rows
from itgov_bot.understanding.language.recording import lack_told, period_meant, reading_told, recording_asked
from tests.rows import each_row

from .tables import cases

TODAY = date(2026, 11, 10)
HALF_BEGAN = date(2026, 7, 1)


@each_row(("text", "rest"), cases("recording_asked"))
def test_recording_is_asked_for(text: str, rest: str) -> None:
    asked = recording_asked(text)
    assert ("-" if asked is None else asked or '""') == rest


@each_row(("text", "period"), cases("periods_meant"))
def test_periods_without_a_year_are_the_last_ones_over(text: str, period: str) -> None:
    assert str(period_meant(text, TODAY) or "-") == period


@each_row(("text", "indicator", "period", "advance"), cases("readings_told"))
def test_a_sentence_tells_of_a_reading(text: str, indicator: str, period: str, advance: str) -> None:
    told = reading_told(text, TODAY)
    assert (str(told.indicator or ""), str(told.period or ""), told.advance) == (
        indicator,
        period.strip(),
        advance,
    )


@each_row(("text", "lack"), cases("lacks_told"))
def test_there_is_no_evidence(text: str, lack: str) -> None:
    told = lack_told(text)
    assert ("-" if told is None else told or '""') == lack


@each_row(("line", "text", "due"), cases("plan_rows"))
def test_a_row_has_its_day_wherever_it_stands(line: str, text: str, due: str) -> None:
    [(read, day)] = read_rows(line, HALF_BEGAN)
    assert (read, str(day or "-")) == (text, due)


def test_every_line_is_a_row_and_very_many_are_cut() -> None:
    assert [text for text, _ in read_rows("- uno\n\n  - dos \n", HALF_BEGAN)] == ["uno", "dos"]
    assert len(read_rows("fila\n" * 500, HALF_BEGAN)) == MAX_ROWS
