"""Who stands in for whom, and when: what is asked, shown first and said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import DutySpan, Override
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.duty.changes import CHECK_NUMBER, confirm
from itgov_bot.wording.agents.duty.news import SEE, turn
from itgov_bot.wording.choices import SEE_QUEUE
from itgov_bot.wording.names import bold_names, identified, name_of
from itgov_bot.wording.text import bold, capital, esc, on_button, quoted, stop

SPAN_IS_OVER = Reply("Ese tiempo ya pasó. Escriba uno que venga.")
COVER_USAGE = Reply(
    "Escriba quién cubre y cuándo: <code>/guardia cubre @ana sábado 8 pm a domingo 8 am</code>. Cubre a quien esté "
    "de primero en ese tiempo."
)

PASSED_ON = Reply(
    "🌙 Se lo pasé a quien administra la mesa, que lo decide. Si cambia la guardia, se lo aviso.", (SEE,)
)
NOBODY_DECIDES = Reply(
    "🌙 No hay ahora quien administre la mesa a quien pasárselo. Dígaselo al coordinador.", (SEE,)
)


def proposed(person: Person, said: str, reply: Reply) -> Reply:
    """For who decides it: somebody's words, and what they would do."""
    return replace(reply, text=f"🌙 {bold(name_of(person))} escribió: {quoted(said, 200)}\n\n{reply.text}")


def nobody_needed(person: Person, span: DutySpan, now: datetime, *, is_self: bool) -> Reply:
    """Of somebody who is away while they have no turn."""
    who = "Usted" if is_self else bold(name_of(person))
    return Reply(
        f"🌙 {who} no tiene guardia {stop(turn(span, now))} No hay turno que cubrir. Los casos siguen a su nombre: para "
        "pasarlos, «los casos de Ana a Beto».",
        (SEE, SEE_QUEUE),
    )


def who_is_covered(standing: Sequence[tuple[Override, Person, Person]], now: datetime) -> Reply:
    """«¿Quién falta hoy?»: of absences the guard alone is kept."""
    known = "De ausencias solo guardo quién cubre la guardia de quién; las demás no las llevo aquí."
    if not standing:
        return Reply(f"🌙 Nadie está cubriendo la guardia de nadie. {known}", (SEE,))
    lines = [
        f"• A {bold(name_of(whose))} lo cubre {bold(name_of(by))}, {turn(one.span, now)}"
        for one, by, whose in standing
    ]
    return Reply("\n".join([f"🌙 {known}", *lines]), (SEE,))


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
        return confirm(f"{question} Todavía no es de la mesa.\n{CHECK_NUMBER}", data)
    return confirm(f"{question}\nSi es así, se lo aviso ya.", data)


def no_such_span(asked: str) -> Reply:
    return Reply(
        f"No entendí desde cuándo y hasta cuándo: {quoted(asked, 60)}. Escríbalo así: "
        "<code>sábado 8 pm a domingo 8 am</code>, <code>24 de diciembre a 26 de diciembre 8 am</code>."
    )


def stands_in(
    person: Person, instead_of: Sequence[Person], span: DutySpan, ids: Sequence[int], now: datetime
) -> Reply:
    """`ids`: of the stand-ins; none where it is their own turn again."""
    who = bold_names(instead_of)
    return Reply(
        f"Listo: {bold(name_of(person))} cubre a {who} {stop(turn(span, now))} Ya les avisé.",
        (Choice("Deshacer", Action.DUTY.data("undo", ",".join(map(str, ids)))),) if ids else (),
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
