"""The commands: who may use each, what the menu says of it, and which flow answers. An explicit table."""

from collections.abc import Awaitable, Callable

from rapidfuzz import fuzz, process

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.admins import invitations, roles, teaching
from itgov_bot.conversation.flows.agents import duty, for_somebody
from itgov_bot.conversation.flows.agents.card import agenda, canned
from itgov_bot.conversation.flows.agents.maintenance import listing as maintenance
from itgov_bot.conversation.flows.agents.messages import replies
from itgov_bot.conversation.flows.agents.orders import by_number as numbered
from itgov_bot.conversation.flows.agents.queue import asked as queue
from itgov_bot.conversation.flows.managers import export, indicators, night, plans, subscriptions, summary
from itgov_bot.conversation.flows.staff import accompaniment, start, urgent
from itgov_bot.conversation.flows.staff.asked import hours, processes, services
from itgov_bot.conversation.flows.staff.oneself import my_data, registration
from itgov_bot.conversation.flows.staff.outages import listing as outage_list
from itgov_bot.conversation.flows.staff.tickets import my_tickets
from itgov_bot.conversation.turn import Menu, Turn
from itgov_bot.domain.people import (
    Gate,
    Role,
    may_administer,
    may_ask_indicators,
    may_see_agenda,
    may_see_outages,
    may_see_plans,
    may_see_summaries,
    may_work_tickets,
)
from itgov_bot.records import dataclass
from itgov_bot.replies import MenuEntry
from itgov_bot.understanding.language.orders import Order
from itgov_bot.wording import general

Handler = Callable[[Turn, str], Awaitable[None]]


@dataclass(frozen=True)
class Command:
    """`menu` is the description in the channel's menu; without one the command works but is not listed.

    `by_own_roles`: the gate looks at the person's own roles, also while they try another one.
    """

    handler: Handler
    menu: str = ""
    gate: Gate | None = None
    in_group: bool = False
    by_own_roles: bool = False

    def is_open_to(self, turn: Turn) -> bool:
        return self.is_for(turn.own_roles if self.by_own_roles else turn.roles)

    def is_for(self, roles: frozenset[Role]) -> bool:
        return self.gate is None or self.gate(roles)


COMMANDS: dict[str, Command] = {
    "start": Command(start.start),
    "ayuda": Command(start.help_me, "Qué puedo hacer por usted", in_group=True),
    "servicios": Command(services.list_services, "Catálogo de servicios por categoría"),
    "servicio": Command(services.show_service, "Un servicio: /servicio correo"),
    "horario": Command(hours.hours, "Cuándo atendemos y si está abierto ahora"),
    "canales": Command(hours.channels),
    "caso": Command(accompaniment.open_case, "Abrir un caso"),
    "caso_para": Command(
        for_somebody.open_for, "Abrir un caso por otra persona", may_work_tickets, in_group=True
    ),
    "casos": Command(my_tickets.list_mine, "Sus casos"),
    "estado": Command(my_tickets.show_state, "Cómo va un caso: /estado 123"),
    "urgente": Command(urgent.open_urgent, "Servicio caído para muchos o evento del despacho"),
    "procesos": Command(processes.search, "Quién responde por un tema"),
    "registro": Command(registration.register, "Registrarse una vez"),
    "misdatos": Command(my_data.show, "Sus datos: verlos, corregirlos o borrarlos"),
    "cancelar": Command(lambda turn, _rest: forms.drop(turn), "Dejar lo que está llenando"),
    "seguir": Command(start.resume),
    "kpi": Command(indicators.show, "Indicadores de gestión", may_ask_indicators),
    "plan": Command(
        plans.show, "Planes de mantenimientos, licencias e inventarios", may_see_plans, in_group=True
    ),
    "resumen": Command(summary.show, "Cómo va la mesa: recibidos, resueltos, pendientes", may_see_summaries),
    "avisos": Command(subscriptions.show, "Lo que le aviso sin que lo pida", may_see_summaries),
    "exportar": Command(export.ask, "Casos en un archivo para Excel", may_see_summaries),
    "urgentes": Command(night.show, "Casos urgentes de la última noche", may_see_summaries),
    "mesa": Command(queue.desk, "Mesa de servicios: casos por atender", may_work_tickets, in_group=True),
    "resolver": Command(numbered.by_number(Order.SOLVE), gate=may_work_tickets, in_group=True),
    "asignar": Command(numbered.by_number(Order.ASSIGN), gate=may_work_tickets, in_group=True),
    "fusionar": Command(numbered.by_number(Order.MERGE), gate=may_work_tickets, in_group=True),
    "tomar": Command(numbered.by_number(Order.TAKE), gate=may_work_tickets, in_group=True),
    "responder": Command(numbered.by_number(Order.ANSWER), gate=may_work_tickets, in_group=True),
    "nota": Command(replies.note_ordered, gate=may_work_tickets, in_group=True),
    "respuestas": Command(
        canned.show, "Respuestas guardadas: verlas, guardar una", may_work_tickets, in_group=True
    ),
    "caidas": Command(
        outage_list.list_outages, "Caídas de ahora y las últimas", may_see_outages, in_group=True
    ),
    "agenda": Command(agenda.show, "Eventos que se acompañan", may_see_agenda, in_group=True),
    "guardia": Command(duty.show, "Quién está de guardia", may_work_tickets, in_group=True),
    "mantenimiento": Command(
        maintenance.show, "Mantenimientos: los que vienen, o anunciar uno", may_work_tickets, in_group=True
    ),
    "rol": Command(roles.roles, "Roles de las personas", may_administer, by_own_roles=True),
    "invitar": Command(invitations.invite, "Dar un rol a una persona", may_administer),
    "aprender": Command(teaching.review, "Lo que no entendí: enseñarme", may_administer),
    "salud": Command(roles.health, "Estado del sistema", may_administer),
}

