"""Which cases of the queue an agent asks for: «los de hacienda sin asignar», «impresoras urgentes», «los de Ana»."""

import re
from dataclasses import dataclass, replace

from itgov_bot.domain.tickets.queue import QueueFilter
from itgov_bot.domain.tickets.ticket import State

from .folding import fold, word_set, words_like

_ANSWER = r"(?:de )?(?:(?:la )?respuesta|que (?:nos )?respondan|(?:al?|del) (?:solicitante|usuario)|usuario)"
_FLAGS: tuple[tuple[dict[str, object], re.Pattern[str]], ...] = (
    (
        {"free": True},
        words_like(
            r"""
            (?:que )?(?:estan |siguen |sigan )?sin (?:asignar|asignacion|agente|nadie|tomar|atender)
            (?:que )?(?:estan |siguen |sigan )?sin (?:dueno|duena|responsable|encargado)
            (?:que )?no (?:tienen?|tengan?) (?:dueno|responsable|agente|a nadie)
            (?:que )?(?:estan |siguen |sigan )?sin (?:coger|agarrar|recoger|repartir)
            (?:que )?nadie (?:l[oa]s? )?(?:ha (?:tomado|cogido)|tomo|cogio|tiene|atiende)
            (?:que )?no (?:l[oa]s? )?(?:ha (?:tomado|cogido)|tomo|cogio|tiene|atiende) nadie
            de nadie|libres?|por (?:asignar|repartir)
            """
        ),
    ),
    (
        {"oldest": True},
        words_like(
            r"""
            (?:mas |primero (?:l[oa]s )?(?:mas )?)?(?:viej|antigu)[oa]s?(?: primero)?
            (?:que |con )(?:llevan? |tienen? )?mas (?:tiempo|dias)(?: esperando| abiert[oa]s?)?
            """
        ),
    ),
    (
        {"side": "wait"},
        words_like(
            rf"""
            (?:que )?(?:estan |siguen )?(?:en espera|esperando)(?: {_ANSWER})?
            (?:que )?esperan {_ANSWER}|pausados?
            """
        ),
    ),
    (
        {"side": "ours"},
        words_like(
            r"""
            (?:que )?(?:nos esperan|esperan (?:por nosotros|de nosotros|a la mesa))
            (?:que )?nos tocan?(?: (?:atender|responder|contestar|resolver|hacer))?
            por (?:atender|responder|contestar|hacer|resolver)
            """
        ),
    ),
    (
        {"late": True},
        words_like(
            r"""
            (?:que )?(?:estan |ya )?(?:vencid|atrasad|retrasad)[oa]s?
            (?:que )?(?:ya )?(?:se )?vencieron|(?:que )?(?:estan )?pasad[oa]s de (?:tiempo|fecha)
            """
        ),
    ),
    ({"urgent": True}, words_like(r"urgentes?|de urgencia|urgencias")),
    (
        {"escalated": True},
        words_like(r"(?:que )?(?:estan |fueron |han sido |me |se )*(?:han )?escala(?:d[oa]s?|ron|n)"),
    ),
    (
        {"mine": True},
        words_like(
            r"mi[oa]s?|mis casos|(?:que )?(?:yo )?(?:tengo|llevo)|a mi (?:cargo|nombre)|asignad[oa]s a mi"
        ),
    ),
    ({"state": State.NEW}, words_like(r"nuev[oa]s?|recien (?:abiertos|llegados)")),
    ({"state": State.IN_PROGRESS}, words_like(r"en (?:proceso|curso|tramite)")),
    ({"state": State.REOPENED}, words_like(r"reabiert[oa]s?")),
    ({"state": State.RESOLVED}, words_like(r"(?:ya )?(?:resuelt|solucionad)[oa]s?")),
    ({"state": State.CLOSED}, words_like(r"cerrad[oa]s?")),
    ({"state": State.CANCELLED}, words_like(r"(?:cancelad|anulad)[oa]s?")),
    ({"state": State.ASSIGNED}, words_like(r"(?:ya )?asignad[oa]s?(?! a\b)")),
)
"""What words narrow the queue to, the longer ones first: «sin asignar» is not «asignados»."""
_BREAK = "|"
_OF = re.compile(
    r"\b(?:de la|de los|de las|del|de|en la|en el|en|para|con|(?:que )?(?:tiene|lleva)|asignad[oa]s? a)\b"
)
_FILLING = word_set("""
    a al algun alguno cola como con cuales cual cuantas cuantos dame de del dime e el ella en esta estan este fila favor
    gracias hay la las le lista listar lo los me mesa mostrar mostrarme muestrame muestre muestreme o para pendientes
    pendiente por porfa porfavor que quiero se si solo solamente son tambien tiene tienen todos todas todo toda un una
    ver veo vea y ya abiertos abierto abiertas abierta caso casos ticket tickets tiquetes tiquete sean esten siguen quedan
    faltan tenemos nos busca buscar buscame busque busqueme encuentra encuentre ubica ubique
""")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are left over, in their order and folded. `is_of`: they stand behind «de»: a person, or a place."""

    words: str
    is_of: bool


@dataclass(frozen=True, slots=True)
class QueueAsked:
    """What was read, and the runs of words that are names, or words to look for."""

    cut: QueueFilter
    runs: tuple[Run, ...]


def queue_asked(text: str) -> QueueAsked:
    """What stands behind `/mesa`."""
    said, cut = fold(text), QueueFilter()
    for values, words in _FLAGS:
        found = words.search(said)
        taken = any(getattr(cut, name) for name in values)
        if found and not taken:
            cut = replace(cut, **values)  # type: ignore[arg-type]
            said = words.sub(_BREAK, said)
    return QueueAsked(cut, tuple(_runs(said)))


def _runs(said: str) -> list[Run]:
    """Between what was read already, and where «de» begins a name."""
    runs = list[Run]()
    for piece in said.split(_BREAK):
        place, is_of = 0, False
        for of in [*_OF.finditer(piece), None]:
            words = _telling(piece[place : of.start() if of else len(piece)])
            runs += [Run(words, is_of)] if words else []
            place, is_of = (of.end() if of else place), True
    return runs


def _telling(piece: str) -> str:
    """Without what only fills: signs around words go, those inside a name or a number stay."""
    words = (word.strip(".,;:¿?¡!()«»\"'") for word in piece.split())
    return " ".join(word for word in words if word and word not in _FILLING)
