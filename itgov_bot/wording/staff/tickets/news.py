"""What a requester is told when something happens to their ticket."""

from collections.abc import Sequence

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Reply
from itgov_bot.wording.choices import OPEN_TICKET, see_outage, see_ticket
from itgov_bot.wording.city import call_the_line
from itgov_bot.wording.labels import how_it_came, service_line
from itgov_bot.wording.names import agent_name, doer_name
from itgov_bot.wording.on_ticket import REACHES_THEM
from itgov_bot.wording.staff.tickets.changed import ticket_choices
from itgov_bot.wording.text import bold, clip, clock, esc, quoted, stop, when


def opened_for_you(view: TicketView, event: EventView) -> Reply:
    """It is theirs from now on, as if they had opened it here."""
    ticket = view.ticket
    return Reply(
        f"📝 {bold(agent_name(event.by))}, de la mesa, abrió para usted el caso {bold(ticket.number)}, con lo que contó "
        f"{how_it_came(ticket)}:\n{esc(clip(ticket.text, 700))}\n📍 {esc(clip(ticket.place, 200))}\n"
        "Aquí le aviso cada cambio.",
        ticket_choices(ticket),
    )


def counted_for_you(outage: Ticket, agent: Person) -> Reply:
    """An agent heard from them of an outage that is known."""
    return Reply(
        f"📣 {bold(agent_name(agent))}, de la mesa, lo contó entre los afectados de {bold(outage.number)}. Aquí le aviso "
        "cuando vuelva.",
        (see_outage(outage),),
    )


def taken(view: TicketView, event: EventView) -> Reply:
    return Reply(
        f"🛠 {bold(agent_name(event.by))} tomó su caso {bold(view.ticket.number)} a las "
        f"{clock(view.local(event.at))} y lo está atendiendo.",
        ticket_choices(view.ticket),
    )


def nobody_answers(view: TicketView, _event: EventView) -> Reply:
    call = call_the_line(view.city, also="también ")
    line = f" Si puede, {call}." if call else ""
    return Reply(
        f"🆘 Nadie de la guardia ha respondido todavía por su caso {bold(view.ticket.number)}. Ya avisé a todos, también a "
        f"quien coordina la mesa, y sigo llamando.{line}",
        ticket_choices(view.ticket),
    )


def passed_to_desk(view: TicketView, _event: EventView) -> Reply:
    return Reply(
        f"☀️ Ya abrió la mesa: su caso {bold(view.ticket.number)} pasa a los agentes, de primero en la fila.",
        ticket_choices(view.ticket),
    )


def guard_called(view: TicketView, event: EventView) -> Reply:
    """By who had it, they cannot go on."""
    who, number = bold(agent_name(event.by)), bold(view.ticket.number)
    gave_up = event.by is not None and event.data.get("had") == event.by.id
    did = (
        f"{who} no sigue con su caso {number}: ya llamé a la guardia para que lo siga otra persona."
        if gave_up
        else f"{who} llamó a la guardia para su caso {number}."
    )
    return Reply(
        f"🚨 {did} Apenas alguien lo tome le escribo aquí quién es.",
        ticket_choices(view.ticket),
    )


def urgency_withdrawn(view: TicketView, _event: EventView) -> Reply:
    start = view.local(view.ticket.attended_from)
    seen = "sigue en la fila." if view.is_open else f"lo atienden desde {stop(when(start, view.local_now))}"
    return Reply(
        f"La mesa revisó su caso {bold(view.ticket.number)} y lo deja como caso normal: {seen} Si a muchas personas les "
        "pasa lo mismo, cuéntelo aquí y lo vuelven a mirar.",
        ticket_choices(view.ticket),
    )


def assigned(view: TicketView, event: EventView) -> Reply:
    return Reply(
        f"👤 Su caso {bold(view.ticket.number)} lo tiene ahora {bold(agent_name(event.to))}.",
        ticket_choices(view.ticket),
    )


def returned(view: TicketView, _event: EventView) -> Reply:
    return Reply(
        f"🔄 Su caso {bold(view.ticket.number)} cambia de manos: quien lo tenía no sigue con él. Sigue abierto y le "
        "aviso quién lo toma.",
        ticket_choices(view.ticket),
    )


def answered(view: TicketView, event: EventView) -> Reply:
    return Reply(
        f"💬 {bold(agent_name(event.by))}, de la mesa, sobre {bold(view.ticket.number)}:\n"
        f"{esc(clip(event.words(), 3000))}\n\n{REACHES_THEM}",
        awaits_words=True,
    )


def taken_back(view: TicketView, event: EventView) -> Reply:
    said = f": {quoted(event.words(), 300)}" if event.words() else ""
    return Reply(
        f"↩️ {bold(agent_name(event.by))} aclara que lo último que le escribió no era sobre {bold(view.ticket.number)}{said}."
    )


def waiting(view: TicketView, event: EventView) -> Reply:
    return Reply(
        f"⏸ Su caso {bold(view.ticket.number)} queda en espera de: {stop(esc(clip(event.words(), 500)))}\n"
        "<i>Si es algo que nos puede contar o mandar, escríbalo aquí y seguimos.</i>",
        awaits_words=True,
    )


def resumed(view: TicketView, _event: EventView) -> Reply:
    return Reply(f"🛠 Seguimos con su caso {bold(view.ticket.number)}.")


def resolved(view: TicketView, event: EventView) -> Reply:
    """For those whose own ticket went into it; its requester is asked how it was (see `rating`)."""
    return Reply(
        f"✅ {bold(agent_name(event.by))} resolvió {bold(view.ticket.number)}:\n{esc(clip(event.words(), 2000))}\n"
        "Si a usted le sigue fallando, escríbalo aquí."
    )


