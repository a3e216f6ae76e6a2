"""Several cases at once: what is going to happen with them, and what was done."""

from collections import Counter
from collections.abc import Iterator, Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.bulk import BulkDeed, Held, Outcome, Plan
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import OF_DESK, Priority
from itgov_bot.domain.tickets.undoing import may_undo
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.queue.listing import short_number
from itgov_bot.wording.agents.several.asked import MAX_CHARS, numbers_of
from itgov_bot.wording.agents.tickets.undo import UNDO
from itgov_bot.wording.choices import SEE_QUEUE
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import MARKS, PRIORITIES, SOLUTIONS, STATES
from itgov_bot.wording.names import agent_name, name_of
from itgov_bot.wording.text import bold, clip, esc, join, number_of, quoted

_DEED = {
    BulkDeed.ASSIGN: EventKind.ASSIGNED,
    BulkDeed.CLOSE: EventKind.RESOLVED,
    BulkDeed.MERGE: EventKind.MERGED,
    BulkDeed.CANCEL: EventKind.CANCELLED,
    BulkDeed.WAIT: EventKind.WAITING,
    BulkDeed.PRIORITY: EventKind.PRIORITY_CHANGED,
    BulkDeed.RELEASE: EventKind.RETURNED,
}
_HELD = {
    BulkDeed.ASSIGN: "{} asigna usted",
    BulkDeed.CLOSE: "{} resuelve usted",
    BulkDeed.MERGE: "{} junta usted",
    BulkDeed.CANCEL: "{} cancela usted",
    BulkDeed.WAIT: "{} pone usted en espera",
    BulkDeed.PRIORITY: "{} cambia usted",
    BulkDeed.RELEASE: "{} devuelve usted",
}


def preview(
    plans: Sequence[Plan], by: Person, choice: MakeChoice, count: int | None = None, left: Sequence[str] = ()
) -> Reply:
    """Read before anything happens: each case, who has it now, and who is going to be told. `count`: how many there were
    to be; `left` are the numbers of those that are left out."""
    out = [line for one in plans for line in _left_out(one)]
    if not any(one.able for one in plans):
        return Reply("\n".join([f"{bold('No hay nada que hacer')}.", *out]), (choice("Dejarlo", "no"),))
    whole = [one for one in plans if one.able]
    heads = [f"¿{_going_to(whole[0])}"] if len(whole) == 1 else [f"▸ {_going_to(one)}" for one in whole]
    lines = [
        line
        for head, one in zip(heads, whole, strict=True)
        for line in (head, *(_before(held, by) for held in one.able))
    ]
    lines = (
        lines if len(whole) == 1 else [bold("¿Hago todo esto?"), *(one.replace("?", ":", 1) for one in lines)]
    )
    others = sum(len(one.able) + len(one.unable) for one in plans)
    differs = [f"⚠️ Usted dijo {count} y encontré {others}."] if count not in (None, others) else []
    spared = [f"Sin tocar: {numbers_of(left)}."] if left else []
    return Reply(
        "\n".join([*lines, *spared, *differs, *out, *_colleagues(whole, by), *_told(whole, by)]),
        _sure(plans, choice),
    )


def _going_to(plan: Plan) -> str:
    many = number_of(len(plan.able), "caso", "casos")
    if plan.deed is BulkDeed.ASSIGN:
        return f"Asigno {many} a {bold(agent_name(plan.to))}?"
    if plan.deed is BulkDeed.MERGE:
        into = f"{bold(plan.into.ticket.number)}, de {_of(plan.into)}" if plan.into else ""
        return f"Junto {many} en {into}? Ese sigue abierto."
    said = f"{quoted(plan.text, 300)}"
    return {
        BulkDeed.CLOSE: f"Resuelvo {many} con {said}?",
        BulkDeed.CANCEL: f"Cancelo {many} con el motivo {said}?",
        BulkDeed.WAIT: f"Pongo en espera {many}: {said}?",
        BulkDeed.PRIORITY: f"Pongo {many} en prioridad {PRIORITIES[plan.level or Priority.NORMAL]}?",
        BulkDeed.RELEASE: f"Devuelvo {many} a la mesa, sin nadie a cargo?",
    }[plan.deed]


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
    stand = [f"{short_number(one)} ({how})" for one, how in zip(plan.unable, stands, strict=True)]
    return [
        *([f"⚠️ Quedan por fuera: {join(stand)}."] if stand else []),
        *([f"⚠️ No encuentro: {numbers_of(plan.unknown)}."] if plan.unknown else []),
    ]


