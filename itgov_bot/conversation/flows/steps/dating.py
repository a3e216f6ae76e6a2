"""The steps in which the day and the hour of an event are asked for, one at a time; what is in doubt is said back."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import TypeVar

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import DatedForm
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.time.coming import Coming, find_coming, find_hour, nearest, which_half
from itgov_bot.understanding.language.time.shifts import find_shift
from itgov_bot.wording.staff import accompaniment as words

NOON = 12
MAX_HALF_WORDS = 8
D = TypeVar("D", bound=DatedForm)


def with_date(form: D, text: str, now: datetime) -> D:
    """What the words say of day and hour; a new hour takes the place of the one that was known. `now` is local time."""
    told = find_coming(text, now)
    known = replace(form, day=told.day, is_day_in_doubt=told.is_day_in_doubt)
    return replace(known, hour=told.hour, other_hour=told.other_hour) if told.hour else known


def moved(form: D, text: str, now: datetime) -> D | None:
    """An hour alone is of the same day, and of the same half of it; a day alone has the same hour; «media hora antes» is
    from what it was. None where nothing is told."""
    told = find_coming(text, now)
    if told.day is None:
        return _shifted(form, text)
    if form.day and told.hour and not told.is_day_named:  # what it may be on that day
        told = replace(find_hour(text, form.day, now), is_day_named=False)
    day = nearest(told.day, text, form.day) if form.day and told.day else told.day
    near = None if told.is_day_named else _same_half(form.hour, told)
    return replace(
        form,
        day=day if told.is_day_named else form.day,
        is_day_in_doubt=told.is_day_in_doubt and told.is_day_named,
        hour=near or told.hour or form.hour,
        other_hour=None if near else told.other_hour if told.hour else form.other_hour,
    )


def _shifted(form: D, text: str) -> D | None:
    shift = find_shift(text)
    if shift is None or form.day is None or form.hour is None:
        return None
    at = datetime.combine(form.day, form.hour) + shift
    return replace(form, day=at.date(), hour=at.time(), other_hour=None)


def _same_half(was: time | None, told: Coming) -> time | None:
    """Of an hour that leaves it open: «mejor a las 7» of what was at six in the evening."""
    hours = [one for one in (told.hour, told.other_hour) if one and told.other_hour and was]
    return next((one for one in hours if was and (one.hour < NOON) is (was.hour < NOON)), None)


def starts_at(turn: Turn, form: DatedForm) -> datetime | None:
    """In local time; None while day or hour is not known."""
    if form.day is None or form.hour is None:
        return None
    return datetime.combine(form.day, form.hour, turn.desk.calendars.general.zone)


def missing(turn: Turn, form: DatedForm) -> str | None:
    """The step that is next; None when the date is known and ahead."""
    if form.day is None or form.day < _today(turn):
        return "day"
    if form.is_day_in_doubt:
        return "sure_day"
    if form.hour is None:
        return "hour"
    return "day" if _is_past(turn, form) else None


def half_told(form: D, text: str) -> D | None:
    """«De la mañana», where the likelier half of the day was supposed; None for other words."""
    if form.hour is None or form.other_hour is None or len(text.split()) > MAX_HALF_WORDS:
        return None
    half = which_half(text, form.hour)
    return replace(form, hour=half, other_hour=None) if half else None


def other_half(turn: Turn, form: DatedForm) -> datetime | None:
    """What it may be as well, if that is to come."""
    other = starts_at(turn, replace(form, hour=form.other_hour)) if form.other_hour else None
    return other if other and other > turn.now else None


def tell_if_past(turn: Turn, form: DatedForm) -> None:
    """Said before the day is asked for again."""
    at = starts_at(turn, form)
    if at and _is_past(turn, form):
        turn.say(words.is_past(at, turn.local_now))
    elif form.day and form.day < _today(turn):
        turn.say(words.is_past_day(form.day, _today(turn)))


def _is_past(turn: Turn, form: DatedForm) -> bool:
    at = starts_at(turn, form)
    return at is not None and at <= turn.now


def steps(go_on: Callable[[Turn, D], Awaitable[None]]) -> dict[str, Step[D]]:
    """The steps `day`, `sure_day` and `hour` of a form that goes on with `go_on`."""

    async def take_day(turn: Turn, form: D, answer: Answer) -> None:
        told = with_date(form, answer.text, turn.local_now)
        if told.day is None:
            turn.say(words.NO_DAY_IN_THAT)
        else:
            await go_on(turn, told)

    async def take_sure(turn: Turn, form: D, answer: Answer) -> None:
        said = turn.decided(answer)
        if said:
            await go_on(turn, replace(form, is_day_in_doubt=False))
        elif said is False:
            await forms.go(turn, replace(form, day=None, is_day_in_doubt=False), "day")
        else:
            await take_day(turn, form, answer)

    async def take_hour(turn: Turn, form: D, answer: Answer) -> None:
        told = find_hour(answer.text, _day(turn, form), turn.local_now)
        if told.hour is None:
            turn.say(words.NO_HOUR_IN_THAT)
        else:
            await go_on(turn, replace(form, hour=told.hour, other_hour=told.other_hour))

    return {
        "day": Step(lambda _turn, _form: words.ASK_DAY, take_day),
        "sure_day": Step(_ask_sure, take_sure),
        "hour": Step(lambda turn, form: words.ask_hour(_day(turn, form), _today(turn)), take_hour),
    }


def _ask_sure(turn: Turn, form: DatedForm) -> Reply:
    return words.ask_sure_day(_day(turn, form), form.hour, _today(turn), form.choice)


def _day(turn: Turn, form: DatedForm) -> date:
    return form.day or _today(turn)


def _today(turn: Turn) -> date:
    return turn.local_now.date()
