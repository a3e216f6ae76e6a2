"""Turns a block of alternatives, one or several a line, into one pattern of whole words."""

from __future__ import annotations

import re


def words_like(block: str, **parts: str) -> re.Pattern[str]:
    """Every line is an alternative (with its own `|` if it likes); `{name}` is replaced by the part of that name."""
    for name, part in parts.items():
        block = block.replace("{" + name + "}", "(?:" + "|".join(part.split()) + ")")
    lines = [line.strip() for line in block.splitlines() if line.strip()]
    return re.compile(rf"\b(?:{'|'.join(lines)})\b")
