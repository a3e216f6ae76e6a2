"""The words by which an outage is told: what is down, which system, which site, whose fault. Used by `outages`."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from itgov_bot.domain.text import folded

ALIKE = 80
"""Of 100: «sigob» and «sigov» are one word, «predis» and «predial» are two."""
LONG_ENOUGH = 4

APPLICATION = "application"
AT_ONE_SITE = frozenset({"network", "phone", "server", "power"})
"""What may be down at one site and run at the next: two sites are two outages."""

OF_SERVICE: dict[str | None, str] = {
    **dict.fromkeys(("SER-001", "SER-003", "SER-024", "SER-030", "SER-032", "SER-029"), "network"),
    **dict.fromkeys(("SER-002", "SER-012"), "intranet"),
    **dict.fromkeys(("SER-011", "SER-021"), "web"),
    **dict.fromkeys(("SER-033", "SER-034"), APPLICATION),
    **dict.fromkeys(("SER-015", "SER-020"), "server"),
    "SER-004": "mail",
    "SER-006": "saus",
    "SER-010": "video",
    "SER-023": "phone",
    "SER-027": "vpn",
}
"""The services that can be down for many, and what is down then. The others are one person's matter."""


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _words(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(text.split())})\b")


_SUBJECTS: dict[str, re.Pattern[str]] = {
    "network": _words(
        r"interne\w* red redes wifi enlaces? conexion conectividad canal fibra switch\w* suiche\w* router naveg\w+"
        r" dhcp radioenlace firewall incomunicad\w+"
    ),
    "mail": _words(r"correos? outlook exchange e?mail buzon buzones"),
    "phone": _words(r"telefon\w+ extension extensiones conmutador llamadas pbx"),
    "web": _words(r"pagina paginas portal web"),
    "vpn": _words(r"vpn"),
    "intranet": _words(r"intranet"),
    "server": _words(r"serv?idor serv?idores serbidor serbidores datacenter"),
    "power": _words(r"luz energia planta ups"),
    APPLICATION: _words(
        r"aplicativos? aplicacion aplicaciones sistema sistemas plataforma programa software"
    ),
}

_SYSTEMS = _listed(
    "sigob predis predial nomina saus turnos recaudo sisben secop midas isolucion correspondencia siif sap "
    "oracle valorizacion icaweb pse sigep sidcar hacienda360 comparendos facturacion catastro"
)
"""The city's own systems. Another city writes its own here."""

_SITES = _listed(
    "manga chambacu aduana matuna canapote bosque pasacaballos tierrabomba bocachica baru galeras bazurto crespo "
    "ternera olaya getsemani boquilla bayunca mandela lezo socorro zaragocilla popa country cuartel distriseguridad "
    "dadis datt ider ipcc crue cam turbaco amberes consulado"
)
_SITE = re.compile(
    r"\b(?:sede|edificio|casa de justicia|biblioteca|hospital|puesto de salud|inspeccion|comisaria|colegio|cdv|cap)"
    r" (?:de |del |la |las |los |el |en )*(\w+)|\b(?:alcaldia local|localidad) (?:de |la |numero )*(\w+)"
)
_NO_SITE = _listed(
    "electronica toda todo entera completa principal no sin se esta estan nos quedo tiene hay desde y que"
)
_EVERYWHERE = re.compile(
    r"\b(?:toda la (?:alcaldia|entidad|ciudad)|todas las (?:sedes|dependencias|oficinas)|todos los edificios"
    r"|ninguna (?:sede|dependencia)|general|todo el distrito|varias sedes)\b"
)
_ONLY_MINE = re.compile(
    r"\b(?:(?:solo|solamente|unicamente) (?:a )?(?:mi|yo|en mi|el mio|la mia)|menos (?:a )?(?:mi|yo|el mio|la mia)"
    r"|(?:los|las|l)? ?(?:demas|otros|otras|companeros|companeras) (?:\w+ ){0,2}(?:si|bien|normal)"
    r"|a todos (?:\w+ ){0,2}menos|el resto (?:\w+ ){0,2}(?:si|bien))\b"
)
_OWN_THING = re.compile(
    r"\b(?:(?:mi|este|un) (?:computador\w*|equipo|pc|portatil|usuario|monitor|pantalla|impresora|extension|sesion|perfil"
    r"|puesto)|clave|contrasena|mouse|raton|teclado|diadema|impresora|toner|escaner|bloquead\w+|cupo|espacio|licencia)\b"
)
_COMMON = _listed(
    "nadie todos todas toda todo puede pueden podemos entrar abrir abre abren carga cargan funciona funcionan sirve sirven "
    "cayo callo caido caida caidos caidas esta estan estamos quedamos tenemos tiene tengo hace desde ahora aqui aca para "
    "por que con sin como hay anda nada tampoco tambien sede edificio piso oficina secretaria alcaldia dependencia "
    "buenas buenos dias tardes noches favor ayuda urgente lleva llevamos rato horas minutos general servicio problema "
    "trabajar atender publico gente usuarios funcionarios responde presenta falla fallas error mucho muchos cada "
    "nosotros somos ustedes reporta reporto informo porque cuando sale salen dice mismo misma otra otro ningun ninguno "
    "ninguna desde tarde manana noche hora sistema"
)


def same_word(one: str, other: str) -> bool:
    """However it was typed."""
    return one == other or (min(len(one), len(other)) >= LONG_ENOUGH and fuzz.ratio(one, other) >= ALIKE)


@lru_cache(maxsize=2000)
def subjects(text: str) -> frozenset[str]:
    said = folded(text)
    found = frozenset(name for name, rule in _SUBJECTS.items() if rule.search(said))
    # «el sistema de correo» is about the mail; only what has no other name is an application
    return found - {APPLICATION} if len(found) > 1 else found


@lru_cache(maxsize=2000)
def systems(text: str) -> frozenset[str]:
    """The named systems of a text, as the list spells them."""
    said = [word for word in folded(text).split() if word not in _COMMON]
    return frozenset(name for name in _SYSTEMS if any(_is_system(word, name) for word in said))


def _is_system(word: str, name: str) -> bool:
    return word == name or (len(name) > LONG_ENOUGH and len(word) >= LONG_ENOUGH and same_word(word, name))


@lru_cache(maxsize=2000)
def sites(text: str) -> frozenset[str]:
    said = folded(text)
    named = {group for match in _SITE.finditer(said) for group in match.groups() if group}
    listed = {name for name in _SITES for word in said.split() if same_word(word, name)}
    return frozenset((named - _NO_SITE) | listed)


def everywhere(text: str) -> bool:
    return bool(_EVERYWHERE.search(folded(text)))


def is_only_mine(text: str) -> bool:
    """Everybody else is fine: no outage, whatever the other words."""
    return bool(_ONLY_MINE.search(folded(text)))


def is_own_thing(text: str) -> bool:
    """A password, a mouse, one computer."""
    return bool(_OWN_THING.search(folded(text)))


@lru_cache(maxsize=2000)
def rare_words(text: str) -> frozenset[str]:
    """What is left when what every report says is taken away: a place, a name, a thing."""
    said = folded(text).split()
    return frozenset(
        word
        for word in said
        if len(word) >= LONG_ENOUGH
        and not word.isdigit()
        and word not in _COMMON
        and not any(rule.fullmatch(word) for rule in _SUBJECTS.values())
    )
