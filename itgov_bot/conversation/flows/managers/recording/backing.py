"""What shows that a reading is right, a note, and the summary: one press records it."""

from collections.abc import Mapping
from dataclasses import replace

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.managers.recording.by_owner import (
    MAX_WORDS,
    MIN_LETTERS,
    by_owner,
    go_on,
    is_refused,
    is_something_else,
    next_step,
    recorded_just_now,
    subject,
)
from itgov_bot.conversation.flows.managers.recording.setting_out import begin_next
from itgov_bot.conversation.flows.managers.recording.value import period_of
from itgov_bot.conversation.form_types import RecordingForm
from itgov_bot.conversation.state import OfIndicator
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.desk import recording
from itgov_bot.domain.indicators import NO_DATA, Evidence, Reading
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.managing.backing import (
    announces_evidence,
    is_of_note,
    is_the_same,
    lack_told,
    link_in,
    tells_where_or_why,
    without_sign,
)
from itgov_bot.understanding.language.managing.recording import recording_asked
from itgov_bot.wording import forms as any_form
from itgov_bot.wording.managers.recording import answers, pieces
from itgov_bot.wording.managers.recording import beside as said
from itgov_bot.wording.managers.recording import questions as words

OFFERED_NEXT = 4
MIN_WORDS = 3
"""Of a sentence."""


async def _ask_evidence(turn: Turn, form: RecordingForm) -> Reply:
    indicator = subject(turn, form)
    if form.doubted:
        return words.is_it_why(form.doubted, indicator, period_of(form), form.choice)
    _, before = await recording.in_force(turn.desk, indicator, period_of(form))
    return words.what_shows_it(_reading(form), before, indicator, form.choice)


