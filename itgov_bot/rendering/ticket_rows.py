"""A ticket as a row of a file: the columns in Spanish, and what stands in each."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.export import TicketFacts
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.records import dataclass
from itgov_bot.wording.labels import CHANNELS, KINDS, PRIORITIES, SOLUTIONS, STATES
from itgov_bot.wording.names import agent_name

Scrub = Callable[[str | None], str | None]
Cell = str | int | float | datetime | None


@dataclass(frozen=True, slots=True)
class Told:
    """All that a row is made of. `worked` is working time; `scrub` takes away what points at people in their words."""

    facts: TicketFacts
    service: Service | None
    worked: timedelta
    zone: ZoneInfo
    scrub: Scrub

    @property
    def ticket(self) -> Ticket:
        return self.facts.ticket

    def local(self, at: datetime | None) -> datetime | None:
        """Rounded to the second, as it is shown."""
        return at.astimezone(self.zone).replace(microsecond=0) if at else None


Column = tuple[int, Callable[[Told], Cell]]
"""Its width in characters, and what stands in it."""

COLUMNS: dict[str, Column] = {
    "Número": (18, lambda one: one.ticket.number),
    "Estado": (12, lambda one: STATES[one.ticket.state]),
    "Prioridad": (10, lambda one: PRIORITIES[one.ticket.priority]),
    "Urgente": (9, lambda one: "sí" if one.ticket.urgent else "no"),
    "Servicio": (34, lambda one: _service(one)),
    "Categoría": (24, lambda one: _sentence(one.service.category) if one.service else None),
    "Lo que se reportó": (60, lambda one: one.scrub(one.ticket.text)),
    "Dependencia o lugar": (30, lambda one: one.ticket.place or None),
    "Llegó por": (14, lambda one: CHANNELS.get(one.ticket.channel, one.ticket.channel)),
    "Abierto por": (22, lambda one: _name(one.facts.opened_by)),
    "Abierto": (17, lambda one: one.local(one.ticket.opened_at)),
    "Primera respuesta": (17, lambda one: one.local(one.ticket.first_answer_at)),
    "Resuelto": (17, lambda one: one.local(one.ticket.resolved_at)),
    "Cerrado": (17, lambda one: one.local(one.facts.closed_at)),
    "Tiempo de trabajo (horas hábiles)": (16, lambda one: _hours(one.worked)),
    "Agente": (22, lambda one: _name(one.facts.agent)),
    "Tipo": (10, lambda one: KINDS[one.ticket.kind] if one.ticket.kind else None),
    "Solución": (10, lambda one: SOLUTIONS[one.ticket.solution] if one.ticket.solution else None),
    "Qué se hizo": (
        60,
        lambda one: one.scrub(one.ticket.outcome) if one.ticket.state is not State.CANCELLED else None,
    ),
    "Motivo de cancelación": (40, lambda one: one.scrub(one.facts.cancelled_because)),
    "Calificación": (11, lambda one: _rating(one.ticket)),
    "Comentario": (40, lambda one: one.scrub(one.ticket.rating_comment)),
    "Caída": (18, lambda one: "es la caída" if one.ticket.is_outage else one.facts.outage),
    "Afectados": (10, lambda one: one.facts.affected),
    "Reaperturas": (11, lambda one: one.facts.reopened),
    "Motivo de reapertura": (40, lambda one: one.scrub("; ".join(one.facts.reopened_because))),
}
"""Other programs read them by their place: a new one goes to the end."""

CONTACT_COLUMNS: dict[str, Column] = {
    "Solicitante": (24, lambda one: one.facts.requester or None),
    "Contacto": (24, lambda one: one.ticket.contact or None),
}
"""Personal data (Ley 1581): only in a file that an administrator asked for with them."""


def columns(*, contacts: bool) -> dict[str, int]:
    """The headers with their widths."""
    return {name: width for name, (width, _) in _wanted(contacts=contacts).items()}


def row(told: Told, *, contacts: bool) -> list[Cell]:
    """In the order of `columns`."""
    return [cell(told) for _, cell in _wanted(contacts=contacts).values()]


def _wanted(*, contacts: bool) -> dict[str, Column]:
    return COLUMNS | CONTACT_COLUMNS if contacts else COLUMNS


def _name(person: Person | None) -> str | None:
    """As the chat shows them: also who gave no name."""
    return agent_name(person) if person else None


def _service(one: Told) -> str:
    service = one.service
    return f"{service.id} {service.name}" if service else one.ticket.service or "sin clasificar"


def _sentence(capitals: str) -> str:
    """The catalogue prints its categories in capitals."""
    return capitals.capitalize() if capitals.isupper() else capitals


def _rating(ticket: Ticket) -> Cell:
    """What does not count is no number, so that no sheet adds it up."""
    if ticket.rating is None or ticket.rating_counts:
        return ticket.rating
    return f"{ticket.rating} (no cuenta: la dio quien lo resolvió)"


def _hours(span: timedelta) -> float:
    return float(Decimal(span / timedelta(hours=1)).quantize(Decimal("0.01"), ROUND_HALF_UP))
