"""Stub."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Introduction:
    matter: str
    name: str | None = None
    place: str | None = None
    contact: str | None = None


def introduction(text: str, offices: Sequence[str]) -> Introduction:
    return Introduction(text)
