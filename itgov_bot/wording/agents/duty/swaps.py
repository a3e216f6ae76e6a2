"""Asking a colleague for a swap: the questions of the form, and what the two read of what they press."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import DutySpan, Stint, Swap
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.duty.news import SEE, turn
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import MONTHS, WEEKDAYS, bold, on_button, quoted, stop

NOT_ON_DUTY = Reply("No tiene turnos de guardia por venir: no hay nada que cambiar.", (SEE,))
IN_PRIVATE = Reply("Escríbame /guardia cambio en privado: allí le muestro sus turnos.")
NOBODY_TO_ASK = Reply(
    "No hay otra persona con el rol guardia a quien pedírselo. Dígaselo al coordinador de la mesa."
)
REFUSED = Reply("Está bien, ya se lo dije. La guardia sigue como estaba.")
TAKEN_BACK = Reply("Retiré la petición. La guardia sigue siendo suya.")


def label(stint: Stint, now: datetime) -> str:
    """«Lun 16 nov a lun 23 nov (2.º)», as a button: the second step of the ladder."""
    starts, ends = (at.astimezone(now.tzinfo) for at in (stint.span.starts_at, stint.span.ends_at))
    step = f" ({stint.step}.º)" if stint.step > 1 else ""
    return f"{_day(starts).capitalize()} a {_day(ends)}{step}"


def _day(at: datetime) -> str:
    return f"{WEEKDAYS[at.weekday()][:3]} {at.day} {MONTHS[at.month - 1][:3]}"


def value(stint: Stint) -> str:
    """How its button is told from the others: by its end, since the beginning of one that goes on moves."""
    return str(int(stint.span.ends_at.timestamp()))


def ask_mine(stints: Sequence[Stint], now: datetime, choice: MakeChoice) -> Reply:
    return Reply(
        "¿Qué guardia suya quiere que le cubran? Elija un turno, o escriba solo el tramo: "
        "<i>sábado 8 pm a domingo 8 am</i>.",
        tuple(choice(label(one, now), value(one)) for one in stints),
    )


def ask_who(span: DutySpan, people: Sequence[Person], now: datetime, choice: MakeChoice) -> Reply:
    return Reply(
        f"Su guardia {stop(turn(span, now))} ¿A quién se la pide? Elija, o escriba su nombre o su @usuario.",
        tuple(choice(on_button(name_of(one)), str(one.id)) for one in people),
        columns=2,
    )


def not_yours(span: DutySpan, now: datetime) -> Reply:
    """Of a time that was told for one's own turn."""
    return Reply(f"Usted no está de guardia {stop(turn(span, now))}")


def not_a_colleague(asked: str) -> Reply:
    return Reply(f"{quoted(asked, 40)} no tiene el rol guardia. Elija de la lista, o pida que se lo den.")


def ask_theirs(
    person: Person, mine: DutySpan, stints: Sequence[Stint], now: datetime, choice: MakeChoice
) -> Reply:
    return Reply(
        f"Su guardia {stop(turn(mine, now))} ¿Qué guardia de {bold(name_of(person))} toma usted a cambio? También puede "
        "escribir el tramo.",
        (*(choice(label(one, now), value(one)) for one in stints), choice("Sin devolver", "none")),
    )


def asked(swap: Swap, person: Person, now: datetime) -> Reply:
    back = f" A cambio usted está {stop(turn(swap.other, now))}" if swap.other else ""
    who, whose = bold(name_of(person)), "suya"
    said = f"Se lo pedí a {who}: su guardia {stop(turn(swap.span, now))}{back}"
    if swap.offered:
        said, whose = (
            f"Se lo dije a {who}: usted haría su guardia {stop(turn(swap.offered, now))}",
            f"de {who}",
        )
    return Reply(
        f"{said} Le aviso cuando conteste; mientras tanto la guardia sigue siendo {whose}.",
        (Choice("Retirar la petición", Action.DUTY.data("no", swap.id)),),
    )


def ask_theirs_offered(person: Person, stints: Sequence[Stint], now: datetime, choice: MakeChoice) -> Reply:
    """Of somebody who would take a turn of a colleague and did not say which."""
    return Reply(
        f"¿Qué guardia de {bold(name_of(person))} haría usted? Elija un turno, o escriba el tramo: "
        "<i>sábado 8 pm a domingo 8 am</i>.",
        tuple(choice(label(one, now), value(one)) for one in stints),
    )


def ask_whose(now: datetime, span: DutySpan | None) -> Reply:
    """Of the same, where it was not said of whom."""
    when = f" {turn(span, now)}" if span else ""
    return Reply(
        f"¿La guardia de quién haría usted{when}? Escríbalo todo: «yo le hago el sábado a Ana».", (SEE,)
    )


def nobody_called(asked: str) -> Reply:
    """Of a colleague whom the desk does not know."""
    return Reply(f"No encuentro a {quoted(asked, 40)} entre quienes trabajan en la mesa.")


_CANNOT_ASK = {
    "not_theirs": "Usted no está de guardia en todo ese tiempo. Vea sus turnos con /guardia.",
    "not_others": "Esa persona no está de guardia en todo ese tiempo: no hay qué hacerle. Vea los turnos con /guardia.",
    "past": "Ese tiempo ya empezó: no alcanza a contestar. Llámele, y que un administrador ponga quién cubre.",
    "asked_already": "Eso ya se lo pidió y todavía no contesta.",
    "unreachable": "A esa persona no le llegan los mensajes del bot. Elija a otra con /guardia cambio, o llámele.",
}


def cannot_ask(
    problem: Literal["not_theirs", "not_others", "past", "asked_already", "unreachable"],
) -> Reply:
    return Reply(_CANNOT_ASK[problem])


_CANNOT_ANSWER = {
    "unknown": "No encuentro esa petición.",
    "not_yours": "Esa petición es entre otras dos personas: solo ellas la contestan.",
    "answered": "Esa petición ya no está abierta: se contestó o se retiró.",
    "too_late": "Ya es tarde: esa guardia empezó. La tiene quien la tenía.",
    "changed": "Entre tanto cambiaron los turnos y esa petición ya no vale. No cambié nada.",
}


def cannot_answer(problem: Literal["unknown", "not_yours", "answered", "too_late", "changed"]) -> Reply:
    return Reply(_CANNOT_ANSWER[problem], (SEE,))


def agreed(swap: Swap, asker: Person, now: datetime) -> Reply:
    who = bold(name_of(asker))
    back = f" A cambio, {who} está por usted {stop(turn(swap.other, now))}" if swap.other else ""
    said = f"está de guardia por {who} {stop(turn(swap.span, now))}{back}"
    if swap.offered:
        said = f"{who} está de guardia por usted {stop(turn(swap.offered, now))}"
    return Reply(f"✅ Hecho: {said} Ya se lo dije.", (SEE,))
