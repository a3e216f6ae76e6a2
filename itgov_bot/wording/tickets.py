"""A case in words: the form that opens it, its summary, how it goes, the lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Draft, State, Ticket
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.hours import why_not_sooner
from itgov_bot.wording.rating import reopening
from itgov_bot.wording.text import bold, clip, clock, esc, stop, when

MakeChoice = Callable[[str, str], Choice]

BY_THIS_CHAT = "por este chat"
PLACE_NOT_SAID = "sin indicar"
LONGEST_SHOWN = 700

NOTICE = (
    "🔒 Aviso de privacidad (Ley 1581 de 2012): la Oficina Asesora de Informática usa su nombre, contacto y "
    "dependencia solo para atender sus casos. Puede verlos o borrarlos cuando quiera con /misdatos."
)

STATES: dict[State, str] = {
    State.NEW: "nuevo",
    State.ASSIGNED: "asignado",
    State.IN_PROGRESS: "en proceso",
    State.WAITING: "en espera",
    State.RESOLVED: "resuelto",
    State.CLOSED: "cerrado",
    State.REOPENED: "reabierto",
    State.CANCELLED: "cancelado",
}

MARKS: dict[State, str] = {
    State.NEW: "🆕",
    State.ASSIGNED: "👤",
    State.IN_PROGRESS: "🛠",
    State.WAITING: "⏸",
    State.RESOLVED: "✅",
    State.CLOSED: "📁",
    State.REOPENED: "🔄",
    State.CANCELLED: "✖️",
}


# The form


def ask_text(service: Service | None) -> Reply:
    about = f" con {bold(service.label)}" if service else ""
    return Reply(
        f"Vamos a abrir su caso. ¿Qué pasa{about}? Cuénteme con detalle: qué aparato o programa, qué dice la pantalla, "
        "desde cuándo. Si quiere, mande también una foto. (Para dejarlo: /cancelar)"
    )


def too_short() -> Reply:
    return Reply("Cuénteme un poco más: ¿qué necesita o qué falla?")


def file_kept_tell_more(count: int) -> Reply:
    return Reply(
        f"📎 Guardé {'el archivo' if count == 1 else f'{count} archivos'}. Ahora cuénteme con palabras qué pasa."
    )


def too_many_files(limit: int) -> Reply:
    return Reply(
        f"Guardé los primeros {limit} archivos: un caso no lleva más al abrirlo. Después puede agregar otros."
    )


def ask_service(services: Sequence[Service], choice: MakeChoice) -> Reply:
    lines = [
        f"• {bold(service.name)}: {esc(service.difference or clip(service.description, 90))}"
        for service in services
    ]
    return Reply(
        "¿De qué se trata?\n" + "\n".join(lines),
        (
            *(choice(clip(service.difference or service.label, 60), service.id) for service in services),
            choice("No sé: que lo clasifiquen", "unknown"),
        ),
    )


def ask_place(known: str | None, choice: MakeChoice) -> Reply:
    same = (choice(f"En {clip(known, 50)}", "same"),) if known and known != PLACE_NOT_SAID else ()
    return Reply(
        "¿Dónde es? Escriba la dependencia y el lugar (por ejemplo: <i>Hacienda, Aduana, piso 2</i>)"
        + (" o elija:" if same else ", o elija la dependencia de la lista:"),
        (*same, choice("Ver la lista de dependencias", "list")),
    )


def all_offices(offices: Sequence[str], choice: MakeChoice, page: int) -> Reply:
    """Eight a page, so that every channel can show them."""
    start = page * 8
    more = (choice("Ver más", f"list{page + 1}"),) if start + 8 < len(offices) else ()
    buttons = [choice(clip(name, 60), str(start + at)) for at, name in enumerate(offices[start : start + 8])]
    return Reply("Elija su dependencia, o escríbala:", (*buttons, *more))


def ask_contact(person: Person, choice: MakeChoice) -> Reply:
    if person.has_consented:
        return Reply("¿A qué teléfono, extensión o correo le avisamos?", (choice("Por este chat", "chat"),))
    return Reply(
        f"{NOTICE}\n\n¿Autoriza? Si autoriza, escriba un teléfono, extensión o correo de contacto, o elija:",
        (choice("Autorizo: avísenme por este chat", "chat"), choice("No autorizo", "no")),
    )


def added_to_description() -> Reply:
    return Reply("Lo agregué a lo que pasa. Si no era eso, elija «Corregir algo».")


def next_problem(service: Service) -> Reply:
    return Reply(
        f"Quedaba lo otro que me contó: {bold(service.label)}. ¿Abrimos también ese caso?",
        (Choice("Sí, abrir el otro caso", f"new:{service.id}"), Choice("No, con ese basta", "done:")),
    )


def no_place_in_that() -> Reply:
    return Reply("Ahí no reconozco un lugar. Diga la dependencia y dónde queda: sede, piso, oficina.")


def no_contact_in_that() -> Reply:
    return Reply(
        "No vi ahí un teléfono, una extensión ni un correo. Escriba uno, elija que le avisemos por este chat, "
        "o «No autorizo»."
    )


def consent_refused() -> Reply:
    return Reply(
        "Entendido: no guardé sus datos y el caso no se abrió. Puede consultarme lo que quiera sin dar datos, o "
        "reportarlo por SAUS, correo o teléfono: /canales"
    )


def summary(draft: Draft, service: Service | None, files: int, choice: MakeChoice) -> Reply:
    return Reply(
        f"{bold('Revise su caso antes de enviarlo')}\n"
        f"📝 {esc(clip(draft.text, LONGEST_SHOWN))}\n"
        f"🧩 Servicio: {service_line(service)}\n"
        f"📍 Lugar: {esc(draft.place)}\n"
        f"☎️ Contacto: {esc(draft.contact)}\n"
        f"📎 Archivos: {files or 'ninguno (puede mandar una foto ahora)'}",
        (choice("Enviar", "send"), choice("Corregir algo", "fix"), choice("No enviar", "drop")),
    )


def ask_fix(choice: MakeChoice) -> Reply:
    fields = (
        ("Lo que pasa", "text"),
        ("El servicio", "service"),
        ("El lugar", "place"),
        ("El contacto", "contact"),
    )
    return Reply(
        "¿Qué corregimos?",
        (
            *(choice(label, value) for label, value in fields),
            choice("Quitar los archivos", "files"),
            choice("Nada, volver", "back"),
        ),
    )


def ask_urgent(exception: str, choice: MakeChoice) -> Reply:
    what = (
        "un evento del despacho del alcalde"
        if exception == "mayor_event"
        else "una caída que afecta a muchos"
    )
    return Reply(
        f"🚨 Estamos fuera de horario y esto parece {what}. ¿Aviso ya a la guardia?",
        (choice("Sí, avisar ya a la guardia", "yes"), choice("No, puede esperar", "no")),
    )


def service_line(service: Service | None) -> str:
    return f"{esc(service.name)} ({service.id})" if service else "por clasificar"


# Opened, and how it goes


def opened(
    ticket: Ticket, service: Service | None, calendar: WorkCalendar, now: datetime, reached: int
) -> Reply:
    head = f"{'🚨' if ticket.urgent else '✅'} Su caso quedó abierto: {bold(ticket.number)}\n🧩 {service_line(service)}\n"
    return Reply(head + _what_next(ticket, calendar, now, reached), ticket_choices(ticket))


def _what_next(ticket: Ticket, calendar: WorkCalendar, now: datetime, reached: int) -> str:
    if ticket.urgent:
        if reached:
            where = (
                "\nResponda a este mensaje con el lugar y un teléfono: se lo paso a la guardia."
                if ticket.place == PLACE_NOT_SAID
                else ""
            )
            return f"Ya avisé a la guardia. Apenas alguien lo tome le escribo aquí quién es.{where}"
        return (
            "Quedó marcado como urgente, pero todavía no hay nadie de guardia registrado en este chat: "
            "llame también a la línea (57) + (5) 6411370."
        )
    if ticket.attended_from <= now:
        return "Estamos en horario: lo atienden en el orden de llegada. Le aviso aquí cada cambio."
    local_now, start = calendar.local(now), calendar.local(ticket.attended_from)
    return (
        f"Ahora está cerrado; lo atienden desde "
        f"{stop(when(start, local_now) + why_not_sooner(calendar, now, start))} Le aviso aquí cada cambio."
    )


def ticket_choices(ticket: Ticket) -> tuple[Choice, ...]:
    """What a requester can do with a case now."""
    if not ticket.is_live:
        again = (reopening(ticket),) if ticket.may_reopen else ()
        return (Choice("Ver historia", f"tk:{ticket.number}:log"), *again)
    return (
        Choice("Ver cómo va", f"tk:{ticket.number}:see"),
        Choice("Agregar algo", f"tk:{ticket.number}:add"),
        Choice("Cancelar el caso", f"tk:{ticket.number}:cancel"),
    )


def no_such_ticket(asked: str) -> Reply:
    return Reply(
        f"No encuentro entre sus casos el «{esc(clip(asked, 40))}». Véalos todos con /casos.",
        (Choice("Mis casos", "mine:0"),),
    )


def ask_addition(ticket: Ticket) -> Reply:
    return Reply(f"¿Qué le agrego al caso {bold(ticket.number)}? Escriba, o mande una foto o un documento.")


def corrected(text: str) -> str:
    """Words that replace others of the same case: both stay in it."""
    return f"(corregido) {text}"


def added(ticket: Ticket, *, files: int = 0) -> Reply:
    what = "su mensaje" if not files else "el archivo" if files == 1 else f"{files} archivos"
    seen = Choice("Ver cómo va", f"tk:{ticket.number}:see")
    if ticket.may_reopen:
        return Reply(
            f"Agregué {what} al caso {bold(ticket.number)}, que está resuelto. Si sigue fallando, reábralo.",
            (reopening(ticket), seen),
        )
    return Reply(f"Agregué {what} al caso {bold(ticket.number)}.", (seen,))


def not_live(ticket: Ticket) -> Reply:
    again = (reopening(ticket),) if ticket.may_reopen else ()
    what = "reábralo o abra otro" if again else "abra otro"
    return Reply(
        f"El caso {bold(ticket.number)} está {STATES[ticket.state]} y ya no recibe cambios. Si el "
        f"problema sigue, {what}.",
        (*again, Choice("Abrir un caso", "new:")),
    )


def ask_cancel(ticket: Ticket) -> Reply:
    return Reply(
        f"¿Cancelo el caso {bold(ticket.number)} («{esc(clip(ticket.text, 60))}»)? No se puede deshacer.",
        (
            Choice("Sí, cancelarlo", f"tk:{ticket.number}:drop"),
            Choice("No, dejarlo abierto", f"tk:{ticket.number}:see"),
        ),
    )


def cancelled(ticket: Ticket) -> Reply:
    return Reply(f"Cancelé el caso {bold(ticket.number)}. Si vuelve a pasar, aquí estamos.")


def which_for_files(tickets: Sequence[Ticket], count: int) -> Reply:
    """A file without a word: for which case?"""
    what = "el archivo" if count == 1 else f"los {count} archivos"
    choices = [
        Choice(f"Al caso {one.number}: {clip(one.text, 30)}", f"tk:{one.number}:file") for one in tickets[:8]
    ]
    return Reply(
        f"📎 Recibí {what}. ¿Para qué caso es?", (*choices, Choice("Abrir un caso nuevo con esto", "new:"))
    )


def taken_for_requester(ticket: Ticket, who: str, at: datetime) -> Reply:
    return Reply(
        f"🛠 {bold(who)} tomó su caso {bold(ticket.number)} a las {clock(at)} y lo está atendiendo.",
        ticket_choices(ticket),
    )
