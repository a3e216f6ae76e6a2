"""Short messages read by the words in them, whatever their order: one word of every group must stand there, and no other
than those that may stand beside them. What says more says something else.

Rows are written as a table, each with what it means: `phone  telefono celular / de del (cual deme da) +name`. Groups stand
apart by `/`, in brackets what may stand beside them; `+name` is a name besides, `+whatever` anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.patterns import regex

from .folding import rows_of, word_set

MAX_NAME_WORDS = 2
_WRITTEN = regex(r"(?P<groups>[^(+]+)(?:\((?P<beside>[^)]*)\) *)?(?:\+(?P<other>name|whatever))?")


@dataclass(frozen=True, slots=True)
class Row:
    """`groups`: one word of each; `beside`: what else may stand there; `other`: a name besides, or whatever; `no_name`: what
    is none."""

    groups: tuple[frozenset[str], ...]
    beside: frozenset[str]
    other: str | None = None
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


def rows(
    table: str, filling: frozenset[str], no_name: frozenset[str] = frozenset()
) -> tuple[tuple[str, Row], ...]:
    """What each row means, and the row. `filling` may stand beside any of them. Raises ValueError."""
    return tuple((means, _row(written, filling, no_name)) for means, written in rows_of(table))


def _row(written: str, filling: frozenset[str], no_name: frozenset[str]) -> Row:
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise ValueError(written)
    groups = tuple(map(word_set, found["groups"].split("/")))
    return Row(groups, word_set(found["beside"] or "") | filling, found["other"], no_name)
