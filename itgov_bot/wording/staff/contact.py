"""By which means the desk is reached, and how to reach a person."""

from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.choices import OPEN_TICKET, PERSON, of_service
from itgov_bot.wording.city import phone_lines, ways
from itgov_bot.wording.hours import attention, now_open
from itgov_bot.wording.staff.services import channels
from itgov_bot.wording.text import bold, capital, stop


def general_channels(city: City, calendar: WorkCalendar, now: datetime) -> Reply:
    return Reply(
        f"📨 {bold('Cómo comunicarse con la mesa de servicios')}\n"
        "• Aquí mismo: escriba lo que pasa y abrimos el caso, a cualquier hora.\n"
        f"{ways(city)}{phone_lines(city)}\n"
        f"🕘 {stop(capital(attention(calendar)))} Ahora: {stop(now_open(calendar, now))}",
        (OPEN_TICKET, PERSON),
    )


def service_channels(city: City, service: Service, calendar: WorkCalendar, now: datetime) -> Reply:
    return Reply(
        f"📨 {bold(service.name)} ({service.id}) se pide por {channels(city, service)}, o aquí mismo con un caso, que queda "
        f"por escrito.\n{phone_lines(city)}\n🕘 Atendemos: {stop(attention(calendar))} "
        f"Ahora: {stop(now_open(calendar, now))}",
        of_service(service),
    )


def talk_to_a_person(city: City, calendar: WorkCalendar, now: datetime, service: Service | None) -> Reply:
    """The honest way to a human: a ticket that an agent takes, or the telephone while it is answered."""
    ask = "Abra un caso y un agente de la mesa le escribe por este chat."
    if calendar.is_open(now):
        lines = phone_lines(city).rstrip()
        text = f"Con gusto. {ask}" + (f" Si prefiere hablar ya:\n{lines}" if lines else "")
    else:
        text = f"A esta hora no hay agentes: {stop(now_open(calendar, now))} {ask} Queda en la fila para esa hora."
    target = Action.NEW_TICKET.data(service.id) if service else Action.NEW_TICKET.data()
    return Reply(
        text, (Choice("Que un agente me escriba", target), Choice("Es urgente", Action.URGENT.data()))
    )
