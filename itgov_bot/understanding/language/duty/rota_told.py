"""What is ordered of the rota, leniently: it is shown before it is done. Who is named are words that the desk knows."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..folding import fold, plain, word_set, words_like
from ..time.clock import DAYS
from .cover_told import names_in


class RotaDeed(StrEnum):
    ORDER = "order"
    """Those who are named take turns, in that order."""
    OUT = "out"
    """The one who is named is in no turn any more."""
    ADD = "add"
    """They take turns after the others; perhaps two."""
    INSTEAD = "instead"
    """Somebody comes in the place of somebody else: for some time, or for good."""


@dataclass(frozen=True, slots=True)
class RotaTold:
    """`names` as they were written; of INSTEAD, who comes and, if it was said, whose turn it is. `when`: all other words."""

    deed: RotaDeed
    names: tuple[str, ...]
    when: str = ""


ME = "yo"
"""How whoever writes is named."""
_ME = re.compile(
    r"^(?:yo|me|mi|conmigo|\w+(?:arme|erme|irme)|(?:quit|saqu|borr|pong|met|incluy|apunt|anot|hag|haz|nombr|dej)\w*me)$"
)
_IN_ORDER = words_like(r"primero|arranca|empieza|orden|de ultim[oa]|luego|despues|rotacion es")
_OUT = words_like(
    r"(?:saqu|sac|quit|retir|borr|elimin|remuev)\w*|no (?:hace|haga|hara) mas|ya no (?:hace|hara|va)|fuera de"
)
_ADD = words_like(
    r"(?:met|incluy|agreg|anad|sum|apunt|anot)\w* .{0,40}(?:rotacion|turnos?|guardias?|noches|orden)"
)
_COVERED_BEFORE = word_set("por a al reemplaza reemplace reemplazar vez lugar releva releve cubra cubre")
_AWAY = words_like(
    r"se (?:accident|enferm|incapacit|lesion)\w*|esta (?:enferm|incapacitad|mal)\w*|incapacitad[oa]|incapacidad"
    r"|no (?:puede|va a poder|viene|alcanza|esta|va a estar|estara)|tiene (?:cita|calamidad|permiso)|viaja|licencia"
    r"|vacaciones|(?:se va|sale|esta|estara|anda|va) de (?:viaje|permiso|comision)"
)
"""Whoever is named alone with it is in no turn then, and whoever is named before it is covered."""
_BOTH = r"(?:van|entran|hacen|quedan|pasan|esten|sean|que vayan|que hagan|tambien)"
_WITH = frozenset({"con", "por"})


def rota_told(text: str, is_name: Callable[[str], bool]) -> RotaTold | None:
    """None where nobody is named."""
    named, rest = names_in(
        said_in_words(text), lambda words: _ME.match(fold(words)) is not None or is_name(words)
    )
    if not named:
        return None
    names = tuple(dict.fromkeys(ME if _ME.match(fold(name)) else name for _, name in named))
    when, said = " ".join(rest), plain(text)
    if len(names) > 1 and (len(names) > 2 or _IN_ORDER.search(said)) and not _AWAY.search(said):
        return RotaTold(RotaDeed.ORDER, names)
    if len(names) == 1 and (_OUT.search(said) or _AWAY.search(said)):
        return RotaTold(RotaDeed.OUT, names, when)
    if _ADD.search(said) if len(names) == 1 else _are_both(said, names):
        return RotaTold(RotaDeed.ADD, names)
    return RotaTold(RotaDeed.INSTEAD, _who_comes(text, named, names), when)


def _are_both(said: str, names: Sequence[str]) -> bool:
    """«Carla y Darío van a la guardia»: neither comes in the place of the other."""
    two = " y (?:a )?".join(re.escape(plain(one)) for one in names)
    return len(names) == 2 and re.search(rf"{two} {_BOTH}\b|{_BOTH} (?:a )?{two}\b", said) is not None


def said_in_words(text: str) -> list[str]:
    """The words as they were written, without signs."""
    return re.sub(r"[,;:.¿?¡!]", " ", text).split()


def _who_comes(
    text: str, named: Sequence[tuple[frozenset[str], str]], names: tuple[str, ...]
) -> tuple[str, ...]:
    """Who comes first. «A Carla con Darío», «Carla está enferma, que vaya Darío»: it is Darío."""
    if len(names) != 2:
        return names
    said, (first, then) = plain(text), (before for before, _ in named[:2])
    about = said.split(plain(names[0]), 1)[-1].split(plain(names[1]), 1)[0]
    swaps = re.search(r"reemplac\w*|cambi\w*", said) is not None and bool(then & _WITH)
    is_first_covered = (
        _AWAY.search(about) is not None
        or swaps
        or (bool(first & _COVERED_BEFORE) and not then & _COVERED_BEFORE)
    )
    is_licence = re.search(
        r"(?:licencia|vacaciones|incapacidad|permiso) de$", said.split(plain(names[0]), 1)[0].strip()
    )
    return (names[1], names[0]) if is_first_covered or is_licence else names


_OF_ONESELF = words_like(
    r"me (?:vuelve a )?toca|mis? (?:proxim\w+ )?(?:turnos?|guardias?)|(?:tengo|soy) yo|yo (?:tengo|estoy|voy)|a mi|tengo"
)


_BEGINS = words_like(r"desde|a partir|de \w+ en adelante")
_ENDS = words_like(rf"hasta|al|a el|a (?:{'|'.join(DAYS)})|durante|por \w+ (?:dias?|semanas?)|vuelve|regresa")


def is_without_end(text: str) -> bool:
    """«Desde el lunes», and nothing tells until when."""
    said = plain(text)
    return _BEGINS.search(said) is not None and _ENDS.search(said) is None


def asks_of_oneself(text: str) -> bool:
    """«¿Cuándo me toca?»: whose turns are asked for is whoever writes."""
    return _OF_ONESELF.search(plain(text)) is not None


def names_oneself(text: str) -> bool:
    """«Hazme administrador», «sigo siendo agente», «me quitaron el permiso»."""
    words = plain(text).split()
    if {"alguien", "otro", "otra"} & set(words):
        return False
    return any(_ME.match(word) for word in words) or bool(
        {"soy", "sigo", "tengo", "quedo", "aparezco"} & set(words)
    )
