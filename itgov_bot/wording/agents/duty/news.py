"""What people are told of the guard: that it is theirs from now, that they are asked for a swap, that nobody would come.

`now` is local time, and so is every instant that is said.
"""

from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.facts import (
    DutyBegan,
    DutyEnded,
    HoleAhead,
    PutInRota,
    StandInEnded,
    StandInMade,
    SwapAgreed,
    SwapAsked,
    SwapClosed,
    SwapEnd,
)
from itgov_bot.domain.rota import DutySpan, Stint
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import yes_or_no
from itgov_bot.wording.names import bold_names, name_of
from itgov_bot.wording.text import bold, stop, when, whole_turn

SEE = Choice("Ver la guardia", Action.COMMAND.data("guardia"))
ASK_SWAP = Choice("Pedir un cambio de guardia", Action.DUTY.data("swap"))

TAKEN_OFF = Reply("Ya no está en la guardia: no se le llamará fuera de horario. Gracias por su turno.")
NOBODY_LEFT = Reply(
    f"⚠️ {bold('Ya no queda nadie de guardia.')} Si hay un caso urgente fuera de horario se llama a todos los que "
    "tienen el rol guardia o, si no hay, a quien coordina. Un administrador pone los turnos con "
    "<code>/guardia orden @usuario @usuario</code>.",
    (SEE,),
)


def turn(span: DutySpan, now: datetime) -> str:
    """A whole turn: from when until when."""
    return whole_turn(span.starts_at.astimezone(now.tzinfo), span.ends_at.astimezone(now.tzinfo), now)


def put_in_rota(fact: PutInRota, now: datetime) -> Reply:
    first = _first_turn(fact.first, now) if fact.first else "Vea su turno con /guardia"
    return Reply(
        f"🌙 Está en los turnos de la guardia. {stop(first)} Si no puede, pídale un cambio a un colega con "
        "/guardia cambio.",
        (SEE,),
    )


def _first_turn(stint: Stint, now: datetime) -> str:
    """Whoever is called second has no turn like that of the first."""
    if stint.step == 1:
        return f"Su próximo turno: {turn(stint.span, now)}"
    return f"Se le llama en el escalón {stint.step}, si nadie responde antes, {turn(stint.span, now)}"


def you_stand_in(fact: StandInMade, now: datetime) -> Reply:
    return Reply(
        f"🌙 Cubre la guardia de {bold(name_of(fact.instead_of))} {stop(turn(fact.span, now))} Lo dispuso "
        f"{bold(name_of(fact.by))}; si no puede, dígaselo.",
        (SEE,),
    )


def somebody_stands_in(fact: StandInMade, now: datetime) -> Reply:
    return Reply(
        f"🌙 {bold(name_of(fact.person))} cubre su guardia {stop(turn(fact.span, now))} En ese tiempo no se le llama a "
        "usted.",
        (SEE,),
    )


def stand_in_ended(fact: StandInEnded, now: datetime) -> Reply:
    if fact.is_back:
        said = "🌙 Nadie cubre ya su guardia, así que vuelve a ser suya"
    else:
        said = "🌙 Ya no hace falta que cubra la guardia"
    return Reply(f"{said} {stop(turn(fact.span, now))}", (SEE,))


# Swaps


def swap_asked(fact: SwapAsked, now: datetime) -> Reply:
    swap, by = fact.swap, bold(name_of(fact.by))
    back = f"\nA cambio toma la de usted {stop(turn(swap.other, now))}" if swap.other else ""
    said = f"{by} le pide que cubra su guardia {stop(turn(swap.span, now))}{back}"
    if swap.offered:
        said = f"{by} se ofrece a hacer la guardia de usted {stop(turn(swap.offered, now))}"
    elif fact.is_back:
        said = (
            f"{by} ya no puede hacer por usted la guardia {stop(turn(swap.span, now))} ¿La hace usted?{back}"
        )
    return Reply(
        f"🔁 {said}\n\nConteste a más tardar {stop(until(swap.expires_at, now))} Después ya no cuenta.",
        yes_or_no("Acepto", Action.DUTY.data("yes", swap.id), "No puedo", Action.DUTY.data("no", swap.id)),
    )


def until(at: datetime, now: datetime) -> str:
    """«el lunes 16 a las 8:00 a. m.»."""
    return when(at.astimezone(now.tzinfo), now)


def your_swap_agreed(fact: SwapAgreed, now: datetime) -> Reply:
    """For the one who asked."""
    swap, by = fact.swap, bold(name_of(fact.agreed_by))
    back = f" Y usted está por {by} {stop(turn(swap.other, now))}" if swap.other else ""
    said = f"está de guardia en su lugar {stop(turn(swap.span, now))}{back}"
    if swap.offered:
        said = f"usted está de guardia en su lugar {stop(turn(swap.offered, now))}"
    return Reply(f"✅ {by} aceptó: {said}", (SEE,))


