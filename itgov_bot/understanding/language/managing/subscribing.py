"""What a manager wants to be sent without asking, said in words: a digest on a day and at an hour, or no more of it."""

import re
from dataclasses import dataclass

from itgov_bot.domain.subscriptions import NewsKind
from itgov_bot.patterns import regex

from ..folding import fold, word_set, words_like
from ..time.clock import DAYS, find_hours, find_twelve
from ..time.hour_phrases import readable

MAX_CHARS = 160
"""Who writes more tells of something else."""

_SEND = words_like(
    r"""
    (?:avis|mand|envi|inform|cuent|pas|escrib|llegu|dig|programe|recuerd|pong|cambi|muev)\w*|recibir
    que me lleguen?|suscrib\w+
    quier[oa] .{0,40}(?=\b(?:l[oa]s|cada|tod[oa]s) )
    """
)
_TOPIC = words_like(
    r"""
    resumen(?:es)?|novedades|balance|boletin|informes?|reporte
    como (?:va|vamos|anda|andamos|esta|estamos|sigue)
    """
)
_THAT = words_like(
    r"(?:que )?(?:es[oae] |est[oae] )?(?:me|nos) (?:l[oa]s? )?(?:lleg\w+|mand\w+|envi\w+|pas\w+)"
    r"|(?:mand|envi|pas|haga lleg)\w*?(?:me|nos)?l[oa]s?|(?:mand|envi|pas)\w+ (?:es[oae]|est[oae])"
)
"""What was just shown."""
_FALLS = regex(
    r"\b(?:cuando|si|apenas|cada vez que)\b.{0,40}\b(?:indicador\w*|kpi|meta)\b"
    r"|\b(?:caidas?|avisos?) de (?:los )?indicadores\b|\balertas?\b"
    r"|\b(?:cuando|si|apenas|cada vez que)\b.{0,30}\b(?:en rojo|incumpl\w+|no (?:se )?cumpl\w+|por debajo)\b"
)
_FALL = words_like(r"ca[ei]\w*|caig\w+|baj\w+|debajo|incumpl\w*|rojo|no cumpl\w+|caidas?|avisos?|alertas?")
_OF_CALLS = r"(?:l[oa]s? )?(?:urgentes|noches?|guardia|emergencias)"
_STOP = words_like(
    rf"""
    ya no (?:me|nos) (?:sigan? )?(?:mand|envi|avis|escrib|pas|inform)\w*
    no (?:me|nos) (?:sigan? )?(?:mand|envi|avis|escrib|pas|inform)\w* (?:mas|nada mas|ningun\w*|el|los|ese|esos|eso)
    dejen? de (?:mandar|enviar|avisar|escribir)\w*
    (?:ya )?no quiero (?:(?:recibir |que me lleguen? )(?:mas |el |l[oa]s |es[eo]s )?|mas |el |l[oa]s |es[eo]s )
    (?:quit|cancel|suspend|desactiv|par|deten|elimin)\w* (?:el |l[oa]s |es[eo]s? |mis? )?(?:resumen\w*|avisos?|alertas?)
    (?:ya )?no (?:mas|quiero|me sigan? con) (?:mas )?(?:con )?lo de {_OF_CALLS}
    (?:quit|suspend|desactiv|par|deten)\w* (?:lo|eso|l[oa]s avisos|l[oa]s alertas) de {_OF_CALLS}
    (?:quit|cancel|suspend|par|deten)\w* (?:los |esos )?envios?
    """
)
_GO_ON = words_like(
    r"""
    no (?:me |nos )?(?:vaya[n]? a |vayas a )?dej(?:e[ns]?|ar|en) de (?:avis|mand|envi|escrib|inform|pas)\w*
    (?:siga[ns]?|sigue|continue[n]?) (?:avisando|mandando|enviando|informando|pasando)\w*
    no (?:quit|cancel|suspend|desactiv)\w+ (?:el |los |mis? )?(?:resumen\w*|avisos?)
    """
)
"""Not that it should end."""
_OF_FALLS = words_like(r"roj[oa]s?|indicador(?:es)?|metas?|caidas? de (?:los )?indicadores|incumpl\w*")
_OF_NIGHT = words_like(r"noches?|nocturn[oa]s?|madrugadas?|urgentes|emergencias|guardia")
"""What the guard is called for."""
_ABOUT_NEWS = words_like(
    r"resumen(?:es)?|avisos?|alertas?|novedades|boletin|mensajes?|eso|mas|semanal|mensual|nada|indicadores"
)
_MONTHLY = words_like(
    r"(?:cada|todos los|al|una vez al) mes(?:es)?|mensual(?:mente|es)?|(?:el |los )?primer dia(?: habil)?"
)
_WEEKLY = words_like(r"(?:cada|todas las|a la|una vez a la|por) semanas?|semanal(?:mente|es)?")
_WEEKDAY = regex(rf"\b(?:cada|todos los|los|el|todo)\s+(?P<day>{'|'.join(DAYS)})\b")
_ANY_WEEKDAY = regex(rf"\b(?P<day>{'|'.join(DAYS)})\b")
_DAY_OF_MONTH = regex(
    r"\b(?:los|el|cada|todos los) (?:dias? )?(?P<day>\d{1,2}|primero|primer(?= dia))(?: dia)?(?: habil)?"
    r"(?: de cada mes| del mes)?\b"
)
_ANSWERED_DAY = regex(r"(?:el |los |dia )*(?P<day>\d{1,2}|primero)(?: de cada mes| del mes)?")
_URGENT = words_like(
    r"(?:algo|alguno?|un|uno|l[oa]s|casos?|otr[oa]) urgentes?|urgentes|urgencias?|emergencias?"
    r"|(?:algo|cosas?|casos?|una?) (?:muy )?(?:grave|seri[oa]|delicad[oa]|critic[oa])s?"
    r"|(?:llam|activ|despiert)\w+ (?:a )?(?:la )?guardia"
)
"""What the guard is called for; that something is urgent says nothing of it."""
_AT_ONCE = words_like(
    r"de una(?: vez)?|de inmediato|inmediatamente|al (?:momento|instante|tiro|minuto)|en (?:el|ese) (?:momento|instante)"
    r"|en seguida|enseguida|(?:cuando|apenas|cada vez que|si|tan pronto|en cuanto) (?:\w+ ){0,6}?"
    r"(?:hay|haya|pase|pasa|salga|entre|llegue|ocurra|suceda|llam\w+|presente|activ\w+|surja|aparezca|caiga)"
)
_IN_MORNING = words_like(
    r"(?:resumen|junt[oa]s|un sol[oa]|consolidad[oa]) .{0,40}(?:manana|abrir|amanecer|temprano)"
    r"|(?:por|en) la manana|al (?:abrir|otro dia|dia siguiente)"
)
_TO_ME = words_like(
    r"(?:avis|mand|envi|cuent|cont|escrib|inform|notifi|pas|dig|alert)\w*(?:me|nos)|(?:me|nos) (?:\w+ ){0,2}?"
    r"(?:avis|mand|envi|cuent|escrib|inform|notifi|llegu|enter|alert)\w*|enterarme|saberlo|activ\w+|prend\w+|porfa"
    r"|por favor|quiero"
)
_ASKS_WHICH = words_like(
    r"""
    (?:que|cuales|cuando|cada cuanto) (?:cosas )?me va[n]? a (?:estar )?(?:lleg|mand|envi|escrib)\w+
    que cosas (?:\w+ )?me (?:va[n]? a )?(?:estar )?(?:lleg|mand|envi|avis)\w+
    (?:que|cuales) (?:avisos|alertas|resumenes|suscripciones) (?:\w+ ){0,2}(?:prend|activ|puest|program|configur)\w+
    (?:que|cuales|cuando|cada cuanto|a que horas?|que dias?) (?:\w+ ){0,2}?me (?:esta[ns]? |va[ns]? a )?avis(?:a|an|ando|ar)
    (?:cuando|cada cuanto|a que horas?|que dias?) (?:\w+ ){0,2}?me (?:\w+ ){0,3}?(?:resumen|informe|reporte|boletin)
    me (?:llega|manda|envia|esta (?:llegando|mandando))n? (?:el|un|los|algun) (?:resumen|informe|reporte|boletin)\w*
    (?:que|cuales) (?:\w+ ){0,3}?me (?:\w+ )?(?:llega|manda|envia|avisa|pasa)[ns]? (?:\w+ ){0,3}?(?:sin |sol[oa]|autom)\w*
    que recibo (?:yo )?(?:sin pedir|automatic)\w*|a que (?:avisos |resumenes )?estoy (?:suscrit|inscrit|apuntad)[oa]
    (?:que|cuales) (?:avisos|alertas|resumenes|suscripciones) (?:tengo|recibo|me llegan)|mis (?:avisos|suscripciones)
    no (?:quiero que )?me (?:avis|escrib|mand|molest|llam|despiert)\w* (?:\w+ )?(?:de|por la|en la|a media) noches?
    """
)
"""What they are sent already is asked, or when."""
_IS_OF_A_CASE = words_like(r"casos?|tickets?|solicitud(?:es)?|tecnicos?")
_CHANGING = word_set(
    f"""no mejor que sea es era cambielo cambialo cambiamelo cambiemelo cambie cambia paselo pasalo pasemelo ponlo pongalo
    muevalo muevelo corralo dejelo dejalo prefiero quiero llegue me mandemelo mandelo y si mas bien ahora entonces por favor
    porfa a las la los el para cada todos de del en dia dias punto am pm manana tarde noche mediodia y media cuarto mes
    primero primer mensual mensualmente semanal semanalmente semana aviseme avisame mandeme enviame envieme resumen un solo
    una dos tres cuatro cinco seis siete ocho nueve diez once doce {" ".join(DAYS)}"""
)
"""All that is said by who moves what they are sent to another day or hour."""
_HALVES = words_like(r"y (?:media|cuarto)|\d+[:.](?!00)\d\d")
_DAILY = words_like(r"(?:cada|todos los) dias?|diari(?:o|amente|os)")


