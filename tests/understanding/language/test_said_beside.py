"""What is said beside the questions of a recording, and of a plan."""

import pytest

from itgov_bot.domain.indicators import Count
from itgov_bot.understanding.language.managing.advance import Advance, Percentage, Ratio
from itgov_bot.understanding.language.managing.backing import note_told
from itgov_bot.understanding.language.managing.plan_asked import (
    Says,
    adds_them,
    plan_asked,
    points_only,
    row_to_drop,
    said_of_row,
)
from itgov_bot.understanding.language.managing.said_beside import asks_beside, drops, value_instead


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("un momento, cuál era la meta", True),
        ("¿y eso cómo se saca?", True),
        ("oiga y quién está de turno", True),
        ("cuánto había dado antes", True),
        ("y la meta cuál es", True),
        ("porque faltó una firma", False),
        ("cuando firme el comité", False),
        ("el acta la tiene quien coordina", False),
        ("https://a.example/b?c=1", False),
    ],
)
def test_a_question_is_no_answer(text: str, is_it: bool) -> None:
    assert asks_beside(text) is is_it


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("bórrelo, era de otro año", True),
        ("no lo registre todavía", True),
        ("mejor anúlelo", True),
        ("entonces nada", True),
        ("bueno nada, después", True),
        ("no falta nada", False),
        ("se anuló un contrato", False),
        ("no se registró la visita de marzo", False),
        ("deje así", False),
    ],
)
def test_all_of_it_is_dropped(text: str, is_it: bool) -> None:
    assert drops(text) is is_it


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("en realidad eran 41 de 50", Ratio(41, 50)),
        ("mejor 42", Ratio(42, 50)),
        ("no, son 43/50", Ratio(43, 50)),
        ("perdón, 88 %", Percentage(88)),
        ("cambie el valor a 44", Ratio(44, 50)),
        ("según el acta 12", None),
        ("faltaron 3 de la sede", None),
        ("¿eran 42?", None),
    ],
)
def test_another_value(text: str, told: Advance | None) -> None:
    instead = value_instead(text, Count(40, 50))
    assert (instead.value if instead else None) == told


@pytest.mark.parametrize(
    ("text", "is_it"),
    [("deje como nota que faltó un equipo", True), ("nota: sin los de regalías", True), ("sin nota", False),
     ("40 de 50", False), ("tome nota", False)],
)  # fmt: skip
def test_what_is_to_be_noted(text: str, is_it: bool) -> None:
    assert bool(note_told(text)) is is_it


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("quiero ver el plan de inventarios", Says.SHOW),
        ("¿cuántas van del plan de mantenimientos?", Says.SHOW),
        ("ya quedaron las UPS del plan", Says.DONE),
        ("hicimos el mantenimiento preventivo de las UPS", Says.DONE),
        ("anote en el plan de mantenimiento: 3 de mayo, racks", Says.ADD),
        ("no me abre el plan de mantenimiento", None),
        ("ya hice el mantenimiento del caso 4", None),
        ("necesito el plan de acción", None),
        ("se me acabó el plan de datos", None),
        ("al plan de inventarios métale: Bosque 12 de diciembre, Centro 18 de diciembre", Says.ADD),
        ("plan de mantenimientos 2do semestre: impresoras 10 dic; servidores 15 dic", Says.ADD),
    ],
)
def test_a_plan_is_spoken_of(text: str, says: Says | None) -> None:
    asked = plan_asked(text)
    assert (asked.says if asked else None) is says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("lo de hacienda ya no va, quítelo", Says.DROP),
        ("quite lo de hacienda que quedó pa enero", Says.DROP),
        ("manga siempre no se va a hacer, sáquelo", Says.DROP),
        ("al final las impresoras se hicieron ayer", Says.DONE),
        ("ya quedaron los servidores", Says.DONE),
        ("el de manga pásenlo para el 20", Says.MOVE),
        ("lo de manga quedó para el 20", Says.MOVE),
        ("lo de los aires se cancela, no hay plata", Says.DROP),
        ("¿ya se hizo lo de manga?", None),
        ("cancele el caso de la impresora, quítelo", None),
        ("la impresora de hacienda no imprime", None),
    ],
)
def test_something_is_said_of_a_row(text: str, says: Says | None) -> None:
    assert said_of_row(text) is says


def test_rows_that_are_shown_are_to_be_added() -> None:
    assert adds_them("sí, agréguelas")
    assert adds_them("métalas de una vez")
    assert not adds_them("agregue la de servidores")


def test_a_row_may_be_only_pointed_at() -> None:
    assert points_only("quítelo por favor")
    assert points_only("ese ya no va, sáquelo")
    assert points_only("quítela del plan")
    assert not points_only("quite lo de la bodega")


def test_a_row_is_to_go() -> None:
    assert row_to_drop("quite la de las UPS") == "ups"
    assert row_to_drop("12 de mayo: UPS") == ""
