"""How a case was handled, as an agent tells it: of what kind it was, and whether somebody went there.

Used to guess what indicators 6, 7 and 8 count; the agent sees the guess and can change it.
"""

import re
from collections.abc import Iterable

from itgov_bot.domain.tickets.ticket import Kind, Solution
from itgov_bot.patterns import regex

from ..folding import plain, words_like

_THINGS = r"""
    toner|cartuchos?|rodillos?|fusor|tambor|teclados?|mouse|raton|monitor(?:es)?|pantalla|disco|ssd|memoria|ram|fuente|board|bateria
    pila|cargador|ups|regleta|ventilador|disipador|pasta termica|papel|bandejas?|diadema|audifonos?|parlantes?|camara|hdmi
    proyector|lampara|bisagra|carcasa|torre|tarjeta|conector|adaptador|pieza|repuesto
    """
_DEVICES = "telefono|impresora|equipo|computador|portatil"
_WIRES = r"""
    cables?|patch ?(?:cord|panel)|switch|swicth|router|enrutador|modem|antena|access point|rosetas?|puntos?|rack|fibra
    """
_REMOTE = words_like(
    r"""
    remot[ao]s?|remotamente|a distancia|virtual(?:mente)?|por (?:una )?(?:llamada|videollamada)
    por (?:el )?(?:telefono|celular|chat|whats?app|correo|teams|meet|zoom)
    any ?desk|team ?viewer|rust ?desk|(?:ultra ?)?vnc|dw ?agent|dameware|rdp|asistencia rapida
    me conecte al?|nos conectamos al?
    desde (?:aca|aqui|la mesa|el servidor|la consola|mi (?:equipo|puesto))
    desde el (?:panel|dominio|directorio|administrador|exchange|firewall)
    (?:gui|indi[cq]|expli[cq]|orient)(?:e|amos|o|ue|uamos)
    """
)
_ON_SITE = words_like(
    r"""
    en (?:el )?sitio|in situ|presencial(?:mente)?|en persona|personalmente|alla mismo
    (?:en|a|hasta|para) (?:el |su |la )?(?:puesto|escritorio|oficina)|al puesto
    (?:hubo que|toco) ir|se fue (?:a|al|hasta)|fui|fuimos|yendo|visit[aeo]\w*|acer[cq]\w+|desplac\w+|traslad\w+
    subi|subimos|baje|bajamos|(?:pase|pasamos) por|estuv(?:e|imos) (?:alla|en|donde)
    """
)
_MOVES = r"(?:cambi|reempla[zc]|ajust|limpi|destra[bn]|sa[cq]|retir|ponch|llev|entreg|(?:re)?enchuf|encend|prend|apret)"
_PLUGS = r"(?<!\bme )(?:re)?conect(?!arme|ado|ada)"
"""«Me conecté a su equipo» is no plug."""
_LOOSE = r"(?:suelt|floj|des(?:conect|enchuf|ajust)|desencaj|zaf|apag|quem|atasc|atranc|sulfat|romp|rot|partid|mordid|pel)"
_BY_HAND = regex(
    rf"\b(?:{_MOVES}|{_PLUGS})\w*(?: \w+){{1,3}}? {words_like(_THINGS + _WIRES + _DEVICES).pattern}"
    rf"|{words_like(_THINGS + _WIRES).pattern}(?: \w+){{0,4}}? se (?:le |lo |la )?(?:{_MOVES}|{_PLUGS})\w*"
    rf"|{words_like(_THINGS + _WIRES + _DEVICES).pattern} (?:\w+ ){{0,2}}?(?:est(?:a|aba|aban|uvo)|qued\w+|ten[ii]a\w*) "
    rf"(?:\w+ )?{_LOOSE}\w*"
    r"|\bse (?:le )?(?:encendio|prendio|enchufo|(?:re)?conecto)\b(?! (?:por|con|a|al|desde)\b)"
)
"""Nobody changes a cable from afar, or finds it loose."""
_HARDWARE = words_like(
    _THINGS
    + r"""
    tomacorriente|corriente|electric\w+|puertos? usb|usb|cable de (?:poder|corriente|video|energia)|esc?anner|escaner
    (?:mantenimiento|limpieza) (?:fisic\w+|preventiv\w+|del equipo|interna)|hardware
    """
)
_NETWORK = words_like(
    _WIRES
    + r"""
    red|redes|rj ?45|vlan|dhcp|dns|proxy|direccion ip|ip|firewall|wi ?fi|enlace|canal|r?e?ponch\w+|vpn|internet|conmutador
    """
)
_SOFTWARE = words_like(
    r"""
    drivers?|controlador(?:es)?|actualiz\w+|reinstal\w+|desinstal\w+|formate\w+|program\w*|office|excel|word|outlook|windows
    navegador|chrome|firefox|edge|cache|cookies|claves?|contrasena|password|usuario|cuentas?|permisos?|rol|licencia\w*|perfil
    configur\w+|parametriz\w+|buzon|correo|aplicativo|aplicacion|plataforma|version|parche|antivirus|virus|malware|sesion
    base de datos|cola de impresion|spooler|macro|plantilla|certificado|firma digital|token|dominio|script|consulta|software
    desbloque\w+|restablec\w+|reset\w+|publi[cq]\w+
    """
)
_KINDS = {Kind.HARDWARE: _HARDWARE, Kind.NETWORK: _NETWORK, Kind.SOFTWARE: _SOFTWARE}


def way_told(text: str) -> Solution | None:
    """How it was solved; of both ways the last one told: «primero por remoto, y al final fui al puesto»."""
    said = _without_denied(plain(text))
    last = {way: _last(words, said) for way, words in _WAYS.items()}
    told = max(last, key=lambda way: last[way])
    return told if last[told] >= 0 else None


def first_way_told(texts: Iterable[str]) -> Solution | None:
    """By the first of these texts that tells it."""
    return next((way for one in texts if (way := way_told(one))), None)


def kind_told(text: str, by_service: Kind | None = None) -> Kind | None:
    """The kind that most of the words speak of; that of the service where they speak of none, or of two alike."""
    said = plain(text)
    count = {kind: len(words.findall(said)) for kind, words in _KINDS.items()}
    most = max(count.values())
    likeliest = [kind for kind, number in count.items() if number == most]
    return likeliest[0] if len(likeliest) == 1 else by_service


_WAYS = {Solution.REMOTE: (_REMOTE,), Solution.ON_SITE: (_ON_SITE, _BY_HAND)}
_DENIED = regex(rf"\b(?:no|sin|ni|tampoco)\b(?: \w+){{0,4}}? (?:{_REMOTE.pattern}|ir\b|{_ON_SITE.pattern})")


def _without_denied(said: str) -> str:
    """«No se pudo por remoto», «sin ir al puesto» tell what was not done."""
    return _DENIED.sub(" ", said)


def _last(ways: Iterable[re.Pattern[str]], said: str) -> int:
    return max((found.start() for words in ways for found in words.finditer(said)), default=-1)
