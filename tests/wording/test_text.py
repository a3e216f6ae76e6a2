"""Hours and sentences, as they are said here; that no reply slips is looked at in every test (`conftest`)."""

from datetime import time

import pytest

from itgov_bot.replies import MAX_LABEL
from itgov_bot.wording.text import at_clock, clock, days_in_words, office_label, plural, stop
from tests.made import city


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(0), "12:00 a. m."),
        (time(0, 1), "12:01 a. m."),
        (time(8), "8:00 a. m."),
        (time(11, 59), "11:59 a. m."),
        (time(12), "12:00 m."),
        (time(12, 1), "12:01 p. m."),
        (time(13), "1:00 p. m."),
        (time(23, 59), "11:59 p. m."),
    ],
)
def test_the_clock(at: time, said: str) -> None:
    assert clock(at) == said
    assert stop(f"Abrimos a {at_clock(at)}") == f"Abrimos a {'la' if at.hour in (1, 13) else 'las'} {said}"


def test_a_sentence_has_one_stop() -> None:
    assert [stop("Listo"), stop("a las 5:00 p. m."), stop("¿y?")] == ["Listo.", "a las 5:00 p. m.", "¿y?"]


def test_days() -> None:
    assert [days_in_words(days) for days in ([0, 1, 2, 3], [0, 1], [4])] == [
        "lunes a jueves",
        "lunes y martes",
        "viernes",
    ]
    assert [plural("lunes"), plural("sábado")] == ["lunes", "sábados"]


def test_every_dependencia_fits_on_a_button_and_is_told_from_the_others() -> None:
    offices = city().processes.offices
    labels = [office_label(one) for one in offices]
    assert max(map(len, labels)) <= MAX_LABEL
    assert len(set(labels)) == len(offices)