async def _take_evidence(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    """Files, a link in whatever words, or that there is none; what may be a reason is asked first."""
    doubted, form = form.doubted, replace(form, doubted="")
    link = link_in(answer.text)
    if doubted and (answer.value == "why" or turn.yes_or_no(answer.text)):
        await go_on(turn, replace(form, evidence=Evidence(lack=doubted)))
    elif doubted and turn.yes_or_no(answer.text) is False:
        await forms.ask(turn, form)
    elif answer.files:
        evidence = Evidence(answer.files, link)
        await go_on(turn, replace(form, evidence=evidence))
    elif link:
        await go_on(turn, replace(form, evidence=Evidence(link=link)))
    elif answer.text and is_the_same(answer.text):
        await _take_same(turn, form)
    elif answer.text and (why := lack_told(answer.text)):
        await go_on(turn, replace(form, evidence=Evidence(lack=why)))
    elif answer.value == "none" or (
        answer.text and (why == "" or turn.answers.yes_or_no(answer.text) is False)
    ):
        await forms.go(turn, form, "lack")
    elif (
        len(answer.text.split()) >= MIN_WORDS
        and not is_something_else(turn, answer.text)
        and not announces_evidence(answer.text)
    ):
        if tells_where_or_why(answer.text):
            await go_on(turn, replace(form, evidence=Evidence(lack=answer.text)))
        else:
            await forms.ask(turn, replace(form, doubted=answer.text))
    else:
        await forms.ask_again(turn, form, words.no_evidence_in(answer.text))


async def _take_same(turn: Turn, form: RecordingForm) -> None:
    """«El mismo soporte»: where there is none, why there is none is the same as well."""
    present, _ = await recording.in_force(turn.desk, subject(turn, form), period_of(form))
    lack = present.evidence.lack if present and present.evidence else None
    before = await evidence_before(turn, form) or (Evidence(lack=lack) if lack else None)
    if before:
        await go_on(turn, replace(form, evidence=before))
    else:
        await forms.ask_again(turn, form, said.no_evidence_before())


async def evidence_before(turn: Turn, form: RecordingForm) -> Evidence | None:
    """What the reading rests on that this one takes the place of, or else the one that was recorded just now."""
    is_known = form.indicator and form.period
    kept = (
        await recording.in_force(turn.desk, subject(turn, form), period_of(form))
        if is_known
        else (None, None)
    )
    for reading in (kept[0], await recorded_just_now(turn), kept[1]):
        if reading and reading.id and (found := await _evidence_of(turn, reading)):
            return found
    return None


async def _evidence_of(turn: Turn, reading: Reading) -> Evidence | None:
    found = await recording.evidence(turn.desk, reading.id or 0)
    link = reading.evidence.link if reading.evidence else None
    files = tuple(found[1]) if found else ()
    return Evidence(files, link) if link or files else None


async def _take_lack(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    """Why there is none; a file or a link after all is better."""
    if answer.files or link_in(answer.text):
        await _take_evidence(turn, form, answer)
    elif sum(map(str.isalpha, answer.text)) < MIN_LETTERS:
        turn.say(words.needs_reason())
    elif is_something_else(turn, answer.text):
        await forms.ask_again(turn, form, said.not_kept(answer.text))
    else:
        await go_on(turn, replace(form, evidence=Evidence(lack=answer.text)))


def _ask_note(_turn: Turn, form: RecordingForm) -> Reply:
    return words.any_note(form.evidence or Evidence(), form.choice)


async def _take_note(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    """Further files of an album come one by one, and belong to the evidence."""
    evidence = form.evidence or Evidence()
    if answer.files:
        more = replace(evidence, files=(*evidence.files, *answer.files), lack=None)
        await forms.go(turn, replace(form, evidence=more, note=answer.text or None), "note")
    elif (
        answer.value == "none"
        or is_of_note(answer.text)
        or lack_told(answer.text) == ""
        or turn.answers.yes_or_no(answer.text) is False
    ):
        await go_on(turn, replace(form, note=""))
    elif not answer.text or turn.answers.yes_or_no(answer.text):
        await forms.ask_again(turn, form, said.write_it())
    elif is_something_else(turn, answer.text):
        await forms.ask_again(turn, form, said.not_kept(answer.text))
    else:
        await go_on(turn, replace(form, note=without_sign(answer.text)))


# Shown back, and recorded


def _reading(form: RecordingForm) -> Reading:
    """As it will be kept. Of nothing to measure the value is 0 and counts nowhere."""
    count = form.count
    flags = (NO_DATA,) if form.value is None else ("over_100",) if form.value > 100 else ()
    return Reading(
        indicator=form.indicator or 0,
        period=period_of(form),
        value=form.value or 0,
        numerator=count.numerator if count else None,
        denominator=count.denominator if count else None,
        source="recorded",
        flags=flags,
        reason=form.reason or None,
        note=form.note or None,
        evidence=form.evidence,
    )


async def _ask_confirm(turn: Turn, form: RecordingForm) -> Reply:
    indicator = subject(turn, form)
    present, before = await recording.in_force(turn.desk, indicator, period_of(form))
    return words.confirm(_reading(form), before, present, indicator, form.choice)


async def _take_confirm(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    is_right = turn.decided(answer)
    if is_right:
        await _record(turn, form)
    elif is_right is False:
        await forms.drop(turn)
    elif answer.value == "value":
        await forms.go(turn, replace(form, figure=None, count=None, value=None, is_sure=False), "value")
    elif answer.value == "evidence" or answer.files:
        await forms.go(turn, replace(form, evidence=None), "evidence")
    elif answer.text and lack_told(answer.text) is not None and not is_of_note(answer.text):
        await _take_evidence(turn, replace(form, evidence=None), answer)
    elif not await _asks_for_others(turn, form, answer.text):
        await _add_note(turn, form, answer.text)


async def _add_note(turn: Turn, form: RecordingForm, text: str) -> None:
    """Words that say neither yes nor no stand beside the reading, and are seen before it is kept."""
    if len(text.split()) < MIN_WORDS or is_something_else(turn, text):
        await forms.ask_again(turn, form, any_form.choose_one())
        return
    note = f"{form.note}. {text}" if form.note else text
    await forms.ask_again(turn, replace(form, note=note[:MAX_WORDS]), said.note_added())


async def _asks_for_others(turn: Turn, form: RecordingForm, text: str) -> bool:
    """«Quiero registrar el indicador 10», which is somebody else's: whose it is, and what still waits."""
    indicator = turn.desk.reference.indicator(number_in(recording_asked(text) or "") or 0)
    if indicator is None or not await is_refused(turn, indicator):
        return False
    await forms.ask(turn, form)
    return True


async def _record(turn: Turn, form: RecordingForm) -> None:
    """Somebody else may have recorded it meanwhile: then it is a correction, and asks for its reason."""
    if (step := await next_step(turn, form)) != "confirm":
        await forms.go(turn, form, step)
        return
    forms.finish(turn)
    indicator = subject(turn, form)
    _, before = await recording.in_force(turn.desk, indicator, period_of(form))
    kept = await recording.record(turn.desk, _reading(form), turn.person)
    own = {one.number for one in await recording.own(turn.desk, turn.person)}
    left = [one for one in await recording.missing(turn.desk) if one.indicator.number in own]
    buttons = [pieces.record(one.indicator, one.periods[0]) for one in left[:OFFERED_NEXT]]
    turn.state.of_indicator = OfIndicator(indicator.number)
    turn.say(answers.recorded(kept, before, indicator, buttons))
    await begin_next(turn)


STEPS: Mapping[str, Step[RecordingForm]] = {
    "evidence": by_owner(_ask_evidence, _take_evidence, files=True),
    "lack": by_owner(lambda _turn, _form: words.why_none(), _take_lack, files=True),
    "note": by_owner(_ask_note, _take_note, files=True),
    "confirm": by_owner(_ask_confirm, _take_confirm),
}
