"""Does somebody refuse to give their data, in the middle of a form? Also when words of leaving stand beside it."""

from enum import StrEnum

from itgov_bot.patterns import regex

from ..folding import plain


class DataRefusal(StrEnum):
    OUTRIGHT = "outright"
    """«No autorizo»: it is taken at its word."""
    UNWILLING = "unwilling"
    """«No quiero dar mis datos»: they may want the case all the same."""


_OUTRIGHT = regex(
    r"\bno (?:lo |los |la |les |le |te )?(?:autorizo|acepto (?:el|ese|su) aviso|consiento"
    r"|doy (?:mi )?(?:autorizacion|permiso"
    r"|consentimiento))\b|\bno estoy autorizando\b"
    r"|^(?:\w+ ){0,3}sin (?:(?:dar|dejar|mis) ){0,2}datos(?: personales)?$|\bprefiero (?:ser )?anonim[oa]\b"
)
_DATA = r"(?:datos|informacion|telefono|numero|celular|nombre|correo personal)"
_UNWILLING = regex(
    rf"\b(?:no|sin|tampoco) (?:les? |te )?(?:(?:quiero|deseo|voy a|pienso|me gusta|me gustaria|tengo (?:ganas|por ?que) de"
    rf"|tengo por ?que|puedo|quisiera) )?(?:dar\w*|doy|entreg\w+|compart\w+|suministr\w+|dejar\w*|dejo|registr\w+|pon\w+"
    rf"|dig\w+|decir\w*) (?:\w+ ){{0,2}}{_DATA}\b|\b(?:mis datos|mi informacion) no\b"
)


MAX_CHANGE_WORDS = 14
"""What is longer tells something else."""
_CONSENTS = regex(
    r"\b(?:cambie de (?:opinion|idea|parecer)|lo pense mejor|me arrepenti"
    r"|(?:si|ya|ahora|entonces|bueno|ok|mejor|listo|dale|vale) (?:los |lo |le |les )?"
    r"(?:autorizo|acepto|consiento|doy (?:mi |el )?(?:permiso|autorizacion|consentimiento)))\b"
    r"|^(?:los |lo |le |les )?(?:autorizo|acepto)\b"
    r"|^(?:(?:y|pero|entonces|bueno|que hay de|que paso con) )*(?:mi|el) (?:caso|reporte|ticket)$"
)
_ANOTHER_WAY = regex(
    r"\b(?:(?:como|que) (?:hago|hacemos|le hago)|como (?:lo |les |le )?(?:reporto|aviso|informo|pido|solicito)|por donde"
    r"|a quien (?:llamo|aviso|le (?:digo|aviso))|(?:como|no) me (?:van a )?(?:ayud|at(?:ie|e)nd)\w*"
    r"|que me toca|como seria|otra (?:forma|manera))\b"
)


def consents_after_all(text: str) -> bool:
    """«Cambié de opinión», «bueno, sí autorizo»: of who refused just before."""
    said = plain(text)
    if len(said.split()) > MAX_CHANGE_WORDS or data_refusal(text):
        return False
    return _CONSENTS.search(said) is not None


_CLAUSE = regex(r"(?<=[,.;:!?\n])\s*|\s+(?=(?:y|pero) no\b)")
_OF_THEIR_OWN = regex(rf"\b{_DATA}\b|^(?:\w+ ){{0,2}}no (?:lo |los |les )?autorizo$")


def without_refusal(text: str) -> str | None:
    """What is told beside «no autorizo el uso de mis datos»; None where nothing of the kind is said."""
    clauses = [clause for clause in _CLAUSE.split(text) if plain(clause)]
    left = [one for one in clauses if not (data_refusal(one) and _OF_THEIR_OWN.search(plain(one)))]
    return " ".join(left).strip(" ,.;:") if len(left) < len(clauses) else None


def asks_another_way(text: str) -> bool:
    """«¿Y entonces cómo hago?»: of who refused just before."""
    said = plain(text)
    return len(said.split()) <= MAX_CHANGE_WORDS and _ANOTHER_WAY.search(said) is not None


def data_refusal(text: str) -> DataRefusal | None:
    """None for whatever else is said. «No autorizó la compra» and «no me deja dar el número» tell a problem."""
    said = plain(text)
    if _OUTRIGHT.search(said):
        return DataRefusal.OUTRIGHT
    return DataRefusal.UNWILLING if _UNWILLING.search(said) else None
