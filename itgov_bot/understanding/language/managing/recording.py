"""What somebody says who records an indicator: that they want to, and of which period."""

import re
from dataclasses import dataclass
from datetime import date

from itgov_bot.domain.indicators import Period

from ..figures import NUMBER_WORDS, without_denied
from ..folding import fold, plain, word_set
from ..time.stretches import find_stretch, find_times

_WISH = r"(?:(?:yo |ya )?(?:quiero|quisiera|necesito|debo|tengo que|voy a|vengo a|me toca|puedo|podria|como|para) )?"
_VERB = r"(?:registr|report|anot|carg|sub|ingres|actualiz|diligenci|inform)(?:ar|o|e|emos|ir|a|ue|uemos)(?:les?|lo)?"
_ASKED = re.compile(
    rf"\W{{0,9}}(?:(?:hola|buen[oa]s(?: dias| tardes| noches)?|por favor)\W+)?{_WISH}{_VERB} "
    r"(?:el |los |la |las |un |mi |mis |otro )?(?:avances?|indicador(?:es)?|kpis?|mediciones|medicion|lecturas?)\b"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_NUMBER = re.compile(
    r"\b(?:indicador|kpi|numero|el|del|#)? ?#?(\d{1,2})\b(?!\s*(?:%|por ?ciento|de \d|[.,/]\d))"
)
_OF = re.compile(r"\b(?:del?|en) (?:la |las |el |los )?(?:indicador(?:es)? (?:del? )?)?(.{3,60})")

_POINT = re.compile(r"(?<=[1-4])\.(?=(?:er|do|to|o)\b)|(?<=trim)\.|(?<=sem)\.")
"""Of the periods as the desk writes them: «3.er trim. 2026»."""
_PART_ALONE = re.compile(
    r"\W*(?:(?:el|del|al|es|de|para|seria|fue)\s+)*((?:primer|segund|tercer|cuart)o?|ultimo)(?:\s+(?:por favor|porfa))?\W*"
)
_YEAR_TOLD = re.compile(r"\b20\d\d\b|\b(?:est[ea]|presente|actual|en curso)\b")


_NO_MORE = re.compile(
    r"\b(?:el|del|al|un) (?:mes|trimestre|semestre|ano)\b(?! \d| i)|^\W*(?:mes|trimestre|semestre|ano)\W*$"
)
"""Only of which kind, and not which one: the last that is over."""
_ADVANCE = re.compile(
    r"(?P<above>\d[\d.,]*)\s*(?:[a-z]{3,}\s+){0,3}(?:de|/|sobre|entre)\s*(?:(?:los|las|un total de)\s+)?"
    r"(?P<below>\d[\d.,]*)(?![\d/-])|\d[\d.,]*\s*(?:%|por ?ciento|puntos porcentuales)"
)
_ONE = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}|\d[\d.,]*)"
_SPOKEN = re.compile(
    rf"\b{_ONE}(?:\s+(?:y\s+)?{_ONE})*\s+(?:por ?ciento\b|de\s+(?:los\s+|las\s+)?{_ONE}(?:\s+(?:y\s+)?{_ONE})*\b)"
)
"""The same in words: «noventa por ciento», «veintisiete de treinta»."""
_BARE_FIGURE = re.compile(
    r"\b(?P<verb>era|eran|es|son|fue|fueron)\s+(?P<figure>\d[\d.,]*)(?!\s*(?:de|/|%|por|\d))"
)
_CAME_TO = re.compile(rf"{_ADVANCE.pattern}|\b(?:era|eran|es|son|fueron)\s+\d")
_BY_NAME = re.compile(r"\b(?:indicador|kpi)\s*(?:numero|nro\.?|#)?\s*#?(\d{1,2})\b")
_AFTER_VERB = re.compile(rf"^\W*{_WISH}{_VERB}\W+(?:el |la )?#?(\d{{1,2}})(?=\s*(?:[:,;.-]|$))")
_BY_ARTICLE = re.compile(
    r"\b(?:del|el|al)\s+(?:numero\s+)?#?(\d{1,2})\b(?!\s*(?:%|por ciento|de \d|[.,/]\d))"
)
_VALUE_ASKED = re.compile(
    r"\b(?:cuanto (?:(?:nos )?(?:habia|habiamos) \w+|dio|fue|quedo|salio|teniamos|tenia|era|hubo|reporte|registre|pusimos"
    r"|puse)|que (?:valor|dato) \w+"
    r"|como (?:quedo|iba|estaba|nos fue))\b"
)
_RECORDS = re.compile(
    rf"\W{{0,9}}(?:(?:hola|buen[oa]s(?: dias| tardes| noches)?|por favor|listo|bueno|ok)\W+)*{_WISH}"
    r"(?:(?:le |les |me |lo |la )?(?:registr|anot|carg|ingres|actualiz|diligenci|correg|corrij|rectific)\w*|pong[ao]\w*"
    r"|cambi(?:ar|o|e|emos) (?:el dato|el valor|el avance|la cifra|lo))\b"
)
_NONE_OF_IT = re.compile(
    r"\W*(?:(?:la verdad|pues|por ahora|de momento|aun|todavia)\W+)*"
    r"(?:no (?:\w+ )?(?:tengo|hay|tenemos|aplica|existe|cuento|contamos|adjunto|hubo|esta|necesita)"
    r"|no se (?:tiene|requiere|necesita|genero)"
    r"|sin (?:soporte|evidencia|anexos?|documentos?)|ningun[oa]?|n/?a|nada)\b"
)
_THE_SAME = re.compile(
    r"\W*(?:es |con |deje )?(?:(?:el|l[oa]s?) )?mism[oa]s?(?: (?:enlace|link|archivo|soporte|acta|foto|evidencia)s?)?"
    r"(?: (?:de antes|de ahora|anterior))?\W*"
)
_LINK = re.compile(r"(?:https?://|www\.)\S{3,400}")
_NO_NOTE = re.compile(r"\W*(?:no\W+)?(?:sin|ninguna|quit\w+|borr\w+) (?:la |esa )?nota\W*")
_BECAUSE = re.compile(
    r"\b(?:porque|por que|ya que|pues|debido a|por|es que|como|hasta que|falta|estan?|esta)\b.{4,}"
)
_DONE = re.compile(
    r"\b(?:hic|realiz|ejecut|cumpl|revis|invent|actualiz|licenci|fu|llev|entreg|termin|logr|alcanz|cerr|qued|di)"
    r"(?:imos|amos|ieron|aron|eron|o)\b"
)
_BARE = re.compile(
    r"(?:(?:como (?:va|vamos|estoy|esta|quedo)|muestreme|ver|el|con|en|mi|indicador|kpi|numero) )*#?(\d{1,2})"
)
_HOW_IT_GOES = re.compile(
    r"\W*(?:(?:hola|oiga|y|a ver)\W+)*(?:como (?:va[n]?|vamos|voy|esta[n]?|estoy|anda[n]?|quedo)"
    r"|en cuanto (?:va|vamos|estamos)|(?:muestr\w+|ver|quiero ver) (?:el|lo) de)\b"
)
_OWN = re.compile(
    r"\bmis? (?:kpis?|indicador(?:es)?|mediciones)\b"
    r"|\W*(?:(?:oiga|y|a ver)\W+)*(?:cuanto|que|cual(?:es)?|algo) (?:me |nos )?(?:falta[n]?|debo|deb(?:o|emos)|queda[n]?)\b"
    r"(?!.*\b(?:casos?|tickets?|solicitud\w*|firma\w*)\b)|\W*(?:me|nos) (?:falta|queda) algo\b"
    r"|\W*(?:como voy|hace cuanto no report\w+|cuanto hace que no report\w+)\b"
)
_WRONG = re.compile(
    r"\b(?:me equivoque|(?:ay|uy) no|en realidad|(?:conte|sume|dije|escribi|reporte) mal|perdon\W+(?:era|eran|es|son)"
    r"|(?:quedo|esta|registre|puse) mal|no (?:era|eran|es|son)|corrijo|la cifra correcta)\b"
)
_MISCOUNTED = re.compile(
    r"\W*(?:(?:ay|uy|no|perdon)\W+)*(?:(?:conte|sume|registre|puse|escribi|reporte) mal"
    r"|se (?:me|nos) (?:paso|olvido) (?:contar |sumar )?(?:una?|un|dos|otr[oa])|(?:me )?falto (?:contar|sumar))\b"
)
_CORRECTS = re.compile(
    r"\W{0,9}(?:(?:ay|uy|no|perdon|me equivoque|esta mal|quedo mal)\W+)*"
    r"(?:(?:yo )?(?:quiero|quisiera|necesito|debo|puedo|voy a|hay que) )?(?:lo |la )?(?:correg|corrij|rectific)\w*"
    r"(?: (?:eso|ese|esa|el dato|el valor|el avance|lo anterior))?(?: por favor)?\W*"
)


