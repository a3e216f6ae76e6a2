"""What somebody on duty asks the desk about the urgent case before them: rows of words, by what is asked. Whatever fits no
row is for whoever reported the case."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from itgov_bot.patterns import regex

from ..folding import fold, plain, word_set
from ..word_rows import MAX_NAME_WORDS, rows

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
    CALLS = "calls"
    """Who was called for it already, and who said no."""
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Question:
    """`to_them`: it may as well be asked of whoever reported it («¿en qué piso están?»)."""

    about: AskedAtDuty
    to_them: bool = False


FILLING = word_set(
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
_REPORTS = "reporta reporto reportando aviso llamo puso abrio escribio pidio"
NO_NAME = word_set(
    f"serie placa inventario ip registro orden pedido {_PHONE} {_PLACE} {_THEM} tecnico proveedor luz energia agua ascensor"
)

_QUESTIONS = rows(
    f"""
calls     quien quienes / llamaron avisaron (ya mas a dijeron dijo contestaron que hora horas)
calls     quien quienes / han / llamado avisado (ya mas a dicho)
on_duty   quien quienes / turno guardia (mas estan hay anda queda hoy noche conmigo sigue)
on_duty   quien quienes / sigue (despues luego escalera turno guardia)
on_duty   quien quienes alguien / mas (hay queda puede disponible conmigo turno guardia esta estan viene vienen llamado
          llamados trabajando)
on_duty   quien / aviso llamo escalo acudo avisar llamar acudir / a (le mas puedo) +whatever
on_duty   quien alguien puede podria / ayuda ayudar apoya apoyar acompana acompanar releva relevar cubrir +name
on_duty   necesito pido / ayuda apoyo refuerzo refuerzos
holder    quien kien alguien / tiene tomo tomaron cogio lleva atiende atendiendo
since     cuanto cuando hora / llevo llevamos lleva llevan tengo tome reportaron entro asi caido caida abajo {_REPORTS}
          (hace desde tiempo fue tanto que esta)
phone     {_PHONE} / {_THEM} {_REPORTS} ({_ASKED_FOR} quien para llamar)
phone     {_PHONE} / de del ({_ASKED_FOR}) +name
phone     como {_PHONE} / llamo marco contacto ubico llamar ubicar ({_THEM} puedo cual)
where     donde {_PLACE} / es queda fue voy ir toca exacta exacto ocurre sucede (cual tengo hay para cosa deme)
where     cual deme dame da necesito paseme / {_PLACE}
reporter  quien quienes / es viene {_REPORTS} ({_THEM} afectados fue)
reporter  nombre llama / {_THEM} {_REPORTS} (como cual deme dame quien)
reporter  quien / hablo comunico hablar comunicarme (alla puedo hay)
context   {_ASKED_FOR} ver vea muestre muestreme mostrar abrir abra mande mandeme / contexto resumen detalle detalles
          informacion info historia historial datos ficha caso reporte (mas completo otra vez)
context   cuantos cuantas cuanta / afectados afectadas gente personas usuarios (hay son esta estan afectada van)
context   que cual / trata dice decia reportaron era (se)
""",
    FILLING,
    NO_NAME,
)
_QUESTIONS_TO_BOTH = rows(
    f"""
phone     {_PHONE} / {_ASKED_FOR} su (llamar)
where     donde {_PLACE} / donde que (estan encuentra encuentran)
context   que / paso pasa sucede sucedio (alla)
""",
    FILLING,
    NO_NAME,
)
_HOLDS_THAT = regex(r"(?:y )?quien (?:ya )?(?:tiene|tomo|cogio|atiende|lleva) (?:lo|el caso|la caida) del? ")
_TOLD = word_set("tiene tomo tomaron cogio atiende vio")
_ANSWERED = word_set("contesto respondio acepto viene")
_IS_ASKED = regex(
    r"(?:y |pero |deje ver |dejeme ver )*(?:a |en |de |por )?(?:quien(?:es)?|donde|cual(?:es)?|cuant[oa]s?)\b"
)
PARTS = regex(r"[,.;:!\n]|\b(?:porque|por que|ya que|y que|(?=se me|me toco|me toca|estoy|ando|tengo)\b)")
"""Between what is said of the case and why."""


def asked_at_duty(text: str) -> Question | None:
    words = plain(text).split()
    if not words or len(words) > MAX_WORDS or not ("?" in text or _ASKING & set(words)):
        return None
    if ("?" in text and _has_it(words)) or _HOLDS_THAT.match(" ".join(words)):
        return Question(AskedAtDuty.HOLDER)
    return _question(words) or _questions(words)


def asks_something(text: str) -> bool:
    """Whether a question stands anywhere in the words: who only asks has not answered the call."""
    return "?" in text or any(
        asked_at_duty(part) or _IS_ASKED.match(part.strip()) for part in PARTS.split(fold(text))
    )


def _question(words: Sequence[str]) -> Question | None:
    for table, to_them in ((_QUESTIONS, False), (_QUESTIONS_TO_BOTH, True)):
        if about := next((about for about, row in table if row.fits(words) is not None), None):
            return Question(AskedAtDuty(about), to_them)
    return None


def _questions(words: Sequence[str]) -> Question | None:
    """«¿Dónde es y quién reporta?»: all that is known answers both."""
    at = [at for at, word in enumerate(words) if word == "y" and at]
    is_asked = any(_question(words[:one]) and _question(words[one + 1 :]) for one in at)
    return Question(AskedAtDuty.CONTEXT) if is_asked else None


def _has_it(words: Sequence[str]) -> bool:
    """«¿Carla ya lo tiene?», «¿ya contestó Darío?»: told, and not asked, it is for whoever reads it."""
    has_it = bool({"lo", "la"} & set(words)) and bool(_TOLD & set(words))
    has_answered = bool(_ANSWERED & set(words)) and not NO_NAME & set(words)
    return (has_it or has_answered) and len(words) <= 2 + MAX_NAME_WORDS + 1
