"""Several cases at once: picking them, what is going to happen, and what was done."""

from collections.abc import Sequence

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.bulk import BulkDeed, Held, Outcome, Plan
from itgov_bot.domain.tickets.queue import Page
from itgov_bot.domain.tickets.ticket import OF_DESK, Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.prompts import how, short
from itgov_bot.wording.agents.queue import named, short_number
from itgov_bot.wording.choices import SEE_QUEUE
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import MARKS, SOLUTIONS, STATES
from itgov_bot.wording.names import agent_name, name_of
from itgov_bot.wording.text import bold, clip, esc, join, on_button

MAX_CHARS = 60
DEEDS = {
    BulkDeed.ASSIGN: "Asignarlos",
    BulkDeed.CLOSE: "Resolverlos",
    BulkDeed.MERGE: "Juntarlos en uno",
}


def pick(page: Page, picked: Sequence[str], choice: MakeChoice) -> Reply:
    lines = [_pickable(one.ticket, one.ticket.number in picked) for one in page.lines]
    pages = f" (página {page.number + 1} de {page.pages})" if page.pages > 1 else ""
    chosen = f"Van: {_numbers(picked)}." if picked else "Presione los que quiera, o escriba sus números."
    rows = tuple(_pick_choice(one.ticket, picked, choice) for one in page.lines)
    turning = (
        ("‹ Anterior", page.number - 1, page.number > 0),
        ("Siguiente ›", page.number + 1, page.number + 1 < page.pages),
    )
    ways = tuple(choice(label, f"page{number}") for label, number, there in turning if there)
    ready = (choice(f"Listo: {len(picked)}", "done"),) if picked else ()
    return Reply(
        "\n".join([f"☑️ {bold('Elegir varios')} · {named(page)}{pages}", *lines, chosen]),
        (*rows, *ways, *ready, choice("Dejarlo", "leave")),
        columns=2,
        rows=(len(rows),) if rows else (),
    )


def _pickable(ticket: Ticket, is_picked: bool) -> str:
    urgent = " 🚨" if ticket.urgent else ""
    return f"{'✅' if is_picked else '▫️'} {bold(ticket.number)}{urgent} {esc(clip(ticket.text, MAX_CHARS))}"


def _pick_choice(ticket: Ticket, picked: Sequence[str], choice: MakeChoice) -> Choice:
    mark = "✓" if ticket.number in picked else ""
    return choice(f"{mark}{short_number(ticket)}", ticket.number)


def too_many(most: int) -> Reply:
    return Reply(f"Son muchos para revisarlos de una vez: a lo sumo {most} casos. Hágalo por partes.")


def none_such(which: str) -> Reply:
    return Reply(
        f"No encontré casos abiertos: «{esc(clip(which, MAX_CHARS))}». No cambié nada.", (SEE_QUEUE,)
    )


def ask_deed(numbers: Sequence[str], choice: MakeChoice) -> Reply:
    return Reply(
        f"{_numbers(numbers)}: ¿qué hago con ellos?",
        tuple(choice(label, deed) for deed, label in DEEDS.items()),
    )


def ask_who(
    numbers: Sequence[str], people: Sequence[Person], page: int, more: bool, choice: MakeChoice
) -> Reply:
    next_page = (choice("Ver más", f"page{page + 1}"),) if more else ()
    return Reply(
        f"¿A quién le asigno {_numbers(numbers)}? Elija, o escriba su nombre o su @usuario.",
        (*(choice(on_button(name_of(one)), str(one.id)) for one in people), *next_page),
        columns=2,
    )


def ask_what(numbers: Sequence[str], in_group: bool) -> Reply:
    return Reply(
        f"{_numbers(numbers)}: ¿qué se hizo? Una frase para todos: la leerá quien abrió cada caso.{how(in_group)}",
        awaits_words=True,
    )


