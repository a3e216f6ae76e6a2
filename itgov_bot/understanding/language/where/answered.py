"""What may be taken for the answer to «where is it?»: a place that is known, or words that can be the name of one."""

import re
from collections.abc import Sequence

from itgov_bot.patterns import regex

from ..folding import plain, word_set
from ..known import NOTHING_KNOWN, Known
from ..people.names import count_name
from ..questions import is_clearly_asked
from ..request_type import tells_a_fault
from .floors import floor_said, spelled
from .offices import department_words, with_office
from .place_told import BUSY, MAX_PLACE_WORDS, bare_place, is_place_alone, to_go_to, without_rest
from .places import MAX_PLACE_CHARS, has_place_word, hour_first, names_a_place

_VAGUE = word_set(
    """esto eso aquello ese esa esos esas este esta mio mia nuestro nuestra suyo suya adentro afuera arriba abajo mal
    malo bien evento algo ahi aqui alla asi casa cualquier cualquiera error gente igual jaja lado lugar mismo misma
    momento normal otra otro ninguna ninguno pregunta prueba test rato siempre sitio todo todos vez vaina cosa atras
    puesto escritorio
    volver entiendo comprendo registrarme cancelar salir menu opciones urgencia urgente rapido luego despues ahora
    hoy manana ayer equipo computador computadora pc portatil impresora correo internet wifi red teclado mouse
    pantalla monitor clave contrasena sistema aplicativo programa telefono excel word outlook teams windows office
    toner escaner usuario cuenta contacto nombre numero celular cel whatsapp extension
    solo sola solos solas uno una nosotros nosotras ellos ellas ella yo usted ustedes todas nadie alguien
    companeros companeras persona personas unas unos varias poco poquito mucho bastante humo llama llamas fuego chispas"""
)
"""They are no place, unless a word beside them is («la sala de sistemas»)."""
PRODUCTS = word_set(
    """excel word outlook teams windows office zoom chrome google edge firefox acrobat adobe pdf wifi wi internet vpn
    intranet onedrive sharepoint powerpoint access project visio autocad arcgis whatsapp telegram facebook youtube
    antivirus skype forms planner bizagi correo impresora computador computadora pc portatil telefono escaner monitor
    teclado mouse pantalla red sistema sistemas hp epson lexmark kyocera ricoh computadores computadoras portatiles
    impresoras equipos telefonos escaneres monitores teclados pantallas dell lenovo urgente ayuda error clave usuario
    si no mi cc nit"""
)
"""Things, and words that stand beside a name; no place, and nobody."""
_OF_THING = regex(
    r"(?:(?:el|la|los|las|mi) )?(?:impresora|computador|pc|port[aá]til|esc[aá]ner|monitor|equipo|tel[eé]fono)\w*\s+"
    r"(?:est[aá] )?(?:del?|en)(?: la| el)?\s+",
    re.IGNORECASE,
)
"""«La impresora del pasillo» is in the corridor."""
_IS_THING = regex(
    r"(?:(?:el|la|los|las|mi|un|una) )?(?:impresora|computador|pc|portatil|escaner|monitor|equipo|telefono|teclado)\w*\b"
)
_TELLING = regex(
    r"(?:^| )(?:que|q|lo|te|porque|pero|soy|somos|son|fue|era|me|nos|le|les|no|ya|si|muy|tengo|tambien|tampoco"
    r"|dos|tres|cuatro|varios|todos|(?<!los )(?<!el )\w{2,}(?:amos|emos|imos|aron|ieron|ando|iendo))(?: |$)"
    r"|^(?:el|la|los|las) (?:del? |\w+(?:ad|id)[oa]s?$)"
)
"""Of a sentence, and of «la de la entrada», «la compartida»."""
_TOLD = regex(r"\b[a-zñ]{2,}[éíó]\b")
"""«Entré», «lo apagó»."""
_UNSAYABLE = regex(
    r"[bcdfghjklmnpqrstvwxz]{5}|[aeiou]{5}|(?:^| )(?:[bcdfghjklmnpqrstvwxz]{4,}|(\w{1,3})\1{2,})(?: |$)"
)
_AND = regex(r"^\W*(?:y|pero|pues|entonces)\s+(?:(?:eso|esto)\s+)?", re.IGNORECASE)
MAX_UNKNOWN_WORDS = 5
_BEFORE = (
    r"(?: (?:de|que|del|el|la|lo|los|al|en|a|caso|reporte|antes|siempre|anterior|otr[oa]|ultim[oa]|primer[oa]|ya|le|te|donde"
    r"|dije|puse|escribi|di|mencione|hace|rato|vez|computador|equipo|impresora))*"
)
_SAME_PLACE = regex(
    r"(?:(?:pues|ah|si|bueno|es|esta|queda|seria|estoy|estamos|sigo|seguimos|y|aqui|aca|a|al|de|del|por|para|con|en) )*"
    r"(?:(?:(?:el|la|mi|los|las) )?mism(?:o|a|os|as|ito|itica|itico) (?:parte|lugar|sitio|oficina|piso|puesto|direccion"
    rf"|dependencia|ubicacion|sede|edificio|lado|area|sala|punto|local){_BEFORE}"
    rf"|(?:ahi|alli|alla|aqui|aca|donde) mism(?:o|ito|itico){_BEFORE}"
    r"|(?:ahi )?donde (?:ya )?(?:(?:le|les|te) )?(?:dije|puse|escribi|mencione)(?: (?:antes|ahora|ahorita|primero))?"
    rf"|(?:igual|lo mismo|el mismo|la misma|mismo)(?= (?:que|de|del|al) ){_BEFORE}"
    r"|donde siempre|(?:el|la|lo) de siempre)(?: (?:por favor|porfa|gracias|tambien))*"
)


