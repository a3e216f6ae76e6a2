"""How much each agent has now."""

from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.queue import Load, QueueFilter, Workload
from itgov_bot.replies import MAX_LABEL, Choice, Reply
from itgov_bot.wording.agents.queue.code import code_of
from itgov_bot.wording.agents.queue.listing import WHOLE
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import ago, bold, capital, clip, dated, esc, number_of

SHOWN = 7
"""Agents at a time: with the ways on they fill the buttons of a message."""


def workload(work: Workload, number: int, calendar: WorkCalendar, now: datetime) -> Reply:
    """`number` counts the pages from 0."""
    local_now = calendar.local(now)
    last = max(0, (len(work.agents) - 1) // SHOWN)
    number = max(0, min(number, last))
    shown = work.agents[number * SHOWN : (number + 1) * SHOWN]
    pages = f" (página {number + 1} de {last + 1})" if last else ""
    lines = [
        f"👥 {bold('Carga por agente')}{pages} · {dated(local_now, local_now)}",
        _line("📥 Sin asignar", work.free, work, now),
        *(_line(_who(one), one, work, now) for one in shown),
    ]
    turning = [("‹ Anteriores", number - 1, number > 0), ("Siguientes ›", number + 1, number < last)]
    return Reply(
        "\n".join(lines),
        (
            *(_open(one) for one in shown),
            *(Choice(label, Action.DESK.data("load", at)) for label, at, there in turning if there),
            WHOLE,
        ),
        columns=2,
    )


def _who(load: Load) -> str:
    duty = " 🌙 de guardia" if load.on_duty else ""
    away = "" if load.agent is None or load.agent.reachable else " (no recibe mensajes)"
    return f"👤 {clip(agent_name(load.agent), 40)}{duty}{away}"


def _line(who: str, load: Load, work: Workload, now: datetime) -> str:
    """What is nothing is not said; what was solved is said of agents alone."""
    told = (
        (True, number_of(load.live, "abierto", "abiertos")),
        (load.urgent, f"🚨 {load.urgent}"),
        (load.waiting, f"⏸ {load.waiting} en espera"),
        (load.late and work.has_targets, f"⏰ {load.late} vencidos"),
        (load.oldest, f"el más viejo, {ago(now, load.oldest)}"),
        (load.agent, f"✅ {load.solved} esta semana"),
    )
    return f"\n{bold(who)}\n{esc(capital(' · '.join(words for is_so, words in told if is_so)))}"


def _open(load: Load) -> Choice:
    many = f" ({load.live})"
    label = f"{clip(agent_name(load.agent), MAX_LABEL - len(many))}{many}"
    agents = (load.agent.id,) if load.agent else ()
    return Choice(label, Action.DESK.data("f", code_of(QueueFilter(agents=agents)), 0))
