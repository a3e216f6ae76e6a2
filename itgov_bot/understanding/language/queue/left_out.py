"""Which cases an order leaves out («menos el 2», «el 3 no», «pero el 4 déjelo quieto»), all of them written as numbers."""

import re

from itgov_bot.patterns import regex

from ..folding import even
from ..orders import cases_named
from ..orders.verbs import ORDERED, verb_of

_N = r"#?(?:saus-?)?(?:20\d\d-)?\d{1,6}(?![\w/%-]|:\d)"
_LED = r"(?:(?:a|al|el|la|los|las|lo|del|de|casos?|tickets?|numeros?) )*"
NUMS = rf"{_LED}{_N}(?: ?(?:,|, y|y|e|ni)(?: tampoco)? {_LED}{_N})*"
_SOME = rf"{_LED}{_N}(?: (?:y|e|ni)(?: tampoco)? {_LED}{_N})*"
"""Without commas: what is said of them stands behind the last one alone."""
_BEGIN = r"(?:^|[,;:.!?] *(?:(?:y|pero|mas|eso si) )?|\b(?:y|e|pero|mas|aunque) )"
_END = r"(?= *(?:$|[,;:.!?]|\b(?:y|e|pero|porque|pues|gracias|por favor|porfa|que (?:es|esta|ya|lo|la))\b))"
EXCEPTION = (
    r"(?:(?<!mas o )(?<!por lo )(?<!nada )(?<!mucho )(?<!al )(?<!@)menos(?! (?:mal|cuarto|que)\b)"
    r"|excepto(?: (?:a|por))?|exceptuando|salvo|(?:con|a) excepcion de|sin (?:contar|incluir|tocar|mover)"
    r"|quitando|descontando|dejando (?:quietos?|por fuera|afuera)|fuera de|aparte de|a parte de)"
)
_STAYS = (
    r"(?:quiet[oa]s?|asi|ahi|igual|como (?:esta|estan|estaban?)|donde (?:esta|estan)|por fuera|afuera|tranquil[oa]s?|en paz"
    r"|abiert[oa]s?|sin (?:tocar|mover|asignar|cerrar))"
)
_LEAVE = r"dej(?:e|a|en|emos|ar)(?:me)?(?:l[oa]s?)?"
_NOT = (
    r"(?:(?:todavia|aun|mejor|tampoco|ya|por ahora|a ese|ese|esos) )*no"
    r"(?: (?:todavia|aun|por ahora|hoy|mejor|se tocan?))*"
)
_NOT_DONE = (
    rf"{_NOT} (?:(?:me|se|le|les|te|l[oa]s?) )*(?:toque|mueva|de(?= a PEOPLE)|VERBS)(?:n|l[oa]s?)?\b(?! PEOPLE)"
    rf"(?: a PEOPLE)?(?: {_STAYS})*"
)
_STAY = rf"(?:{_LEAVE}|(?:se )?(?:queda|quedan|sigue|siguen)|que (?:se )?queden?)(?: {_STAYS})+"
_THEIRS = r"(?:que )?(?:es[eoa]s?|est[eoa]s?)(?: (?:va|van|es|son|sean?|queden?|se l[oa]s?|l[oa]s?|tambien|\w+l[oa]s?))*"
_TO = r"(?:a|para|pa) PEOPLE"

