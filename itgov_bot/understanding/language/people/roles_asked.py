"""What administrators say of people and their roles, and ask of the desk that they set up, as a table: what is wanted, and
how it is said. «Invitar a Darío como agente», «Carla ya no trabaja aquí», «¿quiénes son los agentes?», «¿qué más falta?».
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from itgov_bot.domain.people import Role
from itgov_bot.patterns import regex

from ..folding import patterns_of, plain

MAX_CHARS = 120
"""Who writes more tells of something else."""


class People(StrEnum):
    GIVE = "give"
    """Somebody is to have a role; without a name, anybody: an invitation."""
    TAKE = "take"
    """They are to lose it; without a role, those that they have."""
    UNINVITE = "uninvite"
    """An invitation is to be taken back."""
    LIST = "list"
    """Who has a role."""
    HEALTH = "health"
    """How the desk is, and what it still needs."""


@dataclass(frozen=True, slots=True)
class PeopleAsked:
    """`who` in folded words, "" where nobody was named; `role` None where none was."""

    what: People
    role: Role | None = None
    who: str = ""


_ROLES: dict[Role, str] = {
    Role.AGENT: r"agentes?|tecnic[oa]s? de la mesa",
    Role.ON_CALL: r"(?:de )?guardias?",
    Role.COORDINATOR: r"co?ordinador[ae]?s?|coordina(?:n|cion)?",
    Role.MANAGER: r"gerentes?|jef[ea]s?|directiv[oa]s?",
    Role.ADMIN: r"administrador[ae]?s?|admins?|administran?",
    Role.OWNER: r"responsables?(?: de (?:los )?indicadores)?",
}
_ROLE = "(?:" + "|".join(f"(?P<{role.value}>{said})" for role, said in _ROLES.items()) + ")"
_WHO = r"(?P<who>\w+(?: \w+){0,3}?)"
_LEAD = (
    r"(?:(?:hola|buen[oa]s|dias|tardes|por favor|porfa|oiga|oye|mire|quiero|quisiera|necesito|(?:me )?puedes?|hay que"
    r"|vamos a|deseo|toca|y|ya|a ver|que) )*"
)
_TAIL = (
    r"(?: (?:por favor|porfa|gracias|ya|ahora|aqui|de la mesa|en la mesa|del? (?:bot|equipo|grupo|sistema)))*"
)
_ADD = r"(?:invit|agreg|anad|met|incl?uy|vincul|ingres|sum|registr|cre)\w*"
_MAKE = r"(?:hag\w*|haz\w*|hacer\w*|pon\w*|nombr\w+|design\w+|volv\w+|vuelv\w+|asign\w+|dej[aeo]\w*)"
_DAR = r"(?:d[aeo]\w{0,3}|dar\w{0,2}|asign\w+|otorg\w+|conced\w+|pong\w*|pon\w{0,2})"
_DROP = r"(?:quit|sac|saqu|retir|remuev|remov|elimin|borr|revo[cq]u?|desvincul)\w*"
_AS = r"(?:como|de|para|en|a)"
_A = r"(?:el |la |los |un |una |otr[oa] |nuev[oa] |mas )*"
_THE_ROLE = rf"(?:{_A}(?:rol(?:es)?|permisos?|cargo|perfil|funcion) )?(?:de |como )?{_A}"
_ANYBODY = r"(?:alguien|gente|personas?|companer[oa]s?|mas gente|otr[oa]s?|nuev[oa]s?)"
_LEFT = (
    r"(?:ya no (?:trabaja|labora|esta|sigue|va|pertenece)(?: mas)?|renuncio|se (?:fue|retiro|va|pensiono)|salio)"
    r"(?: (?:con nosotros|aqui|aca|a?qui|mas|(?:en|de|a) (?:la (?:mesa|alcaldia|entidad|oficina)|el equipo)|del? equipo))*"
)
_LINK = r"(?:invitacion|enlace|link)(?:es)?"
_INVITATION = r"(?:(?:enlace|link) (?:de )?(?:la |esa )?)?invitacion(?:es)?"
_UNDO = (
    r"(?:anul|cancel|revo[cq]u?|elimin|borr|quit|desactiv|inactiv|retir|invalid|tumb|deshabilit|suspend)\w*"
)
_BOT = r"(?:el |la |este |todo (?:el|en el) )?(?:bot|sistema|programa|asistente)"
_GOES = r"(?:esta|anda|va|sigue|funciona|marcha)(?: (?:funcionando|andando|corriendo|todo))?"
_BEGIN = r"(?:empez|arranc|inici|comenz|pon|dej|mont|que (?:quede|este|arranque|funcione))\w*"
_SET_UP = r".{0,20}(?:agregue|grupo|bot|configur\w+|invite|di los roles)(?: .{0,20})?"
_PATTERNS = patterns_of(
    rf"""
