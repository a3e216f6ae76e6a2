"""What people can try by themselves while their case is being opened, and how that went."""

from dataclasses import replace

from itgov_bot.actions import Action
from itgov_bot.domain.first_aid import Danger, Remedy
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.staff.tickets.rating import STARS, scale
from itgov_bot.wording.text import bold, esc

PLACE_NOT_ASKED = "no se pidió"


NOTED = Reply("Queda escrito lo que ya probó, para que no se lo pidan otra vez.")
BEGUN = Reply("Abro el caso para que la mesa lo revise.")
"""Of a danger, whatever it is about."""
GONE = Reply("Eso era de un reporte anterior. Si algo le falla ahora, cuéntemelo y lo vemos.")
"""The report to which it was proposed is there no more."""


def beside(card: Reply, remedy: Remedy) -> Reply:
    """The card with what can be tried meanwhile: it may be passed over, for the form's question comes beneath it."""
    tries = (
        Choice("Me funcionó", Action.FIRST_AID.data(remedy.key, "works")),
        Choice("Sigue igual", Action.FIRST_AID.data(remedy.key, "same")),
    )
    return replace(
        card,
        text=f"{card.text}\n\n💡 Mientras tanto puede probar:\n{_listed(remedy.steps)}\n",
        choices=(*tries, *card.choices),
    )


def caution(danger: Danger) -> Reply:
    first, *more = danger.say
    return Reply(f"⚠️ {esc(first)}" if not more else f"⚠️ Hágalo ya, antes de seguir:\n{_listed(danger.say)}")


def answered(danger: Danger) -> Reply:
    """«¿Lo abro o no?»"""
    return Reply(f"⚠️ {esc(danger.asked)}\n{_listed(danger.say)}") if danger.asked else caution(danger)


def meanwhile(danger: Danger | None, remedy: Remedy | None) -> Reply:
    """«¿Qué hago mientras tanto?»"""
    if danger:
        return caution(danger)
    if remedy:
        return Reply(f"💡 Mientras tanto puede probar:\n{_listed(remedy.steps)}")
    return Reply(
        "Mientras tanto no tiene que hacer nada más. Si puede, deje el equipo como está; y lo que cambie o recuerde, "
        "escríbalo aquí: queda en su caso."
    )


def _listed(sentences: tuple[str, ...]) -> str:
    return "\n".join(f"• {esc(one)}" for one in sentences)


def tried(remedy: Remedy) -> str:
    """For whoever sees to the case."""
    return f"Ya probó: {remedy.tried}. Sigue igual."


def solved(ticket: Ticket) -> Reply:
    """Counted as solved by themselves; the stars are for what was proposed."""
    return Reply(
        f"¡Qué bueno! Quedó como {bold(ticket.number)}, resuelto por usted: no tiene que enviar nada más.\n"
        "¿Le sirvió lo que le propuse? Califíquelo de 1 (mal) a 5 (excelente).",
        scale(ticket),
        columns=len(STARS),
    )
