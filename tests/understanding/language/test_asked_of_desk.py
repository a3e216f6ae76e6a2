"""What exactly is asked, where the kind of question is known; and what is none of it."""

import pytest

from itgov_bot.understanding.language.asked_of_desk import (
    DataAsked,
    Way,
    asks_if_ours,
    asks_if_person,
    asks_what_to_do,
    data_asked,
    way_asked,
)
from itgov_bot.understanding.language.asked_of_service import (
    ServiceAsked,
    asks_who_authorizes,
    may_ask,
    service_asked,
)


@pytest.mark.parametrize(
    ("text", "users", "may"),
    [
        ("¿los contratistas pueden?", "Funcionarios y contratistas", True),
        ("soy contratista de la secretaría, ¿puedo?", "Funcionarios", False),
        ("soy contratista, ¿puedo?", "Funcionarios y contratistas del área de TI", False),
        ("¿una empleada de planta puede pedirlo?", "Funcionarios", True),
        ("¿un judicante?", "Todas las dependencias", True),
        ("¿un visitante?", "Todas las dependencias", False),
        ("¿un ciudadano?", "Ciudadanos, organizaciones externas, funcionarios y contratistas", True),
        ("¿quién lo puede pedir?", "Funcionarios", None),
    ],
)
def test_who_asks_is_among_the_printed_or_not(text: str, users: str, may: bool | None) -> None:
    assert may_ask(text, users) is may


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("¿hay algún wpp?", Way.WHATSAPP),
        ("¿a qué número llamo?", Way.PHONE),
        ("¿atienden de manera presencial?", Way.SEAT),
        ("¿me dan el correo o el teléfono?", None),
        ("¿cómo los contacto?", None),
    ],
)
def test_one_way_is_asked_after(text: str, way: Way | None) -> None:
    assert way_asked(text) is way


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("¿cuántos meses guardan mis mensajes?", DataAsked.HOW_LONG),
        ("¿el director sabe lo que escribo?", DataAsked.WHO_SEES),
        ("mi jefe no puede ver mis casos compartidos en la carpeta", None),
        ("¿para qué quieren mi celular?", None),
    ],
)
def test_what_of_ones_data(text: str, asked: DataAsked | None) -> None:
    assert data_asked(text) is asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("buenas, ¿reparan impresoras?", ServiceAsked.DOES),
        ("¿alquilan portátiles?", ServiceAsked.HAS),
        ("me voy de licencia, ¿qué hago con mi usuario?", ServiceAsked.HOW),
        ("¿la VPN sirve en el celular?", None),
    ],
)
def test_what_a_question_about_a_service_begins_with(text: str, asked: ServiceAsked | None) -> None:
    assert service_asked(text) is asked


def test_who_allows_it() -> None:
    assert asks_who_authorizes("¿quién me autoriza un usuario nuevo?")
    assert not asks_who_authorizes("ya me autorizaron el usuario")


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("que hago??", True),
        ("¿y mientras tanto?", True),
        ("entonces qué hago yo ahora", True),
        ("mientras llegan, ¿qué puedo hacer?", True),
        ("¿qué más toca hacer?", True),
        ("¿tengo que hacer algo con la solicitud de vacaciones?", False),
        ("qué hago si no prende el computador", False),
        ("¿qué hacen ustedes?", False),
        ("", False),
    ],
)
def test_what_to_do_until_somebody_comes(text: str, is_asked: bool) -> None:
    assert asks_what_to_do(text) is is_asked


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("¿usted es una máquina?", True),
        ("oiga, ¿hablo con un robot o con alguien?", True),
        ("ustedes son una persona o un programa", True),
        ("eres un bot", True),
        ("quiero hablar con una persona", False),
        ("¿hay alguien ahí?", False),
        ("es una persona la que no puede entrar", False),
    ],
)
def test_whether_this_is_a_person(text: str, is_asked: bool) -> None:
    assert asks_if_person(text) is is_asked


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("¿y eso no es de ustedes?", True),
        ("¿eso lo arreglan ustedes?", True),
        ("pero ese tema les toca a ustedes o no", True),
        ("¿lo mío es con sistemas?", True),
        ("la impresora es de ustedes y no imprime", False),
        ("¿el correo lo ven ustedes?", False),
        ("es de sistemas", False),
    ],
)
def test_whether_what_was_told_is_the_desks(text: str, is_asked: bool) -> None:
    assert asks_if_ours(text) is is_asked
