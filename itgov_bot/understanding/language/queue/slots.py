"""What narrows the queue, wherever it stands in the words: a state, whose it is, how old or urgent, of which days."""

import re
from dataclasses import replace
from datetime import date, timedelta

from itgov_bot.domain.days import EARLIEST, Days
from itgov_bot.domain.tickets.queue import ALL, QueueFilter
from itgov_bot.domain.tickets.ticket import Priority, State
from itgov_bot.patterns import regex

from ..folding import words_like
from ..time.lengths import NUMBER, find_length
from ..time.past_days import find_past_days

SEVERAL, ONE = "§", "¤"
"""What stands where a slot stood: of several cases or more words than one, or one word that may be of anything."""
_ARE = r"(?:que )?(?:(?:estan?|siguen?|sigan|sean?|quedaron|quedan?|tengan?|anda[ns]?) )?"
_IN = rf"{_ARE}(?:de |con |en |la )*"
_NO_ONE = r"(?:dueno|duena|responsable|encargado|agente|nadie)"
_ASKED_BACK = (
    r"(?:de )?(?:(?:la )?respuesta|que (?:nos )?respondan|(?:al?|del) (?:solicitante|usuario)|usuarios?)"
)
_AWAITED = rf"(?:{_ASKED_BACK}|(?:por )?(?:repuestos?|proveedor(?:es)?|compras?|garantias?|piezas?))"
_TOUCHED = (
    r"(?:(?:l[oa]s? )?(?:han? )?(?:(?:ha|haya) )?(?:querido |podido )?"
    r"(?:coger|coge|tomar|tom(?:ado|[oea])|cogido|cogio|coj[ao]|tiene|atiende|mir(?:ado|[eoa])|vea?|visto))"
)
_SLOTS: tuple[tuple[dict[str, object], re.Pattern[str]], ...] = (
    (
        {"free": True},
        words_like(
            rf"""
            {_ARE}sin (?:asignar|asignacion|tomar|atender|coger|agarrar|recoger|repartir|{_NO_ONE})
            (?:que )?no (?:tienen?|tengan?|tenga) (?:a )?{_NO_ONE}|sin que nadie {_TOUCHED}
            (?:que )?nadie {_TOUCHED}|(?:que )?no {_TOUCHED} nadie
            nadie (?:l[oa]s? )?(?:ha )?(?:tomado|cogido|tomo|cogio|atiende)
            que (?:yo )?(?:pueda|puedo) (?:coger|tomar)(?: yo)?|suelt[oa]s?
            (?:que )?no (?:estan )?asignad[oa]s|de nadie|libres?|por (?:asignar|repartir)
            (?:que |cual(?:es)? )?(?:puedo |podria )?(?:cojo|agarro|coger|tomo|tomar)(?! el\b| la\b)
            """
        ),
    ),
    (
        {"oldest": True},
        words_like(
            rf"""
            (?:l[oa]s? )?(?:mas |primero (?:l[oa]s )?(?:mas )?)?(?:viej|antigu)[oa]s?(?: primero)?
            (?:que |con )?(?:llev[ae]n? |tienen? )?mas (?:tiempo|dias)(?: esperando| abiert[oa]s?)?
            {_ARE}(?:represad|acumulad|dormid|estancad|olvidad)[oa]s?|sin mover(?:se)?|por antiguedad
            (?:que )?llev[ae]n? (?:muchos |varios |mucho )?(?:dias|semanas|tiempo|rato)(?: esperando| abiert[oa]s?)?
            """
        ),
    ),
    (
        {"side": "ours"},
        words_like(
            rf"""
            (?:que )?(?:nos esperan?|esperan? (?:por nosotros|de nosotros|a la mesa)|depend\w+ de nosotros)
            {_ARE}(?:esperan?|esperando) (?:respuesta )?(?:nuestra|de (?:la mesa|nosotros))
            {_ARE}(?:esperan?|esperando) (?:a )?que (?:les? )?(?:respond|contest)[ae]mos
            (?:que )?nos tocan?(?: (?:atender|responder|contestar|resolver|hacer))?
            (?:que )?no (?:los )?(?:hayamos|hemos) (?:atendido|respondido|contestado|resuelto|mirado|visto|cogido)
            por (?:atender|responder|contestar|hacer|resolver|cerrar|terminar|solucionar)
            """
        ),
    ),
    (
        {"side": "wait"},
        words_like(
            rf"""
            {_ARE}(?:en (?:espera|pausa)|esperando|(?:pausad|parad|detenid|frenad)[oa]s?|quiet[oa]s)(?: {_AWAITED})?
            (?:que )?esperan {_ASKED_BACK}|(?:que )?no (?:me |nos )?(?:han|ha) (?:contestado|respondido)
            """
        ),
    ),
    (
        {"late": True},
        words_like(
            rf"""
            (?:mas )?{_ARE}(?:ya )?(?:vencid|atrasad|retrasad)[oa]s?
            (?:que )?(?:ya )?(?:se )?vencieron|{_ARE}pasad[oa]s de (?:tiempo|fecha)
            """
        ),
    ),
    (
        {},
        words_like(
            rf"""
            (?:que )?no se (?:han|ha) (?:cerrado|resuelto|solucionado|terminado|atendido)
            (?<=que )(?:hay|tenemos)(?: pendientes?| por hacer)?(?: para| pa)? hoy
            {_ARE}(?:por|a punto de|proxim[oa]s a) vencer(?:se)?|(?:que )?(?:se |nos )*(?:ven[cz][ea]n?|van? a vencer)
            """
        ),
    ),
    (
        {"escalated": True},
        words_like(rf"{_ARE}(?:fueron )?escalad[oa]s|(?:que )?(?:se )?(?:han? )?escal(?:aron|ado|amos|e)"),
    ),
    ({"priority": Priority.HIGH}, words_like(rf"{_IN}(?:prioridad alta|alta prioridad)|prioritari[oa]s?")),
    ({"priority": Priority.LOW}, words_like(rf"{_IN}(?:prioridad baja|baja prioridad)")),
    ({"priority": Priority.NORMAL}, words_like(rf"{_IN}prioridad (?:normal|media)")),
    (
        {"urgent": True},
        words_like(rf"{_ARE}(?:de |con )?(?:prioridad urgente|urgentes?|urgencias?|incendios?|graves?|critic[oa]s?)"),
    ),
    (
        {"mine": True, "solved": True},
        words_like(r"(?:que )?(?:yo )?(?:ya )?(?:cerre|resolvi|solucione|termine|atendi)(?: yo)?"),
    ),
    (
        {"mine": True},
        words_like(
            r"""
            mi[oa]s?|mis (?:casos|tickets|tiquetes|pendientes)|(?:que )?(?:yo )?(?:tengo|llevo|cogi|tome)(?: yo)?
            mi (?:cola|bandeja|lista|trabajo)(?: de (?:casos|hoy|pendientes))?(?! de)|(?:que )?deje
            (?:que )?se me (?:vencen|est\w+ venciendo|van? a vencer)|a mi (?:cargo|nombre)|(?:para|pa) mi(?! \w)
            asignad[oa]s a mi|(?:que )?me (?:tocan?|faltan?|quedan?|quedo|quedaron|asignaron|pasaron|dejaron)
            """
        ),
    ),
    ({"state": State.NEW}, words_like(r"nuev[oa]s?|novedad(?:es)?|recien (?:abiertos|llegados|entrados)")),
    ({"state": State.IN_PROGRESS}, words_like(rf"{_ARE}en (?:proceso|curso|tramite)")),
    ({"state": State.REOPENED}, words_like(rf"{_ARE}reabiert[oa]s?|(?:que )?(?:se )?(?:reabrieron|volvieron a abrir)")),
    (
        {"solved": True},
        words_like(
            rf"""
            {_ARE}(?:ya )?(?:resuelt|solucionad|cerrad|terminad|finalizad)[oa]s?
            (?:que )?(?:ya )?(?:se )?(?:han?|hemos) (?:resuelto|cerrado|solucionado|terminado)
            (?:que )?(?:ya )?(?:se )?(?:cerr(?:o|aron|amos)|resolv(?:io|ieron|imos)|solucion(?:o|aron|amos))
            """
        ),
    ),
    ({"state": State.CANCELLED}, words_like(rf"{_ARE}(?:cancelad|anulad)[oa]s?|(?:que )?(?:se )?(?:cancelaron|anularon)")),
    ({"state": State.ASSIGNED}, words_like(rf"{_ARE}(?:ya )?asignad[oa]s(?! a\b)")),
)  # fmt: skip
"""The longer ones first: «sin asignar» is not «asignados». Of the same field the first one counts. What is due next stands
first in the queue anyway."""
_DAY = (
    r"(?:hoy|ayer|antier|anoche|esta (?:manana|tarde)|(?:esta|la|la misma) semana(?: pasada| anterior)?|semana pasada"
    r"|(?:este|el) mes(?: pasado| anterior)?"
    r"|mes(?: pasado| anterior)?|(?:el |este )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)(?: pasado)?"
    r"|(?:el )?\d{1,2} de [a-z]+)"
)
_CAME = (
    r"(?:que )?(?:(?:se )?(?:entr|lleg|abri|cre|qued|report|recibi|hub)"
    r"(?:o|aron|eron|ieron|imos|amos|ad[oa]s?|id[oa]s?)|abiertos)"
)
_OF_DAYS = regex(rf"\b(?:(?:{_CAME} )?(?:del?|desde|en)|{_CAME}) (?P<day>{_DAY})\b")
_ENDS = r"(?:ven[cz][ea]n?|van? a vencer|(?:esta\w* )?venciendo)(?:se(?:me|nos)?)?"
_DUE = regex(
    rf"\b(?:que )?(?P<whose>(?:se |me |nos |les? )*)(?:{_ENDS}|(?:por|a punto de) vencer(?:se)?|vencimientos?"
    r"|hay que (?:cerrar|entregar|resolver|responder)(?= (?:para )?(?:hoy|manana)))"
    r"(?: (?:para|de|a mas tardar|antes de que acabe))* (?P<day>hoy|manana|(?:en )?(?:esta|la) semana)(?: mismo)?\b"
    rf"|\b(?P<first>hoy|manana) (?:que )?(?:se |me |nos )*{_ENDS}\b"
)
"""What becomes due in some days."""
_MONTH = 30
"""Days: nobody counts them so exactly."""
_ANY_DAY = regex(rf"\b(?<!los )(?P<day>{_DAY})\b")
_OLDER = regex(
    rf"\b(?:que )?(?:(?:llev[ae]n?|tienen?|tenga[n]?|de|con) )?(?:(?:hace |de |desde )*mas de"
    rf"|(?:super|pas|sobrepas)[ae]n?(?: de)?)"
    rf" (?:hace )?(?:las? |los )?(?:{NUMBER}|un par de) "
    r"(?:horas?|dias?|semanas?|mes(?:es)?)(?: (?:ahi|esperando|abiert[oa]s?|pegad[oa]s?|quiet[oa]s?))*\b"
)


