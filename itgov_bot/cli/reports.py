"""The tables that `evaluate`, `train` and `vocabulary check` print for a person."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from itgov_bot.understanding.quality.check import Doubt

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
        ("Medida", "Valor"),
        [(name, percent(figures[key])) for key, name in _FIGURES.items()],
    )
    for key, title in (("by_service", "Servicio"), ("by_style", "Estilo")):
        rows = [
            (name, str(row["messages"]), percent(row["top_1"]), percent(row["helped"]))
            for name, row in figures[key].items()
        ]
        _table(console, f"Por {title.lower()}", (title, "Mensajes", "Top-1", "Ayudados"), rows)
    _print_reliability(console, figures["calibration"])
    confusions = [(row["expected"], row["found"], str(row["times"])) for row in figures["confusions"]]
    _table(console, "Confusiones", ("Era", "Se entendió", "Veces"), confusions)


def print_quality(quality: Mapping[str, Any]) -> None:
    """What training found out about itself."""
    console = Console()
    rows = [
        (voice, str(row["phrases"]), percent(row["top_1"]), percent(row["top_3"]))
        for voice, row in quality["voices"].items()
    ]
    total = ("todas", str(quality["phrases"]), percent(quality["top_1"]), percent(quality["top_3"]))
    title = "Frases de cada autor, ubicadas con las de los demás"
    _table(console, title, ("Autor", "Frases", "Top-1", "Top-3"), [*rows, total])
    _print_reliability(console, quality["calibration"])


def _print_reliability(console: Console, found: Mapping[str, Any]) -> None:
    """As a picture: both bars of a row should end at the same place."""
    rows = [
        (
            f"{row['sure']:.2f} {_bar(row['sure'])}",
            f"{row['right']:.2f} {_bar(row['right'])}",
            str(row["messages"]),
        )
        for row in found["tenths"]
    ]
    title = f"Si la probabilidad lo es de verdad (error medio {percent(found['error'])})"
    _table(console, title, ("Se dijo", "Se acertó", "Mensajes"), rows)


def _bar(share: float) -> str:
    return "█" * round(share * 20)


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


def _table(console: Console, title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*row)
    console.print(table)
