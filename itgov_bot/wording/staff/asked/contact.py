"""By which means the desk is reached, and how to reach a person."""

from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.language.asked_of_desk import Way, way_asked
from itgov_bot.wording.choices import OPEN_TICKET, PERSON, of_service
from itgov_bot.wording.city import call_the_line, phone_lines, reached_by, seat, ways
from itgov_bot.wording.hours import attention, now_open
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, capital, esc, stop

WANTS_A_PERSON = "Pide que una persona de la mesa le escriba."
"""The text of a ticket that tells nothing else."""


def called_for(words: str) -> str:
    """The text of a ticket of who wants to be called."""
    return f"Pide que lo llamen: {words}"


SAY_WHAT_ABOUT = Reply(
    "Queda escrito que lo llamen. Si puede, diga aquí en pocas palabras con qué es: así llaman preparados."
)
"""Of who wants to be called and did not say what about; it is asked once."""


def general_channels(city: City, calendar: WorkCalendar, now: datetime) -> Reply:
    return Reply(
        f"📨 {bold('Cómo comunicarse con la mesa de servicios')}\n"
        "• Aquí mismo: escriba lo que pasa y abrimos el caso, a cualquier hora.\n"
        f"{ways(city)}{phone_lines(city)}{seat(city)}\n"
        f"🕘 {stop(capital(attention(calendar)))} Ahora: {stop(now_open(calendar, now))}",
        (OPEN_TICKET, PERSON),
    )


def one_way(city: City, way: Way, calendar: WorkCalendar, now: datetime) -> Reply:
    """Just the one that was asked after, with the hours in which people answer there."""
    hours = f"🕘 {stop(capital(attention(calendar)))} Ahora: {stop(now_open(calendar, now))}"
    others = Choice("Otras formas", Action.COMMAND.data("canales", ""))
    return Reply(f"{_told(city, way)}{hours}", (OPEN_TICKET, others))


def _told(city: City, way: Way) -> str:
    channel = next((one for one in city.channels if way_asked(one.name) is way), None)
    if way is Way.SEAT:
        return seat(city) or "La dirección de la oficina no la tengo.\n"
    if way is Way.PHONE and city.phones:
        return phone_lines(city)
    if channel is None:
        return f"No tengo {esc(way)} entre los medios de la mesa.\n"
    line = call_the_line(city)
    ask = f"; para que se lo den, {line}" if line else ""
    address = channel.address or f"no tengo aquí la dirección o el número{ask}"
    return f"Sí, la mesa atiende por {esc(channel.name)}: {stop(address)}\n"


def service_channels(city: City, service: Service, calendar: WorkCalendar, now: datetime) -> Reply:
    return Reply(
        f"📨 {bold(service.name)} ({service.id}) se pide por {reached_by(city, service.channels)}, o aquí mismo con un "
        f"caso, que queda por escrito.\n{phone_lines(city)}\n🕘 Atendemos: {stop(attention(calendar))} "
        f"Ahora: {stop(now_open(calendar, now))}",
        of_service(service),
    )


def talk_to_a_person(city: City, calendar: WorkCalendar, now: datetime) -> Reply:
    """The honest way to a human: a ticket that an agent takes, or the telephone while it is answered."""
    if calendar.is_open(now):
        text = (
            f"Con gusto. Hay personas en la {esc(city.desk)}: {stop(now_open(calendar, now))}\n"
            f"{phone_lines(city)}{seat(city)}Si prefiere, que le escriban por este chat; o escriba aquí su número y pido "
            "que lo llamen, sin que cuente de qué se trata."
        )
    else:
        text = (
            f"A esta hora no hay nadie en la mesa: {stop(now_open(calendar, now))} Si quiere, le dejo el caso en la fila y "
            "le escriben por este chat cuando abran."
        )
    return Reply(
        text,
        (Choice("Que me escriban", Action.PERSON.data("write")), Choice("Es urgente", Action.URGENT.data())),
    )


def person_of_case(view: TicketView) -> Reply:
    ticket = view.ticket
    return Reply(
        f"Su caso {bold(ticket.number)} lo tiene {bold(agent_name(view.holder))}: escríbale por aquí y le llega.",
        (
            Choice("Escribirle", Action.TICKET.data(ticket.number, "add")),
            Choice("Otra persona", Action.PERSON.data()),
        ),
    )
