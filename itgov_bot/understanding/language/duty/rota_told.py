"""What is ordered of the rota, leniently: it is shown before it is done. Who is named are words that the desk knows."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from itgov_bot.patterns import regex

from ..folding import fold, plain, word_set, words_like
from ..time.clock import DAYS
from ..time.coming import find_coming
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
_ME = regex(
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
    r"se (?:accident|enferm|incapacit|lesion)\w*|(?:esta|amanecio|anda|sigue|quedo|se puso) (?:muy )?(?:enferm|mal)\w*"
    r"|enferm[oa]|incapacitad[oa]|incapacidad|no (?:puede|va a poder|viene|vino|alcanza|esta|va a estar|estara)|viaja"
    r"|licencia|vacaciones"
    r"|(?:tiene|con) (?:cita|calamidad|permiso|gripa|fiebre|dengue|covid)|hospitaliz\w+"
    r"|(?:se va|se fue|sale|salio|esta|estara|anda|va) de (?:viaje|permiso|comision)"
)
"""Whoever is named alone with it is in no turn then, and whoever is named before it is covered."""
_IS_COVERED = r"(?:me|nos) (?:cubr|reempla|relev|hac|hag|coj|tom|recib)"
"""Whoever writes is: «me reemplaza Darío»."""
_HANDS = regex(r"\b(?:pas|d[ea]|dej|pong|entreg|asign)\w*")
_SELF_AWAY = words_like(
    r"estoy|ando|salgo|me (?:voy|operan|dieron|incapacitaron)|voy (?:a estar|de)|vuelvo|no (?:vengo|voy)|pido"
    r"|no cuenten conmigo|tengo (?:cita|permiso|vacaciones|calamidad|licencia)|mis (?:casos|vacaciones|turnos)"
)
_CANNOT = regex(r"(?:no (?:puede|viene|vino|va a poder|alcanza|esta)|esta (?:enferm|incapacitad)\w+|falto)$")
"""«Esta noche no puede Carla, que vaya Darío»."""
_PART_OF_DAY = regex(r"\b(?:por|en) la (?:tarde|mañana)\b", re.IGNORECASE)
_DAYS_BARE = regex(r"(?<!de )(?<!del )\b(\d{1,2}) a (\d{1,2})\b")
"""«Vacaciones 10 a 24»."""
_OF_ONES_OWN = words_like(
    r"""
    estoy|ando|salgo|vuelvo|vengo|viajo|llego|cuenten conmigo|tengo|pido|solicito|renuncio|hago|quiero|puedo|conmigo|mi[as]?
    mio|yo|me|voy|soy|sere|estare|volvi|regrese|retome|llegue|aparezco|termine|mis
    """
)
"""Where nobody is named they speak of themselves."""
_BOTH = r"(?:van|entran|hacen|quedan|pasan|esten|sean|que vayan|que hagan|tambien)"
_WITH = frozenset({"con", "por"})


_FOR_ME = regex(
    r"\b((?:p[oó]ng|m[eé]t|d[eé]j|incl[uú]y|qu[ií]t|s[aá]qu|c[aá]mbi|m[aá]nd|b[uú]squ|regál)\w*)me(?= a (?!m[ií]\b))",
    re.I,
)
"""«Póngame a Darío»: of Darío alone."""


def tells_absence(text: str) -> bool:
    """«Carla amaneció enferma»."""
    return _AWAY.search(plain(text)) is not None


def rota_told(text: str, is_name: Callable[[str], bool], *, kind: RotaDeed | None = None) -> RotaTold | None:
    """None where nobody is named. `kind`: what it surely is, so that whoever speaks of themselves may be meant."""
    text = _FOR_ME.sub(r"\1", text)
    named, rest = names_in(
        said_in_words(text), lambda words: _ME.match(fold(words)) is not None or is_name(words)
    )
    if not named:
        is_own = kind is not None and speaks_of_oneself(text)
        return RotaTold(kind, (ME,), " ".join(rest)) if kind and is_own else None
    names = tuple(dict.fromkeys(ME if _ME.match(fold(name)) else name for _, name in named))
    when, said = " ".join(rest), plain(text)
    if kind and (kind is RotaDeed.ADD or len(names) == 1):
        return RotaTold(kind, names, when)
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


@dataclass(frozen=True, slots=True)
class AwayTold:
    """Who is not there (`ME`: whoever writes) and who comes instead, as they were written; `when`: all that tells it."""

    who: str
    by: str
    when: str


def away_told(text: str, is_name: Callable[[str], bool]) -> AwayTold | None:
    """«Darío está incapacitado hasta el viernes, que Carla lo cubra». None where it is not told of whom."""
    told = rota_told(text, is_name, kind=RotaDeed.OUT)
    if told is None:
        return None
    when = _DAYS_BARE.sub(r"del \1 al \2", _PART_OF_DAY.sub("", text))
    names = told.names
    if len(names) == 1 and names[0] != ME and _SELF_AWAY.search(plain(text)):
        names = (names[0], ME)
    elif len(names) == 1:
        names = ("", names[0])
    return AwayTold(names[1], names[0], when) if len(names) == 2 else None


_PUTS_RIGHT = regex(
    r"\W*(?:no|perdon\w*|disculp\w+|corrij\w+|correccion|rectific\w+|mentiras?|digo|me equivoque|ay|uy|ojo)\b"
    r"|.*\b(?:vuelve|regresa|llega|entra|va|son|es) es\b|.*\bes (?:hasta|el)\b.*\bno\b"
)
_IS_BACK = words_like(r"vuelv\w+|regres\w+|entra|llega|reintegra\w*")


def end_put_right(text: str, now: datetime) -> datetime | None:
    """«No, vuelve el 25», «corrija: es hasta el 25»: when an absence that was told is over."""
    said = fold(text)
    day = find_coming(said.split(" no el ")[0], now).day if _PUTS_RIGHT.match(said) else None
    if day is None:
        return None
    is_back = _IS_BACK.search(plain(text)) is not None
    return datetime.combine(day if is_back else day + timedelta(days=1), time(0), now.tzinfo)


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
    before, is_handed = said.split(plain(names[0]), 1)[0], "a" in then and "de" in first
    if ME in names and re.search(rf"\b{_IS_COVERED}", said):
        return (names[1], names[0]) if names[0] == ME else names
    if (_OUT.search(before) and not _OUT.search(about)) or (is_handed and _HANDS.search(said)):
        return names[1], names[0]  # «quítesela a Carla y désela a Darío»
    swaps = re.search(r"reemplac\w*|cambi\w*", said) is not None and bool(then & _WITH)
    is_first_covered = (
        _AWAY.search(about) is not None
        or _CANNOT.search(before.strip()) is not None
        or swaps
        or (bool(first & _COVERED_BEFORE) and not then & _COVERED_BEFORE)
    )
    is_licence = re.search(r"(?:licencia|vacaciones|incapacidad|permiso) de$", before.strip())
    return (names[1], names[0]) if is_first_covered or is_licence else names


_BEGINS = words_like(r"desde|a partir|de \w+ en adelante")
_ENDS = words_like(rf"hasta|al|a el|a (?:{'|'.join(DAYS)})|durante|por \w+ (?:dias?|semanas?)|vuelve|regresa")


_OF_GUARD = words_like(r"turnos?|guardias?|disponibilidad|permuta|cambio de|reemplazo")


def is_of_guard(text: str) -> bool:
    """The guard or its turns are named."""
    return _OF_GUARD.search(plain(text)) is not None


_FOR_GOOD = words_like(
    r"no .{0,25}mas|ya no|definitiv\w+|permanente|(?:para|pa) siempre|nunca|del todo|fuera de|sale de"
)


def is_without_end(text: str) -> bool:
    """«Desde el lunes», and nothing tells until when."""
    said = plain(text)
    return _BEGINS.search(said) is not None and _ENDS.search(said) is None


def is_for_good(text: str) -> bool:
    """«No va más», or nothing tells until when."""
    said = plain(text)
    return _FOR_GOOD.search(said) is not None or _ENDS.search(said) is None


def speaks_of_oneself(text: str) -> bool:
    """«Estoy incapacitado», «no quiero hacer más guardia»; where nobody is named it is of whoever writes."""
    return _OF_ONES_OWN.search(plain(text)) is not None


_FOLLOWS = words_like(
    r"(?:sigue|va|viene|entra|sale|queda|esta) (?:despues|luego|detras) de|despues de .{2,40} quien (?:sigue|va)"
)
_COVERS = words_like(
    r"quien(?:es)? (?:l[aeo] )?(?:cubr|reempla|relev)\w* a"
    r"|quien (?:le )?(?:hace|cubre) l[ao]s? (?:turnos?|guardias?|noches?) [ad]"
)


_OF_EACH = words_like(
    r"cada (?:un[oa]|quien|agente|persona)|quien(?:es)? (?:ha|han|hizo|hicieron|lleva|llevan)"
)


def asks_who_comes(text: str) -> bool:
    """«¿Quién me cubre?», of who is away."""
    return re.search(r"\bquien\b", plain(text)) is not None


def asks_to_be_covered(text: str) -> bool:
    """«¿Quién me cubre el sábado?» asks for somebody, not who it is."""
    return re.search(rf"\b{_IS_COVERED}", plain(text)) is not None


def asks_of_each(text: str) -> bool:
    """«¿Cuántas guardias lleva cada uno?»"""
    return _OF_EACH.search(plain(text)) is not None


def asks_who_follows(text: str) -> bool:
    """«¿Quién sigue después de Carla?»"""
    return _FOLLOWS.search(plain(text)) is not None


def asks_who_covers(text: str) -> bool:
    """«¿Quién cubre a Carla?»"""
    return _COVERS.search(plain(text)) is not None


def names_oneself(text: str) -> bool:
    """«Hazme administrador», «sigo siendo agente», «me quitaron el permiso»."""
    words = plain(text).split()
    if {"alguien", "otro", "otra"} & set(words):
        return False
    return any(_ME.match(word) for word in words) or bool(
        {"soy", "sigo", "tengo", "quedo", "aparezco"} & set(words)
    )