def slots_in(said: str, today: date) -> tuple[QueueFilter, str]:
    """The filter that folded words tell of, and those words with a mark where it was told."""
    cut, said = _aged(*_due(said, today), today)
    for values, words in _SLOTS:
        found = words.search(said)
        if found and all(getattr(cut, name) in (getattr(ALL, name), value) for name, value in values.items()):
            cut = replace(cut, **values)  # type: ignore[arg-type]
            said = words.sub(_mark, said)
    return _dated(cut, said, today)


def _due(said: str, today: date) -> tuple[QueueFilter, str]:
    """«Se vencen hoy»; «se me vencen» are one's own."""
    found = _DUE.search(said)
    if found is None:
        return ALL, said
    named = found["day"] or found["first"]
    day = today + timedelta(days=named == "manana")
    days = Days.week_of(today) if "semana" in named else Days.day(day)
    cut = replace(ALL, due=True, days=days, mine="me" in (found["whose"] or "").split())
    return cut, f"{said[: found.start()]} {SEVERAL} {said[found.end() :]}"


def _mark(found: re.Match[str]) -> str:
    is_sure = " " in found[0] or found[0].endswith("s")
    return f" {SEVERAL if is_sure else ONE} "


def _aged(cut: QueueFilter, said: str, today: date) -> tuple[QueueFilter, str]:
    """«Llevan más de dos días»: what was opened before that."""
    found = _OLDER.search(said)
    if found is None:
        return cut, said
    length = find_length(found[0]) or timedelta(days=_MONTH)
    until = Days(EARLIEST, today - timedelta(days=max(1, length.days)))
    return replace(cut, days=until, oldest=True), f"{said[: found.start()]} {SEVERAL} {said[found.end() :]}"


def _dated(cut: QueueFilter, said: str, today: date) -> tuple[QueueFilter, str]:
    """«De ayer», «que entraron hoy»; of what is over it is when it ended. «¿Qué me toca hoy?» asks for what there is now."""
    is_over = cut.solved or cut.state is State.CANCELLED
    found = (
        next((found for one in (_OF_DAYS, _ANY_DAY) if (found := one.search(said))), None)
        if cut.days is None
        else None
    )
    if found and found["day"] == "hoy" and found.re.pattern == _ANY_DAY.pattern and not is_over:
        return cut, said
    days = find_past_days(found["day"], today) if found else None
    if found is None or days is None:
        return cut, said
    return replace(cut, days=days), f"{said[: found.start()]} {SEVERAL} {said[found.end() :]}"
