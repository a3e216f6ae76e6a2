"""A bad file of given names is told in one Spanish line; accents are no matter."""

from pathlib import Path

import pytest

from itgov_bot.understanding import VocabularyError
from itgov_bot.understanding.language.people.personal_data import Scrubber, read_scrubber


@pytest.mark.parametrize("name", ["ana maría", "jo", "pepe2"])
def test_a_name_is_one_word(tmp_path: Path, name: str) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "given_names.yaml").write_text(f"given: [{name}]", "utf-8")
    with pytest.raises(
        VocabularyError, match=f"given_names.yaml, `given`: «{name}» no es un nombre; escriba"
    ):
        read_scrubber(tmp_path)


def test_names_are_those_of_the_city() -> None:
    assert Scrubber.of(["fermín"]).scrub("Fermin no tiene red") == "[nombre] no tiene red"
    assert Scrubber.of([]).scrub("Fermin no tiene red") == "Fermin no tiene red"


LINKS = (
    "https://alcaldia-soporte.co/x", "alcaldia-soporte.co", "t.me/soporte_alcaldia", "Soporte.Alcaldia.COM.CO/entrar",
    "www . soporte .com", "http://1.2.3.4/x", "tg://resolve?domain=x", "bit.ly/3xY", "al\u200bcaldia\u200b-soporte.co",
    "аlсаldiа-sоpоrtе.со", "soporte\u2024co", "soporte。com", "ｓｏｐｏｒｔｅ．ｃｏｍ",
    "https://alcaldia-soporte-2026.com/clave", "http://203.0.113.9/login", "203.0.113.9/login", "203.0.113.9:8080",
    "alcaldia-soporte-2026.tattoo", "soporte.alcaldia.tattoo", "alcaldia.tattoo/clave", "alcaldia.tattoo:8443",
    "alcaldia.xn--p1ai", "alcaldia.рф", ".alcaldia.co", "_alcaldia.co", "https://radicado-2026-1234.com",
    "juan-perez-1234@gmail.com", "oficio.modelo-2026-1234.com", "www.alcaldia.tattoo",
)  # fmt: skip


@pytest.mark.parametrize("link", LINKS)
def test_no_link_is_quoted_to_others(link: str) -> None:
    found = Scrubber.of([]).scrub(f"No abre el correo. Active su cuenta en {link} ya")
    assert found in (
        f"No abre el correo. Active su cuenta en {left}[{what}] ya"
        for left in ("", ".", "_")
        for what in ("enlace", "correo")
    )


@pytest.mark.parametrize("before", ["en", "entre a", "el enlace:", "la página"])
def test_a_link_of_any_ending_goes_where_it_is_told_as_one(before: str) -> None:
    assert Scrubber.of([]).scrub(f"{before} alcaldia.tattoo ya") == f"{before} [enlace] ya"


@pytest.mark.parametrize("thing", ["modelo", "placa", "radicado No.", "serial:"])
@pytest.mark.parametrize("reaches", ["3001234567", "(605) 641 1370", "573001234567", "+34 600 12 34 56"])
def test_a_telephone_is_no_thing(thing: str, reaches: str) -> None:
    assert Scrubber.of([]).scrub(f"el {thing} {reaches} llame") == f"el {thing} [número] llame"


@pytest.mark.parametrize("name", ["@soporte_ti", "@Juan_Perez99", "@\u200bsoporte_ti", "＠soporte_ti"])
def test_no_user_name_is_quoted_to_others(name: str) -> None:
    assert Scrubber.of([]).scrub(f"escríbale a {name} hoy") in (
        "escríbale a [usuario] hoy",
        "escríbale a [correo] hoy",
    )


@pytest.mark.parametrize(
    "phone", ["300 123 4567", "３００１２３４５６７", "300\u200b1234567", "+57 (300) 123-4567"]
)
def test_no_telephone_is_quoted_to_others(phone: str) -> None:
    assert Scrubber.of([]).scrub(f"llame al {phone}") == "llame al [número]"


@pytest.mark.parametrize(
    "said",
    [
        "no imprime. La de piso 2 tampoco", "se cayó la red. es urgente",
        "se fue la luz.No hay red", "falla desde las 2 p.m. en la sede",
        "el informe.docx no abre", "no hay red... en serio",
        "la versión 2.10.3 no sirve", "el servidor 10.20.30.40 no responde", "la red 10.20.30.0/24 no responde",
        "gracias.Buenas tardes", "se cayó la red.Es urgente", "no hay red en la sede.Quedo atento",
        "falla en Aduana.Por favor vengan",
        "no hay luz en aduana.gracias", "falla en informe-final.docx hoy", "no abre en acta.pdf", "el e-mail.gracias",
        "la sociedad S.A.S. no entra", "¿abre informe.pdf? no", "necesito equipo y/o pantalla", "son las 10:30.Gracias",
        "la placa 1002334 y el serial 5CG1234XYZ", "el oficio AMC-OFI-0012345-2026 no abre", "p.ej. el correo",
    ],
)  # fmt: skip
def test_what_is_no_link_stays(said: str) -> None:
    assert Scrubber.of([]).scrub(said) == said
