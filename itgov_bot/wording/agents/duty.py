"""Who is on duty, and how the ladder is changed."""

from __future__ import annotations

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import bold


def duty(ladder: Sequence[tuple[int, Person]], minutes: int, *, admin: bool) -> Reply:
    if ladder:
        body = "\n".join(f"{step}. {bold(name_of(person))}" for step, person in ladder)
        body += f"\n\nSi nadie toma un caso urgente, a los {minutes} minutos se llama al siguiente escalón."
    else:
        body = (
            "No hay nadie en la escalera de guardia. Mientras tanto se llama a todos los que "
            "tienen el rol guardia, o a los administradores."
        )
    text = f"🌙 {bold('Guardia')}\n{body}"
    if not admin:
        return Reply(text)
    return Reply(
        f"{text}\n\nPara poner a alguien: <code>/guardia poner 1 @usuario</code>; para quitarlo: "
        "<code>/guardia quitar @usuario</code>",
        (
            Choice("Ponerme de guardia", Action.DUTY.data("me")),
            Choice("Quitarme de la guardia", Action.DUTY.data("off")),
        ),
    )


def duty_usage() -> Reply:
    return Reply(
        "Escríbalo así: <code>/guardia poner 1 @usuario</code> (1 es a quien se llama primero) o "
        "<code>/guardia quitar @usuario</code>."
    )


def on_duty(person: Person, step: int) -> Reply:
    return Reply(f"Listo: {bold(name_of(person))} está de guardia en el escalón {step}.")


def off_duty(person: Person, was: bool) -> Reply:
    return Reply(f"{bold(name_of(person))} {'ya no está' if was else 'no estaba'} en la escalera de guardia.")
