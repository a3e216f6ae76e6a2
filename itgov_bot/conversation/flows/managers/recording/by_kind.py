"""What owners write of their indicators and plans in words that no shape tells: the kind decides what is done, a row of
`ROWS`."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.orders.beside import leave_waiting
from itgov_bot.conversation.flows.managers import plan_words, plans
from itgov_bot.conversation.flows.managers.recording import beginning, in_words
from itgov_bot.conversation.flows.managers.recording.beginning import begin, history, mine
from itgov_bot.conversation.flows.managers.recording.beside import asked_of, owners_of
from itgov_bot.conversation.flows.managers.recording.by_owner import go_on, is_refused
from itgov_bot.conversation.form_types import Form, PlanForm, RecordingForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators, recording
from itgov_bot.domain.indicators import Count, Evidence, Indicator, Period, Reading, latest
from itgov_bot.domain.people import may_record_indicators
from itgov_bot.understanding import Wish
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import Likely
from itgov_bot.understanding.inside.owners import OwnerSays
from itgov_bot.understanding.language.answering.stars import stars_of
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.managing.recording import reading_told
from itgov_bot.understanding.language.managing.said_beside import drops
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.queue.asked import is_showing
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.managers import charts
from itgov_bot.wording.managers.recording import answers, by_owners

Row = Callable[[Turn], Awaitable[None]]
WITH_FILES = (OwnerSays.EVIDENCE, OwnerSays.READING, OwnerSays.REGISTER, OwnerSays.CORRECT)
"""What a file may come with."""
TELL_OF_FAULTS = (OwnerSays.DOUBTED, OwnerSays.CORRECT)
ASKED = (
    OwnerSays.MISSING,
    OwnerSays.DUE,
    OwnerSays.BACKING,
    OwnerSays.SAVED,
    OwnerSays.CHART,
    OwnerSays.PLAN_SHOW,
)
"""What is told in the middle of a recording too; the rest the form answers by itself."""
OF_ONE = (OwnerSays.REGISTER, OwnerSays.READING, OwnerSays.CORRECT, OwnerSays.ERASE)
IN_WORDS = ("reason", "evidence", "lack", "note", "rows")
"""Steps at which anything may be written."""
ALIKE = (Wish.REGISTER, Wish.MINE, Wish.WHEN, Wish.ATTACH, Wish.RESPONSIBLE, Wish.PRIVACY)
"""What anybody may wish of their cases or themselves, in words that owners use of indicators."""
UNLIKE_OTHERS = 4
"""Where so many kinds are likelier than that it is something else, it is asked which before a case takes the words."""
MIN_WORDS_IN_FORM = 3
"""Who says less in the middle of another form answers it."""


async def told(turn: Turn) -> bool:
    """A reader: what surely is of a kind."""
    says = _surely(turn)
    if may_record_indicators(turn.roles) and drops(turn.text) and await in_words.recorded_just_now(turn):
        says = OwnerSays.ERASE  # «bórrelo»
    if says is None:
        likely = _likely(turn)
        return (
            likely is not None
            and OwnerSays.OTHER not in likely.kinds[:UNLIKE_OTHERS]
            and _offered(turn, likely)
        )
    await ROWS[says](turn)
    return True


async def told_beside(turn: Turn, form: Form) -> bool:
    """In the middle of a form, what surely is of their indicators is no answer to another matter; what is asked of them in
    the middle of a recording is told, and it goes on."""
    says = _surely(turn) if len(turn.text.split()) >= MIN_WORDS_IN_FORM else None
    if isinstance(form, RecordingForm | PlanForm):
        return await _told_in_recording(turn, form, says) or _is_another_matter(turn, form)
    if says is None or forms.step_of(turn, form).verbatim:
        return False
    await ROWS[says](turn)
    leave_waiting(turn, form)
    return True


async def _told_in_recording(turn: Turn, form: RecordingForm | PlanForm, says: OwnerSays | None) -> bool:
    """What is asked of theirs is told; what is to be recorded of another indicator waits until this is done."""
    named = _named(turn)
    is_of_another = named is not None and form.indicator not in (None, named.number)
    is_asked = says in ASKED or (says is OwnerSays.WHO and is_of_another)
    if says and is_asked and not asked_of(turn.text) and (is_question(turn.text) or is_showing(turn.text)):
        await ROWS[says](turn)
    elif named and is_of_another and says in OF_ONE and form.step != "which":
        if not await is_refused(turn, named):
            turn.say(by_owners.this_one_first(named))
    else:
        return False
    await forms.ask(turn, form)
    return True


def _is_another_matter(turn: Turn, form: Form) -> bool:
    """A trouble of theirs, where a value or a period was asked: it is heard, and the recording waits."""
    is_other = form.step not in IN_WORDS and tells_a_fault(turn.text) and bool(turn.sure_service(turn.text))
    if is_other:
        turn.read_anew(turn.text)
    return is_other


def _surely(turn: Turn) -> OwnerSays | None:
    likely = _likely(turn)
    is_sure = likely is not None and (likely.is_sure or _goes_on(turn, likely))
    says = OwnerSays(likely.best) if likely and is_sure else OwnerSays.OTHER
    is_trouble = tells_a_fault(turn.text) and says not in TELL_OF_FAULTS
    is_rating = says is OwnerSays.READING and stars_of(turn.text) is not None  # «4, bien pero de madrugada»
    is_carried = not turn.files.kept or says in WITH_FILES
    return says if says is not OwnerSays.OTHER and is_carried and not (is_trouble or is_rating) else None


def _goes_on(turn: Turn, likely: Likely) -> bool:
    """Of the kind of what was asked about just now: «córrala pal 18»."""
    last = turn.state.questions[-1] if turn.state.questions else None
    asked = turn.understanding.inside.likely(Book.OWNERS, last.text) if last and last.text else None
    return asked is not None and asked.is_surely(likely.best)


async def guessed(turn: Turn) -> bool:
    """A reader, where nothing else was understood: the likeliest two are offered."""
    likely = _likely(turn)
    return likely is not None and likely.best != OwnerSays.OTHER and _offered(turn, likely)


def _offered(turn: Turn, likely: Likely) -> bool:
    """Unless it is a trouble, or a wish that anybody may have."""
    wish = turn.interpret(turn.text).wish
    is_of_service = turn.sure_service(turn.text) is not None and _named(turn) is None
    if turn.files.kept or tells_a_fault(turn.text) or is_of_service or wish not in (None, *ALIKE):
        return False
    offered = [OwnerSays(one) for one in likely.kinds[:2] if one != OwnerSays.OTHER]
    turn.ask_about(by_owners.ask(turn.text, offered), turn.text)
    return True


def _likely(turn: Turn) -> Likely | None:
    is_said = turn.text and not (turn.text.startswith("/") or turn.text.isdigit())
    if not is_said or not may_record_indicators(turn.roles):
        return None
    return turn.understanding.inside.likely(Book.OWNERS, turn.text)


async def press(turn: Turn, rest: str) -> None:
    """`is:correct`: the words that waited are that; the rest is of readings."""
    what, _, says = rest.partition(":")
    if what != "is":
        await beginning.press(turn, rest)
        return
    held = turn.take_held()
    if held.text and says in set(OwnerSays) and OwnerSays(says) in ROWS:
        turn.text = held.text
        await ROWS[OwnerSays(says)](turn)
    else:
        turn.say(form_words.old_button_no_form())


# Which one is meant


def _named(turn: Turn) -> Indicator | None:
    """The one that is named, theirs or not."""
    named = turn.understanding.figures.names.named(fold(turn.text)).numbers
    number = reading_told(turn.text, turn.local_now.date()).indicator or (named[0] if len(named) == 1 else 0)
    return turn.desk.reference.indicator(number)


async def _meant(turn: Turn) -> Indicator | None:
    """The one of theirs that is named, that was recorded just now, or that is their only one."""
    own = {one.number: one for one in await recording.own(turn.desk, turn.person)}
    if named := _named(turn):
        return own.get(named.number)
    last = await in_words.recorded_just_now(turn)
    only = next(iter(own.values())) if len(own) == 1 else None
    return own.get(last.indicator) if last else only


async def _recorded(turn: Turn) -> Reading | None:
    """The reading that is spoken of: the newest that was recorded, in the period that is told if one is."""
    indicator = await _meant(turn)
    if indicator is None:
        return await recording.last_recorded(turn.desk, turn.person)
    of = reading_told(turn.text, turn.local_now.date()).period
    kept = [one for one in await indicators.readings(turn.desk, indicator.number) if one.source == "recorded"]
    return latest([one for one in kept if of is None or one.period == of])


def _of_reading(say: Callable[[Turn, Indicator, Reading], Awaitable[None]]) -> Row:
    """Of one that was recorded; where there is none, theirs are shown."""

    async def row(turn: Turn) -> None:
        found = await _recorded(turn)
        indicator = turn.desk.reference.indicator(found.indicator) if found else None
        if found and indicator:
            await say(turn, indicator, found)
        else:
            await mine(turn)

    return row


# What each kind does


async def _register(turn: Turn) -> None:
    if not await in_words.begun_with(turn):
        await begin(turn, "")


async def _correct(turn: Turn) -> None:
    if not await in_words.corrected(turn):
        await _register(turn)


async def _erase(turn: Turn, indicator: Indicator, found: Reading) -> None:
    turn.say(by_owners.not_erased(found, indicator))


async def _evidence(turn: Turn, indicator: Indicator, found: Reading) -> None:
    """The same value once more, with what shows it."""
    count = (
        Count(found.numerator, found.denominator)
        if found.numerator is not None and found.denominator
        else None
    )
    form = RecordingForm(
        step="evidence",
        indicator=indicator.number,
        period=str(found.period),
        count=count,
        value=found.value,
        is_sure=True,
        reason=by_owners.EVIDENCE_ADDED,
        note=found.note or "",
    )
    turn.state.start(form)
    if turn.files.kept:
        await go_on(turn, replace(form, evidence=Evidence(tuple(turn.files.kept))))
    else:
        await forms.ask(turn, form)


async def _backing(turn: Turn, indicator: Indicator, _found: Reading) -> None:
    await history(turn, indicator)


async def _saved(turn: Turn, indicator: Indicator, found: Reading) -> None:
    evidence = await recording.evidence(turn.desk, found.id or 0)
    turn.say(answers.kept_already(indicator, found, evidence[1] if evidence else ()))


async def _mine(turn: Turn) -> None:
    indicator = await _meant(turn)
    if indicator and (tell := asked_of(turn.text)):
        turn.say(await tell(turn, indicator, turn.text))
    elif indicator and _named(turn):
        await history(turn, indicator)
    else:
        await mine(turn)


async def _due(turn: Turn) -> None:
    """Of each that is recorded by hand, or of the one that is named: what is missing, and the next period."""
    meant, today = await _meant(turn), turn.local_now.date()
    own = [one for one in await recording.own(turn.desk, turn.person) if one.computed_from is None]
    shown = [one for one in own if meant in (None, one)] or own
    missing = [await recording.missing_of(turn.desk, one) for one in shown]
    present = [Period.of(one.frequency, today) for one in shown]
    turn.say(
        by_owners.due(
            list(zip(shown, missing, present, strict=True)), turn.desk.reference.agreements.recording
        )
    )


async def _chart(turn: Turn) -> None:
    indicator = await _meant(turn)
    if indicator is None:
        await mine(turn)
        return
    found = await indicators.readings(turn.desk, indicator.number)
    turn.say(by_owners.seen(indicator, charts.chart(indicator, found, None, turn.local_now.date())))


async def _doubted(turn: Turn) -> None:
    """Of one that is counted, how; what it came to is for its owner."""
    own, indicator = await _meant(turn), _named(turn)
    if (found := own or indicator) is None:
        await mine(turn)
    elif found.computed_from:
        last = latest(await indicators.readings(turn.desk, found.number)) if own else None
        turn.say(by_owners.is_counted(found, found.computed_from, last))
    elif not await is_refused(turn, found):
        await history(turn, found)


async def _who(turn: Turn) -> None:
    """Also of others': whose they are is no secret."""
    if found := _named(turn) or await _meant(turn):
        turn.say(await owners_of(turn, found, turn.text))
    else:
        await mine(turn)


ROWS: Mapping[OwnerSays, Row] = {
    OwnerSays.REGISTER: _register,
    OwnerSays.READING: _register,
    OwnerSays.CORRECT: _correct,
    OwnerSays.ERASE: _of_reading(_erase),
    OwnerSays.EVIDENCE: _of_reading(_evidence),
    OwnerSays.BACKING: _of_reading(_backing),
    OwnerSays.MINE: _mine,
    OwnerSays.MISSING: mine,
    OwnerSays.SAVED: _of_reading(_saved),
    OwnerSays.DUE: _due,
    OwnerSays.CHART: _chart,
    OwnerSays.DOUBTED: _doubted,
    OwnerSays.WHO: _who,
    OwnerSays.PLAN_DONE: plan_words.done,
    OwnerSays.PLAN_MOVE: plan_words.moved,
    OwnerSays.PLAN_ADD: plan_words.added,
    OwnerSays.PLAN_SHOW: plans.show_all,
    OwnerSays.PLAN_DROP: plan_words.dropped,
}
