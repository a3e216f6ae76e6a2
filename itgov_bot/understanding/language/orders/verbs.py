"""The verbs of orders in every mood that a hurried agent uses, each read as its infinitive: «ciérrelo», «lo cierro».

A form is read as `cerrar!` (told to do it), `cerrar_` (the infinitive), `cerrar*` (I do it, or did) or `cerrar^` (done).
"""

from itgov_bot.patterns import regex

from ..folding import even, word_set
from .frames import LEMMAS

MOODS = ORDERED, PLAIN, SELF, DONE = "!", "_", "*", "^"

_OTHERS = word_set("enterrar hablar lograr pillar topar ubicar")
"""Of no frame: what is said beside orders, and what is no name."""
_STEMS = """
atender:atiend cerrar:cierr colgar:cuelg contar:cuent despertar:despiert devolver:devuelv encomendar:encomiend
enterrar:entierr mover:muev pedir:pid recomendar:recomiend recordar:recuerd resolver:resuelv soltar:suelt
transferir:transfier volver:vuelv
"""
"""The stem where that is stressed, if it is another one."""
_IRREGULAR = {
    "poner": ("pon pone pones ponen ponga pongan pongamos", "pongo puse pusimos", "puesto puesta"),
    "dar": ("da das dan de den", "doy di dimos", "dado dada"),
    "hacer": ("haz hace haces haga hagan", "hago hice hicimos", "hecho hecha hechos hechas"),
    "posponer": ("pospon posponga pospongan", "pospongo", "pospuesto"),
    "deshacer": ("deshaz deshace deshaga deshagan", "deshago", ""),
    "decir": ("di diga digan", "digo", ""),
    "ir": ("vaya vayan", "voy", ""),
    "tener": ("ten tenga tengan", "tengo", ""),
    "caer": ("", "caigo", ""),
    "ver": ("vea vean", "veo", ""),
    "seguir": ("sigue siga sigan sigamos segui", "sigo seguimos", ""),
    "detener": ("deten detenga detengan", "detengo", "detenido"),
    "corregir": ("corrige corrija corrijan", "corrijo", ""),
    "resolver": (
        "resolve resuelve resuelva",
        "resuelvo resolvi resolvimos",
        "resuelto resuelta resueltos resueltas",
    ),
    "abrir": ("abre abra abran abri", "abro", "abierto abierta"),
    "devolver": ("devuelve devuelva devolve", "devuelvo", "devuelto devuelta"),
}
"""Told to do it, done by oneself, done."""
_PARTLY_REGULAR = word_set("abrir devolver posponer resolver")
"""They have these forms besides."""
_OTHER_WORDS = word_set(
    "una uno paro para de da di vaya caso casa casas case clave claves clava clavo archivo archive sello topo tope mate"
    " remate cuente cuenten cuenta cuentas cuentan cuento"
)
"""Verbs only with a pronoun behind: «únelo»."""
_SPELLED = {"ar": (("c", "qu"), ("g", "gu"), ("z", "c")), "er": (("g", "j"),), "ir": (("g", "j"),)}
_ENDINGS = {
    "ar": ("e en", "emos", "a", "amos", "ad"),
    "er": ("a an", "amos", "e", "imos i", "id"),
    "ir": ("a an", "amos", "e", "imos i", "id"),
}
"""Of the orders to «usted» and «ustedes», to «nosotros», to «tú»; of what was done by oneself; of the participle."""


def _conjugated(lemma: str, stressed: str) -> dict[str, str]:
    stem, kind = lemma[:-2], lemma[-2:]
    polite, ours, familiar, did, done = _ENDINGS[kind]
    orders = [_spelled(stressed, kind) + end for end in polite.split()]
    orders += [_spelled(stem, kind) + ours, stem + kind[0]]
    orders += [stressed + familiar + end for end in ("", "n", "s")]
    mine = [
        stem + ("ando" if kind == "ar" else "iendo"),
        _spelled(stressed, kind if kind != "ar" else "") + "o",
        *(stem + end for end in did.split()),
        lemma + "e",
    ]
    mine += [_spelled(stem, kind) + "e"] if kind == "ar" else []
    mine += [] if stressed == stem or kind != "ar" else [stem + "o"]  # «se cerró»
    return {
        **dict.fromkeys((stem + done + end for end in ("o", "a", "os", "as")), lemma + DONE),
        **dict.fromkeys(mine, lemma + SELF),
        **dict.fromkeys(orders, lemma + ORDERED),
        lemma: lemma + PLAIN,
    }


def _spelled(stem: str, kind: str) -> str:
    """So that it sounds the same before another vowel."""
    swaps = _SPELLED.get(kind, ())
    return next((stem[: -len(end)] + other for end, other in swaps if stem.endswith(end)), stem)


def _every_form() -> dict[str, str]:
    found: dict[str, str] = {}
    stressed = dict(pair.split(":") for pair in _STEMS.split())
    for lemma in (LEMMAS | _OTHERS) - (_IRREGULAR.keys() - _PARTLY_REGULAR):
        found |= _conjugated(lemma, stressed.get(lemma, lemma[:-2]))
    for lemma, moods in _IRREGULAR.items():
        found |= {
            form: lemma + mood
            for mood, forms in zip((ORDERED, SELF, DONE), moods, strict=True)
            for form in forms.split()
        }
        found[lemma] = lemma + PLAIN
    return found


_FORMS = _every_form()
_BEHIND = regex(r"(?:me|te|se|nos|les?)?(?:l[oa]s?)?")
_LONGEST_BEHIND = 6
_WORN, _WORN_END = ("ao", "aos"), regex(r"(a)(os?)$")
"""Participles as they are said on the coast."""
BEFORE = word_set("me te se nos le les lo la los las m")
"""Pronouns before a verb."""


_TELLS_TO = regex(
    r"(?:^|[,;.:!] *(?:y )?|\b(?:no|mejor|favor) )\w{2,}(?:[aei]|[aeo]n|mos)(?:me|te|se|nos)?l[oae]s?\b(?! \w+ (?:no|se)\b)"
)


def tells_to_do(text: str) -> bool:
    """Somebody is told to do something to it or to somebody, by the shape of the verb alone: «sepárelos», «mándele la de
    buzón»."""
    return _TELLS_TO.search(even(text).strip()) is not None


def verb_of(word: str) -> tuple[str, str] | None:
    """A folded word as a verb, and the pronouns that hang on it: «asigneselo» is `asignar!` and «selo»."""
    if word.endswith(_WORN):  # «finiquitao»
        word = _WORN_END.sub(r"\1d\2", word)
    if word in _FORMS:
        return None if word in _OTHER_WORDS else (_FORMS[word], "")
    for size in range(2, min(_LONGEST_BEHIND, len(word) - 2) + 1):
        read, behind = _FORMS.get(word[:-size]), word[-size:]
        if read and read[-1] in (ORDERED, PLAIN) and _BEHIND.fullmatch(behind):
            return read, behind
    return None