def corrected(view: TicketView, event: EventView) -> Reply:
    """What was done, or is awaited, in other words than they read before."""
    who, number = bold(agent_name(event.by)), bold(view.ticket.number)
    is_solution = event.words("what") == EventKind.RESOLVED
    what = "lo que se hizo en su caso" if is_solution else "lo que se espera en su caso"
    return Reply(f"✏️ {who} corrige {what} {number}: {stop(esc(clip(event.words(), 2000)))}")


def placed(view: TicketView, event: EventView) -> Reply:
    return Reply(
        f"📍 {bold(agent_name(event.by))} corrigió el lugar de su caso {bold(view.ticket.number)}: "
        f"{stop(esc(clip(event.words(), 200)))} Si no es así, escríbalo aquí.",
        ticket_choices(view.ticket),
    )


def reopened(view: TicketView, _event: EventView) -> Reply:
    return Reply(
        f"🔄 Reabrimos su caso {bold(view.ticket.number)}. Le aviso aquí cada cambio.",
        ticket_choices(view.ticket),
    )


def voided(view: TicketView, event: EventView) -> Reply:
    return Reply(
        f"✖️ La mesa canceló su caso {bold(view.ticket.number)}: {stop(esc(clip(event.words('reason'), 500)))} "
        "Si todavía lo necesita, abra otro y con gusto lo atendemos.",
        (OPEN_TICKET,),
    )


def service_changed(view: TicketView, _event: EventView) -> Reply:
    return Reply(f"🧩 Su caso {bold(view.ticket.number)} quedó clasificado en: {service_line(view.service)}.")


_UNDONE: dict[str, str] = {
    EventKind.TAKEN: "todavía no lo atiende nadie",
    EventKind.ASSIGNED: "lo de quién lo atiende se cambió por error",
    EventKind.WAITING: "no está en espera de nada",
    EventKind.SERVICE_CHANGED: "lo del servicio se cambió por error",
    EventKind.RESOLVED: "todavía no está resuelto, y seguimos con él",
    EventKind.CANCELLED: "no se canceló: sigue abierto",
    EventKind.ESCALATED: "no hacía falta escalarlo",
    EventKind.MERGED: "no era el mismo que otro, y sigue por su cuenta",
}


_ALL_UNDONE: dict[str, str] = {
    EventKind.RESOLVED: "todavía no están resueltos, y seguimos con ellos",
    EventKind.MERGED: "no eran el mismo, y cada uno sigue por su cuenta",
}


def undone_now(event: EventView, *, is_one: bool) -> str:
    """How what was called back stands now."""
    what = event.words("what")
    several = _ALL_UNDONE.get(what) if not is_one else None
    return several or _UNDONE.get(what, "sigue como estaba" if is_one else "siguen como estaban")


def undone(view: TicketView, event: EventView) -> Reply:
    """What they read a moment ago was a mistake of the desk's, and is said to be one."""
    what = undone_now(event, is_one=True)
    now = f" Ahora lo tiene {bold(agent_name(view.holder))}." if view.holder else ""
    return Reply(
        f"↩️ Disculpe: lo último que le avisé de {bold(view.ticket.number)} fue un error de la mesa; {what}.{now}",
        ticket_choices(view.ticket),
    )


def escalated(view: TicketView, _event: EventView) -> Reply:
    return Reply(f"⚠️ Escalamos su caso {bold(view.ticket.number)} para que lo atiendan con más prioridad.")


def merged(view: TicketView, event: EventView) -> Reply:
    """The other ticket's words are its requester's: its number says enough, unless it is theirs too."""
    target = event.target
    assert target is not None
    own = target.requester == view.requester.id
    return Reply(
        f"🔗 Su caso {bold(view.ticket.number)} es lo mismo que {bold(target.number)}, que ya estamos atendiendo: los "
        "juntamos. Nada de lo que mandó se pierde, y aquí le cuento cómo termina.",
        (see_ticket(target),) if own else (),
    )


def merged_further(view: TicketView, event: EventView) -> Reply:
    """To whose ticket went into the one that goes on in another now."""
    into = event.target.number if event.target else ""
    return Reply(
        f"{bold(view.ticket.number)} es lo mismo que {bold(into)} y sigue allí. Nada de lo que mandó se pierde, y aquí le "
        "cuento cómo termina."
    )


def follower(ticket: Ticket, news: Reply, main: Ticket) -> Reply:
    """The same news for somebody whose ticket was merged into another's."""
    return Reply(f"🔗 Sobre {bold(ticket.number)}, que se juntó con {bold(main.number)}:\n{news.text}")


MAX_TOGETHER = 10
"""Files of one message, as Telegram takes them."""


def files(ticket: Ticket, sent: Sequence[StoredFile], by: Person | None = None) -> list[Reply]:
    """As few messages as they need, signed by who sent them: what is seen goes together, other files do so, a voice goes by
    itself."""
    seen = [one for one in sent if one.kind in ("photo", "video")]
    others = [one for one in sent if one not in seen and one.kind != "voice"]
    voices = [[one] for one in sent if one.kind == "voice"]
    albums = [
        some[at : at + MAX_TOGETHER] for some in (seen, others) for at in range(0, len(some), MAX_TOGETHER)
    ]
    return [_together(ticket, one, by) for one in [*albums, *voices]]


def _together(ticket: Ticket, sent: Sequence[StoredFile], by: Person | None) -> Reply:
    first, *more = sent
    who = f" · {esc(clip(doer_name(by, ticket), 60))}" if by else ""
    what = esc(first.name) if not more else f"{len(sent)} archivos"
    return Reply(
        f"📎 {bold(ticket.number)}{who}: {what}",
        attachment=first.outgoing,
        album=tuple(one.outgoing for one in more),
    )
