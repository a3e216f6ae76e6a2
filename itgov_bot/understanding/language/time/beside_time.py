"""What is told beside a time: «programe un mantenimiento del correo el jueves de 6 a 8» is a «mantenimiento del correo»."""

import re
from collections.abc import Iterator

from itgov_bot.patterns import regex

from ..folding import even, word_set
from .clock import DAYS
from .days import MONTH
from .lengths import ANY_LENGTH
from .spans import OF_TIME, TIME_WRITTEN

_COURTESY = (
    r"(?:(?:buen[oa]s|dias|tardes|noches|hola|por favor|porfa|oigan?|vea|mire|pille|listo|senores|muchachos|equipo|compas)"
    r"\W+)*"
)
_WANTS = (
    r"(?:(?:hay que|toca|necesito|necesitamos|quiero|deseo|favor|sirvase|puede|podria|se requiere|requiero|solicito|pido|le"
    r"|les|nos|me|para|se|pueden?|podrian?|ayud\w+ a|convendria|ponga|pongame|deje|desde ya)\s+)*"
)
_TELLS = r"(?:(?:re)?(?:program|anunci|agend|apunt|anot|registr|avis|inform|notific|public|comuni)\w*|decir\w*|diga\w*)"
_WHOM = (
    r"(?:\s+(?:a (?:tod[oa]s|la gente|los usuarios|los funcionarios|los de \w+)|que|q|desde ya|tod[oa]s|un|una|el|la)"
    r"\b)*"
)
_LEAD = regex(rf"\W*{_COURTESY}(?:{_WANTS}{_TELLS}\b{_WHOM}\s*:?\s*|{_COURTESY})")
_ABOUT = r"(?:dur[ae]\w*|se demora\w*|con (?:una )?duracion|tarda\w*|por|de|como|durante|unas|unos|aproximadamente|casi|y)"
_TRAILS = regex(rf"[,.;]\s{{0,3}}(?:{_WANTS}{_TELLS}\b{_WHOM}(?: por favor)?|por favor|gracias)\W*$")
_LASTS = regex(
    rf"(?:\W{{0,3}}\b{_ABOUT}\b)*\W{{0,3}}(?:{ANY_LENGTH.pattern})(?:\s+(?:mas o menos|aproximad\w+|y media|y cuarto))*"
)
_PARTICLES = word_set(
    """a al de del desde el la las los hasta y por para pal pa en entre como este esta una un durante mas menos"""
)
_MORE_TIME = word_set("despues temprano festivo antes puntual exactamente sab dom lun mar mie jue juev vie")
_NO_TIME = word_set("todo toda")
_IS_TIME = regex(rf"(?:{'|'.join(DAYS)}|{MONTH})")
_NO_TIME_BEHIND = word_set(
    "piso pisos sede sala bloque torre rack nivel oficina puerto switch servidor linea fase version numero caso edificio"
)
_SIGNS = " \t\n,.;:()¿?¡!"
_SPACE = regex(r"\s+(?=[,.;:])|(?<=\s)\s+|(?<=,)\s*,+")


def told_beside_time(text: str) -> str:
    """Without what leads in, when it is and how long it lasts; as it was written."""
    led = _LEAD.match(even(text))
    said = text[led.end() if led else 0 :]
    for begin, end in reversed(list(_times(said))):
        sign = "," if begin and said[end - 1] in ",;" and said[:begin].rstrip()[-1:] != ":" else ""
        said = f"{said[:begin].rstrip()}{sign} {said[end:]}"
    if trail := _TRAILS.search(even(said)):
        said = said[: trail.start()]
    return _SPACE.sub("", said).strip(" \t\n,;:-.¿?")


def time_told(text: str) -> str:
    """The words of the time alone: «esta noche de 10 a 11 actualizamos el portal» is «esta noche de 10 a 11»."""
    return ", ".join(text[begin:end] for begin, end in _times(text))


def _times(text: str) -> Iterator[tuple[int, int]]:
    """Where days, hours and lengths stand."""
    said, lasts = even(text), [(one.start(), one.end()) for one in _LASTS.finditer(even(text))]
    run: list[tuple[int, int, bool, bool]] = []
    before = ""
    for word in re.finditer(r"\S+", said):
        bare = word[0].strip(_SIGNS) or "-"
        is_in = any(begin <= word.start() < end for begin, end in lasts)
        is_time = is_in or _is_time(bare, before)
        if is_time or bare in _PARTICLES:
            run.append((word.start(), word.end(), is_time, bare in _PARTICLES and not is_in))
        else:
            yield from _of_run(run)
            run = []
        before = bare
    yield from _of_run(run, is_last=True)


def _is_time(word: str, before: str) -> bool:
    if word in _PARTICLES | _NO_TIME or before in _NO_TIME_BEHIND:
        return False
    return (
        word in OF_TIME | _MORE_TIME or bool(TIME_WRITTEN.fullmatch(word)) or bool(_IS_TIME.fullmatch(word))
    )


def _of_run(run: list[tuple[int, int, bool, bool]], *, is_last: bool = False) -> Iterator[tuple[int, int]]:
    """Particles before a word that is no time are that word's."""
    while run and run[-1][3] and not is_last:
        run = run[:-1]
    if any(is_time for _, _, is_time, _ in run):
        yield run[0][0], run[-1][1]
