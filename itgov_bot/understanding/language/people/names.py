"""What somebody is called: whether words can be a name at all, and how many words of a sentence are one."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from itgov_bot.patterns import regex

from ..folding import plain, word_set
from ..known import NOTHING_KNOWN, Known

MAX_NAME_WORDS = 7
MAX_NAME_CHARS = 80

TITLES = word_set(
    "el la don dona doctor doctora dr dra ingeniero ingeniera ing inge senor senora sr sra senorita srta licenciado "
    "licenciada lic profe profesor profesora enfermero enfermera arquitecto arquitecta abogado abogada jefe jefa"
)
"""They stand before a name, and are no part of it."""
SHORT_TITLES = word_set(
    "doctor doctora dr dra ing ingeniero ingeniera lic licenciado licenciada sr sra senor senora"
)
_PARTICLES = word_set("de del la los las y san santa")
_DEVOTIONS = word_set(
    """angeles carmen concepcion cruz dolores fatima guadalupe jesus lourdes mar mercedes milagro milagros pilar
    rosario socorro santos remedios reyes rios rosales torre hoz valle vega"""
)
"""«María DEL ROSARIO»."""
ROLES = word_set(
    "agente asesor asesora asistente auxiliar contratista coordinador coordinadora director directora empleada "
    "empleado encargada encargado enlace funcionaria funcionario gerente jefe jefa lider nueva nuevo pasante "
    "practicante profesional responsable secretaria secretario subsecretaria subsecretario supervisor supervisora "
    "tecnica tecnico usuaria usuario servidor servidora publica publico especializado universitario abogado abogada "
    "tecnologo tecnologa conductor conductora vigilante celador celadora guarda mensajero mensajera recepcionista "
    "portero aseadora archivista digitador digitadora contador contadora docente almacenista inspector inspectora "
    "comisario economista ingeniero ingeniera arquitecto arquitecta psicologa psicologo trabajadora social "
    "notificador notificadora provisional temporal aprendiz alcalde alcaldesa concejal "
)
"""What somebody does for the city."""
_NO_NAME = ROLES | word_set(
    "at in the from of and my is not we our on a al ante aqui aca ahi alla con como cual cuando de del desde donde el "
    "en entre era es esa ese eso esta este esto estoy estamos estan fue ha hace hay he la las le les lo los mas me mi "
    "mis muy nada nadie ni no nos o otra otro para pero por porque pues que quien se si sin sobre soy somos su sus "
    "tan te todo toda tu un una unas uno unos usted ya yo ustedes abre abren anda ayuda ayudeme ayudenme busco cambio "
    "comunico creo debo dice dicen digo encuentro escribo falla funciona hablo hago imprime llamo llame llega mando "
    "necesita necesito olvide perdi pide podria puede pueden puedo quede quedo queria quiere quiero quisiera recibo "
    "reporto requiero requerimos salgo sirve sirven solicito tenemos tengo tiene tienen trabajo urge van vengo veo "
    "solo mismo misma parte personal e y acceso aplicativo archivo buenas bueno buenos caso clave computador "
    "computadora contrasena correo cuenta dia dias enlinea equipo escaner excel favor gracias hola impresora internet "
    "mouse noche noches nombre numero oficina office outlook pantalla pc piso portatil problema programa red saludo "
    "saludos sede sistema tarde tardes teams teclado telefono urgente ventanilla virus wifi windows word ok listo "
    "dale vale claro perfecto ninguno ninguna atras volver cancelar salir ayer hoy manana ahora atentamente "
    "cordialmente att atte firma ext extension tel cel celular despacho direccion departamento dependencia edificio "
    "alcaldia gestion nose igual cualquiera dos tres cuatro cinco seis varios varias muchos muchas todos todas ambos los "
    "las tambien tampoco lugar sitio contacto dependencia apellido falta "
)
"""Of a sentence, of an office or of its things."""
_ORDER = regex(
    r"(?:pon|pong|anot|agregu?|apunt|colo(?:c|qu)|mand|envi|llam|mar(?:c|qu)|escrib|contact|ubi(?:c|qu)|bus(?:c|qu)|avis|cambi"
    r"|corri[jg]|correg|quit|borr|dej|d|dig|registr|incluy|met|sum|actuali[zc]|modifi(?:c|qu)|comuni(?:c|qu)|pregunt|mir"
    r"|revis|ayud|colabor|arregl|reemplac|complet|confirm|hag)[aei]n?(?:me|nos|se)?(?:l[oae]s?)?"
)
"""Told to do something: «PÓNGALE EXT 4410» names nobody. (By the shape alone «Morales» would be one.)"""
_WORD = regex(r"[^\W\d_](?:[^\W\d_]|['’\-])*\.?", re.UNICODE)
_INTRODUCED = regex(
    r"^(?:(?:hola|buen[oa]s|d[ií]as|tardes|noches|s[ií]|claro|pues|bueno|yo|ya|aj[aá])[\s,.!]+){0,4}"
    r"(?:soy|me llamo|mi nombre (?:es|completo es)|nombre(?: completo)?|le habla|les habla|habla|le escribe|es"
    r"|se llama|a nombre de)"
    r"\s*:?\s+",
    re.IGNORECASE,
)
_SPELLED = r"(?:con|sin) (?:la |doble )?(?:[a-zñ]{1,2}|hache|tilde|ye|zeta|uve|jota|eñe|equis)(?=\W|$)"
_ENDS = regex(rf"[,;:\n(]|\s[-–—/|]\s|(?<=\w{{4}})\.\s|\s{_SPELLED}", re.IGNORECASE)
"""«Martha CON H» spells the name."""


def sensible_name(text: str, known: Known = NOTHING_KNOWN) -> str | None:
    """The name that was told, without what introduces it and what follows; None when the words can be no name."""
    if len(text) > MAX_NAME_CHARS or "?" in text:
        return None
    introduced = _INTRODUCED.match(text)
    said = _ENDS.split(text[introduced.end() if introduced else 0 :].strip(" ,:;¡!"), maxsplit=1)[0]
    words = said.split()
    words = words[count_titles(words) :]
    length = count_name(words, known, is_introduced=True)
    is_whole = length == len(words) or (
        (introduced or length > 1) and plain(words[length]) in ("de", "del", "en", "desde")
    )
    return shown(words[:length]) if length and is_whole else None


_MARKS = (
    r"(?:(?:no|perd[oó]n|disculpe|ay|uy|ah|espere|oiga|digo|corrijo|me\s+equivoqu[eé]|mejor\s+dicho|que\s+pena|y"
    r"|el\s+nombre)[\s,.:]+)*"
)
_IS = r"(?:(?:es|era|soy|me\s+llamo|se\s+llama|sino|con)\s+)+"
_NOT_CALLED = regex(
    rf"{_MARKS}(?<!\w)(?:no\s+)(?:me\s+llamo|se\s+llama|soy|es)\s+(?P<old>[^\W\d_]+)(?:\s+[^\W\d_]+)?[\s,.;]+{_IS}(?P<new>.+)",
    re.IGNORECASE,
)
_SPELLED_SO = regex(rf"^(?>{_MARKS}(?:{_IS})?)(?P<new>.+?\s{_SPELLED}).*", re.IGNORECASE)
_IS_CALLED = regex(rf"{_MARKS}{_IS}(?P<new>.+)", re.IGNORECASE)
_SURNAME = regex(rf"{_MARKS}(?:mi|el)\s+apellido\s+(?:es|ser[ií]a)\s+(?P<new>.+)", re.IGNORECASE)
_ALIKE = 55
"""How alike, of 100, the right name and the wrong one are."""


def name_put_right(text: str, before: str | None, known: Known) -> str | None:
    """The name of «no me llamo Wilmer, es Wilman», «es Martha con h», «no, es Wilman» where one alike stood `before`; None
    where no name is put right."""
    if denied := _NOT_CALLED.fullmatch(text):
        is_old = known.is_given(denied["old"]) or "llam" in plain(text) or _is_alike(before, denied["old"])
        return sensible_name(denied["new"], known) if is_old else None
    if (spelled := _SPELLED_SO.fullmatch(text)) and (name := sensible_name(spelled["new"], known)):
        is_name = known.is_given(name.split()[0]) or _is_alike(before, name)
        return name if is_name else None
    if surname := _SURNAME.fullmatch(text):
        name = sensible_name(surname["new"], known)
        return f"{before.split()[0]} {name}" if name and before else name
    called = _IS_CALLED.fullmatch(text)
    name = sensible_name(called["new"], known) if called else None
    return name if name and _is_alike(before, name) else None


def _is_alike(before: str | None, name: str) -> bool:
    if not before:
        return False
    return fuzz.ratio(plain(before.split()[0]), plain(name.split()[0])) >= _ALIKE


def count_titles(words: Sequence[str]) -> int:
    """How many words stand before the name: «la doctora»."""
    return next((at for at, word in enumerate(words[:4]) if plain(word) not in TITLES), min(4, len(words)))


def count_name(words: Sequence[str], known: Known, *, is_introduced: bool) -> int:
    """How many words from the first on are a name. After «soy» small letters will do; elsewhere each needs a capital."""
    count = 0
    for at, word in enumerate(words[:MAX_NAME_WORDS]):
        if not _WORD.fullmatch(word):
            break
        if plain(word) in _PARTICLES and count and _goes_on(words[at + 1 : at + 3], known):
            continue
        is_none = plain(word) in _NO_NAME or is_order(word, known)
        if is_none or not (is_introduced or word[0].isupper() or known.is_given(word)):
            break
        count = at + 1
    return count if any(len(plain(word)) > 1 for word in words[:count]) else 0


def is_order(word: str, known: Known) -> bool:
    """«Póngale»."""
    return _ORDER.fullmatch(plain(word)) is not None and not known.is_given(word)


def _goes_on(words: Sequence[str], known: Known) -> bool:
    """«María DE LOS ÁNGELES»: after the particle the name goes on only if it says so itself."""
    rest = [word for word in words if plain(word) not in _PARTICLES]
    return bool(rest) and (known.is_given(rest[0]) or plain(rest[0]) in _DEVOTIONS)


def is_capital(word: str) -> bool:
    """«Rosa», but neither «USB» nor «rosa»."""
    return word[:1].isupper() and (len(word) < 2 or not word.isupper())


def shown(words: Sequence[str]) -> str:
    """As people write it, without the sign that ended it."""
    name = " ".join(words)
    is_initial = len(words) > 1 and len(words[-1].rstrip(".")) == 1
    return name if is_initial else name.rstrip(".")