health    (?:(?:.{{0,30}} )?que (?:me |nos |le )?mas (?:me |nos |le )?(?:hace )?falta|{_SET_UP} que falta
          |que (?:me |nos |le )?(?:mas )?(?:hace )?falta (?:por (?:configurar|montar)|para {_BEGIN}))(?: .{{0,30}})?
health    {_BOT} {_GOES}(?: (?:bien|al dia|en orden|viv[oa]|arriba))?
health    (?:{_GOES}|todo (?:esta )?(?:bien|en orden) con|como (?:esta|va|anda)) (?:bien )?{_BOT}(?: bien)?
list      quien(?:es)? (?:mas )?(?:es |son |somos |estan? |hay |tienen? )?{_THE_ROLE}{_ROLE}
list      (?:cuantos|cuantas|que|cuales) {_ROLE} (?:hay|tenemos|tengo|somos|son|existen)
list      (?:la |ver |muestr\w+ |dame )*(?:lista(?:do)?|nombres) de {_A}(?:roles|{_ROLE})
list      quienes (?:mas )?(?:atienden|trabajan|atendemos)(?: (?:casos|en la mesa))?
list      (?:que|cual(?:es)?) {_A}rol(?:es)? (?:tiene|le di|es el de) (?:a )?{_WHO}
list      quien(?:es)? (?:tienen?|con) (?:cada |cual |que |los )?rol(?:es)?
give      {_ADD} (?:a )?{_WHO} {_AS} {_A}{_ROLE}
give      (?:como )?(?:hago para |se |puedo )*{_ADD} (?:a |al )?{_A}{_ROLE}(?: nuev[oa]s?)?
give      como (?:hago para |se |le |puedo )*(?:{_ADD}|{_DAR}) (?:a |al )?{_A}{_ANYBODY}(?: .{{0,30}})?
give      {_ADD} (?:a |al )?{_A}{_ANYBODY}(?: nuev[oa]s?)?
give      como (?:hago para |se |le |puedo )*(?:{_DAR}|cambi\w+) {_A}(?:rol|permisos?)(?:es)?(?: .{{0,30}})?
give      {_MAKE} (?:{_AS} )?{_A}{_ROLE} (?:a|al) {_WHO}
give      {_MAKE} (?:a )?{_WHO} (?:{_AS} )?{_A}{_ROLE}
give      {_DAR} {_THE_ROLE}{_ROLE} (?:a|al) {_WHO}
give      {_WHO} (?:va a ser|sera|es ahora|ahora es|pasa a ser) {_A}{_ROLE}
give      {_WHO} es {_A}nuev[oa] {_ROLE}
give      {_ADD} (?:a )?{_A}{_ROLE} (?:llamad[oa]|que se llama|de nombre) {_WHO}
give      (?:\w+ )?(?:un |una |el |la )?{_LINK} (?:para|de|a)(?: invitar)?(?: a| al)? {_A}(?:{_ROLE}|{_ANYBODY})
give      (?:meter|meta|sumar|sume|agreg\w+|incluy\w+|invit\w+) a {_WHO} (?:al equipo|a la mesa|al bot)
uninvite  (?:\w+ ){{0,2}}?{_UNDO} (?:el |la |ese |esa |ya |los |las |es[ao]s )*{_INVITATION}(?: .{{0,60}})?
uninvite  (?:que )?(?:el |la |ese |esa ){_INVITATION} ya no (?:va|sirva|valga|sea)(?: .{{0,40}})?
take      {_DROP} {_THE_ROLE}{_ROLE} (?:a|al) {_WHO}
take      {_DROP} (?:a )?{_WHO} {_AS} (?:ser )?{_THE_ROLE}{_ROLE}
take      (?:a )?{_WHO} {_DROP} {_THE_ROLE}{_ROLE}
take      (?:que )?{_WHO} (?:ya no|no) (?:es|sea|sera)(?: mas)? {_A}{_ROLE}
take      {_DROP} (?:todos )?(?:los |sus )?(?:roles|permisos) (?:a|de) {_WHO}
take      (?:(?:dar|de|den)(?:le)? de baja|retir\w+|desvincul\w+|elimin\w+) a {_WHO}
take      {_DROP} a {_WHO} (?:del? (?:la )?(?:equipo|mesa|bot|sistema))
take      {_WHO} {_LEFT}
take      (?:se (?:fue|retiro|nos fue)|renuncio) {_WHO}
""",
    before=_LEAD,
    after=_TAIL,
)
_NOBODY = regex(
    r"(?:un|una|otr[oa]|nuev[oa]|alguien|el|la|los|rol|mas)(?: (?:nuev[oa]|persona|companer[oa]))?"
)
_THING = regex(r"(?:el|la|los|las|este|esta|ese|esa|mi|su|lo) .*|.+ \d+|lo|todo")
"""No person is called so: «el 3», «la impresora»."""
_OF_OTHERS = frozenset({Role.ON_CALL, Role.OWNER})
"""«¿Quién es el responsable?», «saque a Darío de la guardia» are answered elsewhere, unless the role is spoken of."""


def people_asked(text: str) -> PeopleAsked | None:
    """None for whatever else is said."""
    said = plain(text)
    if len(said) > MAX_CHARS:
        return None
    for what, frame in _PATTERNS:
        found = frame.fullmatch(said)
        asked = _asked(People(what), found.groupdict()) if found else None
        if asked and not _THING.fullmatch(asked.who):
            return None if asked.role in _OF_OTHERS and "rol" not in said else asked
    return None


def role_named(word: str) -> Role | None:
    """«Cordinador», «administradoras»; None for other words."""
    said = plain(word)
    return next((role for role, names in _ROLES.items() if re.fullmatch(names, said)), None)


def _asked(what: People, found: dict[str, str | None]) -> PeopleAsked:
    role = next((role for role in _ROLES if found.get(role.value)), None)
    who = found.get("who") or ""
    return PeopleAsked(what, role, "" if _NOBODY.fullmatch(who) else who)


_MEANT: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.ADMIN, regex(r"\badmin\w*")),
    (Role.OWNER, regex(r"\bresponsables? de\b")),
    (Role.COORDINATOR, regex(r"\bco?ordin\w*|\bjef[ea]s? de la mesa|\bencargad[oa]")),
    (Role.ON_CALL, regex(r"\bguardias?\b|\bturnos?\b|\bde noche\b|\blas noches\b")),
    (
        Role.MANAGER,
        regex(r"\bgeren[ct]\w*|\bgestor\w*|\bgestion\w*|\bjef[ea]s?\b|\bdirectiv\w+|\bindicadores\b"),
    ),
    (
        Role.AGENT,
        regex(
            r"\bagent\w*|\btecnic[oa]s?\b|\bsoporte\b|\b(?:atend|atien|respond|contest)\w*|\bal equipo\b|\ba la mesa\b"
            r"|\bcon nosotros\b|\bcasos\b|\btickets\b"
        ),
    ),
)
"""A role by the words of a sentence that surely is about roles: leniently, the one that is named first."""


def roles_meant(text: str) -> list[Role]:
    """In the order in which they are named: «quítele lo de coordinador y déjelo de agente»."""
    said = plain(text)
    found = [(match.start(), role) for role, words in _MEANT if (match := words.search(said))]
    return [role for _, role in sorted(found, key=lambda one: one[0])]


_BY_WORK = regex(r"\b(?:agent\w*|tecnic[oa]s?|soporte)\b")


def roles_given(text: str) -> list[Role]:
    """Which are to be had, of those that are named: «de agente y de guardia». What stays or goes is not given anew, nor is
    an agent who is told by their work alone beside another role; if nothing else is named, that is it."""
    said, named = plain(text), roles_meant(text)
    is_work = len(named) > 1 and not _BY_WORK.search(said)
    given = [
        role for role in named if _cue_before(said, role) is None and not (is_work and role is Role.AGENT)
    ]
    return given or named[:1]


def by_person(text: str, names: Sequence[str]) -> list[str]:
    """What is said of each who is named: behind the name, or before it where the roles come first; all of it where a part
    names no role."""
    said, at = plain(text), [0]
    for name in names:
        at.append(max(said.find(plain(name), at[-1]), at[-1]))
    begins, ends = at[1:], [*at[2:], len(said)]
    if roles_meant(said[: begins[0]]):
        begins, ends = at[:-1], at[1:]
    parts = [said[begin:end] for begin, end in zip(begins, ends, strict=True)]
    return parts if len(names) > 1 and all(map(roles_meant, parts)) else [text] * len(names)


_CUE = regex(
    r"\b(?:(?P<stays>sol[oa]|solamente|unicamente|nada mas|qued\w+|dej\w+|siga|sigue|conserv\w+|manten\w+|pero si)"
    r"|(?P<goes>no|ya no|ni|quit\w+|saq\w+|sac\w+|baj\w+|retir\w+|pierd\w+|revo[cq]u?\w+))\b"
)


def roles_taken(text: str, held: Sequence[Role]) -> list[Role]:
    """Which of those that they hold are to go, by what is said right before each: «que quede de guardia y no de agente».
    Where only what stays is named, the others go; where nothing is, what is named goes."""
    said, named = plain(text), roles_meant(text)
    stays = {role for role in named if _cue_before(said, role) == "stays"}
    goes = [role for role in named if role in held and role not in stays]
    if goes or not stays:
        return goes
    is_alone = re.search(r"\b(?:sol[oa]|solamente|unicamente|nada mas)\b", said)
    return [role for role in held if role not in stays] if is_alone else []


def _cue_before(said: str, role: Role) -> str | None:
    """Of the words that say what becomes of a role, the nearest ones before it."""
    named = next(words for one, words in _MEANT if one is role).search(said)
    cues = list(_CUE.finditer(said[: named.start()])) if named else []
    return cues[-1].lastgroup if cues else None
