"""What the guard was called for at night: told in the morning to those who answer for the desk, or shown when asked."""

from datetime import timedelta

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.calendar import Span
from itgov_bot.domain.facts import NightPassed
from itgov_bot.domain.night import NightCase, last_night, night_case, worst_first
from itgov_bot.domain.people import Person, Role, UrgentNews
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import marks, people
from itgov_bot.storage.duty import night

TOLD = "night_report"
"""Where the last opening is kept at which a night was told."""


async def tell_night(desk: Desk) -> None:
    """Once for each opening: what the guard was called for since the last one. A calm night is not told."""
    calendar = desk.calendars.general
    if not calendar.is_open(desk.now):
        return
    closing, opening = last_night(calendar, desk.now)
    told = await marks.last(desk.session, TOLD)
    if (told and told >= opening) or not await marks.move_on(desk.session, TOLD, told, opening):
        return
    span = told or closing, opening
    if found := await cases(desk, span):
        since = min(closing, *(case.called_at for case in found))  # earlier, after days without the program
        desk.facts.append(NightPassed((since, opening), tuple(found)))


async def of_last_night(desk: Desk) -> tuple[Span, list[NightCase]]:
    """Those of the last time that the desk was closed, or of now if it is."""
    span = last_night(desk.calendars.general, desk.now)
    return span, await cases(desk, span)


async def cases(desk: Desk, span: Span) -> list[NightCase]:
    found = await night.paged_between(desk.session, *span)
    return worst_first([await _case(desk, ticket, span) for ticket in found])


async def case_of(desk: Desk, ticket: Ticket) -> NightCase | None:
    """Of one ticket, all the calls for it; None where nobody was called."""
    span = ticket.opened_at, desk.now + timedelta(seconds=1)
    paged = [one for one in await night.paged_between(desk.session, *span) if one.id == ticket.id]
    return await _case(desk, ticket, span) if paged else None


async def _case(desk: Desk, ticket: Ticket, span: Span) -> NightCase:
    return night_case(await view(desk, ticket), await lookup.timeline(desk, ticket), span)


async def watchers(desk: Desk, news: UrgentNews) -> list[Person]:
    """The managers and coordinators who want the news of urgent tickets so, each once."""
    found = [*await support.reachable(desk, Role.MANAGER), *await support.coordinators(desk)]
    return [one for one in {person.id: person for person in found}.values() if one.urgent_news is news]


async def choose_news(desk: Desk, person: Person, news: UrgentNews) -> None:
    await people.update(desk.session, person.id, urgent_news=news)
