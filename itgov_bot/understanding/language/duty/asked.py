"""What is said of the guard in words: who is on duty, and that somebody cannot be."""

import re
from enum import StrEnum

from ..folding import plain, words_like
from ..time.clock import DAYS
from ..time.days import MONTH

MAX_CHARS = 140
"""Who writes more tells of something else."""


class DutyAsked(StrEnum):
    WHO = "who"
    CANNOT = "cannot"
    """Whoever writes cannot be on duty, or wants somebody to stand in."""
    COVER_ME = "cover_me"
    """The same, where the guard is not named."""


_CANNOT = words_like(
    r"""
    (?:no puedo|no alcanzo|no voy a poder|me queda dificil|imposible) .{0,25}(?:guardia|turno)
    (?:cambi\w+|cubr\w+|reemplac\w+|releven?) .{0,20}(?:guardia|turno)
    (?:guardia|turno) .{0,30}(?:no puedo|me cubr\w+|cambi\w+)
    """
)
_WHO = words_like(
    r"""
    quien(?:es)? .{0,25}(?:de|la|en) (?:guardia|turno)|turnos? de guardia
    (?:la )?guardia (?:de |esta )?(?:hoy|noche|esta noche|actual|del? (?:dia|fin de semana|semana))
    (?:a )?quien(?:es)? .{0,20}(?:llam|cubr|atiend|toca)\w* .{0,12}(?:noche|guardia|madrugada|fin de semana)
    huecos? .{0,30}(?:guardia|turnos?)|(?:guardia|turnos?) .{0,30}huecos?
    (?:cuando|hasta cuando|desde cuando|que dias?) .{0,25}(?:guardia|turno)|(?:mi|mis) (?:proxim\w+ )?(?:guardias?|turnos?)
    """
)
_A_DAY = rf"(?:dias?|noche|semana|{'|'.join(DAYS)})"
_COVER_ME = words_like(
    rf"""
    no (?:puedo|voy a poder|alcanzo) .{{0,50}}(?:me|nos) (?:cubr\w+|relev\w+|reemplaz\w+)
    no (?:puedo|voy a poder|alcanzo) .{{0,20}}{_A_DAY} .{{0,40}}(?:me|nos) l[oa]s? (?:hag|cubr|tom|coj)\w+
    (?:quien|alguien|necesito|quiero)(?: que)? (?:me|nos) (?:cubr\w+|relev\w+|reemplaz\w+) .{{0,30}}{_A_DAY}
    {_A_DAY} .{{0,70}}(?:quien|alguien)(?: que)? (?:me|nos) (?:cubr\w+|relev\w+|reemplaz\w+|hac?g?e \w+ (?:turno|guardia))
    """
)
"""Of who takes turns; others may mean their work by it."""
_STANDS_IN = words_like(
    r"(?:quien|alguien|sera que|que) .{0,20}(?:me|nos) (?:puede |podria |quiera )?(?:hac|hag|haz|cubr|relev|reempla[zc])\w*"
    r" .{0,12}(?:guardia|turno|noche)"
)
"""«¿Quién me puede hacer la guardia?»"""
_OF_NIGHT = re.compile(r"\b(?:noches?|trasnoch\w+|madrugadas?|turnos?|guardias?)\b")
_IN_PLACE = re.compile(
    r"\b(?:me|nos|le|lo|la) (?:cubr|relev|reempla[zc]|hag|hac|haz)\w*|\bno (?:puedo|voy a poder|alcanzo)\b|\bcambi\w+"
)
_COVERS = re.compile(r"\b(?:cubr|relev|reempla[zc])\w*")
_DAY_TOLD = re.compile(rf"\b(?:{'|'.join(DAYS)}|hoy|manana|semana|puente)\b")
_AWAY = re.compile(
    r"\b(?:vacaciones|licencia|incapacitad[oa]|incapacidad)\b|\bs[aá]qu\w+ de l[ao]s? (?:guardias?|turnos?)\b"
)
_DAYS_SAID = re.compile(
    rf"\b(?:del|desde el) \d{{1,2}} (?:al|hasta el) \d{{1,2}}\b|\bhasta el \d{{1,2}}\b|\b\d{{1,2}} de (?={MONTH})"
)
_OF_CASES = re.compile(r"\d|\b(?:casos?|tickets?|mesa|cola)\b")
_ALONE = frozenset({"guardia", "la guardia", "turnos", "guardias"})
_OF_PEOPLE_SERVED = words_like(
    r"guardia (?:de seguridad|del edificio)|turno (?:de|para) (?:atencion|caja|ventanilla)"
)


def duty_asked(text: str) -> DutyAsked | None:
    said = plain(text)
    if len(said) > MAX_CHARS or _OF_PEOPLE_SERVED.search(said):
        return None
    stands_in = _STANDS_IN.search(said)
    if stands_in and "guardia" in stands_in[0]:
        return DutyAsked.CANNOT
    if _WHO.search(said) or said in _ALONE:
        return DutyAsked.WHO
    if _CANNOT.search(said):
        return DutyAsked.CANNOT
    return DutyAsked.COVER_ME if stands_in or _COVER_ME.search(said) else None


def is_of_rota(text: str) -> bool:
    """«No puedo el jueves en la noche, que Darío me haga el dos»: whatever is ordered with it, it is of no case."""
    said = plain(text)
    is_in_place = _OF_NIGHT.search(said) and (_IN_PLACE.search(said) or _AWAY.search(said))
    is_cover = _COVERS.search(said) and (
        _AWAY.search(said) or _DAYS_SAID.search(said) or _DAY_TOLD.search(said)
    )
    return bool(is_in_place or is_cover) and not _OF_CASES.search(_DAYS_SAID.sub(" ", said))
