"""Cases that an agent names by whose they are or what they are of («el de Rosa», «lo de doña Julia de Hacienda», «la
impresora de Luis», «lo del correo»), and the same sentence with their numbers in that place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from itgov_bot.patterns import regex

from ..folding import even, fold, plain, word_set
from ..fuzzy import same_word
from ..known import NOTHING_KNOWN, Known
from ..orders import telling
from ..people.called import short_names
from ..people.names import TITLES, is_capital

MAX_CHARS = 400
MOST_NAME_WORDS = 4
MOST_MATTER_WORDS = 3

_CASE = r"(?:caso|ticket|tiquete|asunto|tema|problema|cuento|chicharron|requerimiento|reporte|pendiente|dano)"
_DET = r"(?P<det>\b(?:a la|a lo|de la|de lo|al|del|el|la|lo|ese|esa|este|esta))"
_NO_THING = (
    r"(?!(?:de|del|a|al|el|la|lo|los|las|en|con|que|y|por|para|se|le|me|un|una|nota|prioridad|respuesta)\b)"
)
_LED = regex(
    rf"{_DET}(?: {_CASE})?(?: (?P<about>{_NO_THING}\w+(?: {_NO_THING}\w+)?))? de(?P<the>l| la| los| las)? (?!del? )"
)
_TO = regex(
    r"\b(?:(?:yo )?(?:atiendo|atendere|ayudo)|(?:respond|contest|mand|envi|escrib)\w*|(?:respond|contest|mand|envi)[ae]le"
    r"|(?:contesto|respondio|escribio|dijo)(?! a\b)|(?:ya |yo )*(?:termine|acabe|cumpli|sali) con)(?P<to> a)? "
)
"""Before whoever opened the case: «yo atiendo a Ana», «mándele a Beto la de reinicio», «qué contestó Luis»."""
_DONE_FOR = (
    r"(?:cierr|cerr|resuelv|resolv|termin|finali|soluci|arregl|sub|baj|pong|pon|cambi|corri|correg|quit|reabr|abr|cancel|anul"
    r"|escal|prior|clasifi|reclasifi|ajust|actuali)"
)
_WHOSE = regex(
    rf"\b(?P<verb>{_DONE_FOR}\w*(?:le|selo|sela)|le (?:cierr|resuelv|sub|baj|pong|cambi|corrij)[oa])"
    rf"(?P<again> otra vez| de nuevo| nuevamente)?(?P<case> (?:el|ese|este|su|lo|eso)(?: {_CASE}\b)?)?"
    r"(?(case)| (?:(?:el|la|una?|su|mas|de) )?(?!a )\w+(?: \w+)??)?? (?P<to>a) "
)
"""Before whoever it is done for: «ciérrele el caso a Hugo», «súbale la prioridad a Nora»."""
_MET = regex(
    r"\b(?:ya |yo |l[aeo] )*(?:(?:escribi|dije|avise|pregunte|llame|explique|mande|envie|conte|informe|respondi|conteste"
    r"|marque|busque|visite|espere|vi|recorde|insisti)(?P<to> a)|(?:hable|quede|cuadre)(?: ya| ahi)? con"
    r"|(?:fui|pase|subi|baje) (?:a )?(?:donde|adonde|por donde|por lo de)"
    r"|me (?:llamo|escribio|contesto|dijo|respondio|confirmo)) "
)
"""Before whom who tells of it has spoken to, or not found."""
_DONE = regex(
    r"\b(?:ya (?:quedo|esta|sirve|funciona|imprime|arregle|repare|cambie)|list[oa]|arregle|repare|cierro|resuelvo)"
    r" (?P<det>el|la) (?P<thing>\w+)(?= *(?:[,.:;]|$))"
)
"""«Ya quedó la impresora, era el tóner»."""
_BEHIND_COLON = regex(rf" (?:el|lo|la)(?: {_CASE})? del?(?: \w+){{1,3}}(?:[,;]|$)")
_READY = regex(r"^(?:ya |ok |bueno,? )*list[oa],? (?:ya |con )?(?=(?:\w+ ){1,4},|\w+(?: \w+){0,3}[,:])")
"""«Listo Hugo, quedó con Windows nuevo»."""
_ITS = regex(r"\b(?:\w+(?:l[oae]s?)|l[oae]s?|ese|este|eso|esto|ese mismo|el caso)\b")
_ASKS_OF_IT = regex(
    r"(?:y )?(?:(?:en que|como) (?:va|esta|anda|quedo) (?:ese|este|eso|esto|el caso|el mismo)"
    r"|quien lo (?:tiene|atiende|lleva))(?: (?:ya|por fin|al final))*"
)
_WORD = regex(r"@?\w+")
_NO_MATTER = word_set(
    """ya que q se lo le me mi mis tu su sus no si es era esta ese esa eso este esto ellos ellas ella usted ustedes
    nosotros siempre hoy ayer manana
    permiso vacaciones licencia viaje guardia antes ahora aqui alla arriba abajo hace cada uno una dos tres todos todas
    turno"""
)
"""What says of no case what it is of: «el de mañana», «el de ella»."""
_OFFICE = regex(r" de (?:l[ao]s? )?(?P<office>\w+(?: \w+)?)")
_DETS = {"a la": "al", "a lo": "al", "al": "al", "de la": "del", "de lo": "del", "del": "del"}


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody by whose name cases may be meant; `office` is where they work."""

    person: int
    name: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """`start` and `end` tell where in the text, `det` what stands for the number's article. It is of one of the `people`;
    or of nobody who is known by that `name`; or, without a name, of what the words `about` say. `is_sure`: nothing of it
    was guessed."""

    start: int
    end: int
    det: str
    people: frozenset[int] = frozenset()
    name: str = ""
    about: tuple[str, ...] = ()
    is_sure: bool = True
    in_hand: bool = False
    """Only what they see to themselves may be meant."""

    def by_number(self, text: str, number: str) -> str:
        """The text with the case named by its number."""
        return f"{text[: self.start]}{self.det} {number}{text[self.end :]}"


