"""The process model: who answers for what, and the dependencias a person chooses from.
Filled by `reference`; used by conversation and wording."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from .catalog import Correction
from .text import folded

_LOOSE = 0.7  # worth of a word that only begins alike: contratos ~ contratación
_UNKNOWN = 3  # a word of no process weighs like one that three of them use
_ENOUGH = 0.4  # share of the question's weight a text must cover
_NEAR_BEST = 0.75  # what falls far behind the best match is noise


@dataclass(frozen=True)
class Process:
    """`responsible` is the printed post; `office` the readable name of its dependencia, which is ours."""

    macroprocess: str
    name: str
    subprocesses: tuple[str, ...]
    responsible: str | None
    office: str
    documents: str | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class Match:
    """A process found by a question; `subprocesses` are those that answer it (may be none)."""

    process: Process
    subprocesses: tuple[str, ...]
    score: float


@dataclass(frozen=True)
class ProcessModel:
    """All processes in printed order."""

    processes: tuple[Process, ...]

    @property
    def offices(self) -> tuple[str, ...]:
        """Readable dependencias, once each."""
        return tuple(dict.fromkeys(process.office for process in self.processes))

    @property
    def dependencias(self) -> tuple[str, ...]:
        """Names a person may choose or type: the readable ones, then the processes' own."""
        return tuple(dict.fromkeys([*self.offices, *(process.name for process in self.processes)]))

    def dependencia(self, typed: str) -> str | None:
        """The dependencia that somebody means: by its name, or by words that only one office has."""
        asked = set(_words(typed))
        same = [name for name in self.dependencias if set(_words(name)) == asked]
        told = asked - IGNORED
        holding = [office for office in self.offices if told and told <= set(_words(office))]
        if same:
            return same[0]
        return holding[0] if len(holding) == 1 else None

    def search(self, text: str) -> list[Match]:
        """Processes that answer the question, best first; empty when nothing fits."""
        words = [word for word in _words(text) if word not in IGNORED]
        weights = {word: self._weight(word) for word in words}
        if not weights:
            return []
        found = [_match(process, weights) for process in self.processes]
        best = max((match.score for match in found), default=0.0)
        kept = [match for match in found if match.score >= max(_ENOUGH, best * _NEAR_BEST)]
        return sorted(kept, key=lambda match: -match.score)

    def _weight(self, word: str) -> float:
        """Rare words say more. A word of no process counts too: "buses de salud" is no full match."""
        uses = sum(1 for words in self._vocabulary if any(_alike(word, other) for other in words))
        return math.log(1 + len(self.processes) / (uses or _UNKNOWN))

    @cached_property
    def _vocabulary(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(_words(" ".join(_texts(process)))) for process in self.processes)


def _texts(process: Process) -> list[str]:
    return [process.name, process.office, process.responsible or "", *process.subprocesses]


def _match(process: Process, weights: dict[str, float]) -> Match:
    own = [_covered(text, weights) for text in (process.name, process.office, process.responsible or "")]
    parts = {subprocess: _covered(subprocess, weights) for subprocess in process.subprocesses}
    best_part = max(parts.values(), default=0.0)
    answering = tuple(name for name, score in parts.items() if score >= _ENOUGH and score == best_part)
    # Equal cover: the process whose own name says it comes before one that has it as a part.
    score = max(max(own), best_part * 0.95)
    return Match(process, answering, score)


def _covered(text: str, weights: dict[str, float]) -> float:
    """Share of the question's weight that the text's words cover, 0 to 1."""
    words = list(_words(text))
    gained = (
        weight * max((_alike(word, other) for other in words), default=0.0)
        for word, weight in weights.items()
    )
    return sum(gained) / sum(weights.values())


def _alike(asked: str, written: str) -> float:
    if asked == written:
        return 1.0
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(asked, written, strict=False)))
    return _LOOSE if shared >= max(5, len(asked) - 2) else 0.0


def _words(text: str) -> Iterable[str]:
    """Words without ticket, accents or plural ending (a final e goes too: responsable, responsables)."""
    for word in folded(text).split():
        yield word if len(word) <= 4 else re.sub(r"(?<=[lrndj])es?$|s$", "", word)


# Words of the question, not of the subject: "¿quién responde por el archivo?".
IGNORED = frozenset(
    _words(
        """a al ante cada como con cual cuando de del desde donde e el ella en es esa ese eso esta este esto
        la las le les lo los me mi o para por que quien se si sobre son su un una unas unos y
        cargo encarga encargada encargado hace hay jefe lleva maneja necesito puedo quiero responde responden
        responsable saber ser tema tiene toca ver
        alcaldia cartagena dependencia distrital gestion oficina proceso subproceso
        buenas buenos dias favor gracias hola tardes"""
    )
)
