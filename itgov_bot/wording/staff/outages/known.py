"""An outage in words: «¿es lo mismo?», how it goes for those who are affected, and what is said of those that are known."""

from collections.abc import Sequence
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.domain.maintenance import MaintenanceView
from itgov_bot.domain.tickets.outages import started_at
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording import maintenance
from itgov_bot.wording.choices import see_outage, yes_or_no
from itgov_bot.wording.city import notice
from itgov_bot.wording.labels import STATES
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.on_ticket import MAX_ABOUT_CHARS, about, outage_line, people_count
from itgov_bot.wording.text import bold, clip, esc, quoted, when


def ask_same(city: City, ticket: Ticket, public_text: str, *, counted: bool, consented: bool) -> Reply:
    """`counted`: they said once that theirs is the same."""
    number, what = bold(ticket.number), esc(about(public_text))
    if counted:
        asked = (
            f"Por «{what}» ya lo tengo en la lista del caso {number}: le aviso aquí cómo va. ¿Es lo mismo?"
        )
    elif ticket.is_outage:
        asked = f"Ya sabemos de «{what}» (caso {number}, {people_count(ticket.affected)}). ¿Es lo mismo?"
    else:
        asked = f"Otra persona ya reportó «{what}» (caso {number}). ¿Es lo mismo?"
    if not consented:
        asked += f"\n\n{notice(city)} Si es lo mismo y responde que sí, usted lo autoriza."
    return Reply(
        f"📣 {asked}",
        (
            Choice("Sí, es lo mismo", Action.SAME_OUTAGE.data(ticket.number, "yes"), answers="yes"),
            Choice("No, es otra cosa", Action.SAME_OUTAGE.data(ticket.number, "no"), answers="no"),
        ),
    )


def offer_again(view: TicketView) -> Reply:
    """Its requester tells it as an outage once more, and it is not urgent."""
    ticket, does = view.ticket, "Sí, avisar ya a la guardia"
    asked = "¿Aviso ya a la guardia?"
    if view.is_open:
        asked, does = "¿Lo pongo de primero en la fila y aviso a los agentes?", "Sí, avisarles ya"
    return Reply(
        f"🚨 Su caso {bold(ticket.number)}, «{esc(about(view.public_text))}», está como caso normal. Si a muchos les pasa "
        f"lo mismo, se atiende ya. {asked}",
        (
            Choice(does, Action.SAME_OUTAGE.data(ticket.number, "urgent"), answers="yes"),
            Choice("No, es otra cosa", Action.SAME_OUTAGE.data(ticket.number, "no"), answers="no"),
        ),
    )


def joined(view: TicketView, *, is_new: bool, calls_guard: bool = False, is_passed: bool = False) -> Reply:
    """`calls_guard`: with this report the guard was called; `is_passed`: what they told beside it went to the desk."""
    ticket = view.ticket
    who = f"Lo tiene {bold(agent_name(view.holder))}. " if view.holder else ""
    who = "Nadie lo tenía y ya avisé a la guardia. " if calls_guard else who
    done = "Listo, lo anoté en el" if is_new else "Ya lo tengo en la lista del"
    beside = "Les pasé lo que me dijo. " if is_passed else ""
    return Reply(
        f"🤝 {done} caso {bold(ticket.number)}: {people_count(ticket.affected)}. {who}{beside}No tiene que hacer nada más: "
        "le aviso aquí cada avance y cuando vuelva.",
        (
            see_outage(ticket),
            Choice("Es otra cosa: abrir un caso", Action.NEW_TICKET.data()),
        ),
    )


def told_again(view: TicketView) -> Reply:
    """To whoever is counted already: what they wrote beside goes to who sees to it."""
    to = agent_name(view.holder) if view.holder else "la mesa"
    return Reply(
        f"Se lo pasé a {bold(to)} ({view.ticket.number}). Usted ya está en la lista: le aviso aquí cada avance y cuando "
        "vuelva.",
        (see_outage(view.ticket), Choice("Es otra cosa: abrir un caso", Action.NEW_TICKET.data())),
        awaits_words=True,
    )


def solved_meanwhile(ticket: Ticket) -> Reply:
    return Reply(
        f"Justo acabamos de darle salida a {bold(ticket.number)}. Pruebe otra vez, por favor. ¿Le sigue fallando?",
        (Choice("Sí, sigue fallando", Action.SAME_OUTAGE.data(ticket.number, "no"), answers="yes"),),
    )


