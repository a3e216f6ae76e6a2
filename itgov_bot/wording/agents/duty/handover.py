"""What whoever ends their turn of duty reads: what is still theirs, and the ways to pass it on."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.text import bold, on_button, quoted

MAX_LISTED = 3
NOTHING_OPEN = Reply(
    "👍 No tiene casos urgentes a su nombre: no queda nada por entregar. El turno cambia solo, a su hora.",
    (Choice("Ver la guardia", Action.COMMAND.data("guardia", "")),),
)


def handed_over(held: Sequence[Ticket]) -> Reply:
    """Until somebody else has them, they stay theirs."""
    shown = held[:MAX_LISTED]
    listed = "\n".join(f"• {bold(one.number)}: {quoted(one.text, 80)}" for one in shown)
    made = [
        Choice(on_button(f"Pasar {one.number[-6:]} a alguien"), Action.AGENT.data(one.number, "assign"))
        for one in shown
    ]
    made += [
        Choice(on_button(f"Devolver {one.number[-6:]} a la fila"), Action.AGENT.data(one.number, "release"))
        for one in shown
    ]
    return Reply(
        f"📋 Queda a su nombre:\n{listed}\nLo que escriba de la entrega lo anoto ahí para la mesa. ¿Quién sigue?",
        tuple(made),
    )
