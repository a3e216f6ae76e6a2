"""Regular expressions that are compiled when they are first asked: a start needs few of the thirteen hundred, and to compile
one takes as long as hundreds of searches. Whatever is looked for by a name is written with `regex`."""

import re
from typing import Any, cast


def regex(written: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but a mistake in it is found when it is first used (a test compiles them all). What is found knows it
    by its text alone (`found.re.pattern`)."""
    return cast("re.Pattern[str]", Uncompiled(written, flags))


class Uncompiled:
    """What a compiled pattern can do is looked up there once, and kept: from then on a search costs no more than its own."""

    __slots__ = (
        "_compiled", "_flags", "findall", "finditer", "fullmatch", "groupindex", "groups", "match", "pattern", "search",
        "split", "sub", "subn",
    )  # fmt: skip

    def __init__(self, written: str, flags: int) -> None:
        self.pattern, self._flags = written, int(flags)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Uncompiled) and self._written() == other._written()

    def __hash__(self) -> int:
        return hash(self._written())

    def _written(self) -> tuple[str, int]:
        return self.pattern, self._flags

    def __getattr__(self, name: str) -> Any:
        """Asked for what is not kept yet."""
        found = (
            re.compile(self.pattern, self._flags) if name == "_compiled" else getattr(self._compiled, name)
        )
        if name in self.__slots__:
            setattr(self, name, found)
        return found
