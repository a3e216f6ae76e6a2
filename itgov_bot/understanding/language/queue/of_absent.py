"""Cases of a colleague who is not there, of whom it is said why in the same breath: «Carla se fue de vacaciones, reparta sus
casos entre Darío y Luis»."""

from collections.abc import Callable

from itgov_bot.patterns import regex

from ..duty.cover_told import names_in
from ..duty.rota_told import said_in_words, tells_absence
from ..folding import even
from ..orders import LEAST_BUSY, with_least_busy

_PARTS = regex(r"\s*(?:[,;.:]|\b(?:asi que|entonces|por eso|y)\b)\s*")
_THEIRS = regex(
    r"\b(?:sus (?:casos|pendientes|cosas|tickets|asuntos)"
    r"|l[oa]s? (?:casos )?(?:de (?:ella|el)\b|suy[oa]s?|que (?:el |ella )?(?:tiene|tenia|deja|dejo)))"
)


def order_of_absent(text: str, is_name: Callable[[str], bool]) -> str | None:
    """The same as an order of the cases of whoever is named there; None for other words."""
    said = even(text)
    found = next((one for one in _PARTS.finditer(said) if tells_absence(said[: one.start()])), None)
    theirs = _THEIRS.search(said, found.end()) if found else None
    if found is None or theirs is None:
        return None
    absent = _names(text[: found.start()], is_name)
    order = text[found.end() :]
    to = [LEAST_BUSY] if LEAST_BUSY in with_least_busy(order) else _names(order, is_name)
    if len(absent) != 1:
        return None
    others = [one for one in to if one != absent[0]]
    if len(others) == 1:
        return f"pase todos los casos de {absent[0]} a {others[0]}"
    return f"reparta los casos de {absent[0]} entre {' y '.join(others) or 'todos'}"


def _names(text: str, is_name: Callable[[str], bool]) -> list[str]:
    return [name for _, name in names_in(said_in_words(text), is_name)[0]]
