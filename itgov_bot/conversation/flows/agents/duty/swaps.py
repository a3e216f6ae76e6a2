"""`/guardia cambio`: which turn of mine, whom I ask, which of theirs I take for it; and a turn of theirs that I offer
to take."""

from collections.abc import Awaitable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.colleagues import colleague_meant
from itgov_bot.conversation.flows.known_people import names_known
from itgov_bot.conversation.form_types import DutySwapForm
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk import on_call, people
from itgov_bot.desk.on_call import swaps
from itgov_bot.domain.people import Person, may_work_tickets
from itgov_bot.domain.rota import WEEK, DutySpan, Stint, Swap
from itgov_bot.replies import Reply
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.understanding.language.duty.rota_told import is_of_guard, speaks_of_oneself
from itgov_bot.understanding.language.duty.swap_told import (
    SwapTold,
    stranger_in,
    swap_told,
    takes_nothing_back,
)
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.agents.duty import swaps as words

OFFERED = 6
COLLEAGUES = 9
LOOKED_AHEAD = 12 * WEEK
DAY = timedelta(days=1)
SHORTEST = timedelta(minutes=1)
"""An instant is no turn."""
TO_ANSWER = timedelta(hours=2)
"""How long whoever is asked has at most to take over what is left of a turn that goes on."""


async def may_ask(turn: Turn) -> bool:
    """Whether they have a duty to swap."""
    return await on_call.takes_turns(turn.desk, turn.person)


async def is_ones_own(turn: Turn) -> bool:
    """Of who takes turns; others may mean their work by it."""
    return is_of_guard(turn.text) or await may_ask(turn)


async def is_offered(turn: Turn) -> bool:
    """Whoever writes would take a turn: of two colleagues it is an order of the rota."""
    return swap_told(turn.text, await names_known(turn)).is_offer or speaks_of_oneself(turn.text)


async def begin(turn: Turn, said: str = "", *, offers: bool = False) -> None:
    """`said`: when, with whom and for what, as far as it was told; the rest is asked. `offers`: surely they would take a
    colleague's turn."""
    told = swap_told(said, await names_known(turn))
    if offers and not (told.is_offer or told.theirs):
        told = replace(told, mine="", theirs=told.mine, is_offer=True)
    if not may_work_tickets(turn.roles):
        turn.say(general.not_for_your_role(may_work_tickets))
    elif turn.incoming.is_group:
        turn.say(words.IN_PRIVATE)
    elif not (told.is_offer and not told.mine) and not await may_ask(turn):
        turn.say(words.NOT_ON_DUTY)
    elif not await swaps.colleagues(turn.desk, turn.person):
        turn.say(words.NOBODY_TO_ASK)
    else:
        await _start(turn, told, said)


async def _start(turn: Turn, told: SwapTold, said: str) -> None:
    whom = await _named(turn, told, said)
    if told.is_offer and not told.mine:
        await _offer(turn, told, whom)
        return
    span = _span_told(turn, told.mine, await _coming(turn, turn.person))
    if span and (await on_call.duty_plan(turn.desk, span)).has(turn.person, span):
        await ask_for(turn, span, whom, told.theirs)
    else:
        why = words.not_yours(span, turn.desk.local_now) if span else None
        await forms.start(turn, DutySwapForm(step="mine", colleague=whom.id if whom else None), why)


async def _named(turn: Turn, told: SwapTold, said: str) -> Person | None:
    """Who is known of those who are named; that somebody is not is said."""
    if told.who:
        return await colleague_meant(turn, told.who, await swaps.colleagues(turn.desk, turn.person))
    if stranger := stranger_in(said, await names_known(turn)):
        turn.say(words.nobody_called(stranger))
    return None


async def ask_for(turn: Turn, span: DutySpan, whom: Person | None, theirs: str = "") -> None:
    """A turn of one's own, of a colleague if one was named: what was told needs no question."""
    form = DutySwapForm(step="who", span=span)
    turn.state.start(form)
    await (_go_on_with(turn, form, whom, theirs) if whom else forms.go(turn, form, "who"))


