"""Keeps a trained model as arrays (.bin, never pickle) beside its facts (.json), named by what it was made from.

The arrays are not read but mapped: what no message needs takes no memory, and processes share what they do.
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from itgov_bot.atomic_write import written_whole

Arrays = Mapping[str, npt.NDArray[Any]]
Places = Mapping[str, tuple[str, list[int], int]]
"""Of arrays in their file, by name: the type of their numbers, their shape, and the byte where they begin."""
CHUNK_BYTES = 1 << 18
WRITTEN_BYTES = 1 << 12
"""At a time: of what was written in one go newer kernels map large pieces where a message touches a page of them."""
ALIGNED = 64
"""Bytes: numpy copies whatever does not begin where the processor likes it."""

BUILT = Path(__file__).parent / "built"
"""The model that was trained when the program was installed, for every home that has none of its own."""
MAX_KEPT = 4
"""Models that stay beside the newest one."""
CODE = (
    "model.py",
    "services/*.py",
    "meaning/*.py",
    "urgency/*.py",
    "figures/concepts.py",
    "figures/kinds.py",
    "inside/kinds.py",
    "language/folding.py",
    "language/managing/indicator_names.py",
    "language/time/days.py",
    "language/time/short_years.py",
    "language/time/stretch_rules.py",
    "language/time/stretches.py",
    "language/message/pieces.py",
    "language/questions.py",
    "language/request_type.py",
    "language/respelling.py",
    "language/sounds.py",
    "language/word_file.py",
)
SAID = ("catalog.yaml", "vocabulary/terms.yaml", "vocabulary/cues.yaml", "vocabulary/phrases/*.tsv")
DATA = (
    *SAID,
    "vocabulary/calibration.yaml",
    "vocabulary/managers.tsv",
    "vocabulary/agents.tsv",
    "vocabulary/called.tsv",
    "vocabulary/team.tsv",
    "vocabulary/drafts.tsv",
    "vocabulary/dangers.tsv",
    "vocabulary/asks.tsv",
    "vocabulary/events.tsv",
    "vocabulary/owners.tsv",
    "vocabulary/sight.tsv",
    "vocabulary/figures.yaml",
    "vocabulary/indicators.tsv",
    "indicators.yaml",
)
"""What a model is made from; the rest of the package and of the vocabulary only reads what it says."""


@dataclass(frozen=True)
class Stored:
    """A model as it is written: plain arrays and plain facts."""

    arrays: dict[str, npt.NDArray[Any]]
    facts: dict[str, Any]


def fingerprint(data: Path, extra: Iterable[str] = ()) -> str:
    """Changes with whatever a model is made from: phrases, terms, cues, the catalogue, the code that counts and ranks,
    and the phrases given as `extra`."""
    code = (file for part in CODE for file in Path(__file__).parent.glob(part))
    return _digest([*sorted(code), *_files(data, DATA)], extra)


def fingerprint_of_said(data: Path) -> str:
    """Changes with the phrases and words alone: what a calibration is fitted on."""
    return _digest(_files(data, SAID))


def _files(data: Path, parts: Iterable[str]) -> list[Path]:
    return sorted(file for part in parts for file in data.glob(part))


def _digest(files: Iterable[Path], extra: Iterable[str] = ()) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    for text in extra:
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()[:16]


def has(folder: Path, key: str) -> bool:
    return (folder / f"understanding-{key}.json").is_file()


def load_first(folders: Iterable[Path], key: str) -> Stored | None:
    """The stored model of that key in the first folder that has it."""
    return next((found for folder in folders if (found := load(folder, key))), None)


def load(folder: Path, key: str) -> Stored | None:
    """The stored model of that key; None when there is none or it cannot be read."""
    try:
        told = json.loads((folder / f"understanding-{key}.json").read_text(encoding="utf-8"))
        file = folder / f"understanding-{key}.bin"
        if _sum(file) != told["sum"]:
            return None
        return Stored(dict(_mapped(np.memmap(file, np.uint8, "r"), told["places"])), told["facts"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _sum(file: Path) -> int:
    """Read part by part: what is looked at through the map would stay in memory."""
    found = 0
    with file.open("rb") as opened:
        while part := opened.read(CHUNK_BYTES):
            found = zlib.crc32(part, found)
    return found


def _mapped(whole: npt.NDArray[np.uint8], places: Places) -> Iterable[tuple[str, npt.NDArray[Any]]]:
    for name, (kind, shape, begin) in places.items():
        yield name, np.ndarray(shape, kind, whole.data, begin)


def save(folder: Path, key: str, stored: Stored) -> bool:
    """Whether it could be kept; a folder that cannot be written is no failure, only slower next time."""
    whole, places = _laid_out(stored.arrays)
    told = {"facts": stored.facts, "places": places, "sum": zlib.crc32(whole)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        parts = (whole[begin : begin + WRITTEN_BYTES] for begin in range(0, len(whole), WRITTEN_BYTES))
        _write(folder / f"understanding-{key}.bin", lambda file: file.writelines(parts))
        text = json.dumps(told, ensure_ascii=False)
        _write(folder / f"understanding-{key}.json", lambda file: file.write(text.encode()))
    except OSError:
        return False
    _forget_others(folder, key)
    return True


def _laid_out(arrays: Arrays) -> tuple[bytearray, Places]:
    whole, places = bytearray(), dict[str, tuple[str, list[int], int]]()
    for name, array in arrays.items():
        whole += bytes(-len(whole) % ALIGNED)
        places[name] = array.dtype.str, list(array.shape), len(whole)
        whole += array.tobytes()
    return whole, places


def _write(target: Path, fill: Callable[[BinaryIO], object]) -> None:
    with written_whole(target) as path, path.open("wb") as file:
        fill(file)


def _forget_others(folder: Path, key: str) -> None:
    """Old models are thrown away, the newest few stay (an undone change finds its model again)."""
    models = sorted(folder.glob("understanding-*.json"), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in models[MAX_KEPT:]:
        if key not in old.name:
            old.unlink(missing_ok=True)
            old.with_suffix(".bin").unlink(missing_ok=True)
