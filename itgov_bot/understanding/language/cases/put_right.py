"""What is put right in what was told before, over folded words: how to reach somebody, one thing for another."""

import re

from ..folding import word_set
from .review_words import corrected_matter

_WAYS = word_set("numero telefono tel celular cel movil whatsapp extension ext contacto")
_CALLS = re.compile(r"(?:llam|ubi[cq]|contact|bus[cq]|escrib|mar[cq]|locali[cz])\w+")
_BESIDE = word_set(
    """a acaso actual cierto avisarles ponerles agrego agreguen agregue ah ahi ahora al algo anote anoten apunte
    apunten ay buenas buenos cosa cualquier de decir decirle decirles dejar dejarles dejo del di dias directo
    disculpe disculpen doy el en era es este falto favor gracias hola la le les lo mas me mejor mi mio muchas nos
    nuevo o oficina oiga olvido otra otro para paso perdon personal poner ponerle por porfa pueden puede que queda
    quedo se seria si tambien tardes un uy va y"""
)
_MISTAKEN = re.compile(
    r"(?:(?:ay|uy|no|oiga|hola|perdon|disculpen?|que pena|es que|y) )*"
    r"(?:me (?:equivoque|confundi)|corrijo|correccion|quise decir|(?:lo )?(?:dije|puse|escribi) mal)"
    r"(?: (?:que|pero|y|es que))* (?P<what>.+)"
)
_THING = re.compile(r"(?:(?:no )?(?:es|era|son|eran)|seria|el|la|los|las|en)\b.*")
_ELSEWHERE = re.compile(
    r"(?:(?:perdon|ay|no|pero) )*no (?:es|era|estoy|estamos) en (?:\w+ ){1,5}?(?:es|era|sino|estoy|estamos)(?: en)? .+"
)
_TIMES = re.compile(r"\b(?:vez|veces|dia|dias)\b|\b(?:primer|segund|tercer)[oa]?\b")
"""«No es la primera vez, es la tercera» corrects nothing."""


def tells_reach(said: str) -> bool:
    """«Otra cosa, el teléfono mío es el 300…», and nothing else: every word is of such an announcement."""
    words = [word for word in said.split() if not any(char.isdigit() for char in word)]
    named = [word for word in words if word in _WAYS or _CALLS.fullmatch(word)]
    return len(words) < len(said.split()) and bool(named) and {*words} <= _BESIDE | {*named}


def corrects(said: str) -> bool:
    """One thing is said instead of another, or that they were mistaken and what it is."""
    told = _MISTAKEN.fullmatch(said)
    rest = told["what"] if told else said
    is_one_for_another = corrected_matter(rest) is not None and not _TIMES.search(rest)
    return (
        is_one_for_another or _ELSEWHERE.fullmatch(rest) is not None or bool(told and _THING.fullmatch(rest))
    )
