"""What managers want to be sent without asking, said in words; and the hour or the day that they type."""

from pathlib import Path

import pytest

from itgov_bot.domain.subscriptions import NewsKind
from itgov_bot.understanding.language.managing.subscribing import (
    Moved,
    NewsAsked,
    day_told,
    hour_told,
    moved_to,
    news_asked,
)
from tests.rows import each_row

LINES = (Path(__file__).parent / "cases" / "subscribing.tsv").read_text("utf-8").splitlines()[2:]
CASES = [(line.split("\t") + [""] * 4)[:5] for line in LINES]


@each_row(("text", "wants", "kind", "day", "hour"), CASES)
def test_what_is_to_be_sent(text: str, wants: str, kind: str, day: str, hour: str) -> None:
    expected = NewsAsked(
        wants in ("yes", "at_once", "morning"),
        NewsKind(kind) if kind else None,
        int(day) if day else None,
        int(hour) if hour else None,
        is_of_night=wants in ("night", "at_once", "morning"),
        is_at_once=wants == "at_once",
    )
    assert news_asked(text) == (None if wants == "-" else expected)


@pytest.mark.parametrize(
    ("text", "hour"),
    [("a las 8", 8), ("8 am", 8), ("8", 8), ("7 de la mañana", 7), ("a las 2", 14), ("4 pm", 16), ("al mediodía", 12),
     ("7:30", None), ("no sé", None), ("a las 45", None)],
)  # fmt: skip
def test_an_hour(text: str, hour: int | None) -> None:
    assert hour_told(text) == hour


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [("el lunes", "weekly", 0), ("viernes", "weekly", 4), ("el 5", "monthly", 5),
     ("20", "monthly", 20), ("luego", "monthly", None)],
)  # fmt: skip
def test_a_day(text: str, kind: str, day: int | None) -> None:
    assert day_told(text, NewsKind(kind)) == day


@pytest.mark.parametrize(
    ("text", "kind", "moved"),
    [
        ("mejor a las 9", "weekly", Moved(None, 9)),
        ("no, que sea el jueves", "weekly", Moved(3, None)),
        ("cámbielo para el martes a las 10", "weekly", Moved(1, 10)),
        ("páselo para las 4 de la tarde", "weekly", Moved(None, 16)),
        ("el viernes", "weekly", Moved(4, None)),
        ("mejor el 5", "monthly", Moved(5, None)),
        ("mejor a las 7 y media", "weekly", Moved(None, None, is_between=True)),
        ("mejor mensual, el primer día", "weekly", Moved(1, None, instead=NewsKind.MONTHLY)),
        ("prefiero el semanal", "monthly", Moved(None, None, instead=NewsKind.WEEKLY)),
        ("mejor mándemelo cada mes", "weekly", Moved(None, None, instead=NewsKind.MONTHLY)),
        ("mejor", "weekly", None),
        ("el jueves se cayó la red", "weekly", None),
        ("cuántos casos hubo el jueves", "weekly", None),
    ],
)
def test_another_day_or_hour(text: str, kind: str, moved: Moved | None) -> None:
    assert moved_to(text, NewsKind(kind)) == moved
