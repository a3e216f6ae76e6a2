"""Does somebody refuse to give their data, in the middle of a form? Also when words of leaving stand beside it."""

import re
from enum import StrEnum

from .folding import plain


class DataRefusal(StrEnum):
    OUTRIGHT = "outright"
    """«No autorizo»: it is taken at its word."""
    UNWILLING = "unwilling"
    """«No quiero dar mis datos»: they may want the case all the same."""


_OUTRIGHT = re.compile(
    r"\bno (?:lo |los |la |les |le |te )?(?:autorizo|acepto (?:el|ese|su) aviso|consiento"
    r"|doy (?:mi )?(?:autorizacion|permiso"
    r"|consentimiento))\b|\bno estoy autorizando\b"
)
_DATA = r"(?:datos|informacion|telefono|numero|celular|nombre|correo personal)"
_UNWILLING = re.compile(
    rf"\b(?:no|sin|tampoco) (?:les? |te )?(?:(?:quiero|deseo|voy a|pienso|me gusta|me gustaria|tengo (?:ganas|por ?que) de"
    rf"|tengo por ?que|puedo|quisiera) )?(?:dar\w*|doy|entreg\w+|compart\w+|suministr\w+|dejar\w*|dejo|registr\w+|pon\w+"
    rf"|dig\w+|decir\w*) (?:\w+ ){{0,2}}{_DATA}\b|\b(?:mis datos|mi informacion) no\b"
)


def data_refusal(text: str) -> DataRefusal | None:
    """None for whatever else is said. «No autorizó la compra» and «no me deja dar el número» tell a problem."""
    said = plain(text)
    if _OUTRIGHT.search(said):
        return DataRefusal.OUTRIGHT
    return DataRefusal.UNWILLING if _UNWILLING.search(said) else None
