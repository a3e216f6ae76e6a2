"""What changes of an event, and the date and the place in the same words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.understanding import Understanding
from itgov_bot.understanding.inside.event_told import event_told, says_not_ours
from itgov_bot.understanding.urgency.several_events import events_apart
from tests.understanding.inside.test_inside import cases

NOW = datetime(2026, 11, 25, 22, tzinfo=ZoneInfo("America/Bogota"))


def test_what_changes_of_an_event_and_to_what(understanding: Understanding) -> None:
    wrong = []
    for said, *expected in cases("events_told"):
        found = event_told(understanding.inside, said, None, NOW)
        hour = f" {found.when.hour:%H:%M}" if found and found.when.hour else ""
        when = f"{found.when.day or '-'}{hour}" if found else "-"
        read = [str(found.says), when, found.place or "-"] if found else ["other"]
        is_of_no_slot = expected[0] in ("postponed", "cancel", "other", "more", "when")
        if (read[:1] if is_of_no_slot else read) != (expected[:1] if is_of_no_slot else expected):
            wrong.append((said, read))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "is_not"),
    [
        ("es de la gerente, no del alcalde", True),
        ("no, no es un evento del alcalde", True),
        ("el alcalde no va", True),
        ("no es ningún evento, es que la pantalla no prende", True),
        ("no es un evento de la gerente sino del alcalde", False),
        ("perdón, no era para el alcalde", True),
        ("es del alcalde", False),
        ("¿no es del alcalde?", False),
        ("no hay sonido para el acto del alcalde", False),
    ],
)
def test_an_event_that_is_not_the_mayors(understanding: Understanding, text: str, is_not: bool) -> None:
    assert says_not_ours(understanding.inside, text) is is_not


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "soy del despacho, mañana 7pm inauguracion en el parque del centenario y el domingo a las 10 am misa en san "
            "pedro, el alcalde va a los dos",
            2,
        ),
        ("el alcalde tiene dos actos: el viernes a las 6 pm en el teatro, el sábado a las 9 am en Manga", 2),
        ("el viernes, mañana no, a las 7 pm en el teatro", 1),
        ("mañana a las 7 pm hay rueda de prensa en la plaza de la Aduana y el sábado ya no hay nada", 1),
        ("el sábado 14 a las 7 pm en la plaza de la Aduana, necesitamos sonido", 1),
    ],
)
def test_several_events_of_one_message(text: str, count: int) -> None:
    assert len(events_apart(text, NOW)) == count
