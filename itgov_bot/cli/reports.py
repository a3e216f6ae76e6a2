"""The tables that `evaluate`, `train` and `vocabulary check` print for a person."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from itgov_bot.understanding.quality.check import Doubt
from itgov_bot.understanding.services.reliability import Bounds, wilson

_FIGURES = {
    "top_1": "el primero es correcto (top-1)",
    "top_3": "correcto entre los tres primeros (top-3)",
    "helped": "ayudados (directo o entre las opciones)",
    "direct": "con respuesta directa",
    "wrong_direct": "respuestas directas equivocadas",
    "refused": "fuera de alcance rechazados",
    "smalltalk": "charla sin ficha",
    "hours": "preguntas de horario",
    "channels": "preguntas de canales",
}
_DOUBTS = {
    "stale": "El ajuste es de otras frases: ejecute `itgov train`",
    "clash": "La misma frase con dos rótulos",
    "repeated": "Frases repetidas",
    "few": "Servicios con pocas frases",
    "elsewhere": "Frases que parecen de otro servicio",
}


def print_report(figures: Mapping[str, Any]) -> None:
    """The figures, then where it goes wrong."""
    console = Console()
    _table(
        console,
        f"{figures['messages']} mensajes",
        ("Medida", "Valor", "Entre (95 %)"),
        [(name, percent(figures[key]), bounds(figures["intervals"][key])) for key, name in _FIGURES.items()],
    )
    console.print(f"Error medio de las probabilidades (ECE): {percent(figures['ece'])}")
    for key, title in (("by_service", "Servicio"), ("by_style", "Estilo"), ("by_voice", "Autor")):
        rows = [
            (name, str(row["messages"]), percent(row["top_1"]), percent(row["helped"]))
            for name, row in figures[key].items()
        ]
        _table(console, f"Por {title.lower()}", (title, "Mensajes", "Top-1", "Ayudados"), rows)
    confusions = [(row["expected"], row["found"], str(row["times"])) for row in figures["confusions"]]
    _table(console, "Confusiones", ("Era", "Se entendió", "Veces"), confusions)


def print_quality(quality: Mapping[str, Any]) -> None:
    """What training found out about itself."""
    rows = [_placed(voice, row) for voice, row in quality["voices"].items()]
    title = "Frases de cada autor, ubicadas con las de los demás"
    columns = ("Autor", "Frases", "Top-1", "Entre (95 %)", "Top-3", "Entre (95 %)")
    _table(Console(), title, columns, [*rows, _placed("todas", quality)])


def _placed(voice: str, row: Mapping[str, Any]) -> tuple[str, ...]:
    shares = [
        text
        for figure in (row["top_1"], row["top_3"])
        for text in (percent(figure), bounds(wilson(round(figure * row["phrases"]), row["phrases"])))
    ]
    return voice, str(row["phrases"]), *shares


def print_doubts(doubts: Sequence[Doubt]) -> None:
    """Grouped by kind; says so when there is nothing to mend."""
    console = Console()
    for kind, title in _DOUBTS.items():
        rows = [
            (each.label, each.text, each.elsewhere, f"{each.score:.2f}" if each.score else "")
            for each in doubts
            if each.kind == kind
        ]
        if rows:
            _table(console, f"{title}: {len(rows)}", ("Rótulo", "Frase", "También o mejor", "Prob."), rows)
    if not doubts:
        console.print("El vocabulario está en orden.")


def percent(value: float | None) -> str:
    """`96,4 %`; a dash when there was nothing to measure."""
    return "–" if value is None else f"{value * 100:.1f} %".replace(".", ",")


def bounds(interval: Bounds | None) -> str:
    """`95,1 – 98,0 %`."""
    return (
        "–" if interval is None else f"{interval[0] * 100:.1f} – {interval[1] * 100:.1f} %".replace(".", ",")
    )


def _table(console: Console, title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*row)
    console.print(table)
