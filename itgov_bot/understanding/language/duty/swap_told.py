"""What a swap of turns is asked or offered with: which turn of one's own, whom, and which turn of theirs."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..folding import fold, plain, word_set
from ..orders.verbs import verb_of
from ..time.clock import DAYS
from .cover_told import names_in


@dataclass(frozen=True, slots=True)
class SwapTold:
    """When somebody cannot be on duty, whom they ask, and which turn they would take for it: as it was written, or empty.
    `is_offer`: they spoke of that turn first."""

    mine: str
    who: str = ""
    theirs: str = ""
    is_offer: bool = False


_TURN = r"(?:la |el |su |un )?(?:noche|turno|guardia|disponibilidad)"
_I_DO = regex(
    r"""\b(?<!no\ )(?:
    yo\ (?:mism[oa]\ )?(?:(?:le|te|les|se)\ )?(?:l[oa]s?\ )?(?:hago|tomo|cubro|pago|devuelvo|cuadro|doy|recibo|cojo|asumo
        |respondo|hare|puedo|me\ quedo|voy\ por)
    |(?:le|te)\ (?:hago|cubro|cojo|recibo|tomo|asumo)(?:\ yo)?|cubro(?:\ yo)?|(?:respondo|asumo|hago)\ yo|hago\ lo\ de
    |(?:tomo|hago|asumo|cojo|recibo)\ """
    + _TURN
    + r"""
    |me\ (?:ofrezco|quedo\ con\ su)|(?:ponme|pongame|anotame|anoteme)\ a\ mi
    |(?:quiero|puedo|podria|quisiera)\ (?:cubrir|asumir|hacer|tomar|recibir)\w*
    )\b""",
    re.VERBOSE,
)
"""«Yo le hago el sábado», «me ofrezco a cubrir»."""
_THEY_DO = regex(
    r"\b(?:si |que |pero que |y )?(?:(?:el|ella|tu|usted|q) )?(?:me|nos) (?:l[oa]s? )?(?:hac\w+|hag\w+|cubr\w+|cambi\w+"
    r"|recib\w+|coj\w+|coge\w*|da|das|de|den|relev\w+|reempla\w+|tom\w+)\b"
)
_DAY = regex(rf"\b(?:{'|'.join(DAYS)}|\d+|hoy|manana|semana|puente|finde)\b")
_FOR = regex(r"\b(?:por(?! las? (?:noche|tarde|manana|madrugada))|a cambio de|x(?= su| el| la))\b")
_NAMED = regex(
    r"^(?:(?:oye|oiga|hola|ey|buenas|porfa|sera que) )*(?P<first>[a-z]{3,}) (?:sera que |porfa )?(?:me|nos) "
    r"(?:pued|podr|cubr|hac|hag|cambi|recib|reempla|colabor)"
    r"|\b(?:a|que|con) (?P<then>[a-z]{3,})(?: (?:que|si|para que))? (?:me|nos) "
)
_NO_NAMES = word_set(
    """alguien alguno alguna algun otro otra quien quienes nadie todos ellos ella ellas usted ustedes ver cual colega
    companero companera esa ese esta este eso jefe ingeniero doctor uno una hoy manana noche dia turno guardia necesito
    quiero"""
)
_NOTHING_BACK = frozenset(
    """
    ninguno|ninguna|nada|sin devolver|sin nada|no|un favor|es un favor|favor|ningun turno|ninguna guardia|no devuelvo
    """.strip().split("|")
)


def swap_told(text: str, is_name: Callable[[str], bool]) -> SwapTold:
    """«La del 23 por la del 30 con Luis», «yo le hago el viernes si él me hace el 24»."""
    words = text.replace(",", " ")
    names, _ = names_in(words.split(), is_name)
    who = names[0][1] if names else ""
    said = " ".join(re.sub("|".join(re.escape(name) for _, name in names) or "$^", " ", words).split())
    told = fold(said)
    mine, theirs = _I_DO.search(told), _THEY_DO.search(told)
    is_first = mine and (theirs is None or mine.start() < theirs.start())
    is_return = mine and not theirs and _DAY.search(told[: mine.start()]) and _DAY.search(told[mine.end() :])
    if mine and is_first and not is_return:
        back = theirs or _FOR.search(told, mine.end())
        end = back.start() if back else len(said)
        return SwapTold(said[end:].strip(), who, said[:end].strip(), is_offer=True)
    split = mine or _FOR.search(told)
    if split is None:
        return SwapTold(said.strip(), who)
    return SwapTold(said[: split.start()].strip(), who, said[split.end() :].strip())


def takes_nothing_back(text: str) -> bool:
    """«Ninguno», to which turn is taken in return."""
    return plain(text) in _NOTHING_BACK


def stranger_in(text: str, is_name: Callable[[str], bool]) -> str | None:
    """The word that stands where the name of a colleague would, and is none that is known: «Carlos, ¿me cubre?»."""
    for found in _NAMED.finditer(plain(text)):
        word = found["first"] or found["then"]
        if word not in _NO_NAMES and not is_name(word) and verb_of(word) is None:
            return word
    return None
