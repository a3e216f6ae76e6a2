"""Whom a trouble hits that was told before: many, others as well, or only who writes."""

from itgov_bot.patterns import regex

from ..folding import plain, words_like
from .who_comes import LEAD

_GROUP = r"tod[oa] (?:la|el) (?:oficina|piso|area|sede|edificio|dependencia|secretaria|grupo|sala|despacho)"
_MANY = r"(?:\d\d?\d?|vari[oa]s|much[oa]s|tod[oa]s|dos|tres|cuatro|cinco|seis|ocho|diez|doce|quince|veinte|treinta)"
_OTHERS = regex(
    rf"{LEAD}(?:a )?(?:much[oa]s|tod[oa]s|vari[oa]s|nosotros|mis? companer\w+|l[oa]s (?:demas|otr[oa]s|companer\w+)"
    rf"|{_GROUP})"
    r"(?: (?:en|de|del|aqui) ?(?:la |el )?\w*)?"
    r"(?: (?:tambien|igual))*(?: (?:le|les|nos) (?:pasa|falla|sale|toco)(?: (?:lo mismo|igual|tambien))?)?"
)
_COUNTED = words_like(
    rf"""
    {_GROUP}|a mis? companer\w+(?! (?:si|no|ya|le funciona|les funciona|le abre)\b)
    (?:somos|estamos) (?:como |unos |unas |mas de |casi )?{_MANY}
    {_MANY} (?:personas|funcionari\w+|companer\w+|puestos|equipos|computador\w+|usuari\w+)
    (?:hay|tenemos|llegan|esperando) (?:\w+ )?(?:pacientes|usuarios|ciudadanos|contribuyentes|gente|publico|cola|fila)
    nadie (?:mas )?(?:puede|tiene|ha podido|aqui)|tod[oa]s (?:estamos|estan|seguimos|siguen) (?:asi|igual|lo mismo|en las)
    """
)
_MINE = (
    r"(?:yo|(?:a )?mi|conmigo|(?:es )?(?:el|la|lo) mi[oa]"
    r"|(?:en |es )?mi (?:computador|equipo|pc|puesto|maquina|portatil))"
)
_ONLY = r"(?:sol[oa](?:mente)?|solit[oa]|nada mas|unicamente)"
_ONLY_ME = regex(
    rf"{LEAD}(?:es |creo que |parece que |no |eso )*(?:{_ONLY}(?: es| (?:me |le )?(?:pasa|falla|sale))?(?: en| a)? {_MINE}"
    rf"|(?:me (?:pasa|falla|sale) )?(?:a )?{_MINE} (?:{_ONLY}|nada mas))(?: \w+){{0,2}}"
)
_SEE = r"(?:ven?|vienen|miran?|revisan?|atienden?|arreglan?|solucionan?|resuelven?)"
_LATER = r"(?:manana|el lunes|luego|despues|cuando puedan|cuando abran)"
_NOT_URGENT = words_like(
    rf"""
    no (?:es|corre|hay|tengo|tiene|son)(?: \w+)? (?:urgente|urgencia|afan|prisa|apuro)|(?:puede|pueden|puedo) esperar
    sin (?:afan|prisa|apuro)|(?:eso|que) esper[ae]n?|esper(?:a|o|amos) (?:hasta|a) (?:manana|el lunes)
    {_LATER} (?:lo |la |me |nos |se )?{_SEE}|(?:lo |la |me |nos |se )?{_SEE} {_LATER}
    """
)
_CLAUSES = regex(r"[,.;:\n]+|\b(?:porque|pero)\b")


def _clauses(text: str) -> list[str]:
    return [said for clause in _CLAUSES.split(text) if (said := plain(clause))]


def hits_others(text: str) -> bool:
    """«A mi compañera también le pasa», «somos como cuarenta», «hay pacientes esperando»: said of what was told before."""
    return bool(whom_it_hits(text))


def whom_it_hits(text: str) -> str:
    """The folded words from where it is said that it hits others; "" where it is not."""
    if "?" in text:
        return ""
    clauses = _clauses(text)
    at = next((at for at, one in enumerate(clauses) if _OTHERS.fullmatch(one)), None)
    if at is not None:
        return " ".join(clauses[at:])
    said = plain(text)
    found = _COUNTED.search(said)
    return said[found.start() :] if found else ""


def hits_only_me(text: str) -> bool:
    """«Solo yo», «no, nada más mi computador, no es urgente»."""
    return not hits_others(text) and any(_ONLY_ME.fullmatch(one) for one in _clauses(text))


_TOO = words_like(
    r"tambien|tampoco|lo mismo|la misma|en las mismas|igual(?:it[oa])?|puede ser|parece que|seguramente|de pronto si"
)


def hits_them_too(text: str) -> bool:
    """«También», «puede ser, aquí nadie tiene»: asked whether theirs is the same."""
    return "?" not in text and (_TOO.search(plain(text)) is not None or hits_others(text))


def is_not_urgent(text: str) -> bool:
    """«No es urgente», «eso puede esperar», «mañana lo ven»."""
    return _NOT_URGENT.search(plain(text)) is not None
