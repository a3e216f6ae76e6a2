"""Short messages read by the words in them, whatever their order: one word of every group must stand there, and no other
than those that may stand beside them. What says more says something else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .folding import word_set

MAX_NAME_WORDS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """`groups`: one word of each; `beside`: what else may stand there; `other`: a name besides, or whatever; `no_name`: what
    is none."""

    groups: tuple[frozenset[str], ...]
    beside: frozenset[str]
    other: Literal["name", "whatever"] | None = None
    no_name: frozenset[str] = frozenset()

    def fits(self, words: Sequence[str]) -> tuple[str, ...] | None:
        """The words that are a name, perhaps none; None where something is missing, or too much."""
        if not all(group & set(words) for group in self.groups):
            return None
        known = self.beside.union(*self.groups)
        strange = [at for at, word in enumerate(words) if word not in known]
        if not strange or self.other == "whatever":
            return ()
        name = tuple(words[strange[0] : strange[-1] + 1])
        is_name = self.other == "name" and len(name) == len(strange) <= MAX_NAME_WORDS
        return name if is_name and not self.no_name & set(name) else None


def row(
    *groups: str,
    beside: str = "",
    other: Literal["name", "whatever"] | None = None,
    filling: frozenset[str] = frozenset(),
    no_name: frozenset[str] = frozenset(),
) -> Row:
    """Each group is its words with spaces between; `filling` may stand beside any of several rows."""
    return Row(tuple(map(word_set, groups)), word_set(beside) | filling, other, no_name)
