"""The one folding of text: what is compared anywhere is folded here first. And patterns of whole words over folded text."""

import re
import unicodedata
from functools import lru_cache

_WORDS = re.compile(r"[a-z0-9]+")
_HELD_LETTER = re.compile(r"([a-z])\1{2,}")
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
    return _known(text) if len(text) <= OF_THE_VOCABULARY else _plain(text)


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(fold(text)))


OF_THE_VOCABULARY = 40
"""Characters. So short are the words and names of the data, which every message is compared with again."""
_known = lru_cache(8192)(_plain)


def word_set(block: str) -> frozenset[str]:
    """The words of a block, which stand folded in it."""
    return frozenset(block.split())


def words_like(block: str) -> re.Pattern[str]:
    """One pattern of whole words; every line of the block is an alternative, with its own `|` if it likes."""
    lines = [line.strip() for line in block.splitlines() if line.strip()]
    return re.compile(rf"\b(?:{'|'.join(lines)})\b")
