"""What is said of the guard is told from hours, cases and other people's turns."""

import pytest

from itgov_bot.understanding.language.duty.asked import DutyAsked, duty_asked, is_of_rota

SAID = {
    "quién está de guardia": DutyAsked.WHO,
    "¿quiénes están de turno esta noche?": DutyAsked.WHO,
    "a quién llamo en la noche": DutyAsked.WHO,
    "cuándo me toca guardia": DutyAsked.WHO,
    "mis turnos": DutyAsked.WHO,
    "no puedo estar de guardia el sábado": DutyAsked.CANNOT,
    "me queda difícil la guardia de este fin de semana": DutyAsked.CANNOT,
    "alguien me cubre el turno del domingo?": DutyAsked.CANNOT,
    "necesito cambiar mi guardia": DutyAsked.WHO,
    "el sábado por la noche no puedo, me cubre darío?": DutyAsked.COVER_ME,
    "necesito que me cubran el viernes en la noche": DutyAsked.COVER_ME,
    "este sábado no puedo, tengo un matrimonio, quién me hace el turno": DutyAsked.COVER_ME,
    "el domingo es el grado de mi hijo, quién me puede hacer la guardia": DutyAsked.CANNOT,
    "no puedo este viernes de noche, que me haga el turno rosa": DutyAsked.COVER_ME,
    "no puedo entrar al correo": None,
    "a qué hora abren el sábado": None,
    "la impresora de la guardia de seguridad no imprime": None,
    "se cayó el sistema de turnos para atención al público": None,
    "ya voy saliendo": None,
    "el turno de ventanilla no aparece en la pantalla": None,
}


@pytest.mark.parametrize(("text", "asked"), SAID.items())
def test_what_is_said_of_the_guard(text: str, asked: DutyAsked | None) -> None:
    assert duty_asked(text) is asked


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
