"""The vectors of the phrases, encoded once and kept: a phrase that stays is never encoded again."""

import hashlib
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from itgov_bot.atomic_write import written_whole

from .encoder import Encoder, Vectors


class PhraseVectors:
    """Those of one encoder; a folder that cannot be read or written is no failure, only slower next time."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        self._encoder = encoder
        self._file = folder / f"vectors-{encoder.name}.npz"
        self._kept = _read(self._file)

    def missing(self, texts: Iterable[str]) -> list[str]:
        """The texts that must be encoded first, each once."""
        return [text for text in dict.fromkeys(texts) if _key(text) not in self._kept]

    def add(self, texts: Sequence[str]) -> None:
        vectors = self._encoder.encode(texts).astype(np.float16)
        self._kept.update(zip(map(_key, texts), vectors, strict=True))

    def of(self, texts: Iterable[str]) -> Vectors:
        """A row a text; none may be missing."""
        return np.array([self._kept[_key(text)] for text in texts], np.float32)

    def keep(self, texts: Iterable[str]) -> None:
        """Writes those of these texts, and forgets what is no phrase any more."""
        keys = [key for key in dict.fromkeys(map(_key, texts)) if key in self._kept]
        vectors = np.array([self._kept[key] for key in keys])
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with written_whole(self._file) as path, path.open("wb") as target:
                np.savez(target, keys=np.array(keys, np.uint64), vectors=vectors)
        except OSError:
            return


def _key(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())


def _read(file: Path) -> dict[int, npt.NDArray[np.float16]]:
    try:
        with np.load(file, allow_pickle=False) as stored:
            return dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return {}