@dataclass(frozen=True)
class NewsAsked:
    """`kind` is None where it is not said which, or it is one that is not sent; `is_of_night`: it is the urgent cases of a
    night, `is_at_once`: each as it comes, else in the morning. `day` is of the week (Monday is 0) or of the
    month, as the kind wants it; `hour` is of the city's clock.
    """

    wants: bool
    kind: NewsKind | None = None
    day: int | None = None
    hour: int | None = None
    is_of_night: bool = False
    is_at_once: bool = False


def news_asked(text: str) -> NewsAsked | None:
    """None where nobody asks to be sent something again and again, or no more of it."""
    said = fold(text)
    if len(said) > MAX_CHARS:
        return None
    if _ASKS_WHICH.search(said) and not _IS_OF_A_CASE.search(said):
        return NewsAsked(True)
    kind = _kind(said)
    if _GO_ON.search(said):
        return NewsAsked(True, NewsKind.FALLS) if _OF_FALLS.search(said) else NewsAsked(True, kind)
    if _STOP.search(said) and kind is None and _OF_NIGHT.search(said):
        return NewsAsked(False, is_of_night=True)
    if _STOP.search(said):
        return NewsAsked(False, kind) if _ABOUT_NEWS.search(said) else None
    if of_night := _night_wanted(said):
        return of_night
    if not _SEND.search(said) or (kind is None and not _DAILY.search(said)):
        return None
    if kind is NewsKind.FALLS:
        return NewsAsked(True, kind)
    is_of_news = _TOPIC.search(said) or (kind and _THAT.search(said))
    return NewsAsked(True, kind, _day(said, kind), hour_told(said)) if is_of_news else None


