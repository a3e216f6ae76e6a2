"""`/mantenimiento`: the list of what is planned, and one of it moved, cancelled, ended or gone wrong."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.agents.maintenance import form as maintenance_form
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import maintenance
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.maintenance import Maintenance
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.wording.agents import maintenance as words
from itgov_bot.wording.on_ticket import BY_THIS_CHAT, PLACE_NOT_SAID

Act = Callable[[Turn, Maintenance], Awaitable[None]]


async def show(turn: Turn, rest: str) -> None:
    """`/mantenimiento`, or with what is announced: «sábado 8 pm a 11 pm: cambio del switch»."""
    if rest:
        await maintenance_form.begin(turn, rest)
    else:
        turn.say(words.listing(await maintenance.coming(turn.desk)))


async def press(turn: Turn, rest: str) -> None:
    """`plan:7:move`; `plan:0:new` and `plan:0:list` are about none."""
    number, _, what = rest.partition(":")
    if what == "new":
        await maintenance_form.begin(turn, "")
    elif what == "list":
        await show(turn, "")
    else:
        await _act(turn, number, what)


async def _act(turn: Turn, number: str, what: str) -> None:
    one = await maintenance.find(turn.desk, number_in(number) or 0)
    if one is None or what not in ACTS:
        turn.say(words.UNKNOWN)
        return
    try:
        await ACTS[what](turn, one)
    except maintenance.NotOpen:
        if now := await maintenance.find(turn.desk, one.id):
            turn.say(words.not_open(await maintenance.view(turn.desk, now)))


async def _see(turn: Turn, one: Maintenance) -> None:
    turn.say(words.card(await maintenance.view(turn.desk, one)))


async def _move(turn: Turn, one: Maintenance) -> None:
    if not one.is_open:
        raise maintenance.NotOpen
    await maintenance_form.begin_move(turn, one)


async def _ask_cancel(turn: Turn, one: Maintenance) -> None:
    if not one.is_open:
        raise maintenance.NotOpen
    turn.say(words.ask_cancel(await maintenance.view(turn.desk, one)))


def _changes(deed: Callable[[Desk, Maintenance, Person], Awaitable[Maintenance]]) -> Act:
    async def change(turn: Turn, one: Maintenance) -> None:
        changed = await deed(turn.desk, one, turn.person)
        turn.say(words.changed(await maintenance.view(turn.desk, changed)))

    return change


def _longer(minutes: int) -> Act:
    return _changes(partial(maintenance.extend, more=timedelta(minutes=minutes)))


async def _becomes_outage(turn: Turn, one: Maintenance) -> None:
    draft = Draft(
        text=words.outage_text(one.plan),
        service=one.plan.service,
        place=turn.person.dependencia or PLACE_NOT_SAID,
        contact=turn.person.contact or BY_THIS_CHAT,
    )
    ticket = await maintenance.becomes_outage(turn.desk, one, draft, turn.person)
    turn.say(words.is_outage_now(ticket), ticket=ticket.id)


ACTS: dict[str, Act] = {
    "see": _see,
    "move": _move,
    "cancel": _ask_cancel,
    "drop": _changes(maintenance.cancel),
    "over": _changes(maintenance.end),
    "m30": _longer(30),
    "m60": _longer(60),
    "outage": _becomes_outage,
}