def still_open(ticket: Ticket) -> Reply:
    return Reply(
        f"El caso {bold(ticket.number)} sigue abierto y lo tengo en la lista: le aviso aquí cuando vuelva.",
        (see_outage(ticket),),
    )


def state(view: TicketView, held_since: datetime | None, news: EventView | None) -> Reply:
    """How it goes and who has it, for somebody who is affected: without what only its requester and the desk know."""
    ticket = view.ticket
    lines = [
        f"📣 {bold(ticket.number)} · {STATES[ticket.state]}",
        f"📝 «{esc(about(view.public_text))}»",
        outage_line(view),
    ]
    if ticket.is_live:
        lines.append(_who_has_it(view, held_since))
    if news:
        lines.append(f"💬 {when(view.local(news.at), view.local_now)}: {esc(clip(news.words(), 700))}")
    if not ticket.is_live and ticket.outcome:
        lines.append(f"🔧 {esc(clip(ticket.outcome, 700))}")
    over = ticket.state in (State.RESOLVED, State.CLOSED)
    return Reply("\n".join(lines), (still(ticket),) if over else ())


def _who_has_it(view: TicketView, held_since: datetime | None) -> str:
    if view.holder is None:
        return "👤 Todavía nadie lo ha tomado. Apenas alguien lo tome le escribo aquí quién es."
    since = f", desde {when(view.local(held_since), view.local_now)}" if held_since else ""
    return f"👤 Lo tiene {bold(agent_name(view.holder))}{since}"


def still(ticket: Ticket) -> Choice:
    return Choice("Sigue fallando para mí", Action.STILL_FAILS.data(ticket.number))


def still_text(ticket: Ticket, public_text: str) -> str:
    """The words of the ticket of somebody for whom it still fails."""
    return f"Sigue fallando después de resuelto {ticket.number}: {about(public_text)}"


def others_count_on_it(ticket: Ticket) -> Reply:
    return Reply(
        f"{bold(ticket.number)} no se cancela: {people_count(ticket.affected)} cuentan con él. Si a usted ya le "
        "funciona, no tiene que hacer nada; le aviso cuando quede para todos."
    )


def no_outage(service: Service | None, running: MaintenanceView | None) -> Reply:
    """`service`: the one asked after; `running`: the maintenance that it may be because of."""
    what = f" de «{esc(service.label)}»" if service else ""
    planned = "\n".join((*maintenance.lines([running]), "")) if running else ""
    return Reply(
        f"{planned}No tengo reportes de caída{what} en este momento. ¿Le pasa a usted? Cuénteme y lo reporto.",
        yes_or_no(
            "Sí, me pasa", Action.NEW_TICKET.data(service.id if service else ""), "No, solo preguntaba"
        ),
    )


def known_outages(city: City, known: Sequence[tuple[TicketView, bool]], *, consented: bool) -> Reply:
    """Each with whether the person is counted in it."""
    joining = [_me_too(view.ticket, len(known) > 1) for view, is_counted in known if not is_counted]
    seeing = [see_outage(view.ticket) for view, is_counted in known if is_counted][:1]
    law = (
        f"\n\n{notice(city)} Al decir que a usted también, lo autoriza." if joining and not consented else ""
    )
    return Reply(
        "\n".join(_outage(view, is_counted) for view, is_counted in known) + law, (*joining, *seeing)
    )


def _outage(view: TicketView, is_counted: bool) -> str:
    ticket = view.ticket
    since = when(view.local(started_at(ticket)), view.local_now)
    who = f"Lo tiene {bold(agent_name(view.holder))}." if view.holder else "Todavía nadie lo ha tomado."
    yours = " Usted ya está en la lista: le aviso aquí cuando vuelva." if is_counted else ""
    return (
        f"📣 Sí lo sabemos: {quoted(view.public_text, MAX_ABOUT_CHARS)} ({bold(ticket.number)}), desde {since}, "
        f"{people_count(ticket.affected)}. {who}{yours}"
    )


def _me_too(ticket: Ticket, is_one_of_several: bool) -> Choice:
    label = f"A mí también: {ticket.number}" if is_one_of_several else "A mí también"
    return Choice(label, Action.SAME_OUTAGE.data(ticket.number, "me"))
