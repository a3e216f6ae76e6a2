"""Hurried words put right, towards the words that the desk knows; what is known, or like nothing, is left alone."""

import pytest

from itgov_bot.understanding.language.respelling import Respelling

COMMON = (
    *(
        "internet",
        "servidor",
        "toda",
        "todo",
        "sede",
        "desde",
        "red",
        "sin",
        "enlace",
        "alcalde",
        "rueda",
        "prensa",
        "noche",
    ),
    *(
        "necesitamos",
        "oficina",
        "quemado",
        "incomunicados",
        "correo",
        "nadie",
        "puede",
        "entrar",
        "muy",
        "caido",
    ),
)
RESPELLING = Respelling(COMMON, (*COMMON, "core", "cada", "galeras", "pm", "ups"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # without vowels, the letters that are left in their order
        ("srvdr", "servidor"),
        ("intrnt", "internet"),
        ("tda la sde sn rd dsd ayer", "toda la sede sin red desde ayer"),
        ("tdo kmado", "todo quemado"),
        ("sta nche l alclde tiene rda d prnsa", "esta noche el alcalde tiene rueda de prensa"),
        ("s fue el enlac, stamos incomnicads", "se fue el enlace, estamos incomunicados"),
        # a slip of the fingers
        ("interent caido", "internet caido"),
        ("nadei pude entrra", "nadie puede entrar"),
        ("nesecitamos", "necesitamos"),
        # other words
        ("core de galeras", "core de galeras"),
        ("a las 8 pm", "a las 8 pm"),
        ("7 p m", "7 p m"),
        ("the mayor's link", "the mayor's link"),
        ("10.0.0.1", "10.0.0.1"),
        ("", ""),
    ],
)
def test_what_was_meant(typed: str, meant: str) -> None:
    assert RESPELLING.respell(typed) == meant
