"""Accompanying an event of the mayor's office: who is asked to go, who cannot, the reminders, and another date."""

from datetime import UTC, datetime, timedelta

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import everybody_on_duty
from itgov_bot.desk.tickets.changes import keep, move, must_live, record, remind, stop_paging
from itgov_bot.desk.tickets.paging import who_is_called
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets import accompaniment as rules
from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.domain.tickets.moves import Move
from itgov_bot.domain.tickets.ticket import NEW_DATE, Priority, Ticket
from itgov_bot.storage import accompaniment, notices, people, ticket_events

MAX_EARLIER = timedelta(hours=36)
"""What falls into the night comes earlier, by less than this."""
AGENDA = 40
"""So many events of the agenda are read."""


class NotAsked(Exception):
    """Somebody says that they cannot go who was not asked to, or has said so before."""


# Opened, refused, moved


async def begin(desk: Desk, ticket: Ticket) -> None:
    """The duty of that hour is asked to go; what happens within working hours the desk sees by itself."""
    await pass_over_reminders(desk, ticket)
    if ticket.exception:
        await _ask_next(desk, ticket)


async def pass_over_reminders(desk: Desk, ticket: Ticket) -> None:
    """Who was told just now is not reminded at once of what was due before."""
    offsets, at = desk.reference.agreements.events.remind_before, _when(ticket)
    for before in rules.due_reminders(desk.calendar(ticket.service), at, offsets, desk.now):
        await notices.mark_sent(desk.session, ticket, _notice(at, before), desk.now)


async def decline(desk: Desk, ticket: Ticket, by: Person) -> Ticket:
    """Somebody cannot go: the next ones are asked at once. Whoever had confirmed has it no more.

    Raises NotAsked, MoveNotAllowed or Overtaken.
    """
    must_live(ticket)
    asked, had_it = await asked_so_far(desk, ticket), ticket.assignee == by.id
    if not had_it and (by.id not in asked.people or by.id in asked.refused):
        raise NotAsked
    if had_it:
        ticket = await move(desk, ticket, Move.RELEASE, assignee_id=None, waiting_for=None)
    ticket = await record(desk, ticket, EventKind.EVENT_DECLINED, by.id, had_it=had_it, internal=not had_it)
    if ticket.is_postponed or rules.is_confirmed(ticket):
        return ticket
    if not await _ask_next(desk, ticket, again=True):
        remind(desk, ticket.id, ReminderKind.EVENT_UNCONFIRMED, people=[], requester=False)
    return ticket


async def move_event(desk: Desk, ticket: Ticket, change: rules.Change, by: Person) -> Ticket:
    """Everybody hears of it who heard of it as it was, once. Raises MoveNotAllowed or Overtaken."""
    must_live(ticket)
    to = change.to or _when(ticket)
    exception = rules.exception_of(desk.calendar(ticket.service), to)
    urgency = {} if ticket.exception == exception else _urgency(ticket, urgent=exception is not None)
    urgency |= {"waiting_for": None} if ticket.is_postponed else {}
    new = {"event_at": to, "place": change.place or ticket.place, "contact": change.contact or ticket.contact}
    moved = await keep(desk, ticket, exception=exception, **new, **urgency)
    is_moved = ticket.is_postponed or to != _when(ticket)
    told = _dates(desk, ticket, to) if is_moved else {}
    moved = await record(desk, moved, EventKind.EVENT_MOVED, by.id, **told, **_told_besides(ticket, moved))
    if is_moved:
        await stop_paging(desk, moved)
        await pass_over_reminders(desk, moved)
        await _ask_anew(desk, moved)
    return moved


async def _ask_anew(desk: Desk, ticket: Ticket) -> None:
    """For its new date. What begins before anybody attends is for the guard, and its rounds call."""
    if ticket.exception and not rules.is_confirmed(ticket):
        await _ask_next(desk, ticket, moved=True)


def _dates(desk: Desk, ticket: Ticket, to: datetime) -> dict[str, object]:
    was, moved_to = (desk.calendars.general.local(at).isoformat() for at in (_when(ticket), to))
    return {"was": was, "moved_to": moved_to}


def _told_besides(ticket: Ticket, moved: Ticket) -> dict[str, object]:
    """What else of it is another."""
    told = {"place": moved.place, "contact": moved.contact}
    return {name: words for name, words in told.items() if words != getattr(ticket, name)}


async def postpone_event(desk: Desk, ticket: Ticket, by: Person) -> Ticket:
    """Until somebody knows when it is, nobody is reminded of it or called. Raises MoveNotAllowed or Overtaken."""
    must_live(ticket)
    waits = await keep(desk, ticket, waiting_for=NEW_DATE)
    was = desk.calendars.general.local(_when(ticket)).isoformat()
    waits = await record(desk, waits, EventKind.EVENT_MOVED, by.id, was=was, postponed=True)
    await stop_paging(desk, waits)
    return waits


