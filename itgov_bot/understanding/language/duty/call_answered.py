"""What somebody answers who is called for an urgent case, or has taken it: that they take it, cannot, or that another is to
go on. Rows of words, as in `asked_of_case`."""

from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..folding import fold, plain, word_set
from ..word_rows import Row, rows
from .asked_of_case import FILLING, MAX_WORDS, NO_NAME, PARTS


@dataclass(frozen=True, slots=True)
class GivesUp:
    """`to`: who is named to go on with it, as they were called; empty for whoever is next. Not `is_sure`: «no puedo» may be
    said of something else."""

    to: str = ""
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class CallAnswered:
    """What somebody who is called says to it: that they take it, or cannot. `number`: of which, as it was written."""

    takes: bool
    number: str = ""
    all_of_them: bool = False
    named: str = ""
    """«El primero», «el de la Aduana»: as it was said."""


_OTHER = "otro otra alguien mas sigue siguiente quien demas companero companera guardia"
_ALL = "los las dos ambos ambas todos todas ninguno ninguna tres"
_TABLE = rows(
    f"""
gives_up     suelto soltar soltarlo suelta suelte sueltelo libero liberar liberarlo devuelvo devolver devolverlo devuelva
             devuelvalo devuelvala entregarlo (fila cola guardia mesa quiero voy necesito otra vez)
gives_up     no imposible / puedo podre alcanzo pude poder queda imposible / seguir seguirlo continuar ir llegar atender
             atenderlo terminar terminarlo quedarme desplazarme venir salir (voy hoy noche dificil)
gives_up     no / puedo podre alcanzo poder / ya mas (voy seguir continuar)
gives_up     no / sigo continuo (ya mas)
gives_up     no / poder / voy va
gives_up     llame llamen llama / sigue siguiente otro otra (quien al)
cannot       no / puedo podre alcanzo poder (voy hoy noche)
calls_for    llame llamen llama llamelo avise avisen avisele avisenle / a +name
hands        siga tome atienda coja vea mire revise arregle resuelva haga termine continue vaya venga asuma lleve cubra
             encargue pase pasa paselo pasela paseselo pasaselo pasenlo pasenselo paso entrego entregueselo asignelo asignela
             asigneselo asignaselo asignar asigne asigna reasignelo dejo deje (dile digale diganle {_OTHER}) +name
takes        tomo cojo atiendo ({_ALL})
cannot_come  no / puedo tomo ({_ALL} ninguno)
""",
    FILLING,
    NO_NAME,
)
"""Who calls for another («llame a Carla») hands it over where it is said why; alone it may be for whoever reported it."""
_LET_ME = regex(r"(?:\w+ )?(?:deje|deja) (?!(?:a|que|con|el|la|lo)\b)")
"""«Deje ver», «deje y pregunto»: who wants to look first hands it to nobody."""
_OF_ONESELF = regex(
    r"^\W*(?:(?:uy|ay|no|es que|que pena|perdon|hola|ya|yo|oye|pues|porque)\W+)*(?:(?:se )?me|mi|mis|estoy|toy|ando|tengo)\b"
)
"""Why somebody cannot: beside it, to give up is said of the case."""
_GOES_WITH_ONE = regex(r"^\W*(?:yo |me )?(?:voy con|tomo|cojo|atiendo) (?:el|la|lo)\b")
"""Of several; then «el otro que lo coja Darío»."""
_OF_ALL = regex(r"\b(?:ambos|ambas|l[oa]s (?:dos|tres)|tod[oa]s(?: ell[oa]s)?)\b(?! (?:los|las) \w)")
_OF_BEGUN = regex(r"\b(?:segui\w*|sigo|continu\w+|mas|suelto|retiro|ya no|irme|entrego|devuelvo)\b")
_WITH_ALL = regex(rf"\b(?:con|de|a) {_OF_ALL.pattern}")
_CASE_NUMBER = regex(r"(?<![\w-])#?(?:saus-\d{4}-)?(\d{1,6})\W*$")
_TAKES_IT = frozenset(
    {"lo tomo", "la tomo", "lo tomo yo", "yo lo tomo", "yo la tomo", "lo cojo", "yo lo cojo"}
)


def call_answered(text: str) -> CallAnswered | None:
    """«Lo tomo», «lo tomo 1», «tomo los dos», «no puedo con ninguno»; None for anything that says more."""
    said = fold(text)
    numbered = _CASE_NUMBER.search(said)
    words = plain(said[: numbered.start()] if numbered else said).split()
    cannot, takes = _fit("cannot_come", words) is not None, _fit("takes", words) is not None
    if "?" in text:
        return None
    if not (cannot or takes):
        one = _GOES_WITH_ONE.match(said)
        return CallAnswered(takes=True, named=PARTS.split(said[one.end() - 2 :])[0]) if one else None
    is_of_all = bool({*words} & (word_set(_ALL) - {"los", "las"}))
    return CallAnswered(not cannot, numbered[1] if numbered else "", is_of_all)


def is_of_begun(text: str) -> bool:
    """«Ya no puedo seguir», «no doy más»: what is given up was taken before."""
    return _OF_BEGUN.search(plain(text)) is not None


def is_of_all(text: str) -> bool:
    """«Ya voy con ambos», «que siga Rosa con los dos»."""
    return _OF_ALL.search(plain(text)) is not None


def takes_it(text: str) -> bool:
    """The words of the button and no more: of who has it already, they are no news to anybody."""
    return plain(text) in _TAKES_IT


def gives_up(text: str) -> GivesUp | None:
    """«Suelto el caso», «me siento mal, no voy a poder, que vaya Carla»: of who has it, or is called for it. Who is named
    goes on; what is only said behind words for somebody else is in doubt."""
    if "?" in text or len(text.split()) > MAX_WORDS:
        return None
    parts = [part for part in PARTS.split(_WITH_ALL.sub("", fold(text))) if plain(part)]
    given = [_given_up(plain(part).split()) for part in parts]
    found = [one for one in given if one]
    if not found or any(_GOES_WITH_ONE.match(part) for part in parts):
        return None
    to = next((one.to for one in found if one.to), "")
    before = parts[: next(at for at, one in enumerate(given) if one)]
    is_sure = any(one.is_sure for one in found) or len(found) > 1
    return GivesUp(to, is_sure and (bool(to) or all(map(_is_of_oneself, before))))


def _is_of_oneself(part: str) -> bool:
    return not set(plain(part).split()) - FILLING - {"no"} or _OF_ONESELF.match(part) is not None


def _given_up(words: Sequence[str]) -> GivesUp | None:
    if _fit("gives_up", words) is not None:
        return GivesUp()
    if _fit("cannot", words) is not None:
        return GivesUp(is_sure=False)
    if called := _fit("calls_for", words):
        return GivesUp(" ".join(called), is_sure=False)
    return _handed(words)


def _handed(words: Sequence[str]) -> GivesUp | None:
    """To one who is named, or to anybody else."""
    name = _fit("hands", words) if "no" not in words and not _LET_ME.match(" ".join(words)) else None
    if name is None or not (name or word_set(_OTHER) & set(words)):
        return None
    return GivesUp(" ".join(name))


def _fit(meant: str, words: Sequence[str]) -> tuple[str, ...] | None:
    """The name in the words, perhaps of none, by the first row of that meaning that fits; None where none does."""
    return next((name for row in _ROWS[meant] if (name := row.fits(words)) is not None), None)


_ROWS: dict[str, list[Row]] = {meant: [row for one, row in _TABLE if one == meant] for meant, _ in _TABLE}
