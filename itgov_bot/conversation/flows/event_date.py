"""What changes of an event that is planned, for its requester and for the desk: another date or place, or none yet. It is
said back before it is kept."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.at_ticket import attempt, ticket_of_form
from itgov_bot.conversation.flows.steps import dating
from itgov_bot.conversation.flows.steps.event_told import read_event
from itgov_bot.conversation.form_types import EventDateForm
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk.tickets.accompaniment import move_event, postpone_event
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.accompaniment import Change
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.inside.event_told import EventTold
from itgov_bot.understanding.inside.events import EventSays
from itgov_bot.wording import general
from itgov_bot.wording.choices import see_at_desk, see_ticket
from itgov_bot.wording.staff import accompaniment as words
from itgov_bot.wording.staff import event_changes
from itgov_bot.wording.staff.tickets.changed import ask_cancel


async def begin(turn: Turn, ticket: Ticket) -> None:
    if ticket.event_at and ticket.is_live:
        await forms.start(turn, EventDateForm(step="when", ticket=ticket.number))
    else:
        turn.say(words.cannot_move(ticket), ticket=ticket.id)


async def take_told(turn: Turn, form: EventDateForm, ticket: Ticket, told: EventTold) -> None:
    if told.says is EventSays.CANCEL:
        forms.finish(turn)
        turn.say(ask_cancel(ticket))
    elif told.says is EventSays.POSTPONED:
        await forms.go(turn, EventDateForm(step="postpone", ticket=form.ticket), "postpone")
    else:
        await _take_new(turn, form, ticket, told)


async def _take_new(turn: Turn, form: EventDateForm, ticket: Ticket, told: EventTold) -> None:
    """An hour alone is of the same day, a day alone has the same hour; what was told before of it stays."""
    before = form if form.day else _as_it_is(turn, form, ticket)
    when = dating.moved(before, told.new, turn.local_now)
    place, contact = told.place or form.place, told.contact or form.contact
    if when or place or contact:
        known = replace(when or before, is_day_in_doubt=False)
        await go_next(turn, replace(known, place=place, contact=contact))
    else:
        await forms.go(turn, form, "where" if told.says is EventSays.PLACE else "when")


def _as_it_is(turn: Turn, form: EventDateForm, ticket: Ticket) -> EventDateForm:
    """With the date that it has, or had before it was postponed."""
    was = turn.desk.calendars.general.local(ticket.event_at or turn.now)
    return replace(form, day=was.date(), hour=was.time())


async def _ask_when(turn: Turn, form: EventDateForm) -> Reply:
    ticket = await ticket_of_form(turn, form)
    was = turn.desk.calendars.general.local(ticket.event_at or turn.now)
    return event_changes.ask_new_date(ticket, was, turn.local_now)


async def _take_when(turn: Turn, form: EventDateForm, answer: Answer) -> None:
    told = read_event(turn) if answer.text else None
    if told and told.tells_anything:
        await _take_new(turn, form, await ticket_of_form(turn, form), told)
    else:
        turn.say(words.NO_DAY_IN_THAT)


async def _take_where(turn: Turn, form: EventDateForm, answer: Answer) -> None:
    ticket = await ticket_of_form(turn, form)
    before = form if form.day else _as_it_is(turn, form, ticket)
    told = read_event(turn)
    await go_next(turn, replace(before, place=(told.place if told else None) or answer.text))


async def go_next(turn: Turn, form: EventDateForm) -> None:
    dating.tell_if_past(turn, form)
    await forms.go(turn, form, dating.missing(turn, form) or "confirm")


async def _ask_confirm(turn: Turn, form: EventDateForm) -> Reply:
    at = dating.starts_at(turn, form) or turn.local_now
    ticket = await ticket_of_form(turn, form)
    changed = event_changes.Changed(at, form.place, form.contact, dating.other_half(turn, form))
    return event_changes.ask_move(ticket, changed, turn.local_now, form.choice)


async def _take_confirm(turn: Turn, form: EventDateForm, answer: Answer) -> None:
    said = turn.decided(answer)
    if answer.value == "other" and form.other_hour:
        await go_next(turn, replace(form, hour=form.other_hour, other_hour=form.hour))
    elif said:
        await _move(turn, form)
    elif said is False:
        await forms.go(turn, EventDateForm(step="when", ticket=form.ticket), "when")
    else:
        await forms.choose_again(turn, form)


async def _ask_postpone(turn: Turn, form: EventDateForm) -> Reply:
    return event_changes.ask_postpone(await ticket_of_form(turn, form), form.choice)


async def _take_postpone(turn: Turn, form: EventDateForm, answer: Answer) -> None:
    said = turn.decided(answer)
    if said:
        await _postpone(turn, form)
    elif said is False:
        forms.finish(turn)
        turn.say(event_changes.stays(await ticket_of_form(turn, form)))
    else:
        await forms.choose_again(turn, form)


async def _move(turn: Turn, form: EventDateForm) -> None:
    at = dating.starts_at(turn, form)
    if at is None or dating.missing(turn, form):
        await go_next(turn, form)
        return
    ticket = await _to_change(turn, form)
    change = Change(at, form.place, form.contact)
    if ticket and await attempt(turn, ticket, move_event(turn.desk, ticket, change, turn.person)):
        its_case = see(turn, ticket)
        changed = event_changes.Changed(at, form.place, form.contact)
        turn.say(event_changes.moved_it(ticket, changed, turn.local_now, its_case), ticket=ticket.id)


async def _postpone(turn: Turn, form: EventDateForm) -> None:
    ticket = await _to_change(turn, form)
    if ticket and await attempt(turn, ticket, postpone_event(turn.desk, ticket, turn.person)):
        turn.say(event_changes.postponed_it(ticket, see(turn, ticket)), ticket=ticket.id)


async def _to_change(turn: Turn, form: EventDateForm) -> Ticket | None:
    """Who may is looked at again: the question may have waited."""
    ticket = await ticket_of_form(turn, form)
    forms.finish(turn)
    if ticket.requester != turn.person.id and not may_work_tickets(turn.roles):
        turn.say(general.not_for_your_role(may_work_tickets))
    elif not ticket.is_live or ticket.event_at is None:
        turn.say(words.cannot_move(ticket), ticket=ticket.id)
    else:
        turn.state.subject.ticket = ticket.number
        return ticket
    return None


def see(turn: Turn, ticket: Ticket) -> Choice:
    return see_ticket(ticket) if ticket.requester == turn.person.id else see_at_desk(ticket)


EVENT_DATE = Flow(
    "event_date",
    EventDateForm,
    "el cambio del evento",
    {
        "when": Step(_ask_when, _take_when),
        "where": Step(lambda _turn, _form: event_changes.ASK_NEW_PLACE, _take_where),
        **dating.steps(go_next),
        "confirm": Step(_ask_confirm, _take_confirm, free_text=False),
        "postpone": Step(_ask_postpone, _take_postpone, free_text=False),
    },
)
