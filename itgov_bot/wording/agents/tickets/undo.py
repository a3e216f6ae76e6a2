"""«Deshacer»: its button, and what is said of what was called back."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.undoing import may_undo
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import SEE_QUEUE, see_at_desk
from itgov_bot.wording.text import bold, join

UNDO = "Deshacer"


def undo_of(ticket: Ticket, deed: EventKind | None) -> tuple[Choice, ...]:
    may = deed is not None and may_undo(ticket, deed)
    return (Choice(UNDO, Action.AGENT.data(ticket.number, "undo")),) if may else ()


_UNDONE: dict[EventKind, str] = {
    EventKind.TAKEN: "ya no lo tiene",
    EventKind.ASSIGNED: "sigue con quien estaba",
    EventKind.WAITING: "no queda en espera",
    EventKind.PRIORITY_CHANGED: "queda con la prioridad que tenía",
    EventKind.SERVICE_CHANGED: "queda en el servicio que tenía",
    EventKind.RESOLVED: "no queda resuelto",
    EventKind.CANCELLED: "no queda cancelado",
    EventKind.MERGED: "vuelve a ir por su cuenta",
    EventKind.ESCALATED: "no queda escalado",
}
_ALL_UNDONE: dict[EventKind, str] = {
    EventKind.ASSIGNED: "siguen con quien estaban",
    EventKind.RESOLVED: "no quedan resueltos",
    EventKind.MERGED: "vuelven a ir cada uno por su cuenta",
}


def undone(
    tickets: Sequence[Ticket],
    requesters: Sequence[Person | None],
    deed: EventKind,
    left: Sequence[Ticket] = (),
) -> Reply:
    """Of one, or of several that were done at once; what somebody moved since is `left`."""
    numbers = bold(join([one.number for one in tickets]))
    heard = {one.id for one in requesters if one and one.has_chat}
    who = "a quien lo abrió" if len(heard) == 1 else f"a {len(heard)} personas"
    is_told = heard and deed is not EventKind.PRIORITY_CHANGED
    said = f" Ya le{'' if len(heard) == 1 else 's'} avisé {who} que fue un error." if is_told else ""
    see = (see_at_desk(tickets[0]),) if len(tickets) == 1 else (SEE_QUEUE,)
    now = (_ALL_UNDONE.get(deed) if len(tickets) > 1 else None) or _UNDONE[deed]
    stay = f" {bold(join([one.number for one in left]))} no: alguien lo movió después." if left else ""
    return Reply(f"↩️ {numbers}: deshecho, {now}.{stay}{said}", see)


def nothing_to_undo(ticket: Ticket | None = None) -> Reply:
    """Of this ticket; without one, of none."""
    none = f"{bold(ticket.number)}: no" if ticket else "No"
    said = f"{none} hay nada suyo que deshacer. Se puede por un minuto, y solo lo último que usted hizo."
    return Reply(said, (see_at_desk(ticket) if ticket else SEE_QUEUE,))
