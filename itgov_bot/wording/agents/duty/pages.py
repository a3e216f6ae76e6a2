"""What rings: the page of the people on duty, and the call of the agents to what is first in line."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import MAX_CHOICES, Choice, Reply
from itgov_bot.wording.agents.tickets.card import card, facts, warning
from itgov_bot.wording.agents.tickets.card_buttons import take_choice
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.names import mention, name_of
from itgov_bot.wording.on_ticket import what_exception
from itgov_bot.wording.text import bold, clip, esc, number_of

MAX_MENTIONED = 20
MAX_LISTED = 8

TEST_PAGE = Reply(
    f"🚨 {bold('PRUEBA de la guardia')}: así le llega un caso urgente fuera de horario. No hay ningún caso, y esto solo "
    "le llegó a usted. Si el teléfono no sonó, quítele el silencio a este chat y pruebe otra vez con "
    "<code>/guardia prueba</code>.",
    (Choice("Me llegó", Action.DUTY.data("heard"), answers="yes"),),
)
"""It rings as a page does, and speaks of no ticket."""
TEST_PAGE_SENT = Reply("Le mandé la prueba a su chat privado conmigo.")
TEST_PAGE_HEARD = Reply("👍 Anotado: el aviso de prueba le llegó.")


def page(view: TicketView, event: EventView) -> Reply:
    """The page of the people on duty. Each call is a message of its own, since an edited one rings for nobody."""
    ticket = view.ticket
    still = "Nadie lo ha tomado todavía. " if event.data.get("again") else ""
    lines = (
        f"🚨 {bold('GUARDIA: caso urgente')} {bold(ticket.number)}",
        f"{still}Es {what_exception(view.city, ticket.exception)}.",
        facts(view),
        warning(view),
        f"➕ Y {_reports(view.also_waiting)}" if view.also_waiting else "",
    )
    return Reply(
        "\n".join(line for line in lines if line), page_choices(ticket), card=page_card(ticket, event.at)
    )


def page_choices(ticket: Ticket) -> tuple[Choice, ...]:
    take = take_choice(ticket)
    return (*take, Choice("No puedo", Action.AGENT.data(ticket.number, "decline"))) if take else ()


def page_card(ticket: Ticket, called_at: datetime) -> str:
    """The name of the message of one call: what is posted under it takes its buttons away."""
    return f"page:{ticket.id}:{called_at.timestamp():.3f}"


def page_over(view: TicketView, _event: EventView) -> Reply:
    """The message of a call when nobody is needed any more: without buttons."""
    return Reply(f"☑️ {bold(view.ticket.number)}: ya no se llama a la guardia.\n{facts(view)}")


def more_reports(view: TicketView, event: EventView) -> Reply:
    """What one person reported beyond the limit of a night, in one message."""
    numbers = [str(one) for one in event.data.get("numbers", [view.ticket.number])]
    buttons = [Choice(number, Action.DESK.data(number)) for number in numbers[:MAX_CHOICES]]
    return Reply(
        f"🚨 {bold(clip(name_of(view.requester), 80))}: y {_reports(numbers)}. No llamo a la guardia por cada uno; mírelos, "
        f"por favor, y tome los que sí sean urgentes.\n📝 {esc(clip(view.ticket.text, 300))}",
        tuple(buttons),
    )


def _reports(numbers: Sequence[str]) -> str:
    """«3 reportes más de la misma persona: SAUS-2026-000004, …»."""
    count = number_of(len(numbers), "reporte", "reportes")
    listed = ", ".join(numbers[:MAX_LISTED]) + ("…" if len(numbers) > MAX_LISTED else "")
    return f"{count} más de la misma persona: {listed}"


def nobody_answers(view: TicketView, event: EventView) -> Reply:
    """To everybody who was called, the coordinators and the desk."""
    every = event.data.get("every_minutes")
    again = f" La vuelvo a llamar cada {every} minutos." if every else ""
    return Reply(
        f"🆘 {bold('Nadie responde')} por el caso urgente {bold(view.ticket.number)}: ya llamé a toda la guardia.{again} "
        f"Quien pueda, tómelo.\n{facts(view)}",
        page_choices(view.ticket),
    )


# The agents, in hours


def opened(view: TicketView, event: EventView) -> Reply:
    """The card as it first comes. For what is first in line it names the agents, so that it rings for them."""
    new = card(view)
    return replace(new, text=f"{new.text}\n🔔 {_call(event.people)}") if event.people else new


def first_in_line(view: TicketView, event: EventView) -> Reply:
    """A message of its own: an edited card rings for nobody."""
    ticket = view.ticket
    told = "Nadie de la guardia lo tiene: " if event.kind is EventKind.PAGE_PASSED else ""
    called = f"\n🔔 {_call(event.people)}" if event.people else ""
    return Reply(
        f"🚨 {bold(ticket.number)}: {told}va de primero en la fila.\n📝 {esc(clip(ticket.text, 300))}{called}",
        (*take_choice(ticket), see_at_desk(ticket)),
    )


def _call(agents: Sequence[Person]) -> str:
    return " ".join(mention(agent) for agent in agents[:MAX_MENTIONED])


# The page that is a test


def test_page_sent_to(person: Person) -> Reply:
    if not person.reachable:
        return Reply(
            f"⚠️ A {bold(name_of(person))} no le llegan los mensajes del bot: no pude hacerle la prueba."
        )
    return Reply(
        f"Le mandé la prueba a {bold(name_of(person))}. Pregúntele si le sonó: en su mensaje puede tocar «Me llegó»."
    )
