"""Does a message go on about a case told before: more about it, a question after it, its number? The desk then asks.

The rules are narrow on purpose: what tells of a problem by itself is a question of its own, also for somebody with a case.
"""

from __future__ import annotations

import re

from .folding import plain

MAX_FOLLOW_UP_WORDS = 14
MAX_WAITING_WORDS = 9

_GOOD = (
    r"volvi\w*|quedo|sirve|funciona|funciono|abre|abrio|entra|entro|imprime|imprimio|conecta|carga|cargo"
    r"|se\ (?:arreglo|soluciono|resolvio)|pude|puedo|esta\ (?:bien|listo|funcionando)|llego|vinieron|arreglaron"
)
_FOLLOW_UP = re.compile(
    rf"""
    (?:(?:gracias|listo|hola|buen[oa]s?(?:\ \w+)?|ok|si|no|ing\w*)\ ){{0,3}}
    (?:
      (?:ya|por\ fin|al\ fin)\ (?:(?!no\b|ni\b|nada\b|nadie\b|tampoco\b|casi\b|solo\b|quien\b)\w+\ ){{0,2}}?(?:{_GOOD})\b
      |(?:pero\ )?(?:todo\ )?sig(?:ue|o|uen|uimos)\ (?:\w+\ )?(?:igual|mal|fallando|sin|en\ las\ mismas|lo\ mismo|lent\w+)\b
      |(?:todavia|aun)\ (?:no|nada|sigue|estoy|espero)\b
      |(?:otra\ vez|de\ nuevo)\ (?:lo\ mismo|igual|con\ lo\ mismo|fallo|se\ (?:cayo|fue|dano))\b
      |volvio\ a\ (?:pasar|fallar|salir|danarse|caerse)\b
      |(?:alguna|hay|tienen|que)\ (?:novedad|noticia|razon|respuesta)\w*
      |(?:y\ )?(?:como\ va|que\ paso\ con|en\ que\ (?:va|quedo))\ (?:lo\ (?:mio|del?)|mi\ (?:caso|solicitud|reporte))\b
      |(?:cuando|a\ que\ hora)\ (?:vienen|viene|van\ a\ venir|me\ (?:llaman|atienden|responden|ayudan))\b
      |(?:nadie|no)\ (?:me\ )?(?:ha|han)\ (?:venido|llamado|respondido|contestado|atendido|dicho|solucionado)\b
      |lo\ mismo\ (?:de\ (?:ayer|antes|siempre|hoy)|otra\ vez)\b
      |quedo\ (?:bien|listo|perfecto|funcionando|solucionado|arreglado)\b
    )
    """,
    re.VERBOSE,
)
_STATE = re.compile(
    r"\b(como|en que|que) (va|esta|quedo|paso con|hay de|se sabe de) (lo de )?(mi|el) "
    r"(caso|solicitud|reporte|requerimiento)\b"
    r"|\b(estado|seguimiento) (de|a|al|del) ?(mi|mis)? ?casos?\b"
    r"|\b(cancel\w+|anul\w+|cerr\w+) (mi|el) caso\b|^mis? casos?$"
)
_WAITING = re.compile(
    r"(y |ya |hola |pero |oiga )*"
    r"(cuanto (mas )?(se )?(demoran|tardan|falta)|en cuanto tiempo|lo tomaron|quien lo (tiene|tomo)|(lo )?vieron"
    r"|alguien (lo )?(esta )?(revisando|mirando|atendiendo)|hay alguien|alguien ahi|van a venir|que ha pasado"
    r"|alguien)( .{0,25})?"
)
_NUMBER = re.compile(r"\bsaus[\s\-_]*20\d\d[\s\-_]*\d{1,6}\b|(?<=\bcaso )#?\d{1,6}\b", re.IGNORECASE)


def reads_as_follow_up(text: str) -> bool:
    """«Ya volvió», «sigue igual», «¿alguna novedad?»: more about something that was told."""
    said = plain(text)
    return len(said.split()) <= MAX_FOLLOW_UP_WORDS and _FOLLOW_UP.match(said) is not None


def asks_after_case(text: str) -> bool:
    """«¿Cómo va mi caso?», «cancelen el caso»."""
    return _STATE.search(plain(text)) is not None


def is_waiting(text: str) -> bool:
    """«¿Cuánto se demoran?», «¿ya lo tomaron?»: of a case, if there is one."""
    said = plain(text)
    return len(said.split()) <= MAX_WAITING_WORDS and _WAITING.fullmatch(said) is not None


def mentioned_number(text: str) -> str | None:
    """The number of a case as it stands in a sentence: «el SAUS-2026-12 sigue igual», «caso 12»."""
    found = _NUMBER.search(text)
    return found[0] if found else None