def ask_into(live: Sequence[Ticket], in_group: bool, choice: MakeChoice) -> Reply:
    return Reply(
        f"¿Cuál sigue abierto? Los demás se cierran y quedan en él. Elija, o escriba otro número.{how(in_group)}",
        tuple(choice(short(one), one.number) for one in live[:9]),
    )


def preview(plan: Plan, by: Person, choice: MakeChoice) -> Reply:
    """Read before anything happens: each case, who has it now, and who is going to be told."""
    lines = [_before(one, by) for one in plan.able]
    if not plan.able:
        return Reply(
            "\n".join([f"{bold('No hay nada que hacer')}.", *_left_out(plan)]), (choice("Dejarlo", "no"),)
        )
    return Reply("\n".join([_going_to(plan), *lines, *_left_out(plan), _told(plan)]), _sure(plan, choice))


def _going_to(plan: Plan) -> str:
    many = f"{len(plan.able)} casos" if len(plan.able) != 1 else "1 caso"
    if plan.deed is BulkDeed.ASSIGN:
        return f"¿Asigno {many} a {bold(agent_name(plan.to))}?"
    if plan.deed is BulkDeed.MERGE:
        into = f"{bold(plan.into.ticket.number)}, de {_of(plan.into)}" if plan.into else ""
        return f"¿Junto {many} en {into}? Ese sigue abierto."
    return f"¿Resuelvo {many} con «{esc(clip(plan.text, 300))}»?"


def _before(held: Held, by: Person) -> str:
    holder = held.holder
    who = f" · lo tiene {bold(clip(agent_name(holder), 30))}" if holder and holder.id != by.id else ""
    ticket = held.ticket
    return (
        f"{MARKS[ticket.state]} {bold(ticket.number)} {esc(clip(ticket.text, MAX_CHARS))} · {_of(held)}{who}"
    )


def _of(held: Held) -> str:
    return esc(clip(name_of(held.requester), 40))


def _left_out(plan: Plan) -> list[str]:
    stand = [f"{_number(one)} ({STATES[one.state]})" for one in plan.unable]
    return [
        *([f"⚠️ Quedan por fuera: {join(stand)}."] if stand else []),
        *([f"⚠️ No encuentro: {_numbers(plan.unknown)}."] if plan.unknown else []),
    ]


def _told(plan: Plan) -> str:
    return (
        "Le aviso una sola vez a quien los abrió."
        if plan.told == 1
        else f"Les aviso a {plan.told} personas, una vez a cada una."
    )


def _sure(plan: Plan, choice: MakeChoice) -> tuple[Choice, ...]:
    no = choice("No", "no", "no")
    if plan.deed is BulkDeed.CLOSE:
        return (*(choice(f"Sí, solución {SOLUTIONS[one]}", one) for one in OF_DESK), no)
    return (choice("Sí, hacerlo", "yes", "yes"), no)


def nothing_done() -> Reply:
    return Reply("No hice nada: los casos siguen como estaban.", (SEE_QUEUE,))


def done(plan: Plan, outcome: Outcome) -> Reply:
    """One message, whatever became of each."""
    numbers = join([_number(one) for one in outcome.done])
    what = {
        BulkDeed.ASSIGN: f"los tiene ahora {bold(agent_name(plan.to))}",
        BulkDeed.CLOSE: "quedaron resueltos",
        BulkDeed.MERGE: f"quedaron en {bold(plan.into.ticket.number if plan.into else '')}",
    }[plan.deed]
    head = f"👍 {numbers}: {what}." if outcome.done else "No cambié ninguno."
    left = [f"{_number(one)} ({STATES[one.state]})" for one in outcome.left]
    faster = [f"⚠️ Alguien se adelantó con {join(left)}: no los toqué."] if left else []
    return Reply("\n".join([head, *faster, *_left_out(plan)]), (SEE_QUEUE,))


def _numbers(numbers: Sequence[str]) -> str:
    """«12, 15 y 20»."""
    return bold(join([one.rpartition("-")[2].lstrip("0") for one in numbers]))


def _number(ticket: Ticket) -> str:
    return short_number(ticket)
