"""What the guard asks the desk, and that another is to go on, is told from words for whoever reported the case."""

import pytest

from itgov_bot.understanding.language.duty.asked_of_case import asked_at_duty
from itgov_bot.understanding.language.duty.call_answered import CallAnswered, call_answered, gives_up

from .tables import cases


def read(text: str) -> str:
    if asked := asked_at_duty(text):
        return asked.about + ("?" if asked.to_them else "")
    given = gives_up(text)
    if given is None:
        return "-"
    return f"to {given.to}" if given.to and given.is_sure else "gives up" if given.is_sure else "perhaps"


@pytest.mark.parametrize(("text", "meant"), cases("duty_words"))
def test_what_the_guard_says(text: str, meant: str) -> None:
    assert read(text) == meant


CALLS = {
    "lo tomo": CallAnswered(takes=True),
    "lo tomo 1": CallAnswered(takes=True, number="1"),
    "tomo el SAUS-2026-000012": CallAnswered(takes=True, number="000012"),
    "tomo los dos": CallAnswered(takes=True, all_of_them=True),
    "no puedo": CallAnswered(takes=False),
    "no puedo con el 2": CallAnswered(takes=False, number="2"),
    "no puedo con ninguno": CallAnswered(takes=False, all_of_them=True),
    "no lo tomo": CallAnswered(takes=False),
    "tomo el primero": CallAnswered(takes=True, named="el primero"),
    "voy con el de la Aduana, el otro que lo coja dario": CallAnswered(takes=True, named="el de la aduana"),
    "no puedo entrar": None,
    "¿lo tomo?": None,
    "tomo nota": None,
}


@pytest.mark.parametrize(("text", "answered"), CALLS.items())
def test_what_is_answered_to_a_call(text: str, answered: CallAnswered | None) -> None:
    assert call_answered(text) == answered
