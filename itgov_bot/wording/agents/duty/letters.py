"""A page by the other ways, and a page that nobody received. The first line of a letter is its subject."""

from itgov_bot.actions import Action
from itgov_bot.domain.city import City
from itgov_bot.domain.tickets.moves import Move, allowed
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.tickets.card import facts
from itgov_bot.wording.city import call_the_line
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.on_ticket import what_exception
from itgov_bot.wording.text import bold, capital, esc, stop

NO_ANSWERS = "Este correo es automático: lo que responda aquí no le llega a nadie."


def page(view: TicketView, _event: EventView) -> Reply:
    exception = view.ticket.exception
    what = what_exception(view.city, exception) if exception else "la guardia lo necesita"
    return _letter(view, what, f"La {esc(view.city.desk)} lo llama: nadie ha tomado este caso.")


def unheard_by_mail(view: TicketView, _event: EventView) -> Reply:
    return _letter(view, "la guardia no recibió el aviso", "Si puede atenderlo, tómelo usted.")


def test_page(city: City) -> Reply:
    return Reply(
        f"PRUEBA de la guardia\n\nAsí le llega por correo un caso urgente de la {esc(city.desk)}. No hay ningún caso y no "
        f"tiene que hacer nada.\n\n{NO_ANSWERS}"
    )


def unheard(view: TicketView, _event: EventView) -> Reply:
    """To everybody who might take it, in the chat."""
    ticket = view.ticket
    take = (Choice("Lo tomo", Action.TAKE.data(ticket.number)),) if allowed(Move.TAKE, ticket.state) else ()
    return Reply(
        f"🚨 {bold(ticket.number)}: {bold('nadie de la guardia recibió el aviso')}. Quien pueda, tómelo ya, y si sabe "
        f"cómo, llame a quien está de guardia.\n{facts(view)}",
        take,
    )


def taken(view: TicketView, event: EventView) -> Reply:
    return Reply(
        f"{view.ticket.number}: ya lo tomó {esc(agent_name(event.by))}\n\n"
        f"Ya no tiene que hacer nada con el caso urgente {view.ticket.number}.\n\n{NO_ANSWERS}"
    )


def _letter(view: TicketView, what: str, asks: str) -> Reply:
    number = view.ticket.number
    return Reply(f"URGENTE {number}: {what}\n\n{asks}\n\n{facts(view)}\n\n{_how(view)}\n\n{NO_ANSWERS}")


def _how(view: TicketView) -> str:
    """Also for when the chat itself is down."""
    number = view.ticket.number
    chat = f"abra {view.link}" if view.link else f"escriba {number} en el chat de la mesa"
    line = call_the_line(view.city)
    otherwise = f" {stop(capital(f'si el chat no abre, {line} y diga el número del caso'))}" if line else ""
    return f"Para tomarlo {chat} y toque «Lo tomo»; luego llame al contacto de arriba.{otherwise}"
