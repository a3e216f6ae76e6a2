"""What a short answer says: yes, no, «déjelo así», «volver», «no sé», a figure. The words are those of `answers.yaml`.

An answer is composed: openers («eche», «bueno»), a core («sí», «ábramelo», «cancele»), closers («de una vez»). It must
be explained from end to end: one word more («sí, pero no tengo red») tells something, and is no plain answer.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product
from pathlib import Path

from itgov_bot.patterns import regex

from ..folding import fold, plain
from ..word_file import WordFile

MAX_ANSWER_WORDS = 12
"""What is longer is no plain answer but a story of its own."""

Expressions = frozenset[tuple[str, ...]]
Clauses = list[list[str]]
"""The folded words of a text, from sign to sign: «no, avise» is not «no avise»."""
_SIGNS = regex(r"[,.;:!¡¿?\n]+")
_TO_WHOM = ("me", "te", "se", "nos")
_WHAT = ("lo", "la", "los", "las", "le", "les")
_CLITICS = frozenset((*_TO_WHOM, *_WHAT, *map("".join, product(_TO_WHOM, _WHAT))))
_NUMBERED = regex(r"(?:(?:la )?opcion )?(\d{1,2})[.)]?")


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
