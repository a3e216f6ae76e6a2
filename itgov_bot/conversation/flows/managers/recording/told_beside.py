"""What is told of another indicator or another period while a reading is recorded: it is what was meant, or waits until this
one is done."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.managers.recording.by_owner import is_refused, named, subject
from itgov_bot.conversation.flows.managers.recording.setting_out import go_on_with, keep_for_later
from itgov_bot.conversation.form_types import RecordingForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.indicators import Indicator, Period
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.understanding.language.managing.advance import Percentage, Ratio, as_told, read_advance
from itgov_bot.understanding.language.managing.recording import (
    ReadingTold,
    is_of_reading,
    recording_asked,
    tells_little_else,
)
from itgov_bot.understanding.language.managing.said_of_draft import (
    affirmed,
    is_of_period,
    is_put_right,
    told_of_draft,
)
from itgov_bot.wording.managers.recording import by_owners


async def of_another(turn: Turn, form: RecordingForm) -> bool:
    """«No, eso es del 11» puts it right; «inventario: 11 de 14» is told beside, and recorded after this one."""
    indicator = named(turn, affirmed(turn.text))
    if indicator is None or form.indicator in (None, indicator.number):
        return False
    told = _told(turn, form, indicator)
    is_meant = is_put_right(turn.text) and not _is_other_value(form, told)
    is_short = bool(told.figure) and tells_little_else(told, but_names=True)
    if not (is_meant or told.advance or is_short or _wants_it(turn.text)):
        return False
    if await is_refused(turn, indicator):
        await forms.ask(turn, form)
    elif is_meant:
        of_before = Period.parse(form.period) if form.period else None
        same_kind = of_before if of_before and of_before.kind == KIND_OF[indicator.frequency] else None
        moved = replace(form, indicator=indicator.number, period=None, reason="")
        await go_on_with(turn, moved, _again(form, replace(told, period=told.period or same_kind)))
    else:
        await _later(turn, form, indicator, told)
    return True


def _wants_it(text: str) -> bool:
    return is_of_reading(text) or recording_asked(text) is not None


async def of_another_period(turn: Turn, form: RecordingForm) -> bool:
    """«Ah no, ese es del primer trimestre» puts it right; «y el primero fue de 11 de 13» is another reading of it."""
    indicator = subject(turn, form)
    told = _told(turn, form, indicator)
    is_right, wants = is_put_right(turn.text), _wants_it(turn.text)
    if told.period is None or str(told.period) == form.period or not (wants or is_of_period(turn.text, told)):
        return False
    is_other = (_is_other_value(form, told) or wants) and not is_right
    if not (is_other or is_right or told.period.kind == KIND_OF[indicator.frequency]):
        return False
    if is_other:
        await _later(turn, form, indicator, told)
    else:
        await go_on_with(turn, replace(form, period=None, reason=""), _again(form, told))
    return True


def _told(turn: Turn, form: RecordingForm, indicator: Indicator) -> ReadingTold:
    present = Period.parse(form.period) if form.period else None
    return told_of_draft(turn.text, turn.local_now.date(), KIND_OF[indicator.frequency], present)


def _is_other_value(form: RecordingForm, told: ReadingTold) -> bool:
    """Whether another value is told than the one that the form has."""
    return form.is_told and bool(told.advance) and read_advance(told.advance) != _value_of(form)


def _again(form: RecordingForm, told: ReadingTold) -> ReadingTold:
    """With what it came to as it was told before, where it is not told anew: another indicator may count it otherwise."""
    if told.advance or not form.is_told:
        return told
    return replace(told, advance=as_told(_value_of(form)))


def _value_of(form: RecordingForm) -> Ratio | Percentage:
    count = form.count
    return Ratio(count.numerator, count.denominator) if count else Percentage(form.value or 0)


async def _later(turn: Turn, form: RecordingForm, indicator: Indicator, told: ReadingTold) -> None:
    keep_for_later(turn, indicator, told)
    said = by_owners.this_one_first(indicator, told.period, told.advance or told.figure)
    await forms.ask_again(turn, form, said)