def _urgency(ticket: Ticket, *, urgent: bool) -> dict[str, object]:
    """Only the exceptions of the ANS are urgent; what the desk set itself stays."""
    stays = ticket.priority if ticket.priority is not Priority.URGENT else Priority.NORMAL
    return {"urgent": urgent, "priority": Priority.URGENT if urgent else stays}


async def asked_so_far(desk: Desk, ticket: Ticket) -> rules.Asked:
    """Since the event has its present date."""
    return rules.asked_of(await ticket_events.timeline(desk.session, ticket.id))


async def who_was_asked(desk: Desk, ticket: Ticket) -> rules.WhoIsAsked:
    """For its present date."""
    return rules.who_is_asked(await ticket_events.timeline(desk.session, ticket.id))


async def _ask_next(desk: Desk, ticket: Ticket, *, waves: int = 1, **why: bool) -> list[int]:
    """Asks so many more steps of the ladder of that hour, and who coordinates besides them after it; `why`: `again`, or
    because it was `moved`. Who was asked."""
    steps = await who_is_called(desk, ticket) if ticket.exception else {}
    order = [[person.id for person in steps[step]] for step in sorted(steps)]
    on_duty = {person for group in order for person in group}
    order.append([person.id for person in await support.coordinators(desk, besides=on_duty)])
    before = await asked_so_far(desk, ticket)
    asked, called = set(before.people), dict[int, None]()
    for _ in range(waves):
        fresh = rules.next_asked(order, asked, before.refused)
        called.update(dict.fromkeys(fresh))
        asked |= set(fresh)
    if called:
        guard = {person.id for _, person in await everybody_on_duty(desk, ticket.event_at)}
        people = {"people": list(called), "on_duty": sorted(guard & called.keys())}
        await record(desk, ticket, EventKind.EVENT_CALLED, None, **people, **why)
    return list(called)


# What time makes due


async def remind_of_events(desk: Desk) -> None:
    """Each reminder once, whatever the clock does."""
    longest = max(desk.reference.agreements.events.remind_before)
    for ticket in await accompaniment.from_on(desk.session, desk.now, desk.now + longest + MAX_EARLIER):
        await _remind(desk, ticket)


async def _remind(desk: Desk, ticket: Ticket) -> None:
    """The reminders whose time has come: several at once (the program was away) are one.

    Whoever goes is reminded; while nobody does, the next ones are asked as well.
    """
    offsets, at = desk.reference.agreements.events.remind_before, _when(ticket)
    due = rules.due_reminders(desk.calendar(ticket.service), at, offsets, desk.now)
    known = await accompaniment.told(desk.session, ticket.id)
    fresh = [before for before in due if _notice(at, before) not in known]
    mine = [one for one in fresh if await notices.mark_sent(desk.session, ticket, _notice(at, one), desk.now)]
    if not mine:
        return
    to_requester = rules.is_for_requester(mine[-1], offsets)
    if rules.is_confirmed(ticket):
        remind(desk, ticket.id, ReminderKind.EVENT_SOON, requester=to_requester)
    else:
        called = await _ask_next(desk, ticket, waves=len(mine), again=True)
        remind(desk, ticket.id, ReminderKind.EVENT_UNCONFIRMED, people=called, requester=to_requester)


async def ask_how_events_were(desk: Desk) -> None:
    """On the working day after an event whoever went is asked to resolve its ticket."""
    for ticket in await accompaniment.before(desk.session, desk.now):
        at, notice = _when(ticket), f"event:over:{_stamp(_when(ticket))}"
        if rules.asked_how_it_was_at(desk.calendar(ticket.service), at) > desk.now:
            continue
        is_told = notice in await accompaniment.told(desk.session, ticket.id)
        if not is_told and await notices.mark_sent(desk.session, ticket, notice, desk.now):
            remind(desk, ticket.id, ReminderKind.EVENT_OVER)


def _notice(event_at: datetime, before: timedelta) -> str:
    """Of that date alone: an event that was moved is reminded of anew."""
    return f"event:{before.total_seconds() / 60:.0f}:{_stamp(event_at)}"


def _stamp(event_at: datetime) -> str:
    """The same whatever the zone in which it is told."""
    return event_at.astimezone(UTC).strftime("%Y%m%d%H%M")


def _when(ticket: Ticket) -> datetime:
    if ticket.event_at is None:
        raise LookupError(f"{ticket.number} is no event")
    return ticket.event_at


# The agenda


async def agenda(desk: Desk) -> list[rules.Planned]:
    """What is to come from today on, the nearest first."""
    local = desk.calendars.general.local(desk.now)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    coming = (await accompaniment.from_on(desk.session, midnight))[:AGENDA]
    return [rules.Planned(one, _when(one), await _who_goes(desk, one)) for one in coming]


async def postponed(desk: Desk) -> list[Ticket]:
    """Those that have no date at present."""
    return (await accompaniment.postponed(desk.session))[:AGENDA]


async def _who_goes(desk: Desk, ticket: Ticket) -> Person | None:
    if ticket.assignee is None or not rules.is_confirmed(ticket):
        return None
    return await people.get(desk.session, ticket.assignee)
