"""What is told otherwise while an event is being told, whatever was asked: its day, hour or place, that it has no date for
now, or is called off."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from itgov_bot.conversation.flows.staff.accompaniment import drop, go_next, whom
from itgov_bot.conversation.flows.steps import dating, reaching
from itgov_bot.conversation.flows.steps.event_told import read_event
from itgov_bot.conversation.flows.steps.gathered import with_words
from itgov_bot.conversation.form_types import EventForm, Form
from itgov_bot.conversation.turn import Turn
from itgov_bot.understanding.inside.event_told import EventTold
from itgov_bot.understanding.inside.events import EventSays
from itgov_bot.understanding.language.introducing.said_alone import Asked
from itgov_bot.understanding.urgency.mayor_event import place_of_event
from itgov_bot.wording.staff import accompaniment as words


async def told_otherwise(turn: Turn, form: Form) -> bool:
    """A reader in a form: «no, lo pasaron para el lunes», whatever was asked. Their words stay with what happens."""
    if not isinstance(form, EventForm) or turn.files.kept:
        return False
    if half := dating.half_told(form, turn.text):
        _say_changed(turn, half, None)
        await go_next(turn, half)
        return True
    told = read_event(turn)
    deed = _TOLD.get(told.says) if told else None
    if told and deed and (told.is_sure or told.tells_anything) and await deed(turn, form, told):
        return True
    return await _place_told_again(turn, form)


async def _called_off(turn: Turn, form: EventForm, told: EventTold) -> bool:
    if told.is_sure:
        await drop(turn, form)
    return told.is_sure


async def _postponed(turn: Turn, form: EventForm, told: EventTold) -> bool:
    """It waits for its date, like any question that is open."""
    if told.is_sure:
        turn.say(words.WITHOUT_DATE)
        await go_next(turn, replace(form, day=None, other_hour=None))
    return told.is_sure


async def _moved(turn: Turn, form: EventForm, told: EventTold) -> bool:
    """All that one sentence changes. What a step asked is its answer, where nothing else is told."""
    is_answer = form.step == "hour" and not (told.when.day and told.when.is_day_named)
    if form.step == "day" or is_answer:
        return False
    when = dating.moved(form, told.new, turn.local_now) if form.day else None
    place = told.place if form.step != "place" or told.tells_date else None
    if not (when or place):
        return False
    _say_changed(turn, when, place)
    await go_next(turn, _changed(turn, when or form, place))
    return True


_TOLD: Mapping[EventSays, Callable[[Turn, EventForm, EventTold], Awaitable[bool]]] = {
    EventSays.CANCEL: _called_off,
    EventSays.POSTPONED: _postponed,
    EventSays.DATE: _moved,
    EventSays.PLACE: _moved,
}


def _say_changed(turn: Turn, when: EventForm | None, place: str | None) -> None:
    at = dating.starts_at(turn, when) if when and not when.is_day_in_doubt else None
    if at or place:
        turn.say(words.changed(at, place, turn.local_now))


def _changed(turn: Turn, form: EventForm, place: str | None) -> EventForm:
    """All that one sentence changes, with its words beside what happens."""
    told = turn.introduced(turn.text)
    contact = whom(told) if told.contact else form.contact
    return replace(with_words(form, turn.text), place=place or form.place, contact=contact)


async def _place_told_again(turn: Turn, form: EventForm) -> bool:
    """«Pues ya le dije: plaza de la Aduana», where it is asked."""
    is_read = form.step != "place" or reaching.told_in(turn, turn.text, Asked.PLACE).place is not None
    place = None if is_read else place_of_event(turn.text)
    if place:
        await go_next(turn, replace(form, place=place))
    return place is not None
