"""What a requester reads when the same happens to several of their tickets at once."""

from collections.abc import Sequence

from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import MAX_CHOICES, Reply
from itgov_bot.wording.choices import see_ticket
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.staff.tickets.news import undone_now
from itgov_bot.wording.text import bold, clip, esc, join, stop

MAX_OUTCOME_CHARS = 1500


def assigned(views: Sequence[TicketView], event: EventView) -> Reply:
    return _of(views, f"👤 Sus casos {_numbers(views)} los tiene ahora {bold(agent_name(event.to))}.")


def returned(views: Sequence[TicketView], _event: EventView) -> Reply:
    return _of(
        views,
        f"🔄 Sus casos {_numbers(views)} cambian de manos: quien los tenía no sigue con ellos. Siguen abiertos y le aviso "
        "quién los toma.",
    )


def merged(views: Sequence[TicketView], event: EventView) -> Reply:
    into = event.target.number if event.target else ""
    return _of(
        views,
        f"🔗 Sus casos {_numbers(views)} siguen en {bold(into)}, que es de lo mismo. Aquí le aviso cómo va.",
    )


def resolved(views: Sequence[TicketView], event: EventView) -> Reply:
    """Each is rated, or opened again, where it is shown."""
    lines = [f"• {bold(one.ticket.number)} {esc(clip(one.ticket.text, 100))}" for one in views]
    done = stop(esc(clip(event.words(), MAX_OUTCOME_CHARS)))
    return _of(
        views,
        "\n".join(
            [
                f"✅ {len(views)} casos suyos están resueltos:",
                *lines,
                f"🔧 {bold(agent_name(event.by))}: {done}",
                "",
                "Mire cada uno para decirnos cómo le fue, o si sigue fallando.",
            ]
        ),
    )


def undone(views: Sequence[TicketView], event: EventView) -> Reply:
    """What they read of all of them a moment ago was a mistake of the desk's."""
    return _of(
        views,
        f"↩️ Disculpe: lo último que le avisé de {_numbers(views)} fue un error de la mesa; "
        f"{undone_now(event, is_one=False)}.",
    )


def _of(views: Sequence[TicketView], text: str) -> Reply:
    return Reply(
        text, tuple(see_ticket(one.ticket, one.ticket.number) for one in views[:MAX_CHOICES]), columns=2
    )


def _numbers(views: Sequence[TicketView]) -> str:
    return bold(join([one.ticket.number for one in views]))
