"""What somebody on duty says with an urgent case before them: what they ask the desk about it, and that another is to see
to it. Each is a row of a table: one word of every group must stand there, and no other than those beside them. Whatever
fits no row is for whoever reported the case.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from ..folding import fold, plain, word_set
from ..word_rows import MAX_NAME_WORDS, Row, row

MAX_WORDS = 18


class AskedAtDuty(StrEnum):
    """What is asked of the desk."""

    ON_DUTY = "on_duty"
    """Who else is on duty, or may help."""
    HOLDER = "holder"
    SINCE = "since"
    PHONE = "phone"
    WHERE = "where"
    REPORTER = "reporter"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Question:
    """`to_them`: it may as well be asked of whoever reported it («¿en qué piso están?»)."""

    about: AskedAtDuty
    to_them: bool = False


@dataclass(frozen=True, slots=True)
class GivesUp:
    """`to`: who is named to go on with it, as they were called; empty for whoever is next. Not `is_sure`: «no puedo» may be
    said of something else."""

    to: str = ""
    is_sure: bool = True


_FILLING = word_set(
    """y ya hola oye oiga oigan buenas buenos dias tardes noches por favor porfa disculpe pero mire venga ok listo
    entonces saben sabe digame dice decir el la lo los las le les un una algun alguna de del que a en me nos se es
    caso reporte ticket este esta ese esa esto eso mi yo mejor bueno pues perdon gracias ahora uy ay con urgencia
    falla caida dano problema aja eche fa bien pena toca"""
)
_ASKING = word_set(
    """quien quienes kien alguien que cual donde como cuanto cuantos cuanta cuantas cuando hora deme dame da pasa
    pasas paseme necesito quiero hay tiene tienen ver vea muestre muestreme mostrar abrir abra mande mandeme pido
    puede podria nombre"""
)
_ASKED_FOR = "cual deme dame da pasa pasas paseme necesito quiero hay tiene tienen dejo dieron dan puede"
_PHONE = "telefono numero celular cel contacto extension whatsapp"
_PLACE = "piso oficina sede edificio bloque lugar direccion sitio dependencia ubicacion"
_THEM = (
    "usuario usuaria senor senora doctor doctora ingeniero ingeniera solicitante persona funcionario funcionaria ella "
    "afectado"
)
_REPORTS = "reporta reporto aviso llamo puso abrio escribio pidio"
_OTHER = word_set("otro otra alguien mas sigue siguiente quien demas companero companera guardia")
_NO_NAME = word_set(
    f"serie placa inventario ip registro orden pedido {_PHONE} {_PLACE} {_THEM} tecnico proveedor luz energia agua ascensor"
)


def _row(*groups: str, beside: str = "", other: Literal["name", "whatever"] | None = None) -> Row:
    return row(*groups, beside=beside, other=other, filling=_FILLING, no_name=_NO_NAME)


_QUESTIONS: tuple[tuple[AskedAtDuty, Row], ...] = (
    (
        AskedAtDuty.ON_DUTY,
        _row("quien quienes", "turno guardia", beside="mas estan hay anda queda hoy noche conmigo sigue"),
    ),
    (AskedAtDuty.ON_DUTY, _row("quien quienes", "sigue", beside="despues luego escalera turno guardia")),
    (
        AskedAtDuty.ON_DUTY,
        _row(
            "quien quienes alguien",
            "mas",
            beside="hay queda puede disponible conmigo turno guardia esta estan viene vienen llamado llamados llamaron "
            "avisaron trabajando",
        ),
    ),
    (
        AskedAtDuty.ON_DUTY,
        _row(
            "quien",
            "aviso llamo escalo acudo avisar llamar acudir",
            "a",
            beside="le mas puedo",
            other="whatever",
        ),
    ),
    (
        AskedAtDuty.ON_DUTY,
        _row(
            "quien alguien puede podria",
            "ayuda ayudar apoya apoyar acompana acompanar releva relevar cubrir",
            other="name",
        ),
    ),
    (AskedAtDuty.ON_DUTY, _row("necesito pido", "ayuda apoyo refuerzo refuerzos")),
    (AskedAtDuty.HOLDER, _row("quien kien alguien", "tiene tomo tomaron cogio lleva atiende atendiendo")),
    (
        AskedAtDuty.SINCE,
        _row(
            "cuanto cuando hora",
            f"llevo llevamos lleva llevan tengo tome reportaron entro asi caido caida abajo {_REPORTS}",
            beside="hace desde tiempo fue tanto que esta",
        ),
    ),
    (AskedAtDuty.PHONE, _row(_PHONE, f"{_THEM} {_REPORTS}", beside=f"{_ASKED_FOR} quien para llamar")),
    (AskedAtDuty.PHONE, _row(_PHONE, "de del", beside=_ASKED_FOR, other="name")),
    (
        AskedAtDuty.PHONE,
        _row(f"como {_PHONE}", "llamo marco contacto ubico llamar ubicar", beside=f"{_THEM} puedo cual"),
    ),
    (
        AskedAtDuty.WHERE,
        _row(
            f"donde {_PLACE}",
            "es queda fue voy ir toca exacta exacto ocurre sucede",
            beside="cual tengo hay para cosa deme",
        ),
    ),
    (AskedAtDuty.WHERE, _row("cual deme dame da necesito paseme", _PLACE)),
    (AskedAtDuty.REPORTER, _row("quien quienes", f"es viene {_REPORTS}", beside=f"{_THEM} afectados fue")),
    (AskedAtDuty.REPORTER, _row("nombre llama", f"{_THEM} {_REPORTS}", beside="como cual deme dame quien")),
    (AskedAtDuty.REPORTER, _row("quien", "hablo comunico hablar comunicarme", beside="alla puedo hay")),
    (
        AskedAtDuty.CONTEXT,
        _row(
            f"{_ASKED_FOR} ver vea muestre muestreme mostrar abrir abra mande mandeme",
            "contexto resumen detalle detalles informacion info historia historial datos ficha caso reporte",
            beside="mas completo otra vez",
        ),
    ),
    (
        AskedAtDuty.CONTEXT,
        _row(
            "cuantos cuantas cuanta",
            "afectados afectadas gente personas usuarios",
            beside="hay son esta estan afectada van",
        ),
    ),
    (AskedAtDuty.CONTEXT, _row("que cual", "trata dice decia reportaron era", beside="se")),
)
_QUESTIONS_TO_BOTH: tuple[tuple[AskedAtDuty, Row], ...] = (
    (AskedAtDuty.PHONE, _row(_PHONE, f"{_ASKED_FOR} su", beside="llamar")),
    (AskedAtDuty.WHERE, _row(f"donde {_PLACE}", "donde que", beside="estan encuentra encuentran")),
    (AskedAtDuty.CONTEXT, _row("que", "paso pasa sucede sucedio", beside="alla")),
)
_TOLD = word_set("tiene tomo tomaron cogio atiende vio")
_ANSWERED = word_set("contesto respondio acepto viene")
_GIVES_UP = (
    _row(
        "suelto soltar soltarlo suelta suelte sueltelo libero liberar liberarlo devuelvo devolver devolverlo devuelva "
        "devuelvalo devuelvala entregarlo",
        beside="fila cola guardia mesa quiero voy necesito otra vez",
    ),
    _row(
        "no imposible",
        "puedo podre alcanzo pude poder queda imposible",
        "seguir seguirlo continuar ir llegar atender atenderlo terminar terminarlo "
        "quedarme desplazarme venir salir",
        beside="voy hoy noche dificil",
    ),
    _row("no", "puedo podre alcanzo poder", "ya mas", beside="voy seguir continuar"),
    _row("no", "sigo continuo", beside="ya mas"),
    _row("no", "poder", "voy va"),
    _row("llame llamen llama", "sigue siguiente otro otra", beside="quien al"),
)
_CANNOT = _row("no", "puedo podre alcanzo poder", beside="voy hoy noche")
_CALLS_FOR = _row("llame llamen llama llamelo avise avisen avisele avisenle", "a", other="name")
"""It hands over where it is said why; alone it may be for whoever reported it."""
_TO = _row(
    "siga tome atienda coja vea haga termine continue vaya venga asuma lleve cubra encargue pase pasa paselo pasela "
    "paseselo pasaselo pasenlo pasenselo paso entrego entregueselo asignelo asignela asigneselo asignaselo asignar "
    "asigne asigna reasignelo dejo deje",
    beside=f"dile digale diganle {' '.join(_OTHER)}",
    other="name",
)  # fmt: skip
_IS_ASKED = re.compile(
    r"(?:y |pero |deje ver |dejeme ver )*(?:a |en |de |por )?(?:quien(?:es)?|donde|cual(?:es)?|cuant[oa]s?)\b"
)
_LET_ME = re.compile(r"(?:\w+ )?(?:deje|deja) (?!(?:a|que|con|el|la|lo)\b)")
"""«Deje ver», «deje y pregunto»: who wants to look first hands it to nobody."""
_PARTS = re.compile(
    r"[,.;:!\n]|\b(?:porque|por que|ya que|y que|(?=se me|me toco|me toca|estoy|ando|tengo)\b)"
)
_OF_ONESELF = re.compile(
    r"\W*(?:(?:uy|ay|no|es que|que pena|perdon|hola|ya|yo|oye|pues|porque)\W+)*(?:(?:se )?me|mi|mis|estoy|toy|ando|tengo)\b"
)
"""Why somebody cannot: beside it, to give up is said of the case."""
_GOES_WITH_ONE = re.compile(r"\W*(?:yo |me )?(?:voy con|tomo|cojo|atiendo) (?:el|la|lo)\b")
"""Of several; then «el otro que lo coja Darío»."""


def asked_at_duty(text: str) -> Question | None:
    words = plain(text).split()
    if not words or len(words) > MAX_WORDS or not ("?" in text or _ASKING & set(words)):
        return None
    if "?" in text and _has_it(words):
        return Question(AskedAtDuty.HOLDER)
    return _question(words) or _questions(words)


def asks_something(text: str) -> bool:
    """Whether a question stands anywhere in the words: who only asks has not answered the call."""
    return "?" in text or any(
        asked_at_duty(part) or _IS_ASKED.match(part.strip()) for part in _PARTS.split(fold(text))
    )


def _question(words: Sequence[str]) -> Question | None:
    for table, to_them in ((_QUESTIONS, False), (_QUESTIONS_TO_BOTH, True)):
        if about := next((about for about, row in table if row.fits(words) is not None), None):
            return Question(about, to_them)
    return None


def _questions(words: Sequence[str]) -> Question | None:
    """«¿Dónde es y quién reporta?»: all that is known answers both."""
    at = [at for at, word in enumerate(words) if word == "y" and at]
    is_asked = any(_question(words[:one]) and _question(words[one + 1 :]) for one in at)
    return Question(AskedAtDuty.CONTEXT) if is_asked else None


def _has_it(words: Sequence[str]) -> bool:
    """«¿Carla ya lo tiene?», «¿ya contestó Darío?»: told, and not asked, it is for whoever reads it."""
    has_it = bool({"lo", "la"} & set(words)) and bool(_TOLD & set(words))
    has_answered = bool(_ANSWERED & set(words)) and not _NO_NAME & set(words)
    return (has_it or has_answered) and len(words) <= 2 + MAX_NAME_WORDS + 1


@dataclass(frozen=True, slots=True)
class CallAnswered:
    """What somebody who is called says to it: that they take it, or cannot. `number`: of which, as it was written."""

    takes: bool
    number: str = ""
    all_of_them: bool = False
    named: str = ""
    """«El primero», «el de la Aduana»: as it was said."""


_ALL = word_set("los las dos ambos ambas todos todas ninguno ninguna tres")
_TAKES = _row("tomo cojo atiendo", beside=" ".join(_ALL))
_CANNOT_COME = _row("no", "puedo tomo", beside=f"{' '.join(_ALL)} ninguno")
_OF_ALL = re.compile(r"\b(?:ambos|ambas|l[oa]s (?:dos|tres)|tod[oa]s(?: ell[oa]s)?)\b(?! (?:los|las) \w)")
_OF_BEGUN = re.compile(r"\b(?:segui\w*|sigo|continu\w+|mas|suelto|retiro|ya no|irme|entrego|devuelvo)\b")
_WITH_ALL = re.compile(rf"\b(?:con|de|a) {_OF_ALL.pattern}")
_CASE_NUMBER = re.compile(r"(?<![\w-])#?(?:saus-\d{4}-)?(\d{1,6})\W*$")


def call_answered(text: str) -> CallAnswered | None:
    """«Lo tomo», «lo tomo 1», «tomo los dos», «no puedo con ninguno»; None for anything that says more."""
    said = fold(text)
    numbered = _CASE_NUMBER.search(said)
    words = plain(said[: numbered.start()] if numbered else said).split()
    cannot, takes = _CANNOT_COME.fits(words) is not None, _TAKES.fits(words) is not None
    if "?" in text:
        return None
    if not (cannot or takes):
        one = _GOES_WITH_ONE.match(said)
        return CallAnswered(takes=True, named=_PARTS.split(said[one.end() - 2 :])[0]) if one else None
    return CallAnswered(not cannot, numbered[1] if numbered else "", bool({*words} & (_ALL - {"los", "las"})))


def is_of_begun(text: str) -> bool:
    """«Ya no puedo seguir», «no doy más»: what is given up was taken before."""
    return _OF_BEGUN.search(plain(text)) is not None


def is_of_all(text: str) -> bool:
    """«Ya voy con ambos», «que siga Rosa con los dos»."""
    return _OF_ALL.search(plain(text)) is not None


_TAKES_IT = frozenset(
    {"lo tomo", "la tomo", "lo tomo yo", "yo lo tomo", "yo la tomo", "lo cojo", "yo lo cojo"}
)


def takes_it(text: str) -> bool:
    """The words of the button and no more: of who has it already, they are no news to anybody."""
    return plain(text) in _TAKES_IT


def gives_up(text: str) -> GivesUp | None:
    """«Suelto el caso», «me siento mal, no voy a poder, que vaya Carla»: of who has it, or is called for it. Who is named
    goes on; what is only said behind words for somebody else is in doubt."""
    if "?" in text or len(text.split()) > MAX_WORDS:
        return None
    parts = [part for part in _PARTS.split(_WITH_ALL.sub("", fold(text))) if plain(part)]
    given = [_given_up(plain(part).split()) for part in parts]
    found = [one for one in given if one]
    if not found or any(_GOES_WITH_ONE.match(part) for part in parts):
        return None
    to = next((one.to for one in found if one.to), "")
    before = parts[: next(at for at, one in enumerate(given) if one)]
    is_sure = any(one.is_sure for one in found) or len(found) > 1
    return GivesUp(to, is_sure and (bool(to) or all(map(_is_of_oneself, before))))


def _is_of_oneself(part: str) -> bool:
    return not set(plain(part).split()) - _FILLING - {"no"} or _OF_ONESELF.match(part) is not None


def _given_up(words: Sequence[str]) -> GivesUp | None:
    if any(row.fits(words) is not None for row in _GIVES_UP):
        return GivesUp()
    if _CANNOT.fits(words) is not None:
        return GivesUp(is_sure=False)
    if called := _CALLS_FOR.fits(words):
        return GivesUp(" ".join(called), is_sure=False)
    return _handed(words)


def _handed(words: Sequence[str]) -> GivesUp | None:
    """To one who is named, or to anybody else."""
    name = _TO.fits(words) if "no" not in words and not _LET_ME.match(" ".join(words)) else None
    if name is None or not (name or _OTHER & set(words)):
        return None
    return GivesUp(" ".join(name))