def _night_wanted(said: str) -> NewsAsked | None:
    """How the urgent cases of a night are to be told; none where a case of one's own is urgent, or they are asked for."""
    if not (_URGENT.search(said) and _TO_ME.search(said)) or _ASKS.match(said):
        return None
    if _AT_ONCE.search(said):
        return NewsAsked(True, is_of_night=True, is_at_once=True)
    return NewsAsked(True, is_of_night=True) if _IN_MORNING.search(said) else None


_ASKS = regex(r"\W*(?:y )?(?:que|cual|cuant|quien|hubo|hay|cuando fue|como|por ?que)\w*\b")


@dataclass(frozen=True)
class Moved:
    """To which day and hour a digest is moved. `is_between`: to no whole hour; `instead`: another takes its place."""

    day: int | None
    hour: int | None
    is_between: bool = False
    instead: NewsKind | None = None


def moved_to(text: str, kind: NewsKind) -> Moved | None:
    """«Mejor a las 8», «que sea el jueves», just after it was said when it comes; None where anything else is said."""
    said = fold(text).strip(" .!¿?¡")
    words = re.findall(r"[a-z]+", said)
    if not said or len(said) > MAX_CHARS or not all(word in _CHANGING for word in words):
        return None
    is_of_hour = re.search(r"\b(?:a|para) las? |\d ?(?:am|pm)\b|mediodia", said) is not None
    hour = hour_told(re.sub(r".*?\b(?:(?:a|para) )(?=las? )", "a ", said)) if is_of_hour else None
    other = _kind(said) or kind
    is_between = is_of_hour and _HALVES.search(said) is not None
    moved = Moved(_day(said, other), hour, is_between, other if other is not kind else None)
    return moved if moved != Moved(None, None) else None


def hour_told(text: str) -> int | None:
    """«A las 8», «8 am», «7 de la mañana», «8»: a whole hour. Without its half of the day it is of working time."""
    said = readable(fold(text).strip(" .!"))
    if twelve := find_twelve(said):
        return twelve.hour if twelve.minute == 0 else None
    first, _ = find_hours(said)
    return first.usual().hour if first and first.minute == 0 else None


def day_told(text: str, kind: NewsKind) -> int | None:
    """The answer to which day: «el lunes»; «el 5», «día 5»."""
    said = fold(text).strip(" .!")
    if kind is NewsKind.WEEKLY:
        found = _ANY_WEEKDAY.search(said)
        return DAYS.index(found["day"]) if found else None
    found = _ANSWERED_DAY.fullmatch(said)
    return _number(found["day"]) if found else None


def _kind(said: str) -> NewsKind | None:
    if _FALLS.search(said) and _FALL.search(said):
        return NewsKind.FALLS
    if _MONTHLY.search(said) or " de cada mes" in said:
        return NewsKind.MONTHLY
    return NewsKind.WEEKLY if _WEEKLY.search(said) or _WEEKDAY.search(said) else None


def _day(said: str, kind: NewsKind | None) -> int | None:
    if kind is not NewsKind.MONTHLY:
        found = _ANY_WEEKDAY.search(said)
        return DAYS.index(found["day"]) if found else None
    found = _DAY_OF_MONTH.search(said)
    return _number(found["day"]) if found else None


def _number(written: str) -> int:
    return 1 if written.startswith("primer") else int(written)
