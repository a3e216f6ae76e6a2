"""Who stands in for whom, and when, in an order to cover a turn of duty: «@ana sábado 8 pm a domingo 8 am», «a Carla con
Darío el domingo». What is written in more than one way, or leaves something open, is not `is_plain`: it is shown first."""

import re
from collections.abc import Callable, Sequence

from itgov_bot.records import dataclass

from ..folding import fold, word_set
from ..time.spans import is_exact_span, untimed

MAX_NAME_WORDS = 4
_BESIDE_NAMES = word_set(
    "a al con por en lugar vez de cubre cubra cubrir cubriendo reemplaza reemplace que la guardia turno y"
)
_NO_END_OF_NAME = _BESIDE_NAMES | word_set("del desde el los hasta toda todo este esta")
_BEFORE_COVERED = word_set("a al por lugar vez")
_NUMBER_OF_TIME = word_set("al a de y hasta am pm - – de:")


@dataclass(frozen=True, slots=True)
class CoverTold:
    """`by` is who comes and `instead` whose turn it is, as they were written; empty where nobody was named. `unread`: words
    that are neither name nor time. `is_plain`: one name, a time that is read one way alone, and nothing else."""

    by: str
    instead: str
    when: str
    unread: str = ""
    is_plain: bool = False


def cover_told(text: str, is_name: Callable[[str], bool]) -> CoverTold | None:
    """None where more than two are named. `is_name`: whether words name somebody the desk knows."""
    words = text.split()
    names, rest = names_in(words, is_name)
    if len(names) > 2:
        return None
    if not names:
        return CoverTold(" ".join(words[:1]), "", " ".join(words[1:]))
    by, instead = _parts(names)
    when = " ".join(rest)
    is_first_alone = len(names) == 1 and not names[0][0] and words[: len(by.split())] == by.split()
    return CoverTold(by, instead, when, untimed(when), is_first_alone and is_exact_span(when))


_Named = tuple[frozenset[str], str]
"""The words that stood before a name, and the name."""


def names_in(words: Sequence[str], is_name: Callable[[str], bool]) -> tuple[list[_Named], list[str]]:
    """The names with the words that stood before each, and the words that are left: when it is."""
    names: list[_Named] = []
    rest: list[str] = []
    at = 0
    while at < len(words):
        count = _name_at(words, at, is_name)
        if not count:
            rest.append(words[at])
            at += 1
            continue
        before = set()
        while rest and fold(rest[-1]) in _BESIDE_NAMES:
            before.add(fold(rest.pop()))
        names.append((frozenset(before), " ".join(words[at : at + count]).strip(",")))
        at += count
    return names, _without_link(rest)


def _name_at(words: Sequence[str], at: int, is_name: Callable[[str], bool]) -> int:
    """How many words from there on are a name; a number is one at the beginning, where it is none of a time."""
    word = words[at]
    if word.startswith("@"):
        return 1
    if word.isdecimal():
        follows = fold(words[at + 1]) if at + 1 < len(words) else ""
        return int(at == 0 and follows not in _NUMBER_OF_TIME)
    longest = (words[at : at + count] for count in range(min(MAX_NAME_WORDS, len(words) - at), 0, -1))
    whole = (said for said in longest if not {fold(said[0]), fold(said[-1])} & _NO_END_OF_NAME)
    return next((len(said) for said in whole if is_name(" ".join(said))), 0)


def _without_link(rest: list[str]) -> list[str]:
    """«El sábado cubre Darío»: the verb tells no time."""
    return [
        word
        for word in rest
        if not re.fullmatch(r"cubr\w*|reemplac?z?\w*|cambi\w+|guardia|turno", fold(word))
    ]


def _parts(names: Sequence[_Named]) -> tuple[str, str]:
    """Who comes, and instead of whom."""
    (before, one), *others = names
    if not others:
        return ("", one) if before & _BEFORE_COVERED else (one, "")
    then, other = others[0]
    is_first_covered = "con" in then or (before & {"a", "al"} and not then & {"a", "al"})
    return (other, one) if is_first_covered else (one, other)