ALIASES = {
    "ticket": "caso",
    "tickets": "casos",
    "help": "ayuda",
    "menu": "ayuda",
    "kpis": "kpi",
    "horarios": "horario",
    "caídas": "caidas",
    "caida": "caidas",
    "mantenimientos": "mantenimiento",
    "planes": "plan",
    "cerrar": "resolver",
    "juntar": "fusionar",
}


ALIKE_COMMAND = 75
"""Of 100, as rapidfuzz compares words: «/caoss» is like /casos."""


def find(word: str) -> Command | None:
    name = word.lower()
    return COMMANDS.get(ALIASES.get(name, name))


async def run(turn: Turn, word: str, rest: str) -> None:
    """A command that was written or offered; in a group those that are for groups, the others of a role where to write
    them, and what may be another bot's in silence."""
    command = find(word)
    if turn.incoming.is_group and not (command and command.in_group):
        if command and command.gate:
            turn.say(general.in_private(word, turn.desk.installation.bot_name))
    elif command is None:
        turn.say(general.unknown_command(word, alike(word, turn.roles), rest))
    elif command.gate and not command.is_open_to(turn):
        turn.toast(general.not_for_your_role(command.gate))
    else:
        await command.handler(turn, rest)


async def press(turn: Turn, data: str) -> None:
    """«¿Quiso decir /estado?»: `cmd:estado:123`."""
    word, _, rest = data.partition(":")
    await run(turn, word, rest)


def alike(word: str, roles: frozenset[Role]) -> str | None:
    """The command that a mistyped one comes near to, among those that somebody with these roles may use."""
    names = [name for name in (*COMMANDS, *ALIASES) if (command := find(name)) and command.is_for(roles)]
    found = process.extractOne(word.lower(), names, scorer=fuzz.ratio, score_cutoff=ALIKE_COMMAND)
    return ALIASES.get(found[0], found[0]) if found else None


def entries_of(menu: Menu) -> list[MenuEntry]:
    """What the channel's menu lists."""
    if menu == "none":
        return []
    return [
        MenuEntry(name, command.menu)
        for name, command in COMMANDS.items()
        if command.menu and (command.in_group if menu == "group" else command.is_for(menu))
    ]
