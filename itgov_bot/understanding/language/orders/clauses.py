"""What an agent wrote as clauses of plain words, in which whatever names the case itself is left out: «póngalo en espera»,
«el caso ponlo en espera» and «el 4 me lo pone en espera» are all `poner! en espera`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..folding import fold, word_set
from ..fuzzy import same_word
from .verbs import BEFORE, MOODS, ORDERED, SELF, verb_of

_TOKEN = re.compile(r"@?\w+(?:[.\-]\w+)*|#|[^\w\s]+|\n")
_NUMBER = re.compile(r"\d{1,6}|saus-?(?:20\d\d-?)?\d{1,6}|20\d\d-\d{1,6}")
_SPOKEN_BLOCK = """
cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho
diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve
treinta
"""
_SPOKEN = {word: str(number) for number, word in enumerate(_SPOKEN_BLOCK.split())}
_QUOTES = frozenset("«»\"'“”*_`")
_SHORT = {
    "q": "que",
    "k": "que",
    "xq": "porque",
    "pq": "porque",
    "porq": "porque",
    "x": "por",
    "pa": "para",
    "m": "me",
}
_AND = frozenset({",", "y", "e", "/", ";", "tambien"})
_BEFORE_NUMBER = word_set(
    """
    el la lo los las al a del de en con caso casos ticket tickets numero no # senor senora seno muchacha muchacho doctora
    doctor usuario usuaria
    """
)
_NAMES_ONE = word_set("el al del los caso casos ticket tickets #")
"""Before the number of a case; «las 3» is an hour, «2 ventanas» are no cases."""
_AFTER_NUMBER = word_set(
    """
    a al en es son esta estan que porque por para con y ya se lo la le les queda quedan quedo va no era fue hasta como pues
    porfa porfavor favor hoy ok listo listos urgente alta baja normal me requiere necesita debe tambien toca tocan ambos
    dentro estaba esto hay sin
    """
)
_OF_SOMETHING_ELSE = re.compile(
    r"hasta|desde|piso|nivel|puerto|extension|ext|switch|windows|office|placa|sede|oficina|las"
)
_MONTHS = re.compile(
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|por ciento"
)
_DETERMINERS = word_set("este esta ese esa el la un de al del mi")
_CASE_WORDS = word_set("caso casos ticket tickets tiquete chicharron asunto")
_TITLES = word_set("el la mi don dona companero companera ing ingeniero ingeniera inge senor senora")
_ITSELF = word_set("este esta esto ese esa eso esos estos")
_NO_NOUN = word_set(
    "que porque por para pa a al en ya es era queda quedo no se de del va le lo me con y pues toca como hoy otra"
)
_NAMING = word_set("prioridad servicio categoria asignar asignado asignada")
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
    def verbs(self) -> frozenset[str]:
        return frozenset(word.read[:-1] for word in self.words if word.read[-1] in MOODS)

    @property
    def is_said(self) -> bool:
        return bool(self.words or self.numbers_apart or self.has_it)

    @property
    def said(self) -> str:
        return " ".join(word.read for word in self.words)


@dataclass(frozen=True, slots=True)
class Token:
    word: str
    start: int
    end: int
    numbers: tuple[str, ...] = ()
    """Of cases, where it stands for them."""


def clauses(text: str, names: Sequence[str] = (), *, with_numbers: bool = False) -> list[Clause]:
    """`names` are those of agents. `with_numbers`: cases are named by number."""
    tokens = _tokens(text)
    if with_numbers:
        tokens = _with_cases(tokens, names)
    found = [Clause()]
    inner: list[Token] = []
    for token in [*tokens, Token(".", len(text), len(text))]:
        if with_numbers and inner and _begins_order(inner, token):
            _fill(found[-1], inner, names)
            inner = []
            found.append(Clause())
        if token.word == ":" and inner and inner[-1].word in _NAMING:
            continue  # «prioridad: alta»
        is_number_alone = all(one.numbers for one in inner) and bool(inner)
        if _is_sign(token.word) and is_number_alone and token.start < len(text):
            continue  # «el 4: ya quedó»
        if _is_sign(token.word):
            _fill(found[-1], inner, names)
            inner, found[-1].end = [], found[-1].end + token.word
            found += [Clause()] if found[-1].is_said else []
        else:
            inner.append(token)
    return [one for one in found if one.is_said]


def _begins_order(before: Sequence[Token], token: Token) -> bool:
    """«… y le puse la impresora ciérralo»: what is told in one breath."""
    verb = verb_of(token.word)
    is_one = verb is not None and verb[0].endswith(ORDERED) and verb[1].endswith(("lo", "la", "los", "las"))
    return is_one and len(before) > 3 and before[-1].word not in _AUXILIARY


def _tokens(text: str) -> list[Token]:
    found = ((fold(one[0]), one.start(), one.end()) for one in _TOKEN.finditer(text))
    return [
        Token(_SHORT.get(word, word), start, end) for word, start, end in found if not set(word) <= _QUOTES
    ]


def _is_sign(word: str) -> bool:
    return not (word[:1].isalnum() or word[:1] in "@#")


# The numbers of cases


def _with_cases(tokens: list[Token], names: Sequence[str]) -> list[Token]:
    """Each list of them as one token, with what leads to it: «a la del 4 y el 5»."""
    found, at = list[Token](), 0
    while at < len(tokens):
        end, numbers = _list_at(tokens, at)
        if numbers and _names_cases(tokens, at, end, names):
            while found and found[-1].word in _BEFORE_NUMBER and not found[-1].numbers:
                found.pop()
            start = found[-1].end if found else 0
            found.append(Token("#", start, tokens[end - 1].end, tuple(numbers)))
            at = end
        else:
            found.append(tokens[at])
            at += 1
    return found


def _list_at(tokens: Sequence[Token], at: int) -> tuple[int, list[str]]:
    """Where a list of numbers that begins here ends, and the numbers."""
    end, numbers = at, list[str]()
    while end < len(tokens) and (number := _number(tokens, end)):
        numbers.append(number)
        end = at = end + 1
        while end < len(tokens) and tokens[end].word in _AND | _NAMES_ONE | {"la", "no", "numero"}:
            end += 1
    return at, numbers


def _number(tokens: Sequence[Token], at: int) -> str | None:
    word, before = tokens[at].word, tokens[at - 1].word if at else ""
    if _NUMBER.fullmatch(word):
        return word
    goes_on = [one.word for one in tokens[at + 1 : at + 3]]
    is_half = goes_on[:1] == ["y"] and goes_on[-1] in _SPOKEN  # «el treinta y cuatro»
    return (
        _SPOKEN[word] if word in _SPOKEN and before in ("el", "al", "del", "caso") and not is_half else None
    )


def _names_cases(tokens: Sequence[Token], at: int, end: int, names: Sequence[str]) -> bool:
    """«El 4», «asignar 4 a Ana»; «2 ventanas», «el 15 de enero» and «hasta el 15» name none."""
    before = tokens[at - 1].word if at else ""
    further = tokens[at - 2].word if at > 1 else ""
    after = tokens[end].word if end < len(tokens) else "."
    behind = tokens[end + 1].word if end + 1 < len(tokens) else ""
    if _OF_SOMETHING_ELSE.fullmatch(before) or (
        before in ("el", "al", "del") and _OF_SOMETHING_ELSE.fullmatch(further)
    ):
        return False
    if after == "%" or (after == "de" and _MONTHS.fullmatch(behind)):
        return False
    is_followed = (
        _is_sign(after) or after in _AFTER_NUMBER or verb_of(after) is not None or _is_name(after, names)
    )
    return before in _NAMES_ONE or end - at > 1 or is_followed or "-" in tokens[at].word


# The words of a clause


def _fill(clause: Clause, tokens: Sequence[Token], names: Sequence[str]) -> None:
    at = 0
    if tokens:
        clause.start, clause.stop = tokens[0].start, tokens[-1].end
    while at < len(tokens):
        at += _take(clause, tokens[at:], names)


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
    verb = verb_of(token.word)
    read = "@" if _is_name(token.word, names) else verb[0] if verb else token.word
    if verb and read != "@":
        read = _as_past(clause, token.word, read)
        clause.has_it |= verb[1].endswith(("lo", "la", "los", "las"))
        clause.has_le |= verb[1].endswith(("le", "les"))
        clause.words += [Word("me", token.start, token.start)] * verb[1].startswith(("me", "nos"))
    clause.words.append(Word(read, token.start, token.end))
    return 1


def _as_past(clause: Clause, word: str, read: str) -> str:
    """«Ya avisé» is read without its accent."""
    is_first = clause.is_told or (clause.words and clause.words[-1].read in ("ya", "yo"))
    is_told = is_first and word.endswith("e") and read.endswith("ar" + ORDERED)
    return read[:-1] + SELF if is_told else read


def _names_somebody(ahead: Sequence[Token], names: Sequence[str]) -> bool:
    """«La ingeniera Marta»: what stands before a name."""
    first = next((one.word for one in ahead if one.word not in _TITLES), "")
    return bool(first) and _is_name(first, names)


def _itself(ahead: Sequence[Token], before: str) -> int:
    """The case itself: «el caso», «este», «este chicharrón a»."""
    if ahead[0].word == "esta" and before in ("ya", "no", "que", "como"):
        return 0
    words = [one.word for one in ahead[:3]] + [""] * 3
    if words[0] in _DETERMINERS | _ITSELF and words[1] in _CASE_WORDS:
        return 2
    if words[0] in _CASE_WORDS:
        return 1
    is_alone = len(ahead) == 1 or words[1] in _NO_NOUN or verb_of(words[1]) is not None or ahead[1].numbers
    return 1 if words[0] in _ITSELF and is_alone else 0


def _pronouns(clause: Clause, ahead: Sequence[Token]) -> int:
    """«Se lo», «me la», before a verb, perhaps with another one between: «se lo podemos dejar»."""
    size = next((at for at, one in enumerate(ahead) if one.word not in BEFORE), len(ahead))
    then = next((one.word for one in ahead[size:] if one.word not in _AUXILIARY | {"a", "que"}), "")
    if (
        not size
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


def _is_name(word: str, names: Sequence[str]) -> bool:
    """A verb is no mistyped name: «marca» is not Marta."""
    if word.startswith("@") or word in names:
        return True
    return verb_of(word) is None and any(word[0] == one[0] and same_word(word, one) for one in names)
