"""What is answered to words of an outage: how long it lasts, whom it hits, where it is, and which one is meant."""

from collections.abc import Mapping, Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.tickets.outages import ended_at, started_at
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.wording.choices import told_of
from itgov_bot.wording.on_ticket import PLACE_NOT_SAID, people_count
from itgov_bot.wording.text import bold, duration, esc, join, on_button, quoted, stop, when

MOST_TOLD = 5
FALSE_ALARM = "Fue una falsa alarma: se revisó y no hay ninguna caída."
"""What whoever reported it reads."""
_WAS_INSTEAD = "Fue una falsa alarma: {}"
NONE_KNOWN = Reply(
    "No tengo ninguna caída abierta ni de estos días. Si se cayó algo, cuéntemelo; las de antes están en /caidas."
)
_ASKED: Mapping[TeamSays, str] = {
    TeamSays.OUTAGE_END: "¿Cuál volvió?",
    TeamSays.OUTAGE_JOIN: "¿Cuál junto con otra?",
    TeamSays.OUTAGE_NEWS: "¿A los afectados de cuál?",
    TeamSays.FALSE_ALARM: "¿Cuál fue falsa alarma?",
}


def which(found: Sequence[Ticket], says: TeamSays) -> Reply:
    """Of several outages; the words wait for the press."""
    listed = "\n".join(f"{bold(one.number)}: {quoted(one.text, 80)}" for one in found[:MOST_TOLD])
    made = [
        Choice(on_button(one.number), Action.TEAM.data(f"{says}.{one.number}")) for one in found[:MOST_TOLD]
    ]
    return Reply(f"{_ASKED.get(says, '¿De cuál caída?')}\n{listed}", tuple(made))


def false_alarm(was: str) -> str:
    """`was`: in the words of whoever saw to it."""
    return _WAS_INSTEAD.format(stop(was)) if was else FALSE_ALARM


def none_there(known: Sequence[Ticket]) -> Reply:
    """A site was named of which none is known."""
    listed = "\n".join(f"• {bold(one.number)}: {quoted(one.text, 80)}" for one in known[:MOST_TOLD])
    return Reply(f"De ese lugar no tengo ninguna caída. Las que conozco:\n{listed}\nTodas están en /caidas.")


def lasts(view: TicketView) -> Reply:
    ticket = view.ticket
    since, ended = started_at(ticket), ended_at(ticket)
    begun = when(view.local(since), view.local_now)
    if ended:
        back = when(view.local(ended), view.local_now)
        told = f"⏱ Duró {bold(duration(ended - since))}: se cayó {begun} y volvió {back}"
    else:
        told = f"⏱ Lleva {bold(duration(view.local_now - view.local(since)))} caído: desde {begun}"
    return told_of(ticket, f"{bold(ticket.number)} · {quoted(ticket.text, 80)}\n{stop(told)}")


def hits(view: TicketView, places: Mapping[str, int]) -> Reply:
    """`places`: how many are counted from where; "" where they did not say."""
    ticket = view.ticket
    named = [f"• {esc(place)}: {many}" for place, many in places.items() if place not in ("", PLACE_NOT_SAID)]
    told = "\n".join([f"📣 {bold(people_count(ticket.affected))} que lo contaron.", *named])
    more = "\nPuede haber más: cuento a quien escribe." if ended_at(ticket) is None else ""
    return told_of(ticket, f"{bold(ticket.number)} · {quoted(ticket.text, 80)}\n{told}{more}")


def placed(ticket: Ticket, place: str) -> Reply:
    where = (
        f"📍 {bold(ticket.number)}: {bold(place)}. Lo anoté"
        if place
        else f"📝 Lo anoté en {bold(ticket.number)}"
    )
    return Reply(
        f"{where}, para la mesa; los afectados no lo leen.",
        (Choice("Avisar a los afectados", Action.AGENT.data(ticket.number, "news")),),
    )


def ask_split(ticket: Ticket, merged: Sequence[Ticket]) -> Reply:
    """Which of those that went into it goes on by itself again."""
    if not merged:
        return told_of(
            ticket,
            f"En {bold(ticket.number)} no hay otro caso juntado: no hay nada que separar. Quien se sumó con «Es lo mismo» "
            "puede oprimir «Es otra cosa: abrir un caso».",
        )
    listed = "\n".join(f"{bold(one.number)}: {quoted(one.text, 80)}" for one in merged[:MOST_TOLD])
    made = [
        Choice(on_button(f"Sí, separar {one.number}"), Action.AGENT.data(one.number, "split"), answers="yes")
        for one in merged[:MOST_TOLD]
    ]
    no = Choice("No, dejarlo así", Action.DONE.data(), answers="no")
    return Reply(f"Dentro de {bold(ticket.number)} está:\n{listed}\n¿Lo separo otra vez?", (*made, no))


def apart(tickets: Sequence[Ticket]) -> Reply:
    return Reply(
        f"Ya están aparte: {join([bold(one.number) for one in tickets[:MOST_TOLD]])}. No hay nada que separar."
    )


def split(ticket: Ticket, into: Ticket) -> Reply:
    return told_of(
        ticket, f"✂️ {bold(ticket.number)} sigue aparte de {bold(into.number)}. Ya le avisé a quien lo abrió."
    )
