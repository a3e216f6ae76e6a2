"""Hurried words put right, towards the words that the desk knows; what is known, or like nothing, is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.understanding.language.respelling import MAX_LETTERS, Respelling

SAID = """
    internet servidor toda todo sede desde red sin enlace alcalde rueda prensa noche necesitamos oficina quemado
    incomunicados correo nadie puede entrar muy caido impresora contrasena quiero no me abre habilitar clave necesito
    computador teclado cable bota
"""
COMMON = SAID.split()
RESPELLING = Respelling(COMMON, (*COMMON, "core", "cada", "galeras", "pm", "ups", "el", "vpn"))


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
        ("n m abr l crro", "no me abre el correo"),
        ("hbltr l vpn", "habilitar el vpn"),
        ("nsito la clv n la ofcna", "necesito la clave en la oficina"),
        # by ear
        ("kontracena", "contrasena"),
        ("qiero entrar al conputador", "quiero entrar al computador"),
        ("el cavle del teclao", "el cable del teclado"),
        ("inprezora", "impresora"),
        # a slip of the fingers
        ("interent caido", "internet caido"),
        ("nadei puede etnrar", "nadie puede entrar"),
        ("nesecitamos", "necesitamos"),
        # two written as one
        ("nomeabre elcorreo", "no me abre el correo"),
        ("correointernet", "correo internet"),
        # right as they stand
        ("core de galeras", "core de galeras"),
        ("a las 8 pm", "a las 8 pm"),
        ("7 p m", "7 p m"),
        ("paloma rauda", "paloma rauda"),
        ("correos enlaces", "correos enlaces"),
        ("the mayor's link", "the mayor's link"),
        ("10.0.0.1", "10.0.0.1"),
        ("", ""),
    ],
)
def test_what_was_meant(typed: str, meant: str) -> None:
    assert RESPELLING.respell(typed) == meant


def test_a_rare_word_gives_way_to_the_one_it_sounds_like() -> None:
    said = [("no abre el correo", str(number)) for number in range(40)] + [
        ("coreo", "ana"),
        ("coreo", "beto"),
    ]
    learned = Respelling.learn((text.split(), author) for text, author in said)
    assert learned.respell("el coreo") == "el correo"


def test_a_word_of_two_authors_is_left_alone() -> None:
    said = [("no abre el correo", str(number)) for number in range(10)] + [
        ("coreo", "ana"),
        ("coreo", "beto"),
    ]
    learned = Respelling.learn((text.split(), author) for text, author in said)
    assert learned.respell("el coreo") == "el coreo"


@given(st.sampled_from(COMMON))
def test_known_words_never_change(word: str) -> None:
    assert RESPELLING.word(word) == word


@given(st.text("abcdeimnorstvk", max_size=30))
def test_what_was_respelt_stays(word: str) -> None:
    once = RESPELLING.respell(word)
    assert len(once) <= len(word) + MAX_LETTERS
    assert RESPELLING.respell(once) == once
