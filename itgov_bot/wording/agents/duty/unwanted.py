"""What was asked, agreed and arranged of the guard's turns: how it stands, and what takes it back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import Override, Swap
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.duty.news import ASK_SWAP, SEE, turn
from itgov_bot.wording.choices import yes_or_no
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import bold, capital, on_button, stop

SHOWN = 6

Asked = tuple[Swap, Person, Person]
"""With who asked, and who was asked."""
Standing = tuple[Override, Person, Person]
"""With who comes, and in whose place."""

NO_SWAPS = Reply("No hay cambios de guardia pedidos ni acordados, ni suyos ni a usted.", (SEE, ASK_SWAP))
NOBODY_STANDS_IN = Reply("No hay nadie cubriendo la guardia de otro: los turnos están como el orden.", (SEE,))


def unwanted(
    waiting: Sequence[Asked], standing: Sequence[Standing], reader: Person, now: datetime, *, may_undo: bool
) -> Reply:
    """What waits and what is agreed, each with what takes it back; one that is agreed needs the other one's word, unless
    the reader `may_undo` it."""
    lines = [_asked(one, reader, now) for one in waiting]
    lines += [_stands(one, reader, now) for one in standing]
    choices = [_taken_back(one, reader) for one in waiting]
    choices += [_given_back(one, reader, may_undo=may_undo) for one in standing]
    if len(choices) == 1:
        choices = [replace(choices[0], answers="yes")]
    question = "¿Cuál ya no va?" if len(lines) > 1 else "¿Ya no va?"
    return Reply(
        "\n".join([*lines[:SHOWN], question]),
        (*choices[:SHOWN], Choice("Dejarlo así", Action.DONE.data(), answers="no")),
    )


def state(asked: Sequence[Asked], standing: Sequence[Standing], reader: Person, now: datetime) -> Reply:
    """How each stands, the last one first; what the reader is asked can be answered here."""
    lines = [f"{_asked(one, reader, now)} {_answer(*one, reader)}" for one in asked]
    lines += [_stands(one, reader, now) for one in standing]
    open_ones = [one for one, _, of in asked if of == reader and one.answered_at is None]
    own = [(one, of) for one, by, of in asked if by == reader and one.answered_at is None]
    answers = (
        yes_or_no(
            "Acepto",
            Action.DUTY.data("yes", open_ones[0].id),
            "No puedo",
            Action.DUTY.data("no", open_ones[0].id),
        )
        if open_ones
        else tuple(
            Choice(on_button(f"Retirar: {name_of(of)}"), Action.DUTY.data("no", one.id))
            for one, of in own[:3]
        )
    )
    return Reply("\n".join(lines[:SHOWN]), (*answers, SEE))


def comes_back(person: Person, standing: Sequence[Standing], now: datetime) -> Reply:
    """Before somebody has their turns again: who covers them does not any more."""
    lines = [f"{bold(name_of(by))} ya no le cubriría {stop(turn(one.span, now))}" for one, by, _ in standing]
    ids = ",".join(str(one.id) for one, _, _ in standing)
    return Reply(
        "\n".join(
            [f"¿{bold(name_of(person))} vuelve a su guardia?", *lines, "Si es así, se lo aviso a los dos."]
        ),
        yes_or_no("Sí, así es", Action.DUTY.data("undo", ids)),
    )


def nobody_covers(person: Person, *, is_self: bool, takes_turns: bool) -> Reply:
    """Of somebody who is back, and whose turns nobody had."""
    whose = "su guardia" if is_self else f"la guardia de {bold(name_of(person))}"
    turns = "los turnos siguen como estaban" if takes_turns else "no está en los turnos de la guardia"
    return Reply(f"Nadie está cubriendo {whose}: {turns}. Los casos se asignan como siempre.", (SEE,))


def _called(person: Person, reader: Person) -> str:
    return "usted" if person == reader else bold(name_of(person))


def _asked(one: Asked, reader: Person, now: datetime) -> str:
    swap, by, of = one
    who, whom = capital(_called(by, reader)), _called(of, reader)
    if swap.offered:
        return f"• {who} se ofreció a hacer la guardia de {whom} {stop(turn(swap.offered, now))}"
    back = f" A cambio, {_called(by, reader)} está {stop(turn(swap.other, now))}" if swap.other else ""
    return f"• {who} le pidió a {whom} estar {stop(turn(swap.span, now))}{back}"


def _answer(swap: Swap, _by: Person, of: Person, reader: Person) -> str:
    who = _called(of, reader)
    if swap.answered_at is None:
        return f"⏳ Falta que conteste {stop(who)}"
    return f"✅ {capital(who)} aceptó." if swap.is_agreed else "✖️ No se hizo: no se aceptó, o se retiró."


def _stands(one: Standing, reader: Person, now: datetime) -> str:
    stand, by, instead = one
    return (
        f"• {capital(_called(by, reader))} está por {_called(instead, reader)} {stop(turn(stand.span, now))}"
    )


def _taken_back(one: Asked, reader: Person) -> Choice:
    swap, by, of = one
    label = f"Retirar la petición: {name_of(of)}" if by == reader else f"No puedo: {name_of(by)}"
    return Choice(on_button(label), Action.DUTY.data("no", swap.id))


def _given_back(one: Standing, reader: Person, *, may_undo: bool) -> Choice:
    stand, by, instead = one
    if may_undo and reader not in (by, instead):
        return Choice(
            on_button(f"Quitar: {name_of(by)} por {name_of(instead)}"), Action.DUTY.data("undo", stand.id)
        )
    if by == reader:
        return Choice(on_button(f"Ya no puedo: {name_of(instead)}"), Action.DUTY.data("back", stand.id))
    return Choice(on_button(f"La hago yo: {name_of(by)}"), Action.DUTY.data("back", stand.id))
