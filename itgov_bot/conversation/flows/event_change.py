"""What is told at any time of an event that is planned: a change of it, what else is needed there, who goes. What is to be
changed is asked in the form of `event_date`."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.at_ticket import ticket_of_form
from itgov_bot.conversation.flows.event_date import begin, go_next, see, take_told
from itgov_bot.conversation.flows.steps import dating
from itgov_bot.conversation.flows.steps.event_told import read_event
from itgov_bot.conversation.form_types import EventDateForm, Form
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.requesting import add_message
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.accompaniment import is_past
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.matters import is_pressing
from itgov_bot.domain.tickets.ticket import LIVE, Ticket
from itgov_bot.patterns import regex
from itgov_bot.understanding.inside.event_told import ASKS, CHANGES, EventTold
from itgov_bot.understanding.inside.events import EventSays
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.time.moved_spans import without_old_time
from itgov_bot.wording.staff import accompaniment as words
from itgov_bot.wording.staff import event_changes
from itgov_bot.wording.text import full_day

BESIDES = (EventSays.MORE, EventSays.CONTACT)
MANY = 50
SHOWN = 8
SHOWN_WITH_WHO = 3
_CALLED = regex(r"\blo del? (?:el |la |los |las )?(\w{4,})")
MIN_NAMING = 5
"""Letters of a word that names a place."""


async def change_told(turn: Turn) -> bool:
    """A reader of free text: «se aplazó el evento», of somebody who has one in the agenda."""
    told = read_event(turn)
    if told is None or told.says not in (*CHANGES, *BESIDES):
        return False
    if not told.is_sure and told.says is EventSays.CANCEL:
        return False
    meant = await _events_meant(turn, told)
    if told.says in BESIDES:
        return await _besides_told(turn, meant, told)
    if len(meant) > 1:
        turn.say(event_changes.which_event(meant, told.says, turn.desk.calendars.general, turn.now))
    elif meant:
        await _begin_with(turn, meant[0], told)
    return bool(meant)


async def _besides_told(turn: Turn, meant: list[Ticket], told: EventTold) -> bool:
    """What is needed there, or whom to reach, goes to the event that was spoken of last; what presses has its own talk."""
    is_spoken_of = len(meant) == 1 and (meant[0].number == turn.state.subject.ticket or told.is_named)
    if not (is_spoken_of and told.is_sure) or is_pressing(meant[0], turn.now):
        return False
    if told.says is EventSays.CONTACT and told.contact:
        await _begin_with(turn, meant[0], told)
    else:
        await add_message(turn.desk, meant[0], turn.person, turn.text)
        turn.say(event_changes.more_of_it(meant[0], see(turn, meant[0])), ticket=meant[0].id)
    return True


async def who_goes_asked(turn: Turn) -> bool:
    """A reader of free text: «¿quién va?», «¿cuándo es?» of somebody who has an event in the agenda."""
    told = read_event(turn)
    meant = await _events_meant(turn, told) if told and told.says in ASKS else []
    for ticket in meant[:SHOWN_WITH_WHO]:
        await _say_who_goes(turn, ticket)
    return bool(meant)


async def _events_meant(turn: Turn, told: EventTold) -> list[Ticket]:
    """Those of their own that the words name, or else the one that was spoken of last, or all; none where they may as well
    be of something else that they have open."""
    own = await lookup.own(turn.desk, turn.person, LIVE, limit=MANY)
    planned = [
        one for one in own if one.is_postponed or (one.event_at and not is_past(one.event_at, turn.now))
    ]
    named = [one for one in planned if _is_named(turn, one)]
    if len(named) == 1:
        return named
    spoken_of = turn.state.subject.ticket
    if last := [one for one in planned if one.number == spoken_of]:
        return last
    if told.is_named:
        return planned[:SHOWN]
    waiting = [one for one in planned if one.is_postponed]
    if told.says is EventSays.DATE and told.is_sure and waiting:
        return waiting[:SHOWN]
    is_alone = len(planned) == len(own) and (spoken_of is None or told.says is not EventSays.CANCEL)
    return planned[:SHOWN] if is_alone and told.is_sure else []


def _is_named(turn: Turn, ticket: Ticket) -> bool:
    """By its day or its place, or as «lo de la ministra» that its words tell of."""
    said = set(plain(turn.text).split())
    called = _CALLED.search(plain(turn.text))
    if called and called[1] in plain(ticket.text).split():
        return True
    at = turn.desk.calendars.general.local(ticket.event_at or turn.now)
    day = plain(full_day(at.date(), turn.local_now.date())).split()[0]
    return bool(said & {day, *(one for one in plain(ticket.place).split() if len(one) >= MIN_NAMING)})


async def _say_who_goes(turn: Turn, ticket: Ticket) -> None:
    events = await lookup.timeline(turn.desk, ticket)
    taken = [event.at for event in events if event.kind is EventKind.TAKEN]
    whole = await view(turn.desk, ticket)
    turn.say(words.who_goes(whole, taken[-1] if taken else None), ticket=ticket.id)


async def _begin_with(turn: Turn, ticket: Ticket, told: EventTold) -> None:
    form = EventDateForm(step="when", ticket=ticket.number)
    turn.state.start(form)
    await take_told(turn, form, ticket, told)


async def told_otherwise(turn: Turn, form: Form) -> bool:
    """A reader in a form: another change takes the place of the one that waits for its yes, whatever was asked."""
    if not isinstance(form, EventDateForm) or turn.files.kept:
        return False
    if half := dating.half_told(form, turn.text):
        await go_next(turn, half)
        return True
    told = read_event(turn)
    if told is None or not (told.is_sure or told.tells_anything):
        return False
    ticket = await ticket_of_form(turn, form)
    if told.says in CHANGES:
        await take_told(turn, form, ticket, told)
    elif told.says is EventSays.MORE:
        await add_message(turn.desk, ticket, turn.person, turn.text)
        await forms.ask_again(turn, form, event_changes.more_of_it(ticket, see(turn, ticket)))
    else:
        return False
    return True


async def begin_told(turn: Turn, ticket: Ticket, text: str) -> None:
    """Of one that is known: what changes may be told in any words."""
    told = read_event(turn, without_old_time(text))
    if told and ticket.event_at and ticket.is_live:
        await _begin_with(turn, ticket, told)
    else:
        await begin(turn, ticket)
