"""What is measured with authors kept out, and therefore takes long: how far scores can be trusted, and the judge of urgency.

`itgov train` writes it to `vocabulary/calibration.yaml`; a start reads it and only fits the rankers themselves. It goes on
holding when a few phrases change; `itgov vocabulary check` says when it was fitted on others.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from itgov_bot.atomic_write import written_whole
from itgov_bot.records import dataclass

from .language.word_file import FOLDER, WordFile
from .services.trust import Trust
from .urgency.judge import Judge

FILE = "calibration.yaml"
KEYS = ("fitted_on", "services", "judge", "quality")
HEADER = "# La escribe `itgov train`; no se edita a mano. Se ajusta con autores apartados, y por eso tarda.\n"


@dataclass(frozen=True)
class Calibration:
    """`trust`: what the scores of services are worth. `quality`: how phrases are placed by what the other authors wrote.
    `fitted_on`: the fingerprint of the phrases and words it was fitted on."""

    fitted_on: str
    trust: Trust
    judge: Judge
    quality: Mapping[str, Any]


def read_calibration(data: Path) -> Calibration | None:
    """None where there is no file. Raises VocabularyError when it is not one that `itgov train` wrote."""
    if not (data / FOLDER / FILE).is_file():
        return None
    file = WordFile(data, FILE, KEYS)
    try:
        judge = file.get("judge")
        weights, bias = (np.array(judge[part], np.float32) for part in ("weights", "bias"))
        read = Judge(weights, bias, tuple(judge["labels"]))
        return Calibration(file.get("fitted_on"), Trust.of(file.get("services")), read, file.get("quality"))
    except (KeyError, TypeError, ValueError):
        file.refuse("contenido", "no es lo que escribe `itgov train`", "bórrelo o ejecute `itgov train`")


def write_calibration(data: Path, found: Calibration) -> None:
    """Raises OSError where the data folder cannot be written."""
    judge = {
        "labels": list(found.judge.labels),
        "bias": _rounded(found.judge.bias),
        "weights": [_rounded(row) for row in found.judge.weights],
    }
    content = {
        "fitted_on": found.fitted_on,
        "services": found.trust.data(),
        "judge": judge,
        "quality": dict(found.quality),
    }
    text = yaml.safe_dump(content, sort_keys=False, default_flow_style=None, width=120, allow_unicode=True)
    with written_whole(data / FOLDER / FILE) as path:
        path.write_text(HEADER + text, encoding="utf-8")


def _rounded(values: Any) -> list[float]:
    return [round(float(value), 4) for value in values]
