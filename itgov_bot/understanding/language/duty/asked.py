"""Whether words plainly ask who is on duty, and whether an order is one of the rota."""

from itgov_bot.patterns import regex

from ..folding import plain, words_like
from ..time.clock import DAYS
from ..time.days import MONTH

MAX_CHARS = 140
"""Who writes more tells of something else."""


_WHO = words_like(
    r"""
    quien(?:es)? .{0,25}(?:de|la|en) (?:guardia|turno)|turnos? de guardia
    (?:la )?guardia (?:de |esta )?(?:hoy|noche|esta noche|actual|del? (?:dia|fin de semana|semana))
    (?:a )?quien(?:es)? .{0,20}(?:llam|cubr|atiend|toca)\w* .{0,12}(?:noche|guardia|madrugada|fin de semana)
    (?:cuando|hasta cuando|desde cuando|que dias?) .{0,25}(?:guardia|turno)
    """
)
_OF_NIGHT = regex(r"\b(?:noches?|trasnoch\w+|madrugadas?|turnos?|guardias?)\b")
_IN_PLACE = regex(
    r"\b(?:me|nos|le|lo|la) (?:cubr|relev|reempla[zc]|hag|hac|haz)\w*|\bno (?:puedo|voy a poder|alcanzo)\b|\bcambi\w+"
)
_COVERS = regex(r"\b(?:cubr|relev|reempla[zc])\w*")
_DAY_TOLD = regex(rf"\b(?:{'|'.join(DAYS)}|hoy|manana|semana|puente)\b")
_AWAY = regex(
    r"\b(?:vacaciones|licencia|incapacitad[oa]|incapacidad)\b|\bs[aá]qu\w+ de l[ao]s? (?:guardias?|turnos?)\b"
)
_DAYS_SAID = regex(
    rf"\b(?:del|desde el) \d{{1,2}} (?:al|hasta el) \d{{1,2}}\b|\bhasta el \d{{1,2}}\b|\b\d{{1,2}} de (?={MONTH})"
)
_OF_CASES = regex(r"\d|\b(?:casos?|tickets?|mesa|cola)\b")
_ALONE = frozenset({"guardia", "la guardia", "turnos", "guardias"})
_OF_PEOPLE_SERVED = words_like(
    r"guardia (?:de seguridad|del edificio)|turno (?:de|para) (?:atencion|caja|ventanilla)"
)


def asks_who_is_on_duty(text: str) -> bool:
    """Plainly, by a shape; in any words it is a kind of the team's book."""
    said = plain(text)
    if len(said) > MAX_CHARS or _OF_PEOPLE_SERVED.search(said):
        return False
    return _WHO.search(said) is not None or said in _ALONE


def is_of_rota(text: str) -> bool:
    """«No puedo el jueves en la noche, que Darío me haga el dos»: whatever is ordered with it, it is of no case."""
    said = plain(text)
    is_in_place = _OF_NIGHT.search(said) and (_IN_PLACE.search(said) or _AWAY.search(said))
    is_cover = _COVERS.search(said) and (
        _AWAY.search(said) or _DAYS_SAID.search(said) or _DAY_TOLD.search(said)
    )
    return bool(is_in_place or is_cover) and not _OF_CASES.search(_DAYS_SAID.sub(" ", said))
