"""What every step of a recording shares: whose the indicator is, looked at each time, and what is asked next."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import RecordingForm
from itgov_bot.conversation.state import OfIndicator
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.desk import recording
from itgov_bot.domain.indicators import Evidence, Indicator, Period, Reading
from itgov_bot.domain.people import may_record_indicators
from itgov_bot.patterns import regex
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.managing.advance import Percentage, Ratio, denied_in, read_advance
from itgov_bot.understanding.language.managing.recording import (
    ReadingTold,
    is_bare_period,
    is_of_reading,
    period_meant,
    reading_told,
    recording_asked,
)
from itgov_bot.wording.managers.recording import answers as words
from itgov_bot.wording.managers.recording import beside as said

MAX_WORDS = 500
"""Characters of a reason, a note, or what is said instead of evidence."""
MIN_LETTERS = 4
JUST_NOW = timedelta(hours=1)
"""So long after a reading was recorded «quiero corregirlo» and «el mismo soporte» are about it."""

_IS_TROUBLE = regex(
    r"\b(?:se me|me sale|no (?:me )?(?:abre|imprime|prende|sirve|funciona|carga|conecta|deja|entra|hay internet))\b"
)
"""Of a reason or a note: elsewhere a fault may be just that."""

Ask = Callable[[Turn, RecordingForm], Reply | Awaitable[Reply]]
Take = Callable[[Turn, RecordingForm, Answer], Awaitable[None]]


def named(turn: Turn, text: str = "") -> Indicator | None:
    """The one that is named, theirs or not: by its number, or by its name."""
    said = text or turn.text
    numbers = turn.understanding.figures.names.named(fold(said)).numbers
    told = reading_told(said, turn.local_now.date()).indicator
    by_name = turn.desk.reference.indicator(numbers[0]) if len(numbers) == 1 else None
    return (turn.desk.reference.indicator(told) if told else None) or by_name


async def is_refused(turn: Turn, indicator: Indicator) -> bool:
    """Says why, if this person may not record the indicator."""
    turn.state.of_indicator = OfIndicator(indicator.number)
    why = await recording.why_not(turn.desk, indicator, turn.person)
    if indicator.computed_from:
        turn.say(words.is_computed(indicator, indicator.computed_from))
    elif why:
        turn.say(words.not_yours(indicator, await recording.holders(turn.desk, indicator.office)))
    elif not may_record_indicators(turn.roles):  # an administrator who tries another role
        turn.say(words.not_an_owner())
        return True
    return why is not None


async def recorded_just_now(turn: Turn) -> Reading | None:
    return await recording.last_recorded(turn.desk, turn.person, turn.now - JUST_NOW)


def subject(turn: Turn, form: RecordingForm) -> Indicator:
    """The indicator of a form that knows it. Raises LookupError when the city's data no longer have it."""
    found = turn.desk.reference.indicator(form.indicator or 0)
    if found is None:
        raise LookupError(f"no indicator {form.indicator}")
    return found


def by_owner(ask: Ask, take: Take, *, files: bool = False) -> Step[RecordingForm]:
    """Whose it is is looked at again when the answer comes. A file that comes before it is asked for (`files`) is kept as
    evidence."""

    async def taken(turn: Turn, form: RecordingForm, answer: Answer) -> None:
        if form.indicator and await is_refused(turn, subject(turn, form)):
            forms.finish(turn)
        elif answer.files and not files:
            form = _with_early(turn, form, answer)
            if _tells(turn, answer.text):
                await take(turn, form, Answer(text=answer.text))
            else:  # a name that somebody gives to a picture answers nothing
                await forms.ask_again(turn, form, said.file_kept())
        else:
            await take(turn, form, answer)

    return Step(ask, taken, verbatim=True)


def _tells(turn: Turn, caption: str) -> bool:
    """A period, what it came to, or a yes."""
    told = reading_told(caption, turn.local_now.date())
    is_known = (
        told.period or told.advance or read_advance(caption) or period_meant(caption, turn.local_now.date())
    )
    return bool(caption and (is_known or turn.answers.yes_or_no(caption)))


def is_something_else(turn: Turn, text: str) -> bool:
    """Words that stay written are no period, and no wish to record another reading."""
    today = turn.local_now.date()
    told = reading_told(text, today)
    is_named = bool(
        (told.advance or isinstance(read_advance(text), Ratio | Percentage))
        and turn.understanding.figures.names.named(fold(text)).numbers
    )
    is_of_another = is_named or (is_of_reading(text) and _is_any(told))
    is_of_another = is_of_another or denied_in(fold(text)) is not None
    is_trouble = _IS_TROUBLE.search(fold(text)) is not None and turn.sure_service(text) is not None
    return is_bare_period(text, today) or recording_asked(text) is not None or is_of_another or is_trouble


def _is_any(told: ReadingTold) -> bool:
    return bool(told.indicator or told.period or told.advance)


def _with_early(turn: Turn, form: RecordingForm, answer: Answer) -> RecordingForm:
    sent = (*(form.evidence.files if form.evidence else ()), *answer.files)
    kept = replace(form, evidence=Evidence(sent))
    turn.state.keep(kept)
    return kept


async def next_step(turn: Turn, form: RecordingForm) -> str:
    """What is not known yet."""
    if form.indicator is None:
        return "which"
    if form.period is None:
        return "period"
    if not form.is_told:
        return "value" if form.figure is None else "figure"
    if form.value is None and form.count and form.count.denominator:
        return "way"
    if form.value is not None and form.value > 100 and not form.is_sure:
        return "sure"
    present, _ = await recording.in_force(turn.desk, subject(turn, form), Period.parse(form.period))
    if present and not form.reason:
        return "reason"
    if form.evidence is None:
        return "evidence"
    return "note" if form.note is None else "confirm"


async def go_on(turn: Turn, form: RecordingForm) -> None:
    await forms.go(turn, form, await next_step(turn, form))


def say_before(turn: Turn, told: Reply) -> None:
    """In the same message as what is said already, and before it."""
    question, ticket = turn.replies.pop()
    turn.say(replace(question, text=f"{told.text}\n\n{question.text}"), ticket=ticket)
