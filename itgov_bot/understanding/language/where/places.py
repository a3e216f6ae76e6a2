"""Where something is: whether words can be a place at all, and which sites they name. Floors are no sites."""

from itgov_bot.patterns import regex

from ..folding import plain, word_set, words_like
from ..people.contacts import reads_as_contact
from ..request_type import tells_a_fault
from ..time.clock import DAYS
from ..time.lengths import HOUR_WORDS
from .floors import ORDINAL

MIN_PLACE_LETTERS = 2
MAX_PLACE_CHARS = 120

_NAMED_SITE = regex(
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


PLACE = (
    r"pisos?|oficinas?|sedes?|edificio|secretaria|subsecretaria|direccion|subdireccion|despacho|ventanilla|sala"
    r"|salon|auditorio|bloque|torre|localidad|local|sotano|modulo|barrio|calle|carrera|avenida|av|cra|cll"
    r"|transversal|manzana|casa de justicia|palacio|alcaldia|inspeccion|comisaria|colegio|institucion educativa"
    r"|biblioteca|hospital|puesto de salud|centro de salud|centro comercial|recepcion|porteria|cubiculo"
    r"|consultorio|bodega|almacen|dependencia|departamento|coordinacion|gerencia|concejo|personeria|contraloria"
    r"|corregimiento|isla|plaza|mercado|pasillo|mezz?anine?|archivo (?:de|central|general)|teatro|parque|museo"
    r"|muelle|coliseo"
    r"|estadio|terminal|cementerio|aeropuerto|sala de juntas|facultad|universidad|cad|cap|cdv|floor|room"
    r"|(?:(?<=the )|(?<=[a-z]ing ))office|office \d+"
)
_NAMED_FIRST = regex(
    r"(?:(?:hola|buen[oa]s|dias|tardes|noches|bueno|pues|aja|eche|ombe|mira|mire|mij[oa]|aqui|aca|alla|ahi|toda"
    r"|todo|estoy|estamos|es|creo|que|me|parece|no se"
    r"|me encuentro|nos encontramos|trabajo|queda|ubicad[oa]s?|en|por|el|la|los|las|al|del|de|mi|su|nuestra) ){0,6}"
    rf"(?:{ORDINAL} )?(?:{PLACE}|centro(?=$| historico| amurallado))\b"
)
_PLACE_WORD = regex(
    rf"\b(?:{PLACE})\b|\b(?:al lado|frente|diagonal|detras|encima|debajo|cerca) (?:de|a|al|del)\b"
)
_NO_PLACE = regex(
    r"(?:(?:aja|eche|ombe|bueno|pues|hola|buen[oa]s(?! aires)|dias|tardes|noches|ay|uy|oiga|oye|mire|mira|mij[oa]"
    r"|y|pero|yo) )*(?:no|si|ya|me|nos|se|te|le|les|que|q|quien|quienes|como|cuando|cuanto|cuanta|cual|cuales|a que"
    r"|por que|para que|pa(?:ra)? \w+[aei]r(?:me|nos|lo|la|le)?"
    r"|es que|por favor|porfa\w*|gracias|muchas gracias|mil gracias|muy amable|ok|okay|vale|listo"
    r"|dale|perfecto|thanks?|thank you|hello|hi|please|nada|nadie|ningun\w*|hola|buen[oa]s(?! aires)|dias|tardes|noches"
    r"|chao|adios|hasta (?:luego"
    r"|manana)|feliz \w+|saludos|ayud\w+|auxilio|urgente|rapido|quier\w+|quisiera|necesit\w+|requier\w+|solicito"
    r"|quit\w+|borr\w+|pong\w+|anot\w+|cambi\w+|mand(?:en?|ar?|eme|enme|elo)"
    r"|envi\w+|llam\w+|vengan?|voy|vamos|salgo|salimos|llego|llegamos|\w+iendo"
    r"|segu\w+|sig(?:o|a|ue|amos)|continu\w+|retom\w+"
    r"|espere\w*|cancel\w+|olvid\w+|dej\w+|puede|pueden|puedo"
    r"|ayer|antier|anteayer|anoche|antenoche|se llama\w*|(?:el|la|mi|su) (?:contacto|nombre|archivo|error|carpeta"
    r"|documento) (?:es|soy|seria|se llama|dice)"
    r"|soy (?:(?:el|la) )?\w+ del? (?:la )?(?:doctora?|dra?|jef[ea]|ing\w*|concejal\w*|senora?|lic)"
    r"|(?:dr|dra|doctora?|ing|sr|sra) (?!de\b)\w+"
    r"|(?:estado|seguimiento|menu|opciones|inicio|consulta|como va)$"
    r"|tengo|tenemos|creo|mi (?:numero|cel\w*|tel\w*|extension|correo|nombre|usuario|cedula)|ja|jaja\w*)\b"
)
_TELLS = regex(
    r"\b(?:esta|estan|estaba|tengo|tenemos|tiene|tienen|sale|salen|salio|aparece|dice|puso|quedo|hay|necesit\w+"
    r"|quier\w+|pued\w+|podr\w+|sirve|funciona|urge|demor\w+|imprim\w+|abre|prende"
    r"|eso fue|fue hace|hace (?:rato|media|una?|dos|tres|\d+)"
    r"|esper(?:a|o|ando|amos)|cambi\w+ (?:la|el)|ayud\w+)\b"
    r"|(?<=\w )no (?!se\b|recuerdo\b|estoy\b|es\b)\w+"
)
_CLOCK = rf"(?:[01]?\d|2[0-3]|{HOUR_WORDS})(?: [0-5]\d)?"
_HOUR = regex(
    rf"(?:(?:el|es|son|hoy|manana|como|tipo|eso de|empieza|{'|'.join(DAYS)}) ){{0,3}}"
    rf"(?:(?:a )?las {_CLOCK}|a la una|{_CLOCK}(?= (?:y|am|pm|a m|p m|de la|en la|del|en punto)\b))"
    r"(?: y (?:media|cuarto|pico|[0-5]\d))?(?: (?:am|pm|a m|p m|m|(?:de|en) la (?:manana|tarde|noche|madrugada)"
    r"|del (?:medio ?)?dia|en punto|horas?))*"
)
"""Words that tell an hour, and nothing else."""
MAX_HOUR_WORDS = 9


def names_a_place(text: str) -> bool:
    """Whether it may be an office, a floor, a site, a neighbourhood. Names are not known, so what cannot be a place is
    refused: questions, greetings, wishes, telephones, and faults that are told without naming a place first."""
    said = plain(text)
    if sum(char.isalpha() for char in said) < MIN_PLACE_LETTERS or text.rstrip().endswith("?"):
        return False
    if _HOUR.fullmatch(said):
        return False
    if _NAMED_FIRST.match(said):
        return True
    if _NO_PLACE.match(said) or tells_a_fault(text):
        return False
    return _PLACE_WORD.search(said) is not None or not (_TELLS.search(said) or reads_as_contact(text))


def hour_first(text: str) -> tuple[str, str]:
    """The hour that is told before a place, and the rest: «a las 9 am en el teatro»."""
    words = text.split()
    for at, word in enumerate(words[:MAX_HOUR_WORDS]):
        if plain(word) in ("en", "por") and _HOUR.fullmatch(plain(" ".join(words[:at]))):
            return " ".join(words[:at]), " ".join(words[at:])
    return "", text


def is_named_first(text: str) -> bool:
    """It begins with what can only be a place: «piso 2 de la Aduana», «en la oficina de archivo»."""
    return _NAMED_FIRST.match(plain(text)) is not None


def has_place_word(text: str) -> bool:
    """«Piso», «oficina», «al lado de»."""
    return _PLACE_WORD.search(plain(text)) is not None


def tells_something(text: str) -> bool:
    """More than a place: «en la otra oficina ya tienen»."""
    return _TELLS.search(plain(text)) is not None


def named_sites(text: str) -> frozenset[str]:
    """What stands after «sede», «edificio», «alcaldía local» and the like."""
    named = {group for match in _NAMED_SITE.finditer(plain(text)) for group in match.groups() if group}
    return frozenset(named - _NO_SITE)


def is_everywhere(text: str) -> bool:
    """«Toda la alcaldía», «ninguna sede»."""
    return _EVERYWHERE.search(plain(text)) is not None
