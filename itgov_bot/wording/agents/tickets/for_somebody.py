"""A case that an agent opens for somebody else: its questions, its summary, and what comes next."""

from collections.abc import Sequence

from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.paging import Reach
from itgov_bot.domain.tickets.ticket import CameBy, Draft, Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.records import dataclass
from itgov_bot.replies import MAX_LABEL, Reply
from itgov_bot.wording.agents.tickets.card_buttons import take_choice
from itgov_bot.wording.choices import see_at_desk, told_of
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import CAME_BY, service_line
from itgov_bot.wording.names import name_of
from itgov_bot.wording.on_ticket import people_count
from itgov_bot.wording.text import bold, clip, esc, office_label, on_button, quoted, stop, when

NO_CONTACT = "no dejó"
MAX_SHOWN = 120
LEAST_NAME = 8
"""Characters of a name on a button, whatever stands beside it."""
BETWEEN = " · "
WAYS: dict[CameBy, str] = {
    CameBy.CALL: "Llamada",
    CameBy.IN_PERSON: "En persona",
    CameBy.MAIL: "Correo",
    CameBy.WHATSAPP: "WhatsApp",
    CameBy.OTHER: "Otro",
}

IN_PRIVATE = Reply("Un caso de otra persona se abre en privado: escríbame allí /caso_para.")
ASK_WHO = Reply(
    "¿De quién es el caso? Escriba su nombre o su @usuario. También todo de una vez: «Rosa Pérez de Hacienda piso 2, "
    "ext. 4521, por llamada: no le imprime», después de /caso_para."
)
NO_NAME = Reply("Ahí no reconozco un nombre.")
NO_PLACE = Reply("Ahí no reconozco un lugar.")
NO_CONTACT_SEEN = Reply("No vi ahí un teléfono, una extensión ni un correo.")


def first_waits(name: str) -> Reply:
    return Reply(
        f"El caso de {bold(clip(name, 60))} sigue a medio llenar: volvemos a él cuando termine este."
    )


def ask_which(name: str, alike: Sequence[Person], choice: MakeChoice) -> Reply:
    asked = f"¿{bold(clip(name, 60))} es alguien de estos? A quien elija le llega el caso a su chat."
    listed = [f"{at}. {esc(clip(_shown(one), MAX_SHOWN))}" for at, one in enumerate(alike, 1)]
    return Reply(
        "\n".join((asked, *listed)),
        (
            *(choice(label, str(one.id)) for one, label in zip(alike, _labels(alike), strict=True)),
            choice("No: es otra persona", "other", "no"),
        ),
    )


def _shown(person: Person) -> str:
    return BETWEEN.join(filter(None, (name_of(person), person.dependencia, _handle(person))))


def _handle(person: Person) -> str | None:
    return f"@{person.username}" if person.username and person.name else None


def _labels(alike: Sequence[Person]) -> list[str]:
    """The name, with what tells them apart: where they work, or else how they are written to."""
    offices = [(one.dependencia or "").partition(",")[0] for one in alike]
    if all(offices) and len({*offices}) == len(alike):
        return [_beside(name_of(one), office) for one, office in zip(alike, offices, strict=True)]
    return [_beside(name_of(one), _handle(one) or str(at)) for at, one in enumerate(alike, 1)]


def _beside(name: str, apart: str) -> str:
    """What tells them apart is shown whole, as far as it fits."""
    room = MAX_LABEL - len(BETWEEN)
    short = clip(office_label(apart), room - min(len(name), LEAST_NAME))
    return BETWEEN.join((clip(name, room - len(short)), short))


def ask_way(choice: MakeChoice) -> Reply:
    return Reply(
        "¿Por dónde se lo contaron?", tuple(choice(label, way) for way, label in WAYS.items()), columns=2
    )


def ask_text(name: str) -> Reply:
    return Reply(f"¿Qué le pasa a {bold(clip(name, 60))}? Escríbalo como se lo contaron.")


def ask_service(services: Sequence[Service], choice: MakeChoice) -> Reply:
    return Reply(
        "¿De qué servicio es? Elija, o escriba el código o el nombre.",
        (*(choice(on_button(one.label), one.id) for one in services), choice("Por clasificar", "none")),
    )


