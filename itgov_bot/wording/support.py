"""What the desk's own people read: the card of a case, the page at night, the queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.people import name_of
from itgov_bot.wording.text import bold, clip, esc, when
from itgov_bot.wording.tickets import LONGEST_SHOWN, MARKS, STATES, _service
from itgov_bot.wording.urgent import WHAT

TAKEABLE = (State.NEW, State.ASSIGNED, State.REOPENED)


def card(
    ticket: Ticket,
    service: Service | None,
    requester: Person,
    assignee: Person | None,
    calendar: WorkCalendar,
    now: datetime,
) -> Reply:
    """One card a case: later versions of it edit the same message."""
    return Reply(
        _head(ticket) + "\n" + _facts(ticket, service, requester, calendar, now) + _holder(assignee),
        _take(ticket),
        card=f"ticket:{ticket.id}",
    )


def without_card(reply: Reply) -> Reply:
    """The same facts as a message of its own: it does not edit the group's card."""
    return replace(reply, card=None)


def page(
    ticket: Ticket,
    service: Service | None,
    requester: Person,
    calendar: WorkCalendar,
    now: datetime,
    *,
    again: bool = False,
) -> Reply:
    """The page of the people on duty, with one big button."""
    assert ticket.exception is not None
    still = "Nadie lo ha tomado todavía. " if again else ""
    return Reply(
        f"🚨 {bold('GUARDIA: caso urgente')} {bold(ticket.number)}\n{still}Es {WHAT[ticket.exception]}.\n"
        + _facts(ticket, service, requester, calendar, now),
        _take(ticket),
    )


def _head(ticket: Ticket) -> str:
    urgent = " · 🚨 urgente" if ticket.urgent else ""
    return f"{MARKS[ticket.state]} {bold(ticket.number)} · {STATES[ticket.state]}{urgent}"


def _facts(
    ticket: Ticket, service: Service | None, requester: Person, calendar: WorkCalendar, now: datetime
) -> str:
    files = f"\n📎 Archivos: {ticket.attachments}" if ticket.attachments else ""
    return (
        f"📝 {esc(clip(ticket.text, LONGEST_SHOWN))}\n"
        f"🧩 {_service(service)}\n"
        f"📍 {esc(ticket.place)}\n"
        f"🙋 {esc(name_of(requester))} · ☎️ {esc(ticket.contact)}\n"
        f"📅 {when(calendar.local(ticket.opened_at), calendar.local(now))}{files}"
    )


def _holder(assignee: Person | None) -> str:
    return f"\n👤 Lo tiene: {bold(name_of(assignee))}" if assignee else ""


def _take(ticket: Ticket) -> tuple[Choice, ...]:
    return (Choice("Lo tomo", f"take:{ticket.number}"),) if ticket.state in TAKEABLE else ()


def you_took_it(ticket: Ticket, who: str) -> Reply:
    return Reply(
        f"👍 {bold(ticket.number)} queda a cargo de {bold(who)}. Ya le avisé a quien lo reportó.",
        (Choice("Ver el caso", f"tk:{ticket.number}:see"),),
    )


def taken_by(ticket: Ticket, who: str) -> Reply:
    return Reply(f"Ese ya lo tiene {bold(who)}: {bold(ticket.number)}.")


def cannot_take(ticket: Ticket) -> Reply:
    return Reply(f"El caso {bold(ticket.number)} está {STATES[ticket.state]}: ya no se puede tomar.")


def somebody_took_it(ticket: Ticket, who: str) -> Reply:
    return Reply(f"🙌 {bold(who)} ya tomó el caso urgente {bold(ticket.number)}.")


def requester_wrote(ticket: Ticket, by: Person, text: str) -> Reply:
    return Reply(f"💬 {bold(ticket.number)} · {esc(name_of(by))} agregó:\n{esc(clip(text, 3000))}")


