"""What is said of a plan in words: to see it, that some of it was done, that a row is to go, or rows to be added."""

from dataclasses import dataclass
from enum import StrEnum

from itgov_bot.patterns import regex

from ..folding import fold, words_like
from ..request_type import tells_a_fault

MAX_CHARS = 400
_PLAN = words_like(
    r"(?:el |del |un |al )?plan(?:es)?(?: de(?: l[oa]s?)?| del)? "
    r"(?:mantenimientos?|preventivos?|licencias?|licenciamiento|inventarios?|software)"
)
_THE_PLAN = words_like(
    r"(?:el|del|al) plan(?! de (?:accion|desarrollo|datos|trabajo|contingencia|compras|mejora))"
)
_DONE = words_like(
    r"""
    ya (?:se )?(?:hic(?:e|imos|ieron)|hizo|termin\w+|qued(?:o|aron)|complet\w+|realiz\w+|ejecut\w+)
    (?:hicimos|terminamos|realizamos|ejecutamos|se (?:hizo|hicieron|realizo|ejecuto)|quedo (?:list|hech)\w+)
    """
)
_PREVENTIVE = words_like(r"mantenimientos?(?: preventivos?)?")
_ADDS = words_like(r"(?:agreg|anex|anot|inclu|sum|met|pong)\w*")
_OF_CASE = words_like(r"casos?|tickets?|solicitud(?:es)?|saus")
_DROPS = regex(
    r"^\W*(?:(?:no|ay|perdon|mejor)\W+)*(?:quit|borr|elimin|sac)(?:e|a|ar|ale|ele|eme|ame|emos)? (?:la |el |lo |esa |ese )?"
    r"(?:fila |renglon )?(?:del? )?(?:la |las |los )?(?P<row>.{3,80}?)\W*"
)


class Says(StrEnum):
    SHOW = "show"
    DONE = "done"
    """Something of it was done: which row is told by whoever ticks it."""
    ADD = "add"


@dataclass(frozen=True, slots=True)
class PlanAsked:
    """`about`: the folded words that name the plan; `rows`: those that are told at once."""

    says: Says
    about: str
    rows: str = ""


def plan_asked(text: str) -> PlanAsked | None:
    """None where no plan is spoken of, a fault is told, or a case is meant."""
    said = fold(text)
    if len(text) > MAX_CHARS or _OF_CASE.search(said):
        return None
    named = _PLAN.search(said) or _THE_PLAN.search(said)
    is_done = _DONE.search(said) is not None
    if named is None:
        is_of_plan = is_done and _PREVENTIVE.search(said) and "?" not in text
        return PlanAsked(Says.DONE, "mantenimiento") if is_of_plan and not tells_a_fault(text) else None
    if is_done:
        return PlanAsked(Says.DONE, named[0])
    _, mark, rows = text.partition(":")
    if _ADDS.match(said.lstrip(" ¿")):
        return PlanAsked(Says.ADD, named[0], rows.strip() if mark else "")
    return None if tells_a_fault(text) else PlanAsked(Says.SHOW, named[0])


def row_to_drop(text: str) -> str:
    """«Quite la de servidores»: the words of the row; else nothing."""
    found = _DROPS.fullmatch(fold(text))
    return found["row"] if found else ""
