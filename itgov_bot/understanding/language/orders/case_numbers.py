"""Which numbers in an agent's words are those of cases: «el 4», «asignar 4 a Ana»; «2 ventanas» are none."""

from collections.abc import Container, Sequence

from itgov_bot.patterns import regex

from ..folding import word_set
from ..time.days import MONTHS
from ..time.hours_told import where_hours
from .tokens import Token, is_name, is_sign, tokens
from .verbs import BEFORE, verb_of

_NUMBER = regex(r"\d{1,6}|saus-?(?:20\d\d-?)?\d{1,6}|20\d\d-\d{1,6}")
_AND = frozenset({",", "y", "e", "/", ";", "tambien"})
_BEFORE_NUMBER = word_set(
    """el la lo los las al a del de en con ese este esa esos estos caso casos ticket tickets numero no # senor senora
    seno muchacha muchacho doctora doctor usuario usuaria caballero don dona companero companera man vieja viejo"""
)
_NAMES_ONE = word_set("el al del los ese este esos estos caso casos ticket tickets #")
"""Before the number of a case; «las 3» is an hour, «2 ventanas» are no cases."""
_BETWEEN = _AND | _NAMES_ONE | {"la", "no", "numero"}
_AFTER_NUMBER = word_set(
    """a al en es son esta estan que porque por para con y ya se lo la le les queda quedan quedo va no era fue hasta
    como pues porfa porfavor favor hoy ok listo listos urgente alta baja normal me requiere necesita debe tambien
    toca tocan ambos dentro estaba esto hay sin mio mia mios quieto quieta fuera fallo pal jefe murio pendiente
    espera repetido duplicado nota resuelto"""
)
_OF_SOMETHING_ELSE = regex(
    r"hasta|desde|piso|nivel|puerto|extension|ext|switch|windows|office|placa|sede|oficina|las"
)
_MONTHS = regex("|".join([*MONTHS, "por ciento"]))


def with_cases(text: str, names: Sequence[str]) -> list[Token]:
    """Its tokens, each list of cases as one, with what leads to it: «a la del 4 y el 5»."""
    written = tokens(text)
    hours = where_hours(text) if any(one.word[0].isdigit() for one in written) else []
    timed = {at for at, one in enumerate(written) if any(a <= one.start < b for a, b in hours)}
    found, at = list[Token](), 0
    while at < len(written):
        end, numbers = _list_at(written, at, timed)
        if numbers and _names_cases(written, at, end, names):
            while found and found[-1].word in _BEFORE_NUMBER and not found[-1].numbers:
                found.pop()
            start = found[-1].end if found else 0
            found.append(Token("#", start, written[end - 1].end, tuple(numbers)))
            at = end
        else:
            found.append(written[at])
            at += 1
    return found


def _list_at(tokens: Sequence[Token], at: int, timed: Container[int]) -> tuple[int, list[str]]:
    """Where a list of numbers that begins here ends, and the numbers; those `timed` are of hours."""
    end, numbers = at, list[str]()
    while end < len(tokens) and end not in timed and _NUMBER.fullmatch(tokens[end].word):
        numbers.append(tokens[end].word)
        end = at = end + 1
        while end < len(tokens) and tokens[end].word in _BETWEEN:
            end += 1
    return at, numbers


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
    is_verb = (verb_of(after) or verb_of(behind) if after in BEFORE else verb_of(after)) is not None
    is_followed = is_sign(after) or after in _AFTER_NUMBER or is_verb or is_name(after, names)
    return before in _NAMES_ONE or end - at > 1 or is_followed or "-" in tokens[at].word
