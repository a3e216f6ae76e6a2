"""What changes of an event that is planned: another date or place, or none yet, as it is asked and said back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.on_ticket import POSTPONED
from itgov_bot.wording.text import bold, capital, clip, clock, date_and_hour, esc, stop

ASK_NEW_PLACE = Reply("¿En qué lugar queda? Diga el sitio y, si es grande, la sala o la entrada.")


@dataclass(frozen=True, slots=True)
class Changed:
    """How it is then, in local time: `place` and `contact` where others were told, `other` what the hour may be as well."""

    at: datetime
    place: str | None = None
    contact: str | None = None
    other: datetime | None = None


def which_event(planned: Sequence[Ticket], change: str, calendar: WorkCalendar, now: datetime) -> Reply:
    """Of several in the agenda: which of them is called off, or gets another date."""
    what = "cancel" if change == "cancel" else "date"
    return Reply(
        "¿De cuál evento me habla?",
        tuple(_planned(one, one.event_at, what, calendar, now) for one in planned if one.event_at),
    )


def _planned(ticket: Ticket, at: datetime, what: str, calendar: WorkCalendar, now: datetime) -> Choice:
    when = POSTPONED if ticket.is_postponed else date_and_hour(calendar.local(at), calendar.local(now))
    return Choice(f"{when}: {clip(ticket.place, 24)}", Action.TICKET.data(ticket.number, what))


def ask_new_date(ticket: Ticket, was: datetime, now: datetime) -> Reply:
    """`was` and `now` in local time."""
    stands = POSTPONED if ticket.is_postponed else f"para el {date_and_hour(was, now)}"
    return Reply(
        f"El evento de {bold(ticket.number)} está {stop(stands)} ¿Para cuándo queda? "
        "Escriba el día y la hora; si todavía no se sabe, escriba <i>aplazado</i>."
    )


def ask_move(ticket: Ticket, changed: Changed, now: datetime, choice: MakeChoice) -> Reply:
    """`now` in local time."""
    when = stop(_when_and_where(changed, now))
    return Reply(
        f"El evento de {bold(ticket.number)} queda para el {bold(when)} ¿Lo cambio? "
        "Le aviso a quienes ya lo tenían en la agenda.",
        (
            choice("Sí, cambiarlo", "yes", "yes"),
            *other_hour(changed.other, choice),
            choice("No, es otra fecha", "no", "no"),
        ),
    )


def other_hour(other: datetime | None, choice: MakeChoice) -> tuple[Choice, ...]:
    """Where nobody said of which half of the day it is, the likelier one is shown, and this is the other."""
    return (choice(f"Es a las {clock(other)}", "other"),) if other else ()


def ask_postpone(ticket: Ticket, choice: MakeChoice) -> Reply:
    return Reply(
        f"¿Dejo el evento de {bold(ticket.number)} {POSTPONED}? Les aviso a quienes lo tenían en la agenda, y no le "
        "recuerdo a nadie la fecha de antes. Si ya sabe para cuándo queda, escríbalo.",
        (choice("Sí, aplazarlo", "yes", "yes"), choice("No, sigue igual", "no", "no")),
    )


def stays(ticket: Ticket) -> Reply:
    return Reply(f"Listo: el evento de {bold(ticket.number)} sigue como estaba.")


def _when_and_where(changed: Changed, now: datetime) -> str:
    place = f", {esc(changed.place)}" if changed.place else ""
    contact = f"; contacto: {esc(changed.contact)}" if changed.contact else ""
    return f"{date_and_hour(changed.at, now)}{place}{contact}"


def more_of_it(ticket: Ticket, see: Choice) -> Reply:
    return Reply(f"📎 Lo agregué al evento de {bold(ticket.number)}: quien vaya lo lee.", (see,))


def moved_it(ticket: Ticket, changed: Changed, now: datetime, see: Choice) -> Reply:
    """To whoever did it. `now` in local time."""
    when = stop(capital(_when_and_where(changed, now)))
    return Reply(
        f"📅 {bold(ticket.number)}: {when} Ya les avisé a todos los que lo sabían.",
        (see,),
    )


def postponed_it(ticket: Ticket, see: Choice) -> Reply:
    """To whoever did it."""
    return Reply(
        f"⏸ {bold(ticket.number)}: {stop(POSTPONED)} Ya les avisé a todos los que lo sabían. Cuando sepa la fecha, "
        "escríbala aquí.",
        (see,),
    )
