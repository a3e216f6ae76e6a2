"""Does a message read like more about something that was told before? Readable rules on folded text; the desk asks.

They are narrow on purpose: what tells of a problem by itself is a question of its own, also for somebody with a case.
"""

from __future__ import annotations

import re

from .normalize import fold

MOST_WORDS = 14

_FOLLOW_UP = re.compile(
    r"""
    (?:(?:gracias|listo|hola|buen[oa]s?(?:\ \w+)?|ok|si|no|ing\w*)[\s,.!]+){0,3}
    (?:
      (?:ya|por\ fin|al\ fin)\ (?:\w+\ ){0,2}?
        (?:volvi\w*|quedo|sirve|funciona|funciono|abre|abrio|entra|entro|imprime|imprimio|conecta|carga|cargo
          |se\ (?:arreglo|soluciono|resolvio)|pude|puedo|esta\ (?:bien|listo|funcionando)|llego|vinieron|arreglaron)\b
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


def reads_as_follow_up(text: str) -> bool:
    folded = re.sub(r"[¿¡]", "", fold(text)).strip()
    return len(folded.split()) <= MOST_WORDS and bool(_FOLLOW_UP.match(folded))
