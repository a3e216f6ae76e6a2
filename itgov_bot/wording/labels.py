"""The words for what a ticket is (its state, kind, priority, solution, service) and for roles, the same whoever reads."""

from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import GRANTABLE, Role
from itgov_bot.domain.tickets.ticket import CameBy, Kind, Priority, Solution, State, Ticket
from itgov_bot.wording.text import esc, join

STATES: dict[State, str] = {
    State.NEW: "nuevo",
    State.ASSIGNED: "asignado",
    State.IN_PROGRESS: "en proceso",
    State.WAITING: "en espera",
    State.RESOLVED: "resuelto",
    State.CLOSED: "cerrado",
    State.REOPENED: "reabierto",
    State.CANCELLED: "cancelado",
}


MARKS: dict[State, str] = {
    State.NEW: "🆕",
    State.ASSIGNED: "👤",
    State.IN_PROGRESS: "🛠",
    State.WAITING: "⏸",
    State.RESOLVED: "✅",
    State.CLOSED: "📁",
    State.REOPENED: "🔄",
    State.CANCELLED: "✖️",
}
PRIORITIES: dict[Priority, str] = {
    Priority.LOW: "baja",
    Priority.NORMAL: "normal",
    Priority.HIGH: "alta",
    Priority.URGENT: "urgente",
}
KINDS: dict[Kind, str] = {
    Kind.SOFTWARE: "software",
    Kind.HARDWARE: "hardware",
    Kind.NETWORK: "red",
    Kind.OTHER: "otro",
}
SOLUTIONS: dict[Solution, str] = {
    Solution.REMOTE: "remota",
    Solution.ON_SITE: "en sitio",
    Solution.SELF: "resuelto por el usuario",
}
CAME_BY: dict[CameBy, str] = {
    CameBy.CALL: "por llamada",
    CameBy.IN_PERSON: "en persona",
    CameBy.MAIL: "por correo",
    CameBy.WHATSAPP: "por WhatsApp",
    CameBy.OTHER: "por otra vía",
}
CHANNELS: dict[str, str] = {
    "telegram": "Telegram",
    "terminal": "la terminal",
    **{way: words.removeprefix("por ") for way, words in CAME_BY.items()},
}
"""How a ticket came, as its `channel` is called in a sheet."""
ROLES: dict[Role, str] = {
    Role.STAFF: "funcionario",
    Role.AGENT: "agente",
    Role.ON_CALL: "guardia",
    Role.COORDINATOR: "coordinador",
    Role.MANAGER: "gerente",
    Role.ADMIN: "administrador",
    Role.OWNER: "responsable",
}


def service_line(service: Service | None) -> str:
    return f"{esc(service.name)} ({service.id})" if service else "por clasificar"


def with_how(outcome: str, kind: Kind | None, solution: Solution | None) -> str:
    """What was done, with its kind and the way it was done behind it as far as they are known."""
    how = ", ".join([*([KINDS[kind]] if kind else []), *([SOLUTIONS[solution]] if solution else [])])
    return f"{outcome} ({how})" if how else outcome


def how_it_came(ticket: Ticket) -> str:
    return next((words for way, words in CAME_BY.items() if way == ticket.channel), "por el chat")


def has(ticket: Ticket) -> str:
    """What whoever has a ticket does with it, or did."""
    if ticket.is_live:
        return "Lo tiene"
    was_theirs = ticket.may_reopen and ticket.solved_by not in (None, ticket.assignee, ticket.requester)
    return "Lo tenía" if was_theirs else "Lo atendió"


def role_name(role: Role, office: str = "") -> str:
    """«agente», «responsable (gestor desarrollo)»: an office is said by its key."""
    return f"{ROLES[role]} ({office_name(office)})" if office else ROLES[role]


def office_name(office: str) -> str:
    return office.replace("-", " ")


def role_names(roles: frozenset[Role]) -> str:
    named = [ROLES[role] for role in GRANTABLE if role in roles]
    return join(named) if named else ROLES[Role.STAFF]
