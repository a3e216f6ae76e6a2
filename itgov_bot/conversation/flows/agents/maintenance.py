"""`/mantenimiento`: the list of what is planned, and one of it moved, cancelled, ended or gone wrong."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.agents import maintenance_form
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import maintenance
from itgov_bot.domain.maintenance import Maintenance
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.wording.agents import maintenance as words
from itgov_bot.wording.staff import tickets as ticket_words

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
        turn.say(words.unknown())
        return
    try:
        await ACTS[what](turn, one)
    except maintenance.NotOpen:
        await _say_not_open(turn, one.id)


async def _say_not_open(turn: Turn, number: int) -> None:
    if now := await maintenance.find(turn.desk, number):
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


async def _cancel(turn: Turn, one: Maintenance) -> None:
    await _say_changed(turn, await maintenance.cancel(turn.desk, one, turn.person))


async def _end(turn: Turn, one: Maintenance) -> None:
    await _say_changed(turn, await maintenance.end(turn.desk, one, turn.person))


def _extend_by(minutes: int) -> Act:
    async def extend(turn: Turn, one: Maintenance) -> None:
        longer = await maintenance.extend(turn.desk, one, turn.person, timedelta(minutes=minutes))
        await _say_changed(turn, longer)

    return extend


async def _say_changed(turn: Turn, one: Maintenance) -> None:
    turn.say(words.changed(await maintenance.view(turn.desk, one)))


async def _becomes_outage(turn: Turn, one: Maintenance) -> None:
    draft = Draft(
        text=words.outage_text(one.plan),
        service=one.plan.service,
        place=turn.person.dependencia or ticket_words.PLACE_NOT_SAID,
        contact=turn.person.contact or ticket_words.BY_THIS_CHAT,
    )
    ticket = await maintenance.becomes_outage(turn.desk, one, draft, turn.person)
    turn.say(words.is_outage_now(ticket), ticket=ticket.id)


ACTS: dict[str, Act] = {
    "see": _see,
    "move": _move,
    "cancel": _ask_cancel,
    "drop": _cancel,
    "over": _end,
    "m30": _extend_by(30),
    "m60": _extend_by(60),
    "outage": _becomes_outage,
}
