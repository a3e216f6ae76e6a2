"""People's words without what could point at a person. For what is learned from, and what others may read.

Given names are data (`given_names.yaml`). What points at a thing stays: case numbers, plates, addresses of the network.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from itgov_bot.patterns import regex

from ..figures import CASE_NUMBER
from ..folding import fold, plain
from ..links import LINKS
from ..word_file import WordFile

MAX_CHARS = 200
MAX_READ = 2000
"""Characters: of more, the end is not looked at, as little more than MAX_CHARS is left of it."""
MIN_NAME_LETTERS = 3
_ACCENTED = {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú", "n": "ñ"}

_NAME = r"(?!(?:{stop})\b)[^\W\d_]{{2,}}"
_STOP = (
    "al|ante|aqui|aquí|con|de|del|desde|donde|el|en|es|esta|está|hace|la|las|le|los|me|mi|necesita|necesito|ni|no"
    "|para|pero|pide|por|porque|que|quien|quiere|quiero|quisiera|se|si|sin|su|te|tengo|tiene|un|una|y|ya|yo"
)
_NOT_A_NAME = (
    "agente|asesora?|auxiliar|contratista|coordinadora?|directora?|emplead[oa]|enlace|funcionari[oa]|jefe|jefa|nuev[oa]"
    "|otr[oa]|parte|pasante|practicante|profesional|responsable|secretari[oa]|solo|supervisora?|técnic[oa]|tecnic[oa]"
    "|usuari[oa]|alcalde|alcaldesa|abogad[oa]|arquitect[oa]|ingenier[oa]|doctora?|señora?"
)
_ONE = _NAME.format(stop=_STOP)
_REST = rf"(?:\s+{_ONE}){{0,3}}"

_OCTET = r"(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])"
_THING = regex(
    rf"\b{CASE_NUMBER}\b"
    r"|\b(?!(?:tel|cel|mov|fijo|cc|ced|nit|doc)\w*-)[a-z]{2,}(?:-[a-z0-9]{2,8}){1,4}-\d{4,}\b"
    r"|\b(?:placas?|inventario|radicados?|rad|serial|serie|activo(?: fijo)?|oficio|modelo)\b\.?"
    r"(?:[\s:.#°]{0,3}(?:de inventario|n[uú]mero|nro|no|es|de la|del|de)\b){0,3}[\s:.#°]{0,3}[a-z]{0,8}[-/]?\d[\w/-]{2,30}"
    rf"|(?<![\d.])(?!1\.){_OCTET}(?:\.{_OCTET}){{3}}(?![\d.]\d)",
    re.IGNORECASE,
)
"""Case numbers, plates, filing numbers, network addresses. What begins with «1.» is rather a document of identity."""
_USER = (
    r"\b((?:usuario|user|username|login|nombre de usuario)(?:\s+(?:de(?:l)?\s+(?:la\s+)?\w+|institucional))?"
)
_USER_IS = (
    rf"{_USER}(?:\s*[:=]|\s+es\b(?:\s*:)?))\s*(?!(?:{_STOP}|nuev[oa]|incorrect[oa]|correct[oa]|inv[aá]lid[oa]|otr[oa]|igual"
    r"|diferente|viej[oa]|antigu[oa]|mism[oa]|algun[oa]|cualquiera|temporal|gen[eé]ric[oa]|externo|institucional"
    r"|bloquead[oa]|inexistente|ese|este|esa|lo|nulo)\b)[\w.@-]*\w"
)
_USER_NAMED = (
    rf"{_USER})\s+(?:[a-z]+[._]?\d[\w.]*|[a-z]+[._][a-z][\w.]*"
    r"|(?!(?:ps|share|whats)\w*)(?:[bcdfghjklmnpqrstvwxyz](?![hlr])[bcdfgjkmnpqstvwxz][a-z]{3,}|[jmnqsvwxyhl][hr](?=[aeiou])[a-z]{3,}))\b"
)
"""«El usuario jperez»: with a digit or a dot, or beginning as no Spanish word does."""
_BETWEEN = r"[\s().-]{0,3}"
_TELEPHONE = rf"\+\d[\d\s().-]{{6,}}\d|(?<!\d)(?:57{_BETWEEN})?\(?(?:3{_BETWEEN}\d|6{_BETWEEN}0)(?:{_BETWEEN}\d){{8}}(?!\d)"
"""With the sign of a country, or ten digits that begin as those of Colombia do. A shorter one may be a plate."""
_UNSEEN = regex(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
_LOOKS_LATIN = str.maketrans(
    "асеорхуіјѕԁԛԝһкмтвАВЕКМНОРСТХУІЈЅαορνικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aceopxyijsdqwhkmtbABEKMHOPCTXYIJSaopvikABEZHIKMNOPTYX",
)
"""Letters of other alphabets that are taken for ours."""
_REACHES = (
    (regex(r"(?<!\S)\S*@\S+"), "[correo]"),
    *LINKS,
    *(
        (regex(pattern, re.IGNORECASE), instead)
        for pattern, instead in (
            (r"(?<![\w@])@[a-z]\w{3,31}", "[usuario]"),
            (_USER_IS, r"\1 [usuario]"),
            (_USER_NAMED, r"\1 [usuario]"),
            (_TELEPHONE, "[número]"),
        )
    ),
)
"""What somebody can be reached or led away with: it goes wherever it stands, also inside of what looks like a thing."""
_PERSONAL = tuple(
    (regex(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (
            r"\b((?:c\.?\s?c\.?|c[eé]dula|nit|documento|identificaci[oó]n|tel[^\W\d]*|cel[^\W\d]*)(?:\s+es)?)[\s:.#°no]*\d[\d\s.-]*",
            r"\1 [número] ",
        ),
        (r"(?<![\dx])\+?\(?\d[\d\s().-]{5,}\d", "[número]"),
        (
            rf"\b(me llamo|mi nombre es|le habla|les habla|habla|atentamente,?|att:?|firma:?)\s+{_ONE}{_REST}",
            r"\1 [nombre] ",
        ),
        (rf"\b(soy)\s+(?!(?:{_NOT_A_NAME})\b){_ONE}{_REST}", r"\1 [nombre] "),
        (
            rf"\b(doctora?|dra?|ingenier[oa]|ing|señora?|sra?|don|doña|licenciad[oa])\b\.?\s+"
            rf"(?!(?:{_NOT_A_NAME})\b){_ONE}(?:\s+{_ONE}){{0,2}}",
            r"\1 [nombre] ",
        ),
    )
)


@dataclass(frozen=True)
class Scrubber:
    """`given`: the given names as a pattern; None where the city lists none."""

    given: re.Pattern[str] | None = None

    @classmethod
    def of(cls, names: Collection[str]) -> Scrubber:
        written = "|".join(sorted(map(_with_accents, names)))
        return cls(regex(rf"\b(?:{written})\b{_REST}", re.IGNORECASE) if names else None)

    def scrub(self, text: str) -> str:
        """The text without mail, numbers, links and names; people seldom write capitals."""
        text = _without(_REACHES, shown(text[:MAX_READ]))
        pieces, end = [], 0
        for thing in _THING.finditer(text):
            pieces += [self._without_people(text[end : thing.start()]), thing[0]]
            end = thing.end()
        pieces.append(self._without_people(text[end:]))
        return " ".join("".join(pieces).split())[:MAX_CHARS]

    def _without_people(self, text: str) -> str:
        text = _without(_PERSONAL, text)
        return self.given.sub("[nombre] ", text) if self.given else text


def _without(patterns: Iterable[tuple[re.Pattern[str], str]], text: str) -> str:
    for pattern, instead in patterns:
        text = pattern.sub(instead, text)
    return text


def shown(text: str) -> str:
    """The text as it looks: without what is not seen, and each letter the one that it is taken for."""
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).translate(_LOOKS_LATIN)


_SECRET = regex(
    r"\b(?:clave|contrasena|password|pin|codigo|token|usuario)s?\b(?: \w+){0,3}? (?:es|son|queda|quedo|sera)\b"
)


def tells_a_secret(text: str) -> bool:
    """«Su clave temporal es …»: for one reader alone."""
    return _SECRET.search(plain(text)) is not None


def read_scrubber(data: Path) -> Scrubber:
    """Raises VocabularyError."""
    return Scrubber.of(read_given_names(data))


def read_given_names(data: Path) -> tuple[str, ...]:
    """As they are written. Raises VocabularyError."""
    file = WordFile(data, "given_names.yaml", ("given",))
    for name in file.words("given"):
        if not name.isalpha() or len(name) < MIN_NAME_LETTERS:
            file.refuse(
                "`given`", f"«{name}» no es un nombre", "escriba una sola palabra, de tres letras o más"
            )
    return file.words("given")


def _with_accents(name: str) -> str:
    """«María» as it is typed: «maria», «María»."""
    return "".join(
        f"[{letter}{_ACCENTED[letter]}]" if letter in _ACCENTED else letter for letter in fold(name)
    )
