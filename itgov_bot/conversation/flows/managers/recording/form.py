"""The form of a reading: of which indicator and period, what it came to, what shows it, a note; and one press."""

from dataclasses import replace

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.managers.recording import backing, beside, value
from itgov_bot.conversation.flows.managers.recording.by_owner import (
    MAX_WORDS,
    by_owner,
    is_refused,
    next_step,
    subject,
)
from itgov_bot.conversation.form_types import RecordingForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import recording
from itgov_bot.domain.indicators import Evidence, Indicator, Period, is_over
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.fuzzy import closest
from itgov_bot.understanding.language.managing.advance import read_advance
from itgov_bot.understanding.language.managing.backing import link_in
from itgov_bot.understanding.language.managing.recording import (
    ReadingTold,
    part_alone,
    period_meant,
    reading_told,
)
from itgov_bot.wording.managers.recording import questions as words

__all__ = ["RECORDING", "is_refused", "set_out"]


async def set_out(turn: Turn, indicator: Indicator | None, period: Period | None, advance: str = "") -> None:
    """Begins the form; a period that cannot be recorded is told, and asked for again. `advance`: what it came to."""
    form = RecordingForm(step="which", indicator=indicator.number if indicator else None)
    own = await _recordable(turn)
    if indicator is None:
        form = replace(form, indicator=own[0].number if len(own) == 1 else None, advance=advance)
    if turn.files.kept or link_in(turn.text):
        form = replace(form, evidence=Evidence(tuple(turn.files.kept), link_in(turn.text)))
    turn.state.start(form)
    await _go_on_with(turn, form, ReadingTold(period=period, advance=advance))


async def _go_on_with(turn: Turn, form: RecordingForm, told: ReadingTold) -> None:
    """The rest of what was told at once, where the indicator is known."""
    indicator = subject(turn, form) if form.indicator else None
    why = await _problem(turn, indicator, told.period) if indicator and told.period else None
    if why:
        await forms.ask_again(turn, replace(form, step="period"), why)
        return
    chosen = replace(form, period=str(told.period)) if told.period else form
    came_to = read_advance(told.advance or form.advance) if indicator else None
    if came_to:
        await value.keep(turn, replace(chosen, advance=""), came_to)
        beside.say_value(turn)
    else:
        await forms.go(turn, chosen, await next_step(turn, chosen))


async def _recordable(turn: Turn) -> list[Indicator]:
    return [one for one in await recording.own(turn.desk, turn.person) if one.computed_from is None]


# Which indicator


async def _ask_which(turn: Turn, form: RecordingForm) -> Reply:
    return words.which(await _recordable(turn), form.choice)


async def _take_which(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    asked = (answer.value or answer.text).strip().lstrip("#")
    told = reading_told(answer.text, turn.local_now.date())
    recordable = await _recordable(turn)
    own = _meant(recordable, str(told.indicator) if told.indicator else asked) or _named(turn, recordable)
    indicator = own or turn.desk.reference.indicator(told.indicator or number_in(asked) or 0)
    if indicator is None:
        await forms.ask_again(turn, form, words.no_such_own(asked))
    elif not await is_refused(turn, indicator):
        before = Period.parse(form.period) if form.period else None
        told = replace(told, period=told.period or before)
        await _go_on_with(turn, replace(form, indicator=indicator.number, period=None), told)


def _meant(own: list[Indicator], asked: str) -> Indicator | None:
    """By its number, or by its name, perhaps in part."""
    name = closest(asked, [one.name for one in own]) if asked else None
    return next((one for one in own if asked == str(one.number) or one.name == name), None)


def _named(turn: Turn, own: list[Indicator]) -> Indicator | None:
    """The one of them that a sentence names: «inventario 2025: 45 de 50»."""
    named = turn.understanding.figures.names.named(fold(turn.text)).numbers
    found = [one for one in own if one.number in named]
    return found[0] if len(found) == 1 else None


# Which period


async def _ask_period(turn: Turn, form: RecordingForm) -> Reply:
    indicator = subject(turn, form)
    missing = await recording.missing_of(turn.desk, indicator)
    recorded = await recording.recorded_of(turn.desk, indicator)
    return words.which_period(indicator, missing, recorded, _last(turn, indicator), form.choice)


def _last(turn: Turn, indicator: Indicator) -> Period:
    """The last one that is over."""
    return Period.of(indicator.frequency, turn.local_now.date()).previous()


async def _take_period(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    indicator, asked = subject(turn, form), answer.value or answer.text
    told = reading_told(answer.text, turn.local_now.date())
    period = period_meant(asked, turn.local_now.date()) or told.period
    if period is None and (part := part_alone(asked)):
        period = period_meant(f"{part} {_PARTS.get(KIND_OF[indicator.frequency], '')}", turn.local_now.date())
    missing = await recording.missing_of(turn.desk, indicator) if period is None and told.advance else []
    period = missing[0] if len(missing) == 1 else period  # what it came to can only be of that one
    came_to = read_advance(told.advance) if period is None else None
    if came_to:
        await value.keep(turn, form, came_to)
        beside.say_value(turn)
    elif period is None or period.is_extra:
        await forms.ask_again(turn, form, words.no_such_period(indicator, asked, _last(turn, indicator)))
    else:
        await _go_on_with(turn, form, replace(told, period=period))


_PARTS = {"quarter": "trimestre", "half": "semestre"}


async def _problem(turn: Turn, indicator: Indicator, period: Period) -> Reply | None:
    """Only those of its frequency that are over and are not counted from a plan."""
    if period.kind != KIND_OF[indicator.frequency]:
        return words.other_frequency(indicator, period, _last(turn, indicator))
    if not is_over(period, turn.local_now.date()):
        return words.not_over(indicator, period)
    present, _ = await recording.in_force(turn.desk, indicator, period)
    is_planned = present is not None and present.source == "computed"
    return words.is_planned(indicator, present) if present and is_planned else None


RECORDING = Flow(
    "recording",
    RecordingForm,
    "el avance de un indicador",
    {
        name: beside.heard_first(step)
        for name, step in {
            "which": by_owner(_ask_which, _take_which),
            "period": by_owner(_ask_period, _take_period),
            **value.STEPS,
            **backing.STEPS,
        }.items()
    },
    leaves_by_word=True,
    most_chars=MAX_WORDS,
)
