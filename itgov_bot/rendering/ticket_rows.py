"""A ticket as a row of a file: the columns in Spanish, and what stands in each."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.export import TicketFacts
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.wording.labels import CHANNELS, KINDS, PRIORITIES, SOLUTIONS, STATES
from itgov_bot.wording.names import agent_name

Scrub = Callable[[str | None], str | None]
Cell = str | int | float | datetime | None

COLUMNS: dict[str, int] = {
    "Número": 18,
    "Estado": 12,
    "Prioridad": 10,
    "Urgente": 9,
    "Servicio": 34,
    "Categoría": 24,
    "Lo que se reportó": 60,
    "Dependencia o lugar": 30,
    "Llegó por": 14,
    "Abierto por": 22,
    "Abierto": 17,
    "Primera respuesta": 17,
    "Resuelto": 17,
    "Cerrado": 17,
    "Tiempo de trabajo (horas hábiles)": 16,
    "Agente": 22,
    "Tipo": 10,
    "Solución": 10,
    "Qué se hizo": 60,
    "Motivo de cancelación": 40,
    "Calificación": 11,
    "Comentario": 40,
    "Caída": 18,
    "Afectados": 10,
    "Reaperturas": 11,
    "Motivo de reapertura": 40,
}
"""Each column with its width in characters. Other programs read them by their place: a new one goes to the end."""

CONTACT_COLUMNS: dict[str, int] = {"Solicitante": 24, "Contacto": 24}
"""Personal data (Ley 1581): only in a file that an administrator asked for with them."""


def columns(*, contacts: bool) -> dict[str, int]:
    return {**COLUMNS, **CONTACT_COLUMNS} if contacts else COLUMNS


def row(
    facts: TicketFacts,
    service: Service | None,
    worked: timedelta,
    zone: ZoneInfo,
    *,
    contacts: bool,
    scrub: Scrub,
) -> list[Cell]:
    """In the order of `columns`. Instants are local, and rounded to the second as they are shown.

    `scrub` takes away what points at people in their words.
    """
    ticket = facts.ticket
    cells: list[Cell] = [
        ticket.number,
        STATES[ticket.state],
        PRIORITIES[ticket.priority],
        "sí" if ticket.urgent else "no",
        f"{service.id} {service.name}" if service else ticket.service or "sin clasificar",
        _sentence(service.category) if service else None,
        scrub(ticket.text),
        ticket.place or None,
        CHANNELS.get(ticket.channel, ticket.channel),
        _name(facts.opened_by),
        _local(ticket.opened_at, zone),
        _local(ticket.first_answer_at, zone),
        _local(ticket.resolved_at, zone),
        _local(facts.closed_at, zone),
        _hours(worked),
        _name(facts.agent),
        KINDS[ticket.kind] if ticket.kind else None,
        SOLUTIONS[ticket.solution] if ticket.solution else None,
        scrub(ticket.outcome) if ticket.state is not State.CANCELLED else None,
        scrub(facts.cancelled_because),
        _rating(ticket),
        scrub(ticket.rating_comment),
        "es la caída" if ticket.is_outage else facts.outage,
        facts.affected,
        facts.reopened,
        scrub("; ".join(facts.reopened_because)),
    ]
    return [*cells, facts.requester or None, ticket.contact or None] if contacts else cells


def _name(person: Person | None) -> str | None:
    """As the chat shows them: also who gave no name."""
    return agent_name(person) if person else None


def _sentence(capitals: str) -> str:
    """The catalogue prints its categories in capitals."""
    return capitals.capitalize() if capitals.isupper() else capitals


def _rating(ticket: Ticket) -> Cell:
    """What does not count is no number, so that no sheet adds it up."""
    if ticket.rating is None or ticket.rating_counts:
        return ticket.rating
    return f"{ticket.rating} (no cuenta: la dio quien lo resolvió)"


def _local(at: datetime | None, zone: ZoneInfo) -> datetime | None:
    return at.astimezone(zone).replace(microsecond=0) if at else None


def _hours(span: timedelta) -> float:
    return float(Decimal(span / timedelta(hours=1)).quantize(Decimal("0.01"), ROUND_HALF_UP))
