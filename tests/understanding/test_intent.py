"""What a message does, what kind of small talk it is, and where several problems part."""

from __future__ import annotations

import pytest

from itgov_bot.understanding import Act, Smalltalk
from itgov_bot.understanding.intent import act_of, smalltalk_kind
from itgov_bot.understanding.several import cut_anywhere, told_apart


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("se cayó el internet en la sede de Manga", Act.REPORT),
        ("no me abre el correo", Act.REPORT),
        ("¿por qué no me abre el correo?", Act.REPORT),
        ("la impresora está dañada", Act.REPORT),
        ("el wifi no me coge en el celular", Act.REPORT),
        ("buzón lleno", Act.REPORT),
        ("cómo pido una VPN", Act.QUESTION),
        ("hola, ¿cuándo dan la capacitación de Excel?", Act.QUESTION),
        ("qué hago si se daña el pc", Act.QUESTION),
        ("quién me enseña a manejar el SIGOB", Act.QUESTION),
        ("cuántas licencias de Office quedan", Act.QUESTION),
        ("Solicito la creación de un usuario", Act.REQUEST),
        ("necesito el AutoCAD en mi pc", Act.REQUEST),
        ("me pueden instalar el Adobe", Act.REQUEST),
        ("¿me pueden prestar un cargador?", Act.REQUEST),
        ("instalar qgis", Act.REQUEST),
        ("quítenme el office 2010", Act.REQUEST),
    ],
)
def test_act(text: str, act: Act) -> None:
    assert act_of(text) is act


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hola", Smalltalk.GREETING),
        ("buens diaz", Smalltalk.GREETING),
        ("hola, muchas gracias", Smalltalk.THANKS),
        ("chao", Smalltalk.GOODBYE),
        ("q mas komo va todo", Smalltalk.HOW_ARE_YOU),
        ("quien eres?", Smalltalk.WHO_ARE_YOU),
        ("eres un robot o una persona", Smalltalk.WHO_ARE_YOU),
        ("que puedes hacer?", Smalltalk.ABILITIES),
        ("listo 👍", Smalltalk.YES),
        ("ok", Smalltalk.YES),
        ("no", Smalltalk.NO),
        ("jajaja", Smalltalk.LAUGH),
        ("buenas tardes, ¿hay alguien?", Smalltalk.PRESENCE),
        ("cuéntame un chiste", Smalltalk.OTHER),
    ],
)
def test_smalltalk(text: str, kind: Smalltalk) -> None:
    assert smalltalk_kind(text) is kind


def test_another_matter_is_announced() -> None:
    text = "la impresora no imprime y además no me llegan correos"
    assert told_apart(text) == ("la impresora no imprime", "no me llegan correos")
    assert told_apart("la impresora no imprime desde ayer") == ()


def test_short_scraps_are_no_problem_of_their_own() -> None:
    assert cut_anywhere("Hola. No me abre el correo, gracias.") == ("No me abre el correo",)