def ask_place(name: str, dependencia: str | None, choice: MakeChoice) -> Reply:
    same = (choice(office_label(dependencia, "En "), "same"),) if dependencia else ()
    return Reply(f"¿Dónde está {bold(clip(name, 60))}? Dependencia, sede, piso u oficina.", same)


def ask_contact(name: str, choice: MakeChoice, *, has_chat: bool) -> Reply:
    chat = (choice("Por su chat", "chat"),) if has_chat else ()
    return Reply(
        f"¿A qué teléfono, extensión o correo se llama a {bold(clip(name, 60))}?",
        (*chat, choice("No dejó", "none", "no")),
    )


def ask_how_many(name: str, choice: MakeChoice) -> Reply:
    return Reply(
        f"¿Le pasa a muchas personas o solo a {bold(clip(name, 60))}?",
        (choice("A muchas", "many"), choice("Solo a esa persona", "one")),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What is shown before it is opened. `requester` is None for whoever has no chat; `files` says how many."""

    name: str
    requester: Person | None
    draft: Draft
    came_by: CameBy
    files: int


def summary(told: Told, service: Service | None, choice: MakeChoice) -> Reply:
    draft, requester = told.draft, told.requester
    whose = f"{_shown(requester)}: le llega a su chat" if requester else f"{told.name} (no está en el chat)"
    urgent = "🚨 Urgente\n" if draft.urgent else ""
    files = f"\n📎 Archivos: {told.files}" if told.files else ""
    return Reply(
        f"{bold('Caso para otra persona')}\n{urgent}🙋 {esc(clip(whose, 120))}\n📝 {esc(clip(draft.text, 700))}\n"
        f"🧩 {service_line(service)}\n📍 {esc(draft.place)} · ☎️ {esc(draft.contact)}{files}\n"
        f"✍️ Le contaron {CAME_BY[told.came_by]}",
        (choice("Abrir", "send", "yes"), choice("Corregir algo", "fix"), choice("No abrir", "drop", "no")),
    )


def ask_same(name: str, known: Ticket, public_text: str, choice: MakeChoice) -> Reply:
    return Reply(
        f"Puede ser lo mismo que {bold(known.number)}: {quoted(public_text, 200)}. "
        f"¿Cuento ahí a {bold(clip(name, 60))}?",
        (choice("Sí, contarlo ahí", "yes", "yes"), choice("No, abrir otro caso", "no", "no")),
    )


def counted(requester: Person, outage: Ticket) -> Reply:
    whose = bold(clip(name_of(requester), 60))
    told = "ya se lo conté" if requester.has_chat else "no está en el chat: dele este número"
    return told_of(
        outage, f"👍 {whose} queda en {bold(outage.number)} ({people_count(outage.affected)}); {told}."
    )


def ask_fix(choice: MakeChoice) -> Reply:
    parts = {
        "name": "De quién es",
        "way": "Por dónde llegó",
        "text": "Lo que pasa",
        "service": "El servicio",
        "place": "El lugar",
        "contact": "El contacto",
    }
    return Reply("¿Qué corregimos?", tuple(choice(label, value) for value, label in parts.items()), columns=2)


def opened(view: TicketView, reach: Reach | None) -> Reply:
    """To the agent. `reach`: to whose eyes an urgent one comes."""
    ticket, whose = view.ticket, bold(clip(name_of(view.requester), 60))
    told = (
        f"Ya se lo conté a {whose} en su chat: es su caso desde ahora."
        if view.requester.has_chat
        else f"{whose} no está en el chat: dele este número. Lo que haya que contarle se lo escribo a usted."
    )
    return Reply(
        f"✅ Abrí {bold(ticket.number)} para {whose}. {_seen(view, reach)}\n{told}",
        (*take_choice(ticket), see_at_desk(ticket)),
    )


def _seen(view: TicketView, reach: Reach | None) -> str:
    if reach is Reach.GUARD:
        return "🚨 Ya llamé a la guardia."
    if reach:
        return "🚨 Queda como urgente."
    start = view.local(view.ticket.attended_from)
    return (
        "Está en la fila."
        if start <= view.local_now
        else f"Se atiende desde {stop(when(start, view.local_now))}"
    )
