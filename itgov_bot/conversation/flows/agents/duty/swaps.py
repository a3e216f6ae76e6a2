"""`/guardia cambio`: which turn of mine, whom I ask, which of theirs I take for it; and the answer of the other one."""

from collections.abc import Awaitable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from itgov_bot.actions import Action, number_in
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
from itgov_bot.understanding.inside.called import CalledSays
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.language.duty.asked import DutyAsked, duty_asked
from itgov_bot.understanding.language.duty.orders import SwapTold, swap_told, takes_nothing_back
from itgov_bot.understanding.language.time.spans import find_span
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.agents.duty import swaps as words

OFFERED = 6
COLLEAGUES = 9
LOOKED_AHEAD = 12 * WEEK
DAY = timedelta(days=1)
TO_ANSWER = timedelta(hours=2)
"""How long whoever is asked has at most to take over what is left of a turn that goes on."""


async def may_ask(turn: Turn) -> bool:
    """Whether they have a duty to swap."""
    return await on_call.takes_turns(turn.desk, turn.person)


async def begin(turn: Turn, said: str = "") -> None:
    """`said`: when, with whom and for what, as far as it was told; the rest is asked."""
    if not may_work_tickets(turn.roles):
        turn.say(general.not_for_your_role(may_work_tickets))
    elif turn.incoming.is_group:
        turn.say(words.IN_PRIVATE)
    elif not await may_ask(turn):
        turn.say(words.NOT_ON_DUTY)
    elif not await swaps.colleagues(turn.desk, turn.person):
        turn.say(words.NOBODY_TO_ASK)
    else:
        await _start(turn, swap_told(said, await names_known(turn)))


async def _start(turn: Turn, told: SwapTold) -> None:
    """What was told needs no question, if it is a turn of theirs and a colleague who may take it."""
    span = _span_told(turn, told.mine, await _coming(turn, turn.person))
    if span is None or not (await on_call.duty_plan(turn.desk, span)).has(turn.person, span):
        await forms.start(turn, DutySwapForm(step="mine"))
        return
    form = DutySwapForm(step="who", span=span)
    among = await swaps.colleagues(turn.desk, turn.person)
    whom = await colleague_meant(turn, told.who, among) if told.who else None
    turn.state.start(form)
    await (_go_on_with(turn, form, whom, told.theirs) if whom else forms.go(turn, form, "who"))


async def _go_on_with(turn: Turn, form: DutySwapForm, whom: Person, theirs: str) -> None:
    """What they take for it, if it was told and is a turn of that colleague, needs no question. Of a day alone, beside some
    hours of one's own, the same hours are meant."""
    other, mine = _span_told(turn, theirs, await _coming(turn, whom)), _span_of(form)
    if other and other.ends_at - other.starts_at == DAY and mine.ends_at - mine.starts_at < DAY:
        begins = datetime.combine(other.starts_at.date(), mine.starts_at.time(), other.starts_at.tzinfo)
        other = DutySpan(begins, begins + (mine.ends_at - mine.starts_at))
    if other and (await on_call.duty_plan(turn.desk, other)).has(whom, other):
        await _ask(turn, form, whom, other)
    else:
        await forms.go(turn, replace(form, colleague=whom.id), "theirs")


async def _coming(turn: Turn, person: Person) -> list[Stint]:
    """Their turns, of the present one what is left in a while: whoever is asked has time to answer."""
    plan = await on_call.duty_plan(turn.desk, DutySpan(turn.now, turn.now + LOOKED_AHEAD))
    whole = [one for one in plan.stints(person) if one.span.ends_at < plan.span.ends_at]
    soon = (turn.now + TO_ANSWER).replace(minute=0, second=0, microsecond=0)
    left = [(one, max(one.span.starts_at, soon)) for one in whole if one.span.ends_at > soon]
    return [replace(one, span=DutySpan(starts, one.span.ends_at)) for one, starts in left][:OFFERED]


async def _ask_mine(turn: Turn, form: DutySwapForm) -> Reply:
    return words.ask_mine(await _coming(turn, turn.person), turn.desk.local_now, form.choice)


async def _take_mine(turn: Turn, form: DutySwapForm, answer: Answer) -> None:
    if span := _span_meant(turn, answer, await _coming(turn, turn.person)):
        await forms.go(turn, replace(form, span=span), "who")


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
    if answer.value is None and duty_asked(answer.text) in (DutyAsked.CANNOT, DutyAsked.COVER_ME):
        forms.finish(turn)
        await begin(turn, answer.text)  # another one
    elif answer.value == "none" or takes_nothing_back(answer.text):
        await _ask(turn, form, person, None)
    elif span := _span_meant(turn, answer, await _coming(turn, person)):
        await _ask(turn, form, person, span)


async def _ask(turn: Turn, form: DutySwapForm, of: Person, other: DutySpan | None) -> None:
    forms.finish(turn)
    try:
        kept = await swaps.ask_swap(turn.desk, turn.person, of, _span_of(form), other)
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
    told = find_span(text, turn.desk.local_now, whole_days=True) if text else None
    if told is None:
        return None
    begins = [one.span for one in offered if told[0] <= one.span.starts_at < told[1]]
    is_day = told[1] - told[0] == DAY
    return begins[0] if is_day and begins else DutySpan(*told)


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
    },
)

# The answer


async def answers_swap(turn: Turn) -> bool:
    """A reader: «nombe, ese día tengo un grado», «de una, yo le hago el jueves», said to the request that they read last. In
    doubt it is shown again."""
    number = await _asked_last(turn) if turn.state.form is None and not turn.text.startswith("/") else None
    likely = turn.understanding.inside.likely(Book.CALLED, turn.text) if number is not None else None
    if number is None or likely is None or likely.best not in (CalledSays.TAKE, CalledSays.DECLINE):
        return False
    if not likely.is_sure or "?" in turn.text:
        turn.say((await turn.last_replies(1))[0])
    elif likely.best == CalledSays.DECLINE:
        await press_no(turn, number)
    else:
        await press_yes(turn, number)
    return True


async def _asked_last(turn: Turn) -> str | None:
    """The number of the request, if that was the last thing that was said."""
    yes = Action.DUTY.data("yes", "")
    last = await turn.last_replies(1)
    choices = last[0].choices if last else ()
    return next((one.data.removeprefix(yes) for one in choices if one.data.startswith(yes)), None)


async def press_yes(turn: Turn, number: str) -> None:
    """«Acepto»: only the one who was asked."""
    swap = await _answered(turn, swaps.agree(turn.desk, number_in(number) or 0, turn.person))
    if swap and (asker := await people.get(turn.desk, swap.asked_by)):
        turn.say(words.agreed(swap, asker, turn.desk.local_now))


async def press_no(turn: Turn, number: str) -> None:
    """«No puedo», or «Retirar la petición» of the one who asked."""
    if swap := await _answered(turn, swaps.refuse(turn.desk, number_in(number) or 0, turn.person)):
        turn.say(words.TAKEN_BACK if swap.asked_by == turn.person.id else words.REFUSED)


async def _answered(turn: Turn, answer: Awaitable[Swap]) -> Swap | None:
    """None where it cannot be answered, which is said."""
    try:
        return await answer
    except swaps.CannotAnswer as cannot:
        turn.say(words.cannot_answer(cannot.problem))
        return None
