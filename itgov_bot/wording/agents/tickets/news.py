"""What the desk's people read of a ticket that others moved: who took it, what its requester adds, what comes to them."""

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.domain.tickets.ticket import State
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import see_at_desk, told_of
from itgov_bot.wording.labels import MARKS, STATES
from itgov_bot.wording.names import agent_name, doer_name, name_of
from itgov_bot.wording.on_ticket import REACHES_THEM
from itgov_bot.wording.text import bold, clip, esc, quoted


def pass_on(view: TicketView, whose: Person, told: Reply) -> Reply:
    """To the agent who opened the ticket of somebody without a chat: what they would have read."""
    ticket = view.ticket
    contact = ticket.contact if whose.id == ticket.requester else whose.contact or "sin contacto"
    return told_of(
        ticket,
        f"☎️ {bold(clip(name_of(whose), 80))} no está en el chat: cuéntele usted "
        f"({esc(clip(contact, 120))}). Lo que conteste, escríbalo en respuesta a este mensaje.\n\n"
        f"{told.text.removesuffix(REACHES_THEM).rstrip()}",
    )


def somebody_took_it(view: TicketView, event: EventView) -> Reply:
    if view.ticket.event_at:
        return Reply(
            f"🙌 {bold(agent_name(event.by))} ya confirmó que va al evento de {bold(view.ticket.number)}."
        )
    return Reply(f"🙌 {bold(agent_name(event.by))} ya tomó el caso urgente {bold(view.ticket.number)}.")


def no_longer_needed(view: TicketView, event: EventView) -> Reply:
    """To those who were called, when the ticket is over or goes on in another one."""
    ends: dict[EventKind | ReminderKind, str] = {
        EventKind.RESOLVED: "quedó resuelto",
        EventKind.MERGED: "sigue en otro caso",
        EventKind.URGENCY_WITHDRAWN: "no era urgente",
    }
    done = ends.get(event.kind, "se canceló")
    by = f" ({esc(doer_name(event.by, view.ticket))})" if event.by else ""
    return Reply(
        f"☑️ El caso urgente {bold(view.ticket.number)} {done}{by}: ya no hace falta nadie de la guardia."
    )


def passed_to_desk(view: TicketView, _event: EventView) -> Reply:
    """To those who were called, when the desk opens."""
    return Reply(
        f"☀️ Abrió la mesa: el caso urgente {bold(view.ticket.number)} pasa a los agentes, de primero en la fila. Ya no "
        "llamo a la guardia por él."
    )


def returned(view: TicketView, _event: EventView) -> Reply:
    """To the desk: whoever had it does not go on with it."""
    ticket = view.ticket
    take = (Choice("Lo tomo", Action.TAKE.data(ticket.number)),)
    return Reply(
        f"↩️ {bold(ticket.number)} volvió a la fila: quien lo tenía no sigue con él.\n"
        f"📝 {esc(clip(ticket.text, 200))}",
        (*take, see_at_desk(ticket)),
    )


def held_at_closing(view: TicketView, _event: EventView) -> Reply:
    """To whoever has an urgent ticket when the desk closes."""
    ticket = view.ticket
    return Reply(
        f"🌙 Cerró la mesa y usted tiene el caso urgente {bold(ticket.number)}: {esc(clip(ticket.text, 300))}\n¿Lo sigue "
        "usted o lo toma la guardia?",
        (
            Choice("Lo sigo yo", Action.AGENT.data(ticket.number, "mine")),
            Choice("Que lo tome la guardia", Action.AGENT.data(ticket.number, "guard")),
        ),
    )


def requester_wrote(view: TicketView, event: EventView) -> Reply:
    """Of what is over it is said so: it goes on if somebody opens it again."""
    ticket = view.ticket
    told = f"💬 {bold(ticket.number)} · {esc(name_of(event.by))} agregó:\n{esc(clip(event.words(), 3000))}"
    if ticket.is_live or ticket.state is State.RESOLVED:
        return Reply(told)
    over = f"{told}\n{MARKS[ticket.state]} El caso está {STATES[ticket.state]}"
    if not ticket.may_reopen:
        return Reply(f"{over}.")
    return Reply(f"{over}; ¿se reabre?", (Choice("Reabrir", Action.AGENT.data(ticket.number, "reopen")),))


def reminded(view: TicketView, event: EventView) -> Reply:
    """Its requester asks after it: to whoever has it, or the desk."""
    ticket = view.ticket
    return told_of(
        ticket,
        f"⏳ {bold(name_of(event.by))} pregunta por {bold(ticket.number)}: {esc(clip(ticket.text, 200))}",
    )


def requester_told_where(view: TicketView, event: EventView) -> Reply:
    """Their words, and what the ticket says since."""
    told, ticket = event.data.get("told", ()), view.ticket
    lines = [f"📍 {esc(clip(ticket.place, 200))}"] if "place" in told else []
    lines += [f"☎️ {esc(clip(ticket.contact, 120))}"] if "contact" in told else []
    return Reply("\n".join([requester_wrote(view, event).text, *lines]))


def taken_back(view: TicketView, event: EventView) -> Reply:
    what = f": {quoted(event.words(), 300)}" if event.words() else ""
    return Reply(
        f"↩️ {bold(view.ticket.number)} · {esc(name_of(event.by))} aclara que no era de este caso{what}."
    )


def works_again(view: TicketView, event: EventView) -> Reply:
    return Reply(
        f"✅ {bold(name_of(event.by))} dice que ya funciona: {bold(view.ticket.number)} quedó resuelto."
    )


def reopened(view: TicketView, event: EventView) -> Reply:
    return told_of(
        view.ticket,
        f"🔄 {bold(doer_name(event.by, view.ticket))} reabrió {bold(view.ticket.number)}.{reason_of(event)}",
    )


def cancelled_by_requester(view: TicketView, event: EventView) -> Reply:
    return Reply(
        f"✖️ {bold(name_of(event.by))} canceló {bold(view.ticket.number)}.{reason_of(event, 'Motivo: ')}"
    )


def reason_of(event: EventView, called: str = "") -> str:
    reason = event.words("reason")
    return f"\n{called}{esc(clip(reason, 500))}" if reason else ""
