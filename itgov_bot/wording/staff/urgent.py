"""The urgent path: the offer, the question, and what is said in working hours."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.hours import now_open
from itgov_bot.wording.staff.tickets import NOTICE, MakeChoice

WHAT: dict[ExceptionKind, str] = {
    ExceptionKind.SERVICE_OUTAGE: "una caída que le quita el servicio a muchos",
    ExceptionKind.MAYOR_EVENT: "un evento del despacho del alcalde que necesita acompañamiento",
}

LABELS: dict[ExceptionKind, str] = {
    ExceptionKind.SERVICE_OUTAGE: "Se cayó un servicio para muchos",
    ExceptionKind.MAYOR_EVENT: "Evento del despacho del alcalde",
}


def offer(exception: ExceptionKind, consented: bool) -> Reply:
    return Reply(
        f"🚨 Estamos fuera de horario, pero esto parece {WHAT[exception]}, y eso se atiende a cualquier hora. "
        f"¿Aviso ya a la guardia?{_notice(consented)}",
        (
            Choice("Sí, avisar ya a la guardia", "urgent:go"),
            Choice("No es urgente: caso normal", "urgent:no"),
        ),
    )


def ask_text() -> Reply:
    return Reply(
        "🚨 ¿Qué está pasando y dónde? Diga qué se cayó y a quiénes afecta, o qué evento del despacho del alcalde es y a "
        "qué hora. (Para dejarlo: /cancelar)"
    )


def ask_which(exception: ExceptionKind | None, consented: bool, choice: MakeChoice) -> Reply:
    """With what was understood first; the person knows better than the program."""
    kinds = sorted(ExceptionKind, key=lambda kind: kind != exception)
    opening = (
        f"Entendí que es {WHAT[exception]}. ¿Aviso ya a la guardia?"
        if exception
        else "Fuera de horario la guardia sale solo por estas dos cosas. ¿Es alguna?"
    )
    return Reply(
        opening + _notice(consented),
        (
            *(choice(f"{LABELS[kind]}: avisar ya", kind) for kind in kinds),
            choice("Ninguna: abrir un caso normal", "ordinary"),
        ),
    )


def in_hours(calendar: WorkCalendar, now: datetime) -> Reply:
    return Reply(
        f"Estamos en horario ({now_open(calendar, now)}): no hace falta la guardia. Abra el caso y lo atienden ya, o "
        "llame a la línea (57) + (5) 6411370.",
        (Choice("Abrir un caso", "new:"),),
    )


def _notice(consented: bool) -> str:
    return "" if consented else f"\n\n{NOTICE} Al avisar, usted lo autoriza."
