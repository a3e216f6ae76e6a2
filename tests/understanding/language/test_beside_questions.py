"""Beside a question of the desk: whom it hits, what is asked about a service, what is meant by the question."""

import pytest

from itgov_bot.understanding.language.asked_of_service import OfIt, may_ask, says_only_who
from itgov_bot.understanding.language.cases.one_case import waits_for_a_thing
from itgov_bot.understanding.language.cases.whom_it_hits import (
    hits_only_me,
    hits_others,
    is_not_urgent,
)
from itgov_bot.understanding.language.questions import asks_meaning, asks_meaning_of, asks_whom, goes_on_with
from itgov_bot.understanding.language.topics_asked import topics_asked

WHO, LONG, FORMS, COMES = OfIt.WHO_MAY, OfIt.HOW_LONG, OfIt.FORMS, OfIt.WHO_COMES


@pytest.mark.parametrize(
    ("text", "others", "mine"),
    [
        ("somos como veinte", True, False),
        ("ya vi que todo el piso está en las mismas", True, False),
        ("a mis compañeras les pasa igual", True, False),
        ("hay pacientes esperando", True, False),
        ("nadie aquí puede entrar", True, False),
        ("varias personas", True, False),
        ("solo yo", False, True),
        ("no, nada más mi computador", False, True),
        ("creo que es solo a mí", False, True),
        ("no, solo me pasa a mi, no es urgente", False, True),
        ("no, solo el mio", False, True),
        ("a mi solita", False, True),
        ("sí, a toda la oficina, estamos en la aduana", True, False),
        ("no, a mi compañera si le abre", False, False),
        ("muchas gracias", False, False),
        ("¿somos muchos?", False, False),
        ("se me apaga solo el computador", False, False),
        ("tengo dos pantallas", False, False),
    ],
)
def test_whom_it_hits(text: str, others: bool, mine: bool) -> None:
    assert (hits_others(text), hits_only_me(text)) == (others, mine)


@pytest.mark.parametrize(
    ("text", "can_wait"),
    [
        ("no, tranquilo, eso lo ven mañana", True),
        ("no es urgente", True),
        ("eso puede esperar", True),
        ("no hay afán", True),
        ("el lunes lo revisan", True),
        ("nah, eso espera hasta mañana", True),
        ("es urgente", False),
        ("mañana hay consejo", False),
    ],
)
def test_what_can_wait(text: str, can_wait: bool) -> None:
    assert is_not_urgent(text) is can_wait


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("¿quién lo puede pedir?, ¿cuánto tardan?, ¿y lleva oficio?", (WHO, LONG, FORMS)),
        ("kien autoriza eso", (WHO,)),
        ("¿mi jefa tiene que firmar?", (WHO,)),
        ("¿para cuándo estaría?", (LONG,)),
        ("hay que diligenciar un formulario", (FORMS,)),
        ("¿quién es la persona que me va a atender?", (COMES,)),
        ("¿cómo hacen para ubicarme?", ()),
        ("¿cómo me van a encontrar?", (COMES,)),
        ("¿con quién hablo lo de las vacaciones?", ()),
        ("¿puedo usar el computador mientras tanto?", ()),
        ("¿qué más puedo hacer por aquí?", ()),
        ("no me abre el correo", ()),
    ],
)
def test_what_is_asked_about_a_service(text: str, topics: tuple[OfIt, ...]) -> None:
    assert topics_asked(text) == topics


@pytest.mark.parametrize(
    ("text", "may"),
    [("no soy de planta", True), ("soy de ops", True), ("soy un ciudadano", False), ("¿puedo?", None)],
)
def test_who_may_ask_of_funcionarios_y_contratistas(text: str, may: bool | None) -> None:
    assert may_ask(text, "Funcionarios y contratistas") is may


@pytest.mark.parametrize(
    ("text", "is_only_who"),
    [("soy de ops", True), ("yo soy contratista", True), ("soy contratista de salud", False)],
)
def test_who_says_no_more_than_what_they_are(text: str, is_only_who: bool) -> None:
    assert says_only_who(text) is is_only_who


@pytest.mark.parametrize(
    ("text", "step", "is_meant"),
    [
        ("¿cómo así que dependencia?", "place", True),
        ("que es eso de la sede", "place", True),
        ("¿cuál contacto?", "contact", True),
        ("¿qué es lo que autorizo?", "confirm", True),
        ("¿cuál es el número del caso?", "confirm", False),
        ("en la dependencia de siempre", "place", False),
        ("¿cómo así que dependencia?", "service", False),
    ],
)
def test_what_is_meant_by_the_question_of_a_step(text: str, step: str, is_meant: bool) -> None:
    assert asks_meaning_of(text, step) is is_meant


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("¿cuál cable?", True),
        ("cómo así", True),
        ("¿y cuál es la diferencia?", True),
        ("el cable de atrás", False),
    ],
)
def test_what_is_meant_by_a_choice(text: str, is_asked: bool) -> None:
    assert asks_meaning(text) is is_asked


@pytest.mark.parametrize(
    ("text", "goes_on", "whom"),
    [
        ("ah, y el aire también", True, False),
        ("y la puerta de atrás", True, False),
        ("bueno, ¿y a quién le digo?", False, True),
        ("¿a dónde llamo entonces?", False, True),
        ("no me imprime la impresora", False, False),
        ("y no tengo internet", False, False),
    ],
)
def test_what_follows_what_the_desk_does_not_do(text: str, goes_on: bool, whom: bool) -> None:
    assert (goes_on_with(text), asks_whom(text)) == (goes_on, whom)


@pytest.mark.parametrize(
    ("text", "is_thing"),
    [
        ("llevo días esperando lo del escáner", True),
        ("¿cuándo vienen a arreglarme la impresora?", True),
        ("¿cómo va lo de mi caso?", False),
        ("¿qué pasó con mi solicitud?", False),
    ],
)
def test_whether_it_is_told_what_they_wait_for(text: str, is_thing: bool) -> None:
    assert waits_for_a_thing(text) is is_thing
