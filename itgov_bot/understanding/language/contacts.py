"""Is it a way to reach somebody: a telephone, an extension, a mailbox?"""

import re

from .folding import fold

MIN_TELEPHONE_DIGITS = 4
"""Internal extensions have four digits; a shorter one must say that it is one."""

_MAILBOX = re.compile(r"(?<![^\s@])[^\s@]+@[^\s@]+\.\w+")
_EXTENSION = re.compile(r"\b(?:ext|extension|estension|extencion|anexo)\b\D{0,20}\d")


def reads_as_contact(text: str) -> bool:
    """Only such words, or a plain yes, are taken for a consent (Ley 1581)."""
    if _MAILBOX.search(text):
        return True
    if "?" in text:
        return False
    digits = sum(char.isdigit() for char in text)
    return digits >= MIN_TELEPHONE_DIGITS or _EXTENSION.search(fold(text)) is not None
