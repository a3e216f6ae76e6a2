"""The answers to what is wanted of the desk itself: short, and with the button that does it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import AgreementException, Service
from itgov_bot.domain.city import City
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.language.asked_of_desk import DataAsked
from itgov_bot.wording.choices import OPEN_TICKET, PERSON, see_ticket, yes_or_no
from itgov_bot.wording.city import notice
from itgov_bot.wording.staff.asked.services import CATALOGUE
from itgov_bot.wording.text import bold, clip, esc, on_button, quoted, stop

NO_LIVE_CASE = Reply(
    "No tiene casos abiertos. ¿Abrimos uno?",
    (OPEN_TICKET, PERSON, Choice("Ver los anteriores", Action.MY_TICKETS.data("all", "0"))),
)


def no_live_case_of(text: str, service_id: str) -> Reply:
    """The same, of who told what they wait for."""
    said = f"No tiene casos abiertos por este chat. ¿Abrimos uno por lo que me cuenta: {quoted(text, 80)}?"
    opens = Choice(OPEN_TICKET.label, Action.NEW_TICKET.data(service_id), answers="yes")
    return Reply(said, (opens, *NO_LIVE_CASE.choices[1:]))


NOTHING_TO_CLOSE = Reply("¡Qué bueno! No tiene casos abiertos, así que no hay nada que cerrar.")
NOTHING_TO_RATE = Reply(
    "No tiene casos resueltos por calificar. Cuando la mesa le resuelva uno, aquí mismo le pregunto cómo le fue.",
    (Choice("Mis casos", Action.MY_TICKETS.data("0")),),
)


class Which(NamedTuple):
    """The question which of several cases something is done with, and what the button of each does."""

    asked: str
    does: Callable[[Ticket], str]


ADD = Which("¿A cuál de sus casos?", lambda one: Action.GOES_TO.data(one.number, "pass"))
BEGIN_ADDING = Which(ADD.asked, lambda one: Action.TICKET.data(one.number, "add"))
CANCEL = Which(
    "¿Cuál de sus casos cancelo? No se puede deshacer.", lambda one: Action.TICKET.data(one.number, "drop")
)
CLOSE = Which("¡Qué bueno! ¿Cuál de sus casos doy por resuelto?", lambda one: Action.WORKS.data(one.number))
REOPEN = Which("¿Cuál de sus casos reabro?", lambda one: Action.FAILS.data(one.number))


def which(one: Which, tickets: Sequence[Ticket]) -> Reply:
    """Each with its words; pressing one does it."""
    lines = [f"• {bold(ticket.number)}: {esc(clip(ticket.text, 60))}" for ticket in tickets]
    choices = [Choice(on_button(f"{ticket.number}: {ticket.text}"), one.does(ticket)) for ticket in tickets]
    return Reply(
        "\n".join([one.asked, *lines]), (*choices, Choice("Ninguno", Action.DONE.data(), answers="no"))
    )


def was_cancelled(ticket: Ticket) -> Reply:
    why = (
        f"Motivo: {stop(esc(clip(ticket.outcome, 200)))}" if ticket.outcome else "No quedó escrito el motivo."
    )
    return Reply(
        f"{bold(ticket.number)} ({quoted(ticket.text, 60)}) se canceló. {why}\nUn caso cancelado no se reabre: si "
        "todavía lo necesita, ábralo de nuevo.",
        (Choice("Abrirlo de nuevo", Action.NEW_TICKET.data(ticket.service or ""), answers="yes"),),
    )


# The desk


def help_now(live: Ticket | None, *, has_cases: bool) -> Reply:
    """`live`: their only live case."""
    theirs: tuple[Choice, ...] = (see_ticket(live, "Ver mi caso"),) if live else ()
    if has_cases and not live:
        theirs = (Choice("Mis casos", Action.MY_TICKETS.data("0")),)
    return Reply(
        "Cuénteme con sus palabras qué le pasa o qué necesita, y abrimos el caso: <i>la impresora no imprime</i>. "
        "También puedo decirle cómo van sus casos, a qué hora atienden y quién responde por un tema. Los comandos están "
        "en /ayuda.",
        (*theirs, OPEN_TICKET, CATALOGUE, Choice("Horario", Action.HOURS.data()), PERSON),
    )


_OF_DATA = {
    DataAsked.HOW_LONG: (
        "No hay un plazo fijo: se guardan mientras se guarde el historial de sus casos. Puede borrarlos antes, aquí abajo: "
        "sus casos quedan sin su nombre ni su contacto."
    ),
    DataAsked.WHO_SEES: (
        "Sus casos los ve usted y quien los atiende en la mesa. Los demás no, tampoco su jefe, si no trabajan en la mesa."
    ),
}


def privacy(city: City, asked: DataAsked | None = None) -> Reply:
    """Just what was asked of one's data comes first."""
    lead = f"{_OF_DATA[asked]}\n\n" if asked else ""
    return Reply(
        f"{lead}{notice(city)}\n"
        "• El teléfono o el lugar son solo para encontrarlo si hace falta: puede pedir que le escriban por este chat.\n"
        f"• Los ve quien atiende su caso en la {esc(city.desk)}; si es una caída, la guardia. A los demás afectados no se "
        "les muestran.\n"
        "• Sus mensajes quedan en su caso. No se graban llamadas ni se escuchan notas de voz.",
        (
            Choice("Ver mis datos", Action.MY_DATA.data()),
            Choice("Borrar mis datos", Action.MY_DATA.data("forget")),
        ),
    )


