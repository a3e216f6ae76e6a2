"""Dependencias: which of the city's is meant, and the words by which the offices of any town hall are known."""

import re
from collections.abc import Sequence
from functools import lru_cache

from itgov_bot.patterns import regex

from ..folding import OF_A_TURN, plain, word_set
from ..fuzzy import closest
from ..known import NOTHING_KNOWN, Known
from .floors import ORDINAL, spelled

# Words of a question or an introduction, not of an office's name.
IGNORED = word_set("""a al ante cada como con cual cuando de del desde donde e el ella en es esa ese eso esta este esto
    la las le les lo los me mi o para por que quien quienes se si sobre son su un una unas unos y
    acudo autoriza cargo coordina corresponde debo depende dirijo encarga encargada encargado encargados entrega firma hablar
    hablo hace hay jefa jefe lider lleva llevo llamo maneja manda necesito persona pregunto puedo quiero quisiera responde
    responden responsable responsables saber ser temas tema tiene toca tramita tramitan ve ver
    alcaldia cartagena dependencia dependencias distrital gestion oficina proceso procesos subproceso
    buen buena buenas bueno buenos dia dias favor gracias hola tarde tardes""")
_KINDS = word_set("secretaria subsecretaria oficina direccion departamento unidad")
_DEPARTMENTS = word_set(
    """acueducto almacen ambiente apoyo archivo atencion auditoria bienes bienestar bodega cafeteria caja calidad
    cartera participacion catastro censo cobro cobros coactivo comisaria comunicaciones conciliacion contabilidad
    contraloria contratacion contravenciones control convivencia cooperacion correspondencia cultura deporte deportes
    desarrollo despacho disciplinario discapacidad educacion emergencias emprendimiento espacio estadistica
    estratificacion familia fiscalizacion gestion gobierno hacienda impuestos infancia infraestructura inspeccion
    inspecciones interior interno juridica juventud licencias logistica movilidad mujer nomina notificaciones obras
    operativa patrimonio pensiones personeria planeacion predial prensa presupuesto protocolo publica recaudo
    recepcion recursos registro riesgo salud seguridad servicios sisben sistemas talento tesoreria transito
    transporte turismo umata urbanismo valorizacion victimas vivienda"""
)
DEPARTMENT = rf"(?:{'|'.join(sorted(_DEPARTMENTS))})"
"""One of them, over folded words."""


_ENGLISH = {
    "planning": "planeacion",
    "education": "educacion",
    "finance": "hacienda",
    "treasury": "hacienda",
    "health": "salud",
    "infrastructure": "infraestructura",
    "communications": "comunicaciones",
    "legal": "juridica",
    "security": "seguridad",
    "archive": "archivo",
    "office": "oficina",
    "department": "oficina",
}


@lru_cache(OF_A_TURN)
def office_meant(typed: str, offices: tuple[str, ...]) -> str | None:
    """The one of the names that the words mean: as it is written, or by words that only one office has."""
    said = " ".join(_ENGLISH.get(word, word) for word in plain(typed).split())
    same = next((name for name in offices if plain(name) == said), None)
    asked = " ".join(word for word in said.split() if word not in IGNORED)
    is_numbered = any(char.isdigit() for char in asked)  # «participación p1» is more than its office
    found = closest(asked, offices) if asked and not is_numbered else None
    return same or (found if found and _is_of_kind(found, asked) else None)


def _is_of_kind(office: str, asked: str) -> bool:
    """«Gobierno» alone is not the Escuela de Gobierno: what is neither secretaría, oficina nor the like is named as such."""
    head, *rest = plain(office).split()
    return head in _KINDS or len(asked.split()) > 1 or not rest or asked not in rest


def department_words(text: str) -> int:
    """How many of the words are such as town halls call their offices by: «talento humano», «cobro coactivo»."""
    return sum(word in _DEPARTMENTS for word in plain(text).split())


_NAMES_KIND = regex(
    r"(?:la |el )?(?:secretaria|subsecretaria|direccion|departamento|concejo|personeria|contraloria|alcaldia local"
    r"|oficina asesora|despacho|umata|dadis|datt|ipcc|ider|escuela de)\b"
)


def names_an_office(text: str) -> bool:
    """«Hacienda», «Secretaría General», «el concejo»."""
    return department_words(text) > 0 or _NAMES_KIND.match(plain(text)) is not None


_PIECES = regex(r",|;|\b(?:piso|oficina \d)")


def office_written(place: str) -> str | None:
    """The dependencia that a place begins with or names by itself, in folded words: «Talento Humano, piso 2»."""
    pieces = (plain(one) for one in _PIECES.split(place))
    is_name = (one for one in pieces if department_words(one) and 0 < len(one.split()) <= MAX_WORDS_OF_OFFICE)
    return next((one for one in is_name if not any(char.isdigit() for char in one)), None)


MAX_WORDS_OF_OFFICE = 5
_FLOOR = regex(
    rf"(?<!\s)\s*,\s*|(?<!\s)\s+(?:en\s+)?(?:el\s+|la\s+)?(?=(?:{ORDINAL}\s+(?:piso|floor)|piso|oficina|ventanilla"
    r"|edificio|sede|bloque|torre|sala)\b)",
    re.IGNORECASE,
)
_FLOOR_FIRST = regex(
    rf"(?P<floor>(?:piso|oficina)\s+\d+\w*|{ORDINAL}\s+(?:piso|floor))[\s,]+(?:(?:de|del|en)\s+)?(?:la\s+|el\s+)?(?P<office>\D+)",
    re.IGNORECASE,
)


def with_office(named: str, offices: Sequence[str], known: Known = NOTHING_KNOWN) -> str:
    """«hacienda piso 2» is «Secretaría de Hacienda, piso 2»."""
    named = spelled(named)
    if whole := office_meant(named, offices):
        return whole
    if (led := _FLOOR_FIRST.fullmatch(named)) and (office := office_meant(led["office"], offices)):
        return f"{office}, {led['floor']}"
    head, rest = office_and_rest(named, known)
    office = office_meant(head, offices) if rest else None
    return f"{office}, {rest}" if office else named


_IN = regex(r"(?<!\s)\s+en\s+(?:el\s+|la\s+)?", re.IGNORECASE)


def office_and_rest(named: str, known: Known) -> tuple[str, str]:
    """Where it goes on with a floor, with a site, or with «en» behind words of an office."""
    head, _, rest = _FLOOR.sub("\n", named, count=1).partition("\n")
    words = head.split()
    site = next(
        (at for at, word in enumerate(words) if at and word[0] != "(" and known.names_a_site(word)), 0
    )
    if site:
        return " ".join(words[:site]), " ".join(named.split()[site:])
    office, _, place = _IN.sub("\n", head, count=1).partition("\n")
    return (
        (office, f"{place}, {rest}".rstrip(", "))
        if place and department_words(office)
        else (head.strip(), rest.strip())
    )
