"""What may be said while a reading is recorded, whatever is asked: a table, read from above. What is none of it is the
answer to the question."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.managers.recording import beside, told_beside, value
from itgov_bot.conversation.flows.managers.recording.backing import evidence_before
from itgov_bot.conversation.flows.managers.recording.by_owner import next_step
from itgov_bot.conversation.form_types import RecordingForm
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.desk import recording
from itgov_bot.domain.indicators import Evidence, Period
from itgov_bot.understanding import Intent
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.managing.advance import NothingToMeasure, Percentage, Ratio, denied_in
from itgov_bot.understanding.language.managing.backing import (
    is_of_evidence,
    is_of_note,
    is_the_same,
    lack_told,
    link_alone,
    note_told,
)
from itgov_bot.understanding.language.managing.said_beside import Instead, asks_beside, drops, value_instead
from itgov_bot.understanding.language.managing.said_of_draft import (
    leaves_as_it_is,
    sends,
    tells_of_nothing_instead,
    to_change,
)
from itgov_bot.wording.managers.recording import beside as said

EMPTIED: Mapping[str, Mapping[str, object]] = {
    "value": {"figure": None, "count": None, "value": None, "is_sure": False},
    "evidence": {"evidence": None},
    "note": {"note": None},
}
"""What goes before a step is asked once more."""
MAX_COURTESY = 3
"""Words."""
Hear = Callable[[Turn, RecordingForm], Awaitable[bool]]


async def _left(turn: Turn, form: RecordingForm) -> bool:
    is_left = drops(turn.text) or (turn.answers.is_leaving(turn.text) and not leaves_as_it_is(turn.text))
    if is_left:
        await forms.drop(turn)
    return is_left


async def _sent(turn: Turn, form: RecordingForm) -> bool:
    """It is recorded where all of it was shown; before that the question stays, or there is no note."""
    is_yes = form.step in ("reason", "lack") and turn.answers.yes_or_no(turn.text)
    if not (is_yes or sends(turn.text)):
        return False
    await _ended(turn, form)
    return True


async def _left_as_it_is(turn: Turn, form: RecordingForm) -> bool:
    """At the summary «déjelo así» may be either: it is asked once more."""
    if not leaves_as_it_is(turn.text):
        return False
    if form.step == "confirm":
        await forms.ask_again(turn, form, said.as_it_is())
    else:
        await _ended(turn, form)
    return True


async def _ended(turn: Turn, form: RecordingForm) -> None:
    """Whoever wants no more asked: what must be known is."""
    if form.step == "confirm":
        await forms.take(turn, form, Answer(value="yes"))
    elif form.step == "note":
        await forms.take(turn, form, Answer(value="none"))
    else:
        await forms.ask_again(turn, form, said.still_needed())


async def _changed(turn: Turn, form: RecordingForm) -> bool:
    """«Cambie el soporte»: it is asked for once more."""
    step = to_change(turn.text)
    if not step or not form.indicator or (step == "reason" and not form.reason):
        return False
    again = replace(form, **EMPTIED.get(step, {}))  # type: ignore[arg-type]
    await forms.go(turn, again, step)
    return True


async def _courtesy(turn: Turn, form: RecordingForm) -> bool:
    """«Gracias» is neither a reason nor a note."""
    is_one = (
        len(turn.text.split()) <= MAX_COURTESY
        and turn.answers.yes_or_no(turn.text) is None
        and turn.interpret(turn.text).intent is Intent.SMALLTALK
    )
    if is_one:
        await _ended(turn, form)
    return is_one


async def _noted(turn: Turn, form: RecordingForm) -> bool:
    note = note_told(turn.text) if form.note is None else ""
    if note:
        await forms.ask_again(turn, replace(form, note=note), said.note_added())
    elif is_of_note(turn.text):
        await forms.ask_again(turn, replace(form, note=""), said.without_note())
    return bool(note) or is_of_note(turn.text)


async def _asked(turn: Turn, form: RecordingForm) -> bool:
    is_asked = asks_beside(turn.text)
    if is_asked:
        await beside.answer(turn, form, turn.text)
    return is_asked


async def _worth(turn: Turn, form: RecordingForm) -> bool:
    """Another value than the one that was told, and perhaps why."""
    told = _instead(form, turn.text)
    if told is None:
        return False
    present = None
    if told.why and not form.reason and form.indicator and form.period:
        indicator = turn.desk.reference.indicator(form.indicator)
        period = Period.parse(form.period)
        present = (await recording.in_force(turn.desk, indicator, period))[0] if indicator else None
    await value.keep(turn, replace(form, reason=told.why) if present else form, told.value)
    value.say_value(turn)
    return True


def _instead(form: RecordingForm, text: str) -> Instead | None:
    """The same one once more may be an answer where a value is asked."""
    told = value_instead(text, form.count) if form.is_told and form.figure is None else None
    count, denied = form.count, denied_in(fold(text))
    known = (count.numerator, count.denominator) if count else (form.value,)
    if told is None or (denied is not None and denied not in known):
        return None  # it was said of another one
    is_same = told.value == (
        Ratio(count.numerator, count.denominator) if count else Percentage(form.value or 0)
    )
    return None if is_same and form.step not in IN_WORDS else told


async def _nothing(turn: Turn, form: RecordingForm) -> bool:
    is_nothing = tells_of_nothing_instead(turn.text)
    if is_nothing:
        await value.keep(turn, form, NothingToMeasure())
        value.say_value(turn)
    return is_nothing


async def _shown(turn: Turn, form: RecordingForm) -> bool:
    """What shows it, told before it is asked for: a link, the same as before, or why there is none."""
    evidence = await _evidence_in(turn, form)
    if evidence is None:
        return False
    kept, told = replace(form, evidence=evidence), said.evidence_noted(evidence)
    if await next_step(turn, kept) == form.step:
        await forms.ask_again(turn, kept, told)
    else:
        await forms.go(turn, kept, await next_step(turn, kept))
    return True


async def _link(turn: Turn, form: RecordingForm) -> bool:
    """A link after all, beside what there is; or that there is none after all."""
    link = link_alone(turn.text)
    files = form.evidence.files if form.evidence else ()
    if (why := lack_told(turn.text)) and not files:
        await forms.ask_again(
            turn, replace(form, evidence=Evidence(lack=why)), said.evidence_noted(Evidence(lack=why))
        )
        return True
    if link:
        await forms.ask_again(
            turn, replace(form, evidence=Evidence(files, link)), said.evidence_noted(Evidence(files, link))
        )
    return link is not None


async def _evidence_in(turn: Turn, form: RecordingForm) -> Evidence | None:
    if link := link_alone(turn.text):
        return Evidence(link=link)
    if is_the_same(turn.text):
        return await evidence_before(turn, form)
    why = lack_told(turn.text) if is_of_evidence(turn.text) else None
    return Evidence(lack=why) if why else None


class Row(NamedTuple):
    hears: Hear
    at: tuple[str, ...]
    """The steps at which it may be said; elsewhere it is what was asked."""


WHOSE = ("which", "period")
HOW_MUCH = ("value", "figure", "total", "way", "sure")
IN_WORDS = ("reason", "evidence", "lack", "note", "confirm")
HEARD = (
    Row(_left, (*WHOSE, *HOW_MUCH, *IN_WORDS)),
    Row(_sent, (*WHOSE, *HOW_MUCH, *IN_WORDS)),
    Row(_left_as_it_is, (*WHOSE, *HOW_MUCH, *IN_WORDS)),
    Row(_courtesy, ("reason", "evidence", "lack", "note")),
    Row(_changed, ("period", *HOW_MUCH, *IN_WORDS)),
    Row(_noted, (*WHOSE, *HOW_MUCH, "reason", "evidence", "lack", "confirm")),
    Row(_asked, (*WHOSE, *HOW_MUCH, *IN_WORDS)),
    Row(told_beside.of_another, ("period", *HOW_MUCH, *IN_WORDS)),
    Row(told_beside.of_another_period, (*HOW_MUCH, *IN_WORDS)),
    Row(_worth, (*WHOSE, *HOW_MUCH, *IN_WORDS)),
    Row(_nothing, IN_WORDS),
    Row(_shown, (*WHOSE, *HOW_MUCH, "reason")),
    Row(_link, ("note", "confirm")),
)


def heard_first(step: Step[RecordingForm]) -> Step[RecordingForm]:
    """A step that takes for an answer only what is nothing else."""

    async def take(turn: Turn, form: RecordingForm, answer: Answer) -> None:
        is_said = answer.text and not (answer.value or answer.files)
        if not (is_said and await _heard(turn, form)):
            await step.take(turn, form, answer)

    return replace(step, take=take)


async def _heard(turn: Turn, form: RecordingForm) -> bool:
    for row in HEARD:
        if form.step in row.at and await row.hears(turn, form):
            return True
    return False
