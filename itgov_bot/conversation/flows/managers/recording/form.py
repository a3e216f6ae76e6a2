"""The form of a reading: of which indicator and period, what it came to, what shows it, a note; and one press."""

from dataclasses import replace

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.managers.recording import backing, heard, value
from itgov_bot.conversation.flows.managers.recording.by_owner import MAX_WORDS, by_owner, is_refused, subject
from itgov_bot.conversation.flows.managers.recording.setting_out import (
    begin_next,
    go_on_with,
    last_over,
    recordable,
)
from itgov_bot.conversation.form_types import RecordingForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import recording
from itgov_bot.domain.indicators import Indicator, Period
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.fuzzy import closest
from itgov_bot.understanding.language.managing.recording import (
    ReadingTold,
    part_alone,
    period_meant,
    reading_told,
)
from itgov_bot.understanding.language.managing.said_of_draft import in_kind, part_of_year, told_of_draft
from itgov_bot.wording.managers.recording import beside as said
from itgov_bot.wording.managers.recording import questions as words

# Which indicator


async def _ask_which(turn: Turn, form: RecordingForm) -> Reply:
    return words.which(await recordable(turn), form.choice)


async def _take_which(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    asked = (answer.value or answer.text).strip().lstrip("#")
    told = reading_told(answer.text, turn.local_now.date())
    own = _meant(await recordable(turn), _number_in(told, asked), asked) or await _named_own(turn)
    indicator = own or turn.desk.reference.indicator(told.indicator or number_in(asked) or 0)
    if indicator is None and told.advance:
        kept = replace(form, advance=told.advance, period=str(told.period) if told.period else form.period)
        await forms.ask_again(turn, kept, said.value_kept(told.advance))
    elif indicator is None:
        await forms.ask_again(turn, form, words.no_such_own(asked))
    elif not await is_refused(turn, indicator):
        before = Period.parse(form.period) if form.period else None
        chosen = replace(form, indicator=indicator.number, period=None)
        await go_on_with(turn, chosen, replace(told, period=told.period or before))


def _number_in(told: ReadingTold, asked: str) -> str:
    return str(told.indicator) if told.indicator else asked


def _meant(own: list[Indicator], number: str, asked: str) -> Indicator | None:
    """By its number, or by its name, perhaps in part."""
    name = closest(asked, [one.name for one in own]) if asked else None
    return next((one for one in own if number == str(one.number) or one.name == name), None)


async def _named_own(turn: Turn) -> Indicator | None:
    """The one of them that a sentence names: «inventario 2025: 45 de 50»."""
    names = turn.understanding.figures.names.named(fold(turn.text)).numbers
    found = [one for one in await recordable(turn) if one.number in names]
    return found[0] if len(found) == 1 else None


# Which period


async def _ask_period(turn: Turn, form: RecordingForm) -> Reply:
    indicator = subject(turn, form)
    offered = Period.parse(form.offered) if form.offered else None
    missing = [one for one in await recording.missing_of(turn.desk, indicator) if one != offered]
    recorded = await recording.recorded_of(turn.desk, indicator)
    return words.which_period(
        indicator, missing, recorded, last_over(turn, indicator), form.choice, offered=offered
    )


async def _take_period(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    indicator = subject(turn, form)
    told = _told_of_period(turn, form, answer)
    is_it = turn.yes_or_no(answer.text) if form.offered and told.period is None else None
    missing = await recording.missing_of(turn.desk, indicator) if not told.period and told.advance else []
    if is_it:
        await go_on_with(turn, form, ReadingTold(period=Period.parse(form.offered)))
    elif is_it is False:
        await forms.ask(turn, replace(form, offered=""))
    elif told.period and not told.period.is_extra:
        await go_on_with(turn, form, told)
    elif told.advance:  # what it came to can only be of the one that is missing
        only = missing[0] if len(missing) == 1 else None
        await go_on_with(turn, form, replace(told, period=only))
    else:
        last = last_over(turn, indicator)
        await forms.ask_again(turn, form, words.no_such_period(indicator, answer.text or "", last))


def _told_of_period(turn: Turn, form: RecordingForm, answer: Answer) -> ReadingTold:
    """A part of the year alone is of the kind that is asked for: «el tercero»."""
    today, kind = turn.local_now.date(), KIND_OF[subject(turn, form).frequency]
    asked = answer.value or answer.text
    offered = Period.parse(form.offered) if form.offered else None
    if period := period_meant(asked, today):
        return ReadingTold(period=in_kind(period, kind, offered))
    if part := part_alone(asked):
        return ReadingTold(period=part_of_year(part, kind, today))
    return told_of_draft(answer.text, today, kind, offered)


RECORDING = Flow(
    "recording",
    RecordingForm,
    "el avance de un indicador",
    {
        name: heard.heard_first(step)
        for name, step in {
            "which": by_owner(_ask_which, _take_which),
            "period": by_owner(_ask_period, _take_period),
            **value.STEPS,
            **backing.STEPS,
        }.items()
    },
    most_chars=MAX_WORDS,
    when_left=begin_next,
)
