"""`/mesa`: the queue in three short lines a case, its pages, and what was asked for in words."""

from dataclasses import replace
from datetime import date, datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.days import EARLIEST
from itgov_bot.domain.tickets.queue import ALL, Line, Page, QueueFilter
from itgov_bot.domain.tickets.ticket import Priority, Ticket
from itgov_bot.replies import MAX_CHOICES, Choice, Reply
from itgov_bot.wording.agents.queue.code import code_of
from itgov_bot.wording.agents.tickets.card import due_line
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.labels import MARKS, PRIORITIES, STATES
from itgov_bot.wording.managers.summary.names import days_name
from itgov_bot.wording.names import agent_name, name_of
from itgov_bot.wording.on_ticket import people_count
from itgov_bot.wording.text import ago, bold, capital, clip, dated, esc, join

WHOLE = Choice("Ver la mesa", Action.DESK.data("f", "all", 0))
"""In the place of what is shown; elsewhere it is a message of its own."""
FOR_SOMEBODY = Choice("Abrir por otra persona", Action.COMMAND.data("caso_para"))
LOAD = Choice("Carga por agente", Action.DESK.data("load", 0))
_NOTHING = (
    (QueueFilter(mine=True), "No tiene casos a su cargo."),
    (QueueFilter(free=True), "🎉 Todos los casos tienen quien los atienda."),
    (QueueFilter(late=True), "🎉 No hay casos vencidos."),
    (QueueFilter(side="wait"), "No hay casos en espera."),
    (QueueFilter(escalated=True), "🎉 No hay casos abiertos que se hayan escalado."),
    (ALL, "🎉 No hay casos por atender."),
)


NOTHING_DUE = Reply(
    "La ciudad no ha fijado plazos, así que ningún caso se vence. Estos son los abiertos: primero lo urgente y lo más viejo."
)


def queue(page: Page, calendar: WorkCalendar, now: datetime) -> Reply:
    """Five cases with a button each, the ways to other pages below them, and what else there is room for."""
    if not page.lines:
        return _nothing(page.wanted, named(page))
    cases = tuple(see_at_desk(one.ticket, short_number(one.ticket)) for one in page.lines)
    turning = _turning(page)
    others = (*_ways(page.wanted), LOAD, FOR_SOMEBODY)[: MAX_CHOICES - len(cases) - len(turning)]
    return Reply(
        "\n".join([_head(page, calendar.local(now)), *(_line(one, calendar, now) for one in page.lines)]),
        (*cases, *turning, *others),
        columns=2,
        rows=(len(cases), *((len(turning),) if turning else ())),
    )


def _nothing(wanted: QueueFilter, name: str) -> Reply:
    if wanted.words:
        said = (
            f"No encontré casos: {name}. Busque por número, @usuario, nombre, dependencia, agente o palabras del "
            "caso."
        )
        return Reply(said, (WHOLE,))
    if wanted.due:
        return Reply(f"🎉 No hay casos que {name.replace('se vencen', 'se venzan')}.", (WHOLE, LOAD))
    plain = replace(wanted, oldest=False)
    said = next((words for cut, words in _NOTHING if cut == plain), f"No hay casos: {name}.")
    return Reply(said, (*_ways(wanted), LOAD, FOR_SOMEBODY), columns=2)


def _ways(wanted: QueueFilter) -> tuple[Choice, ...]:
    every = () if wanted == ALL else (WHOLE,)
    pick = Choice("Elegir varios", Action.DESK.data("pick", code_of(wanted)))
    return (Choice("Filtrar…", Action.DESK.data("by", code_of(wanted))), pick, *every)


def _head(page: Page, local_now: datetime) -> str:
    """With its hour: what stands in a chat is true of then."""
    many = f"más de {page.total}" if page.is_cut else str(page.total)
    pages = f" (página {page.number + 1} de {page.pages})" if page.pages > 1 else ""
    return f"{bold('Mesa')} · {named(page)}: {many}{pages}\n<i>{capital(dated(local_now, local_now))}</i>"


def named(page: Page) -> str:
    """«todos», «sin asignar · urgentes · de Ana Ruiz · con «hp»»."""
    wanted = page.wanted
    agents = [clip(agent_name(one), 30) for one in page.agents]
    services = [clip(one.label, 40) for one in page.services]
    said = (
        (wanted.mine, "míos"),
        (wanted.free, "sin asignar"),
        (wanted.urgent, "urgentes"),
        (wanted.late, "vencidos"),
        (wanted.escalated, "escalados"),
        (wanted.priority, f"de prioridad {PRIORITIES[wanted.priority]}" if wanted.priority else ""),
        (wanted.solved, "resueltos"),
        (wanted.days, _days(wanted, page.today)),
        (wanted.open_alone, "abiertos"),
        (wanted.state, _plural(STATES[wanted.state]) if wanted.state else ""),
        (wanted.side == "wait", "en espera"),
        (wanted.side == "ours", "por atender"),
        (agents, f"los que tiene {join(agents, 'o')}"),
        (services, f"de {join(services, 'o')}"),
        (wanted.office, f"de {clip(wanted.office or '', 50)}"),
        (wanted.words, f"«{clip(' '.join(wanted.words), 60)}»"),
        (wanted.oldest, "los más viejos primero"),
    )
    return esc(" · ".join(words for is_so, words in said if is_so) or "todos")


def _days(wanted: QueueFilter, today: date) -> str:
    """«de hoy», «de hace más de 2 días»."""
    days = wanted.days
    if days is None:
        return ""
    if days.first == EARLIEST:
        return f"de hace más de {(today - days.last).days} días"
    if wanted.due:
        return f"se vencen {days_name(days, today).removeprefix('de ').removeprefix('del ')}"
    return f"{'' if wanted.is_of_solved else 'abiertos '}{days_name(days, today)}"


def _plural(state: str) -> str:
    return state if state.startswith("en ") else f"{state}s"


def short_number(ticket: Ticket) -> str:
    """As it stands on a button beside others: the year is in the line above."""
    return ticket.number.rpartition("-")[2].lstrip("0")


def _line(line: Line, calendar: WorkCalendar, now: datetime) -> str:
    ticket = line.ticket
    urgency = " 🚨" if ticket.urgent else " ❗" if ticket.priority is Priority.HIGH else ""
    outage = f" · 📣 caída: {people_count(ticket.affected)}" if ticket.is_outage else ""
    service = clip(line.service.label, 30) if line.service else "por clasificar"
    whose = f"🙋 {clip(name_of(line.requester), 30)} · 📍 {clip(ticket.place, 40)}"
    holder = f"👤 {clip(agent_name(line.holder), 24)}" if line.holder else "sin asignar"
    due = due_line(ticket, calendar, now)
    timing = " · ".join(part for part in (capital(ago(now, ticket.opened_at)), due, holder) if part)
    return (
        f"\n{MARKS[ticket.state]}{urgency} {bold(ticket.number)}{outage}\n{esc(clip(ticket.text, 70))}\n"
        f"{esc(whose)} · 🧩 {esc(service)}\n{esc(timing)}"
    )


def _turning(page: Page) -> tuple[Choice, ...]:
    """The first and the last page where they are not the next ones to either side."""
    at, last, code = page.number, page.pages - 1, code_of(page.wanted)
    shown = (
        ("« 1", 0, at > 1),
        ("‹ Anterior", at - 1, at > 0),
        ("Siguiente ›", at + 1, at < last),
        (f"{last + 1} »", last, at < last - 1),
    )
    return tuple(
        Choice(label, Action.DESK.data("f", code, number)) for label, number, is_useful in shown if is_useful
    )
