"""Whoever is called for an urgent case, or has taken it, writes in words that no table knows: what they are likeliest is
done where it can be called back, and shown first where it leaves the desk. Of who is still awaited, words in doubt are
asked about: nothing else is made of them."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence

from itgov_bot.conversation import forms
from itgov_bot.conversation.answered import ticket_of_answered
from itgov_bot.conversation.flows.agents import guesses
from itgov_bot.conversation.flows.agents.answer import begin_answer
from itgov_bot.conversation.flows.agents.colleagues import around
from itgov_bot.conversation.flows.agents.duty.told import answer
from itgov_bot.conversation.flows.agents.orders import ordered_of
from itgov_bot.conversation.flows.agents.steps import is_doubting
from itgov_bot.conversation.flows.agents.ticket_buttons import press_act
from itgov_bot.conversation.flows.staff.going_on import deeds, readers
from itgov_bot.conversation.flows.staff.going_on.deeds import Told
from itgov_bot.conversation.flows.staff.going_on.heard import OF_DUTY, Heard, hear_in
from itgov_bot.conversation.flows.staff.going_on.spoken_of import going_on
from itgov_bot.conversation.flows.staff.going_on.table import Deed
from itgov_bot.conversation.form_types import AgentForm, RegistrationForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.matters import Matter, MatterKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.inside.called import CalledSays
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import Likely
from itgov_bot.understanding.language.cases.one_case import mentioned_number
from itgov_bot.understanding.language.duty.words import AskedAtDuty, asked_at_duty
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.orders import Order
from itgov_bot.wording.agents import called as words
from itgov_bot.wording.agents import duty_told as duty_words

_ASKS_IF = re.compile(r"si\b")
OTHERS = 20
"""Live cases among which the other one of «son el mismo» is looked for."""
_SEEN_TO = frozenset({MatterKind.CALLED, MatterKind.GUARD, MatterKind.HELD})
_PLAIN = OF_DUTY - {Heard.MAY_GIVE_UP} | {Heard.YES, Heard.NO, Heard.NUMBER}
"""What the table of what goes on knows for sure."""
_ANSWERS_CALL = (CalledSays.TAKE, CalledSays.DECLINE, CalledSays.HELP)
_OF_HELD = frozenset({CalledSays.OVER, CalledSays.PERSON, CalledSays.NOTE, CalledSays.HELP})
"""What is rather said of a case that one has than of one that one is called for."""
_ONLY_ASKED = frozenset(
    {CalledSays.NOTE, CalledSays.OVER, CalledSays.MERGE, CalledSays.CALM, CalledSays.DECLINE}
)
_NO_WORDS = (*_ANSWERS_CALL, CalledSays.CALM, CalledSays.OVER, CalledSays.MERGE)
"""What is no other wording of what somebody is to be told."""
_NO_TAKING = (CalledSays.DECLINE, CalledSays.CALM)

Row = Callable[[Turn, Told], Awaitable[None]]


async def told(turn: Turn) -> bool:
    """A reader, while the desk is closed."""
    if not may_work_tickets(turn.roles) or not turn.text or turn.files.kept or _is_open(turn):
        return False
    matters = await _seen_to(turn)
    if not matters:
        return False
    likely = await _likely(turn, matters[0].ticket)
    if likely is None or not _is_awaited_here(turn, matters, likely):
        return False
    message = hear_in(turn, turn.text)
    is_fixed = Heard.FIXED in message.says and len(matters) == 1
    if (is_fixed or _is_plain(message.says, likely)) and await readers.goes_on(turn):
        return True
    matter = await _meant(turn, matters, CalledSays(likely.best))
    row = _row_of(matter, likely)
    if row:
        if turn.state.form and is_doubting(turn.state.form):
            forms.finish(turn)
        await row(turn, Told(matter, message))
        return True
    awaited = next((one for one in matters if one.kind is MatterKind.CALLED and one.awaits), None)
    is_else = likely.is_surely(CalledSays.OTHER) and Heard.COMES not in message.says
    if awaited is None or is_else:
        return False
    await _ask(turn, Told(awaited, message), likely)
    return True


def _row_of(matter: Matter, likely: Likely) -> Row | None:
    """What only asks, of who has it, needs less to be done."""
    says = CalledSays(likely.best)
    is_enough = likely.is_sure or (matter.kind is not MatterKind.CALLED and says in _ONLY_ASKED)
    is_refused = matter.kind is MatterKind.CALLED and not matter.awaits and says is not CalledSays.TAKE
    return ROWS[matter.kind].get(says) if is_enough and not is_refused else None


def _is_open(turn: Turn) -> bool:
    return turn.desk.calendars.general.is_open(turn.now)


async def _seen_to(turn: Turn) -> list[Matter]:
    """The urgent cases before them, the nearest first; of an answer to a message, the case of that message alone."""
    if turn.text.startswith("/") or turn.text.isdigit():
        return []
    found = [one for one in await going_on(turn) if one.kind in _SEEN_TO and not one.ticket.event_at]
    answered = await ticket_of_answered(turn) if found else None
    if answered is None:
        return found
    return [] if answered.to else [one for one in found if one.ticket.id == answered.ticket.id]


async def _likely(turn: Turn, ticket: Ticket) -> Likely | None:
    named = await around(turn, ticket.requester)
    return turn.understanding.inside.likely(Book.CALLED, turn.text, named)


def _is_awaited_here(turn: Turn, matters: Sequence[Matter], likely: Likely) -> bool:
    """Words that a form awaits are for it, unless it began before the call; then only what surely answers the call."""
    form = turn.state.form
    if form is None:
        return True
    if isinstance(form, RegistrationForm):
        return likely.is_surely(*_NO_WORDS)
    if is_doubting(form):  # whether earlier words go is asked; a yes or a no answers that
        return turn.answers.yes_or_no(turn.text) is None and likely.is_surely(*_NO_WORDS)
    if forms.step_of(turn, form).verbatim:
        return False
    is_newer = form.asked_at is None or matters[0].since > form.asked_at
    return is_newer or likely.is_surely(*_ANSWERS_CALL)


def _is_plain(says: frozenset[Heard], likely: Likely) -> bool:
    """The table knows the words. That somebody comes or goes on counts where nothing else is said with it."""
    if says & {Heard.KEEPS, Heard.TAKES} and likely.best in _NO_TAKING:  # «mañana lo termino, no es grave»
        return False
    comes = Heard.COMES in says and likely.best == CalledSays.TAKE
    is_asked = Heard.ASKS_EITHER in says and likely.best is not CalledSays.ASK
    return comes or (bool(says & _PLAIN) and not is_asked and not likely.is_surely(CalledSays.HELP))


async def _meant(turn: Turn, matters: Sequence[Matter], says: CalledSays) -> Matter:
    """The one whose requester is named; else of those that it is rather said of, the nearest."""
    held = [one for one in matters if one.kind is not MatterKind.CALLED]
    called = [one for one in matters if one.kind is MatterKind.CALLED and one.awaits]
    rather = held if says in _OF_HELD else called
    named = [one for one in matters if await _is_named(turn, one.ticket)] if len(matters) > 1 else []
    return (named or rather or called or list(matters))[0]


async def _is_named(turn: Turn, ticket: Ticket) -> bool:
    """By the name of its requester, or by its number."""
    written = mentioned_number(turn.text)
    if written and await lookup.number_meant(turn.desk, written) == ticket.number:
        return True
    requester = await people.get(turn.desk, ticket.requester)
    first = plain(requester.name or "").split()[:1] if requester else []
    return bool(first) and first[0] in plain(turn.text).split()


# What each kind does


async def _take(turn: Turn, told: Told) -> None:
    await deeds.do(turn, Deed.TAKE, told)


async def _decline(turn: Turn, told: Told) -> None:
    await deeds.do(turn, Deed.DECLINE, told)


async def _take_with_help(turn: Turn, told: Told) -> None:
    await deeds.do(turn, Deed.TAKE, told)
    await _say_who_helps(turn, told)


async def _say_who_helps(turn: Turn, told: Told) -> None:
    turn.say(await answer(turn, told.ticket, AskedAtDuty.ON_DUTY), ticket=told.ticket.id)


async def _hand_over(turn: Turn, told: Told) -> None:
    await deeds.do(turn, Deed.ASK_HAND_OVER, told)


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
    """«Dígale a Beto que ya casi»: what he is to read; what is only to be asked stays as it was said."""
    ordered = await ordered_of(turn, told.ticket, told.text)
    if ordered is None or ordered.order is not Order.ANSWER:
        return None
    return told.text if _ASKS_IF.match(plain(ordered.text)) else ordered.text


def _guessed(order: Order) -> Row:
    """The order that the words are, with them; or they go to whoever reported the case, or stay as a note."""

    async def asked(turn: Turn, told: Told) -> None:
        await guesses.ask(turn, told.ticket, told.text, order, told.ticket.requester)

    return asked


async def _merge(turn: Turn, told: Told) -> None:
    """With the one that is named, or the only other urgent one; else it is asked with which. What they have goes on."""
    others = await lookup.live_besides(turn.desk, told.ticket, OTHERS)
    named = [one for one in others if await _is_named(turn, one)] or [one for one in others if one.urgent]
    if len(named) == 1:
        into, other = sorted((told.ticket, named[0]), key=lambda one: one.assignee != turn.person.id)
        form = AgentForm(
            flow="ag_join", step="sure", ticket=other.number, holder=other.assignee, draft=into.number
        )
        await forms.start(turn, form)
    else:
        await press_act(turn, f"{told.ticket.number}:merge")


def _asked_first(says: CalledSays) -> Row:
    async def asked(turn: Turn, told: Told) -> None:
        await _ask_of(turn, told, (says,))

    return asked


async def _ask(turn: Turn, told: Told, likely: Likely) -> None:
    await _ask_of(turn, told, [CalledSays(one) for one in likely.kinds[:2]])


async def _ask_of(turn: Turn, told: Told, says: Sequence[CalledSays]) -> None:
    is_called = told.matter.kind is MatterKind.CALLED
    asked = words.ask(await view(turn.desk, told.ticket), told.text, says, is_called=is_called)
    turn.ask_about(asked, told.text, ticket=told.ticket.id)


_HELD: Mapping[CalledSays, Row] = {
    CalledSays.DECLINE: _hand_over,
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
        CalledSays.TAKE: _take,
        CalledSays.DECLINE: _decline,
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
