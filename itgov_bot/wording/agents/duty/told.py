"""What somebody on duty is told of the urgent ticket before them, when they ask the desk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.duty_view import DutyView
from itgov_bot.domain.night import NightCase
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.language.duty.asked_of_case import AskedAtDuty
from itgov_bot.wording.agents.duty.rota import present
from itgov_bot.wording.agents.tickets.card import facts
from itgov_bot.wording.choices import told_of
from itgov_bot.wording.managers.night import called_for
from itgov_bot.wording.names import agent_name, bold_names, name_of
from itgov_bot.wording.on_ticket import BY_THIS_CHAT, PLACE_NOT_SAID, people_count
from itgov_bot.wording.text import bold, on_button, stop, when


def told(view: TicketView, about: AskedAtDuty, since: datetime | None) -> Reply:
    """What was asked first, then all that is known. `since`: when whoever has it took it."""
    text = f"{bold(view.ticket.number)}\n{_ANSWERS[about](view, since)}\n{facts(view)}"
    return told_of(view.ticket, text)


def _holder(view: TicketView, since: datetime | None) -> str:
    if view.holder is None:
        return "👤 Nadie lo ha tomado todavía."
    taken = f" desde {when(view.local(since), view.local_now)}" if since else ""
    return stop(f"👤 Lo tiene {bold(agent_name(view.holder))}{taken}")


def _since(view: TicketView, since: datetime | None) -> str:
    told = stop(f"🕘 Lo contaron {when(view.local(view.ticket.opened_at), view.local_now)}")
    return f"{told} {_holder(view, since)}"


def _place(view: TicketView, _since: datetime | None) -> str:
    if view.ticket.place in ("", PLACE_NOT_SAID):
        return "📍 El caso no dice dónde es."
    return f"📍 Es en {bold(view.ticket.place)}."


def _contact(view: TicketView, _since: datetime | None) -> str:
    who = bold(name_of(view.requester))
    if view.ticket.contact in ("", BY_THIS_CHAT):
        return f"☎️ {who} no dejó teléfono: se le escribe por aquí."
    return f"☎️ {who}: {bold(view.ticket.contact)}"


def _requester(view: TicketView, _since: datetime | None) -> str:
    return f"🙋 Lo contó {bold(name_of(view.requester))}."


def _context(view: TicketView, since: datetime | None) -> str:
    affected = f"📣 {people_count(view.ticket.affected)}.\n" if view.ticket.is_outage else ""
    return affected + (_since(view, since) if view.holder else _holder(view, since))


_ANSWERS: Mapping[AskedAtDuty, Callable[[TicketView, datetime | None], str]] = {
    AskedAtDuty.HOLDER: _holder,
    AskedAtDuty.SINCE: _since,
    AskedAtDuty.PHONE: _contact,
    AskedAtDuty.WHERE: _place,
    AskedAtDuty.REPORTER: _requester,
    AskedAtDuty.CONTEXT: _context,
    AskedAtDuty.CALLS: _context,
}


def calls(case: NightCase | None, ticket: Ticket) -> Reply:
    """Whom the desk called for it, and who could not; None where it called nobody."""
    told = called_for(case) if case else "📞 Todavía no he llamado a nadie."
    return told_of(ticket, f"{bold(ticket.number)}\n{told}")


def on_duty(ticket: Ticket, guard: DutyView, coordinators: Sequence[Person], now: datetime) -> Reply:
    """Who is called now, and who coordinates."""
    who = bold_names(coordinators)
    coordinate = f"\nCoordina la mesa: {who}." if who else ""
    return told_of(ticket, f"🌙 {bold('Guardia')}\n{present(guard, now)}{coordinate}")


def may_be_asked(told: Reply, view: TicketView) -> Reply:
    """To who has it: where it was meant for the requester, one press takes it there."""
    to_them = Action.GOES_TO.data(view.ticket.number, "pass")
    ask = Choice(on_button(f"Preguntárselo a {name_of(view.requester)}"), to_them)
    return replace(told, choices=(ask, *told.choices))


def ask_hand_over(view: TicketView) -> Reply:
    number, requester = view.ticket.number, name_of(view.requester)
    then = "vuelve a la fila" if view.is_open else "llamo a otra persona de la guardia"
    return Reply(
        f"¿Suelta {bold(number)} y {then}, o se lo digo a {bold(requester)}?",
        (
            Choice("Sí, que siga otra persona", Action.AGENT.data(number, "release"), answers="yes"),
            Choice(
                on_button(f"No, dígaselo a {requester}"), Action.GOES_TO.data(number, "pass"), answers="no"
            ),
        ),
    )
