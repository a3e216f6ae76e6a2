"""Cases that an order describes («los de Hacienda», «el de la impresora», «todos», «el resto»), written as if by number: so
what is read of numbers is read of them too."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..folding import even
from ..orders.verbs import ORDERED, PLAIN, verb_of
from ..time.lengths import NUMBERS

_FIRST = 990_001
"""No case has such a number."""
_WRITTEN = regex(r"el (99\d{4})\b ?")
_CASES = r"(?:casos?|tickets?|tiquetes?|pendientes?)"
_ALL_CASES = r"(?:casos|tickets|tiquetes|pendientes)"
"""«El caso» is the one just spoken of."""
_MANY = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_REST = (
    rf"(?:resto|(?:demas|otr[oa]s|restantes?)(?: {_MANY}\b)?|sobrantes?"
    rf"|(?:{_MANY} )?que (?:quedan?|sobran?|restan?|faltan?))"
)
_EVERY = rf"tod[oa]s?(?: (?:ell[oa]s|l[oa]s (?:{_CASES}|demas)|lo demas))?"
_MARKED = (
    r"(?:urgentes|nuev[oa]s|viej[oa]s|vencid[oa]s|atrasad[oa]s|pendientes|abiert[oa]s|mi[oa]s?|tuy[oa]s)"
)
_ARTICLE = r"(?<!\bse )(?<!\bme )(?<!\bte )(?<!\bnos )(?:a )?(?:al|el|la|l[oa]s?|mis|es[oa]s|aquell[oa]s)"
_ONES = rf"(?:(?:tod[oa]s? )?(?:a )?(?:l[oa]s|mis|es[oa]s) (?:otr[oa]s|(?:otr[oa]s )?{_MANY})|(?:tod[oa]s? )?{_ARTICLE})"
_IS_ALL = regex(rf"{_EVERY}|(?!mis ){_ARTICLE} (?:{_ALL_CASES}|{_REST})")
_BEFORE_ALL = r"(?:^|\d |[,;.!?]\s*|\b(?:y|e|pero|a|entonces|mejor|porfa|porfavor|favor) |{verbs} |{people} )"
_THEM = ("lo", "la", "los", "las")
_NOT_HAVING = "".join(
    f"(?<!{one} )"
    for one in ["tiene", "tienen", "tenga", "tengan", "tenia", "lleva", "atiende", "ve", "dejo"]
)
_SEPARATES = (
    r"[,;:.!?¿¡\n]| (?:menos|excepto|salvo|exceptuando|porque|pues|hasta|mientras|entre|para|pa|ya)\b"
    r"| (?:va|van|es|son|queda|quedan) (?=(?:para|pa|a|de|con|mejor)\b)| (?:a mi|en (?:el |la )?\d+)\b"
    r"| no(?= *(?:$|[,;:.!?]|y\b|pero\b))| que (?:ya|se|l[oa]s?|les?|sea|sean|vaya|vayan) | (?:me|se|nos|te) l[oa]s? "
    r"| que (?:eran?|fue|fueron|quedaron) | por (?=duplicad|repetid|error|equivoc|prueba)"
    r"| (?:y|e|pero) (?=(?:a |al |el |la |l[oa]s? |todo|\d|no |yo |ese|esa|{people}))"
)
"""Where the words end that say which, at the latest."""


@dataclass(frozen=True, slots=True)
class Described:
    """`text` with a number for each description; `which` tells what each of them stands for, as it was written, and
    `is_all` which of them are all there are, but for the others."""

    text: str
    which: Mapping[str, str]
    is_all: frozenset[str]

    def restored(self, text: str) -> str:
        """As it was written."""
        return _WRITTEN.sub(lambda found: f"{self.which.get(found[1], found[1])} ", text).strip()


def described(text: str, people: str, exceptions: str) -> Described:
    """`people` is a pattern of whoever is called in the text, `exceptions` one of what stands before what is left out:
    there any words are a description. What stands behind a colon tells what was done, or why."""
    said = even(text)
    head, _, _ = said.partition(":")
    if re.search(rf"\d|\b{_ARTICLE} (?:{_CASES} )?(?:del?|que|sin)\b|\btod[oa]s?\b", head):
        said = head
    parts, which, at = list[str](), dict[str, str](), 0
    for found in _pattern(said, people, exceptions).finditer(said):
        start, end = found.span(found.lastgroup or 0)
        if which and found["every"] and not said[at:start].strip(" ,"):  # «los de la impresora, todos»
            parts.append(text[at:start].rstrip(" ,"))
            at = end
            continue
        number = str(_FIRST + len(which))
        which[number] = text[start:end].strip()
        parts += [text[at:start], f"el {number} "]
        at = end
    is_all = {number for number, said in which.items() if _IS_ALL.fullmatch(even(said))}
    return Described("".join([*parts, text[at:]]).strip(), which, frozenset(is_all))


def _pattern(said: str, people: str, exceptions: str) -> re.Pattern[str]:
    moods = {word: verb[0][-1] for word in set(re.findall(r"\w+", said)) if (verb := verb_of(word))}
    one_verb = "|".join(word for word, mood in moods.items() if mood == ORDERED) or r"(?!)"
    with_them = (word for word, mood in moods.items() if mood in (ORDERED, PLAIN) and word.endswith(_THEM))
    does_it = "|".join(with_them) or r"(?!)"
    separates = _SEPARATES.replace("{people}", people)
    somebody = rf"(?:a |al |con |para |pa )?(?<!de )(?<!del ){_NOT_HAVING}{people}"
    end = rf"(?:\s*$|\s*{separates}| {somebody}| (?:{does_it})\b)"
    words = rf"(?:\s*(?!{end})[^\s,;:.!?]+){{1,8}}?(?={end})"
    before = _BEFORE_ALL.format(verbs=rf"\b(?:{one_verb})", people=people)
    return regex(
        rf"\b{exceptions} (?!(?:{_ARTICLE} |{_CASES} )*#?\d)(?P<left>{words})"
        rf"|\b(?P<which>{_ONES} (?:{_CASES} |{_MARKED} )?(?:del?|que|sin)\b(?! (?:el |la |caso )?#?\d){words})"
        rf"|\b(?P<marked>{_ONES} (?:{_REST}|{_CASES} {_MARKED}|{_MARKED}|{_ALL_CASES}(?! (?:\d|#)))\b)(?={end}| )"
        rf"|{before}(?P<every>{_EVERY})(?={end}| {one_verb})"
    )
