"""The urgent path: the offer, the question, and what is said in working hours."""

from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.city import City
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import OPEN_TICKET, yes_or_no
from itgov_bot.wording.city import call_the_line, mayors_event, notice
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.hours import now_open
from itgov_bot.wording.on_ticket import what_exception
from itgov_bot.wording.text import bold, esc, on_button

HOW_MANY = "¿Le pasa a muchas personas o solo a usted?"


NOBODY_CALLED = Reply("¡Qué bueno! No avisé a nadie. Si vuelve a fallar, escríbame.")
"""It works again before anybody was told."""
EVENT_NOT_TOLD = Reply("Todavía no va nadie: no he avisado. Conteste que sí y le aviso ya a la guardia.")
EVENT_IS_OFF = Reply("Entendido: no avisé a nadie. Cuando haya una fecha nueva, cuéntemela aquí.")
OFFER_FIRST_IN_LINE = Reply(
    "🚨 Esto parece una caída que le quita el servicio a muchos. ¿Abro otro caso? Queda de primero en la fila.",
    yes_or_no("Sí, abrirlo ya", Action.URGENT.data("go"), "No: caso normal", Action.URGENT.data("no")),
)
"""In hours: nobody needs to be woken."""


def _label(city: City, exception: ExceptionKind) -> str:
    if exception is ExceptionKind.MAYOR_EVENT:
        return f"Evento: {city.mayors_office}"
    return "Se cayó para muchos: avisar"


def offer(city: City, exception: ExceptionKind, consented: bool, *, is_danger: bool = False) -> Reply:
    what = "puede dejar a todos sin servicio" if is_danger else f"parece {what_exception(city, exception)}"
    return Reply(
        f"🚨 Estamos fuera de horario, pero esto {what}, y eso se "
        f"atiende a cualquier hora. ¿Aviso ya a la guardia?{_notice(city, consented)}",
        (
            Choice("Sí, avisar ya a la guardia", Action.URGENT.data("go"), answers="yes"),
            Choice("No es urgente: caso normal", Action.URGENT.data("no"), answers="no"),
        ),
    )


def noted_for_guard(name: str | None, contact: str | None) -> Reply:
    """Before the question is asked again: nobody was told anything yet."""
    who = " y ".join(esc(one) for one in (name, contact) if one)
    return Reply(f"Anoté a quién ubicar: {who}. Todavía no he avisado a nadie.")


NOTED_FOR_GUARD = Reply("Lo anoté con lo que pasa. Todavía no he avisado a nadie: solo falta su respuesta.")
ABOUT_GUARD = Reply(
    "Todavía no he avisado a nadie. La guardia sale fuera de horario solo si el daño le quita el servicio a muchos o es un "
    "evento del despacho del alcalde: si es así, conteste que sí y les aviso ya mismo. Si no, queda como caso normal y lo "
    "ven apenas abran."
)
"""To what is written beside the question, before it is asked again."""


def ask_how_many(city: City, consented: bool, *, is_open: bool) -> Reply:
    """Where the words leave it open; at night it is the one press that calls the guard as well."""
    no = Action.URGENT.data("no")
    if is_open:
        return Reply(
            HOW_MANY, (Choice("A muchas", Action.URGENT.data("many")), Choice("Solo a mí", no, "no"))
        )
    return Reply(
        f"🚨 Estamos fuera de horario. {HOW_MANY} Si es a muchas, aviso ya a la guardia.{_notice(city, consented)}",
        (
            Choice("A muchas: avisar a la guardia", Action.URGENT.data("go")),
            Choice("Solo a mí: caso normal", no, answers="no"),
        ),
    )


def ask_text(city: City) -> Reply:
    return Reply(
        f"🚨 ¿Qué está pasando y dónde? Diga qué se cayó y a quiénes afecta, o qué {mayors_event(city)} es y a "
        "qué hora. (Para dejarlo: /cancelar)"
    )


def ask_which(city: City, exception: ExceptionKind | None, consented: bool, choice: MakeChoice) -> Reply:
    """With what was understood first; the person knows better than the program."""
    kinds = sorted(ExceptionKind, key=lambda kind: kind != exception)
    opening = (
        f"Entendí que es {what_exception(city, exception)}. ¿Aviso ya a la guardia?"
        if exception
        else "Fuera de horario la guardia sale solo por estas dos cosas. ¿Es alguna?"
    )
    return Reply(
        opening + _notice(city, consented),
        (
            *(choice(on_button(_label(city, kind)), kind) for kind in kinds),
            choice("Ninguna: abrir un caso normal", "ordinary"),
        ),
    )


def in_hours(city: City, calendar: WorkCalendar, now: datetime, *, is_first: bool) -> Reply:
    """`is_first`: an outage was told."""
    when_first = "Abra el caso:" if is_first else "Abra el caso; si es una caída que afecta a muchos,"
    call = f", o {call_the_line(city)}" if city.phones else ""
    return Reply(
        f"Estamos en horario ({now_open(calendar, now)}): no hace falta la guardia. {when_first} queda de primero en "
        f"la fila y aviso a los agentes{call}.",
        (OPEN_TICKET,),
    )


def nobody_heard(view: TicketView, _event: EventView) -> Reply:
    """To who reported it, once."""
    line = call_the_line(view.city)
    call = f" No espere: {line} y dé ese número." if line else ""
    return Reply(
        f"⚠️ El aviso de su caso {bold(view.ticket.number)} todavía no le llega a nadie de la guardia.{call} Ya avisé a "
        "toda la mesa por todas las vías y sigo intentando; apenas alguien lo tome le escribo."
    )


def _notice(city: City, consented: bool) -> str:
    return "" if consented else f"\n\n{notice(city)} Al avisar, usted lo autoriza."
