"""What is planned, as it is told, moved and named."""

from datetime import date

from itgov_bot.understanding.language.time.beside_time import time_told, told_beside_time
from itgov_bot.understanding.language.time.moved_spans import moved_span
from itgov_bot.understanding.language.which_planned import Planned, which_planned
from tests.rows import each_row

from .tables import cases, moment

TUESDAY = moment("2026-11-10 10:00")
SATURDAY = moment("2026-11-14 20:00"), moment("2026-11-14 23:00")
PLANNED = (
    Planned(1, "el despacho tiene rueda de prensa, Salón Vicente Martínez", date(2026, 11, 19)),
    Planned(2, "acto del alcalde en la Plaza de la Aduana", date(2026, 11, 21)),
    Planned(3, "cambio del switch del primer piso", date(2026, 11, 14)),
)


@each_row(("text", "matter"), cases("beside_time"))
def test_what_is_told_beside_a_time(text: str, matter: str) -> None:
    assert (told_beside_time(text) or "-") == matter


def test_the_time_alone() -> None:
    assert time_told("avise: esta noche de 10 a 11 actualizamos el SIGOB") == "esta noche de 10 a 11"


@each_row(("text", "starts", "ends"), cases("moved_spans"))
def test_another_time_keeps_what_is_not_told(text: str, starts: str, ends: str) -> None:
    found = moved_span(text, SATURDAY, TUESDAY)
    told = [f"{one:%Y-%m-%d %H:%M}" for one in found] if found else ["-", "-"]
    assert told == [starts, ends]


def test_what_runs_late_goes_on_from_now() -> None:
    late = moment("2026-11-14 23:20")
    found = moved_span("media hora más", SATURDAY, late)
    assert found == (SATURDAY[0], moment("2026-11-14 23:50"))


@each_row(("text", "meant"), cases("which_planned"))
def test_which_of_several_is_meant(text: str, meant: str) -> None:
    assert (",".join(map(str, which_planned(text, PLANNED, TUESDAY.date()))) or "-") == meant
