"""What may be done after a danger, and whether what came is to be trusted; and what is neither."""

import pytest

from itgov_bot.understanding.language.asked_of_danger import asks_if_may, asks_if_trusted


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("lo borro o no", True),
        ("¿y entonces qué hago, le contesto?", True),
        ("¿y si lo prendo un momentico?", True),
        ("¿puedo seguir usándolo?", True),
        ("¿será que le pago?", True),
        ("¿ya lo puedo conectar otra vez?", True),
        ("y si lo limpio con un trapo?", True),
        ("¿toca formatearlo?", True),
        ("entonces lo apago", True),
        ("ya apague el pc sta bien??", True),
        ("¿hice bien en desconectarlo?", True),
        ("ya cambié la clave, ¿con eso basta?", True),
        ("¿quedó bien lo de la impresora?", False),
        ("lo abro y se cierra", False),
        ("ya lo borré", False),
        ("¿a qué hora llegan?", False),
        ("¿y si no viene nadie?", False),
        ("¿puedo pedir otro computador?", False),
        ("apago y prendo y sigue igual", False),
        ("", False),
    ],
)
def test_whether_it_may_be_done(text: str, is_asked: bool) -> None:
    assert asks_if_may(text) is is_asked


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("¿eso es de ustedes?", True),
        ("es seguro?", True),
        ("¿será verdad?", True),
        ("ustedes lo mandaron?", True),
        ("¿lo enviaron ustedes?", True),
        ("¿ese mensaje sí es de la alcaldía?", True),
        ("me pasaron un enlace de un bono, ¿es confiable?", True),
        ("es falso o es verdad?", True),
        ("es de la secretaría de hacienda", False),
        ("¿ustedes arreglan impresoras?", False),
        ("es urgente", False),
        ("¿es en el piso dos?", False),
    ],
)
def test_whether_it_is_to_be_trusted(text: str, is_asked: bool) -> None:
    assert asks_if_trusted(text) is is_asked