async def _offer(turn: Turn, told: SwapTold, whom: Person | None) -> None:
    """Where nobody is named it is whoever is called first then."""
    span = _span_told(turn, told.theirs, await _coming(turn, whom) if whom else ())
    if whom is None and span:
        whom = next((one for _, one in await on_call.everybody_on_duty(turn.desk, span.starts_at)), None)
    if whom is None or whom == turn.person:
        turn.say(words.ask_whose(turn.desk.local_now, span))
    elif span is None:
        await forms.start(turn, DutySwapForm(step="offered", colleague=whom.id))
    else:
        await offer(turn, whom, await _theirs_of(turn, whom, span))


async def offer(turn: Turn, whom: Person, span: DutySpan) -> None:
    await _ask(turn, whom, swaps.offer(turn.desk, turn.person, whom, span))


async def _theirs_of(turn: Turn, whom: Person, span: DutySpan) -> DutySpan:
    """What of it is their turn, from soon on."""
    part = (await on_call.duty_plan(turn.desk, from_soon(turn, span))).part_of(whom)
    return part or span


def from_soon(turn: Turn, span: DutySpan) -> DutySpan:
    """Whoever is asked has time to answer."""
    soon = (turn.desk.local_now + TO_ANSWER).replace(minute=0, second=0, microsecond=0)
    return DutySpan(max(span.starts_at, soon), span.ends_at) if soon < span.ends_at else span


async def _go_on_with(turn: Turn, form: DutySwapForm, whom: Person, theirs: str) -> None:
    """What they take for it, if it was told and is a turn of that colleague, needs no question. Of a day alone, beside some
    hours of one's own, the same hours are meant."""
    other, mine = _span_told(turn, theirs, await _coming(turn, whom)), _span_of(form)
    if other and other.ends_at - other.starts_at == DAY and mine.ends_at - mine.starts_at < DAY:
        begins = datetime.combine(other.starts_at.date(), mine.starts_at.time(), other.starts_at.tzinfo)
        other = DutySpan(begins, begins + (mine.ends_at - mine.starts_at))
    if other and (await on_call.duty_plan(turn.desk, other)).has(whom, other):
        await _request(turn, form, whom, other)
    else:
        await forms.go(turn, replace(form, colleague=whom.id), "theirs")


async def _coming(turn: Turn, person: Person) -> list[Stint]:
    """Their turns, of the present one what is left in a while: whoever is asked has time to answer."""
    plan = await on_call.duty_plan(turn.desk, DutySpan(turn.now, turn.now + LOOKED_AHEAD))
    whole = [one for one in plan.stints(person) if one.span.ends_at < plan.span.ends_at]
    left = [replace(one, span=from_soon(turn, one.span)) for one in whole]
    return [one for one in left if one.span.starts_at > turn.now][:OFFERED]


async def _ask_mine(turn: Turn, form: DutySwapForm) -> Reply:
    return words.ask_mine(await _coming(turn, turn.person), turn.desk.local_now, form.choice)


async def _take_mine(turn: Turn, form: DutySwapForm, answer: Answer) -> None:
    if span := _span_meant(turn, answer, await _coming(turn, turn.person)):
        form = replace(form, span=span)
        if form.colleague:
            await _go_on_with(turn, form, await _colleague_of(turn, form), "")
        else:
            await forms.go(turn, form, "who")


async def _ask_who(turn: Turn, form: DutySwapForm) -> Reply:
    found = await swaps.colleagues(turn.desk, turn.person)
    return words.ask_who(_span_of(form), found[:COLLEAGUES], turn.desk.local_now, form.choice)


async def _take_who(turn: Turn, form: DutySwapForm, answer: Answer) -> None:
    """They may say again when it is."""
    among = await swaps.colleagues(turn.desk, turn.person)
    told = swap_told(answer.text, await names_known(turn))
    if answer.value is not None:
        found = next((one for one in among if str(one.id) == answer.value), None)
    else:
        found = await colleague_meant(turn, told.who or answer.text, among)
    if span := _span_told(turn, told.mine, await _coming(turn, turn.person)):
        form = replace(form, span=span)
    if found:
        await _go_on_with(turn, form, found, told.theirs)
    elif span:
        await forms.go(turn, form, "who")
    else:
        turn.say(words.not_a_colleague(told.who or answer.text))


