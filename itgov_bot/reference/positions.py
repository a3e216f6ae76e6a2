"""How a person calls the place of a data file that pydantic names by keys and numbers: «SER-018, corrections»."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

# Collection → how a member is called by its place (`n`, from 1) or key, and better, by what it says itself.
MEMBERS = {
    "answers": ("respuesta n.º {n}", "respuesta {key}"),
    "calendars": ("calendario {key}", ""),
    "channels": ("canal n.º {n}", "canal {name}"),
    "closed_days": ("día cerrado n.º {n}", ""),
    "corrections": ("corrections", ""),
    "exceptions": ("excepción n.º {n}", ""),
    "groups": ("grupo n.º {n}", "grupo {key}"),
    "indicators": ("indicador n.º {n} de la lista", "indicador {number}"),
    "links": ("enlace n.º {n}", "enlace {name}"),
    "macroprocesses": ("macroproceso n.º {n}", "{name}"),
    "meanings": ("frase n.º {n}", "«{say}»"),
    "phones": ("teléfono n.º {n}", ""),
    "priorities": ("prioridad {key}", ""),
    "processes": ("proceso n.º {n}", "{name}"),
    "remedies": ("remedio n.º {n}", "remedio {key}"),
    "services": ("servicio n.º {n}", "{id}"),
    "twins": ("twins, grupo n.º {n}", ""),
    "week": ("{key}", ""),
}
# Mappings that are called by their key; those within a service, for example, are not named apart.
PARTS = frozenset({"targets", "priorities", "rating", "outage", "duty", "notice", "hand_over", "readings"})


def place(path: Sequence[int | str], written: Any) -> str:
    """Empty for the file itself. `written` is what the file says, as YAML reads it."""
    called: list[str] = []
    for collection, step in pairwise(("", *path)):
        written = _within(written, step)
        if collection in MEMBERS and not (collection == "channels" and called):  # a service's are plain texts
            if collection in PARTS:
                called.clear()  # «prioridad normal» says enough
            by_place, own = MEMBERS[collection]
            name = _own_name(own, written, wrong=path[-1])
            number = step + 1 if isinstance(step, int) else 0
            called.append(name or by_place.format(n=number, key=step))
        elif step in PARTS:
            called.append(str(step))
    return ", ".join(called)


def _within(written: Any, step: int | str) -> Any:
    """None where the file has nothing of the kind."""
    try:
        return written[step]
    except (KeyError, IndexError, TypeError):
        return None


def _own_name(template: str, entry: Any, wrong: int | str) -> str | None:
    """None when the entry does not say it, or when just that is wrong."""
    given = entry.items() if isinstance(entry, dict) else ()
    try:
        return template.format_map({key: value for key, value in given if value and key != wrong})
    except KeyError:
        return None
