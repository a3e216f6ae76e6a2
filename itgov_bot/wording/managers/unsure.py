"""What is offered to a manager whose words nobody understood: the likeliest two of what they may ask, and a problem of
their own."""

from collections.abc import Mapping, Sequence

from itgov_bot.actions import Action
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.figures.asked import Wanted
from itgov_bot.wording.text import clip, esc

MEANT = "as"
"""In a button: its words are read as that kind of question."""
MOST = 2
_LABELS: Mapping[Wanted, str] = {
    Wanted.BOARD: "Cómo van los indicadores",
    Wanted.GREEN: "Los que cumplen su meta",
    Wanted.RED: "Los que no cumplen su meta",
    Wanted.FELL: "Los que bajaron",
    Wanted.ROSE: "Los que subieron",
    Wanted.INDICATOR: "Cómo van los indicadores",
    Wanted.COMPARE: "Comparar dos períodos",
    Wanted.OWNER: "Quién responde por ellos",
    Wanted.MISSING: "Lo que falta por registrar",
    Wanted.OUTAGES: "Las caídas",
    Wanted.CASES: "Cuántos casos hay",
    Wanted.RATINGS: "Las calificaciones",
    Wanted.SUMMARY: "El resumen de la mesa",
    Wanted.HELP: "Qué puedo preguntar",
}


def offered(ranked: Sequence[Wanted]) -> Sequence[Wanted]:
    """Of the kinds, the likeliest first, those that are offered: each under another name."""
    labels = {_LABELS[kind]: kind for kind in reversed(ranked) if kind in _LABELS}
    return sorted(labels.values(), key=ranked.index)[:MOST]


def ask(text: str, kinds: Sequence[Wanted]) -> Reply:
    return Reply(
        f"No estoy seguro de qué cifra es «{esc(clip(text, 120))}». ¿Es una de estas? También puede decírmelo de otra "
        "manera, por ejemplo «casos de octubre» o «cómo va el 8».",
        (
            *(Choice(_LABELS[kind], Action.INDICATORS.data(MEANT, kind)) for kind in kinds),
            Choice("Es un problema mío", Action.NEW_MATTER.data()),
        ),
    )
