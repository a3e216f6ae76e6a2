"""What owners of indicators say: that they record one, of which period, and the rows of their plans."""

from datetime import date

import pytest

from itgov_bot.understanding.language.managing.backing import announces_evidence, lack_told
from itgov_bot.understanding.language.managing.plan_rows import (
    MAX_ROWS,
    day_for,
    meant_of,
    new_row,
    read_rows,
)
from itgov_bot.understanding.language.managing.recording import (
    is_of_reading,
    is_stated,
    period_meant,
    reading_told,
    recording_asked,
)
from itgov_bot.understanding.language.managing.said_beside import is_correction, is_value_asked, own_asked
from tests.rows import each_row

from .tables import cases

TODAY = date(2026, 11, 10)
HALF_BEGAN = date(2026, 7, 1)


@each_row(("text", "rest"), cases("recording_asked"))
def test_recording_is_asked_for(text: str, rest: str) -> None:
    asked = recording_asked(text)
    assert ("-" if asked is None else asked or '""') == rest


@each_row(("text", "period"), cases("periods_meant"))
def test_periods_without_a_year_are_the_last_ones_begun(text: str, period: str) -> None:
    assert str(period_meant(text, TODAY) or "-") == period


@each_row(("text", "indicator", "period", "advance"), cases("readings_told"))
def test_a_sentence_tells_of_a_reading(text: str, indicator: str, period: str, advance: str) -> None:
    told = reading_told(text, TODAY)
    assert (str(told.indicator or ""), str(told.period or ""), told.advance) == (
        indicator,
        period.strip(),
        advance,
    )


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("hicimos 38 de 40", True),
        ("no se hicieron mantenimientos este semestre", True),
        ("gobierno digital cerró el cuarto trimestre en 78%", True),
        ("¿hicimos 38 de 40?", False),
    ],
)
def test_what_was_done_is_stated(text: str, is_it: bool) -> None:
    assert is_stated(text) is is_it


@pytest.mark.parametrize(
    ("text", "number"),
    [("13", 13), ("cómo va el 12?", 12), ("cómo va mi indicador", 0), ("qué me falta por reportar", 0),
     ("qué me falta", 0), ("cuál nos falta", 0), ("¿qué debo todavía?", 0),
     ("me falta algo del año pasado?", 0), ("cómo voy", 0), ("qué me falta para cerrar el caso", None),
     ("12 equipos", None)],
)  # fmt: skip
def test_an_owner_asks_for_their_own(text: str, number: int | None) -> None:
    assert own_asked(text) == number


@pytest.mark.parametrize(
    ("text", "is_it"),
    [("quiero corregirlo", True), ("me equivoqué eran 48 de 50", True), ("el dato quedó mal, era 80 %", True),
     ("no era 82 sino 84", True),
     ("perdón, eran 19", True), ("me equivoqué en inventario, eran 850", True),
     ("quedó mal instalado", False), ("perdón, es que se dañó el 2", False), ("40 de 50", False)],
)  # fmt: skip
def test_what_was_just_recorded_is_corrected(text: str, is_it: bool) -> None:
    assert is_correction(text) is is_it


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("espere, ¿cuánto dio en 2023?", True),
        ("qué valor tenía antes", True),
        ("dio 40 de 50", False),
        ("https://a.co/b?c=1", False),
    ],
)
def test_what_it_came_to_before_is_asked(text: str, is_it: bool) -> None:
    assert is_value_asked(text) is is_it


@pytest.mark.parametrize(
    "text", ["quiero cambiar el dato de mantenimientos a 19 de 20", "corrija el valor del 10"]
)
def test_a_reading_is_to_be_another(text: str) -> None:
    assert is_of_reading(text)


@each_row(("text", "lack"), cases("lacks_told"))
def test_there_is_no_evidence(text: str, lack: str) -> None:
    told = lack_told(text)
    assert ("-" if told is None else told or '""') == lack


@each_row(("line", "text", "due"), cases("plan_rows"))
def test_a_row_has_its_day_wherever_it_stands(line: str, text: str, due: str) -> None:
    [(read, day)] = read_rows(line, HALF_BEGAN)
    assert (read, str(day or "-")) == (text, due)


def test_rows_with_their_days_may_stand_in_one_line() -> None:
    read = read_rows("5 de mayo UPS, 9 de mayo racks del piso 1, 2", HALF_BEGAN)
    assert [text for text, _ in read] == ["UPS", "racks del piso 1, 2"]
    read = read_rows("UPS 5 de mayo; racks 9 de mayo", HALF_BEGAN)
    assert [text for text, _ in read] == ["UPS", "racks"]
    assert [text for text, _ in read_rows("UPS, racks 9 de mayo", HALF_BEGAN)] == ["UPS, racks"]


ROWS = ["impresoras de Hacienda", "portátiles sede Manga", "racks del CPD", "portátiles Archivo"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("ya se hizo lo de las impresoras", ROWS[:1]),
        ("corra el de manga para el 20", ROWS[1:2]),
        ("listo los portatiles", [ROWS[1], ROWS[3]]),
        ("los portátiles del archivo quedaron", ROWS[3:]),
        ("el mantenimiento de la fuente ya", []),
        ("marque el preventivo", []),
    ],
)
def test_a_sentence_means_the_rows_whose_words_it_has(text: str, rows: list[str]) -> None:
    assert meant_of(text, ROWS) == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("agregue al plan las UPS de Aduana para el 5 de diciembre", "UPS de Aduana para el 5 de diciembre"),
        ("falta meter en el plan los switches del piso 3", "switches del piso 3"),
        ("anote otro preventivo: servidores, 20 de noviembre", "preventivo: servidores, 20 de noviembre"),
        ("añada una fila al plan", ""),
        ("el plan no sirve", ""),
    ],
)
def test_a_row_is_told_with_the_wish(text: str, row: str) -> None:
    assert new_row(text) == row


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("mando el acta", True),
        ("ya le paso el soporte", True),
        ("ahí va", False),
        ("el acta la firman mañana", False),
        ("la mandó el comité por correo", False),
    ],
)
def test_evidence_is_announced(text: str, is_it: bool) -> None:
    assert announces_evidence(text) is is_it


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("pásenlo para el 20", date(2026, 12, 20)),
        ("córralo para el 20 de noviembre", date(2026, 11, 20)),
        ("mañana", date(2026, 11, 11)),
    ],
)
def test_a_day_alone_is_of_the_month_of_the_row(text: str, day: date) -> None:
    assert day_for(text, TODAY, date(2026, 12, 9)) == day


def test_every_line_is_a_row_and_very_many_are_cut() -> None:
    assert [text for text, _ in read_rows("- uno\n\n  - dos \n", HALF_BEGAN)] == ["uno", "dos"]
    assert len(read_rows("fila\n" * 500, HALF_BEGAN)) == MAX_ROWS
