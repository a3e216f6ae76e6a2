"""Planned maintenance as the desk handles it: the list, its form, and what the agents are told of it."""

from collections.abc import Callable, Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.facts import MaintenanceFact
from itgov_bot.domain.maintenance import Maintenance, MaintenancePlan, MaintenanceView
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.wording.choices import told_of, yes_or_no
from itgov_bot.wording.maintenance import line, span
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, capital, clip, duration, esc, on_button

MAX_LISTED = 8
MAX_TEXT = 300
"""Characters of what is shown, and kept, of the words of a plan."""

SEE_LIST = Choice("Ver los mantenimientos", Action.MAINTENANCE.data(0, "list"))
EXAMPLE = (
    "<code>/mantenimiento sábado 8 pm a 11 pm: cambio del switch del primer piso, sin red en ese piso</code>"
)

UNKNOWN = Reply("No encuentro ese mantenimiento. Escriba /mantenimiento para ver los que hay.")


# The list and one of it


def listing(coming: Sequence[MaintenanceView]) -> Reply:
    new = Choice("Programar uno", Action.MAINTENANCE.data(0, "new"))
    if not coming:
        return Reply(f"🛠 No hay mantenimientos programados. Para anunciar uno:\n{EXAMPLE}", (new,))
    lines = [bold("🛠 Mantenimientos programados"), *(f"• {line(one)}" for one in coming[:MAX_LISTED])]
    if len(coming) > MAX_LISTED:
        lines.append(f"…y {len(coming) - MAX_LISTED} más adelante.")
    shown = coming[:MAX_LISTED]
    return Reply("\n".join(lines), (*(_see(one) for one in shown), new))


def _see(view: MaintenanceView) -> Choice:
    return _choice(view.maintenance, clip(f"Ver: {view.maintenance.plan.text}", 40), "see")


def _choice(maintenance: Maintenance, label: str, what: str) -> Choice:
    return Choice(label, Action.MAINTENANCE.data(maintenance.id, what))


def card(view: MaintenanceView) -> Reply:
    one = view.maintenance
    return Reply(f"🛠 {facts(view)}", _actions(view) if one.is_open else ())


def _actions(view: MaintenanceView) -> tuple[Choice, ...]:
    one = view.maintenance
    if one.plan.starts_at > view.now:
        return (_choice(one, "Mover", "move"), _choice(one, "Cancelar", "cancel"))
    return (
        _choice(one, "Ya terminó", "over"),
        _choice(one, "30 minutos más", "m30"),
        _choice(one, "1 hora más", "m60"),
        _choice(one, "Es una caída", "outage"),
    )


def facts(view: MaintenanceView) -> str:
    plan, by = view.maintenance.plan, view.announced_by
    lines = [
        bold(clip(plan.text, MAX_TEXT)),
        f"🕘 {capital(span(view))} ({duration(plan.ends_at - plan.starts_at)})",
        f"🧩 {esc(view.service.label) if view.service else 'ningún servicio en particular'}",
    ]
    lines += [f"👤 Lo anunció {esc(agent_name(by))}"] if by else []
    if view.maintenance.cancelled_at:
        lines.append("✖️ Cancelado")
    elif view.maintenance.ended_at:
        lines.append("✅ Terminado")
    return "\n".join(lines)


def not_open(view: MaintenanceView) -> Reply:
    return Reply(f"Ese mantenimiento ya cambió: así quedó.\n🛠 {facts(view)}", (SEE_LIST,))


def ask_cancel(view: MaintenanceView) -> Reply:
    number = view.maintenance.id
    return Reply(
        f"¿Cancelo este mantenimiento? Se lo cuento a quienes ya lo saben.\n🛠 {facts(view)}",
        yes_or_no(
            "Sí, cancelarlo",
            Action.MAINTENANCE.data(number, "drop"),
            "No",
            Action.MAINTENANCE.data(number, "see"),
        ),
    )


def ask_over(view: MaintenanceView) -> Reply:
    number = view.maintenance.id
    return Reply(
        f"¿Ya terminó este mantenimiento? Se lo cuento a quienes lo saben.\n🛠 {facts(view)}",
        yes_or_no(
            "Sí, ya terminó",
            Action.MAINTENANCE.data(number, "over"),
            "No",
            Action.MAINTENANCE.data(number, "see"),
        ),
    )


_WHICH = {
    TeamSays.PLAN_MOVE: "¿A cuál mantenimiento le cambio la hora?",
    TeamSays.PLAN_CANCEL: "¿Cuál mantenimiento cancelo?",
    TeamSays.PLAN_OVER: "¿Cuál mantenimiento terminó?",
}


def which(found: Sequence[MaintenanceView], says: TeamSays) -> Reply:
    """Of several; the words wait for the press."""
    shown = found[:MAX_LISTED]
    return Reply(
        "\n".join([_WHICH[says], *(f"• {line(one)}" for one in shown)]),
        tuple(
            Choice(on_button(one.maintenance.plan.text), Action.TEAM.data(f"{says}.{one.maintenance.id}"))
            for one in shown
        ),
    )


# What was done


def done(view: MaintenanceView) -> Reply:
    return Reply(f"👍 Listo, quedó anunciado.\n🛠 {facts(view)}", _actions(view))


def changed(view: MaintenanceView) -> Reply:
    return Reply(
        f"👍 Listo, ya lo conté.\n🛠 {facts(view)}", _actions(view) if view.maintenance.is_open else ()
    )


def outage_text(plan: MaintenancePlan) -> str:
    """The words of the ticket of what did not come back."""
    return f"No volvió después del mantenimiento: {plan.text}"


def is_outage_now(ticket: Ticket) -> Reply:
    return told_of(
        ticket,
        f"🚨 Abrí el caso {bold(ticket.number)} como caída, desde que debió terminar el mantenimiento.",
    )


# What the agents are told


def _news(what: str) -> Callable[[MaintenanceView, MaintenanceFact], Reply]:
    return lambda view, _fact: Reply(f"🛠 {bold(what)}\n{facts(view)}", _actions(view))


announced = _news("Mantenimiento programado")
moved = _news("Cambió la hora del mantenimiento")
comes_tomorrow = _news("En menos de un día hay mantenimiento")
began = _news("Empezó el mantenimiento: lo que falle por eso no llama a la guardia")


def cancelled(view: MaintenanceView, fact: MaintenanceFact) -> Reply:
    return Reply(f"✖️ {bold(agent_name(fact.by))} canceló el mantenimiento: {line(view)}")


def ended(view: MaintenanceView, fact: MaintenanceFact) -> Reply:
    return Reply(f"✅ {bold(agent_name(fact.by))} dice que terminó el mantenimiento: {line(view)}")


def ask_if_over(view: MaintenanceView, _fact: MaintenanceFact) -> Reply:
    return Reply(
        f"🛠 Según lo anunciado, este mantenimiento ya debió terminar. ¿Ya terminó?\n{facts(view)}",
        _actions(view),
    )


def should_be_over(view: MaintenanceView, _fact: MaintenanceFact) -> Reply:
    asked = (
        f" Le pregunté a {bold(agent_name(view.announced_by))} si ya terminó." if view.announced_by else ""
    )
    return Reply(
        f"🛠 Llegó la hora en que debía terminar un mantenimiento.{asked} Lo que falle desde ahora se atiende como "
        f"siempre.\n{facts(view)}",
        _actions(view),
    )