_REOPENS = regex(
    r"\b(?:re ?abr[aeio]\w*|abr[aei]\w* (?:(?!que )\w+ ){0,5}?(?:de nuevo|otra vez|nuevamente)|vuelv\w* a abrir"
    r"|reviv[ae]\w*|resucit[ae]\w*)\b"
)


def says_reopen(text: str) -> bool:
    """«Reabra el de Hugo que sigue igual»."""
    return _REOPENS.search(even(text)) is not None


def names_it(text: str) -> bool:
    """By a pronoun, perhaps at the end of the verb."""
    return _ITS.search(even(text)) is not None


def asks_of_it(text: str) -> bool:
    """«¿Cómo va ese?», «¿quién lo tiene?»"""
    return _ASKS_OF_IT.fullmatch(plain(text)) is not None


def whose_case(text: str) -> str:
    """«… que apure lo de Luis» → «lo de Luis»; empty where nobody is named so."""
    found = _LED.search(even(text))
    return text[found.start() :] if found else ""


def tells_of_talk(text: str) -> bool:
    """«Llamé a Beto y no contesta», «hablé con Ana»: what was done, and nothing that is to be."""
    return "?" not in text and _MET.search(even(text)) is not None


def may_mention(text: str) -> bool:
    said = even(text)
    return any(one.search(said) for one in (_LED, _TO, _MET, _WHOSE, _READY, _DONE))


def mentions(text: str, people: Sequence[Called], known: Known = NOTHING_KNOWN) -> list[Mention]:
    """In their order; of what a case is they tell only where nobody is named. What stands behind a colon, or is to be said
    to somebody, is told, and names nothing."""
    if len(text) > MAX_CHARS:
        return []
    told = telling(text)
    said, found = _naming(even(text[: told.start] if told else text)), list[Mention]()
    for led in (one for way in (_LED, _MET, _WHOSE, _TO, _READY) for one in way.finditer(said)):
        one = _mention(text, led, people, known)
        if one and all(one.start >= other.end or one.end <= other.start for other in found):
            found.append(one)
    named = [one for one in found if one.name]
    if not found and (done := _DONE.search(said)):
        thing = (done["thing"],)
        found.append(Mention(done.start("det"), done.end(), "el", about=thing, is_sure=False, in_hand=True))
    return sorted(named or found[:1], key=lambda one: one.start)


