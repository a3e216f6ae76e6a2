"""What a message tells of each kind (a floor, a site, an office, a figure, a name, a day, a length of time) and where: what
is taken back is one of these."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from itgov_bot.patterns import regex

from ..folding import plain
from ..known import Known
from ..people.names import count_name, count_titles
from ..where.floors import NUMBER, NUMBERED_PLACE, kind_of, spelled
from ..where.offices import DEPARTMENT

FLOOR, SITE, OFFICE, FIGURE, MAIL, NAME = "floor", "site", "office", "figure", "mail", "name"
DAY, LENGTH = "day", "length"
UNNUMBERED = frozenset({SITE, OFFICE, FIGURE, MAIL, NAME, DAY, LENGTH})
_OF = r"(?: (?:de|del|la|las|los|el))*"
_SLOTS = {
    FLOOR: rf"(?P<{FLOOR}>{NUMBERED_PLACE})",
    SITE: r"(?P<head>(?:sede|edificio|casa de justicia|biblioteca|hospital|puesto de salud|centro de salud|colegio"
    rf"|alcaldia local){_OF} )\w+",
    OFFICE: r"(?P<head>(?:secretaria|subsecretaria|oficina(?: asesora)?|direccion|departamento|area|unidad|escuela)"
    rf"{_OF} )?{DEPARTMENT}(?: (?:(?:y|de|del) )?{DEPARTMENT})*",
    FIGURE: r"(?P<head>(?:ext|extension|anexo|cel|celular|tel|telefono|fijo|whatsapp|numero) (?:es )?)?\d[\d_]{2,16}"
    r"(?: \d{2,4})*",
    MAIL: r"@\w+",
    DAY: r"(?:(?P<head>el (?:proximo )?)(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|hoy|pasado manana"
    r"|(?<!la )manana)(?: (?:en|por) la (?:manana|tarde|noche)| a primera hora| temprano)?",
    LENGTH: rf"(?:media|unos|unas|un|una|{NUMBER}) (?:minut|hora|dia|semana)\w*",
}
_INTRODUCES = regex(
    r"(?<![^ ])(?:me llamo|mi nombre es|(?:les? )?(?:habla|escribe|saluda)|(?:yo )?soy|a nombre de) "
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of the folded text that tells one thing; what is told begins at `own`, behind a word that says what it is
    («sede», «ext»)."""

    kind: str
    start: int
    own: int
    end: int


class Said:
    """Words, each with one folded token; a sign is a bar behind the word that it ends."""

    def __init__(self, text: str) -> None:
        self.words, self.folded = list[str](), ""
        for word in spelled(text).split():
            if token := ("@" if "@" in word else "") + plain(word).replace(" ", "_"):
                self.words.append(word)
                self.folded += f"{token} " + ("" if word[-1].isalnum() else "| ")
            elif self.words:
                self.words[-1] += f" {word}"
                self.folded += "| "

    def at(self, place: int) -> int:
        """How many words stand before a place of the folded text."""
        return sum(token != "|" for token in self.folded[:place].split())

    def spoken(self, start: int, end: int) -> list[str]:
        return self.words[self.at(start) : self.at(end)]


def unended(words: Sequence[str]) -> Sequence[str]:
    """Without the signs that stood before other words."""
    return [word.rstrip(" ,.;:!?") for word in words]


def slots_of(said: Said, known: Known) -> list[Slot]:
    """In their order; of two that would share words the first found is meant."""
    found = list[Slot]()
    for slot in (*_names(said, known), *_in_table(said.folded, known.sites)):
        if not any(slot.start < one.end and one.start < slot.end for one in found):
            found.append(slot)
    return sorted(found, key=lambda one: one.start)


def _in_table(folded: str, sites: frozenset[str]) -> Iterator[Slot]:
    for kind, pattern in _patterns(sites):
        for found in pattern.finditer(folded):
            told = found.groupdict()
            own = found.end("head") if told.get("head") else found.start()
            yield Slot(kind_of(found[0]) if kind == FLOOR else kind, found.start(), own, found.end())


@lru_cache(4)
def _patterns(sites: frozenset[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = dict(_SLOTS)
    if sites:
        rows[SITE] += f"|(?:(?:la|el) )?(?:{'|'.join(sorted(sites))})"
    return tuple((kind, regex(rf"(?<![^ ])(?:{row})(?= )")) for kind, row in rows.items())


def _names(said: Said, known: Known) -> Iterator[Slot]:
    """Who introduces themselves."""
    for cue in _INTRODUCES.finditer(said.folded):
        sign = said.folded.find("| ", cue.end())
        spoken = unended(said.spoken(cue.end(), sign if sign >= 0 else len(said.folded)))
        titles = count_titles(spoken)
        if count := count_name(spoken[titles:], known, is_introduced=True):
            tokens = said.folded[cue.end() :].split(" ")
            start = cue.end() + sum(len(token) + 1 for token in tokens[:titles])
            yield Slot(
                NAME,
                start,
                start,
                start + sum(len(token) + 1 for token in tokens[titles : titles + count]) - 1,
            )
