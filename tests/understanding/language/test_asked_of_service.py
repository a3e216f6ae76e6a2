"""What is asked of a service that was spoken of, and what names a thing of its own; what stands before «quién lo pide»."""

import pytest

from itgov_bot.understanding.language.asked_of_service import OfIt, asked_of_it, told_before_who
from itgov_bot.understanding.language.cases.one_case import wants_it_after_all


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("¿y los pasantes?", OfIt.WHO_MAY),
        ("yo estoy por prestación de servicios, ¿puedo?", None),
        ("soy de planta, ¿puedo pedirlo?", OfIt.WHO_MAY),
        ("y eso quién lo autoriza", OfIt.WHO_MAY),
        ("¿lo puede pedir cualquiera?", OfIt.WHO_MAY),
        ("¿le toca a mi jefe?", OfIt.WHO_MAY),
        ("¿y los contratistas la pueden usar?", OfIt.WHO_MAY),
        ("¿y eso cuánto tarda?", OfIt.HOW_LONG),
        ("¿alcanzan a tenerla lista para el viernes?", OfIt.HOW_LONG),
        ("me lo ponen antes de diciembre?", OfIt.HOW_LONG),
        ("¿cuántos días se demoran más o menos?", None),
        ("soy contratista", None),
        ("¿cuánto se demora crear un usuario?", None),
        ("¿me ponen el tóner hoy?", None),
        ("¿a qué hora abren el lunes?", None),
        ("¿quién puede pedir la VPN?", None),
        ("el viernes no hay internet", None),
        ("", None),
    ],
)
def test_what_is_asked_of_what_was_spoken_of(text: str, asked: OfIt | None) -> None:
    assert asked_of_it(text) is asked


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("necesito una página para la oficina, ¿quién la pide?", "necesito una página para la oficina"),
        ("queremos una carpeta compartida y quien puede pedirla", "queremos una carpeta compartida"),
        ("¿quién puede pedir la VPN?", ""),
        ("no me abre el correo", "no me abre el correo"),
    ],
)
def test_what_is_told_before_it_is_asked_who_may(text: str, told: str) -> None:
    assert told_before_who(text) == told


@pytest.mark.parametrize(
    ("text", "is_wanted"),
    [
        ("mejor sí, déjelo abierto", True),
        ("no, espere, todavía lo necesito", True),
        ("me arrepentí, no lo cancelen", True),
        ("ay no lo quería cancelar", True),
        ("no, no, que no lo cierren", True),
        ("ya no lo necesito", False),
        ("no me deja cancelar la cita", False),
        ("déjelo así", False),
    ],
)
def test_what_was_cancelled_is_wanted_after_all(text: str, is_wanted: bool) -> None:
    assert wants_it_after_all(text) is is_wanted
