"""«Cambiar fecha» of an event: for its requester and for the desk. The new date is said back before it is kept."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.at_ticket import attempt, ticket_of_form
from itgov_bot.conversation.flows.steps import dating
from itgov_bot.conversation.form_types import EventDateForm
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.accompaniment import move_event
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import LIVE, Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.event_change import (
    EventChange,
    asks_when_it_is,
    asks_who_goes,
    change_of_event,
    names_an_event,
)
from itgov_bot.understanding.language.time.coming import find_coming
from itgov_bot.understanding.language.time.moved_spans import without_old_time
from itgov_bot.understanding.urgency.mayor_event import new_place
from itgov_bot.wording import general
from itgov_bot.wording.choices import see_at_desk, see_ticket
from itgov_bot.wording.staff import accompaniment as words
from itgov_bot.wording.staff.tickets.changed import ask_cancel

MANY = 50
SHOWN = 8
SHOWN_WITH_WHO = 3


async def change_told(turn: Turn) -> bool:
    """A reader of free text: «se aplazó el evento», of somebody who has one in the agenda."""
    told = change_of_event(turn.text)
    planned = await _own_to_come(turn) if told else []
    if told is None or not planned or not (told.is_named or _can_only_be(turn, told, planned)):
        return False
    if len(planned) > 1:
        turn.say(words.which_event(planned, told.change, turn.desk.calendars.general, turn.now))
    elif told.change == "cancel":
        turn.say(ask_cancel(planned[0]))
    else:
        await _begin_with(turn, planned[0], told.words)
    return True


def _can_only_be(turn: Turn, told: EventChange, planned: list[Ticket]) -> bool:
    """«Lo corrieron para las 9», «se canceló» of who has one event. What only corrects is of what was spoken of last."""
    spoken_of = turn.state.subject.ticket
    is_last = len(planned) == 1 and spoken_of == planned[0].number
    if len(planned) != 1 or (told.change == "cancel" and spoken_of and not is_last):
        return False
    is_told = not told.words or _tells_more(turn, told.words)
    return told.change == "cancel" or (is_told and (told.is_plain or is_last))


async def who_goes_asked(turn: Turn) -> bool:
    """A reader of free text: «¿quién va?», «¿cuándo es?» of somebody who has an event in the agenda, and
    nothing else that is urgent."""
    if not (asks_who_goes(turn.text) or asks_when_it_is(turn.text)):
        return False
    planned = await _own_to_come(turn)
    own = await lookup.own(turn.desk, turn.person, LIVE, limit=MANY) if planned else []
    if not planned or (any(one.urgent and not one.event_at for one in own) and not names_an_event(turn.text)):
        return False
    for ticket in planned[:SHOWN_WITH_WHO]:
        await _say_who_goes(turn, ticket)
    return True


async def _say_who_goes(turn: Turn, ticket: Ticket) -> None:
    events = await lookup.timeline(turn.desk, ticket)
    taken = [event.at for event in events if event.kind is EventKind.TAKEN]
    whole = await view(turn.desk, ticket)
    turn.say(words.who_goes(whole, taken[-1] if taken else None), ticket=ticket.id)


async def _own_to_come(turn: Turn) -> list[Ticket]:
    own = await lookup.own(turn.desk, turn.person, LIVE, limit=MANY)
    return [one for one in own if one.event_at and one.event_at > turn.now][:SHOWN]


async def _begin_with(turn: Turn, ticket: Ticket, text: str) -> None:
    """The new date may stand in the same words."""
    form = EventDateForm(step="when", ticket=ticket.number)
    if not _tells_more(turn, text):
        await forms.start(turn, form)
    else:
        turn.state.start(form)
        await _take_when(turn, form, Answer(text=text))


async def begin_told(turn: Turn, ticket: Ticket, text: str) -> None:
    """Of one that is known: the new date may be told in any words."""
    told = change_of_event(text)
    if ticket.event_at and ticket.is_live:
        await _begin_with(turn, ticket, told.words if told and told.words else without_old_time(text))
    else:
        turn.say(words.cannot_move(ticket), ticket=ticket.id)


def _tells_more(turn: Turn, text: str) -> bool:
    return find_coming(text, turn.local_now).day is not None or new_place(turn.text) is not None


async def begin(turn: Turn, ticket: Ticket) -> None:
    if ticket.event_at and ticket.is_live:
        await forms.start(turn, EventDateForm(step="when", ticket=ticket.number))
    else:
        turn.say(words.cannot_move(ticket), ticket=ticket.id)


async def _ask_when(turn: Turn, form: EventDateForm) -> Reply:
    ticket = await ticket_of_form(turn, form)
    was = turn.desk.calendars.general.local(ticket.event_at or turn.now)
    return words.ask_new_date(ticket, was, turn.local_now)


async def _take_when(turn: Turn, form: EventDateForm, answer: Answer) -> None:
    """An hour alone is of the same day, a day alone has the same hour: both are said back before they are kept."""
    ticket, change = await ticket_of_form(turn, form), change_of_event(answer.text)
    if change and change.change == "cancel":
        forms.finish(turn)
        turn.say(ask_cancel(ticket))
        return
    was = turn.desk.calendars.general.local(ticket.event_at or turn.now)
    before = replace(form, day=was.date(), hour=was.time())
    new = change.words if change and change.words else answer.text
    told, place = dating.moved(before, new, turn.local_now), new_place(turn.text)
    if told is None and place is None:
        turn.say(words.NO_DAY_IN_THAT)
    else:
        await _go_next(turn, replace(told or before, is_day_in_doubt=False, place=place or form.place))


async def _go_next(turn: Turn, form: EventDateForm) -> None:
    dating.tell_if_past(turn, form)
    await forms.go(turn, form, dating.missing(turn, form) or "confirm")


async def _ask_confirm(turn: Turn, form: EventDateForm) -> Reply:
    at = dating.starts_at(turn, form) or turn.local_now
    return words.ask_move(await ticket_of_form(turn, form), at, form.place, turn.local_now, form.choice)


async def _take_confirm(turn: Turn, form: EventDateForm, answer: Answer) -> None:
    said = turn.decided(answer)
    if said:
        await _move(turn, form)
    elif said is False:
        await forms.go(turn, EventDateForm(step="when", ticket=form.ticket), "when")
    elif answer.text and (change_of_event(answer.text) or _tells_more(turn, answer.text)):
        await _take_when(turn, form, answer)
    else:
        await forms.choose_again(turn, form)


async def _move(turn: Turn, form: EventDateForm) -> None:
    """Who may is looked at again: the question may have waited."""
    ticket, at = await ticket_of_form(turn, form), dating.starts_at(turn, form)
    if at is None or dating.missing(turn, form):
        await _go_next(turn, form)
        return
    forms.finish(turn)
    is_own = ticket.requester == turn.person.id
    if not is_own and not may_work_tickets(turn.roles):
        turn.say(general.not_for_your_role(may_work_tickets))
    elif not ticket.is_live or ticket.event_at is None:
        turn.say(words.cannot_move(ticket), ticket=ticket.id)
    elif await attempt(turn, ticket, move_event(turn.desk, ticket, at, turn.person, form.place)):
        see = see_ticket(ticket) if is_own else see_at_desk(ticket)
        turn.say(words.moved_it(ticket, at, form.place, turn.local_now, see), ticket=ticket.id)


EVENT_DATE = Flow(
    "event_date",
    EventDateForm,
    "la nueva fecha",
    {
        "when": Step(_ask_when, _take_when),
        **dating.steps(_go_next),
        "confirm": Step(_ask_confirm, _take_confirm, free_text=False),
    },
)
