"""«Deshágalo», «me equivoqué»: that what was just done is to be called back."""

import re

from itgov_bot.patterns import regex

from ..folding import plain

_LEAD = (
    r"(?:(?:no|ay|uy|ey|upa|ups|perdon|disculpe|oiga|oye|por favor|porfa|espere|espera|mejor|que pena|y|eso|jaja|listo"
    r"|mentiras?|no mentiras?|aguante|pilas|juemadre|carajo) )*"
)
_UNDO = (
    r"(?:(?:des(?:haz|haga|hacer)|revierta|revierte|revertir|retroceda)(?:lo|la|los|las)?"
    r"|(?:separ[ae]|desjunt[ae]|desun[ae]|despegu?[ae])(?:l[oa]s|l[oa])"
    r"|vuelva(?:lo|la)s? atras|eche(?:lo|la|los|las)? (?:para |pa )?atras"
    r"|devuelv[ae](?:l[oae]s?|me|mel[oa]s?)? (?=eso|esto|todo|lo que hice|lo ultimo|como estaba)"
    r"|dej[ae](?:l[oae]s?|me|mel[oa]s?)? (?:eso |todo )?(?=como estaba))"
)
_WHAT = (
    r"(?: ?(?:eso|esto|todo|lo ultimo|lo anterior|lo que hice|el ultimo|la ultima|ese|esos|por favor|porfa|mejor"
    r"|como estaban?))*"
)
_MISTAKEN = (
    r"me equivoque(?: de (?:casos?|numeros?|boton|agente|persona|companer[oa]))?"
    r"|fue (?:un |por )?(?:error|equivocacion)"
)
_TOLD = regex(
    rf"{_LEAD}(?:(?:{_MISTAKEN})(?: {_LEAD}{_UNDO}{_WHAT})?|{_UNDO}{_WHAT}(?: (?:que )?(?:{_MISTAKEN}))?)"
)


def undo_told(text: str) -> bool:
    """The whole message says so; «deshaga los cambios y guarde» is said of a program."""
    return _TOLD.fullmatch(plain(text)) is not None


def undo_ordered(text: str) -> bool:
    """Of such a message: the deed is named, and it is not only that they were mistaken."""
    return re.search(_UNDO, plain(text)) is not None


_GIVES_BACK = regex(
    r"\b(?:devuelv|devolv|regres|restaur|restabl|repon|vuelv\w+ a (?:dar|poner|dej)|dej\w+ (?:todo )?como estaba)\w*"
    r"|\b(?:era|es) otr[oa]\b|\bno era (?:ell?[ae]?|es[aeo])\b|\bme equivoque de\b|\bdes(?:haz|haga|hacer)\w*"
)
MAX_WORDS = 14


def is_of_another_person(text: str) -> bool:
    """«No, era otra Carla, devuélvale todo», right after somebody lost what they had; with a number it is of cases."""
    said = plain(text)
    return len(said.split()) <= MAX_WORDS and not re.search(r"\d", said) and bool(_GIVES_BACK.search(said))
