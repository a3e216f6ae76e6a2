"""How phrases are placed by what the other authors wrote: strict, as every phrase has one label only."""

from typing import Any

import numpy as np
import numpy.typing as npt

from .chances import Chances
from .fitting import Placed
from .phrases import OTHERS
from .reliability import expected_error, steps_of


def quality(placed: Placed, chances: Chances) -> dict[str, Any]:
    """By author and for all: how often the right label comes first, or among three; and whether the first service is
    right as often as its probability says."""
    own = placed.scores[np.arange(len(placed.phrases)), placed.truth]
    better = (placed.scores > own[:, None]).sum(axis=1)
    voices = np.array([phrase.voice for phrase in placed.phrases])
    figures: dict[str, Any] = {"labels": len(placed.labels), "voices": {}}
    for voice in sorted(set(voices.tolist())):
        figures["voices"][voice] = _shares(better[voices == voice])
    services = np.array([label not in OTHERS for label in placed.labels])
    shares = np.where(services, chances.shares(placed.labels, placed.scores), 0.0)
    right = shares.argmax(axis=1) == placed.truth
    steps = steps_of(zip(shares.max(axis=1).tolist(), right.tolist(), strict=True))
    return figures | _shares(better) | {"ece": expected_error(steps)}


def _shares(better: npt.NDArray[np.int64]) -> dict[str, Any]:
    """From how many labels were placed before the right one."""
    return {
        "phrases": len(better),
        "top_1": round(float((better < 1).mean()), 4),
        "top_3": round(float((better < 3).mean()), 4),
    }
