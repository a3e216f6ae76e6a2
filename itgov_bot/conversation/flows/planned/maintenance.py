"""Maintenance that is announced, moved, called off, ended or asked for in words: the form and the list of `/mantenimiento`
are led to, and nothing is done unseen."""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.conversation.flows.agents.maintenance import form, listing
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import maintenance
from itgov_bot.domain.maintenance import Maintenance
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.understanding.language.maintenance import asks_politely, names_maintenance, names_which
from itgov_bot.understanding.language.time.beside_time import time_told, told_beside_time
from itgov_bot.understanding.language.time.spans import find_moment
from itgov_bot.understanding.language.which_planned import Planned, which_planned
from itgov_bot.wording.agents import maintenance as words

LEAST_TOLD = 3
"""Words: «el viernes a las 8» alone announces nothing."""
MOVES = frozenset({TeamSays.PLAN_MOVE, TeamSays.PLAN_CANCEL, TeamSays.PLAN_OVER})
"""What is said of one that is announced."""


def may_be_announced(turn: Turn) -> bool:
    """It is named, or an hour to come is told beside what is done."""
    is_told = len(told_beside_time(turn.text).split()) >= LEAST_TOLD
    is_to_come = is_told and find_moment(time_told(turn.text), turn.local_now) is not None
    is_asked = turn.text.rstrip().endswith("?") and not asks_politely(turn.text)
    return (is_to_come or names_maintenance(turn.text)) and not is_asked


async def announce(turn: Turn) -> None:
    await form.begin(turn, turn.text)


async def ask(turn: Turn) -> None:
    """The one that is named; else all."""
    found = await meant(turn)
    if len(found) == 1:
        turn.say(words.card(await maintenance.view(turn.desk, found[0])))
    else:
        await listing.show(turn, "")


async def meant(turn: Turn) -> list[Maintenance]:
    """Those that the words name."""
    coming = [one.maintenance for one in await maintenance.coming(turn.desk)]
    local, ids = turn.desk.calendars.general.local, {one.id: one for one in coming}
    things = [Planned(one.id, _words(turn, one), local(one.plan.starts_at).date()) for one in coming]
    return [ids[one] for one in which_planned(turn.text, things, turn.local_now.date())]


def _words(turn: Turn, one: Maintenance) -> str:
    service = turn.desk.service(one.plan.service)
    return f"{one.plan.text} {service.label if service else ''}"


async def change(turn: Turn, says: TeamSays) -> None:
    """Of the one that is named, that goes on, or that is the only one; where several may be, or another one is named, it is
    asked which."""
    named = await meant(turn)
    is_another = not named and names_which(turn.text)
    found = named or [one.maintenance for one in await maintenance.coming(turn.desk)]
    running = [one for one in found if one.plan.starts_at <= turn.now]
    of_now = running if says is TeamSays.PLAN_OVER and running else found
    if not of_now:
        await listing.show(turn, "")
    elif len(of_now) == 1 and not is_another:
        await _DEEDS[says](turn, of_now[0])
    else:
        views = [await maintenance.view(turn.desk, one) for one in of_now]
        turn.ask_about(words.which(views, says), turn.text)


async def press(turn: Turn, says: TeamSays, number: int) -> None:
    """The one that was meant; the words are those of the turn again."""
    one = await maintenance.find(turn.desk, number)
    if one is None:
        turn.say(words.UNKNOWN)
    elif not one.is_open:
        turn.say(words.not_open(await maintenance.view(turn.desk, one)))
    else:
        await _DEEDS[says](turn, one)


async def _move(turn: Turn, one: Maintenance) -> None:
    await form.begin_move(turn, one, turn.text)


async def _cancel(turn: Turn, one: Maintenance) -> None:
    turn.say(words.ask_cancel(await maintenance.view(turn.desk, one)))


async def _over(turn: Turn, one: Maintenance) -> None:
    """What has not begun is shown."""
    shown = await maintenance.view(turn.desk, one)
    turn.say(words.ask_over(shown) if one.plan.starts_at <= turn.now else words.card(shown))


_DEEDS: Mapping[TeamSays, Callable[[Turn, Maintenance], Awaitable[None]]] = {
    TeamSays.PLAN_MOVE: _move,
    TeamSays.PLAN_CANCEL: _cancel,
    TeamSays.PLAN_OVER: _over,
}