_FILLING = word_set(
    """a al alla ahi ahora anote anotar avance bueno cerro con da de del di dio el ella en era eran es ese esta este
    fue fueron hoy indicador la las le lo los mi nos oiga ok ponga pongamos ponemos por pues que quedo registrar
    registre reporte reporto salio se son soporte tengo va vamos vea y ya yo listo buenas buenos dias tardes"""
)
MAX_OTHER_WORDS, MAX_NAME_WORDS = 1, 3


@dataclass(frozen=True, slots=True)
class ReadingTold:
    """What a sentence tells of a reading: the number of its indicator, its period, and the words for what it came to."""

    indicator: int | None = None
    period: Period | None = None
    advance: str = ""
    left: str = ""
    """The folded words that are neither."""


def reading_told(text: str, today: date) -> ReadingTold:
    """Of «registre 45 de 50 en el indicador 12 del segundo trimestre», «lo del 10 del tercer trimestre»."""
    times = find_times(_POINT.sub("", without_denied(fold(text))), today)
    told = times.told[0].period if len(times.told) == 1 else None
    rest = times.rest.replace("§", " ")
    advance = _ADVANCE.search(rest)
    spoken = None if advance else _SPOKEN.search(rest)
    found = advance or spoken
    left = f"{rest[: found.start()]} , {rest[found.end() :]}" if found else rest
    number = _BY_NAME.search(left) or _BY_ARTICLE.search(left) or _AFTER_VERB.search(left)
    period = _last_over(told, fold(text), today) if told and not told.is_extra else None
    came_to = _advance(advance) if advance else spoken[0] if spoken else ""
    return ReadingTold(int(number[1]) if number else None, period, came_to, left)


