"""What the desk and its coordinators read when an agent left, and what they had went back to the queue."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.facts import AgentLeft
from itgov_bot.domain.tickets.queue import QueueFilter
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.queue.code import code_of
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, clip, esc

MAX_SHOWN = 10


def left(fact: AgentLeft, *, may_take_role: bool = False) -> Reply:
    """Who had their data erased is not named any more. `may_take_role`: for an administrator."""
    who = bold(clip(agent_name(fact.person), 60))
    head = {
        "role": f"👋 {who} ya no atiende casos.",
        "group": f"👋 {who} ya no está en el grupo de la mesa. {_keeps_role(may_take_role)}",
        "erased": f"👋 Alguien de la mesa borró sus datos y ya no atiende casos{_off_duty(fact)}.",
    }[fact.why]
    if not fact.tickets:
        return Reply(head)
    count = len(fact.tickets)
    what = "El caso que tenía volvió" if count == 1 else f"Los {count} casos que tenía volvieron"
    lines = [f"• {bold(one.number)} {esc(clip(one.text, 60))}" for one in fact.tickets[:MAX_SHOWN]]
    lines += [f"… y {count - MAX_SHOWN} más."] if count > MAX_SHOWN else []
    return Reply("\n".join([f"{head} {what} a la fila:", *lines]), _choices(fact.tickets))


def _keeps_role(may_take_role: bool) -> str:
    how = "quíteselo con /rol" if may_take_role else "se lo quita un administrador"
    return f"Conserva su rol: si ya no trabaja aquí, {how}."


def _off_duty(fact: AgentLeft) -> str:
    return " ni está de guardia: mire quién sigue con /guardia" if fact.left_duty else ""


def _choices(tickets: Sequence[Ticket]) -> tuple[Choice, ...]:
    if len(tickets) > 1:
        return (
            Choice("Ver los que nadie tiene", Action.DESK.data("f", code_of(QueueFilter(free=True)), "0")),
        )
    return (Choice("Lo tomo", Action.TAKE.data(tickets[0].number)), see_at_desk(tickets[0]))
