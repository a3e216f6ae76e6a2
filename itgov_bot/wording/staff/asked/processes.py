"""Who answers for what, from the process model."""

from collections.abc import Sequence
from itertools import groupby

from itgov_bot.actions import Action
from itgov_bot.domain.city import City
from itgov_bot.domain.processes import Process
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.processes import Match
from itgov_bot.wording.city import links
from itgov_bot.wording.text import bold, capital, esc, quoted

SEARCH = Choice("Buscar un tema", Action.PROCESSES.data())
MAX_PROCESSES = 5


ASK_WORDS = Reply("¿Sobre qué tema? Escriba una o dos palabras: contratación, archivo, predial, salud…")


def overview(city: City, processes: Sequence[Process]) -> Reply:
    parts = []
    for macroprocess, group in groupby(processes, key=lambda process: process.macroprocess):
        lines = [f"• {esc(one.name)}: {esc(one.responsible or 'sin responsable impreso')}" for one in group]
        parts.append(f"{bold(capital(macroprocess.lower()))}\n" + "\n".join(lines))
    return Reply(
        f"🗂 {bold('¿Quién responde por cada proceso?')}\n\n"
        + "\n\n".join(parts)
        + "\n\nPara buscar: <code>/procesos archivo</code>"
        + links(city),
        (SEARCH,),
    )


def found(matches: Sequence[Match], asked: str) -> Reply:
    if matches and matches[0].nearest_for:
        return _nearest(matches[0], matches[0].nearest_for)
    if not matches:
        return Reply(
            f"No encontré un proceso sobre {quoted(asked, 60)}. Pruebe con una palabra del tema: contratación, "
            "archivo, impuestos, salud… o vea la lista completa con /procesos.",
            (SEARCH,),
        )
    more = len(matches) - MAX_PROCESSES
    tail = f"\n\n…y {more} más: use palabras más precisas." if more > 0 else ""
    return Reply("\n\n".join(_process(match) for match in matches[:MAX_PROCESSES]) + tail)


def _nearest(match: Match, topic: str) -> Reply:
    """The document does not print it: who is asked first."""
    process = match.process
    return Reply(
        f"El modelo de procesos no dice quién responde por «{esc(topic)}». Lo más cercano es {bold(process.office)} "
        f"({esc(process.name)}): pregunte allí. Responde: {bold(process.responsible or 'sin responsable impreso')}."
    )


def _process(match: Match) -> str:
    process = match.process
    lines = [f"{bold(process.name)} ({esc(process.macroprocess.lower())})"]
    if match.subprocesses:
        lines.append("Subproceso: " + esc("; ".join(match.subprocesses)))
    lines.append(f"Responde: {bold(process.responsible or 'la hoja no imprime responsable')}")
    return "\n".join(lines)
