"""What an agent is asked and told of what they put right."""

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.wording.agents.tickets.confirmations import told
from itgov_bot.wording.choices import told_of
from itgov_bot.wording.text import bold, clip, quoted

_OF = {
    EventKind.RESOLVED: "¿corrijo lo que se hizo?",
    EventKind.WAITING: "¿corrijo lo que se espera?",
    EventKind.ANSWERED: "¿corrijo lo último que le escribió?",
}


def correct_this(ticket: Ticket, kind: EventKind | None, before: str, now: str) -> str:
    asked = _OF[kind or EventKind.ANSWERED]
    said = f" Decía {quoted(before, 300)}." if before else ""
    return f"{bold(ticket.number)}: {asked}{said} Queda {quoted(now, 600)}. Si quería decir otra cosa, escríbala."


def ask_what_instead(ticket: Ticket) -> Reply:
    return Reply(f"{bold(ticket.number)}: ¿qué debe decir? Escríbalo como lo debe leer quien abrió el caso.")


def done(ticket: Ticket, text: str) -> Reply:
    return told_of(ticket, f"✏️ {bold(ticket.number)}: quedó corregido.\n{quoted(text, 1000)}")


def placed(ticket: Ticket, requester: Person | None, before: str) -> Reply:
    was = f" Decía {quoted(before, 200)}." if before and before != ticket.place else ""
    return told_of(
        ticket,
        f"📍 {bold(ticket.number)}: el lugar es ahora {bold(clip(ticket.place, 200))}; {told(requester)}.{was}",
    )
