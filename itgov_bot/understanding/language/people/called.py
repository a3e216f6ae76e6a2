"""The colleague to whom an agent's words speak: «Darío, encárguese», «mire este, Marta», or an «@» wherever it stands."""

import re
from collections.abc import Mapping, Sequence

from ..folding import fold, word_set

_CALLS = r"(?:(?:oye|oiga|hey|ey|hola|epa|venga|mira|mire|porfa|uy|ay|buenas|buenos dias|por favor)(?: ,)? )*"
_TELLS_OF = word_set(
    """
    va van le les lo la los las se ya es esta fue y o ira puede podra quedo viene llega llego paso pasa estuvo sale dice dijo
    hizo tiene de te
    """
)
_TO_COME = re.compile(r"\w{2,}(?:ra|ran)")
"""«Darío pasará por su puesto» tells of him as much as «Darío va»."""


def colleague_called(text: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """As they were called. `names`: the words of each name, by the first one (or the user name with its «@»); what only
    tells of somebody («Darío le ayuda») calls nobody."""
    said = fold(text)
    closing = re.search(r",\s*(\w+)\W*$", said)
    ends: list[str] = re.findall(r"@\w+", said) + ([closing[1]] if closing else [])
    if called := next((one for one in ends if one in names), None):
        return called
    first, *behind = re.sub(rf"^{_CALLS}", "", " ".join(re.findall(r"\w+|[,:]", said))).split() or [""]
    if first not in names:
        return None
    then = next((word for word in behind if word not in names[first]), "")
    return None if then in _TELLS_OF or _TO_COME.fullmatch(then) else first