def requester_sent_files(ticket: Ticket, by: Person, count: int) -> Reply:
    return Reply(
        f"📎 {bold(ticket.number)} · {esc(name_of(by))} agregó {count} archivo{'s' if count > 1 else ''}:"
    )


def agent_answered(ticket: Ticket, by: Person, text: str) -> Reply:
    return Reply(
        f"💬 {bold(name_of(by))}, de la mesa, sobre {bold(ticket.number)}:\n{esc(clip(text, 3000))}\n\n"
        "<i>Responda a este mensaje para contestarle.</i>"
    )


def answer_sent(ticket: Ticket) -> Reply:
    return Reply(f"Le llegó su respuesta a quien abrió {bold(ticket.number)}.")


def file_caption(ticket: Ticket, file: StoredFile) -> str:
    return f"📎 {bold(ticket.number)}: {esc(file.name)}"


def queue(tickets: Sequence[Ticket], total: int, calendar: WorkCalendar, now: datetime) -> Reply:
    """What waits for somebody: urgent first, then the oldest."""
    if not tickets:
        return Reply("🎉 No hay casos por atender.")
    local_now = calendar.local(now)
    lines = [
        f"{MARKS[one.state]}{' 🚨' if one.urgent else ''} {bold(one.number)} · {STATES[one.state]} · "
        f"{when(calendar.local(one.opened_at), local_now)}\n   {esc(clip(one.text, 80))}"
        for one in tickets
    ]
    more = f"\n…y {total - len(tickets)} más." if total > len(tickets) else ""
    choices = tuple(Choice(f"{one.number}: {clip(one.text, 30)}", f"desk:{one.number}") for one in tickets)
    return Reply(f"{bold('Casos por atender')}: {total}\n" + "\n".join(lines) + more, choices)


def ask_use_group(title: str) -> Reply:
    return Reply(
        f"¿Uso este grupo («{esc(clip(title, 60))}») como grupo de la mesa? Aquí llegarán los casos nuevos y los urgentes.",
        (Choice("Sí, usar este grupo", "desk:here"),),
    )


def group_set() -> Reply:
    return Reply("Listo: desde ahora los casos nuevos llegan a este grupo, con el botón «Lo tomo».")


def group_known() -> Reply:
    return Reply("Este es el grupo de la mesa: aquí llegan los casos nuevos.")


# Duty


def duty(ladder: Sequence[tuple[int, Person]], minutes: int, *, admin: bool) -> Reply:
    if ladder:
        lines = [f"{step}. {bold(name_of(person))}" for step, person in ladder]
        body = (
            "\n".join(lines)
            + f"\n\nSi nadie toma un caso urgente, a los {minutes} minutos se llama al siguiente escalón."
        )
    else:
        body = (
            "No hay nadie en la escalera de guardia. Mientras tanto se llama a todos los que "
            "tienen el rol guardia, o a los administradores."
        )
    usage = (
        "\n\nPara poner a alguien: <code>/guardia poner 1 @usuario</code>; para quitarlo: "
        "<code>/guardia quitar @usuario</code>"
        if admin
        else ""
    )
    choices = (
        (Choice("Ponerme de guardia", "duty:me"), Choice("Quitarme de la guardia", "duty:off"))
        if admin
        else ()
    )
    return Reply(f"🌙 {bold('Guardia')}\n{body}{usage}", choices)


def duty_usage() -> Reply:
    return Reply(
        "Escríbalo así: <code>/guardia poner 1 @usuario</code> (1 es a quien se llama primero) o "
        "<code>/guardia quitar @usuario</code>."
    )


def on_duty(person: Person, step: int) -> Reply:
    return Reply(f"Listo: {bold(name_of(person))} está de guardia en el escalón {step}.")


def off_duty(person: Person, was: bool) -> Reply:
    return Reply(f"{bold(name_of(person))} {'ya no está' if was else 'no estaba'} en la escalera de guardia.")
