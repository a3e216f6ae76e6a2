"""When people answer, whether that is now, and why it is not sooner."""

from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar, closed_days_until, openness
from itgov_bot.domain.catalog import Availability, Service
from itgov_bot.domain.city import City
from itgov_bot.replies import Reply
from itgov_bot.wording.choices import OPEN_TICKET, of_service
from itgov_bot.wording.city import mayors_event
from itgov_bot.wording.text import (
    at_clock,
    bold,
    capital,
    clock,
    day_name,
    esc,
    join,
    stop,
    week_in_words,
    when,
)


def attention(calendar: WorkCalendar) -> str:
    return week_in_words(dict(calendar.week))


def now_open(calendar: WorkCalendar, now: datetime) -> str:
    """«abierto hasta las 6:00 p. m.» or «cerrado; abrimos el martes 17 a las 8:00 a. m., el lunes es festivo: …»."""
    state = openness(calendar, now)
    if state.closes_at:
        return f"abierto hasta {at_clock(state.closes_at)}"
    assert state.opens_at is not None
    return f"cerrado; abrimos {when(state.opens_at, calendar.local(now))}{why_not_sooner(calendar, now, state.opens_at)}"


def why_not_sooner(calendar: WorkCalendar, now: datetime, opening: datetime) -> str:
    """«, el lunes es festivo: Independencia de Cartagena»; empty when no holiday lies between."""
    today = calendar.local(now).date()
    closed = [
        f"{_short_day(day_name(day, today))} es festivo: {name}"
        for day, name in closed_days_until(calendar, now, opening)
    ]
    return f", {join(closed)}" if closed else ""


def _short_day(name: str) -> str:
    """«el lunes 16» is «el lunes» when the opening is named beside it."""
    words = name.split()
    return " ".join(words[:2]) if words[0] == "el" and len(words) == 3 else name


def availability(service: Availability) -> str:
    """When the service itself runs, which is not when people answer."""
    if service.kind == "always":
        return "24 horas, 7 días a la semana"
    if service.kind == "on_demand":
        return "a demanda (se agenda cuando usted lo pide)"
    assert service.opens
    assert service.closes
    return f"de {clock(service.opens)} a {clock(service.closes)}"


def just_asked(service: Service | None, calendar: WorkCalendar, now: datetime, answer: str) -> Reply:
    """The plain `answer` to what was asked, and one line: of a service when it runs itself, or what can be done while
    nobody attends."""
    if service:
        runs = f"El servicio «{esc(service.label)}» funciona: {stop(availability(service.availability))}"
        return Reply(f"{answer}\n{runs}", of_service(service))
    is_open = openness(calendar, now).closes_at is not None
    meanwhile = (
        "" if is_open else "\nA cualquier hora puede abrir un caso aquí; si es una caída de muchos, /urgente."
    )
    return Reply(f"{answer}{meanwhile}", (OPEN_TICKET,))


def in_short(calendar: WorkCalendar, now: datetime) -> str:
    """The hours at large in a line, for who has read them already."""
    return f"🕘 {stop(capital(attention(calendar)))} Ahora: {stop(now_open(calendar, now))}"


def general_hours(city: City, calendar: WorkCalendar, now: datetime) -> Reply:
    """All that is to be known of them."""
    return Reply(
        f"🕘 {bold('Horario de atención de la mesa de servicios')}\n"
        f"{capital(attention(calendar))}, en jornada continua. No atendemos {_closed_weekdays(calendar)} los festivos.\n"
        f"Ahora: {stop(now_open(calendar, now))}\n\n"
        f"A cualquier hora puede abrir un caso aquí. Si se cayó un servicio para muchos, o hay un {mayors_event(city)} "
        "que necesita acompañamiento, escriba /urgente.",
        (OPEN_TICKET,),
    )


def _closed_weekdays(calendar: WorkCalendar) -> str:
    """«los fines de semana ni», «los domingos ni»; empty for a desk of seven days."""
    closed = {5: "los sábados", 6: "los domingos"}
    names = [name for day, name in closed.items() if day not in calendar.week]
    return ("los fines de semana" if len(names) == 2 else names[0]) + " ni" if names else ""


def service_hours(service: Service, calendar: WorkCalendar, now: datetime) -> Reply:
    """When the service runs and when people attend it, each called by its name."""
    return Reply(
        f"🕘 {bold(service.name)} ({service.id})\n"
        f"El servicio funciona: {stop(availability(service.availability))}\n"
        f"Las personas atienden: {stop(attention(calendar))}\n"
        f"Ahora: {stop(now_open(calendar, now))}",
        of_service(service),
    )
