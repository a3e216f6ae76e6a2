"""What is said of a plan in words: to see it, that some of it was done, that a row is to go, or rows to be added."""

from dataclasses import dataclass
from enum import StrEnum

from itgov_bot.patterns import regex

from ..folding import fold, patterns_of, plain, word_set, words_like
from ..request_type import tells_a_fault
from .plan_rows import has_days

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


_TAKES_OUT = r"(?:quit|borr|elimin|sac|retir|descart)(?:e|a|ar|ale|ele|eme|ame|emos|en)?(?:l[oa]s?)?"
_MOVES = r"(?:corr[ae]|muev[ae]|pas[ae]|aplac|aplaz|reprogram|rued[ae]|rod|cambi)\w*"
_OF_ROW = patterns_of(
    rf"""
drop  ^\W*(?:(?:no|ay|perdon|mejor|por favor|porfa)\W+)*{_TAKES_OUT}\b
move  ^\W*(?:(?:no|ay|perdon|mejor|por favor|porfa)\W+)*{_MOVES}\b
drop  \b(?:quit|borr|elimin|saqu|retir|descart)(?:e|a)l[oa]s?\b|\bya no (?:va|van|se va a|se van a)\b
      |\bya no se (?:hace|hacen|necesita)\b
      |\bno se (?:va|van) a (?:hacer|poder)\b|\bqued\w+ (?:descartad|cancelad|por fuera)\w*|\bse (?:cancel|suspend)\w+
done  \b(?:se |las |los |lo |la )?(?:hic(?:e|imos|ieron)|hizo|realiz(?:o|aron|amos)|ejecut(?:o|aron|amos)
      |termin(?:o|aron|amos)|complet(?:o|aron|amos))\b|\b(?:ya )?qued(?:o|aron) (?:list|hech|termin|ejecut)\w+
      |\bya (?:esta|estan|quedo|quedaron|se hizo)\b|\bmar(?:que|ca)(?:l[oa]s?)?\b|\b(?:chule|tach)\w*
move  \b{_MOVES}\b|\bqued(?:o|a|aron|an) (?:para|pa|pal)\b|\bse (?:corre|corrio|corrieron|aplazo|aplazaron|rodo)\b
"""
)
"""What is said of a row, where its own words name it."""
_ADDS_THEM = regex(
    r"\W*(?:(?:si|sip|dale|listo|ok|eso|bueno|hagale|asi)\W+)*(?:agreg|met|pong|anot|guard|registr|sub|anad|carg)\w*"
    r"(?:\W+(?:asi|ya|por favor|porfa|gracias|todas?|todos?|de una(?: vez)?))*\W*"
)
_POINTING = word_set(
    """a ahora al ayer con de del dia plan ese esa eso esos esas este esta el en favor fila final gracias hace hacer hicieron
    hizo hoy la las lo los mejor mismo no para pa por porfa que se si sino tambien todo una uno va van ya y"""
)


class Says(StrEnum):
    SHOW = "show"
    DONE = "done"
    """Something of it was done: which row is told by whoever ticks it."""
    ADD = "add"
    DROP = "drop"
    MOVE = "move"


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
    if _ADDS.match(said.lstrip(" ¿")) or (mark and has_days(rows)):
        return PlanAsked(Says.ADD, named[0], rows.strip() if mark else "")
    return None if tells_a_fault(text) else PlanAsked(Says.SHOW, named[0])


def said_of_row(text: str) -> Says | None:
    """«Lo de Manga ya no va, quítelo», «al final las impresoras se hicieron ayer»; None where something is
    asked, a case is meant, or what is done sounds like a fault."""
    said = fold(text)
    if len(text) > MAX_CHARS or "?" in text or _OF_CASE.search(said):
        return None
    says = next((Says(says) for says, rule in _OF_ROW if rule.search(said)), None)
    return None if says is not Says.DROP and tells_a_fault(text) else says


def points_only(text: str) -> bool:
    """«Quítelo», «ese ya no va»: nothing that would name one."""
    rest = fold(text)
    for _, rule in _OF_ROW:
        rest = rule.sub(" ", rest)
    return all(word in _POINTING for word in plain(rest).split())


def adds_them(text: str) -> bool:
    """«Sí, agréguelas», where the rows are shown."""
    return _ADDS_THEM.fullmatch(fold(text)) is not None


def row_to_drop(text: str) -> str:
    """«Quite la de servidores»: the words of the row; else nothing."""
    found = _DROPS.fullmatch(fold(text))
    return found["row"] if found else ""
