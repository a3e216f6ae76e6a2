"""Where somebody is and how to reach them, read out of a sentence: «estoy en Aduana piso 2, cel 300 123 4567»."""

from dataclasses import dataclass

from .contacts import find_contact, without_references
from .places import place_said
from .questions import is_clearly_asked

MAX_CHARS = 400
"""What is longer is a story, and is read by people."""


@dataclass(frozen=True, slots=True)
class Details:
    """What was found; None where there is nothing of the kind."""

    place: str | None = None
    contact: str | None = None

    def __bool__(self) -> bool:
        return bool(self.place or self.contact)


def find_details(text: str) -> Details:
    """A place counts when it is said as one («estoy en …», «piso 2 …»); a contact when its figures have the shape of one."""
    if len(text) > MAX_CHARS or is_clearly_asked(text):
        return Details()
    contact = find_contact(text)
    rest = f"{text[: contact.start]},{text[contact.end :]}" if contact else text
    return Details(place_said(without_references(rest)), contact.value if contact else None)
