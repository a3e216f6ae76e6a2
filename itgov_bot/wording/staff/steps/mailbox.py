"""The corporate mailbox in words: asking for it, the letter with the code, and what became of the code."""

from itgov_bot.domain.city import City
from itgov_bot.replies import Reply
from itgov_bot.wording.choices import RESUME_FORM
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.text import bold, esc, join

WRONG_CODE = Reply("Ese no es el código. Revise los seis números del correo y escríbalos otra vez.")
EXPIRED = Reply("Ese código ya venció. Pida otro con «Enviar otro código».")
NO_TRIES_LEFT = Reply(
    "Fueron cinco intentos sin acertar; ese código ya no sirve. Pida otro con «Enviar otro código»."
)
NO_CODE = Reply("No hay ningún código en camino. Pida uno con «Enviar otro código».")
TOO_MANY_MAILS = Reply(
    "Ya se mandaron muchos códigos, suyos o a ese buzón. Espere una hora y pida otro; si hoy ya van diez, mañana. "
    "Lo que lleva escrito queda guardado. "
    "Si es urgente: /urgente. Otros medios: /canales"
)


def ask_address(domains: frozenset[str]) -> Reply:
    return Reply(
        f"¿Cuál es su correo institucional ({_at(domains)})? Le mando un código de seis números para confirmar que es "
        "suyo; es una sola vez."
    )


def not_an_address(domains: frozenset[str]) -> Reply:
    return Reply(
        f"Necesito un correo completo que termine en {_at(domains)}. Escríbalo así: nombre.apellido@…"
    )


def ask_code(email: str, choice: MakeChoice) -> Reply:
    return Reply(
        f"✉️ Le mandé un código de seis números a {bold(email)}. Escríbalo aquí; sirve por 10 minutos. Si no lo ve, "
        "mire también en correo no deseado.",
        (choice("Enviar otro código", "again"), choice("Cambiar el correo", "other")),
    )


def verified(email: str) -> Reply:
    return Reply(f"✅ Listo: {esc(email)} es su correo y no se lo vuelvo a preguntar.")


def not_delivered(email: str) -> Reply:
    return Reply(
        f"✉️ No pude entregar el código en {bold(email)}. Revise que el correo esté bien escrito, o intente más tarde. "
        "Lo que llevaba escrito está guardado; si no puede esperar: /urgente o /canales.",
        (RESUME_FORM,),
    )


def letter(city: City, code: str) -> Reply:
    """The first line is the subject. The code is not in it: subjects show on locked screens."""
    return Reply(
        f"Su código para la {city.desk}\n\n"
        f"{code}\n\n"
        f"Escríbalo en el chat de la mesa de servicios de la {city.entity}. Sirve por 10 minutos y una sola vez.\n"
        "Si usted no lo pidió, no haga nada: sin este código nadie puede usar su correo. No se lo dé a nadie."
    )


def _at(domains: frozenset[str]) -> str:
    return join([f"@{esc(domain)}" for domain in sorted(domains)], "o")
