"""The summary of the shift at the top of the desk's group."""

from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.tickets.queue import Shift
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import SEE_QUEUE
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import bold, clip, dated, esc, join

CARD = "shift"
ASKED = (("Sin asignar", "sin asignar"), ("Urgentes", "urgentes"), ("Carga por agente", "carga"))
"""What the buttons ask of `/mesa`: an answer of its own, so that the summary stays."""


def standing(shift: Shift, local_now: datetime) -> Reply:
    late = f" · ⏰ Vencidos: {shift.late}" if shift.has_targets else ""
    duty = join([clip(name_of(one), 40) for one in shift.on_duty]) or "nadie"
    return Reply(
        f"🗓 {bold('Turno')} · desde {dated(local_now, local_now)}\n"
        f"📂 Abiertos: {bold(str(shift.live))} · 🚨 Urgentes: {bold(str(shift.urgent))}\n"
        f"📥 Sin asignar: {bold(str(shift.free))} · ⏸ En espera: {shift.waiting}{late}\n"
        f"🌙 De guardia: {esc(duty)}",
        (SEE_QUEUE, *(Choice(label, Action.COMMAND.data("mesa", words)) for label, words in ASKED)),
        card=CARD,
        columns=2,
        pinned=True,
    )


def without_hour(text: str) -> str:
    return text.partition("\n")[2]