def tells_reading(text: str, today: date) -> bool:
    """A period or what it came to, and hardly a word besides."""
    told = reading_told(text, today)
    return bool(told.period or told.advance) and tells_little_else(told)


def _advance(told: re.Match[str]) -> str:
    """«900 equipos de los 1.000» is 900 of 1.000."""
    return f"{told['above']} de {told['below']}" if told["below"] else told[0]


def is_stated(text: str) -> bool:
    """«Hicimos 38 de 40», «no se hicieron mantenimientos»: what was done is told, and nothing is asked."""
    return "?" not in text and _DONE.search(fold(text)) is not None


def own_asked(text: str) -> int | None:
    """Of one who answers for indicators: the number of the one asked for, 0 for all of theirs; None for other words."""
    said = fold(text).strip(" ?¿.!#")
    if number := _BARE.fullmatch(said):
        return int(number[1])
    return 0 if _OWN.search(said) else None


def asks_how_it_goes(text: str) -> bool:
    """«Cómo vamos en mantenimientos»: of one that is named."""
    return _HOW_IT_GOES.match(fold(text)) is not None


def is_value_asked(text: str) -> bool:
    """«Espere, ¿cuánto dio en 2023?»: asked in the middle of recording, and no value itself."""
    return _VALUE_ASKED.search(fold(text)) is not None