async def _ask_theirs(turn: Turn, form: DutySwapForm) -> Reply:
    person = await _colleague_of(turn, form)
    coming = await _coming(turn, person)
    return words.ask_theirs(person, _span_of(form), coming, turn.desk.local_now, form.choice)


async def _take_theirs(turn: Turn, form: DutySwapForm, answer: Answer) -> None:
    person = await _colleague_of(turn, form)
    likely = turn.understanding.inside.likely(Book.TEAM, answer.text)
    if answer.value is None and likely.is_surely(TeamSays.SWAP):
        forms.finish(turn)
        await begin(turn, answer.text)  # another one
    elif answer.value is None and (other := await _another(turn, answer.text, person)):
        await _go_on_with(turn, form, other, "")
    elif answer.value == "none" or takes_nothing_back(answer.text):
        await _request(turn, form, person, None)
    elif span := _span_meant(turn, answer, await _coming(turn, person)):
        await _request(turn, form, person, span)


async def _another(turn: Turn, text: str, but: Person) -> Person | None:
    """«Mejor pídaselo a Rosa»: somebody else is named."""
    names = swap_told(text, await names_known(turn))
    among = await swaps.colleagues(turn.desk, turn.person)
    found = await colleague_meant(turn, names.who, among) if names.who else None
    return found if found != but else None


async def _ask_offered(turn: Turn, form: DutySwapForm) -> Reply:
    person = await _colleague_of(turn, form)
    return words.ask_theirs_offered(person, await _coming(turn, person), turn.desk.local_now, form.choice)


async def _take_offered(turn: Turn, form: DutySwapForm, answer: Answer) -> None:
    person = await _colleague_of(turn, form)
    if span := _span_meant(turn, answer, await _coming(turn, person)):
        forms.finish(turn)
        await offer(turn, person, span)


async def _request(turn: Turn, form: DutySwapForm, of: Person, other: DutySpan | None) -> None:
    forms.finish(turn)
    await request(turn, of, _span_of(form), other)


async def request(turn: Turn, of: Person, span: DutySpan, other: DutySpan | None = None) -> None:
    await _ask(turn, of, swaps.ask_swap(turn.desk, turn.person, of, span, other))


async def _ask(turn: Turn, of: Person, asking: Awaitable[Swap]) -> None:
    """What cannot be asked is said."""
    try:
        kept = await asking
    except swaps.CannotAsk as cannot:
        turn.say(words.cannot_ask(cannot.problem))
    else:
        turn.say(words.asked(kept, of, turn.desk.local_now))


def _span_meant(turn: Turn, answer: Answer, offered: Sequence[Stint]) -> DutySpan | None:
    """The turn that was pressed, or the span that was written; None when it is neither, which is said."""
    if answer.value is not None:
        found = next((one.span for one in offered if words.value(one) == answer.value), None)
    else:
        found = _span_told(turn, answer.text, offered)
    if found is None:
        turn.say(form_words.choose_one())
    return found


def _span_told(turn: Turn, text: str, offered: Sequence[Stint]) -> DutySpan | None:
    """«La del 23» is the turn that begins on that day; anything else is the span itself."""
    told = turn.coming_span(text)
    if told is None or told.ends_at - told.starts_at <= SHORTEST:
        return None
    begins = [one.span for one in offered if told.covers(one.span.starts_at)]
    is_day = told.ends_at - told.starts_at == DAY
    return begins[0] if is_day and begins else told


def _span_of(form: DutySwapForm) -> DutySpan:
    if form.span is None:
        raise LookupError("the step comes before its span")
    return form.span


async def _colleague_of(turn: Turn, form: DutySwapForm) -> Person:
    person = await people.get(turn.desk, form.colleague)
    if person is None:
        raise LookupError("the step comes before its colleague")
    return person


SWAP = Flow(
    "duty_swap",
    DutySwapForm,
    "el cambio de guardia",
    {
        "mine": Step(_ask_mine, _take_mine),
        "who": Step(_ask_who, _take_who),
        "theirs": Step(_ask_theirs, _take_theirs),
        "offered": Step(_ask_offered, _take_offered),
    },
)
