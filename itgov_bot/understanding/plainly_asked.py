"""What anybody may want to know before they give their data or send: asked in so many words, whatever else is likely."""

import re

from .interpretation import Wish
from .language.folding import plain, words_like
from .language.request_type import tells_a_fault

MAX_WORDS = 14
"""What is longer tells something as well."""

_DATA = (
    r"(?:mis?|el|los|la|esos?) (?:datos|numero|telefono|celular|nombre|informacion|cedula|correo personal)"
)
_MY_CASE = r"(?:(?:mi|el|ese|este) (?:caso|reporte|ticket|problema)|(?:mi|la) solicitud|lo mio|eso)"
_COMES = (
    r"(?:vienen?|llegan?|van a venir|(?:me |nos )?(?:lo |la )?(?:arregla|repara|revisa|soluciona|resuelve)n?)"
)
_WHO = r"(?:tecnic[oa]|ingenier[oa]|agente|persona|funcionari[oa]|muchach[oa]|senor(?:a)?)"
_GOES = r"(?:viene|vienen|va a venir|atiende|mandan|mandaron|envian|enviaron|asignaron|toco|tiene|arregla|cogio|lleva)"
_HOLDS = r"(?:cogio|cogieron|agarro|recibio|tomo|tiene|atendio|leyo|vio|reviso|esta (?:viendo|mirando|revisando|atendiendo))"
_ASKED: tuple[tuple[Wish, re.Pattern[str]], ...] = (
    (
        Wish.COST,
        words_like(
            r"""
            (?:es|sale|son|eso|esto) (?:gratis|gratuit[oa]|de pago|pag[oa])|gratis
            (?:tiene|hay|genera)\w* (?:algun )?(?:costo|valor|cobro|precio)|cuanto (?:cuesta|vale|cobran|sale|es)
            (?:hay|tengo|toca|tenemos) (?:que|q) pagar
            (?:me|nos) (?:van a cobrar|cobran)|cobran (?:algo|por (?:eso|esto|venir))
            """
        ),
    ),
    (
        Wish.PRIVACY,
        words_like(
            rf"""
            no quiero que (?:\w+ )?(?:guarden|usen|tengan|sepan|compartan|vean|publiquen) (?:\w+ ){{0,2}}{_DATA}
            (?:se|me) (?:guarda|queda|almacena|publica|comparte)n? (?:\w+ ){{0,2}}{_DATA}
            (?:guardan|comparten|publican|usan|utilizan) (?:\w+ ){{0,2}}{_DATA}
            quien(?:es)? (?:\w+ ){{0,2}}(?:ven?|ver|vera|lee|leer|sabe|usa|tiene acceso a|conoce) (?:a )?{_DATA}
            (?:que|para que) (?:\w+ ){{0,2}}(?:hacen|van a hacer|usan|necesitan|piden|quieren|sirven?) (?:\w+ )?{_DATA}
            (?:y |eso |esto )?para que (?:lo|la|los|eso|me los?) (?:necesitan|piden|quieren|usan)
            (?:le|les|se|se lo|me) (?:dan|pasan|entregan|muestran|venden) (?:a \w+ )?{_DATA}
            es seguro (?:dar|dejar|poner) {_DATA}
            """
        ),
    ),
    (
        Wish.MY_DATA,
        words_like(
            r"""
            (?:como (?:es que )?(?:me llamo|aparezco)|cual es mi nombre|que nombre (?:tengo|aparece|me pusieron))
            (?:como|con que nombre) (?:me|nos) (?:leen|ven|tienen|tiene) (?:\w+ )?(?:aqui|ahi|guardad[oa]|registrad[oa])
            """
        ),
    ),
    (
        Wish.WHEN,
        words_like(
            rf"""
            (?:a que horas?|cuando|que dia|como a que horas?) (?:me |nos )?(?:lo |la )?{_COMES}
            quien (?:me |nos )?(?:viene|va a (?:venir|atender\w*|llamar\w*|arreglar\w*)|atendera|atiende {_MY_CASE})
            (?:a|con) quien (?:le |me )?(?:pregunto|hablo|reclamo|llamo|comunico) (?:por|de|sobre) {_MY_CASE}
            quien (?:tiene|lleva|maneja) (?:mi (?:caso|solicitud|reporte)|lo mio)
            como se llama (?:el|la|quien|los|las) ?(?:{_WHO} )?(?:que )?(?:me |nos |lo |la )*{_GOES}
            como se llama (?:el|la|mi) {_WHO}
            quien es (?:el|la|mi) {_WHO}(?: que (?:me |nos |lo |la )*{_GOES})?
            (?:que|cual|cual es el|a cual) {_WHO} (?:que )?(?:me |nos |lo |la )*{_GOES}
            quien (?:me|nos) (?:toco|atiende|asignaron|cogio|lleva)
            a quien (?:le |lo |se lo |me )*(?:asignaron|dieron|pasaron|toco)
            (?:ya )?(?:me |nos |le |lo |la )*asignaron (?:a )?(?:alguien|{_WHO}|ya)
            (?:ya )?alguien (?:ya )?(?:me |lo |la |le )*{_HOLDS}|ya (?:lo|la) {_HOLDS}(?: alguien)?
            ya (?:tienen|hay|mandaron|consiguieron) (?:a )?(?:quien|alguien que) (?:venga|vaya|me atienda|lo|la|arregle)
            """
        ),
    ),
)


def plainly_asked(text: str) -> Wish | None:
    """What it costs, what becomes of one's data, who comes and when; None for anything else, and for a told fault."""
    said = plain(text)
    if len(said.split()) > MAX_WORDS:
        return None
    wish = next((wish for wish, words in _ASKED if words.search(said)), None)
    is_fault = tells_a_fault(text) and not (
        wish is Wish.PRIVACY and "?" in text
    )  # «no se guarda mi teléfono, ¿verdad?»
    return None if is_fault else wish