def _naming(said: str) -> str:
    """Up to a colon; where it names nobody before, and somebody right behind: «al coordinador: lo de Ana, no hay plata»."""
    head, colon, tail = said.partition(":")
    is_behind = colon and not may_mention(head) and _BEHIND_COLON.match(tail)
    return said if is_behind else head


def _mention(text: str, led: re.Match[str], people: Sequence[Called], known: Known) -> Mention | None:
    is_of_case = led.re.pattern == _LED.pattern
    det = _DETS.get(led["det"], "el") if is_of_case else ("al" if led.groupdict().get("to") else "el")
    start = led.start() if is_of_case else led.end() - len("a ") * bool(led.groupdict().get("to"))
    ends = led.end("again" if led["again"] else "verb") if led.re.pattern == _WHOSE.pattern else 0
    if led.re.pattern == _WHOSE.pattern and (led["case"] or ends == start - 1):
        det, start = "el", ends + 1
    about = tuple((led["about"] or "").split()) if is_of_case else ()
    words = _behind_titles(text, led.end())
    if not words:
        return None
    by_name = _by_name(words, people, known)
    if by_name is None:
        return _of_matter(start, det, words, about) if is_of_case else None
    meant, size, is_sure = by_name
    end, name = words[size - 1].end(), text[words[0].start() : words[size - 1].end()]
    if not meant and not is_of_case:
        return None
    if office := _OFFICE.match(even(text), end):
        those, stop = _of_office(meant, office)
        meant, end, is_sure = (those, stop, is_sure) if those else (meant, end, is_sure)
    return Mention(start, end, det, frozenset(one.person for one in meant), name, about, is_sure)


def _behind_titles(text: str, at: int) -> list[re.Match[str]]:
    words = list(_WORD.finditer(text[: at + 80], at))
    while words and fold(words[0][0]) in TITLES:
        words = words[1:]
    run = words[:1]
    for word in words[1:]:  # signs end a name
        if text[run[-1].end() : word.start()] != " ":
            break
        run.append(word)
    return run


def _by_name(
    words: Sequence[re.Match[str]], people: Sequence[Called], known: Known
) -> tuple[list[Called], int, bool] | None:
    """Who is called by the most of these words, by how many of them, and whether that is sure; nobody where the first one is
    a name all the same; None where it is none."""
    said, is_big = [fold(one[0]).lstrip("@") for one in words[:MOST_NAME_WORDS]], is_capital(words[0][0])
    for size in range(len(said), 0, -1):
        if meant := [one for one in people if set(said[:size]) <= set(fold(one.name).split())]:
            is_first = any(fold(one.name).split()[0] == said[0] for one in meant)
            return meant, size, is_big or is_first or size > 1
    if is_big and (meant := [one for one in people if _is_nearly(said[0], one.name)]):
        return meant, 1, False
    return ([], 1, True) if is_big and known.is_given(said[0]) else None


def _is_nearly(word: str, name: str) -> bool:
    """With a slip, or as friends say it."""
    parts = fold(name).split()
    return any(same_word(word, part) for part in parts) or word in short_names(parts[0])


def _of_office(meant: Sequence[Called], office: re.Match[str]) -> tuple[list[Called], int]:
    """Those of them who work there, and where its words end."""
    for size in (2, 1):
        words = office["office"].split()[:size]
        those = [one for one in meant if set(words) <= set(plain(one.office).split())]
        if those and len(words) == size:
            return those, office.start("office") + len(" ".join(words))
    return [], 0


def _of_matter(
    start: int, det: str, words: Sequence[re.Match[str]], about: tuple[str, ...]
) -> Mention | None:
    """The words that may say of what it is: which of them do, the queue knows."""
    said = tuple(fold(one[0]) for one in words[:MOST_MATTER_WORDS])
    is_none = said[0] in _NO_MATTER or any(char.isdigit() for char in said[0])
    return None if is_none or about else Mention(start, words[0].end(), det, about=said, is_sure=False)


def shorter(one: Mention, text: str) -> Iterator[Mention]:
    """What the same words of a matter may be, the longest first."""
    words = list(_WORD.finditer(text, one.end - len(one.about[0])))
    for size in range(len(one.about), 0, -1):
        yield replace(one, end=words[size - 1].end(), about=one.about[:size])
