"""What an agent wrote as clauses of plain words, in which whatever names the case itself is left out: «póngalo en espera»,
«el caso ponlo en espera» and «el 4 me lo pone en espera» are all `poner! en espera`.
"""

from collections.abc import Sequence
from dataclasses import field

from itgov_bot.records import dataclass

from ..folding import word_set
from .case_numbers import with_cases
from .tokens import Token, is_name, is_sign, tokens
from .verbs import BEFORE, DONE, ORDERED, SELF, verb_of

_DETERMINERS = word_set("este esta ese esa el la un de al del mi")
_CASE_WORDS = word_set(
    "caso casos ticket tickets tiquete chicharron asunto incidente incidencia requerimiento camello"
)
_TITLES = word_set("el la mi don dona companero companera ing ingeniero ingeniera inge senor senora")
_ITSELF = word_set("este esta esto ese esa eso esos estos")
_NO_NOUN = word_set(
    "que porque por para pa a al en ya es era queda quedo no se de del va le lo me con y pues toca como hoy otra y"
)
_NAMING = word_set(
    "prioridad severidad urgencia criticidad impacto servicio categoria asignar asignado asignada"
)
_AUXILIARY = word_set(
    "puedo puede puedes podemos pueden podria podrian voy vamos va quiero tengo toca hay debe deben estoy estamos ando"
)


@dataclass(frozen=True, slots=True)
class Word:
    """`read` is how it is compared; `start` and `end` are where it stands in the text."""

    read: str
    start: int
    end: int


@dataclass(slots=True)
class Clause:
    """`has_it`: the case itself is named in it, by a pronoun, as a case or by its number; `end`: the sign behind it; `start`
    and `stop`: where it stands in the text."""

    words: list[Word] = field(default_factory=list)
    has_it: bool = False
    has_le: bool = False
    """Somebody or it, by «le»: «póngale prioridad»."""
    is_told: bool = False
    """A pronoun stood before the verb: «lo tomé» is no order, though its accent is missing."""
    names_case: bool = False
    """As a case, or by its number."""
    numbers_apart: list[tuple[str, ...]] = field(default_factory=list)
    """Of cases, list by list: «el 3 y el 4 con el 7» are two."""
    end: str = ""
    start: int = 0
    stop: int = 0

    @property
    def numbers(self) -> list[str]:
        return [number for one in self.numbers_apart for number in one]

    @property
    def is_said(self) -> bool:
        return bool(self.words or self.numbers_apart or self.has_it)

    @property
    def said(self) -> str:
        return " ".join(word.read for word in self.words)


def clauses(text: str, names: Sequence[str] = (), *, with_numbers: bool = False) -> list[Clause]:
    """`names` are those of agents. `with_numbers`: cases are named by number."""
    written = with_cases(text, names) if with_numbers else tokens(text)
    found = [Clause()]
    inner: list[Token] = []
    for token in [*written, Token(".", len(text), len(text))]:
        if with_numbers and inner and _begins_order(inner, token):
            _fill(found[-1], inner[:-1] if token.word == "que" else inner, names)
            inner = []
            found.append(Clause())
        if token.word == ":" and inner and inner[-1].word in _NAMING:
            continue  # «prioridad: alta»
        is_number_alone = all(one.numbers for one in inner) and bool(inner)
        if is_sign(token.word) and is_number_alone and token.start < len(text):
            continue  # «el 4: ya quedó»
        if is_sign(token.word):
            _fill(found[-1], inner, names)
            inner, found[-1].end = [], found[-1].end + token.word
            found += [Clause()] if found[-1].is_said else []
        else:
            inner.append(token)
    return [one for one in found if one.is_said]


def _begins_order(before: Sequence[Token], token: Token) -> bool:
    """«… y le puse la impresora ciérralo»: what is told in one breath."""
    if [before[-1].word, token.word] == ["asi", "que"]:
        return True
    verb = verb_of(token.word)
    is_one = verb is not None and verb[0].endswith(ORDERED) and verb[1].endswith(("lo", "la", "los", "las"))
    return is_one and len(before) > 3 and before[-1].word not in _AUXILIARY


