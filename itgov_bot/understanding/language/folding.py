"""The one folding of text: what is compared anywhere is folded here first. And patterns of whole words over folded text,
and tables of words and patterns that are written as text."""

import re
import unicodedata
from functools import lru_cache

from itgov_bot.patterns import regex

_WORDS = regex(r"[a-z0-9]+")
_HELD_LETTER = regex(r"([a-z])\1{2,}")
_EMOJI_WORDS = {
    "👍": " ok ",
    "🙏": " gracias ",
    "👋": " hola ",
    "😂": " jaja ",
    "🤣": " jaja ",
    "❤": " gracias ",
    "✅": " ok ",
    "👎": " no ",
}


OF_A_TURN = 512
"""So many texts are kept as they were folded, or read in another way: the readers of a turn fold one message hundreds of
times, and look in it for a place or a name again and again."""


@lru_cache(OF_A_TURN)
def fold(text: str) -> str:
    """Lower case without accents; a letter held down ("holaaaa") counts once; a few emoji become words."""
    return _HELD_LETTER.sub(r"\1", text.lower() if text.isascii() else _bare(text))


def _bare(text: str) -> str:
    for emoji, word in _EMOJI_WORDS.items():
        text = text.replace(emoji, word)
    return unicodedata.normalize("NFKD", text.lower()).translate(_WITHOUT_MARKS)


class _WithoutMarks(dict[int, int | None]):
    """For `str.translate`: every sign stays but accents. Each is looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks()


def even(text: str) -> str:
    """Folded letter for letter: what is found in it stands at the same place in the text."""
    return text.lower() if text.isascii() else text.translate(_EVEN)


class _Even(dict[int, int]):
    """For `str.translate`: every sign is another one. Each is folded once."""

    def __missing__(self, code: int) -> int:
        folded = fold(chr(code))
        self[code] = ord(folded) if len(folded) == 1 else code
        return self[code]


_EVEN = _Even()


def plain(text: str) -> str:
    """The folded words alone, one space between them: without signs, and without the dots and dashes inside words."""
    return _known(text) if len(text) <= OF_THE_VOCABULARY else _of_a_turn(text)


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(fold(text)))


OF_THE_VOCABULARY = 40
"""Characters. So short are the words and names of the data, which every message is compared with again."""
_known, _of_a_turn = lru_cache(8192)(_plain), lru_cache(OF_A_TURN)(_plain)


def word_set(block: str) -> frozenset[str]:
    """The words of a block, which stand folded in it."""
    return frozenset(block.split())


def any_of(*blocks: str) -> str:
    """Every line of the blocks as an alternative, with its own `|` if it likes."""
    return "|".join(line.strip() for block in blocks for line in block.splitlines() if line.strip())


def words_like(block: str) -> re.Pattern[str]:
    """One pattern of whole words: any of the block."""
    return regex(rf"\b(?:{any_of(block)})\b")


_ROW = regex(r"^(\w+) +(.*(?:\n +.*)*)", re.MULTILINE)


def rows_of(table: str, joint: str = " ") -> tuple[tuple[str, str], ...]:
    """What each row means, its first word, and the rest of it. A row goes on in the lines that begin with spaces, which are
    joined by `joint`."""
    return tuple((found[1], re.sub(r"\n +", joint, found[2])) for found in _ROW.finditer(table))


def patterns_of(table: str, before: str = "", after: str = "") -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each row as a pattern of plain words, with those that may stand before and after it."""
    return tuple((means, regex(f"{before}(?:{said}){after}")) for means, said in rows_of(table, joint=""))
