"""Where something is: whether words can be a place at all, and which sites they name. Floors are no sites."""

from __future__ import annotations

import re

from .contacts import reads_as_contact
from .folding import plain, word_set, words_like
from .request_type import tells_a_fault

MIN_PLACE_LETTERS = 2

_NAMED_SITE = re.compile(
    r"\b(?:sede|edificio|casa de justicia|biblioteca|hospital|puesto de salud|inspeccion|comisaria|colegio|cdv|cap)"
    r" (?:de |del |la |las |los |el |en )*(\w+)|\b(?:alcaldia local|localidad) (?:de |la |numero )*(\w+)"
)
_NO_SITE = word_set(
    "electronica toda todo entera completa principal no sin se esta estan nos quedo tiene hay desde y que"
)
_EVERYWHERE = words_like(
    r"""
    toda la (?:alcaldia|entidad|ciudad)|todas las (?:sedes|dependencias|oficinas)|todos los edificios
    ninguna (?:sede|dependencia)|general|todo el distrito|varias sedes
    """
)


_PLACE = (
    r"pisos?|oficinas?|sedes?|edificio|secretaria|subsecretaria|direccion|subdireccion|despacho|ventanilla|sala"
    r"|salon|auditorio|bloque|torre|localidad|local|sotano|modulo|barrio|calle|carrera|avenida|av|cra|cll"
    r"|transversal|manzana|casa de justicia|palacio|alcaldia|inspeccion|comisaria|colegio|institucion educativa"
    r"|biblioteca|hospital|puesto de salud|centro de salud|centro comercial|recepcion|porteria|cubiculo"
    r"|consultorio|bodega|almacen|dependencia|departamento|coordinacion|gerencia|concejo|personeria|contraloria"
    r"|corregimiento|isla|plaza|mercado|pasillo|mezanine|archivo (?:de|central|general)"
)
_NAMED_FIRST = re.compile(
    r"(?:(?:hola|buen[oa]s|dias|tardes|noches|bueno|pues|aja|eche|ombe|mira|mire|mij[oa]|aqui|aca|alla|ahi|toda|todo|estoy|estamos|es"
    r"|me encuentro|nos encontramos|trabajo|queda|ubicad[oa]s?|en|por|el|la|los|las|al|del|de|mi|su|nuestra) ){0,6}"
    rf"(?:(?:primer|segundo|tercer|cuarto|quinto|sexto|ultimo) )?(?:{_PLACE})\b"
)
_PLACE_WORD = re.compile(
    rf"\b(?:{_PLACE})\b|\b(?:al lado|frente|diagonal|detras|encima|debajo|cerca) (?:de|a|al|del)\b"
)
_NO_PLACE = re.compile(
    r"(?:(?:aja|eche|ombe|bueno|pues|hola|buen[oa]s(?! aires)|dias|tardes|noches|ay|uy|oiga|oye|mire|mira|mij[oa]"
    r"|y|pero) )*(?:no|si|ya|me|nos|se|te|le|les|que|q|quien|quienes|como|cuando|cuanto|cuanta|cual|cuales|a que"
    r"|por que|para que|es que|por favor|porfa\w*|gracias|muchas gracias|mil gracias|muy amable|ok|okay|vale|listo"
    r"|dale|perfecto|nada|nadie|ningun\w*|hola|buen[oa]s(?! aires)|dias|tardes|noches|chao|adios|hasta (?:luego"
    r"|manana)|feliz \w+|saludos|ayud\w+|auxilio|urgente|rapido|quier\w+|quisiera|necesit\w+|requier\w+|solicito"
    r"|mand(?:en?|ar?|eme|enme|elo)|envi\w+|llam\w+|vengan?|espere\w*|cancel\w+|olvid\w+|dej\w+|puede|pueden|puedo"
    r"|tengo|tenemos|creo|mi (?:numero|cel\w*|tel\w*|extension|correo|nombre|usuario|cedula)|ja|jaja\w*)\b"
)
_TELLS = re.compile(
    r"\b(?:esta|estan|estaba|tengo|tenemos|tiene|tienen|sale|salen|salio|aparece|dice|puso|quedo|hay|necesit\w+"
    r"|quier\w+|pued\w+|podr\w+|sirve|funciona|urge|demor\w+|imprim\w+|abre|prende|cambi\w+ (?:la|el)|ayud\w+)\b"
)
_VENUE = re.compile(
    r"\b(?:en|desde|at|in) (?:(?:el|la|los|las|the) )?"
    rf"(?P<place>(?:{_PLACE}|teatro|parque|coliseo|centro de convenciones|centro|estadio|castillo|iglesia|catedral|universidad"
    r"|club|hotel|muelle|baluarte|malecon|camellon|cancha|polideportivo|terraza|patio|claustro|museo|comuna|zona)\b"
    r"(?: (?!(?:hoy|manana|mañana|esta|este|desde|hasta|a|al|con|para|por|y|e|que|se|es|hay|tiene|tenemos|sera|será|necesit\w+"
    r"|requ\w+|solicit\w+|el (?:lunes|martes|miercoles|miércoles|jueves|viernes|sabado|sábado|domingo|dia|día|\d)|no|falta"
    r"|estar\w*|va|donde|lunes|martes|miercoles|miércoles|jueves|viernes|sabado|sábado|domingo|nos|vengan|manden)\b)"
    r"[\w.°º-]+){0,5})",
    re.IGNORECASE,
)


def find_place(text: str) -> str | None:
    """The words of a text that say where something is held («en el Teatro Adolfo Mejía»), as they were written."""
    found = _VENUE.search(text)
    return found["place"].rstrip(".") if found else None


def names_a_place(text: str) -> bool:
    """Whether it may be an office, a floor, a site, a neighbourhood. Names are not known, so what cannot be a place is
    refused: questions, greetings, wishes, telephones, and faults that are told without naming a place first."""
    said = plain(text)
    if sum(char.isalpha() for char in said) < MIN_PLACE_LETTERS or text.rstrip().endswith("?"):
        return False
    if _NAMED_FIRST.match(said):
        return True
    if _NO_PLACE.match(said) or tells_a_fault(text):
        return False
    return _PLACE_WORD.search(said) is not None or not (_TELLS.search(said) or reads_as_contact(text))


def named_sites(text: str) -> frozenset[str]:
    """What stands after «sede», «edificio», «alcaldía local» and the like."""
    named = {group for match in _NAMED_SITE.finditer(plain(text)) for group in match.groups() if group}
    return frozenset(named - _NO_SITE)


def is_everywhere(text: str) -> bool:
    """«Toda la alcaldía», «ninguna sede»."""
    return _EVERYWHERE.search(plain(text)) is not None
