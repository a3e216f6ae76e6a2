"""Who is on duty now and next, and what is said when an administrator changes it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.duty_view import DutyPiece, DutyView
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import DutySpan, Stint
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.duty_news import SEE, turn, until
from itgov_bot.wording.choices import yes_or_no
from itgov_bot.wording.names import bold_names, identified, name_of
from itgov_bot.wording.text import WEEKDAYS, bold, capital, clock, esc, join, on_button, quoted, stop

ASK_SWAP = Choice("Pedir un cambio de guardia", Action.DUTY.data("swap"))
OWN = (
    Choice("Ponerme de guardia", Action.DUTY.data("me")),
    Choice("Quitarme de la guardia", Action.DUTY.data("off")),
)
_CHECK_NUMBER = "Un @usuario puede pasar de una persona a otra: mire que el número sea el suyo."
TURNS = 6
_NTH = {1: "se le llama primero", 2: "se le llama segundo", 3: "se le llama tercero"}
HOW = (
    ("orden @ana @beto @carla", "turnos semanales en ese orden; la primera persona tiene esta semana"),
    ("cubre @ana sábado 8 pm a domingo 8 am", "alguien cubre a quien esté de primero en ese tiempo"),
    ("poner 1 @usuario", "siempre de guardia; el 1 se llama primero"),
    ("quitar @usuario", "sale de los turnos y de la escalera"),
)


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


def ask_whom(queue: Sequence[Person]) -> Reply:
    """Of an order of the rota in which nobody was named that is known."""
    now = f" Ahora el orden es {stop(bold_names(queue))}" if queue else ""
    return Reply(
        f"¿A quién pongo o quito de la guardia, y cuándo?{now} Por ejemplo: «que Ana cubra a Beto el sábado», «saque a Beto "
        "de la guardia», «el orden es Ana, Beto y Carla».",
        (SEE,),
    )


def confirm_off(person: Person, left: Sequence[Person]) -> Reply:
    """Before somebody is in no turn any more. `left`: who still takes turns then."""
    who = bold(name_of(person))
    stay = bold_names(left)
    after = {0: "⚠️ No queda nadie en los turnos.", 1: f"⚠️ Queda una sola persona, {stay}: nadie la releva."}
    then = after.get(len(left), f"Quedan {stop(stay)}")
    return _confirm(
        f"¿Saco a {who} de la guardia, de todos sus turnos? {then}", Action.DUTY.data("out", person.id)
    )


def takes_turns_already(person: Person, queue: Sequence[Person]) -> Reply:
    order = "\n".join(f"{place}. {bold(name_of(one))}" for place, one in enumerate(queue, 1))
    return Reply(f"{bold(name_of(person))} ya está en los turnos:\n{order}", (SEE,))


def ask_when(person: Person, covered: Person | None, times: Sequence[DutySpan], now: datetime) -> Reply:
    """Each time is a press; any other is written."""
    whom = f" a {bold(name_of(covered))}" if covered else ""
    return Reply(
        f"¿Cuándo cubre {bold(name_of(person))}{whom}? Si es otro tiempo, escríbalo todo: «que {esc(name_of(person))} cubra "
        "el sábado en la noche».",
        tuple(Choice(on_button(capital(turn(one, now))), _cover(person, one, covered)) for one in times),
    )


def ask_who_comes(covered: Person, others: Sequence[Person], span: DutySpan, now: datetime) -> Reply:
    """Of somebody who is not to be on duty for some time."""
    return Reply(
        f"¿Quién cubre a {bold(name_of(covered))} {turn(span, now)}? Se lo aviso apenas lo elija.",
        tuple(Choice(on_button(name_of(one)), _cover(one, span, covered)) for one in others[:9]),
    )


def _cover(person: Person, span: DutySpan, covered: Person | None) -> str:
    times = (int(one.timestamp()) // 60 for one in (span.starts_at, span.ends_at))
    return Action.DUTY.data("cover", person.id, *times, covered.id if covered else 0)


def confirm_duty(person: Person, step: int) -> Reply:
    """Of somebody who is not of the desk yet and was called by a name."""
    return _confirm(
        f"¿Pongo de guardia en el escalón {step} a {bold(identified(person))}? Todavía no es de la mesa.\n{_CHECK_NUMBER}",
        Action.DUTY.data("put", step, person.id),
    )


def confirm_order(order: Sequence[Person], before: Sequence[Person], *, are_known: bool) -> Reply:
    """In the place of the order `before`, for one person alone, or with somebody who is not of the desk yet."""
    call = name_of if are_known else identified
    lines = [f"{place}. {bold(call(one))}" for place, one in enumerate(order, 1)]
    if before:
        lines.append(f"Reemplaza el orden de ahora: {stop(bold_names(before))}")
    if len(order) == 1:
        lines.append("⚠️ Es una sola persona: tendría todas las semanas, y nadie la releva ni la sigue.")
    if not are_known:
        lines.append(f"No todas son todavía de la mesa. {_CHECK_NUMBER}")
    return _confirm(
        "\n".join(["¿Pongo los turnos en este orden?", *lines]),
        Action.DUTY.data("order", ",".join(str(one.id) for one in order)),
    )


def confirm_cover(
    person: Person,
    covered: Sequence[Person],
    span: DutySpan,
    now: datetime,
    *,
    instead: Person | None,
    is_known: bool,
    unread: str,
) -> Reply:
    """As it was understood, but for what was `unread`. The answer keeps who, when and instead of whom, so that one press
    does it."""
    data = _cover(person, span, instead)
    who = bold(name_of(person) if is_known else identified(person))
    question = f"¿{who} cubre a {bold_names(covered)} {turn(span, now)}?"
    if unread:
        question += f" No entendí {quoted(unread, 60)}."
    if not is_known:
        return _confirm(f"{question} Todavía no es de la mesa.\n{_CHECK_NUMBER}", data)
    return _confirm(f"{question}\nSi es así, se lo aviso ya.", data)


def _confirm(question: str, data: str) -> Reply:
    return Reply(question, yes_or_no("Sí, así es", data))


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


def duty_usage() -> Reply:
    lines = [f"• <code>/guardia {what}</code>: {why}" for what, why in HOW]
    return Reply("Escríbalo así:\n" + "\n".join(lines))


def on_duty(person: Person, step: int, behind: int = 0) -> Reply:
    """`behind` so many steps that rotate."""
    place = f", detrás de {'quien rota' if behind == 1 else f'los {behind} que rotan'}" if behind else ""
    return Reply(f"Listo: {bold(name_of(person))} está de guardia en el escalón {step}{place}.")


def off_duty(person: Person, was: bool) -> Reply:
    return Reply(f"{bold(name_of(person))} {'ya no está' if was else 'no estaba'} en la guardia.")


def still_in_file(person: Person) -> Reply:
    return Reply(
        f"{bold(name_of(person))} está en el orden del archivo rota.yaml, que no puede quedar vacío desde aquí: quítele "
        "el rol guardia con <code>/rol quitar guardia</code>, o ponga otro orden con <code>/guardia orden</code>."
    )


# The order


def order_usage(known: Sequence[Person]) -> Reply:
    so_far = f"Ahora es: {bold_names(known)}.\n" if known else ""
    return Reply(
        f"{so_far}Escriba las personas en su orden; la primera tiene esta semana: <code>/guardia orden @ana @beto</code>. "
        "Con nombres, sepárelos con comas: <code>/guardia orden Ana Pérez, Beto Ruiz</code>. Para que nadie rote: "
        "<code>/guardia orden borrar</code>."
    )


def order_set(order: Sequence[Person], now_on: Sequence[tuple[int, Person]]) -> Reply:
    """`now_on`: the step and the person, also of those who are always there."""
    who = bold_names(order)
    now = join([f"{bold(name_of(one))} en el escalón {step}" for step, one in now_on])
    return Reply(
        f"Listo: los turnos son {stop(who)} Esta semana: {stop(now)} Ya les avisé.",
        (SEE,),
    )


def order_cleared(in_file: bool) -> Reply:
    now = "Cuenta otra vez el del archivo rota.yaml." if in_file else "Quedan solo los que están fijos."
    return Reply(f"Borré el orden que se puso desde el chat. {now}", (SEE,))


def named_twice(person: Person) -> Reply:
    return Reply(f"{bold(name_of(person))} está dos veces. Escriba a cada persona una sola vez.")


# Standing in


def no_such_span(asked: str) -> Reply:
    return Reply(
        f"No entendí desde cuándo y hasta cuándo: {quoted(asked, 60)}. Escríbalo así: "
        "<code>sábado 8 pm a domingo 8 am</code>, <code>24 de diciembre a 26 de diciembre 8 am</code>."
    )


def span_is_over() -> Reply:
    return Reply("Ese tiempo ya pasó. Escriba uno que venga.")


def cover_usage() -> Reply:
    return Reply(
        "Escriba quién cubre y cuándo: <code>/guardia cubre @ana sábado 8 pm a domingo 8 am</code>. Cubre a quien esté "
        "de primero en ese tiempo."
    )


def stands_in(
    person: Person, instead_of: Sequence[Person], span: DutySpan, ids: Sequence[int], now: datetime
) -> Reply:
    who = bold_names(instead_of)
    return Reply(
        f"Listo: {bold(name_of(person))} cubre a {who} {stop(turn(span, now))} Ya les avisé.",
        (Choice("Deshacer", Action.DUTY.data("undo", ",".join(map(str, ids)))),),
    )


def ask_who_covers(covered: Person | None, span: DutySpan, now: datetime) -> Reply:
    whom = bold(name_of(covered)) if covered else "a esa persona"
    return Reply(
        f"¿Quién cubre a {whom} {turn(span, now)}? Escríbalo completo: primero quien cubre y después a quién, "
        "<code>/guardia cubre @ana a @beto sábado 8 pm a domingo 8 am</code>."
    )


def nobody_to_cover(person: Person, instead: Person | None, *, is_on: bool) -> Reply:
    if instead and instead.id != person.id and is_on:
        return Reply(f"{bold(name_of(instead))} no está de guardia en ese tiempo. No cambié nada.")
    why = "ya está de primero en todo ese tiempo" if is_on else "no hay a quién cubrir: nadie está de guardia"
    return Reply(f"{bold(name_of(person))}: {why}. No cambié nada.")


def undone(count: int) -> Reply:
    return Reply("Listo: nadie cubre ya ese tiempo." if count else "Eso ya pasó o ya se había deshecho.")
