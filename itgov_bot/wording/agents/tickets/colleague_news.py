"""What a colleague reads of who wrote to their ticket, changed it, took it, or gave it to them."""

from collections.abc import Sequence

from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import MAX_CHOICES, Reply
from itgov_bot.wording.agents.tickets.news import reason_of
from itgov_bot.wording.choices import see_at_desk, told_of
from itgov_bot.wording.labels import PRIORITIES
from itgov_bot.wording.names import agent_name, name_of
from itgov_bot.wording.text import bold, clip, esc


def all_assigned_to_you(views: Sequence[TicketView], event: EventView) -> Reply:
    """Several at once, by a colleague."""
    return _listed(f"👤 {bold(agent_name(event.by))} le asignó {len(views)} casos:", views)


def all_not_yours_after_all(views: Sequence[TicketView], event: EventView) -> Reply:
    head = f"↩️ {bold(agent_name(event.by))} deshizo lo de {len(views)} casos: ya no son para usted."
    return _listed(head, views)


def _listed(head: str, views: Sequence[TicketView]) -> Reply:
    lines = [
        f"• {bold(one.ticket.number)}{' 🚨' if one.ticket.urgent else ''} {esc(clip(one.ticket.text, 80))}"
        for one in views
    ]
    choices = tuple(see_at_desk(one.ticket, one.ticket.number) for one in views[:MAX_CHOICES])
    return Reply("\n".join([head, *lines]), choices, columns=2)


def colleague_wrote(view: TicketView, event: EventView) -> Reply:
    """A note that answers what a colleague did or wrote: to them alone."""
    return told_of(
        view.ticket,
        f"🔒 {bold(view.ticket.number)} · {bold(agent_name(event.by))}, solo para la mesa:\n"
        f"{esc(clip(event.words(), 3000))}",
    )


def done_by_colleague(view: TicketView, event: EventView) -> Reply:
    """To whoever has or had the ticket: a colleague wrote to it, changed it, took it, gave it away, or ended it."""
    did, has, why = _done_by_colleague(view, event)
    return told_of(view.ticket, f"{did} {bold(view.ticket.number)}, que usted {has}.{why}")


def took_in(view: TicketView, event: EventView) -> Reply:
    """To whoever has the ticket that goes on: a colleague merged another into it, or parts them again."""
    parted = event.kind is EventKind.UNDONE
    did = "deshizo haberle juntado" if parted else "le juntó"
    what = f"{bold(event.words('number'))} a {bold(view.ticket.number)}"
    return told_of(view.ticket, f"🔗 {bold(agent_name(event.by))} {did} {what}, que usted tiene.")


def all_done_by_colleague(views: Sequence[TicketView], event: EventView) -> Reply:
    """The same of several at once."""
    did, has, why = _done_by_colleague(views[-1], event)
    return _listed(f"{did} {len(views)} casos que usted {has}:{why}", views)


def _done_by_colleague(view: TicketView, event: EventView) -> tuple[str, str, str]:
    """What they did, whether it is still the reader's, and with which words."""
    did = _did(event, view)
    has = "tiene" if event.kind in _STILL_THEIRS else "tenía"
    if target := event.target:
        has += f", con {bold(target.number)}"
        has += ", y queda a su cargo" if view.holder and target.assignee == view.holder.id else ""
    why = reason_of(event) or (f"\n{esc(clip(event.words(), 500))}" if event.words() else "")
    return f"↪️ {bold(agent_name(event.by))} {did}", has, why


_STILL_THEIRS = frozenset(
    {
        EventKind.ANSWERED,
        EventKind.FILE_ADDED,
        EventKind.WAITING,
        EventKind.RESUMED,
        EventKind.PRIORITY_CHANGED,
        EventKind.PLACE_CHANGED,
    }
)


def _did(event: EventView, view: TicketView) -> str:
    reader = bold(clip(name_of(event.reader or view.requester), 60))
    sent = "un archivo" if len(event.files) == 1 else "archivos"
    done: dict[EventKind | ReminderKind, str] = {
        EventKind.TAKEN: "tomó",
        EventKind.RESOLVED: "resolvió",
        EventKind.CANCELLED: "canceló",
        EventKind.MERGED: "juntó",
        EventKind.ANSWERED: f"le escribió a {reader} en",
        EventKind.FILE_ADDED: f"le envió {sent} a {reader} en",
        EventKind.WAITING: "puso en espera",
        EventKind.RESUMED: "siguió con",
        EventKind.PLACE_CHANGED: "corrigió el lugar de",
        EventKind.PRIORITY_CHANGED: f"puso en prioridad {PRIORITIES[view.ticket.priority]}",
    }
    gave = "se asignó" if event.is_by(event.to) else f"le asignó a {bold(agent_name(event.to))}"
    return done.get(event.kind, gave)


def handed_to_guard(view: TicketView, event: EventView) -> Reply:
    """To whoever had the ticket."""
    return told_of(
        view.ticket,
        f"🚨 {bold(agent_name(event.by))} llamó a la guardia para {bold(view.ticket.number)}, que usted tenía: ya no está a "
        "su cargo.",
    )


def assigned_to_you(view: TicketView, event: EventView) -> Reply:
    return _handed_over(f"📌 {bold(agent_name(event.by))} le asignó", view, event)


def not_yours_after_all(view: TicketView, event: EventView) -> Reply:
    """To whom the ticket was given by mistake."""
    return told_of(
        view.ticket,
        f"↩️ {bold(agent_name(event.by))} deshizo lo de {bold(view.ticket.number)}: ya no es para usted.",
    )


def not_escalated_after_all(view: TicketView, event: EventView) -> Reply:
    return told_of(
        view.ticket,
        f"↩️ {bold(agent_name(event.by))} deshizo la escalada de {bold(view.ticket.number)}: no hace falta que la vea.",
    )


def escalated(view: TicketView, event: EventView) -> Reply:
    return _handed_over(f"⚠️ {bold(agent_name(event.by))} escaló", view, event)


def _handed_over(done: str, view: TicketView, event: EventView) -> Reply:
    ticket = view.ticket
    return told_of(
        ticket, f"{done} {bold(ticket.number)}: {esc(clip(ticket.text, 200))}{reason_of(event, 'Motivo: ')}"
    )
