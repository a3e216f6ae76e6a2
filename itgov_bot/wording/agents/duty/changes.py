"""What is asked and said when an administrator changes the guard: who is on it, and the order of the turns."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.replies import Reply
from itgov_bot.wording.agents.duty.news import SEE
from itgov_bot.wording.choices import yes_or_no
from itgov_bot.wording.names import bold_names, identified, name_of
from itgov_bot.wording.text import bold, esc, join, stop

CHECK_NUMBER = "Un @usuario puede pasar de una persona a otra: mire que el número sea el suyo."
HOW = (
    ("orden @ana @beto @carla", "turnos semanales en ese orden; la primera persona tiene esta semana"),
    ("cubre @ana sábado 8 pm a domingo 8 am", "alguien cubre a quien esté de primero en ese tiempo"),
    ("poner 1 @usuario", "siempre de guardia; el 1 se llama primero"),
    ("quitar @usuario", "sale de los turnos y de la escalera"),
)


def ask_whom(queue: Sequence[Person]) -> Reply:
    """Of an order of the rota in which nobody was named that is known."""
    now = f" Ahora el orden es {stop(bold_names(queue))}" if queue else ""
    return Reply(
        f"¿A quién pongo o quito de la guardia, y cuándo?{now} Por ejemplo: «que Ana cubra a Beto el sábado», «saque a Beto "
        "de la guardia», «el orden es Ana, Beto y Carla».",
        (SEE,),
    )


ASK_UNTIL = Reply(
    "¿Desde cuándo y hasta cuándo no está usted? Escríbalo todo junto: «estoy de permiso el jueves y el viernes», «salgo "
    "de vacaciones del 16 al 23»."
)


def ask_until(person: Person) -> Reply:
    """Of somebody who is away from some day on."""
    return Reply(
        f"¿Hasta cuándo no está {bold(name_of(person))}? Escríbalo todo junto: «{esc(name_of(person))} está de vacaciones "
        "del 16 al 23». Si ya no hace más guardias: «saque a … de la guardia»."
    )


def confirm_off(person: Person, left: Sequence[Person]) -> Reply:
    """Before somebody is in no turn any more. `left`: who still takes turns then."""
    who = bold(name_of(person))
    stay = bold_names(left)
    after = {0: "⚠️ No queda nadie en los turnos.", 1: f"⚠️ Queda una sola persona, {stay}: nadie la releva."}
    then = after.get(len(left), f"Quedan {stop(stay)}")
    return confirm(
        f"¿Saco a {who} de la guardia, de todos sus turnos? {then}", Action.DUTY.data("out", person.id)
    )


def takes_turns_already(person: Person, queue: Sequence[Person]) -> Reply:
    order = "\n".join(f"{place}. {bold(name_of(one))}" for place, one in enumerate(queue, 1))
    return Reply(f"{bold(name_of(person))} ya está en los turnos:\n{order}", (SEE,))


def confirm_duty(person: Person, step: int) -> Reply:
    """Of somebody who is not of the desk yet and was called by a name."""
    return confirm(
        f"¿Pongo de guardia en el escalón {step} a {bold(identified(person))}? Todavía no es de la mesa.\n{CHECK_NUMBER}",
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
        lines.append(f"No todas son todavía de la mesa. {CHECK_NUMBER}")
    return confirm(
        "\n".join(["¿Pongo los turnos en este orden?", *lines]),
        Action.DUTY.data("order", ",".join(str(one.id) for one in order)),
    )


def confirm(question: str, data: str) -> Reply:
    return Reply(question, yes_or_no("Sí, así es", data))


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
