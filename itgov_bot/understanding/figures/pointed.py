"""A case that a manager asks for by its number or points at («ábrame el de la impresora», «¿cuál lleva más tiempo?»)."""

import re
from dataclasses import dataclass

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold, words_like

MAX_WORDS = 14


MAX_CHARS = 140
"""Who writes more tells of something else."""


@dataclass(frozen=True)
class CaseAsked:
    """A case that is asked for by its number, as it was written; `of_person`: who told of it, or how to reach them."""

    number: str
    of_person: bool = False


@dataclass(frozen=True, slots=True)
class Pointed:
    """`rest` is what says which («el segundo», «ese»), `words` are what it is called by; `is_case`: the word «caso» is said,
    `is_shown`: that it is to be opened, and not only how it goes."""

    rest: str
    words: str = ""
    is_case: bool = False
    is_shown: bool = False
    is_that: bool = False
    is_oldest: bool = False
    is_one: bool = False
    """«El de la VPN», of which it is asked how it goes."""
    is_linked: bool = False
    """«Y …»: it goes on from what was shown."""


_CASE = regex(
    r"\b(?:(?:caso|ticket|tiquete|solicitud|requerimiento|incidente)s?\s*(?:numero|nro\.?|no\.?|#)?\s*#?\s*"
    r"|saus[\s-]*(?:(?P<year>20\d\d)[\s-]*)?)(?P<number>\d{1,6})\b(?!\s*(?:dias|horas|casos|%))"
    r"(?:\s*del?(?: ano)? (?P<of>20\d\d)\b)?"
)
_LOOKS = words_like(
    r"""
    muestr\w+|ver|vea|veamos|abr(?:e|a|ir|ame|eme)|ensen\w+|detalles?|que (?:paso|hubo|dice|es|fue|tiene|han hecho)
    como (?:va|esta|quedo|sigue)|en que (?:va|quedo|esta|anda)|estado|quien(?:es)?|cuando|desde cuando|cual
    d[ae]me|pas[ae]me|busc\w+|consult\w+|cuent\w+|explic\w+|por ?que|de que|historia|informacion
    info|datos|necesito (?:ver|saber|el|la)|quiero (?:ver|saber)|reviso|y el
    """
)
_ACTS = words_like(
    r"(?:resolv|cerr|cierr|tom|asign|cancel|anul|reabr|agreg|respond|escal|pong|prioriz|devolv|marc|un)(?:er|ar|ir|o|e|a|emos|elo|alo|an)"
)
_PERSON = words_like(
    r"""
    quien(?:es)? (?:lo |la |me |nos )?(?:puso|pusieron|abrio|pidio|reporto|solicito|llamo|escribio|mando|radico|creo)
    quien es (?:el|la) (?:usuari|solicitant|senor)\w*|de quien es|como (?:lo|la) (?:llamo|contacto|ubico)|como se llama
    telefono|celular|numero (?:de|del|para) (?:la|el|llamar|contacto)|contacto|extension|whatsapp
    (?:correo|nombre) (?:de|del)|(?:datos|direccion) (?:de|del) (?:la|el|usuari\w+|senor\w*|solicitante)
    """
)
LEAD = (
    r"\W{0,9}(?:(?:y|e|o|ah|ahora|entonces|bueno|listo|ok|a ver|oiga|mejor|por favor|porfa|si|de esos|de ellos)"
    r"\b[ ,]{0,3})*"
)
_LINKED = regex(r"(?:y|ahora)\b")
_SHOWN = regex(
    rf"^{LEAD}(?:me (?:puede|podria|regala|deja) )?(?:(?:quiero|quisiera|dejeme|deme|necesito|puedo|para|vamos a) (?:a )?)?"
    r"(?:abr(?:a|e|ir|ame|eme|amos)|muestr(?:a|e|ame|eme)|mostr(?:ar|arme)|ensen(?:a|e|ame|eme)|ver|veamos|vea|veo|deme|dame"
    r"|pas[ae]me|busqueme|traigame|(?:el )?detalles?(?: del?)?)\s+(?:a )?"
)
_SHOWN_THAT = regex(
    rf"^{LEAD}(?:(?:quiero|dejeme|puedo) )?(?:abr[ae](?:me)?l[oa]|muestr[ae](?:me)?l[oa]|ver(?:me)?l[oa]|ensen[ae]mel[oa])"
    rf"|^{LEAD}cual (?:es|fue|era) (?:el|ese) caso"
)
_HOW = regex(
    rf"^{LEAD}(?:en que (?:va|quedo|anda|esta)|como (?:va|sigue|quedo|anda|esta)"
    r"|que (?:ha |fue (?:lo )?(?:que )?)?(?:paso|pasado|hay|hubo|se sabe) (?:con|de)|que fue (?:lo )?de"
    r"|(?:cuenteme|expliqueme|digame)(?: (?:de|mas de|sobre))?|quien (?:tiene|atiende|lleva|cogio|tomo))\s+"
)
_HOW_AT_LAST = regex(
    r"(?:y )?(?P<one>(?:el|la|lo|ese|esa)\b .{3,60}?) (?P<how>(?:en que|como) (?:va|quedo|anda|esta|sigue))"
)
"""«El de la VPN en qué va»."""
_IS_ONE = regex(r"(?:el|la|ese|esa) (?:del?|por|con)\b")
_ONE = regex(
    r"(?:(?:al?|de) )?(?:el|la|lo|ese|esa|eso|este|esta) "
    r"(?:(?P<case>(?:caso|ticket|tiquete)s?) (?:(?:que es )?(?:del?|por|con|sobre|que) )?"
    r"|(?:del?|por|con|que dice|que pidio) )"
    r"(?:(?:el|la|l[oa]s|un|una) )?(?P<words>[^,;:]{3,80})"
)
_THAT = regex(
    r"(?:(?:ese|esa|eso|este|esta)(?: (?:mismo|misma|caso|ticket|que (?:queda|falta|hay|salio|cerro)))?"
    r"|el (?:que (?:queda|falta|hay|salio|sigue)|unico))\W*"
)
_NAMED = regex(r"(?:el|la|l[oa]s|un|una) (?P<words>(?!de |del |por |que )[^,;:]{3,80})")
"""«¿Qué pasó con la impresora?»"""
_OLDEST = words_like(
    r"""
    (?:cual|el que|la que|cual de (?:es[oa]s|ell[oa]s))(?: es el que)? (?:\w+ )?(?:lleva|tiene) mas (?:tiempo|dias|rato)
    (?:cual|el que) (?:\w+ )?esta mas (?:atras|demora)\w*
    (?:cual|el|la)(?: es)?(?: el| la)?(?: caso)? mas (?:viej|antigu|demorad|atrasad)\w+
    """
)
_NUMBER = regex(rf"^{LEAD}(?:el |la )?#?(?P<number>\d{{1,6}})\W*")