DEBT = Reply(
    "Eso no lo decide la mesa de servicios, y no se lo puedo prometer ni negar: pregúnteles a su jefe y a quien lleva el "
    "inventario de su dependencia. Por atender el caso no se cobra; la denuncia o lo que pasó, por escrito, le sirve."
)
"""Whether what was stolen, lost or broken is to be paid for."""


def cost(city: City) -> Reply:
    """In the city's own words."""
    unknown = f"Si cuesta algo no lo tengo escrito: pregúntelo a la {city.desk}."
    return Reply(esc(city.price or unknown), () if city.price else (PERSON,))


def desk_sees_to(city: City, service: Service) -> Reply:
    """What is asked after is a service of the desk itself."""
    return Reply(
        f"De eso («{esc(service.label)}») se encarga la {esc(city.desk)}: lo atiende quien esté libre. Cuénteme qué pasa y "
        "abrimos el caso.",
        (OPEN_TICKET, PERSON),
    )


def documents(city: City) -> Reply:
    """What the city links to, and nothing invented."""
    known = "".join(f"\n🔗 {esc(link.name)}: {esc(link.url)}" for link in city.links)
    return Reply(
        "Aquí tengo el catálogo de servicios, el horario y el mapa de procesos. Los procedimientos, formatos y manuales no "
        f"los tengo como archivo{'; están en:' if known else ': pídalos a la mesa.'}{known}",
        (CATALOGUE, Choice("Mapa de procesos", Action.COMMAND.data("procesos", "")), PERSON),
    )


def urgent(exceptions: Sequence[AgreementException]) -> Reply:
    return Reply(
        f"{at_any_hour(exceptions)}\nSi es una de estas, dígame qué pasa y dónde. Lo demás entra como caso normal.",
        yes_or_no(
            "Reportar una urgencia", Action.URGENT.data(), "Abrir un caso normal", Action.NEW_TICKET.data()
        ),
    )


def at_any_hour(exceptions: Sequence[AgreementException]) -> str:
    return "\n".join(
        ["🚨 A cualquier hora se atiende:", *(f"• {esc(stop(one.printed))}" for one in exceptions)]
    )


def attach(max_mb: int, live: Ticket | None) -> Reply:
    case = f" a su caso {bold(live.number)}" if live else " al caso"
    return Reply(
        f"Sí: mándelo por aquí y lo agrego{case}. Recibo fotos, documentos, audios y videos de hasta {max_mb} MB. Las notas "
        "de voz quedan guardadas para quien lo atienda, pero yo no las escucho: escriba también qué pasa.",
        () if live else (OPEN_TICKET,),
    )
