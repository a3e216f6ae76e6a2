"""Which cases of the queue an agent's words ask for, and whether they ask for any: «los de hacienda sin asignar».

Each word is of a class (one letter), a slot too; what asks is told by the order of the letters: «qué casos tiene Ana» is
QNHW. To have a word read, put it into its class in `_CLASSES`; what is of no class is W.

    Q  what is asked: qué, cuáles            N  cases: casos, pendientes, la cola
    K  how many: cuántos                     R  cases only behind «cuántos»: solicitudes
    I  that there are: hay, quedan, llegó    C  one case: caso, ticket
    H  having, doing: tiene, atiende, puso   A  several of them: los, todas, esos
    V  being shown: muéstreme, dame, ver     L  «lo» of a case: lo de la VPN
    G  being passed: páseme                  E  the one: el, la
    X  some or none: algo, nada, varios      O  of, in, by: de, en, para
    M  one's own: mi, me, nuestros           U  a: un, una
    P  a slot of several cases or words      S  a slot of one word that may be of anything
    W  a name, or a word to look for         and in no letter: what only fills

`_ASKS` has the orders of letters, `queue_slots` the slots.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from itgov_bot.domain.tickets.queue import ALL, QueueFilter
from itgov_bot.patterns import regex

from ..folding import fold, word_set
from ..request_type import tells_a_fault
from .slots import ONE, SEVERAL, slots_in

MAX_CHARS = 200
"""Who writes more tells something."""


class Cue(StrEnum):
    """What must be known of the names in words, so that they ask for cases."""

    SURE = "sure"
    """Nothing: «los casos de la VPN», «búsqueme el de la impresora»."""
    FOUND = "found"
    """There are such cases: «lo de la impresora»."""
    PERSON = "person"
    """An agent, a requester or a dependencia is called so: «qué tiene Darío»."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are left over, in their order and folded. `is_of`: they stand behind «de»: a person, or a place."""

    words: str
    is_of: bool


@dataclass(frozen=True, slots=True)
class QueueAsked:
    """What was read, and the runs of words that are names, or words to look for. Without a cue nothing is asked."""

    cut: QueueFilter
    runs: tuple[Run, ...]
    cue: Cue | None = None
    is_of_open: bool = False
    """What is over was ruled out in words."""


