"""Planned maintenance as anybody reads it: what, from when until when, and what to do if it is something else."""

from collections.abc import Sequence
from datetime import timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.facts import MaintenanceFact
from itgov_bot.domain.maintenance import MaintenancePlan, MaintenanceView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import OPEN_TICKET
from itgov_bot.wording.text import bold, capital, clip, clock, day_name, duration, esc, stop, when

MAX_ABOUT = 300
MAX_LISTED = 8
"""Characters, and how many."""


OVER_MEANWHILE = Reply(
    "Ese mantenimiento ya terminó. Si todavía le falla algo, cuénteme qué es.", (OPEN_TICKET,)
)


def span(view: MaintenanceView, plan: MaintenancePlan | None = None) -> str:
    """«el sábado 14 de 8:00 p. m. a 11:00 p. m.», or with both days when they differ."""
    plan = plan or view.maintenance.plan
    starts, ends = view.local(plan.starts_at), view.local(plan.ends_at)
    if (ends - timedelta(microseconds=1)).date() == starts.date():
        day = day_name(starts.date(), view.local_now.date())
        return f"{day} de {clock(starts)} a {clock(ends)}"
    return f"desde {when(starts, view.local_now)} hasta {when(ends, view.local_now)}"


def until(view: MaintenanceView) -> str:
    """«hasta las 11:00 p. m.», with its day when it is another one."""
    ends = view.local(view.maintenance.plan.ends_at)
    if ends.date() == view.local_now.date():
        return f"hasta la{'' if ends.hour % 12 == 1 else 's'} {clock(ends)}"
    return f"hasta {when(ends, view.local_now)}"


def line(view: MaintenanceView) -> str:
    return f"{bold(clip(view.maintenance.plan.text, MAX_ABOUT))}, {stop(span(view))}"


def explains(view: MaintenanceView) -> Reply:
    """Instead of the guard, to somebody for whom something fails meanwhile."""
    one = view.maintenance
    return Reply(
        f"🛠 Hay un mantenimiento programado: {bold(clip(one.plan.text, MAX_ABOUT))}, {stop(until(view))} Si es por eso, no "
        "tiene que hacer nada: a esa hora vuelve. ¿Es por eso?",
        (
            Choice("Sí, espero", Action.NOT_MAINTENANCE.data(one.id, "ok"), answers="yes"),
            Choice("No es por eso", Action.NOT_MAINTENANCE.data(one.id, "no"), answers="no"),
        ),
    )


def waits(view: MaintenanceView) -> Reply:
    return Reply(f"Listo. El mantenimiento va {stop(until(view))} Si después le sigue fallando, escríbame.")


def listing(coming: Sequence[MaintenanceView]) -> Reply:
    """The answer to «¿hay mantenimiento hoy?»."""
    if not coming:
        return Reply(
            "No hay ningún mantenimiento programado. Si algo le está fallando, cuénteme qué es.",
            (OPEN_TICKET,),
        )
    return Reply("\n".join(lines(coming)))


def lines(coming: Sequence[MaintenanceView]) -> list[str]:
    """Those of now and those to come, also as a part of `/caidas`."""
    now = [f"• {bold(clip(_about(one), MAX_ABOUT))}, {stop(until(one))}" for one in coming if one.is_running]
    later = [f"• {line(one)}" for one in coming if not one.is_running]
    found = [bold("🛠 En mantenimiento ahora:"), *now] if now else []
    return [*found, *([bold("🛠 Mantenimientos programados:"), *later[:MAX_LISTED]] if later else [])]


def planned_within(found: Sequence[MaintenanceView], planned: timedelta) -> list[str]:
    """Apart from the outages of some days: what had been planned in them, and how long in all."""
    if not found:
        return []
    more = [f"… y {len(found) - MAX_LISTED} más."] if len(found) > MAX_LISTED else []
    head = f"\n🛠 {bold('Mantenimiento programado')}, aparte: {duration(planned)}"
    return [head, *(f"• {line(one)}" for one in found[:MAX_LISTED]), *more]


def _about(view: MaintenanceView) -> str:
    return view.maintenance.plan.text


# To whoever has an open ticket of that service


def announced(view: MaintenanceView, _fact: MaintenanceFact) -> Reply:
    return Reply(
        f"🛠 Le aviso porque tiene un caso de {_service(view)}: hay un mantenimiento programado.\n{line(view)}\n"
        "En ese tiempo puede fallar, y vuelve al terminar."
    )


def moved(view: MaintenanceView, fact: MaintenanceFact) -> Reply:
    before = f" Antes era {stop(span(view, fact.was))}" if fact.was else ""
    return Reply(f"🛠 Cambió la hora del mantenimiento de {_service(view)}.\n{capital(line(view))}{before}")


def cancelled(view: MaintenanceView, _fact: MaintenanceFact) -> Reply:
    return Reply(f"🛠 Se canceló el mantenimiento de {_service(view)}: {line(view)} Todo sigue como siempre.")


def ended(view: MaintenanceView, _fact: MaintenanceFact) -> Reply:
    return Reply(
        f"✅ Terminó el mantenimiento de {_service(view)}: {bold(clip(_about(view), MAX_ABOUT))}. Si le sigue fallando, "
        "escríbame."
    )


def _service(view: MaintenanceView) -> str:
    return esc(view.service.name) if view.service else "la mesa de servicios"
