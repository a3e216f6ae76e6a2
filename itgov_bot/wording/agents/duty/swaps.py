"""Asking a colleague for a swap: the questions of the form, and what the two read of what they press."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import DutySpan, Override, Stint, Swap
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.duty.news import ASK_SWAP, SEE, turn
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
    return Reply(
        f"Se lo pedí a {bold(name_of(person))}: su guardia {stop(turn(swap.span, now))}{back} Le aviso cuando conteste; "
        "mientras tanto la guardia sigue siendo suya.",
        (Choice("Retirar la petición", Action.DUTY.data("no", swap.id)),),
    )


_CANNOT_ASK = {
    "not_theirs": "Usted no está de guardia en todo ese tiempo. Vea sus turnos con /guardia.",
    "not_others": "Esa persona no está de guardia en todo ese tiempo. Vea los turnos con /guardia.",
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
    back = (
        f" A cambio, {bold(name_of(asker))} está por usted {stop(turn(swap.other, now))}"
        if swap.other
        else ""
    )
    return Reply(
        f"✅ Hecho: está de guardia por {bold(name_of(asker))} {stop(turn(swap.span, now))}{back} Ya se lo dije.",
        (SEE,),
    )


def unwanted(
    open_ones: Sequence[tuple[Swap, Person]],
    agreed: Sequence[tuple[Override, Person]],
    reader: Person,
    now: datetime,
) -> Reply:
    """The requests that wait, with what takes each back or refuses it; or what was agreed, which needs the other one."""
    if open_ones:
        lines = [_waiting(swap, other, reader, now) for swap, other in open_ones]
        return Reply(
            "\n".join(["¿Cuál ya no va?", *lines]) if len(lines) > 1 else f"{lines[0]} ¿Ya no va?",
            tuple(_unwanted(swap, other, reader) for swap, other in open_ones[:9]),
        )
    if not agreed:
        return Reply("No hay cambios de guardia pedidos, ni suyos ni a usted.", (SEE,))
    lines = [f"• {bold(name_of(one))}, {turn(stand.span, now)}" for stand, one in agreed]
    told = "Eso ya quedó acordado: está de guardia en su lugar"
    back = "Para volver a como estaba, pídale el turno de vuelta, o que un administrador lo quite."
    return Reply("\n".join([told, *lines, back]), (SEE, ASK_SWAP))


def _waiting(swap: Swap, other: Person, reader: Person, now: datetime) -> str:
    if swap.asked_by == reader.id:
        return f"Le pidió a {bold(name_of(other))} que esté {stop(turn(swap.span, now))}"
    return f"{bold(name_of(other))} le pidió estar {stop(turn(swap.span, now))}"


def _unwanted(swap: Swap, other: Person, reader: Person) -> Choice:
    label = "Retirar la petición" if swap.asked_by == reader.id else "No puedo"
    return Choice(on_button(f"{label}: {name_of(other)}"), Action.DUTY.data("no", swap.id))