def is_of_reading(text: str) -> bool:
    """Whether somebody wants to record or correct a reading, whatever else the sentence tells of it."""
    return _RECORDS.match(fold(text)) is not None


def lack_told(text: str) -> str | None:
    """Why there is no evidence, of «no tengo porque el comité no ha firmado»; "" where only that there is none is said, None
    where it is not."""
    said = fold(text)
    found = _NONE_OF_IT.match(said)
    if found is None:
        return None
    why = _BECAUSE.search(said)
    return text.strip() if why or "aplica" in found[0] else ""


def link_in(text: str) -> str | None:
    """The one that shows a value, in whatever words."""
    found = _LINK.search(text)
    return found[0] if found else None


def is_of_note(text: str) -> bool:
    """«Sin nota», «quite la nota»."""
    return _NO_NOTE.fullmatch(fold(text)) is not None


def is_the_same(text: str) -> bool:
    """«El mismo enlace», «lo mismo de antes»."""
    return _THE_SAME.fullmatch(fold(text)) is not None


def is_bare_period(text: str, today: date) -> bool:
    """«2026-T3», «tercer trimestre»: an answer to another question than for words."""
    return period_meant(text, today) is not None


def is_correction(text: str) -> bool:
    """«Quiero corregirlo», «me equivoqué, eran 48 de 50»: what was just recorded, without saying which that is."""
    said = fold(text)
    return bool(_CORRECTS.fullmatch(said) or _MISCOUNTED.match(said)) or (
        _WRONG.search(said) is not None and _CAME_TO.search(said) is not None
    )


def figure_told(text: str) -> tuple[str, bool] | None:
    """The one number of «ay no, eran 29» and whether it tells of several things: «es 92» is rather per cent."""
    found = _BARE_FIGURE.search(without_denied(fold(text)))
    return (found["figure"].rstrip(".,"), found["verb"] in ("eran", "son", "fueron")) if found else None


def tells_little_else(told: ReadingTold, *, but_names: bool = False) -> bool:
    """«Listo, pongamos el tercer trimestre, dio 27 de 30»: but for the reading hardly a word, or no more than a name."""
    others = [word for word in plain(_LINK.sub(" ", told.left)).split() if word not in _FILLING]
    return len(others) <= (MAX_NAME_WORDS if but_names else MAX_OTHER_WORDS)


def recording_asked(text: str) -> str | None:
    """What is said of the indicator («10», «proyectos»), "" for nothing; None where nobody asks to record one."""
    found = _ASKED.fullmatch(fold(text))
    if found is None:
        return None
    rest = found["rest"].strip(" .!?")
    if number := _NUMBER.search(rest):
        return number[1]
    named = _OF.search(f" {rest}")
    return named[1].strip() if named else ""


def part_alone(text: str) -> str:
    """«El tercero», «del segundo»: which part of the year, where its kind is known; else nothing."""
    found = _PART_ALONE.fullmatch(fold(text))
    return found[1] if found else ""


def period_meant(text: str, today: date) -> Period | None:
    """A period as people name it: «2026-T2», «tercer trimestre», «junio», «el trimestre pasado».

    Without its year it is the last one that is over: what goes on cannot be recorded.
    """
    told = find_stretch(_POINT.sub("", fold(text)), today)
    period = told.period if told else None
    return period if period is None or period.is_extra else _last_over(period, fold(text), today)


def _last_over(period: Period, said: str, today: date) -> Period:
    if period.last_day < today or _YEAR_TOLD.search(said):
        return period
    if _NO_MORE.search(said):
        return period.previous()
    return Period(period.kind, period.year - 1, period.ordinal)
