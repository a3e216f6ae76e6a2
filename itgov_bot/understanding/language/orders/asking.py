"""What whoever opened a case is to be asked, in whatever words it is ordered: «averigüe con Eva si el router tiene luces»,
«que Ana diga desde qué aparato entra», «pídale la placa». What they read is the question, and never the order."""

import re
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..folding import even

_POLITE = r"(?:(?:por favor|porfa|y|ya|mejor|entonces|luego|oiga|oye|ahora)\W+)*"
_TITLES = r"(?:(?:la|el|don|dona|doctora?|senora?|senorita|ingenier[oa]|usuari[oa])\s+)*"
_WHAT = r"(?:(?:a|en|de|con|desde|hasta|por|para)\s+)?(?:que|cual(?:es)?|como|cuando|cuant[oa]s?|donde|quien(?:es)?)\b"
_THING = r"(?:el|la|los|las|su|sus|un|una|unos|unas|otra?|mas|fotos?)\b"
_BEGINS = rf"(?=(?:si|{_WHAT}|{_THING})(?:\s|$))"
_WHOM = rf"{_TITLES}(?P<whom>(?!(?:si|{_WHAT}|{_THING})\s)\w+(?:\s+(?!(?:si|{_WHAT}|{_THING})\s)\w+){{0,2}}?)"
_SEEKS = r"(?:averig[uü]|consult|pregunt|indag|investig)\w*?"
_LOOKS = r"(?:averig[uü]|consult|pregunt|indag|confirm|verifi|valid|mir|revis|cheque|coteje)\w*?"
_WAYS = (
    # «Averígüeme qué equipo es», «consúltele a Ana en qué computador», «pregúntele qué marca es»
    rf"{_SEEKS}(?:me|le|nos|selo)(?:\s+(?:a|al|con)\s+{_WHOM})?\s+{_BEGINS}(?P<asked>.+)",
    rf"(?:pregunte|consulte|averig[uü]e|indague)\s+(?:a|al)\s+{_WHOM}\s+{_BEGINS}(?P<asked>.+)",
    # «Mire con Gloria si tiene permisos»
    rf"{_LOOKS}\s+con\s+{_WHOM}\s+{_BEGINS}(?P<asked>.+)",
    # «Necesito saber si a Ana le pasa en el celular»
    r"(?:necesito|necesitamos|quiero|quisiera|hay que|toca|falta)\s+(?:saber|averiguar)\s+"
    rf"(?P<asked>(?:si|{_WHAT})\s+a\s+{_TITLES}(?P<whom>\w+)\s+l[eao]s?\b.+)",
)
_TOLD_TO = regex(
    rf"\W*{_POLITE}que\s+(?:{_TITLES}(?P<whom>\w+(?:\s+\w+)??)\s+)??(?:(?:me|nos|le)\s+)?"
    r"(?P<verb>diga|confirme|cuente|indique|explique|mande|envie|informe|aclare|comparta|pase|de|responda|especifique)"
    rf"\s+(?:que\s+)?{_BEGINS}(?P<asked>.+)"
)
_PLEADS = regex(
    rf"\W*{_POLITE}(?:pid[ae]|solicit[ae]|exij[ae])le(?:\s+(?:a|al)\s+{_WHOM})?\s+(?:(?=que\s)|{_BEGINS})(?P<asked>.+)"
)
_SPEAKS = regex(
    rf"\W*{_POLITE}(?:habl|comuniqu|llam|contact|escrib)\w*\s+(?:con|a)\s+{_TITLES}(?P<whom>\w+)\s+y\s+"
    r"(?P<then>(?:dig|avis|cuent|expli|pregunt)\w*le)\s+(?P<asked>(?:que|si)\s+.+)"
)
"""«Hable con Ana y dígale que ya casi»."""
_INFINITIVES = {
    "diga": "decir",
    "confirme": "confirmar",
    "cuente": "contar",
    "indique": "indicar",
    "explique": "explicar",
    "mande": "mandar",
    "envie": "enviar",
    "informe": "informar",
    "aclare": "aclarar",
    "comparta": "compartir",
    "pase": "pasar",
    "de": "dar",
    "responda": "responder",
    "especifique": "especificar",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """`whom` is as it was written, "" where nobody is named; what is asked begins at `start`."""

    whom: str
    text: str
    start: int


def asked_of(text: str) -> Asked | None:
    """None where nobody is to be asked anything."""
    said = even(text)
    for way in _WAYS:
        if found := re.fullmatch(rf"\W*{_POLITE}{way}", said, re.DOTALL):
            return _asked(text, found, "confirmar")
    if found := _TOLD_TO.fullmatch(said):
        return _asked(text, found, _INFINITIVES[found["verb"]])
    if found := _PLEADS.fullmatch(said):
        return _asked(text, found, "dar")
    return None


def spoken_to(text: str) -> Asked | None:
    """«Hable con Ana y dígale que ya casi», as «dígale a Ana que ya casi»."""
    found = _SPEAKS.fullmatch(even(text))
    if found is None:
        return None
    whom, then, rest = (text[found.start(name) : found.end(name)] for name in ("whom", "then", "asked"))
    return Asked(whom, f"{then} a {whom} {rest}", found.start("asked"))


def _asked(text: str, found: re.Match[str], verb: str) -> Asked:
    whom = text[found.start("whom") : found.end("whom")] if found["whom"] else ""
    start = found.start("asked")
    return Asked(whom, question(_without(text[start:], whom), verb), start)


def _without(said: str, whom: str) -> str:
    """«Si a Ana le pasa» → «si le pasa»: it is she who reads it."""
    return re.sub(rf"\s+a\s+{re.escape(whom)}\b", "", said, count=1) if whom else said


def question(said: str, verb: str) -> str:
    """As it is asked: «si tiene otro» → «¿tiene otro?», «la placa» → «¿me puede dar la placa, por favor?», «que mande una
    foto» → «por favor, mande una foto»."""
    what = _THAT_IF.sub("si ", said.strip().strip("?¿.! "))
    plainly = even(what)
    if re.match(r"si\s+(?!no\b)", plainly):
        return as_question(what)
    if re.match(r"que\s+(?:me|nos|l[aoe]s?|se)?\s*\w+[ea]n?\b", plainly) and verb == "dar":
        return f"por favor, {what.split(None, 1)[1]}"
    if re.match(_WHAT, plainly):
        return f"¿{what}?"
    return f"¿me puede {verb} {what}, por favor?"


_THAT_IF = regex(r"\Aque\s+si\s+", re.IGNORECASE)
"""«Pregúntele que si hay luz»."""
_ASKED = regex(
    r"(?:si\s+(?!no\b))?(?P<rest>(?:(?<=si )|(?=qu[eé]\b|c[uú]al|c[oó]mo|cu[aá]n|d[oó]nde|qui[eé]n|a qu|de qu))\w.*?)"
    r"[?.\s]*(?:,?\s*(?:y\s+)?si\s+no,?\s+(?P<else>\w.*))?",
    re.IGNORECASE | re.DOTALL,
)


def as_question(text: str) -> str:
    """What somebody is to be asked, as it is asked: «si tiene otro equipo» → «¿tiene otro equipo?»; behind it stands what
    they do if not."""
    found = _ASKED.fullmatch(text.strip())
    otherwise = f" Si no, {found['else']}" if found and found["else"] else ""
    return f"¿{found['rest']}?{otherwise}" if found else text
