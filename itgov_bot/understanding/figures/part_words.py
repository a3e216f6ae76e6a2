"""By what a figure is parted, and which part its words tell by themselves: how cases came, how they were solved."""

import re
from collections.abc import Mapping

from itgov_bot.domain.summary import Figure, Part, Split
from itgov_bot.domain.tickets.ticket import CameBy, Kind, Solution
from itgov_bot.understanding.language.folding import words_like

from .figure_words import COUNTED, FAILS

PARTED = (
    (Split.OFFICE, words_like(r"dependencias?|oficinas?|secretarias?|areas?|despachos?|de donde")),
    (Split.SITE, words_like(r"sedes?|edificios?")),
    (
        Split.AGENT,
        words_like(
            r"""
            agentes?|tecnic[oa]s?|ingenier[oa]s?|muchachos|cada (?:uno|quien)|quien(?:es)?|cual de (?:ellos|l[oa]s)
            nadie|encima|carga\w*
            """
        ),
    ),
    (
        Split.WAY,
        words_like(
            r"(?:formas?|maneras?|tipos?|modos?) de (?:solucion|atencion|resolver(?:los?)?|atender(?:los?)?)"
        ),
    ),
    (
        Split.CHANNEL,
        words_like(
            r"(?:que |cual )?(?:canal(?:es)?|medios?|vias?)|(?:por|a traves de) (?:donde|(?:que|cual) (?:medio|via|canal))"
            r"|por correo|telefono|telegram|whatsapp|llamadas?|llam\w+|chat|bot"
        ),
    ),
    (
        Split.SERVICE,
        words_like(
            rf"servicios?|que (?:es lo que )?(?:mas )?(?:nos |se )?(?:mas )?(?:piden?|{FAILS})|de que|tipos?"
            rf"|temas?|categorias?|mas (?:pedid|solicitad)\w+"
            r"|(?:que|cual) (?:equipo|aparato|sistema|programa|aplicacion|herramienta|cosa)s?"
            rf"|lo que (?:se |nos )?mas (?:se |nos )?(?:{FAILS})"
        ),
    ),
)
_IN_PERSON = r"(?:de (?:manera|forma) )?(?:en persona|presencial(?:es|mente)?|personalmente)"
_CAME_BY: Mapping[str, re.Pattern[str]] = {
    CameBy.CALL: words_like(r"(?:por )(?:la |el )?(?:llamadas?|telefon\w+)|telefonic\w+"),
    CameBy.MAIL: words_like(r"por (?:el )?(?:correos?|e-?mail|mail)(?: electronico)?"),
    CameBy.WHATSAPP: words_like(r"(?:por )?(?:el )?(?:whats?app|wasap|wpp)"),
    CameBy.IN_PERSON: words_like(_IN_PERSON),
    "telegram": words_like(r"(?:por )?(?:el )?(?:telegram|bot|chat)"),
}
"""How a case came, as it keeps it."""
_OF_KIND: Mapping[str, re.Pattern[str]] = {
    Kind.HARDWARE: words_like(r"(?:de |del )?(?:soporte )?(?:de )?hardware"),
    Kind.SOFTWARE: words_like(r"(?:de |del )?(?:soporte )?(?:de )?software"),
}
"""As indicators 6 and 7 part them."""
_OF_NOBODY = words_like(
    r"""
    sin (?:asignar|asignacion|agente|tecnico|dueno|tomar|responsable)
    (?:no|aun no|todavia no) (?:tienen?|hay) (?:\w+ )?(?:agente|tecnico|dueno|responsable)
    """
)
"""That nobody has a case is told by its agent, which is none."""
_THE_PLACE = r"(?:a |en |al )?(?:el |su |los )?(?:sitio|puesto|escritorio|oficina|terreno)s?"
_ON_SITE = (
    rf"en (?:el )?(?:sitio|puesto|terreno)|in situ|(?:yendo|ir|fueron|fuimos|fue|va[n]?|voy|ido) {_THE_PLACE}"
    rf"|desplaz\w+(?: {_THE_PLACE})?"
)
_SOLVED_BY: Mapping[str, re.Pattern[str]] = {
    Solution.REMOTE: words_like(
        r"(?:por |via |con |de manera |de forma |en )?(?:acceso |soporte )?remot(?:[oa]s?|amente)|a distancia|de lejos"
        r"|desde (?:la mesa|lejos)|sin (?:ir|moverse|desplaz\w+)(?: al (?:sitio|puesto))?"
    ),
    Solution.ON_SITE: words_like(_ON_SITE),
}
"""How a case was solved; what is told so has been solved."""
_SOLVED_IN_PERSON = {**_SOLVED_BY, Solution.ON_SITE: words_like(f"{_ON_SITE}|{_IN_PERSON}")}
"""The same where solving is spoken of: else it came in person."""
IS_OF_A_QUESTION = words_like(
    r"por|cada|que|cual(?:es)?|quien(?:es)?|mas|de mayor a menor|top|ranking|sin|encima|carga\w*|nadie"
)


BY_WHICH_CHANNEL = words_like(r"por donde|(?:que|cual) (?:canal|medio|via)\w*|canal(?:es)?|mas|menos")
"""Where several are named, they are compared."""


def told_parts(said: str) -> tuple[str, tuple[Part, ...]]:
    """The folded words without those for the way by which cases came and were solved; and those ways."""
    is_of_solving = any(rule.search(said) for rule in (*_SOLVED_BY.values(), dict(COUNTED)[Figure.SOLVED]))
    ways = _SOLVED_IN_PERSON if is_of_solving else _SOLVED_BY
    rules = [(Split.WAY, ways), (Split.CHANNEL, _CAME_BY), (Split.KIND, _OF_KIND)]
    found = list[Part]()
    for by, rule_of in rules:
        for key, rule in rule_of.items():
            if rule.search(said):
                found.append(Part(by, str(key)))
                said = rule.sub(" ", said)
    if _OF_NOBODY.search(said):
        found.append(Part(Split.AGENT, None))
        said = _OF_NOBODY.sub(" pendientes ", said)
    return said, tuple(found)


_THE_SERVICE = words_like(r"(?:del|con el|sobre el|nuestro|este) servicio")
"""The desk's own, which no case is parted by."""


def split_told(said: str) -> Split | None:
    said = _THE_SERVICE.sub(" ", said)
    parted = next((split for split, rule in PARTED if rule.search(said)), None)
    return parted if parted and IS_OF_A_QUESTION.search(said) else None
