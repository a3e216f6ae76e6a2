"""What is asked about a service, in any phrasing: a row of cues for each topic. Whoever reads them knows that something is
asked, and of which service; the cues alone tell of nothing."""

import re
from collections.abc import Mapping

from .asked_of_service import OfIt, asks_who_authorizes, asks_who_may, names_asker
from .folding import plain, words_like

_CUES: Mapping[OfIt, re.Pattern[str]] = {
    OfIt.WHO_MAY: words_like(
        r"""
        (?:qu|k)ien(?:es)? (?:\w+ ){0,3}(?:pued|pide|solicit|tramit)\w*
        (?:jef[ea]|supervisor\w*|coordinador\w*|director\w*) (?:\w+ ){0,4}(?:pid|solicit)\w*
        (?:puedo|podemos|podria|puede) (?:\w+ ){0,3}(?:pedi|solicit|tramit)\w*|tengo derecho|aplico
        no soy (?:de )?(?:planta|carrera|funcionari\w+)
        """
    ),
    OfIt.HOW_LONG: words_like(
        r"""
        (?:se )?(?:demor|tard)(?:an?|aria|arian|en?|ara|aran|ando)|para cuando|plazo|tiempo de respuesta
        cuant[oa]s? (?:tiempo|dias|horas|semanas) (?:\w+ ){0,3}(?:hac|atiend|instal|entreg|resuelv|arregl|dan|lleg|tom)\w*
        (?:que|cuanto) tiempo|cuando (?:me |nos |la |lo |las |los )+(?:dan|hacen|entregan|instalan|ponen|tendrian?|estaria)
        """
    ),
    OfIt.FORMS: words_like(
        r"""
        format[oi]s?|formularios?|oficios?|memorando|cartas?|papel(?:es|eo)?|requisitos?|llenar|diligenciar
        solicitud (?:escrita|formal|firmada)|que (?:documento|anexo|adjunto)\w*
        """
    ),
    OfIt.WHO_COMES: words_like(
        r"""
        (?:qu|k)ien(?:es)? (?:\w+ ){0,5}(?:me|nos) (?:\w+ ){0,2}(?:atend|atiend|arregl|revis|instal|ayud|llam|escrib|ubic)\w*
        (?:qu|k)ien(?:es)? (?:me |nos )?(?:lo|la|los|las) (?:entreg|tra[ei]|instal|revis|arregl|atiend)\w*
        (?:qu|k)ien(?:es)? (?:\w+ ){0,5}(?:viene|venir|vendra|vendria)|con (?:qu|k)ien (?:hablo|me entiendo)$
        como (?:me |nos |lo |la |yo )*(?:\w+ a )?(?:ubic|contact|avis|encontr|entero)\w*
        """
    ),
}


def topics_asked(text: str) -> tuple[OfIt, ...]:
    """«¿Quién lo puede pedir?, ¿y cuánto demora?, ¿toca llenar formato?» asks three things."""
    said = plain(text)
    is_who = asks_who_may(text) or asks_who_authorizes(text) or bool(names_asker(text))
    told = {topic for topic, cues in _CUES.items() if cues.search(said)} | (
        {OfIt.WHO_MAY} if is_who else set()
    )
    return tuple(topic for topic in OfIt if topic in told)
