"""Who is named in an order for cases: those who get some of them, and those who only have them, or had."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..folding import even, plain, word_set
from ..orders.tokens import is_name
from ..orders.verbs import verb_of
from .left_out import NUMS

_ME = r"(?:(?<=a )|(?<=para )|(?<=pa ))mi\b(?! (?!y\b|e\b|pero\b)\w)|\byo(?= (?:\w+ )?(?:el|la|los|las|al|con) )|\bconmigo\b"
_NOT_THEIRS: tuple[str, ...] = (
    rf"\b(?:quit|saqu|retir)\w+ (?P<kept>{NUMS}) a PEOPLE(?: y)?",
    r"\b(?:quit|saqu|retir)\w+ a PEOPLE",
    r"(?<=\d) (?:que )?(?:l[oa]s? )?(?:tiene|tenia|lleva|llevaba|(?:se )?l[eo] (?:di|pase|asigne) a) PEOPLE,?",
    r"(?<=\d) del? PEOPLE(?= (?:a|para|pa|hacia) )",
    r"[,;]? ?\bse l[oa]s? (?:habia|he|habiamos) \w+ a PEOPLE(?:,? pero)?",
    r"[,;]? ?\b(?:y |ya )*no (?:(?:es|era|va|iba|son|eran|sean?) )?(?:(?:para|pa|de|a|con) )?PEOPLE(?:,? sino)?",
    r"[,;]? ?\b(?:ya )?no l[oa]s? (?:hace|tiene|lleva|atiende|ve|va a \w+) PEOPLE(?:,? sino)?",
    r"[,;]? ?\ben (?:vez|lugar) de (?:a )?PEOPLE",
    r"(?:^|[,;] ?)(?:(?<= )a )?PEOPLE (?:ya )?no(?: (?:puede|quiere|alcanza|viene|esta|da abasto|l[oa]s? \w+))?"
    r"(?= *(?:$|[,;.]))",
    rf"\bPEOPLE (?:suelta|deja|entrega|libera) (?P<kept>{NUMS})(?: y)?",
)
"""Who does not get them: they have them, or had."""
_WHY = regex(
    r"\b(?:porque|pues|ya que|es que|dado que)\b[^,;]*|\bno (?:me )?(?:toca|corresponde)n?(?: a mi)?\b|:(?=.*\w).*"
)
_STRANGER = regex(r"\d (?:a|para|pa) ([a-z]{4,})(?= *(?:$|[,;.]| [ye] ))")
_NO_PEOPLE = word_set(
    "mesa cola fila espera manana hoy tarde todos todas prioridad nombre cargo baja alta normal urgente ella ellos cierre"
)


_HEADING = regex(
    r"^\W*(?:\w+ ){0,3}?(?:repart|distribu|divid|asign)\w*(?: (?!entre\b)[^\W\d]+){0,3}?(?: asi\b[:,]?| ?:)\s*(?=.*\d)"
)
"""«Repártame esos casos: el 1 a Carla …»: who gets which stands behind it."""
_MINE = regex(
    r"(?P<which>\b(?:el|los|las|la) \d+(?: ?(?:,|y|e) (?:el |la )?\d+)*)"
    r" (?:(?:me )(?:l[oa]s? )?(?:dejo|quedo|hago|llevo|pido)"
    r"(?: yo)?|(?:l[oa]s? )?(?:dejo|quedo|hago|llevo|veo|reviso|tomo|cojo|atiendo) yo)(?: mism[oa])?\b"
)
"""«El 4 lo dejo yo», beside what others get."""


def dealt_out(text: str) -> str:
    """What is dealt out by name, without the words that only say that it is; what one keeps is for oneself."""
    heading = _HEADING.match(even(text))
    text = text[heading.end() :] if heading else text
    while found := _MINE.search(even(text)):
        text = f"{text[: found.end('which')]} para mí{text[found.end() :]}"
    return text


def _may_be_name(word: str) -> bool:
    """Of nobody who works at the desk: «el 3 a Zutano» is for somebody, too."""
    return word not in _NO_PEOPLE and verb_of(word) is None


@dataclass(frozen=True, slots=True)
class Receivers:
    """`pattern` fits whoever is called in a text, as they are written there; `strangers` are those of them whom nobody
    knows."""

    pattern: str
    strangers: frozenset[str]

    @classmethod
    def of(cls, text: str, names: Sequence[str]) -> "Receivers":
        """`names` are those by which agents are called, folded."""
        said = even(text)
        known = {word for word in re.findall(r"@?\w+", said) if is_name(word, names)}
        strangers = {one[1] for one in _STRANGER.finditer(said) if known and _may_be_name(one[1])} - known
        one = "|".join(sorted(map(re.escape, known | strangers), key=len, reverse=True)) or r"(?!)"
        title = r"(?:(?:la|el|don|dona|ing|inge|ingenier[oa]|companer[oa]|senora?) )?"
        return cls(rf"{title}(?<!\w)(?:{one})\b(?: (?:{one})\b)*", frozenset(strangers))

    def called(self, text: str) -> list[re.Match[str]]:
        """Those who are to get something, in their order; whoever is named in a reason is not."""
        found = {plain(one[0]): one for one in re.finditer(rf"{self.pattern}|{_ME}", without_why(text))}
        return sorted(found.values(), key=lambda one: one.start())

    def without_former(self, text: str) -> str:
        """Without whoever is named because they have them, or had."""
        left = text
        for pattern in _NOT_THEIRS if re.search(self.pattern, even(text)) else ():
            if found := re.search(pattern.replace("PEOPLE", self.pattern), even(left)):
                kept = slice(*found.span("kept")) if "kept" in found.re.groupindex else slice(0, 0)
                left = f"{left[: found.start()].rstrip()} {left[kept]} {left[found.end() :].lstrip()}"
        return left.strip(" ,") if left != text else text

    def spelled_out(self, text: str) -> str:
        """«1-Carla, 2-Darío», «Carla: 1 y 2. Darío: 3» in words."""
        for pattern, put in (
            (rf"(?<=\d) ?(?:[-=:>→]+ ?(?={self.pattern})| (?={self.pattern}))", " a "),
            (rf"(?P<before>\b{self.pattern}) ?[-=:>→]+ ?(?=(?:el |la |los )?\d)", " "),
            (rf"(?P<before>\d a {self.pattern})(?= \d)", ","),
        ):
            while found := re.search(pattern, even(text)):
                kept = text[slice(*found.span("before"))] if "before" in found.re.groupindex else ""
                text = f"{text[: found.start()]}{kept}{put}{text[found.end() :]}"
        return text


def without_why(text: str) -> str:
    """Folded letter for letter, with nothing to be read where it tells why."""
    return _WHY.sub(lambda found: "_" * len(found[0]), even(text))
