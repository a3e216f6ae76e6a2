"""The process model asked in words: who answers for what, and which dependencia somebody means."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from itgov_bot.domain.processes import Process, ProcessModel
from itgov_bot.patterns import regex

from .language.folding import OF_A_TURN, plain
from .language.fuzzy import NamesCompared, likeness
from .language.where.offices import IGNORED, office_meant

MIN_LIKENESS = 40
"""Of 100: so much of the question must be covered by a text of the process."""
SURE_LIKENESS = 90
"""Of 100: from here on a matter is named."""
NEAR_BEST_SHARE = 0.75
"""What falls farther behind the best match is noise."""
_AND = regex(r"(?<!\s)\s+[ye]\s+|(?:(?<!\s)\s+)?[,;]\s*", re.IGNORECASE)
_PIECES = regex(r",|\bpiso\b", re.IGNORECASE)
PART_SHARE = 0.95
"""Equal cover: the process whose own name says it comes before one that has it as a part."""


@dataclass(frozen=True)
class Match:
    """A process found by a question; `subprocesses` are those that answer it (may be none). `score`: 0 to 100.

    `nearest_for` is the matter that no process prints, for which this is only the nearest office.
    """

    process: Process
    subprocesses: tuple[str, ...]
    score: float
    nearest_for: str | None = None


@lru_cache(OF_A_TURN)
def search(model: ProcessModel, text: str) -> tuple[Match, ...]:
    """Processes that answer the question, best first; of several matters those of the first that is found. Empty when
    nothing fits."""
    matters = (text, *_AND.split(text)) if _AND.search(text) else (text,)
    return tuple(next((found for matter in matters if (found := _search(model, matter))), ()))


def _search(model: ProcessModel, text: str) -> list[Match]:
    asked = " ".join(word for word in plain(text).split() if word not in IGNORED)
    if not asked:
        return []
    covered = _compared(model.processes).likeness(asked)
    found = [_match(process, covered) for process in model.processes]
    if near := _nearest(model, asked, covered, max((match.score for match in found), default=0.0)):
        return [near]
    best = max((match.score for match in found), default=0.0)
    kept = [match for match in found if match.score >= max(MIN_LIKENESS, best * NEAR_BEST_SHARE)]
    return sorted(kept, key=lambda match: -match.score)


@lru_cache(1)
def _compared(processes: tuple[Process, ...]) -> NamesCompared:
    """All that is printed of them."""
    return NamesCompared(
        name for one in processes for name in (*_own(one), *one.subprocesses, *one.nearest_for)
    )


def _own(process: Process) -> tuple[str, ...]:
    return process.name, process.office, process.responsible or ""


def _nearest(model: ProcessModel, asked: str, covered: Mapping[str, float], printed: float) -> Match | None:
    """The office that is nearest to a matter named in full, unless one that is printed is."""
    named = [(process, topic) for process in model.processes for topic in process.nearest_for]
    rated = [(covered[topic], process, topic) for process, topic in named if _names(asked, topic)]
    score, process, topic = max(rated, key=lambda one: one[0], default=(0.0, None, ""))
    is_topic = any(plain(name) == asked for _, name in named)
    is_printed = not is_topic and printed >= max(SURE_LIKENESS, score * NEAR_BEST_SHARE)
    return Match(process, (), score, topic) if process and not is_printed else None


def _names(asked: str, topic: str) -> bool:
    return likeness(topic, asked) >= SURE_LIKENESS


def find_department(model: ProcessModel, typed: str) -> str | None:
    """The dependencia that somebody means: by its name, or by words that only one office has."""
    said = plain(typed)
    same = [name for name in model.dependencias if plain(name) == said]
    return same[0] if same else office_meant(typed, model.offices)


def office_of_place(model: ProcessModel, place: str) -> str | None:
    """The office that a place is in: «Secretaría de Hacienda, piso 2», «Gestión Documental», «hacienda piso 3»."""
    said = plain(place)
    named = ((name, one.office) for one in model.processes for name in (one.office, one.name))
    begins = next((office for name, office in named if said.startswith(plain(name))), None)
    pieces = [place, *_PIECES.split(place)]
    return begins or next((found for one in pieces if (found := office_meant(one, model.offices))), None)


def _match(process: Process, covered: Mapping[str, float]) -> Match:
    own = [covered[text] for text in _own(process)]
    parts = {subprocess: covered[subprocess] for subprocess in process.subprocesses}
    best_part = max(parts.values(), default=0.0)
    answering = tuple(name for name, score in parts.items() if score >= MIN_LIKENESS and score == best_part)
    return Match(process, answering, max(*own, best_part * PART_SHARE))
