"""«Deshágalo», «me equivoqué»: that what was just done is to be called back."""

import re

from ..folding import plain

_LEAD = r"(?:(?:no|ay|uy|ey|perdon|disculpe|oiga|oye|por favor|porfa|espere|espera|mejor|que pena|y|eso|jaja|listo) )*"
_UNDO = (
    r"(?:(?:des(?:haz|haga|hacer)|revierta|revierte|revertir|retroceda)(?:lo|la|los|las)?"
    r"|vuelva(?:lo|la)s? atras|eche atras)"
)
_WHAT = r"(?: (?:eso|esto|todo|lo ultimo|lo anterior|lo que hice|el ultimo|la ultima|ese|esos|por favor|porfa|mejor))*"
_MISTAKEN = (
    r"me equivoque(?: de (?:casos?|numeros?|boton|agente|persona|companer[oa]))?"
    r"|fue (?:un |por )?(?:error|equivocacion)"
)
_TOLD = re.compile(
    rf"{_LEAD}(?:(?:{_MISTAKEN})(?: {_LEAD}{_UNDO}{_WHAT})?|{_UNDO}{_WHAT}(?: (?:que )?(?:{_MISTAKEN}))?)"
)


def undo_told(text: str) -> bool:
    """The whole message says so; «deshaga los cambios y guarde» is said of a program."""
    return _TOLD.fullmatch(plain(text)) is not None


def undo_ordered(text: str) -> bool:
    """Of such a message: the deed is named, and it is not only that they were mistaken."""
    return re.search(_UNDO, plain(text)) is not None
