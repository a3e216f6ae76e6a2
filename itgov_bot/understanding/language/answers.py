"""What a short answer says: yes, no, «déjelo así», «volver», «no sé», a figure. The words are those of `answers.yaml`.

An answer is composed: openers («eche», «bueno»), a core («sí», «ábramelo», «cancele»), closers («de una vez»). It must
be explained from end to end: one word more («sí, pero no tengo red») tells something, and is no plain answer.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product
from pathlib import Path

from .folding import fold, plain
from .word_file import WordFile

MAX_ANSWER_WORDS = 12
"""What is longer is no plain answer but a story of its own."""

Expressions = frozenset[tuple[str, ...]]
Clauses = list[list[str]]
"""The folded words of a text, from sign to sign: «no, avise» is not «no avise»."""
_SIGNS = re.compile(r"[,.;:!¡¿?\n]+")
_TO_WHOM = ("me", "te", "se", "nos")
_WHAT = ("lo", "la", "los", "las", "le", "les")
_CLITICS = frozenset((*_TO_WHOM, *_WHAT, *map("".join, product(_TO_WHOM, _WHAT))))
_NUMBERED = re.compile(r"(?:(?:la )?opcion )?(\d{1,2})[.)]?")
_STAR_WORDS = {"uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5}
_STAR = rf"[1-5]|{'|'.join(_STAR_WORDS)}"
_CORRECTS = (
    r"(?:(?:(?:no|ay|uy|pero|y|gracias)[ ,.]+){0,3}"
    r"(?:perdon\w*|disculp\w+|(?:me )?equivoque|quise|queria|corrij\w+|en realidad|mejor|cambi\w+|pon(?:le|gan?|gale|ganle)"
    r"|dej(?:e|a)\w*|ahora si|no,? (?:era|es|fue) (?:un )?[1-5]|no,? (?:era|es))"
    r"(?:[ ,.;:]+(?:me|equivoque|quise|queria|lo|la|le|mi|al?|en|con|por|de|que|es|era|son|fue|no|decir|poner\w*|dar\w*|nota"
    r"|calificacion|pon(?:le|gan?|gale|ganle)|mejor)\b){0,5}[ ,.;:]+)?"
)
"""Of who takes back the number that they gave: «no perdón, 2», «me equivoqué, es 5», «mejor póngale un 4»."""
_GIVES = r"(?:(?:un|una|(?:les? )?(?:doy|pongo|daria)|ahora|califico con|mi nota es|(?:mi )?calificacion(?: es)?) )*"
_STARS = re.compile(rf"{_CORRECTS}{_GIVES}({_STAR})(?: (?:estrellas?|de (?:5|cinco)|5|puntos?))?")
_RATED = re.compile(
    rf"\W{{0,9}}{_CORRECTS}(?P<lead>{_GIVES})(?P<stars>{_STAR})"
    r"(?P<unit> ?(?:estrellas?|de 5|/ ?5|puntos?))?(?P<sign> ?[,.;:!\-–] ?| )(?P<words>\D.*)",
    re.DOTALL,
)
_RATES = re.compile(
    r"\W{0,9}(?:es que|pero|porque|por|aunque|y|muy|excelente|buen\w*|mal\w*|gracias|todo|rapid\w*|lent\w*|regular)\b"
)

_RATES_PLAINLY = re.compile(
    r"(?:se (?:demor|tard|port|equivoc)\w*|nadie|nunca|ahora si|ya (?:si|quedo|funciona|sirve|esta|todo|me)|(?:por|al) fin"
    r"|pesim\w*|malisim\w*|buenisim\w*|demor\w*|tard[eo]\w*|super|genial|perfect\w*|bien|ok|listo|la atencion|el servicio"
    r"|(?:me|nos|lo|los) (?:atend|dej|llam|trat|ayud|soluc|arregl)\w*|vino|vinieron|llamaron|atendieron|solucion\w*"
    r"|quedo|qued[eo] \w+|aunque|ni)\b"
)
"""After a mark and no stop: what no number of things does. «1 se demoraron mucho», and not «2 se dañaron»."""
_MARK_AT_END = re.compile(
    r"(?P<words>[^\d\n]{3,60}?)[,.;:] {0,2}(?:(?:le doy|le pongo) )?(?:un )?(?P<stars>[1-5])[ .!]{0,3}"
)
_CORRECTED = re.compile(rf"\W{{0,9}}(?=\w){_CORRECTS[:-1]}{_GIVES}(?:{_STAR})\b")
_OPINION = re.compile(
    rf"(?:(?:la verdad|pues|que|muy|super|bastante|un|una|me parecio|fue) )*(?:{_RATES_PLAINLY.pattern}"
    r"|(?:mal[oa]?s?|regular\w*|lent[oa]s?|deficiente|horrible|terrible)\b)"
)
_FAILS = re.compile(r"(?:no|nada|sigue|siguio|quedo|todavia|pesim\w*)\b")
"""After a mark alone: «1, no sirvió» rates, «2 no prenden» counts."""


@dataclass(frozen=True)
class Meaning:
    """The ways of saying one thing, folded. `orders` are commands whose first word may carry pronouns; `forbids` are
    commands after «no». `openers` and `wishes` come before such a core, `closers` after it, `anywhere` around it.
    """

    words: Expressions
    orders: Expressions
    forbids: Expressions
    openers: Expressions
    wishes: Expressions
    closers: Expressions
    anywhere: Expressions

    def is_said(self, clauses: Clauses) -> bool:
        """Whether a core with its company is all that the clauses say."""
        if not all(map(self._may_mean, chain.from_iterable(clauses))):
            return False
        states = {False}  # whether a core was among what is explained so far
        for clause in clauses:
            states = self._after(clause, states)
        return True in states

    def _may_mean(self, word: str) -> bool:
        """Whether it stands in any expression. One that does not can be explained by nothing, and most messages have one."""
        known = self._known
        return word in known or any(word[:-size] in known for size in range(2, 6) if word[-size:] in _CLITICS)

    @cached_property
    def _known(self) -> frozenset[str]:
        parts = (
            self.words,
            self.orders,
            self.forbids,
            self.openers,
            self.wishes,
            self.closers,
            self.anywhere,
        )
        return _CLITICS.union(["no"], *chain.from_iterable(parts))

    def _after(self, clause: list[str], states: set[bool]) -> set[bool]:
        """The states that may be reached when all words of the clause are explained."""
        reached = [states, *(set[bool]() for _ in clause)]
        for start, before in enumerate(reached[:-1]):
            for end in range(start + 1, len(clause) + 1) if before else ():
                reached[end] |= self._explained(clause, start, end, before)
        return reached[-1]

    def _explained(self, clause: list[str], start: int, end: int, before: set[bool]) -> set[bool]:
        """The states after these words; none where they mean nothing here."""
        words, is_after_no = tuple(clause[start:end]), self._is_denied(clause[:start])
        if self._is_core(words, is_after_no=is_after_no):
            return {True}
        if words in self.anywhere:
            return before
        opens = words in self.openers or (words in self.wishes and not is_after_no)
        return {has_core for has_core in before if (words in self.closers if has_core else opens)}

    def _is_denied(self, before: list[str]) -> bool:
        """What follows «no», or «no quiero»."""
        last = next((word for word in reversed(before) if word == "no" or (word,) not in self.wishes), None)
        return last == "no"

    def _is_core(self, words: tuple[str, ...], *, is_after_no: bool) -> bool:
        """«No cancele» forbids, and «no quiero salir» wishes it not; «no cancélelo» can only be «no, cancélelo»."""
        if words in self.words:
            return True
        if is_after_no:
            return words not in self.orders and self._is_order(words)
        return self._is_order(words) or self._is_forbidden(words)

    def _is_order(self, words: tuple[str, ...]) -> bool:
        """«Abra», «ábralo», «ábramelo», «déjemelo así»."""
        first, rest = words[0], words[1:]
        cuts = (size for size in range(2, 6) if first[-size:] in _CLITICS)
        return words in self.orders or any((first[:-size], *rest) in self.orders for size in cuts)

    def _is_forbidden(self, words: tuple[str, ...]) -> bool:
        """«No abra», «no se lo mande»."""
        forbidden = tuple(word for word in words[1:] if word not in _CLITICS)
        return words[0] == "no" and forbidden in self.forbids


@dataclass(frozen=True)
class Answers:
    """What can be answered to any question."""

    affirmative: Meaning
    negative: Meaning
    leaving: Meaning
    onward: Meaning
    back: Meaning
    unsure: Meaning
    every: Meaning

    def yes_or_no(self, text: str) -> bool | None:
        """None when it is neither, or both."""
        said = _clauses(text)
        yes, no = self.affirmative.is_said(said), self.negative.is_said(said)
        return yes if yes != no else None

    def is_leaving(self, text: str) -> bool:
        """«Cancelar», «déjelo así»: whoever is filling in something wants to be rid of it."""
        return self.leaving.is_said(_clauses(text))

    def is_going_on(self, text: str) -> bool:
        """«Sigamos», «quiero seguir con lo de ayer»: with what was left unfinished."""
        return self.onward.is_said(_clauses(text))

    def is_going_back(self, text: str) -> bool:
        """«Volver», «quiero corregir»."""
        return self.back.is_said(_clauses(text))

    def is_unsure(self, text: str) -> bool:
        """«No sé», «cualquiera», «ninguna de esas»; «las dos» is no single choice either."""
        return self.unsure.is_said(_clauses(text)) or self.wants_every(text)

    def wants_every(self, text: str) -> bool:
        """«Las dos», «ambas»: all that was offered."""
        return self.every.is_said(_clauses(text))


def _clauses(text: str) -> Clauses:
    """Nothing for a text that is too long to be an answer."""
    clauses = [words for clause in _SIGNS.split(text) if (words := plain(clause).split())]
    return clauses if sum(map(len, clauses)) <= MAX_ANSWER_WORDS else []


_SHARED = ("openers", "courtesy", "closers", "wishes")
_MEANINGS = ("affirmative", "negative", "leaving", "onward", "back", "unsure", "every")
_NEWER = ("onward", "every")
"""A file of an earlier version does not have them: they are not understood there."""
_PARTS = ("words", "orders", "forbids", "closers")


def read_answers(data: Path) -> Answers:
    """Raises VocabularyError, also where an expression means yes and no."""
    file = WordFile(data, "answers.yaml", (*_SHARED, *_MEANINGS))
    shared = {key: _expressions(file, key, file.words(key)) for key in _SHARED}
    yes, no, *others = (_meaning(file, key, shared) for key in _MEANINGS)
    for both in sorted(yes.words & no.words):
        file.refuse("`negative`", f"«{' '.join(both)}» también está en `affirmative`", "deje uno")
    return Answers(yes, no, *others)


def _meaning(file: WordFile, key: str, shared: dict[str, Expressions]) -> Meaning:
    parts = _parts(file, key)
    for part in parts:
        if part not in _PARTS:
            file.refuse(f"`{key}`", f"«{part}» no existe", f"las partes que hay son {', '.join(_PARTS)}")
    if parts or key not in _NEWER:
        _expressions(file, key, parts.get("words", ()))
    words, orders, forbids, closers = (_folded(parts.get(part, ())) for part in _PARTS)
    wishes: Expressions = shared["wishes"] if key in ("leaving", "onward", "back") else frozenset()
    company = (shared["openers"], wishes, shared["closers"] | closers, shared["courtesy"])
    return Meaning(words, orders, forbids, *company)


def _parts(file: WordFile, key: str) -> dict[str, tuple[str, ...]]:
    """A bare list, as earlier versions had for `unsure`, is its words."""
    return {"words": file.words(key)} if isinstance(file.get(key), list) else file.groups(key)


def _expressions(file: WordFile, key: str, written: tuple[str, ...]) -> Expressions:
    if not any(map(plain, written)):
        file.refuse(f"`{key}`", "no tiene palabras", "escriba al menos una: [así, otra]")
    return _folded(written)


def _folded(written: tuple[str, ...]) -> Expressions:
    return frozenset(tuple(plain(each).split()) for each in written)


def choice_number(text: str) -> int | None:
    """The place of a choice in a list, typed: «2», «2.», «la opción 2»."""
    found = _NUMBERED.fullmatch(fold(text).strip())
    return int(found[1]) if found else None


def stars_of(text: str) -> int | None:
    """A rating from 1 to 5: «4», «4 estrellas», «4/5», «⭐⭐⭐⭐»."""
    if stars := text.count("⭐"):
        return stars if stars <= 5 and not plain(text) else None
    found = _STARS.fullmatch(plain(text))
    return _number(found[1]) if found else None


def stars_with_words(text: str) -> tuple[int, str] | None:
    """A rating and what is said beside it: «4, pero se demoraron», «5 estrellas. Muy amables»; "" when nothing is.

    «3 computadores no prenden» is no rating: without «estrellas» and the like, what follows must read as an opinion.
    """
    if (alone := stars_of(text)) is not None:
        return alone, ""
    found = _RATED.fullmatch(fold(text))
    if found is None:
        return None
    is_opinion = (
        _RATES.match(found["words"])
        or _RATES_PLAINLY.match(found["words"])
        or (found["sign"].strip() and _FAILS.match(found["words"]))
    )
    if not (found["lead"] or found["unit"] or is_opinion):
        return None
    return _number(found["stars"]), text[len(text) - len(found["words"]) :].strip()


def stars_at_end(text: str) -> tuple[int, str] | None:
    """«Ya volvió, 5». Only of what is no report."""
    found = _MARK_AT_END.fullmatch(text.strip())
    return (int(found["stars"]), found["words"].strip()) if found else None


def corrects_stars(text: str) -> bool:
    """Of a rating in words: whether it takes back a number that was given, «me equivoqué, es 5»."""
    return _CORRECTED.match(fold(text)) is not None


def is_opinion(text: str) -> bool:
    """How somebody was attended, in plain words: «pésimo servicio», «muy mal, se demoraron mucho»."""
    return _OPINION.match(plain(text)) is not None


def _number(star: str) -> int:
    return _STAR_WORDS[star] if star in _STAR_WORDS else int(star)