def sensible_place(text: str, offices: Sequence[str], known: Known = NOTHING_KNOWN) -> str | None:
    """The place of an answer to «where is it?», ready to be shown; None when the words are none, or say not which one.

    `offices`: the readable dependencias of the process model.
    """
    if floor := floor_said(text):
        return floor
    text = hour_first(text)[1]
    named = bare_place(spelled(without_rest(text)))
    if not named or len(named) > MAX_PLACE_CHARS or not names_a_place(named) or not to_go_to(named):
        return None
    if of_thing := _OF_THING.match(named):
        return sensible_place(named[of_thing.end() :], offices, known)
    if _IS_THING.match(plain(named)):
        return None
    found = with_office(named, offices, known)
    is_known = found != named or has_place_word(named) or department_words(named) or known.names_a_site(named)
    if known.is_given(named.split()[0]) and not has_place_word(named):
        return sensible_place(named.partition(" de ")[2], offices, known)
    if is_known:
        return found if is_place_alone(named, MAX_PLACE_WORDS) else None
    is_told = not (tells_a_fault(text) or is_clearly_asked(_AND.sub("", text)))
    return named if is_told and _may_be_called(named, known) else None


def _may_be_called(named: str, known: Known) -> bool:
    """Whether unknown words can be the name of a place, and are not the name of a person."""
    words = plain(named).split()
    if (
        len(words) > MAX_UNKNOWN_WORDS
        or not (_VAGUE | BUSY).isdisjoint(words)
        or not PRODUCTS.isdisjoint(words)
        or _UNSAYABLE.search(plain(named))
        or _TOLD.search(named)
        or _TELLING.search(" ".join(word for word in words if not known.is_given(word)))
    ):
        return False
    return not (count_name(named.split(), known, is_introduced=False) and known.is_given(words[0]))


def says_same_place(text: str) -> bool:
    """«En la misma parte», «ahí mismo», «donde le dije»: where something was before."""
    return _SAME_PLACE.fullmatch(plain(text)) is not None
