"""Where something is: whether words can be a place at all, and which sites they name. Floors are no sites."""

import re

from .clock import DAYS
from .contacts import reads_as_contact
from .folding import plain, word_set, words_like
from .lengths import HOUR_WORDS
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
_CLOCK = rf"(?:[01]?\d|2[0-3]|{HOUR_WORDS})(?: [0-5]\d)?"
_HOUR = re.compile(
    rf"(?:(?:el|es|son|hoy|manana|como|tipo|eso de|empieza|{'|'.join(DAYS)}) ){{0,3}}"
    rf"(?:(?:a )?las {_CLOCK}|a la una|{_CLOCK}(?= (?:y|am|pm|a m|p m|de la|en la|del|en punto)\b))"
    r"(?: y (?:media|cuarto|pico|[0-5]\d))?(?: (?:am|pm|a m|p m|m|(?:de|en) la (?:manana|tarde|noche|madrugada)"
    r"|del (?:medio ?)?dia|en punto|horas?))*"
)
"""Words that tell an hour, and nothing else."""


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


def is_named_first(text: str) -> bool:
    """It begins with what can only be a place: «piso 2 de la Aduana», «en la oficina de archivo»."""
    return _NAMED_FIRST.match(plain(text)) is not None


def has_place_word(text: str) -> bool:
    """«Piso», «oficina», «al lado de»."""
    return _PLACE_WORD.search(plain(text)) is not None


def tells_something(text: str) -> bool:
    """More than a place: «en la otra oficina ya tienen»."""
    return _TELLS.search(plain(text)) is not None


_AFTER_IN = rf"(?:cad|cap|cdv|sede|{_PLACE})"
_AFTER_OF = (
    r"(?:cad|cap|cdv|sedes?|edificio|pisos?|casa de justicia|biblioteca|hospital|puesto de salud|centro de salud"
    r"|colegio|institucion educativa|alcaldia local|localidad|ventanilla|inspeccion|comisaria|corregimiento)"
)
"""Of what else it is said whose it is, not where: «el portal de la alcaldía», «el evento del despacho»."""
_GOES_ON = (
    r"(?: (?!(?:y|e|ni|o|que|no|se|esta|estan|hay|sin|nadie|ninguno|desde|porque|pero|con|por|para|ya|a|quedo|quedaron"
    r"|tiene|tienen|fallo|fallan?|cayo|funciona|sirven?|podemos|puede|pueden|hoy|ahora|nada|es|son|necesit\w+|donde"
    r"|electronica)\b)\w+)"
)
_ARTICLE = r"(?:(?:el|la|los|las|mi|nuestra|nuestro|todo|toda|primer|segundo|tercer|cuarto|quinto) )*"
_TOLD = re.compile(
    rf"\b(?:en|desde) (?:las oficinas de )?(?P<where>{_ARTICLE}{_AFTER_IN}\b(?! electronica){_GOES_ON}{{0,6}}"
    rf"(?: \| {_AFTER_IN}\b{_GOES_ON}{{0,4}})*)"
    rf"|(?:^|\b(?:de|del|toda|todo|todas) ){_ARTICLE}(?P<of>{_AFTER_OF}\b(?! electronica){_GOES_ON}{{0,6}}"
    rf"(?: \| {_AFTER_IN}\b{_GOES_ON}{{0,4}})*)"
)
"""Over folded words with a `|` where a sign parts them."""
_HANGING = re.compile(r"(?: (?:\||de|del|la|el|los|las|en|al))+$")

_SCOPE = re.compile(r"(?:en )?(?:toda|todo|todas|todos|ninguna|ningun|varias|varios) (?:(?:la|el|las|los) )?")
_WHICHEVER = re.compile(
    r"(?:en )?(?:(?:la|el|las|los|una|un|mi|nuestra|esta|otra) )?"
    r"(?:alcaldia|entidad|ciudad|distrito|sedes?|edificios?|oficinas?|dependencias?|pisos?)?"
)
"""It does not say which one."""


def place_told(text: str) -> str | None:
    """Where it happens, in the words of a message that tells a fault or an event; None when it does not say."""
    words, folded, starts = text.split(), "", []
    for word in words:
        starts.append(len(folded))
        folded += f"{plain(word)} " + ("| " if word[-1] in ",.;:!?()" else "")
    for found in _TOLD.finditer(folded):
        begin, end = found.span(found.lastgroup or 0)
        end -= len(hanging.group()) if (hanging := _HANGING.search(folded[begin:end])) else 0
        said = [word for word, start in zip(words, starts, strict=True) if begin <= start < end]
        if place := to_go_to(" ".join(said).strip(" ,.;:!?()")):
            return place
    return None


def to_go_to(place: str) -> str | None:
    """A place without how much of it is meant: «toda la sede de Manga» is «sede de Manga», and «toda la alcaldía» or
    «ninguna sede» is no place where anybody can be found."""
    scope = _SCOPE.match(f"{plain(place)} ")
    named = " ".join(place.split()[len(scope[0].split()) :]) if scope else place
    return None if _WHICHEVER.fullmatch(plain(named)) else named


def named_sites(text: str) -> frozenset[str]:
    """What stands after «sede», «edificio», «alcaldía local» and the like."""
    named = {group for match in _NAMED_SITE.finditer(plain(text)) for group in match.groups() if group}
    return frozenset(named - _NO_SITE)


def is_everywhere(text: str) -> bool:
    """«Toda la alcaldía», «ninguna sede»."""
    return _EVERYWHERE.search(plain(text)) is not None


def sensible_place(text: str, offices: object) -> str | None:
    """Stub."""
    return text if names_a_place(text) else None