def swap_agreed(fact: SwapAgreed, now: datetime) -> Reply:
    """For the others."""
    asker, agreed = bold(name_of(fact.asked_by)), bold(name_of(fact.agreed_by))
    if fact.swap.offered:
        return Reply(
            f"🔁 Cambio de guardia: {asker} está por {agreed} {stop(turn(fact.swap.offered, now))}", (SEE,)
        )
    lines = [f"🔁 Cambio de guardia: {agreed} está por {asker} {stop(turn(fact.swap.span, now))}"]
    if fact.swap.other:
        lines.append(f"A cambio, {asker} está por {agreed} {stop(turn(fact.swap.other, now))}")
    return Reply("\n".join(lines), (SEE,))


_CLOSED: dict[SwapEnd, str] = {
    "refused": "{by} no puede cubrir su guardia {turn_end} Sigue siendo suya; puede pedírsela a otro.",
    "taken_back": "{by} ya no le pide que cubra su guardia {turn_end} No tiene que hacer nada.",
    "unanswered": "Nadie contestó su petición de cambio de guardia {turn_end} La guardia sigue siendo suya.",
    "too_late": "La petición de cubrir la guardia {turn} venció sin respuesta. No tiene que hacer nada.",
    "changed": "Su petición de cambio de guardia {turn} ya no vale: entre tanto cambiaron los turnos.",
    "left": "La petición de cambio de guardia {turn} ya no vale: la otra persona salió de la guardia.",
}


_OFFER_CLOSED: dict[SwapEnd, str] = {
    "refused": "{by} no necesita que usted haga su guardia {turn_end} La sigue teniendo {by}.",
    "taken_back": "{by} ya no se ofrece a hacer la guardia de usted {turn_end} Sigue siendo suya.",
    "unanswered": "Nadie contestó su ofrecimiento de hacer la guardia {turn_end} La tiene quien la tenía.",
    "too_late": "El ofrecimiento de hacer su guardia {turn} venció sin respuesta. La guardia sigue siendo suya.",
    "changed": "Su ofrecimiento de hacer la guardia {turn} ya no vale: entre tanto cambiaron los turnos.",
    "left": "El ofrecimiento para la guardia {turn} ya no vale: la otra persona salió de la guardia.",
}


def swap_closed(fact: SwapClosed, now: datetime) -> Reply:
    span = turn(fact.swap.turn, now)
    said = (_OFFER_CLOSED if fact.swap.offered else _CLOSED)[fact.why].format(
        by=bold(name_of(fact.by)), turn=span, turn_end=stop(span)
    )
    return Reply(
        f"🔁 {said}", (SEE, *((ASK_SWAP,) if fact.why == "refused" and not fact.swap.offered else ()))
    )


# Hand-overs and holes


def duty_began(fact: DutyBegan, now: datetime) -> Reply:
    ends = f" hasta {until(fact.until, now)}" if fact.until else ""
    called = (
        "es a quien se llama primero"
        if fact.step == 1
        else f"se le llama en el escalón {fact.step}, si nadie responde antes"
    )
    before = f" Antes estaba {bold_names(fact.instead_of)}." if fact.instead_of else ""
    return Reply(
        f"🌙 Desde ahora está usted de guardia{stop(ends) if ends else '.'} Fuera de horario {called}: los casos "
        f"urgentes le llegan aquí, con el botón «Lo tomo».{before}",
        (SEE,),
    )


def duty_ended(fact: DutyEnded) -> Reply:
    follows = f" Sigue {bold_names(fact.followed_by)}." if fact.followed_by else ""
    return Reply(f"🌙 Entregó la guardia: desde ahora no se le llama.{follows} Gracias por su turno.", (SEE,))


def hole_ahead(fact: HoleAhead, now: datetime) -> Reply:
    hole = fact.hole
    at_least = " por lo menos" if fact.is_open else ""
    span = turn(hole.span, now).replace(" hasta ", f"{at_least} hasta ", 1)
    return Reply(
        f"⚠️ {bold('Hueco en la guardia')} {stop(span)}\n{_why(fact)}\n\nPóngale remedio con "
        "<code>/guardia cubre @usuario sábado 8 pm a domingo 8 am</code> o cambie los turnos.",
        (SEE,),
    )


def _why(fact: HoleAhead) -> str:
    if fact.hole.kind == "too_few":
        return "Una misma persona quedaría en más de un escalón: no hay otra libre que la siga."
    if not fact.planned:
        return "No hay nadie de guardia en ese tiempo."
    one = len(fact.planned) == 1
    unread = (
        "no le llegan: bloqueó el chat o no le ha escrito"
        if one
        else "no les llegan: bloquearon el chat o no le han escrito"
    )
    return (
        f"{'Está' if one else 'Están'} {bold_names(fact.planned)}, pero los mensajes del bot {unread}. Si hay una urgencia, "
        "nadie se entera."
    )
