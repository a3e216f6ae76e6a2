"""What a message does, what kind of small talk it is, and where several problems part."""

import pytest

from itgov_bot.understanding import RequestType, Smalltalk
from itgov_bot.understanding.language.message.pieces import MAX_PROBLEMS, problems, put_first
from itgov_bot.understanding.language.request_type import request_type_of
from itgov_bot.understanding.language.smalltalk import smalltalk_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("se cayó el internet en la sede de Manga", RequestType.INCIDENT),
        ("no me abre el correo", RequestType.INCIDENT),
        ("¿por qué no me abre el correo?", RequestType.INCIDENT),
        ("la impresora está dañada", RequestType.INCIDENT),
        ("el wifi no me coge en el celular", RequestType.INCIDENT),
        ("buzón lleno", RequestType.INCIDENT),
        ("cómo pido una VPN", RequestType.QUESTION),
        ("hola, ¿cuándo dan la capacitación de Excel?", RequestType.QUESTION),
        ("qué hago si se daña el pc", RequestType.QUESTION),
        ("quién me enseña a manejar el SIGOB", RequestType.QUESTION),
        ("cuántas licencias de Office quedan", RequestType.QUESTION),
        ("Solicito la creación de un usuario", RequestType.SERVICE_REQUEST),
        ("necesito el AutoCAD en mi pc", RequestType.SERVICE_REQUEST),
        ("me pueden instalar el Adobe", RequestType.SERVICE_REQUEST),
        ("¿me pueden prestar un cargador?", RequestType.SERVICE_REQUEST),
        ("instalar qgis", RequestType.SERVICE_REQUEST),
        ("quítenme el office 2010", RequestType.SERVICE_REQUEST),
    ],
)
def test_request_type(text: str, kind: RequestType) -> None:
    assert request_type_of(text) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hola", Smalltalk.GREETING),
        ("buens diaz", Smalltalk.GREETING),
        ("hola, muchas gracias", Smalltalk.THANKS),
        ("que Dios se lo pague", Smalltalk.THANKS),
        ("bendiciones para todos", Smalltalk.THANKS),
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


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("la impresora no imprime desde ayer", ["la impresora no imprime desde ayer"]),
        ("la impresora no imprime; el correo no abre", ["la impresora no imprime", "el correo no abre"]),
        ("no tengo internet ni correo", ["no tengo internet", "no tengo correo"]),
        ("necesito un computador y una impresora", ["necesito un computador", "necesito una impresora"]),
        ("me falta tóner, papel y teclado", ["me falta tóner", "me falta papel", "me falta teclado"]),
        ("Hola. No me abre el correo", ["No me abre el correo"]),
        ("no me abre el correo, el wifi sí está bien", ["no me abre el correo"]),
        ("desde mi casa no entra al sistema, desde la oficina sí", ["desde mi casa no entra al sistema"]),
        ("en el portátil no me abre el correo y en el celular sí.", ["en el portátil no me abre el correo"]),
        ("no abre el correo y el wifi no está bien", ["no abre el correo", "el wifi no está bien"]),
        ("yo no tengo celular ni correo, necesito un portátil", ["necesito un portátil"]),
        (
            "aquí no hay impresora, quiero pedir una. El mouse no sirve",
            ["quiero pedir una", "El mouse no sirve"],
        ),
        ("no tengo correo y necesito un portátil", ["no tengo correo", "necesito un portátil"]),
        ("sí, ahora, no me abre el correo", ["no me abre el correo"]),
        ("", []),
    ],
)
def test_pieces_that_may_each_tell_of_a_problem(text: str, pieces: list[str]) -> None:
    assert list(problems(text)) == pieces


def test_of_a_long_story_what_tells_of_something_counts() -> None:
    story = "vinieron los pintores, movieron la mesa, " * MAX_PROBLEMS
    assert problems(f"{story}el teléfono no suena, pintaron, mi computador no prende") == (
        "el teléfono no suena",
        "mi computador no prende",
    )


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("no espere, mejor primero un tóner", "un tóner"),
        ("mejor primero lo del correo", "lo del correo"),
        ("primero arréglenme el mouse", "arréglenme el mouse"),
        ("bueno pues antes necesito un teclado", "necesito un teclado"),
        ("mejor dicho, el teclado", None),
        ("mejor no", None),
        ("es el primero de la lista", None),
    ],
)
def test_what_is_to_come_first(text: str, first: str | None) -> None:
    assert put_first(text) == first


def test_a_story_has_a_bounded_number_of_pieces() -> None:
    assert len(problems("no abre el correo, " * 300)) == MAX_PROBLEMS
