"""Who is on duty now and next, at some time, and when somebody is."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.duty_view import DutyPiece, DutyView
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import DutySpan, Stint
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.duty.changes import HOW
from itgov_bot.wording.agents.duty.news import ASK_SWAP, SEE, turn, until
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import WEEKDAYS, bold, capital, clock, join, stop

OWN = (
    Choice("Ponerme de guardia", Action.DUTY.data("me")),
    Choice("Quitarme de la guardia", Action.DUTY.data("off")),
)
TURNS = 6
_NTH = {1: "se le llama primero", 2: "se le llama segundo", 3: "se le llama tercero"}


def duty(view: DutyView, minutes: int, now: datetime, *, admin: bool, may_ask: bool) -> Reply:
    """`now` is local time. `may_ask`: whoever reads it has turns to swap."""
    parts = [f"🌙 {bold('Guardia')}\n{present(view, now)}"]
    if coming := view.pieces[1:]:
        parts.append("\n".join([bold("Después"), *(f"• {_piece(one, view, now)}" for one in coming)]))
    parts += [f"⚠️ {bold('Hueco')} {stop(turn(one.span, now))}" for one in view.holes]
    parts += _notes(view, minutes)
    if admin:
        parts.append(
            "\n".join(["Para cambiarla:", *(f"<code>/guardia {what}</code>: {why}" for what, why in HOW)])
        )
    return Reply("\n\n".join(parts), (*(OWN if admin else ()), *((ASK_SWAP,) if may_ask else ())))


def at_that_time(span: DutySpan, pieces: Sequence[DutyPiece], now: datetime) -> Reply:
    """Who is called during a span that was asked for, piece by piece."""
    if not any(piece.people for piece in pieces):
        return Reply(f"🌙 No hay nadie en la guardia {stop(turn(span, now))}", (SEE,))
    is_instant = span.ends_at - span.starts_at <= timedelta(minutes=1)
    title = until(span.starts_at, now) if is_instant else turn(span, now)
    lines = [f"🌙 {bold('Guardia')}, {title}"]
    for piece in pieces:
        named = [f"{step}. {_person(one)}" for step, one in piece.people] or ["nadie"]
        lines += [f"\n{capital(turn(piece.span, now))}:"] if len(pieces) > 1 else []
        lines += named
    return Reply("\n".join(lines), (SEE,))


def turns_of(person: Person, stints: Sequence[Stint], now: datetime, *, is_self: bool) -> Reply:
    """When somebody is on duty, the next turns first."""
    who = "Usted" if is_self else bold(name_of(person))
    if not stints:
        return Reply(f"🌙 {who} no tiene turnos de guardia en las próximas semanas.", (SEE,))
    lines = [f"🌙 {who} tiene la guardia:"]
    lines += [f"• {capital(turn(one.span, now))}: {_NTH.get(one.step, 'después')}" for one in stints[:TURNS]]
    return Reply("\n".join(lines), (SEE, *((ASK_SWAP,) if is_self else ())))


def present(view: DutyView, now: datetime) -> str:
    """Who is called now, step by step."""
    piece = view.pieces[0]
    if not piece.people:
        return (
            "No hay nadie en la escalera de guardia. Mientras tanto se llama a todos los que "
            "tienen el rol guardia o, si no hay, a quien coordina."
        )
    ends = f", hasta {until(piece.span.ends_at, now)}" if view.changes else ""
    return "\n".join([f"Ahora{ends}:", *(f"{step}. {_person(one)}" for step, one in piece.people)])


def _piece(piece: DutyPiece, view: DutyView, now: datetime) -> str:
    """A whole turn: its time, and whoever is called first and then; those who are always there are not repeated."""
    shown = [one for step, one in piece.people if not view.rotating or step <= view.rotating]
    called = ", luego ".join(_person(one) for one in shown) or "nadie"
    return f"{capital(turn(piece.span, now))}: {called}"


def _person(person: Person) -> str:
    return bold(name_of(person)) + ("" if person.reachable else " ⚠️ no le llegan los mensajes del bot")


def _notes(view: DutyView, minutes: int) -> list[str]:
    notes = []
    if view.pieces[0].people:
        notes.append(f"Si nadie toma un caso urgente, a los {minutes} minutos se llama al siguiente escalón.")
    if view.source:
        whence = "se puso desde el chat" if view.source == "chat" else "viene del archivo rota.yaml"
        day, hour = WEEKDAYS[view.weeks.weekday], clock(view.weeks.hour)
        notes.append(f"La guardia se entrega cada {day} a las {hour} El orden {whence}.")
    if view.unknown:
        notes.append(
            f"⚠️ De rota.yaml no puedo contar con {join([f'el usuario {one}' for one in view.unknown])}: no le ha escrito "
            "al bot, o ya no tiene el rol guardia. Su semana la toma quien sigue."
        )
    return notes
