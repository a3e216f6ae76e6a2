"""`Meaning`: an encoder, and the phrases as it hears them. Read from the cache, or learned step by step."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from itgov_bot.atomic_write import written_whole
from itgov_bot.records import dataclass

from .encoder import MAX_LETTERS, Encoder
from .neighbours import KEPT_AS, Neighbours, Shares
from .vectors import PhraseVectors

WORDS_SAY, MEANING_SAYS = 0.6, 1.0
"""Their exponents in the product of the shares by the words and by the meaning; fitted on authors kept out."""
MAX_REMEMBERED = 2_000
"""Messages of which the meaning is remembered."""
CHUNK = 16
"""So many phrases are encoded at once: between two chunks the work can be left, and messages come to their turn."""
KEPT_EVERY = 2_000
"""After so many new ones all are kept, so that an interrupted work goes on where it was."""


@dataclass(frozen=True)
class Meaning:
    """How an encoder hears a message beside the phrases."""

    encoder: Encoder
    neighbours: Neighbours

    def shares(self, text: str) -> Shares:
        """How likely each subject is. Encodes a text that is new."""
        return self._shares(text[:MAX_LETTERS])

    def beside(self, labels: Sequence[str], shares: Shares, text: str) -> Shares:
        """The shares of these labels by the words of a text, multiplied by those of its meaning. As they were for labels
        that it does not know."""
        if tuple(labels) != self.neighbours.labels:
            return shares
        both = np.maximum(shares, 1e-9) ** WORDS_SAY * self.shares(text) ** MEANING_SAYS
        return np.asarray(both / both.sum())

    @cached_property
    def _shares(self) -> Callable[[str], Shares]:
        return lru_cache(MAX_REMEMBERED)(lambda text: self.neighbours.shares(self.encoder.encode([text])[0]))


def kept_meaning(encoder: Encoder, folder: Path, key: str) -> Meaning | None:
    """What was learned of the phrases of that key; None when it was of others, or cannot be read."""
    try:
        with np.load(_file(encoder, folder), allow_pickle=False) as stored:
            if stored["key"].item() != key:
                return None
            arrays = (
                stored["centre"],
                stored["turn"],
                stored["vectors"].astype(np.float32),
                stored["owners"],
            )
            return Meaning(encoder, Neighbours(tuple(stored["labels"].tolist()), *arrays))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None


def learning(
    texts: Sequence[str], subjects: Sequence[str], encoder: Encoder, folder: Path, key: str
) -> Iterator[Meaning | None]:
    """Encodes the phrases chunk by chunk (None after each), and says at the end what was learned."""
    vectors = PhraseVectors(encoder, folder)
    missing = vectors.missing(texts)
    for start in range(0, len(missing), CHUNK):
        vectors.add(missing[start : start + CHUNK])
        if (start + CHUNK) % KEPT_EVERY < CHUNK:
            vectors.keep(texts)
        yield None
    if missing:
        vectors.keep(texts)
    meaning = Meaning(encoder, Neighbours.of(vectors.of(texts), subjects))
    _keep(meaning, folder, key)
    yield meaning


def _keep(meaning: Meaning, folder: Path, key: str) -> None:
    """A folder that cannot be written is no failure, only slower next time."""
    found = meaning.neighbours
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with written_whole(_file(meaning.encoder, folder)) as path, path.open("wb") as target:
            np.savez(
                target,
                key=np.array(key),
                labels=np.array(found.labels),
                centre=found.centre,
                turn=found.turn,
                vectors=found.vectors.astype(KEPT_AS),
                owners=found.owners,
            )
    except OSError:
        return


def _file(encoder: Encoder, folder: Path) -> Path:
    return folder / f"meaning-{encoder.name}.npz"
