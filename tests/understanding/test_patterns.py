"""No pattern that a text is read with looks back and forth: each is tried on what would make it, of its own words."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from itertools import chain, cycle
from random import Random

import pytest

from itgov_bot import understanding
from itgov_bot.patterns import Uncompiled
from itgov_bot.understanding.language.bounds import MAX_CHARS

SECONDS = 0.02 * 3
"""Twenty thousandths is the slowest on a machine of its own; three times as long where others work too."""
MANY = 6
SIGNS = (" ", "\n", "a", "1", ".", "-", ", ", "x ", "1 ", "a@", "1:", "1/", "2 horas y ", "a@b.co ")
_SYNTAX = re.compile(r"\(\?(?:P<\w+>|[<=!:]+)|\\[a-zA-Z]")
_WORD = re.compile(r"[a-zñáéíóúü]+")


def patterns() -> dict[str, re.Pattern[str]]:
    """By where they are, every one that a module of `understanding` holds, also in its tables."""
    found: dict[re.Pattern[str], str] = {}
    for info in pkgutil.walk_packages(understanding.__path__, f"{understanding.__name__}."):
        for name, value in vars(importlib.import_module(info.name)).items():
            for at, pattern in enumerate(inside(value)):
                found.setdefault(pattern, f"{info.name.rpartition('.')[2]}.{name}.{at}")
    return {name: pattern for pattern, name in found.items()}


def inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, Uncompiled):
        yield re.compile(value.pattern, value.flags)
    elif isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from inside(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from inside(each)


def hostile_to(pattern: re.Pattern[str]) -> Iterator[str]:
    """Long texts of signs, and of the words in the pattern: one again and again, and all of them in any order."""
    chance = Random(0)
    words = list(dict.fromkeys(_WORD.findall(_SYNTAX.sub(" ", pattern.pattern)))) or ["a"]
    repeated = map("".join, zip(chance.sample(words, min(MANY, len(words))), cycle((" ", "  ", ", "))))
    for piece in (*SIGNS, *repeated):
        yield (piece * MAX_CHARS)[:MAX_CHARS]
    for _ in range(MANY):
        some = chance.choices(words, k=MAX_CHARS // 3)
        between = chance.choices((" ", " ", "  ", ", ", " 1 "), k=len(some))
        yield "".join(chain.from_iterable(zip(some, between, strict=True)))[:MAX_CHARS]


PATTERNS = patterns()
MODULES = sorted({name.partition(".")[0] for name in PATTERNS})


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """The fastest of some readings, where the first one took long."""
    first = seconds_once(pattern, text)
    return first if first <= SECONDS else min(seconds_once(pattern, text) for _ in range(3))


def seconds_once(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    sum(1 for _ in pattern.finditer(text))
    pattern.fullmatch(text)
    return time.process_time() - start


def test_there_are_patterns() -> None:
    assert len(PATTERNS) > 200


@pytest.mark.timing
@pytest.mark.parametrize("module", MODULES)
def test_its_patterns_read_hostile_texts_quickly(module: str) -> None:
    of_it = {name: one for name, one in PATTERNS.items() if name.startswith(f"{module}.")}
    slow = [
        (name, text[:40])
        for name, pattern in of_it.items()
        for text in hostile_to(pattern)
        if seconds(pattern, text) > SECONDS
    ]
    assert slow == []
