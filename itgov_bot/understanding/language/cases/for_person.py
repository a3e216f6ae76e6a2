"""Whether words beside what may be an order speak to whoever opened the case: then it is said to them, of their computer."""

import re

from itgov_bot.patterns import regex

from ..folding import even, fold, plain, word_set

_NAMED = r"usted(?:es)?|suy[oa]s?|su(?! merced\b)|sus|tus?|ti|contigo|(?:mi )?(?:don|dona|vecin[oa]|mi amor)"
_BEGIN = r"(?:^|\b(?:y|pero|porfa|favor|entonces|luego|despues|no) )"
_TELL_ME = r"(?:me|nos) (?:avis|cuent|dic|dig|escrib|confirm|mand|envi|pas|llam|copi)(?:a|e|as|es|en|an)"
_DO = (
    r"(?:reinici|prueb|intent|entr|mir|revis|esper|confirm|verifiqu|ingres|digit|presion|ensay|apagu|desconect|conect|guard|llam"
    r"|instal|desinstal|descargu|actualic|ejecut|limpi|escane|adjunt|diligenci|seleccion|aprit|repit|cheque|acerqu|pase por)"
    r"(?:e|en|el[oa]|eme)|(?:vuelv|hag|abr|salg|enciend|prend|escrib|teng|oprim|repit|escoj|elij|acced)an?"
    r"|(?:l[oa]s?|se) (?:vuelv|pon|dej|abr|quit|conect|prend|apag|met|sac|instal|descarg|guard|mand|envi)(?:e|a|es|as|en|an)"
)
_CAN = (
    r"te (?:abre|sirve|funciona|deja|aparece|sale)"
    r"|puede (?:entrar|ingresar|usar|probar|trabajar|imprimir|abrir|seguir|volver)"
)
_COURTESY = r"no le (?:pare|haga|ponga)|cualquier (?:cosa|novedad|duda)|gracias por|disculp\w+|con gusto|quedo atent[oa]"
_TO_PERSON = regex(rf"\b(?:{_NAMED}|{_CAN}|{_COURTESY})\b|{_BEGIN}(?:{_TELL_ME}|{_DO})\b")
_CALLED = regex(
    r"(?:(?:hola|listo|buen[oa]s(?: dias| tardes)?|ok|si|no) )?(?:mi )?"
    r"(?:senora?|seno|doctora?|ingeniera?|jefe|profe|vecin[oa])\b"
)


_PROMISE = regex(
    r"\b(?:(?:ya|ahora|ahorita|enseguida|mismo) (?:voy|vamos|subo|bajo|paso|llego|estoy)"
    r"|no l[oa]s? (?:toque|mueva|apague|prenda|use|abra)\w*"
    r"|(?:le|te|les) (?:llam|avis|escrib|marc|confirm|cuent|colabor|ayud)(?:o|amos|imos|are))\b"
)


def promises(said: str) -> bool:
    """Of plain folded words: «ya subo», «le aviso»; a case that somebody goes to neither waits nor is over."""
    return _PROMISE.search(said) is not None


def speaks_to_person(said: str) -> bool:
    """Of plain folded words."""
    return _TO_PERSON.search(said) is not None or _CALLED.match(said) is not None


_TITLES = word_set(
    "senor senora seno dona doctor doctora usuario usuaria funcionario funcionaria ingeniero ingeniera"
)


def without_whom(text: str, name: str) -> str:
    """«Dígale a Beto que ya voy» → «Dígale que ya voy», where Beto opened the case."""
    said, theirs = text.split(), _TITLES | set(plain(name).split()[:1])
    whom = [plain(word) for word in said]
    at = next(
        (
            at
            for at, word in enumerate(whom[:-1])
            if word in ("a", "al") and {*whom[at + 1 : at + 3]} & theirs
        ),
        None,
    )
    if at is None:
        return text
    rest = at + 1
    while rest < len(said) and (whom[rest] in theirs or whom[rest] in ("la", "el")):
        rest += 1
    return " ".join([*said[:at], *said[rest:]])


_FOR = r"(?:esto |este |esta )?(?:es )?(?:para|pa|al?) (?:el |la |don |dona |los de )*"


def without_reader(text: str, name: str) -> str:
    """«Para Rosa, este es el cable» → «este es el cable», where she opened the case; also by its number."""
    theirs = "|".join([*map(re.escape, fold(name).split()), r"(?:del? )?#?\d+"])
    found = re.match(rf"\W*{_FOR}(?:{theirs})(?: (?:{theirs}))*\s*[,:;.]+\s*(?=\S)", even(text))
    return text[found.end() :] if found else text
