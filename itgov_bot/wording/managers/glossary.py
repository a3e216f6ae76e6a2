"""What the words of the board mean, for who asks: the lights, the kinds of indicator, the terms of the counts."""

from collections.abc import Sequence

from itgov_bot.replies import Reply
from itgov_bot.understanding.figures.terms import Term
from itgov_bot.wording.managers.indicators import BOARD
from itgov_bot.wording.text import bold

MEANINGS: dict[Term, tuple[str, str]] = {
    Term.LIGHTS: (
        "El semáforo",
        "🟢 llega a su meta. 🟡 no llega, pero pasa del 90 % de ella. 🔴 está más abajo. ⚪ no tiene color: la meta no es "
        "un número, no hay dato, o el 0 % puede ser «sin dato». Lo da el último período cerrado; lo que va en curso no "
        "cambia el color.",
    ),
    Term.ARROWS: (
        "Las flechas",
        "↑ subió, ↓ bajó o → sigue igual frente al período anterior que se puede comparar.",
    ),
    Term.EFFICACY: (
        "Eficacia",
        "Cuánto se logró de lo que se quería: los casos resueltos, las metas cumplidas.",
    ),
    Term.EFFICIENCY: (
        "Eficiencia",
        "Cuánto se logró con lo que se tenía. «Eficiencia de solicitudes» es cuántas se resuelven de cada cien que llegan.",
    ),
    Term.TARGET: (
        "La meta",
        "El valor que la hoja de indicadores de la ciudad le pide a cada uno. Aquí no se cambia.",
    ),
    Term.BASELINE: (
        "Línea base",
        "Todavía no hay meta: se mide primero para saber de dónde se parte. Por eso no tiene semáforo.",
    ),
    Term.RUNNING: (
        "En curso",
        "El período no ha cerrado: el valor es el de hasta hoy, y no cuenta en el promedio ni en el semáforo.",
    ),
    Term.DOUBTFUL: (
        "Sin dato",
        "No es lo mismo que 0 %: nadie lo midió. Un 0 % con ¿? viene así en la hoja y puede significar eso.",
    ),
    Term.MEDIAN: (
        "Mediana",
        "La mitad de los casos tardó menos y la otra mitad más. A diferencia del promedio, un caso muy largo no la mueve.",
    ),
    Term.AVERAGE: (
        "Promedio",
        "La suma de los valores de los períodos cerrados, dividida entre cuántos son.",
    ),
    Term.BACKLOG: ("Pendientes", "Los casos que siguen abiertos hoy, hayan llegado cuando hayan llegado."),
}


def meaning(terms: Sequence[Term]) -> Reply:
    lines = [f"{bold(name)}: {told}" for name, told in (MEANINGS[one] for one in terms)]
    return Reply("📖 " + "\n\n".join(lines), (BOARD,))
