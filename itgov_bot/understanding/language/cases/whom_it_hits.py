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
    {_GROUP}|a mis? companer\w+|(?:somos|estamos) (?:como |unos |unas |mas de |casi )?{_MANY}
    {_MANY} (?:personas|funcionari\w+|companer\w+|puestos|equipos|computador\w+|usuari\w+)
    (?:hay|tenemos|llegan|esperando) (?:\w+ )?(?:pacientes|usuarios|ciudadanos|contribuyentes|gente|publico|cola|fila)
    nadie (?:mas )?(?:puede|tiene|ha podido|aqui)|tod[oa]s (?:estamos|estan|seguimos|siguen) (?:asi|igual|lo mismo|en las)
    """
)
_ONLY_ME = regex(
    rf"{LEAD}(?:es |creo que |parece que |no )*(?:sol[oa](?:mente)?|nada mas|unicamente)(?: es| le pasa| me pasa)?"
    r" (?:yo|(?:a )?mi|conmigo|(?:en )?mi (?:computador|equipo|pc|puesto|maquina|portatil))(?: \w+){0,2}"
)


def hits_others(text: str) -> bool:
    """«A mi compañera también le pasa», «somos como cuarenta», «hay pacientes esperando»: said of what was told before."""
    return bool(whom_it_hits(text))


def whom_it_hits(text: str) -> str:
    """The folded words from where it is said that it hits others; "" where it is not."""
    said = plain(text)
    found = None if "?" in text else _OTHERS.fullmatch(said) or _COUNTED.search(said)
    return said[found.start() :] if found else ""


def hits_only_me(text: str) -> bool:
    """«Solo yo», «nada más mi computador»."""
    return _ONLY_ME.fullmatch(plain(text)) is not None
