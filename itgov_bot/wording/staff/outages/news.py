"""What those whom an outage affects are told when something happens to it."""

from itgov_bot.domain.tickets.outages import ended_at
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Reply
from itgov_bot.wording.choices import OPEN_TICKET, see_outage
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.on_ticket import about
from itgov_bot.wording.staff.outages.known import still
from itgov_bot.wording.text import bold, clip, clock, esc, stop, when


def taken(view: TicketView, event: EventView) -> Reply:
    ticket, at = view.ticket, clock(view.local(event.at))
    return Reply(
        f"🛠 {bold(agent_name(event.by))} tomó el caso {bold(ticket.number)}, que le afecta, a las {at} y lo está "
        "atendiendo.",
        (see_outage(ticket),),
    )


def assigned(view: TicketView, event: EventView) -> Reply:
    ticket = view.ticket
    return Reply(
        f"👤 El caso {bold(ticket.number)}, que le afecta, lo tiene ahora {bold(agent_name(event.to))}.",
        (see_outage(ticket),),
    )


def progress(view: TicketView, event: EventView) -> Reply:
    ticket = view.ticket
    return Reply(
        f"📣 Avance del caso {bold(ticket.number)}, que le afecta:\n{esc(clip(event.words(), 3000))}",
        (see_outage(ticket),),
    )


def recovered(view: TicketView, _event: EventView) -> Reply:
    ticket = view.ticket
    back = f"🕘 Volvió {stop(_back_at(view))}\n" if ended_at(ticket) else ""
    return Reply(
        f"✅ Ya quedó lo de «{esc(about(view.public_text))}» (caso {bold(ticket.number)}).\n{back}"
        f"🔧 {esc(clip(ticket.outcome or '', 1500))}\n\n"
        "Gracias por la paciencia. Si a usted todavía le falla, avíseme con el botón.",
        (still(ticket),),
    )


def fails_again(view: TicketView, _event: EventView) -> Reply:
    ticket = view.ticket
    return Reply(
        f"🔄 Reabrimos el caso {bold(ticket.number)} («{esc(about(view.public_text))}»): todavía no estaba bien. "
        "Le aviso cuando vuelva.",
        (see_outage(ticket),),
    )


def was_none(view: TicketView, _event: EventView) -> Reply:
    ticket = view.ticket
    return Reply(
        f"Revisamos «{esc(about(view.public_text))}» (caso {bold(ticket.number)}) y no es una caída general. "
        "Si a usted le sigue fallando, abra su caso y lo atendemos.",
        (OPEN_TICKET,),
    )


def _back_at(view: TicketView) -> str:
    """When it came back; «» while it lasts."""
    ended = ended_at(view.ticket)
    return when(view.local(ended), view.local_now) if ended else ""
