"""The frames of orders as what a clause is compared with."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from itgov_bot.patterns import regex

from ..folding import rows_of
from .frames import TABLE, verbs_in
from .order import Order
from .verbs import DONE, MOODS, ORDERED, PLAIN, SELF, verb_of


@dataclass(frozen=True)
class Frame:
    """`words` is the pattern of the frame alone. Patterns are made when they are first needed: there are hundreds, and most
    agents use few."""

    order: Order
    marks: str
    words: str
    is_special: bool
    """It names what only the desk speaks of: any words may stand before it."""
    is_said: bool
    """By a verb that says what is to be done."""
    needed: frozenset[str]
    """It holds one of these words, where there are any: other clauses need not be compared."""

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return regex(rf"{_ANY_LEAD}{self.words}{_TAIL_WORDS}(?P<why>(?:{_JOINS}) .*)?")

    @cached_property
    def _loose(self) -> re.Pattern[str]:
        return regex(rf"{_ANY_LEAD}{self.words}{_TAIL_WORDS}(?P<why>.*)")

    def match(self, said: str, *, is_loose: bool) -> re.Match[str] | None:
        """How it fits a whole clause; with `is_loose` also one that goes on in other words. What stands before is looked at
        afterwards: a longer beginning has all words of a shorter one, so that the first that fits decides."""
        found = (self._loose if is_loose or self.is_special else self._exact).fullmatch(said)
        return found if found and self._may_begin(found["lead"].split(), found["tail"].split()) else None

    def _may_begin(self, lead: Sequence[str], tail: Sequence[str]) -> bool:
        if "b" in self.marks:
            return _ASKING.issuperset((*lead, *tail))
        if self.is_special:
            return len(lead) <= MOST_BEFORE and "no" not in lead
        return _LEADS.issuperset(lead)

    def may_fit(self, words: AbstractSet[str]) -> bool:
        return not self.needed or not self.needed.isdisjoint(words)


_WORDS = {
    "SEEN": "(?:tomar|coger|agarrar|asumir|atender|hacer|ver|mirar|revisar|recibir|resolver|responder)! ",
    "BOSS": "(?:duros?|tesos?|expert[oa]s?|especialistas?"
    "|jef[ea]s?|coordinador|coordinadora|coordinacion|lider|supervisora?) ",
    "NIVEL": r"(?:(?:el )?(?:segundo|tercer|siguiente|otro) nivel|nivel (?:2|3|dos|tres|superior)|n2|n3"
    r"|instancias? superior(?:es)?) ",
    "POOL": "(?:fila|cola|mesa|bandeja|bolsa(?: comun| de todos)?|pool|grupo|monton|canasta|general) ",
    "URGENCY": "(?:prioridad|severidad|urgencia|criticidad|impacto) ",
    "NOTE": "(?:not(?:a|as|ica|ita)|observacion|comentario|anotacion) ",
    "BARE": "(?!(?:el|la|los|las|un|una|que|no|lo|mi|su|por|para|con|normal|de) )",
    "ELSE": r"(?:\S+ ){1,5}?",
    "SURELY": "(?<!no )",
    "NOTME": "(?<!me )",
    "ITSELF": "(?!que )",
    "PARKED": r"(?:quiet(?:o|ito|ico|a)|remojo|nevera|hielo|limbo|veremos|reposo|guindad[oa]"
    r"|(?:colgar|parar|pausar|congelar|suspender|detener|parquear)\^|(?:el )?congelador"
    r"|standby|hold|stand by|pausar!|suspenso) ",
    "PAUSE": r"(?:espera|pausar!|stand by|standby|hold|pendiente|esperando|quiet(?:o|ito|ico)|congelador|veremos"
    rf"|(?:parar|pausar|congelar|suspender|detener){re.escape(DONE)}) ",
    "AREA": r"(?:infraestructura|infra|desarrollo|proveedor(?: \S+)*|fabricante|operador|contratista|garantia|ingenieria) ",
    "WORKING": rf"(?:\w+[aei]ndo|ok|bien|list[oa]|operativ[oa]|al pelo|perfecto|al dia|full"
    rf"|(?:solucionar|resolver){re.escape(DONE)}) ",
    "NOSOLUTION": r"(?:(?:dar )?(?:solucion|respuesta|arreglo|exito|gestion|atencion)"
    rf"|(?:resolver|solucionar|arreglar|atender|reparar|revisar|hacer)[{PLAIN}](?: nada)?) ",
    "THING": r"(?=(?:el|la|los|las|otr[oa]|que) )",
    "WORDS": r"(?!(?:por|en|a) |(?:no|si) $)",
    "EVERYBODY": r"(?:a )?(?:tod[oa]s(?: l[oa]s \S+)?|todo el mundo|(?:toda )?la gente"
    r"|l[oa]s (?:demas|otr[oa]s|afectad[oa]s|perjudicad[oa]s|usuari[oa]s|reportantes)"
    r"|l[oa]s (?:de|del|que) (?:(?:la|el|esa|ese|lo|se) )?\S+(?: \S+)?) ",
    "AUDIENCE": r"(?:a )?(?:tod[oa]s|todo el mundo|(?:toda )?la gente"
    r"|l[oa]s (?:demas|otr[oa]s|afectad[oa]s|usuari[oa]s|de|del|que))"
    r"(?: (?!que )\S+){0,7} ",
    "PERSON": r"(?:(?:a (?:la|el|los|las)|al) (?:senora?|seno|usuari[oa]|funcionari[oa]|doctora?|muchach[oa]|man|ingeniera?"
    r") |a (?:ella|el|ellos) )?",
}
_MOODS = {
    "": f"[{ORDERED}{PLAIN}{SELF}]",
    "yo": f"[{SELF}{PLAIN}]",
    "di": f"[{ORDERED}{PLAIN}]",
    "hecho": re.escape(DONE),
}
LEVELS = (
    "alt[ao]s?|altic[ao]|bajit[ao]|medi[ao]s?|normal(?:it[ao]|es)?|urgentes?"
    "|bajar[!_]|baj[oa]s?|critic[oa]s?|maxima|minima|bajar[*]"
)
_SLOTS = {
    "WHO": r"(?:@ ){1,3}",
    "ANYONE": r"(?:\S+ ){1,4}",
    "LEVEL": rf"(?:{LEVELS}) ",
    "WHAT": r"(?:(?!no )\S+ ){1,6}",
    "CASE": r"(?:# )?\S*\d\S* ",
    "TEXT": r"(?:\S+ )+",
}
_PART = regex(r"<[^>]+>|[\[\]()/]|[^\s\[\]()/<>]+")
_SIGNS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "/": "|"}


def _part(part: str) -> str:
    if part.startswith("<"):
        return f"(?:{'|'.join(verbs_in(part))}){_MOODS[part[1:-1].rpartition(':')[0]]} "
    if part in _SLOTS:
        return f"(?P<{part.lower()}>{_SLOTS[part]})"
    return _SIGNS.get(part) or _WORDS.get(part) or f"{_read(part)} "


def _needed(parts: Sequence[str]) -> frozenset[str]:
    """The words of the first part that cannot be missing and is told by its words; none where there is no such part."""
    depth, group = 0, list[str]()
    for part in parts:
        depth += (part in "([") - (part in ")]")
        group.append(part)
        if depth == 0:
            found = () if group[0] == "[" else [_words_of(one) for one in group if one not in "()[]/"]
            if found and all(found):
                return frozenset().union(*found)
            group = []
    return frozenset()


def _words_of(part: str) -> frozenset[str]:
    """What a part of a frame fits, word by word; none where that is open."""
    if part.startswith("<"):
        moods = _MOODS[part[1:-1].rpartition(":")[0]]
        return frozenset(f"{verb}{mood}" for verb in verbs_in(part) for mood in MOODS if mood in moods)
    verb = verb_of(part)
    is_open = part in _SLOTS or part in _WORDS
    return frozenset() if is_open else frozenset({verb[0] if verb else part})


def _as_read(word: str) -> str:
    """As it stands in a clause: «quedó» is `quedo`."""
    verb = verb_of(word)
    return verb[0] if verb else word


def _read(word: str) -> str:
    return re.escape(_as_read(word))


_LEAD = """
acabo por favor porfa porfavor porfis porfi plis please ya listo listos ok okay dale oye oiga bueno ay uy hey buenas
buenos dias tardes hola mejor entonces y e pues hay que toca tocaria habria puedo puede puedes podemos pueden podria
se debe deberia deben quiero necesito quisiera vamos voy a nos me le les informo considero creo ahora aja nojoda yo es
eso esto ese este pilas de una via tambien muchachos companeros companera companero ayuda ayudas ayudame ayudeme
colabora colaboras colaborame colaboreme hazme hagame hace haces el para si quieres quiere sea tan amable solicito
agradezco sirvase asi va sera parce parcero parcerito mano manito bro llave mijo mija compa man marica nena hermano
eche eh ombe hombe epa oe ve vea mira mire miren ojo gente su merced usted permitame permitanme tenga la amabilidad
bondad gentileza favor gracias a dios ese jaja jajaja servase gusta podrias digo perdon tenemos tengo estoy solo
nuevamente otra vez equipo colegas
"""
_TAIL = """
nuevo nuevamente por favor porfa porfavor porfis porfi plis please gracias ya hoy mismo ahora ahorita pues hombe
hombre de una vez jaja jajaja jajaj ja companeros companera muchachos colegas equipo yo todos todo si no el tambien
ahi inmediatamente como listo fa en uno para mi quien nosotros cuando pueda puedas cuanto antes rapido manana vida
vale oiste parce mano bro nojoda aja ok llave viejo parcero parcerito su merced usted tu mijo compa man hermano marica
nena eche jefe mas na ombe entonces mejor otra urgente a solo tengo
"""
_LEADS = frozenset(map(_as_read, _LEAD.split()))
_BESIDE_NAME = """
por favor porfa este ese eso esto es entonces mejor va y pues para a
"""
_ASKING = frozenset(map(_as_read, _BESIDE_NAME.split()))
"""Beside the name of an agent these leave it an order: «gracias, Darío» and «le digo a Darío» are none."""
_ANY_LEAD = r"(?P<lead>(?:\S+ )*?)"
_TAIL_WORDS = rf"(?P<tail>(?:(?:{'|'.join(dict.fromkeys(map(_read, _TAIL.split())))}) )*)"
_JOINS = (
    "apenas|cuando|que|dado que|puesto que|porque|pues|ya que|es que|para|asi|se|le|les"
    "|era|fue|ya|estaba|con|por|y|ambos|debido|mientras"
    "|hasta|desde|hace|no|sino|aunque"
)


MOST_BEFORE = 8
"""Words before what is special."""


def _frame(order: str, row: str) -> Frame:
    marks, frame = row.split(None, 1)
    parts = _PART.findall(frame)
    return Frame(
        Order(order),
        marks,
        words="".join(map(_part, parts)),
        is_special="s" in marks,
        is_said=frame.startswith(("<", "ya <", "ya [yo] ")) or order in ("take", "release"),
        needed=_needed(parts),
    )


FRAMES = tuple(_frame(order, row) for order, row in rows_of(TABLE))