_CLASSES: dict[str, frozenset[str]] = {
    "Q": word_set("que q cual cuales quienes"),
    "K": word_set("cuantos cuantas"),
    "I": word_set("""hay haya hubo queda quedan quedo quedaron falta faltan sigue siguen entro entraron entrado llego
        llegaron
        llegado esta estan estamos existe existen"""),
    "H": word_set("""asignados asignadas puesto puso escalo tiene tienen tienes tenemos tenga lleva llevan llevamos
        anda andan hace hacen haciendo atiende cogio cogieron
        tomo tomaron maneja reporto reportado reporta abrio abierto pidio pedido
        solicito solicitado mando toca trabajando trabaja dejo dejaron reportaron pidieron abrieron mandaron"""),
    "N": word_set("casos tickets tiquetes pendientes pendiente cola mesa incidentes"),
    "R": word_set("cosas solicitudes requerimientos reportes"),
    "C": word_set("caso ticket tiquete"),
    "A": word_set("los las todos todas todo esos esas estos estas"),
    "L": word_set("lo"),
    "E": word_set("el la"),
    "X": word_set(
        "na algo alguito algun alguno alguna algunos algunas nada ninguno ninguna mucho mucha muchos muchas varios"
    ),
    "O": word_set("de del en para pa con por a al"),
    "M": word_set("mi mis me nos nuestro nuestra nuestros nuestras"),
    "U": word_set("un una unos unas"),
    "G": word_set("pasame paseme"),
    "P": frozenset({SEVERAL}),
    "S": frozenset({ONE}),
    "": word_set("""favor porfa porfavor porfis plis gracias hola oye oiga ey y e o ya aun todavia
        solo solamente son es era fue sean esten se le les si pues aja bueno ahora ahorita hoy momento tambien quiero
        quisiera
        necesito puede puedes podria podrias quien como donde abiertos abiertas abierta activos vivos don dona senor
        senora doctor doctora dr dra inge ingeniero ingeniera jaja jeje este ese esa eso antes nosotros aqui mismo cada
        uno dos tres cuatro cinco seis siete ocho nueve diez ambos ambas fila ha han he mas unicamente cosa alguien va
        van encima
        ayudame ayudeme asignado asignada sobre rato ultimo ultimos ultima ultimas
        relacionados relacionadas oe eche parce parcero parcerito mano mijo mija compa man veci sera mira mire listo
        hagale era eran oficina estado puestas puestos"""),
}
_SHOW = regex(
    r"(?:muestr|mostr|busc|busq|encuentr|encontr|ubic|ubiq|list(?!os?\b)|ensen|orden|consult|filtr|indique|despleg|despliegu)\w*"
    r"|ver|veamos|vea|veo|dame|deme|denme|dime|digame|saber|mirar|miremos|resumen|relacion[ae]?|le[ea](?:me|r)?|regal[ae]|(?:regal[ae]|mand[ae]|trae|traiga|envi[ae])me"
)
_CLASS_OF = {word: letter for letter, words in _CLASSES.items() for word in words}
_ASKS: tuple[tuple[Cue, re.Pattern[str]], ...] = tuple(
    (cue, regex(rf"[MO]*(?:V[EU]|U(?=V))?V*(?:{shape})"))
    for cue, shape in (
        (Cue.SURE, r"G(?:LQ[IH]|E?VO|[AL]+P)|(?<=V)W*P|(?<=V)(?:O?[ALE]*(?:[NPC]|S(?!W)|O)|A$|Q[IHP])"),
        (Cue.SURE, r"K(?:[NR]|[IH](?!W|[AE]*W)|[PS]|O)|[QK](?:N|E?C)|Q(?:I(?:OE?[WPSN]|[NPS](?!W))|[PS](?:$|[NPSOQ]))"),
        (Cue.SURE, r"[IHS]X(?:[PS]|N|Q[PSI])|X(?:P|S(?:$|O))|XO.*[PS]|[IH](?:O?E?N|P)|SN(?:$|[OPS])"),
        (Cue.SURE, r"Q?[ALE]*(?:[AL](?:N|P|S(?:$|[OPQN])|Q[IH]*[PS]|QI(?:O|$))|AOE?W+(?:Q[IHPS]|P)|EP(?:$|[OP])|ECP)"),
        (Cue.SURE, r"E?N+(?:$|[PSQHI]|O)|P(?:[PSNIXQ]|OP|OE?[WN]+)*O?$|O?HA(?:N|O)|R(?:OE?W+)?N"),
        (Cue.FOUND, r"Q?(?:O?[HI]O?)?[AL]+O|HEO|XCO|QEO|[IH]RO|[IH]?XO|I?ECO"),
        (Cue.FOUND, r"(?<!E)W+P$|QOE?W+(?:$|P)|W+[NA]$|E?N+W+$|(?<=V)W+$"),
        (Cue.PERSON, r"[EWO]*(?:O?Q[IH]+|K[NR]?[IH]+|QN[IH]|HW+X|EOE?W+Q|[IH](?:X|N|P))|[AL]+Q[IH]+|A?HOE?W+$"),
    )
)  # fmt: skip
"""In the order in which they are tried; each from the first word that tells on."""
_COUNTED = regex(r"\b(?:que|q|cuant\w+|cuales)\b")
_NAME_ALONE = regex(r"[OE]*W(?:OE?W)?")
"""«¿Tesorería?»"""
_CLAUSES = regex(
    r"[,;:.!?¿¡]+(?=\s|$)|[¿¡]"
    r"|\s(?:porque|por que|ya que|es que|para que|pa que|o puedo|que voy|que estoy|antes de ir\w+)\b.*"
)
_ONE_WORD = regex(r"\b(?:mesa de (?:ayuda|servicios?)|cola de (?:impresion|correo))\b")
"""Of other things than the queue."""
_NOTHING = regex(
    r"\b(?:por favor|buen[oa]s (?:dias|tardes|noches)|sin (?:resolver|solucionar|cerrar|terminar)"
    r"|(?:que )?no (?:esten?|estan?) (?:cerrad|resuelt|solucionad)[oa]s?"
    r"|(?<=l[oa]s )\d{1,2}(?= (?:mas|de|que|casos|tickets|ultim|primer|urgent))"
    r"|a ver|de pronto|en (?:este|el) momento|por (?:ahora|aca|aqui|ahi)|no (?=encuentr|reportaron|han |hay )"
    r"|su merced|sera que|que ha pasado con|hagame memoria(?: de)?|se encuentr\w+)\b"
)
_OPEN = regex(
    r"\b(?:abiert[oa]s?|pendientes?|activ[oa]s|viv[oa]s|por (?:resolver|atender|cerrar|solucionar)"
    r"|sin (?:resolver|solucionar|cerrar|terminar|atender)"
    r"|no (?:se han?|esten?|estan?|han) (?:cerrad|resuelt|solucionad)[oa]s?"
    r"|faltan?|quedan?)\b"
)
_WORN = regex(r"\b(\w{2,}a)(os?)\b")
"""«Cerrao», «pegaos»: participles as they are said on the coast."""
_LED = regex(r"\b(filtr\w+|list\w+|busc\w+|mostr\w+|muestr\w+|ver):|,(?= tod[oa]s?$)")
"""«Filtrar: …», «impresoras, todo»."""
_WHO_HAS = (
    (
        regex(r"^(.+?),? quien(?:es)? (?:lo|la|l[oa]s) (tienen?|atienden?|llevan?|maneja|cogio|tomo)\b"),
        r"quien \2 \1",
    ),
    (
        regex(r"\bquien(?:es)? (?:esta|anda|quedo|sigue|va)n? con (?:el|la|l[oa]s) (?!del?\b)"),
        "quien tiene el de ",
    ),
)
"""«El de la impresora quién lo tiene», «quién está con el mouse de Rosa»: as «quién tiene el de …»."""
_SAYS_MORE = regex(r"O|[ALE]*(?:[PSN]|O|Q[PSIH])")


