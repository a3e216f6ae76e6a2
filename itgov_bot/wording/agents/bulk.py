"""Several cases at once: picking them, what is going to happen, and what was done."""

from collections import Counter
from collections.abc import Iterator, Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.bulk import BulkDeed, Held, Outcome, Plan
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.queue import Page
from itgov_bot.domain.tickets.ticket import OF_DESK, Ticket
from itgov_bot.domain.tickets.undoing import may_undo
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.confirmations import UNDO
from itgov_bot.wording.agents.prompts import how, short
from itgov_bot.wording.agents.queue import named, short_number
from itgov_bot.wording.choices import SEE_QUEUE
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import MARKS, SOLUTIONS, STATES
from itgov_bot.wording.names import agent_name, name_of
from itgov_bot.wording.text import bold, clip, esc, join, number_of, on_button

MAX_CHARS = 60
_DEED = {
    BulkDeed.ASSIGN: EventKind.ASSIGNED,
    BulkDeed.CLOSE: EventKind.RESOLVED,
    BulkDeed.MERGE: EventKind.MERGED,
}
_HELD = {BulkDeed.ASSIGN: "asigna", BulkDeed.CLOSE: "resuelve", BulkDeed.MERGE: "junta"}
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


def choose_sure(deed: BulkDeed | None) -> Reply:
    if deed is BulkDeed.CLOSE:
        return Reply("Diga «remota» o «en sitio», o «no». Para cambiar la frase: «cerrar: lo que se hizo».")
    return Reply("Diga «sí» o «no».")


def pick_by_number() -> Reply:
    return Reply("Escriba los números de los casos, «todos» para los de esta página, o «listo» cuando estén.")


def preview(plan: Plan, by: Person, choice: MakeChoice, count: int | None = None) -> Reply:
    """Read before anything happens: each case, who has it now, and who is going to be told. `count`: how many there were
    to be."""
    lines = [_before(one, by) for one in plan.able]
    if not plan.able:
        return Reply(
            "\n".join([f"{bold('No hay nada que hacer')}.", *_left_out(plan)]), (choice("Dejarlo", "no"),)
        )
    others = len(plan.able) + len(plan.unable)
    differs = [f"⚠️ Usted dijo {count} y encontré {others}."] if count not in (None, others) else []
    more = [*differs, *_left_out(plan), *_colleagues(plan, by), *_told(plan, by)]
    return Reply("\n".join([_going_to(plan), *lines, *more]), _sure(plan, choice))


def _going_to(plan: Plan) -> str:
    many = number_of(len(plan.able), "caso", "casos")
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
    had = f"ya lo tiene {agent_name(plan.to)}" if plan.to else ""
    stands = [had if plan.to and one.assignee == plan.to.id else STATES[one.state] for one in plan.unable]
    stand = [f"{_number(one)} ({how})" for one, how in zip(plan.unable, stands, strict=True)]
    return [
        *([f"⚠️ Quedan por fuera: {join(stand)}."] if stand else []),
        *([f"⚠️ No encuentro: {_numbers(plan.unknown)}."] if plan.unknown else []),
    ]


def _told(plan: Plan, by: Person) -> Iterator[str]:
    """Who hears of it, and who must be told because they are not in the chat."""
    opened = {one.requester.id: one.requester for one in plan.able if one.requester}
    heard = [one for one in opened.values() if one.has_chat and one.id != by.id]
    away = [bold(clip(name_of(one), 40)) for one in opened.values() if not one.has_chat]
    if len(heard) == 1:
        it = "lo" if len(plan.able) == 1 else "los"
        yield f"Le aviso a {esc(clip(name_of(heard[0]), 40))}, que {it} abrió."
    elif heard:
        yield f"Les aviso a {len(heard)} personas, una vez a cada una."
    if len(away) == 1:
        yield f"☎️ {away[0]} no está en el chat: cuénteselo usted."
    elif away:
        yield f"☎️ {join(away)} no están en el chat: cuénteselo usted."


def _colleagues(plan: Plan, by: Person) -> Iterator[str]:
    """Whose they are is asked about once for all; not of what goes to whoever has it."""
    known = {by.id, *([plan.to.id] if plan.to else [])}
    others = [one.holder for one in plan.able if one.holder and one.holder.id not in known]
    held = Counter(clip(agent_name(one), 30) for one in others)
    if held:
        whose = join([f"{bold(name)} tiene {many}" for name, many in held.items()])
        them, told = ("lo", "Le") if len(others) == 1 else ("los", "Les" if len(held) > 1 else "Le")
        yield f"⚠️ {whose}: ¿{them} {_HELD[plan.deed]} usted? {told} aviso."
    main = plan.into.holder if plan.into else None
    if plan.into and main and main.id != by.id and main not in others:
        yield f"⚠️ {bold(plan.into.ticket.number)} lo tiene {bold(clip(agent_name(main), 30))}. Le aviso."


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
    is_one, into = len(outcome.done) == 1, bold(plan.into.ticket.number if plan.into else "")
    what = {
        BulkDeed.ASSIGN: f"{'lo' if is_one else 'los'} tiene ahora {bold(agent_name(plan.to))}",
        BulkDeed.CLOSE: "quedó resuelto" if is_one else "quedaron resueltos",
        BulkDeed.MERGE: f"{'quedó' if is_one else 'quedaron'} en {into}",
    }[plan.deed]
    head = f"👍 {numbers}: {what}." if outcome.done else "No cambié ninguno."
    left = [f"{_number(one)} ({STATES[one.state]})" for one in outcome.left]
    faster = [f"⚠️ Alguien se adelantó con {join(left)}: no los toqué."] if left else []
    may = bool(outcome.done) and all(may_undo(one, _DEED[plan.deed]) for one in outcome.done)
    undo = (Choice(UNDO, Action.AGENT.data(outcome.done[0].number, "undo_all")),) if may else ()
    return Reply("\n".join([head, *faster, *_left_out(plan)]), (*undo, SEE_QUEUE))


def _numbers(numbers: Sequence[str]) -> str:
    """«12, 15 y 20»."""
    return bold(join([one.rpartition("-")[2].lstrip("0") for one in numbers]))


def _number(ticket: Ticket) -> str:
    return short_number(ticket)
