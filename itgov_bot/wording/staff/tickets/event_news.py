"""What the requester of an accompaniment is told: who goes, who no longer can, another date, and that it is near."""

from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Reply
from itgov_bot.wording.city import call_the_line
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.on_ticket import changed_what, event_line, event_time
from itgov_bot.wording.staff.tickets.changed import ticket_choices
from itgov_bot.wording.text import bold, esc, stop


def confirmed(view: TicketView, event: EventView) -> Reply:
    return _news(
        view,
        f"✅ {bold(agent_name(event.by))} confirmó: va a acompañar su evento, {bold(view.ticket.number)}.",
    )


def cannot_go(view: TicketView, event: EventView) -> Reply:
    return _news(
        view,
        f"⚠️ {bold(agent_name(event.by))} ya no puede acompañar su evento, {bold(view.ticket.number)}. Ya le pregunté "
        "a quien sigue; le escribo apenas alguien confirme.",
    )


def moved(view: TicketView, event: EventView) -> Reply:
    if event.data.get("postponed"):
        said = (
            f"⏸ {bold(agent_name(event.by))} dejó aplazado, sin fecha, su evento, {bold(view.ticket.number)}."
        )
    else:
        said = (
            f"📅 {bold(agent_name(event.by))} {changed_what(event)} de su evento, {bold(view.ticket.number)}."
        )
    return _news(view, said)


def soon(view: TicketView, _event: EventView) -> Reply:
    who = f" Va {bold(agent_name(view.holder))}." if view.holder else ""
    return _news(view, f"⏰ Le recuerdo su evento, {bold(view.ticket.number)}.{who}")


def nobody_yet(view: TicketView, _event: EventView) -> Reply:
    call = f"; {call_the_line(view.city, also='también ')}" if view.city.phones else ""
    return Reply(
        f"⚠️ Nadie ha confirmado todavía que acompaña su evento, {bold(view.ticket.number)}: "
        f"{stop(esc(event_time(view)))} Ya llamé también a quienes siguen y a quien coordina{call}.",
        ticket_choices(view.ticket),
    )


def _news(view: TicketView, said: str) -> Reply:
    return Reply(f"{said}\n{event_line(view)}".rstrip(), ticket_choices(view.ticket))
