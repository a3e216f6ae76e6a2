"""No pattern that a text is read with looks back and forth: each is tried on what would make it, of its own words."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from itertools import chain, cycle
from random import Random

import pytest

import handlers
import itgov_bot
from itgov_bot.conversation.plain_readers import MAX_TEXT
from itgov_bot.patterns import Uncompiled
from itgov_bot.understanding.language.bounds import MAX_CHARS

SECONDS = 0.02 * 3
"""Twenty thousandths is the slowest on a machine of its own; three times as long where others work too."""
MANY = 6
SIGNS = (" ", "\n", "a", "1", ".", "-", ", ", "x ", "1 ", "a@", "1:", "1/", "2 horas y ", "a@b.co ")
BY_MATCH = {
    "desk.mailbox._ADDRESS",
    "handlers.terminal._ATTACHING",
    "conversation.flows.hearing.message._DIGITS",
    "rendering.sheets._FORMULA",
    "domain.indicators.definition._TIMES_HUNDRED",
}
"""What nothing is searched for with: from the beginning of a text it is found or not."""
_SYNTAX = re.compile(r"\(\?(?:P<\w+>|[<=!:]+)|\\[a-zA-Z]")
_WORD = re.compile(r"[a-zñáéíóúü]+")


def patterns() -> dict[str, re.Pattern[str]]:
    """By where they are, every one that a module of ours holds, also in its tables."""
    found: dict[re.Pattern[str], str] = {}
    for package in (itgov_bot, handlers):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if info.name.endswith("__main__") or ".migrations." in info.name:
                continue
            for name, value in vars(importlib.import_module(info.name)).items():
                for at, pattern in enumerate(inside(value)):
                    found.setdefault(pattern, f"{info.name.removeprefix('itgov_bot.')}.{name}.{at}")
    return {name: pattern for pattern, name in found.items()}


def inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, Uncompiled):
        yield re.compile(value.pattern, value.flags)
    elif isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from inside(tuple(value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from inside(each)


def hostile_to(pattern: re.Pattern[str], length: int = MAX_CHARS) -> Iterator[str]:
    """Long texts of signs, and of the words in the pattern: one again and again, and all of them in any order."""
    chance = Random(0)
    words = list(dict.fromkeys(_WORD.findall(_SYNTAX.sub(" ", pattern.pattern)))) or ["a"]
    repeated = map("".join, zip(chance.sample(words, min(MANY, len(words))), cycle((" ", "  ", ", "))))
    for piece in (*SIGNS, *repeated):
        yield (piece * length)[:length]
    for _ in range(MANY):
        some = chance.choices(words, k=length // 3)
        between = chance.choices((" ", " ", "  ", ", ", " 1 "), k=len(some))
        yield "".join(chain.from_iterable(zip(some, between, strict=True)))[:length]


PATTERNS = patterns()


def of_module(name: str) -> str:
    """Those of `understanding` by its folders."""
    return ".".join(name.split(".")[:-2])


MODULES = sorted({of_module(name) for name in PATTERNS})


def slow_for(pattern: re.Pattern[str], *, searched: bool = True, length: int = MAX_CHARS) -> list[str]:
    """The beginnings of the texts that it takes too long over."""
    hostile = hostile_to(pattern, length)
    return [text[:40] for text in hostile if seconds(pattern, text, searched=searched) > SECONDS]


def seconds(pattern: re.Pattern[str], text: str, *, searched: bool) -> float:
    """The fastest of some readings, where the first one took long."""
    first = seconds_once(pattern, text, searched=searched)
    return (
        first if first <= SECONDS else min(seconds_once(pattern, text, searched=searched) for _ in range(3))
    )


def seconds_once(pattern: re.Pattern[str], text: str, *, searched: bool) -> float:
    start = time.process_time()
    if searched:
        sum(1 for _ in pattern.finditer(text))
    pattern.match(text)
    pattern.fullmatch(text)
    return time.process_time() - start


def test_there_are_patterns() -> None:
    assert len(PATTERNS) > 1000
    assert {name.rpartition(".")[0] for name in PATTERNS} >= BY_MATCH


@pytest.mark.timing
@pytest.mark.parametrize("module", MODULES)
def test_its_patterns_read_hostile_texts_quickly(module: str) -> None:
    """Whatever is no matter of the understanding is given to its readers as long as it may be written."""
    length = MAX_CHARS if module.startswith("understanding.") else MAX_TEXT
    slow = {
        name: found
        for name, pattern in PATTERNS.items()
        if of_module(name) == module
        and (found := slow_for(pattern, searched=name.rpartition(".")[0] not in BY_MATCH, length=length))
    }
    assert slow == {}