def _told(plans: Sequence[Plan], by: Person) -> Iterator[str]:
    """Who hears of it, and who must be told because they are not in the chat. How soon it is due they are not told."""
    able = [one for plan in plans if plan.deed is not BulkDeed.PRIORITY for one in plan.able]
    opened = {one.requester.id: one.requester for one in able if one.requester}
    heard = [one for one in opened.values() if one.has_chat and one.id != by.id]
    away = [bold(clip(name_of(one), 40)) for one in opened.values() if not one.has_chat]
    if len(heard) == 1:
        it = "lo" if len(able) == 1 else "los"
        yield f"Le aviso a {esc(clip(name_of(heard[0]), 40))}, que {it} abrió."
    elif heard:
        yield f"Les aviso a {len(heard)} personas, una vez a cada una."
    if len(away) == 1:
        yield f"☎️ {away[0]} no está en el chat: cuénteselo usted."
    elif away:
        yield f"☎️ {join(away)} no están en el chat: cuénteselo usted."


def _colleagues(plans: Sequence[Plan], by: Person) -> Iterator[str]:
    """Whose they are is asked about once for all; not of what goes to whoever has it."""
    others = [one.holder for plan in plans for one in plan.able if _is_others(one.holder, plan, by)]
    held = Counter(clip(agent_name(one), 30) for one in others)
    if held:
        whose = join([f"{bold(name)} tiene {many}" for name, many in held.items()])
        them, told = ("lo", "Le") if len(others) == 1 else ("los", "Les" if len(held) > 1 else "Le")
        deeds = {plan.deed for plan in plans}
        does = _HELD[deeds.pop()] if len(deeds) == 1 else "{} cambia usted"
        yield f"⚠️ {whose}: ¿{does.format(them)}? {told} aviso."
    for main in (plan.into for plan in plans if plan.into):
        if main.holder and main.holder.id != by.id and main.holder not in others:
            yield f"⚠️ {bold(main.ticket.number)} lo tiene {bold(clip(agent_name(main.holder), 30))}. Le aviso."


def _is_others(holder: Person | None, plan: Plan, by: Person) -> bool:
    return holder is not None and holder.id not in {by.id, *([plan.to.id] if plan.to else [])}


def _sure(plans: Sequence[Plan], choice: MakeChoice) -> tuple[Choice, ...]:
    no = choice("No", "no", "no")
    if any(one.deed is BulkDeed.CLOSE for one in plans):
        return (*(choice(f"Sí, solución {SOLUTIONS[one]}", one) for one in OF_DESK), no)
    return (choice("Sí, hacerlo", "yes", "yes"), no)


def done(whole: Sequence[tuple[Plan, Outcome]]) -> Reply:
    """One message, whatever became of each; all of it is called back at once, where it was one deed."""
    heads = [_done(plan, outcome) for plan, outcome in whole if outcome.done] or ["No cambié ninguno."]
    left = [f"{short_number(one)} ({STATES[one.state]})" for _, outcome in whole for one in outcome.left]
    faster = [f"⚠️ Alguien se adelantó con {join(left)}: no los toqué."] if left else []
    out = [line for plan, _ in whole for line in _left_out(plan)]
    changed = [(one, plan.deed) for plan, outcome in whole for one in outcome.done]
    is_one_deed = len({deed for _, deed in changed}) == 1
    may = is_one_deed and all(may_undo(one, _DEED[deed]) for one, deed in changed)
    undo = (Choice(UNDO, Action.AGENT.data(changed[0][0].number, "undo_all")),) if may else ()
    return Reply("\n".join([*heads, *faster, *out]), (*undo, SEE_QUEUE))


def _done(plan: Plan, outcome: Outcome) -> str:
    is_one, into = len(outcome.done) == 1, bold(plan.into.ticket.number if plan.into else "")
    stay = "quedó" if is_one else "quedaron"
    what = {
        BulkDeed.ASSIGN: f"{'lo' if is_one else 'los'} tiene ahora {bold(agent_name(plan.to))}",
        BulkDeed.CLOSE: f"{stay} resuelto{'' if is_one else 's'}",
        BulkDeed.MERGE: f"{stay} en {into}",
        BulkDeed.CANCEL: f"{stay} cancelado{'' if is_one else 's'}",
        BulkDeed.WAIT: f"{stay} en espera",
        BulkDeed.PRIORITY: f"{stay} en prioridad {PRIORITIES[plan.level or Priority.NORMAL]}",
        BulkDeed.RELEASE: f"{stay} en la mesa, sin nadie a cargo",
    }[plan.deed]
    return f"👍 {join([short_number(one) for one in outcome.done])}: {what}."
