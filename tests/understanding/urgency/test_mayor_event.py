"""An event of the mayor's office for which people are needed, whatever the hour: found, dated, placed; and what is none."""

import pytest

from itgov_bot.understanding import Understanding
from itgov_bot.understanding.urgency.mayor_event import new_place, place_of_event
from tests.understanding.language.tables import moment

NOW = moment("2026-11-10 10:00")


@pytest.mark.parametrize(
    ("text", "start", "day", "place"),
    [
        ("Evento del despacho esta noche a las 8", "2026-11-10 20:00", "2026-11-10", None),
        (
            "rueda de prensa del alcalde mañana a las 3 pm en el Palacio de la Aduana, requerimos un técnico",
            "2026-11-11 15:00",
            "2026-11-11",
            "Palacio de la Aduana",
        ),
        (
            "el domingo el alcalde tiene un evento en el Teatro Heredia, necesitamos acompañamiento de sistemas",
            None,
            "2026-11-15",
            "Teatro Heredia",
        ),
        ("necesitamos apoyo de informática para un evento del alcalde", None, None, None),
        (
            "mañana 8 pm concierto con el alcalde en la plaza, ¿nos mandan un ingeniero?",
            "2026-11-11 20:00",
            "2026-11-11",
            None,
        ),
    ],
)
def test_an_event_is_found(
    text: str, start: str | None, day: str | None, place: str | None, understanding: Understanding
) -> None:
    found = understanding.mayor_event(text, NOW)
    assert found is not None
    assert found.start == (moment(start) if start else None)
    assert (str(found.day) if found.day else None) == day
    assert found.place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("el jueves en manga a las 6 hay acto del alcalde", "manga"),
        (
            "acto del alcalde en el baluarte de santa catalina, 5 pm, manden sonido",
            "baluarte de santa catalina",
        ),
        ("en la noche del viernes el alcalde da un discurso en vivo", None),
        ("en tres días hay evento del alcalde", None),
        ("el alcalde va a estar en reunión con los ediles", None),
        ("alcalde mañana 7 pm estadio de béisbol, juegos", "estadio de béisbol"),
        ("pues ya le dije plaza de los coches", "plaza de los coches"),
        ("en diciembre hay evento del alcalde en Tierrabomba por la tarde", "Tierrabomba"),
    ],
)
def test_the_place_of_an_event_stands_anywhere(text: str, place: str | None) -> None:
    assert place_of_event(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ya no es en la plaza de toros sino en el parque heredia", "parque heredia"),
        ("cambien el lugar a Plaza Fundadores", "Plaza Fundadores"),
        ("es a las 8 en el muelle de la bodeguita, no en bocagrande", "muelle de la bodeguita"),
        ("lo pasaron para el martes a las 4", None),
        ("ya no es en el coliseo", None),
        ("ya no es en la plaza es en la casa del marqués", "casa del marqués"),
        ("lo mueven pal parque de la marina", "parque de la marina"),
        ("lo trasladaron a la sociedad portuaria el jueves", "sociedad portuaria"),
        ("el lugar nuevo es la bodega de los pegasos", "bodega de los pegasos"),
        ("no es el viernes sino el sábado", None),
        ("lo pasaron para mañana", None),
    ],
)
def test_the_new_place_of_an_event_that_is_moved(text: str, place: str | None) -> None:
    assert new_place(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "cuándo es el evento del alcalde",
        "el evento del alcalde de mañana se cancela",
        "gracias por el acompañamiento en el evento del alcalde anoche",
        "la impresora del despacho del alcalde no imprime",
        "en el despacho del alcalde no hay internet",
        "hay reunión con el gobernador mañana, necesitamos sonido",
        "necesito apoyo con el video beam mañana a las 3",
        "no me abre el correo",
        "",
    ],
)
def test_what_is_no_event(text: str, understanding: Understanding) -> None:
    assert understanding.mayor_event(text, NOW) is None
