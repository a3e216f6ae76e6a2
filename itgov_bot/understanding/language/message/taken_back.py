"""What is taken back in the same breath: «piso 1, no, perdón, piso 2» says piso 2, and no more than that.

What stands after the words that take back replaces the last thing of the same slot before them: a floor a floor, a site a
site, an office an office, a figure a figure, a name a name, a day a day, and «el outlook, digo, el excel» one thing another.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..known import NOTHING_KNOWN, Known
from ..people.names import count_name
from ..where.floors import NUMBER, ORDINAL
from .slots import FIGURE, LENGTH, NAME, UNNUMBERED, Said, Slot, slots_of, unended

MAX_CHARS = 1500
"""What is longer is a story, and stays as it is."""
MAX_TAKEN_BACK = 6
"""Of one message."""
MAX_BETWEEN = 5
"""Words that may stand between what is taken back and what takes it back: «piso 1 de la Aduana, no perdón, piso 2»."""

_HINT = regex(
    r"\b(?:no|perd|pena|confun|disc|digo|corrij|correcc|mejor|mentir|equivoq|m[aá]s bien|quer|quis)", re.I
)
_BEFORE = r"(?:(?:\||ay|uy|ah|eh|oh|ey|ups|oiga|y|pero|bueno) )*"
_SORRY = (
    r"(?:perdon\w*|disculp[ae]|que pena|digo|corrijo|correccion|mentiras?|(?:me )?(?:equivoque|confundi)(?: de \w+)?"
    r"|mejor dicho|mas bien|quise decir|queria decir)"
)
_MARK = regex(
    rf"(?<![^ ])(?:(?P<said>{_BEFORE}(?:no (?:\| )*)*{_SORRY} (?:(?:\||no|{_SORRY}|es que|que|ay|uy|es|era|seria) )*)"
    rf"|{_BEFORE}(?:no (?:\||no)|(?:ay|uy|ah|eh) no) (?:(?:\||no|es|era|seria|mejor) )*)"
)
"""The second way, without a word of excuse, takes back no more than what stands right before it."""
_LEAD = regex(
    r"(?:(?:\||y|es|era|estoy|estamos|queda|en|el|la|los|las|del|de|a|al|por|mi|su|soy|somos|me llamo|hasta|para|desde) )*"
)
_NUMBER_ALONE = regex(rf"(?:{NUMBER}|{ORDINAL}o?)(?= (?:\||$))")
_GOES_ON = regex(r" (?:tampoco|tambien|si|no)\b")
"""Of a place beside the one before, and not instead of it."""
_DAYS = r"(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
_THING = rf"(?:en (?:el |la |los |las )?|(?:el|la|los|las|mi|mis|un|una|del|al) )(?!{_DAYS} )\w+ "
_NEXT_THING = regex(_THING)
_LAST_THING = regex(rf"(?<![^ ]){_THING}$")


@dataclass(frozen=True, slots=True)
class _Swap:
    """What stands instead of the stretch from `start` to `end` is told up to `until`."""

    start: int
    end: int
    words: Sequence[str]
    until: int


def corrected_by(text: str, told: str, known: Known) -> str:
    """A text that was told before, with what is told now instead; itself where it tells no such thing."""
    whole = f"{text}, perdón, {told}"
    corrected = as_corrected(whole, known, reach=MAX_CHARS)
    return text if corrected == whole else corrected


def as_corrected(text: str, known: Known, *, reach: int = MAX_BETWEEN) -> str:
    """The text with what was taken back replaced; the text itself where nothing was. `reach`: how many words may stand
    between what is taken back and what takes it back."""
    if len(text) > MAX_CHARS or _HINT.search(text) is None:
        return text
    for _ in range(MAX_TAKEN_BACK):
        said = Said(text)
        found = (_corrected(said, mark, known, reach) for mark in _MARK.finditer(said.folded))
        corrected = next(filter(None, found), None)
        if corrected is None:
            break
        text = corrected
    return text


def _corrected(said: Said, mark: re.Match[str], known: Known, reach: int) -> str | None:
    """Each thing that follows takes the place of the last one like it; None where the first of them is like none."""
    slots = slots_of(said, known)
    before = [one for one in slots if one.end <= mark.start() and _is_near(said, one, mark, reach)]
    swaps, at = list[_Swap](), mark.end()
    while swap := _swap(said, slots, before, at):
        swaps, at = [*swaps, swap], swap.until
        before = [one for one in before if one.end != swap.end]
    if not swaps and mark["said"] and (thing := _things(said, mark)):
        swaps = [thing]
    return _with(said, mark, swaps) if swaps else None


def _is_near(said: Said, slot: Slot, mark: re.Match[str], reach: int) -> bool:
    between = said.at(mark.start()) - said.at(slot.end)
    return between <= (reach if mark["said"] else 0)


def _swap(said: Said, slots: Sequence[Slot], before: Sequence[Slot], at: int) -> _Swap | None:
    """What is told from there on, instead of what was told before."""
    lead = _LEAD.match(said.folded, at)
    begin = lead.end() if lead else at
    new = next((one for one in slots if at <= one.start <= begin <= one.own), None)
    old = next((one for one in reversed(before) if new and one.kind == new.kind), None)
    if new and _GOES_ON.match(said.folded, new.end):
        return None
    if new and old and not _is_number_of(before, new):
        is_of = said.folded[at:begin].split()[-1:] in (["de"], ["del"])
        is_bare = new.own == new.start and (new.kind == FIGURE or is_of)
        return _Swap(old.own if is_bare else old.start, old.end, said.spoken(new.start, new.end), new.end + 1)
    if number := _NUMBER_ALONE.match(said.folded, begin):
        return _number(said, before, number)
    return _name(said, before, begin)


def _is_number_of(before: Sequence[Slot], new: Slot) -> bool:
    """«Oficina 301, perdón, 302»."""
    return new.kind == FIGURE and new.own == new.start and before[-1].kind not in UNNUMBERED


def _number(said: Said, before: Sequence[Slot], found: re.Match[str]) -> _Swap | None:
    """«Piso 1, no, el 2», «no, en el tercero»; «en 10 minutos, no, en 20»."""
    old = next((one for one in reversed(before) if one.kind == LENGTH or one.kind not in UNNUMBERED), None)
    if old and old.kind == LENGTH:
        until = old.start + said.folded[old.start : old.end].index(" ")
        return _Swap(old.start, until, unended(said.spoken(found.start(), found.end())), found.end() + 1)
    (said_so,) = said.spoken(found.start(), found.end())
    (word,) = unended([said_so])
    whole = re.sub(r"(primer|tercer)o$", r"\1", word)  # «el tercero» is «tercer piso»
    floor = f"{old.kind} {word}" if old and word[0].isdigit() else f"{whole} piso"
    floor += said_so[len(word) :]
    return _Swap(old.start, old.end, [floor], found.end() + 1) if old else None


def _name(said: Said, before: Sequence[Slot], begin: int) -> _Swap | None:
    """«Habla Rosa Díaz, perdón, Rosa Ruiz»: to the next sign, and none of the words of a sentence."""
    old = next((one for one in before if one.kind == NAME), None)
    sign = said.folded.find("| ", begin)
    until = sign if sign >= 0 else len(said.folded)
    words = said.spoken(begin, until)
    is_name = old is not None and 0 < len(words) == count_name(
        unended(words), NOTHING_KNOWN, is_introduced=True
    )
    return _Swap(old.start, old.end, words, until) if old and is_name else None


def _things(said: Said, mark: re.Match[str]) -> _Swap | None:
    """«El outlook, digo, el excel»."""
    old = _LAST_THING.search(said.folded, 0, mark.start())
    new = _NEXT_THING.match(said.folded, mark.end())
    if not (old and new):
        return None
    return _Swap(old.start(), old.end(), said.spoken(new.start(), new.end()), new.end())


def _with(said: Said, mark: re.Match[str], swaps: Sequence[_Swap]) -> str:
    """The words before the mark with what was swapped, and those behind the last swap."""
    told, at = list[str](), 0
    for swap in sorted(swaps, key=lambda one: one.start):
        is_last = said.at(swap.end) == said.at(mark.start())
        told += [*said.words[at : said.at(swap.start)], *(swap.words if is_last else unended(swap.words))]
        at = said.at(swap.end)
    rest = said.words[said.at(swaps[-1].until) :]
    whole = " ".join([*told, *said.words[at : said.at(mark.start())], *rest])
    return whole if rest else whole.rstrip(" ,;:")
