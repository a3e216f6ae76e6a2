"""What the desk's people read of an event that is accompanied: who is asked to go, what changes, what is still open."""

from itgov_bot.actions import Action
from itgov_bot.domain.tickets.accompaniment import is_of_date
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.tickets.card_buttons import take_choice
from itgov_bot.wording.choices import see_at_desk, told_of
from itgov_bot.wording.city import mayors_event
from itgov_bot.wording.names import agent_name, name_of
from itgov_bot.wording.on_ticket import changed_what, event_line, event_time
from itgov_bot.wording.text import bold, capital, clip, esc


def cannot(ticket: Ticket) -> Choice:
    return Choice("No puedo", Action.AGENT.data(ticket.number, "not_going"))


def ask_to_go(view: TicketView, event: EventView) -> Reply:
    """To the duty of that hour, or to who coordinates where there is none; `again`: nobody confirmed so far."""
    if event.data.get("again"):
        why = "nadie ha confirmado todavía"
    elif event.data.get("on_duty", True):
        why = "usted está de guardia a esa hora"
    else:
        why = "a esa hora no hay nadie de guardia"
    if event.data.get("moved"):
        why = f"cambió la fecha, y {why}"
    return Reply(
        f"📅 {capital(mayors_event(view.city))} {bold(view.ticket.number)}: {why}. ¿Va usted?\n{_about(view)}",
        (*take_choice(view.ticket), cannot(view.ticket), see_at_desk(view.ticket)),
    )


def no_longer_going(view: TicketView, event: EventView) -> Reply:
    return Reply(
        f"⚠️ {bold(agent_name(event.by))} ya no puede ir al evento de {bold(view.ticket.number)}: falta quien vaya.\n"
        f"{_about(view)}",
        (*take_choice(view.ticket), see_at_desk(view.ticket)),
    )


def moved(view: TicketView, event: EventView) -> Reply:
    if event.data.get("postponed"):
        return told_of(
            view.ticket,
            f"⏸ {bold(agent_name(event.by))} aplazó el evento de {bold(view.ticket.number)}: queda sin fecha. Le aviso "
            f"cuando la tenga; mientras tanto no hay que ir.\n{_about(view)}",
        )
    return Reply(
        f"📅 {bold(agent_name(event.by))} {changed_what(event)} de {bold(view.ticket.number)}. Queda así:\n{_about(view)}",
        (*take_choice(view.ticket), see_at_desk(view.ticket)),
    )


def moved_for_holder(view: TicketView, event: EventView) -> Reply:
    if event.data.get("postponed"):
        return told_of(
            view.ticket,
            f"⏸ {bold(agent_name(event.by))} aplazó el evento de {bold(view.ticket.number)}, que usted acompaña: queda sin "
            f"fecha. Sigue a su cargo y le aviso cuando la tenga; mientras tanto no hay que ir.\n{_about(view)}",
        )
    hour = "si a esa hora no puede, dígalo" if is_of_date(event.data) else "si así no puede, dígalo"
    return Reply(
        f"📅 {bold(agent_name(event.by))} {changed_what(event)} de {bold(view.ticket.number)}, que usted acompaña. "
        f"Sigue a su cargo; {hour}.\n{_about(view)}",
        (cannot(view.ticket), see_at_desk(view.ticket)),
    )


def cancelled(view: TicketView, event: EventView) -> Reply:
    return Reply(
        f"✖️ {bold(agent_name(event.by))} canceló el evento de {bold(view.ticket.number)}: ya no hay que ir.\n"
        f"{event_line(view)}".rstrip()
    )


def soon(view: TicketView, _event: EventView) -> Reply:
    """To whoever goes."""
    return Reply(
        f"⏰ Le recuerdo el evento que usted acompaña, {bold(view.ticket.number)}.\n{_about(view)}",
        (cannot(view.ticket), see_at_desk(view.ticket)),
    )


def nobody_yet(view: TicketView, _event: EventView) -> Reply:
    """To the desk."""
    return Reply(
        f"⚠️ {bold(view.ticket.number)}: nadie ha confirmado que va.\n{_about(view)}",
        (*take_choice(view.ticket), see_at_desk(view.ticket)),
    )


def nobody_went(view: TicketView, _event: EventView) -> Reply:
    """To the desk, once its hour has passed."""
    return told_of(
        view.ticket,
        f"📅 Ya pasó la hora del evento de {bold(view.ticket.number)} y nadie confirmó que iba: ya no llamo a la guardia "
        f"por él. Averigüen cómo salió y ciérrenlo.\n{_about(view)}",
    )


def how_was_it(view: TicketView, _event: EventView) -> Reply:
    """To whoever went, on the next working day."""
    return Reply(
        f"📅 Ya pasó el evento de {bold(view.ticket.number)} ({esc(event_time(view))}). ¿Cómo salió? Resuélvalo para "
        "que quede registrado.",
        (Choice("Resolver", Action.AGENT.data(view.ticket.number, "solve")), see_at_desk(view.ticket)),
    )


def you_go(view: TicketView) -> Reply:
    return told_of(
        view.ticket,
        f"👍 Queda confirmado: {bold(agent_name(view.holder))} va al evento de {bold(view.ticket.number)}. Ya le avisé a "
        f"quien lo pidió.\n{event_line(view)}".rstrip(),
    )


def you_do_not_go(ticket: Ticket) -> Reply:
    return Reply(f"Entendido: no cuento con usted para {bold(ticket.number)}. Ya le pregunto a quien sigue.")


def not_asked(ticket: Ticket) -> Reply:
    return told_of(
        ticket, f"A usted no le he pedido ir al evento de {bold(ticket.number)}, o ya me dijo que no puede."
    )


def _about(view: TicketView) -> str:
    ticket = view.ticket
    return (
        f"{event_line(view)}📝 {esc(clip(ticket.text, 400))}\n"
        f"🙋 {esc(clip(name_of(view.requester), 80))} · ☎️ {esc(clip(ticket.contact, 120))}"
    )