@dataclass(frozen=True, slots=True)
class _Word:
    letter: str
    word: str


_END = _Word(".", "")


def is_showing(text: str) -> bool:
    """«Deme», «muéstreme»: what stands behind is to be seen, and ordered nothing."""
    return any(one.letter == "V" for one in _words(fold(text)))


def queue_asked(text: str, today: date, *, is_asked: bool = False) -> QueueAsked:
    """`is_asked`: it stands behind `/mesa`, where all words are of what is asked for. `today` is the local day."""
    whole = _WORN.sub(r"\1d\2", _LED.sub(r"\1 ", fold(text)))
    for asked, as_read in _WHO_HAS:
        whole = asked.sub(as_read, whole)
    said = _ONE_WORD.sub(lambda found: found[0].replace(" ", "_"), _NOTHING.sub("", whole))
    cut, said = slots_in(said, today)
    parts = [one for one in _CLAUSES.split(said) if _words(one)]
    told = [_words(one) for one in parts]
    of_open = cut.is_of_live and _OPEN.search(whole) is not None
    if is_asked:
        return QueueAsked(cut, tuple(_runs([word for clause in told for word in clause])), is_of_open=of_open)
    at, cue = next(((at, cue) for at, one in enumerate(told) if (cue := _cue(one))), (0, None))
    if (at and tells_a_fault(whole)) or (told and _is_day_alone(told[at], cut, whole)):
        cue = None
    if (
        cue is None
        and text.rstrip().endswith("?")
        and len(told) == 1
        and _NAME_ALONE.fullmatch(_letters(told[0]))
    ):
        cue = Cue.FOUND
    meant = [word for clause in _going_on(told[at:]) for word in clause]
    return QueueAsked(cut, tuple(_runs(meant)), cue if len(text) <= MAX_CHARS else None, of_open)


def _words(clause: str) -> list[_Word]:
    """Signs around words go, those inside a name or a number stay; what only fills is left out."""
    found = (word.strip(".,;:¿?¡!()«»\"'") for word in clause.split())
    return [_Word(letter, word) for word in found if word and (letter := _letter(word))]


def _letter(word: str) -> str:
    return "V" if _SHOW.fullmatch(word) else _CLASS_OF.get(word, "W")


def _cue(clause: Sequence[_Word]) -> Cue | None:
    letters = _letters(clause)
    return next((cue for cue, shape in _ASKS if shape.match(letters)), None)


def _is_day_alone(clause: Sequence[_Word], cut: QueueFilter, said: str) -> bool:
    """«Desde el viernes» answers something else."""
    return (
        not _COUNTED.search(said)
        and _letters(clause) == "P"
        and cut.days is not None
        and cut == replace(ALL, days=cut.days)
    )


def _letters(clause: Sequence[_Word]) -> str:
    return "".join(one.letter for one in clause)


def _going_on(clauses: Sequence[Sequence[_Word]]) -> list[Sequence[_Word]]:
    """The one that asks, and those that say more of the same: «…, los que llevan más de una semana»."""
    more = (one for one in clauses[1:] if _SAYS_MORE.match(_letters(one)))
    return [*clauses[:1], *(one for one in more if not any(word.letter in "MV" for word in one))]


def _runs(words: Sequence[_Word]) -> list[Run]:
    """Names, parted by what stands between them. Behind «de» and «tiene» they are whose it is, and before «qué tiene»."""
    runs, name, is_of = list[Run](), list[str](), False
    for one in [*words, _END]:
        if one.letter == "W":
            name.append(one.word)
            continue
        runs += [Run(" ".join(name), is_of or one.letter in "QHI")] if name else []
        name, is_of = [], one.letter in "OH" or (is_of and one.letter == "E")
    return runs