_GIVEN: tuple[tuple[str, str], ...] = (
    (rf"[,;]? ?\b{EXCEPTION} (?P<nums>{NUMS}) ?[,;:]? ?{_THEIRS} (?P<to>{_TO})", r", \g<nums> \g<to>"),
    (
        rf"^(?P<before>.*\bPEOPLE.*?)[,;]? ?\b(?:pero |y )?{EXCEPTION} (?P<nums>{_SOME}) (?P<to>{_TO})",
        r"\g<before>, \g<nums> \g<to>",
    ),
    (
        rf"[,;]? ?\b(?:pero |y )?{EXCEPTION} (?P<nums>{NUMS}),? que l[oa]s? \w+ (?P<to>PEOPLE)",
        r", \g<nums> a \g<to>",
    ),
)
"""«Menos el 3, ese a Carla», «todos a Darío menos el 3 a Carla»: somebody else gets them."""
_LEFT_OUT: tuple[str, ...] = (
    rf"[,;:]? ?\b(?:(?:y|pero|eso si|con|todo) )?{EXCEPTION} (?P<left>{NUMS})",
    rf"{_BEGIN}(?P<left>{_SOME}),? {_NOT}{_END}",
    rf"{_BEGIN}(?P<left>{_SOME}),? {_NOT_DONE}",
    rf"{_BEGIN}(?P<left>{_SOME}),? {_STAY}{_END}",
    rf"{_BEGIN}(?P<left>{_SOME}),? (?:mejor )?{_LEAVE}{_END}",
    rf"{_BEGIN}(?:no|ni) (?P<left>(?:a|al|el|la|los|del) {_SOME}){_END}",
    rf"{_BEGIN}{_NOT_DONE} (?P<left>{_SOME})(?: a PEOPLE)?{_END}",
    rf"{_BEGIN}{_LEAVE}(?: {_STAYS})+ (?P<left>{_SOME}){_END}",
    rf"{_BEGIN}{_LEAVE} (?P<left>{_SOME})(?: {_STAYS})+{_END}",
)
_MAY_LEAVE_OUT = regex(rf"\b(?:{EXCEPTION}|no|ni|{_LEAVE}|quedan?|queden?|siguen?)\b")
_UNUSED = regex(
    rf"\b(?:{EXCEPTION}|sino|a menos que|no (?=(?:a |al |el |la |los ){_N})|ni (?={_SOME}))\b|\b{_SOME},? {_NOT}{_END}"
)

_TURNS = regex(rf"\b(?:pero|aunque) {_SOME}|\b{_SOME} si (?:es|son|esta|estan|va|van|se)\b")


def left_out(text: str, people: str) -> tuple[str, list[str]]:
    """The text without what leaves cases out, and their numbers. `people` is a pattern of whoever is called in it."""
    if not _MAY_LEAVE_OUT.search(even(text)):
        return text, []
    left, verbs = list[str](), _verbs(text)
    for pattern, put in (*_GIVEN, *((one, "") for one in _LEFT_OUT)):
        pattern = pattern.replace("PEOPLE", people).replace("VERBS", verbs)
        while found := re.search(pattern, even(text)):
            left += cases_named(f"el {found['left']}") if not put else ()
            text = _without(text, found, put)
    return text, left


def unused(text: str, *, is_one: bool) -> str:
    """What stands in a text of an exception or of a negation; "" where nothing does. `is_one`: nobody gets their own, so
    that what turns to some cases («pero al 3 …») says something else of them."""
    found = _UNUSED.search(even(text)) or (_TURNS.search(even(text)) if is_one else None)
    return text[found.start() :].strip() if found else ""


def _verbs(text: str) -> str:
    ordered = [
        word for word in set(re.findall(r"\w+", even(text))) if (verb_of(word) or ("",))[0][-1:] == ORDERED
    ]
    return "|".join(map(re.escape, ordered)) or r"(?!)"


def _without(text: str, found: re.Match[str], put: str) -> str:
    """In the letters as they were written."""
    kept = re.sub(r"\\g<(\w+)>", lambda name: text[slice(*found.span(name[1]))], put)
    before, behind = text[: found.start()].rstrip(" ,"), text[found.end() :].lstrip()
    glue = "" if not before or behind[:1] in ",;:.!?" else ", " if found[0][:1] in ",;:." else " "
    return f"{before}{kept}{glue}{behind}".strip(" ,") if not put else f"{before}{kept} {behind}".strip()
