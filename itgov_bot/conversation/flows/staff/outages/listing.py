"""What is down, or planned: `/caidas`, and what anybody asks of it in words."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation.flows.managers import unkept
from itgov_bot.conversation.state import LastAsked, Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import downtime, maintenance, outages, people
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.maintenance import MaintenanceView
from itgov_bot.domain.people import may_see_summaries, may_work_tickets
from itgov_bot.domain.tickets.outages import Outage
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding import RequestType
from itgov_bot.understanding.figures.asked import Asked, Wanted
from itgov_bot.understanding.figures.settles import counts_outages
from itgov_bot.understanding.language.maintenance import asks_about_maintenance
from itgov_bot.understanding.language.time.stretches import find_stretch, find_times
from itgov_bot.understanding.outages.report import OutageReport
from itgov_bot.understanding.outages.same import find_same
from itgov_bot.wording import maintenance as maintenance_words
from itgov_bot.wording.agents.tickets import outage_lists as words
from itgov_bot.wording.staff.outages import known as asked_words

MAX_OUTAGES = 5


async def list_outages(turn: Turn, rest: str) -> None:
    """`/caidas`, `/caidas 2026-11`, `/caidas marzo`."""
    of = find_stretch(rest, turn.local_now.date())
    if rest and of is None:
        turn.say(words.no_such_stretch(rest))
    else:
        await list_of(turn, of)


async def list_of(turn: Turn, of: Stretch | None) -> None:
    """Those of a stretch of time; without one, those of now, the last ten, and what is planned. What a manager asks next is
    of them."""
    if may_see_summaries(turn.roles) and not turn.incoming.is_group:
        turn.state.figures = LastAsked(turn.now, Asked(Wanted.OUTAGES, times=(of,) if of else ()))
    names = {service.id: service.label for service in turn.desk.reference.catalog.services}
    calendar = turn.desk.calendars.general
    if of:
        down = await downtime.down_within(turn.desk, of)
        if not down.outages and await unkept.told(turn, of, "outages"):
            return
        solved = await _solved(turn, down.outages)
        listed = words.listing_of(of, down.outages, down.total, names, calendar, turn.now, solved)
        planned = maintenance_words.planned_within(down.planned, down.total.planned)
        turn.say(replace(listed, text="\n".join([listed.text, *planned])))
        return
    current, past = await outages.known_outages(turn.desk)
    agent = may_work_tickets(turn.roles)
    solved = await _solved(turn, [*current, *past])
    listed = words.listing(current, past, names, calendar, turn.now, agent=agent, solved=solved)
    planned = maintenance_words.lines(await maintenance.coming(turn.desk))
    turn.say(replace(listed, text="\n".join([listed.text, *([""] if planned else []), *planned])))


async def _solved(turn: Turn, found: Sequence[Outage]) -> dict[str, str]:
    """By number, who saw to it and what it was; for who answers for the desk."""
    if not may_see_summaries(turn.roles):
        return {}
    tickets = [one.ticket for one in found]
    who = {one.id: await people.get(turn.desk, one.solved_by or one.assignee) for one in tickets}
    return {one.number: words.solved_by(one, who[one.id]) for one in tickets}


# What is asked of it


async def how_many_asked(turn: Turn) -> bool:
    """A reader: «cuántas caídas llevamos este mes y cuánto duraron», of who answers for the desk."""
    if not counts_outages(turn.text):
        return False
    told = find_times(turn.text, turn.local_now.date()).told
    await list_of(turn, told[0] if told else None)
    return True


async def maintenance_asked(turn: Turn) -> bool:
    """A reader of «¿hay mantenimiento hoy?», «¿hasta cuándo es el mantenimiento?»; no fault, and nothing to be paged."""
    if not asks_about_maintenance(turn.text):
        return False
    read = turn.interpret(turn.text)
    if read.exception or read.request_type is RequestType.INCIDENT:
        return False
    await _say_planned(turn)
    return True


async def _say_planned(turn: Turn) -> None:
    turn.say(maintenance_words.listing(await maintenance.coming(turn.desk)))


async def outage_status(turn: Turn) -> None:
    """The known outages of what is asked after, or all of them; whoever is hit as well joins with one press. What is
    planned is no outage."""
    if asks_about_maintenance(turn.text):
        await _say_planned(turn)
        return
    lasting, _ = await outages.known_outages(turn.desk)
    asked = _asked_after(turn, [one.ticket for one in lasting])[:MAX_OUTAGES]
    if asked:
        known = [
            (await view(turn.desk, one), await outages.is_affected(turn.desk, one, turn.person))
            for one in asked
        ]
        turn.say(asked_words.known_outages(turn.city, known, consented=turn.has_consented))
        return
    service = turn.desk.service(turn.interpret(turn.text).named)
    turn.state.subject = Subject(service=service.id if service else None)
    turn.say(asked_words.no_outage(service, await _running(turn)))


async def _running(turn: Turn) -> MaintenanceView | None:
    """The maintenance that goes on and may be why it is asked; without a name, any."""
    told = _told(turn)
    if told.is_nameless:
        return next((one for one in await maintenance.coming(turn.desk) if one.is_running), None)
    return await maintenance.find_running(turn.desk, turn.understanding, told)


def _asked_after(turn: Turn, known: list[Ticket]) -> list[Ticket]:
    """Of what is named, those that it may be; without a name, all."""
    read, told = turn.understanding.words.outages, _told(turn)
    return known if told.is_nameless else find_same(read, told, known, turn.desk.reference.catalog.twins)


def _told(turn: Turn) -> OutageReport:
    """What is asked after, as if it were told."""
    read = turn.understanding.words.outages
    return read.report(turn.text, turn.sure_service(turn.text), "", None, is_fault=True)
