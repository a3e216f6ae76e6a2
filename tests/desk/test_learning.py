"""What is kept of a message that was not understood says nothing about a person, and still says what was meant."""

import threading
from collections.abc import Sequence
from typing import cast

import pytest

from itgov_bot.desk import learning
from itgov_bot.domain.learning import Lesson, Unmatched
from itgov_bot.settings import ROOT
from itgov_bot.understanding import Phrase, Understanding
from itgov_bot.understanding.language.people.personal_data import MAX_CHARS, read_scrubber

LESSON = Lesson(Unmatched(1, "hola", 1, None, None), "SER-001")
scrub = read_scrubber(ROOT / "data").scrub


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        # Numbers of people.
        ("mi cédula es 1.047.382.910", "mi cédula es [número]"),
        ("CC 73123456 no me abre", "CC [número] no me abre"),
        ("mi cc es 731234", "mi cc es [número]"),
        ("c.c. 73.123.456", "c.c. [número]"),
        ("cedula No. 45 678 901", "cedula [número]"),
        ("NIT 890.480.184-4", "NIT [número]"),
        ("llámeme al 300 123 4567", "llámeme al [número]"),
        ("cel-3001234567 o cc-73118402", "cel-[número] o cc-[número]"),
        ("mi celular 3001234567", "mi celular [número]"),
        ("+57 300-123-4567 ya", "[número] ya"),
        ("al (605) 641-1370", "al [número]"),
        ("tel: 6411370", "tel [número]"),
        # Addresses.
        ("escriba a juan.perez@cartagena.gov.co", "escriba a [correo]"),
        ("soy @juanp en telegram", "soy [correo] en telegram"),
        ("mire https://sigob.gov.co/?user=juan y www.x.co", "mire [enlace] y [enlace]"),
        # Names, mostly without capitals.
        (
            "soy juan perez de hacienda y no me abre el correo",
            "soy [nombre] de hacienda y no me abre el correo",
        ),
        ("Soy Juan Pérez, no tengo red", "Soy [nombre] , no tengo red"),
        ("me llamo yeferson y no tengo red", "me llamo [nombre] y no tengo red"),
        ("Mi nombre es Ana María de la Rosa", "Mi nombre es [nombre] de la [nombre]"),
        ("le habla pedro gomez de talento humano", "le habla [nombre] de talento humano"),
        ("la doctora maria perez no puede entrar", "la doctora [nombre] no puede entrar"),
        ("el Dr. Gómez necesita vpn", "el Dr [nombre] necesita vpn"),
        ("el ing carlos gomez tiene la clave", "el ing [nombre] tiene la clave"),
        ("no le abre a Ana María López", "no le abre a [nombre]"),
        ("soy yeison y no entro", "soy [nombre] y no entro"),
        ("no le abre a yuranis batista", "no le abre a [nombre]"),
        # Names of users.
        ("mi usuario es mcastro", "mi usuario es [usuario]"),
        ("usuario: rperez12 bloqueado", "usuario: [usuario] bloqueado"),
        ("mi usuario de red es ana.lopez y no entro", "mi usuario de red es [usuario] y no entro"),
        ("el usuario jmarrugo no puede entrar", "el usuario [usuario] no puede entrar"),
        ("DON JULIÁN NO PUEDE IMPRIMIR", "DON [nombre] NO PUEDE IMPRIMIR"),
    ],
)
def test_personal_data_is_left_out(text: str, kept: str) -> None:
    assert scrub(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "no me abre el correo",
        "soy nuevo y necesito usuario",
        "soy funcionaria de hacienda",
        "no hay luz en el piso 3",
        "julio no se puede cerrar en nómina",
        "necesito 3 mouse y 2 teclados",
        "office 365 no abre",
        "la impresora HP LaserJet 1020 no imprime",
        "el señor alcalde tiene un evento",
        "el ingeniero de sistemas no vino",
        "no tengo señal en el celular",
        "se cayó internet desde las 8:30",
        "error 0x80070005",
        "el caso SAUS-2026-000123 sigue igual",
        "la placa de inventario 20034511 no prende",
        "equipo placa 1002334 apagado",
        "el radicado EXT-AMC-26-0012345 no abre",
        "la 10.20.30.41 no responde",
        "mi usuario está bloqueado",
        "mi usuario es nuevo",
        "el usuario no puede entrar",
        "usuario bloqueado",
        "el usuario prueba no existe",
    ],
)
def test_what_was_meant_is_kept(text: str) -> None:
    assert scrub(text) == text


async def test_a_lesson_is_tried_beside_the_event_loop() -> None:
    where: list[int] = []

    def known() -> Sequence[Phrase]:
        where.append(threading.get_ident())
        raise LookupError

    with pytest.raises(LookupError):
        await learning.effect_of(cast(Understanding, None), LESSON, known)
    assert where != [threading.get_ident()]


def test_it_is_one_short_line() -> None:
    assert scrub("  uno\n\tdos  ") == "uno dos"
    assert len(scrub("palabra " * 200)) <= MAX_CHARS
    assert scrub(" \n ") == ""