def _fill(clause: Clause, within: Sequence[Token], names: Sequence[str]) -> None:
    at = 0
    if within:
        clause.start, clause.stop = within[0].start, within[-1].end
    while at < len(within):
        at += _take(clause, within[at:], names)


def _take(clause: Clause, ahead: Sequence[Token], names: Sequence[str]) -> int:
    """Reads what stands first; how many tokens that were."""
    token = ahead[0]
    if token.word in _TITLES and _names_somebody(ahead, names):
        return 1
    if token.numbers:
        clause.numbers_apart.append(token.numbers)
        clause.has_it = clause.names_case = True
        return 1
    if size := _pronouns(clause, ahead):
        return size
    if size := _itself(ahead, clause.words[-1].read if clause.words else ""):
        clause.has_it = True
        clause.names_case |= any(one.word in _CASE_WORDS for one in ahead[:size])
        return size
    is_joining = token.word == "una" and len(ahead) > 1 and bool(ahead[1].numbers)  # «una el 3 con el 5»
    verb = ("unir" + ORDERED, "") if is_joining else verb_of(token.word)
    read = "@" if is_name(token.word, names) else verb[0] if verb else token.word
    if verb and read != "@":
        read = _as_past(clause, token.word, read)
        clause.has_it |= verb[1].endswith(("lo", "la", "los", "las"))
        clause.has_le |= verb[1].endswith(("le", "les"))
        clause.words += [Word("me", token.start, token.start)] * verb[1].startswith(("me", "nos"))
    clause.words.append(Word(read, token.start, token.end))
    return 1


def _as_past(clause: Clause, word: str, read: str) -> str:
    """«Ya avisé», «le escribí» are read without their accents."""
    is_first = clause.is_told or (clause.words and clause.words[-1].read in ("ya", "yo"))
    is_past = read.endswith(f"ar{ORDERED}") if word.endswith("e") else word.endswith("i")
    return read[:-1] + SELF if is_first and is_past and read.endswith(ORDERED) else read


def _names_somebody(ahead: Sequence[Token], names: Sequence[str]) -> bool:
    """«La ingeniera Marta»: what stands before a name."""
    first = next((one.word for one in ahead if one.word not in _TITLES), "")
    return bool(first) and is_name(first, names)


def _itself(ahead: Sequence[Token], before: str) -> int:
    """The case itself: «el caso», «este», «este chicharrón a»."""
    if ahead[0].word == "esta" and before in ("ya", "no", "que", "como"):
        return 0
    words = [one.word for one in ahead[:3]] + [""] * 3
    if words[0] in _DETERMINERS | _ITSELF and words[1] in _CASE_WORDS:
        return 2
    if words[0] in _CASE_WORDS:
        return 1
    if words[0] in _ITSELF and words[1] in ("mismo", "misma"):
        return 2
    is_alone = len(ahead) == 1 or words[1] in _NO_NOUN or verb_of(words[1]) is not None or ahead[1].numbers
    return 1 if words[0] in _ITSELF and is_alone else 0


def _pronouns(clause: Clause, ahead: Sequence[Token]) -> int:
    """«Se lo», «me la», before a verb, perhaps with another one between: «se lo podemos dejar»."""
    size = next((at for at, one in enumerate(ahead) if one.word not in BEFORE), len(ahead))
    then = next((one.word for one in ahead[size:] if one.word not in _AUXILIARY | {"a", "que"}), "")
    following = verb_of(ahead[size].word) if size < len(ahead) else None
    is_noun = size == 1 and following is not None and following[0].endswith(DONE)  # «los resueltos»
    if (
        not size
        or is_noun
        or verb_of(then) is None
        or not {"lo", "la", "los", "las", "le", "les"} & {one.word for one in ahead[:size]}
    ):
        return 0
    before = clause.words[-1].read if clause.words else ""
    clause.has_it |= any(one.word in ("lo", "la", "los", "las") for one in ahead[:size])
    clause.has_le |= any(one.word in ("le", "les") for one in ahead[:size])
    clause.is_told = before not in ("que", "@")
    clause.words += [Word("me", one.start, one.end) for one in ahead[:size] if one.word in ("me", "m")]
    return size
