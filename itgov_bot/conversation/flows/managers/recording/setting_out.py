"""How a recording begins with all that was told at once, and goes on with what was told of it later; what is told of another
one meanwhile waits for its turn."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.managers.recording import value
from itgov_bot.conversation.flows.managers.recording.by_owner import next_step, say_before, subject
from itgov_bot.conversation.form_types import RecordingForm
from itgov_bot.conversation.state import ToldMeanwhile
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import recording
from itgov_bot.domain.indicators import Evidence, Indicator, Period, is_over
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.managing.advance import read_advance
from itgov_bot.understanding.language.managing.backing import link_in
from itgov_bot.understanding.language.managing.recording import ReadingTold, says_which_year
from itgov_bot.wording.managers.recording import beside as said
from itgov_bot.wording.managers.recording import questions as words

MAX_WAITING = 5


async def set_out(
    turn: Turn, indicator: Indicator | None, period: Period | None, advance: str = "", reason: str = ""
) -> None:
    """Begins the form; a period that cannot be recorded is told, and asked for again. `advance`: what it came to; `reason`:
    why it is another value than before."""
    form = RecordingForm(step="which", indicator=indicator.number if indicator else None)
    if indicator is None:
        own = await recordable(turn)
        form = replace(form, indicator=own[0].number if len(own) == 1 else None, advance=advance)
    if turn.files.kept or link_in(turn.text):
        form = replace(form, evidence=Evidence(tuple(turn.files.kept), link_in(turn.text)))
    present = await recording.in_force(turn.desk, indicator, period) if indicator and period else (None, None)
    turn.state.start(form)
    await go_on_with(
        turn,
        replace(form, reason=reason if present[0] else ""),
        ReadingTold(period=period, advance=advance),
    )


async def recordable(turn: Turn) -> list[Indicator]:
    return [one for one in await recording.own(turn.desk, turn.person) if one.computed_from is None]


async def go_on_with(turn: Turn, form: RecordingForm, told: ReadingTold) -> None:
    """The rest of what was told, where the indicator is known. What it came to stays where the period cannot be."""
    indicator = subject(turn, form) if form.indicator else None
    why = await problem(turn, indicator, told.period) if indicator and told.period else None
    known = told.period if told.period and not why else None
    chosen = replace(form, period=str(known), offered="") if known else form
    if why and indicator and told.period:
        chosen = replace(chosen, period=None, offered=_rather(turn, indicator, told.period))
    advance = told.came_to or form.advance
    came_to = read_advance(advance) if indicator else None
    if came_to:
        await value.keep(turn, replace(chosen, advance=""), came_to)
        value.say_value(turn)
    else:
        chosen = replace(chosen, advance=advance)
        await forms.go(turn, chosen, await next_step(turn, chosen))
    if why:
        say_before(turn, why)


async def problem(turn: Turn, indicator: Indicator, period: Period) -> Reply | None:
    """Only those of its frequency that are over and are not counted from a plan."""
    if period.kind != KIND_OF[indicator.frequency]:
        return words.other_frequency(indicator, period, last_over(turn, indicator))
    if not is_over(period, turn.local_now.date()):
        return words.not_over(period)
    present, _ = await recording.in_force(turn.desk, indicator, period)
    is_planned = present is not None and present.source == "computed"
    return words.is_planned(indicator, present) if present and is_planned else None


def last_over(turn: Turn, indicator: Indicator) -> Period:
    return Period.of(indicator.frequency, turn.local_now.date()).previous()


def _rather(turn: Turn, indicator: Indicator, period: Period) -> str:
    """Which one may be meant by one that goes on: without a year, that of the year before."""
    if period.kind != KIND_OF[indicator.frequency] or is_over(period, turn.local_now.date()):
        return ""
    if says_which_year(turn.text):
        return str(last_over(turn, indicator))
    return str(Period(period.kind, period.year - 1, period.ordinal))


# What is told of another one meanwhile


def keep_for_later(turn: Turn, indicator: Indicator, told: ReadingTold) -> None:
    """Of very many the last ones; the same one once, as it was told last."""
    period = str(told.period) if told.period else None
    others = [one for one in turn.state.readings if (one.indicator, one.period) != (indicator.number, period)]
    kept = ToldMeanwhile(indicator.number, period, told.advance or told.figure)
    turn.state.readings = [*others, kept][-MAX_WAITING:]


async def begin_next(turn: Turn) -> None:
    """What waited longest begins as soon as nothing else is asked."""
    while turn.state.readings and turn.state.form is None:
        first, *turn.state.readings = turn.state.readings
        if indicator := turn.desk.reference.indicator(first.indicator):
            period = Period.parse(first.period) if first.period else None
            before = len(turn.replies)
            await set_out(turn, indicator, period, first.advance)
            question, ticket = turn.replies[before]
            turn.replies[before] = (
                replace(question, text=f"{said.now_the_other().text}\n\n{question.text}"),
                ticket,
            )
