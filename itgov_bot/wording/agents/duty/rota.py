"""Who is on duty now and next, at some time, and when somebody is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.duty_view import DutyPiece, DutyView
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import DutySpan, Hole, Override, Stint
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.duty.changes import HOW
from itgov_bot.wording.agents.duty.news import ASK_SWAP, SEE, turn, until
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import WEEKDAYS, bold, capital, clock, day_name, join, stop

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


def at_that_time(
    span: DutySpan, pieces: Sequence[DutyPiece], now: datetime, *, since: datetime | None = None
) -> Reply:
    """Who is called during a span that was asked for, piece by piece. `since`: before it the order was another one, which
    is not known any more."""
    if since and span.starts_at < since:
        if span.ends_at <= since:
            day = day_name(since.astimezone(now.tzinfo).date(), now.date())
            said = f"Antes {f'del {day[3:]}' if day.startswith('el ') else f'de {day}'}"
            return Reply(f"🌙 {said} no sé quién estaba: los turnos de ahora se pusieron ese día.", (SEE,))
        span = DutySpan(since, span.ends_at)
        pieces = [
            replace(one, span=DutySpan(max(one.span.starts_at, since), one.span.ends_at))
            for one in pieces
            if one.span.ends_at > since
        ]
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


def is_ones_turn(
    span: DutySpan, part: DutySpan | None, step: int, stints: Sequence[Stint], now: datetime
) -> Reply:
    """Whether the turn of whoever asks lies in a span, and which part of it; else which are the next ones."""
    if part:
        said = f"🌙 Sí: está de guardia {turn(part, now)}: {_NTH.get(step, 'después de los demás')}."
        return Reply(said, (SEE, ASK_SWAP))
    coming = f"Su próximo turno: {turn(stints[0].span, now)}" if stints else "No tiene turnos por venir"
    return Reply(f"🌙 No: {turn(span, now)} no le toca la guardia. {stop(coming)}", (SEE,))


def holes(span: DutySpan, found: Sequence[Hole], now: datetime, *, is_anybody: bool) -> Reply:
    """Whether somebody could be called in all closed hours of a span."""
    if not is_anybody:
        return Reply("🌙 Sí: no hay nadie en los turnos de la guardia, ninguna noche.", (SEE,))
    alone = [one for one in found if one.kind == "nobody"]
    few = [one for one in found if one.kind == "too_few"]
    lines = [f"• {capital(turn(one.span, now))}" for one in (alone or few)[:TURNS]]
    if alone:
        lines = ["⚠️ Sí, hay huecos: nadie a quien llamar", *lines]
    elif few:
        lines = ["🌙 No queda ninguna noche sin nadie, pero en estas falta quien siga al primero:", *lines]
    else:
        lines = [f"🌙 No: {turn(span, now)} siempre hay a quién llamar."]
    return Reply("\n".join(lines), (SEE,))


def covered_by(
    person: Person,
    standing: Sequence[tuple[Override, Person, Person]],
    stints: Sequence[Stint],
    now: datetime,
) -> Reply:
    """Who comes in the place of somebody, and when."""
    who = bold(name_of(person))
    if standing:
        lines = [f"• {bold(name_of(by))}, {turn(one.span, now)}" for one, by, _ in standing]
        return Reply("\n".join([f"🌙 A {who} le cubre la guardia:", *lines]), (SEE,))
    own = f"su próximo turno es {turn(stints[0].span, now)}" if stints else "no tiene turnos por venir"
    return Reply(f"🌙 Nadie cubre a {who}: {stop(own)}", (SEE,))


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
