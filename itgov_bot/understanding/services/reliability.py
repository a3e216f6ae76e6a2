"""Whether a probability is one: how often what is said with a certainty turns out right."""

from collections.abc import Sequence
from typing import Any

import numpy as np

BINS = 10


def reliability(sure: Sequence[float], right: Sequence[bool]) -> dict[str, Any]:
    """By tenths of certainty how sure it was and how often it was right; `error` is the mean distance of the two, by
    messages (the expected calibration error), None without messages."""
    said, was = np.array(sure, float), np.array(right, float)
    tenths = np.minimum((said * BINS).astype(int), BINS - 1)
    found = [tenths == tenth for tenth in range(BINS) if (tenths == tenth).any()]
    rows = [
        {
            "sure": round(float(said[inside].mean()), 4),
            "right": round(float(was[inside].mean()), 4),
            "messages": int(inside.sum()),
        }
        for inside in found
    ]
    apart = [abs(row["sure"] - row["right"]) * row["messages"] for row in rows]
    return {"error": round(sum(apart) / len(said), 4) if rows else None, "tenths": rows}
