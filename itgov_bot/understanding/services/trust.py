"""How far the scores of the ranker can be trusted: fitted by `fitting`, kept as plain data, read at start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from itgov_bot.records import dataclass

from .chances import KINDS, Array, Chances
from .several import EVIDENCE, Several


@dataclass(frozen=True)
class Trust:
    """What probabilities the scores are, and when pieces of a message are several problems."""

    chances: Chances
    several: Several

    def data(self) -> dict[str, Any]:
        """As it is written: numbers with their names."""
        kinds = {
            kind: [*_rounded(row), round(float(bias), 4)]
            for kind, row, bias in zip(KINDS, self.chances.weights, self.chances.bias, strict=True)
        }
        several = dict(zip(EVIDENCE, _rounded(self.several.weights), strict=True))
        return {
            "kinds": kinds,
            "sharpness": self.chances.sharpness,
            "several": several | {"bias": round(self.several.bias, 4)},
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Trust:
        """What `data` wrote. Raises KeyError, TypeError or ValueError for anything else."""
        kinds = np.array([data["kinds"][kind] for kind in KINDS], float)
        weights = np.array([data["several"][name] for name in EVIDENCE], float)
        if kinds.shape != (len(KINDS), len(KINDS) + 1):
            raise ValueError("kinds")
        chances = Chances(kinds[:, :-1], kinds[:, -1], float(data["sharpness"]))
        return cls(chances, Several(weights, float(data["several"]["bias"])))


UNFITTED = Trust(
    Chances(np.eye(len(KINDS)) * 4.0, np.zeros(len(KINDS)), 4.0), Several(np.zeros(len(EVIDENCE)), -1.0)
)
"""Where all phrases are of one author, so that nothing can be learnt from strangers."""


def _rounded(values: Array) -> list[float]:
    return [round(float(value), 4) for value in values]
