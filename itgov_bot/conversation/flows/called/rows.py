"""What is done with words of whoever is called for an urgent case, or has it: the table `ROWS`. Used by `called`."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from itgov_bot.conversation.flows.agents.card.answer import begin_answer
from itgov_bot.conversation.flows.agents.card.buttons import press_act
from itgov_bot.conversation.flows.agents.card.sorting import ask_join
from itgov_bot.conversation.flows.agents.duty.told import answer, colleague_named, next_on_duty
from itgov_bot.conversation.flows.agents.orders import guessed as guesses
from itgov_bot.conversation.flows.agents.orders.table import ordered_of
from itgov_bot.conversation.flows.at_ticket import is_named, keep_note
from itgov_bot.conversation.flows.going_on import deeds
from itgov_bot.conversation.flows.hearing.table import Deed
from itgov_bot.conversation.flows.hearing.where import Told
from itgov_bot.conversation.flows.known_people import names_known
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.matters import MatterKind
from itgov_bot.understanding.inside.called import CalledSays
from itgov_bot.understanding.inside.likely import Likely
from itgov_bot.understanding.language.duty.asked_of_case import AskedAtDuty, asked_at_duty
from itgov_bot.understanding.language.duty.cover_told import names_in
from itgov_bot.understanding.language.duty.rota_told import said_in_words
from itgov_bot.understanding.language.orders import Order
from itgov_bot.wording.agents.duty import called as words
from itgov_bot.wording.agents.duty import told as duty_words

OTHERS = 20
"""Live cases among which the other one of «son el mismo» is looked for."""

Row = Callable[[Turn, Told], Awaitable[None]]


def _does(deed: Deed) -> Row:
    async def done(turn: Turn, told: Told) -> None:
        await deeds.do(turn, deed, told)

    return done


async def _take_with_help(turn: Turn, told: Told) -> None:
    await deeds.do(turn, Deed.TAKE, told)
    await _say_who_helps(turn, told)


async def _say_who_helps(turn: Turn, told: Told) -> None:
    """A colleague who is named reads it with the case, or whoever is next on duty; where nobody is, it is told who there
    is."""
    named, _ = names_in(said_in_words(told.text), await names_known(turn))
    colleague = await colleague_named(turn, named[0][1]) if named else await next_on_duty(turn, told.ticket)
    if colleague:
        await keep_note(turn, told.ticket, told.text, reader=colleague.id)
        return
    turn.say(await answer(turn, told.ticket, AskedAtDuty.ON_DUTY), ticket=told.ticket.id)


async def _tell(turn: Turn, told: Told) -> None:
    """Whatever is asked of a case is answered with all that is known of it."""
    asked = asked_at_duty(told.text)
    about = asked.about if asked else AskedAtDuty.CONTEXT
    said = await answer(turn, told.ticket, about)
    if told.matter.kind is MatterKind.CALLED:
        turn.say(words.with_answers(said, told.ticket), ticket=told.ticket.id)
    else:
        said = duty_words.may_be_asked(said, await view(turn.desk, told.ticket))
        turn.ask_about(said, told.text, ticket=told.ticket.id)


async def _to_person(turn: Turn, told: Told) -> None:
    """Shown before they go: who is called may speak to the desk."""
    await begin_answer(turn, told.ticket, await _reported(turn, told) or told.text)


async def _pass_on(turn: Turn, told: Told) -> None:
    """Of who has it: at once, with the way out; what is to be said in other words is shown first."""
    if reported := await _reported(turn, told):
        await begin_answer(turn, told.ticket, reported)
    else:
        await deeds.do(turn, Deed.PASS, told)


async def _reported(turn: Turn, told: Told) -> str | None:
    """«Dígale a Beto que ya casi»: what he is to read."""
    ordered = await ordered_of(turn, told.ticket, told.text)
    return ordered.text if ordered and ordered.order is Order.ANSWER else None


def _guessed(order: Order) -> Row:
    """The order that the words are, with them; or they go to whoever reported the case, or stay as a note."""

    async def asked(turn: Turn, told: Told) -> None:
        await guesses.ask(turn, told.ticket, told.text, order, told.ticket.requester)

    return asked


async def _merge(turn: Turn, told: Told) -> None:
    """With the one that is named, or the only other urgent one; else it is asked with which. What they have goes on."""
    others = await lookup.live_besides(turn.desk, told.ticket, OTHERS)
    named = [one for one in others if await is_named(turn, one)] or [one for one in others if one.urgent]
    if len(named) == 1:
        into, other = sorted((told.ticket, named[0]), key=lambda one: one.assignee != turn.person.id)
        await ask_join(turn, other, into)
    else:
        await press_act(turn, f"{told.ticket.number}:merge")


def _asked_first(says: CalledSays) -> Row:
    async def asked(turn: Turn, told: Told) -> None:
        await _ask_of(turn, told, (says,))

    return asked


async def ask(turn: Turn, told: Told, likely: Likely) -> None:
    """The two likeliest are buttons."""
    await _ask_of(turn, told, [CalledSays(one) for one in likely.kinds[:2]])


async def ask_if_another(turn: Turn, told: Told) -> None:
    """«También se fue el correo»: another outage, or more of theirs."""
    asked = words.ask_if_another(await view(turn.desk, told.ticket), told.text)
    turn.ask_about(asked, told.text, ticket=told.ticket.id)


async def _ask_of(turn: Turn, told: Told, says: Sequence[CalledSays]) -> None:
    is_called = told.matter.kind is MatterKind.CALLED
    asked = words.ask(await view(turn.desk, told.ticket), told.text, says, is_called=is_called)
    turn.ask_about(asked, told.text, ticket=told.ticket.id)


_HELD: Mapping[CalledSays, Row] = {
    CalledSays.DECLINE: _does(Deed.ASK_HAND_OVER),
    CalledSays.HELP: _say_who_helps,
    CalledSays.CALM: _asked_first(CalledSays.CALM),
    CalledSays.OVER: _guessed(Order.SOLVE),
    CalledSays.ASK: _tell,
    CalledSays.MERGE: _merge,
    CalledSays.PERSON: _pass_on,
    CalledSays.NOTE: _guessed(Order.NOTE),
}
ROWS: Mapping[MatterKind, Mapping[CalledSays, Row]] = {
    MatterKind.CALLED: {
        CalledSays.TAKE: _does(Deed.TAKE),
        CalledSays.DECLINE: _does(Deed.DECLINE),
        CalledSays.HELP: _take_with_help,
        CalledSays.CALM: _asked_first(CalledSays.CALM),
        CalledSays.OVER: _guessed(Order.SOLVE),
        CalledSays.ASK: _tell,
        CalledSays.MERGE: _merge,
        CalledSays.PERSON: _to_person,
        CalledSays.NOTE: _guessed(Order.NOTE),
    },
    MatterKind.GUARD: _HELD,
    MatterKind.HELD: _HELD,
}
"""What is done with words that are surely of a kind. What does not stand here is read as any words are: of who has it,
those for whoever reported it go there."""
