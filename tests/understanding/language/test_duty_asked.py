"""What is said of the guard is told from hours, cases and other people's turns."""

import pytest

from itgov_bot.understanding.language.duty.asked import asks_who_is_on_duty, is_of_rota

SAID = {
    "quién está de guardia": True,
    "¿quiénes están de turno esta noche?": True,
    "a quién llamo en la noche": True,
    "cuándo me toca guardia": True,
    "no puedo estar de guardia el sábado": False,
    "no puedo entrar al correo": False,
    "a qué hora abren el sábado": False,
    "la impresora de la guardia de seguridad no imprime": False,
    "se cayó el sistema de turnos para atención al público": False,
    "ya voy saliendo": False,
    "el turno de ventanilla no aparece en la pantalla": False,
}


@pytest.mark.parametrize(("text", "is_it"), SAID.items())
def test_who_is_on_duty_is_asked_plainly(text: str, is_it: bool) -> None:
    assert asks_who_is_on_duty(text) is is_it


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("no puedo el lunes en la noche, que rosa me haga el dos", True),
        ("cámbiele la noche del martes a darío", True),
        ("el 2 que lo coja darío, yo no puedo esta noche", False),
        ("los casos de la noche páselos a rosa", False),
        ("no puedo abrir el dos", False),
    ],
)
def test_what_is_ordered_of_the_rota_is_of_no_case(text: str, is_it: bool) -> None:
    assert is_of_rota(text) is is_it
