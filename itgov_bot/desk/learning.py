"""Learning with a person in the loop: keeping what was not understood, without personal data."""

from __future__ import annotations

import re

from itgov_bot.desk.desk import Desk
from itgov_bot.storage import unmatched

LONGEST = 200

_PERSONAL = (
    (re.compile(r"\S+@\S+"), "[correo]"),
    (re.compile(r"https?://\S+|www\.\S+"), "[enlace]"),
    (re.compile(r"\+?\d[\d\s().-]{5,}\d"), "[número]"),
    (
        re.compile(r"\b(soy|me llamo|mi nombre es|habla|le habla)\s+((?:[A-ZÁÉÍÓÚÑ][\wáéíóúñ]+\s*){1,4})"),
        r"\1 [nombre] ",
    ),
    (
        re.compile(
            r"\b(doctora?|dra?\.?|ingenier[oa]|ing\.?|señora?|sra?\.?|don|doña)\s+(?:[A-ZÁÉÍÓÚÑ][\wáéíóúñ]+\s*){1,3}"
        ),
        r"\1 [nombre] ",
    ),
)


def scrub(text: str) -> str:
    """The text without what could point at a person: mail, numbers, links, names that are said as names."""
    for pattern, instead in _PERSONAL:
        text = pattern.sub(instead, text)
    return " ".join(text.split())[:LONGEST]


async def note_unmatched(desk: Desk, text: str, chosen: str | None) -> None:
    """Keeps a message that found no service, or (with `chosen`) found it only after the person looked further."""
    cleaned = scrub(text).lower()
    if cleaned:
        await unmatched.note(desk.session, cleaned, chosen, desk.now)
