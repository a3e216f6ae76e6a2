"""What the desk's own people read in their group: who took what, what requesters add, who is on duty."""

from __future__ import annotations

from collections.abc import Sequence

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.people import name_of
from itgov_bot.wording.text import bold, clip, esc
from itgov_bot.wording.tickets import STATES


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


def file_caption(ticket: Ticket, file: StoredFile) -> str:
    return f"📎 {bold(ticket.number)}: {esc(file.name)}"


def ask_use_group(title: str) -> Reply:
    return Reply(
        f"¿Uso este grupo («{esc(clip(title, 60))}») como grupo de la mesa? Aquí llegarán los casos nuevos y los urgentes.",
        (Choice("Sí, usar este grupo", "desk:here"),),
    )


def group_set(*, topics: bool = False) -> Reply:
    if topics:
        return Reply(
            "Listo: desde ahora cada caso nuevo abre su propio tema en este grupo. Para eso el bot debe ser "
            "administrador con permiso de manejar temas; si no, los casos llegan aquí mismo."
        )
    return Reply("Listo: desde ahora los casos nuevos llegan a este grupo, con el botón «Lo tomo».")


def group_lost(title: str, agents: int) -> Reply:
    now = (
        f"Desde ahora los casos nuevos llegan en privado a cada agente ({agents})."
        if agents
        else "No hay agentes a quienes escribirles en privado: por ahora los casos solo se ven con /mesa."
    )
    return Reply(
        f"⚠️ El bot ya no puede escribir en el grupo de la mesa («{esc(clip(title, 60))}»). {now}\n"
        "Para volver a usar un grupo, agregue el bot y escriba allí /mesa."
    )


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