def case_pointed(text: str) -> Pointed | None:
    """None where no case is pointed at. `words` may be a name of something else: who reads on knows what was shown."""
    said = fold(text).strip(" ¿?¡!.")
    if len(said.split()) > MAX_WORDS:
        return None
    if turned := _HOW_AT_LAST.fullmatch(said):
        said = f"{turned['how']} {turned['one']}"
    if _OLDEST.search(said):
        return Pointed(said, is_oldest=True, is_shown=True)
    if _SHOWN_THAT.fullmatch(said):
        return Pointed("", is_shown=True, is_that=True)
    shown = _SHOWN.match(said)
    how = None if shown else _HOW.match(said)
    lead = shown or how or re.match(LEAD, said)
    rest = said[lead.end() :] if lead else said
    is_led = shown is not None or how is not None
    found = _ONE.fullmatch(rest) or (_NAMED.fullmatch(rest) if how else None) if is_led else None
    if found:
        is_case = "case" in found.groupdict() and found["case"] is not None
        is_one = how is not None and _IS_ONE.match(rest) is not None
        return Pointed(rest, found["words"], is_case, shown is not None, is_one=is_one)
    is_that = is_led and _THAT.fullmatch(rest) is not None
    is_linked = _LINKED.match(said) is not None
    return Pointed(rest, is_shown=shown is not None, is_that=is_that, is_linked=is_linked) if rest else None


def next_number(text: str) -> str | None:
    """«¿Y el 7?», after a case: another one."""
    found = _NUMBER.fullmatch(fold(text))
    return found["number"] if found else None


def case_asked(text: str) -> CaseAsked | None:
    """None where something is to be done with the case, or more is told than its number."""
    said = fold(text)
    found = _CASE.search(said) if len(said) <= MAX_CHARS else None
    if found is None:
        return None
    rest = f"{said[: found.start()]} {said[found.end() :]}"
    year = found["year"] or found["of"]
    number = f"saus-{year}-{found['number']}" if year else f"#{found['number']}"
    if _PERSON.search(rest):
        return CaseAsked(number, of_person=True)
    is_asked = _LOOKS.search(rest) or not re.search(r"[a-z]{3,}", rest)
    return CaseAsked(number) if is_asked and not _ACTS.search(rest) else None
