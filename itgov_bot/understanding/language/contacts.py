"""Is it a way to reach somebody: a telephone, an extension, a mailbox?"""

import re

from .folding import fold

MIN_TELEPHONE_DIGITS = 4
"""Internal extensions have four digits; a shorter one must say that it is one."""

_MAILBOX = re.compile(r"(?<![^\s@])[^\s@]+@[^\s@]+\.\w+")
_EXTENSION = re.compile(r"\b(?:ext|extension|estension|extencion|anexo)\b\D{0,20}\d")

_REFERENCE = re.compile(
    r"\bsaus[\s\-_]*20\d\d[\s\-_]*\d{1,6}\b|\b[a-z]{2,6}-20\d\d-\d{1,6}\b|\b20\d\d-0\d{3,5}\b"
    r"|(?<=\bcaso )#?\d[\d\-]{0,12}|\b(?:placa|serial|inventario|radicado)\b[\s:#.]{0,3}[\w\-]{0,20}\d[\w\-]{0,20}"
    r"|\b20\d\d[\-/]\d{1,2}[\-/]\d{1,2}\b|\b\d{1,2}[\-/]\d{1,2}[\-/]20\d\d\b|(?<=\baño )20\d\d\b",
    re.IGNORECASE,
)
"""A case, a plate, a date: figures by which nobody is reached."""


def without_references(text: str) -> str:
    """The words without the figures that number a case or a thing, or name a date."""
    return _REFERENCE.sub("", text)


def reads_as_contact(text: str) -> bool:
    """Only such words, or a plain yes, are taken for a consent (Ley 1581)."""
    if _MAILBOX.search(text):
        return True
    if "?" in text:
        return False
    digits = sum(char.isdigit() for char in without_references(text))
    return digits >= MIN_TELEPHONE_DIGITS or _EXTENSION.search(fold(text)) is not None


def contact_in(text: str) -> str | None:
    """Stub."""
    return text if reads_as_contact(text) else None
