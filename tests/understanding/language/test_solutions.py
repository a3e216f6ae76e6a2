"""What may be a solution is told from why there was none, from a delay and from a word to somebody."""

import pytest

from itgov_bot.understanding.language.cases.solutions import may_be_solution, tells_no_solution


@pytest.mark.parametrize(
    "said",
    [
        "cambio de batería",
        "se le reinstaló el Office",
        "era la regleta",
        "clave nueva",
        "no prendía por la fuente, se cambió",
        "le indiqué por dónde entrar",
        "se fue la luz y ya volvió",
        "no tenía permisos, se los di",
        "ya quedó",
        "por remoto",
    ],
)
def test_what_was_done_may_be_one(said: str) -> None:
    assert may_be_solution(said)
    assert not tells_no_solution(said)


@pytest.mark.parametrize(
    "said",
    [
        "deme dos minutos que estoy mirando",
        "ya bajo",
        "un momentico",
        "¿y el cable azul?",
        "parce ayúdeme con esto",
        "aguánteme que estoy en otra llamada",
        "todavía no lo he visto",
        "mañana lo miro",
    ],
)
def test_a_delay_or_a_word_to_somebody_is_none(said: str) -> None:
    assert not may_be_solution(said)
    assert not tells_no_solution(said)


@pytest.mark.parametrize(
    "said",
    [
        "nunca contestó",
        "la señora ya no lo necesita",
        "se pensionó",
        "no nos corresponde",
        "sin respuesta del usuario",
        "no hay presupuesto",
        "desistió",
    ],
)
def test_a_reason_why_there_is_none_is_told(said: str) -> None:
    assert tells_no_solution(said)
    assert not may_be_solution(said)
