"""Is it a way to reach somebody: a telephone, an extension, a mailbox? And which one do the words tell?"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from itgov_bot.patterns import regex

from ..figures import CASE_NUMBER
from ..folding import OF_A_TURN, fold, plain
from .figures_denied import figure_denied

MIN_TELEPHONE_DIGITS = 4
"""Internal extensions have four digits; a shorter one must say that it is one."""

_MAILBOX = regex(r"(?<![^\s@,;:(<])[^\s@,;:(<]{1,64}@[^\s@]{1,100}\.\w{2,20}")
_EXTENSION = regex(r"\b(?:ext|extension|estension|extencion|anexo)\b\D{0,20}\d")

_DIGIT = regex(r"\d")
_REFERENCE = regex(
    rf"\b{CASE_NUMBER}\b|\b[a-z]{{2,6}}-20\d\d-\d{{1,6}}\b|\b20\d\d-0\d{{3,5}}\b"
    r"|(?<=\bcaso )#?\d[\d\-]{0,12}|\b(?:placa|serial|inventario|radicado)\b[\s:#.]{0,3}[\w\-]{0,20}\d[\w\-]{0,20}"
    r"|\b20\d\d[\-/]\d{1,2}[\-/]\d{1,2}\b|\b\d{1,2}[\-/]\d{1,2}[\-/]20\d\d\b|(?<=\baño )20\d\d\b",
    re.IGNORECASE,
)
"""A case, a plate, a date: figures by which nobody is reached."""

_OWN = (
    r"(?:(?:y|o|a|al|el|la|mi|un|este|su|nuestr[oa]|es|en|por|contacto|n[uú]mero|nro|no)\b[.:]?\s{0,3}){0,4}"
)
_TELEPHONE_WORD = (
    r"(?:tel[eé]fonos?|tel|tfno|cel(?:ular)?|cell|m[oó]vil|whats?\s?app?|wpp|wsp|wa|fijo|contacto|n[uú]mero"
    r"|ll[aá]m\w{1,8}|marcar|marquen?)"
)
_EXTENSION_WORD = r"(?:ext(?:ensi[oó]n)?|estensi[oó]n|extenci[oó]n|anexo|intern[oa]|marcar|marquen?)"
_IS = r"\b\.?\s{0,3}(?:(?:es|al?|la|el|de|n[uú]mero|no|nro)\b\.?\s{0,3}){0,3}[:#]?\s{0,3}"
_TAIL = rf"(?:[\s,]{{0,3}}{_EXTENSION_WORD}\b\.?[\s:#]{{0,3}}\d{{2,6}})?"
_SHAPED = r"(?:\+\s?\d{1,3}[\s.\-]?)?\(?(?:3\d\d|60\d)\)?(?:[\s.\-]{0,2}\d){7}"
_LABELLED = r"\+?\(?\d(?:[\s.()\-]{0,2}\d){3,13}"
_FOUND = regex(
    rf"(?P<extension>\b{_OWN}{_EXTENSION_WORD}{_IS}(?P<short>\d{{2,6}}))(?![\d\w])"
    rf"|(?:\b{_OWN}(?:{_TELEPHONE_WORD}{_IS}){{1,3}}(?P<labelled>{_LABELLED}{_TAIL})"
    rf"|\b{_OWN}(?P<shaped>{_SHAPED}{_TAIL})"
    rf"|(?P<plus>{_SHAPED}{_TAIL}))(?![\d\w])",
    re.IGNORECASE,
)
_OF_A_THING = regex(
    r"\b(?:error|codigo|placa|serial|serie|inventario|ip|cedula|cc|c c|nit|radicado|version|windows|office"
    r"|factura|contrato|caso"
    r"|orden|expediente|predio|referencia|valor|documento|identificacion)(?: (?:de|del|la|el|no|nro|numero|es)){0,3}$"
)
"""Right before a figure: it is the figure of a thing."""
_FAILS = regex(
    r"\s{1,3}(?:no|ni|est[aá]|estan|se|sin|qued[oó]|suena|tiene|da|falla|aparece|sale|sigue)\b", re.IGNORECASE
)
"""Right after an extension: «la extensión 1204 no timbra» is the matter, and no way to reach anybody."""
_LED = regex(r"^\W*(?:al?|el|la|este|su|nuestr[oa]|un)\b", re.IGNORECASE)
_OF_TELEPHONE = regex(
    r"\W{0,9}(?:\w+ ){0,4}?(?:(?:timbr|son|suen|repic|contest|marc|comunic|respond|oy|escuch|mud|sord|ocupad|ruid)\w*"
    r"|(?:da|dan)\b|tono|linea|senal|(?:funcion|sirv|entr|sal|recib|hac|tien|dej|permit|conect|registr|prend|enciend|fall"
    r"|aparec|dan|mal|muert|bloquead|desconect|caid|servici)\w*)(?P<rest>.*)"
)
"""After a bare extension, over folded words: what a telephone does not do."""
_OTHER_FAILS = regex(
    r"(?: \w+)? (?:el|la|los|las|mi|mis|un|una|al) (?!tono|timbre|linea|llamadas?|senal|exterior|celular)\w+"
)
_MINE = regex(r"\b(?:mi|mis|ll[aá]m\w*|marcar|contacto)\b", re.IGNORECASE)
_BARE = regex(r"(?<![\w.])\+?\(?\d(?:[\s.()\-]{0,2}\d){3,13}(?![\d\w])")

_BY_CHAT = regex(
    r"(?:(?:si|ok|listo|bueno|pues|claro|dale|acepto|autorizo|prefiero|mejor|solo|solamente|que sea"
    r"|que me escriban|que me avisen"
    r"|me pueden|pueden|puede|escribir|escriba|escriban|escribanme|escribame|avisar|avisen|avisenme|aviseme"
    r"|contactar|contestar"
    r"|contesten|respondan|respondanme|me|y|todo|lo|a ningun[oa]?|no tengo (?:celular|telefono|extension|numero|cel|tel)"
    r"|nada mas) )*"
    r"(?:(?:por|x|en|via) (?:aqui|aca|ahi|este(?: mismo)? (?:chat|medio|canal|whatsapp)|esta(?: misma)? (?:via"
    r"|conversacion)"
    r"|el (?:chat|bot|mismo chat|mismo medio)|chat|telegram|el telegram|mensaje)|este (?:chat|medio|mismo"
    r"|mismo chat)|aqui|chat"
    r"|el chat|no tengo(?: (?:celular|telefono|extension|numero|cel|tel|ni [a-z]+|otro|contacto|correo))*"
    r"|ningun[oa]?)"
    r"(?: (?:mismo|mismito|nomas|no mas|nada mas|por favor|porfa|gracias|esta bien|solamente|solo|si|mejor"
    r"|autorizo|acepto|ni [a-z]+"
    r"|extension|telefono|celular|numero))*"
)
"""A whole answer, over folded words."""


@dataclass(frozen=True, slots=True)
class Contact:
    """`value` as it is kept; `start` and `end`: where it stands in the text, with the words that announce it."""

    value: str
    start: int
    end: int


def find_contact(text: str) -> Contact | None:
    """The first way to reach somebody that a sentence tells; figures of things, cases and money are none."""
    if found := _MAILBOX.search(text):
        return Contact(found[0].rstrip("."), _announced(text, found.start()), found.end())
    if _DIGIT.search(text) is None:
        return None
    hidden = _REFERENCE.sub(lambda found: "·" * len(found[0]), text)
    for found in _FOUND.finditer(hidden):
        if not _is_of_a_thing(text, found):
            return Contact(_value(found), found.start(), found.end())
    return None


MAX_CONTACTS = 3


@lru_cache(OF_A_TURN)
def find_contacts(text: str) -> tuple[Contact, ...]:
    """Every way that a sentence tells, in its order: «3001234567, ana@…»."""
    return _meant(_found, text)


def _found(text: str) -> tuple[Contact, ...]:
    found, rest = list[Contact](), text
    while len(found) < MAX_CONTACTS and (one := find_contact(rest)):
        found.append(one)
        rest = f"{rest[: one.start]}{' ' * (one.end - one.start)}{rest[one.end :]}"
    return tuple(sorted(found, key=lambda one: one.start))


def _meant(find: Callable[[str], tuple[Contact, ...]], text: str) -> tuple[Contact, ...]:
    """What is found in the words, without a figure that is said to be none."""
    if (denied := figure_denied(text)) is None:
        return find(text)
    where = ((one, denied.shifted(one.start, one.end)) for one in find(denied.rest))
    return tuple(replace(one, start=start, end=end) for one, (start, end) in where)


def joined(found: Sequence[Contact], whom: str | None = None) -> str | None:
    """As they are kept, with whom to ask for there; None for none."""
    ways = " y ".join(dict.fromkeys(one.value for one in found))
    return (f"{ways} ({whom})" if whom else ways) or None


def contact_in(text: str) -> str | None:
    """The contact of an answer to «how do we reach you?»: here a bare figure is one as well."""
    return joined(find_contacts(text) or contacts_answered(text))


def contacts_answered(text: str) -> tuple[Contact, ...]:
    """The bare figure of such an answer."""
    return _meant(_bare_figure, text)


def _bare_figure(text: str) -> tuple[Contact, ...]:
    hidden = _REFERENCE.sub(lambda found: "·" * len(found[0]), text)
    for bare in _BARE.finditer(hidden) if "?" not in text else ():
        if not _OF_A_THING.search(plain(hidden[: bare.start()])):
            return (Contact(" ".join(bare[0].split()), bare.start(), bare.end()),)
    return ()


def says_by_chat(text: str) -> bool:
    """«Por aquí mismo», «no tengo»: the chat is the way to reach them."""
    return _BY_CHAT.fullmatch(plain(text)) is not None


def without_references(text: str) -> str:
    """The words without the figures that number a case or a thing, or name a date."""
    return _REFERENCE.sub("", text)


def reads_as_contact(text: str) -> bool:
    """Only such words, or a plain yes, are taken for a consent (Ley 1581)."""
    if _MAILBOX.search(text):
        return True
    if "?" in text:
        return False
    digits = sum(char.isdigit() for char in without_references(text))
    return digits >= MIN_TELEPHONE_DIGITS or _EXTENSION.search(fold(text)) is not None


_ANNOUNCES = regex(
    r"(?:\b(?:y|mi|el|al|a|es|e?-?mail|correo(?: electr[oó]nico| institucional)?|buz[oó]n|escr[ií]banme"
    r"|contacto)\b\s*:?\s*){1,5}$",
    re.IGNORECASE,
)
_MAX_ANNOUNCING = 60


def _announced(text: str, at: int) -> int:
    """Where the words begin that announce a mailbox: «mi correo es»."""
    begin = max(0, at - _MAX_ANNOUNCING)
    found = _ANNOUNCES.search(text[begin:at])
    return begin + found.start() if found else at


def _is_of_a_thing(text: str, found: re.Match[str]) -> bool:
    if _OF_A_THING.search(plain(text[max(0, found.start() - _MAX_ANNOUNCING) : found.start()])):
        return True
    if found["shaped"] or found["plus"] or _MINE.search(found[0]) or not _FAILS.match(text, found.end()):
        return False
    return _LED.match(found[0]) is not None or _telephone_fails(text[found.end() :])


def _telephone_fails(told: str) -> bool:
    """«Ext 1204 no timbra» tells of the telephone; «ext 340 no tengo internet» only begins with how to reach them."""
    fails = _OF_TELEPHONE.match(plain(told))
    return fails is not None and _OTHER_FAILS.match(fails["rest"]) is None


def _value(found: re.Match[str]) -> str:
    if found["short"]:
        return f"ext. {found['short']}"
    return " ".join((found["labelled"] or found["shaped"] or found["plus"]).split())
