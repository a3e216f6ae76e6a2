"""What is done with what an owner says of a reading or a plan: a row for each kind, and which reading is meant."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.managers import plan_words, plans
from itgov_bot.conversation.flows.managers.recording import in_words
from itgov_bot.conversation.flows.managers.recording.beginning import begin, history, mine
from itgov_bot.conversation.flows.managers.recording.beside import asked_of, owners_of
from itgov_bot.conversation.flows.managers.recording.by_owner import (
    go_on,
    is_refused,
    named,
    recorded_just_now,
)
from itgov_bot.conversation.form_types import RecordingForm
from itgov_bot.conversation.state import OfIndicator
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators, recording
from itgov_bot.domain.indicators import Count, Evidence, Indicator, Period, Reading, latest
from itgov_bot.understanding.inside.owners import OwnerSays
from itgov_bot.understanding.language.managing.backing import link_in
from itgov_bot.understanding.language.managing.recording import reading_told
from itgov_bot.wording.managers import charts
from itgov_bot.wording.managers.indicators import tidy
from itgov_bot.wording.managers.recording import answers, by_owners

Row = Callable[[Turn], Awaitable[None]]


def _spoken_of(turn: Turn) -> Indicator | None:
    """The one that the last answer was about, theirs or not."""
    last = turn.state.of_indicator
    return turn.desk.reference.indicator(last.indicator) if last else None


async def _meant(turn: Turn) -> Indicator | None:
    """The one of theirs that is named, that was recorded just now, or that is their only one."""
    own = {one.number: one for one in await recording.own(turn.desk, turn.person)}
    if told := named(turn):
        return own.get(told.number)
    last = await recorded_just_now(turn)
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
    if turn.files.kept or link_in(turn.text):
        await go_on(turn, replace(form, evidence=Evidence(tuple(turn.files.kept), link_in(turn.text))))
    else:
        await forms.ask(turn, form)


async def _backing(turn: Turn, indicator: Indicator, _found: Reading) -> None:
    await history(turn, indicator)


async def _is_saved(turn: Turn) -> None:
    """What was recorded just now, or is named; where the last period of it is missing, that it is not there."""
    just = await recorded_just_now(turn)
    meant = named(turn) or (None if just else await _missing_of_own(turn))
    indicator = None if just and meant and meant.number == just.indicator else meant
    missing = await recording.missing_of(turn.desk, indicator) if indicator else []
    told = reading_told(turn.text, turn.local_now.date()).period
    if indicator and missing and told in (None, *missing):
        last = latest(await indicators.readings(turn.desk, indicator.number))
        turn.state.of_indicator = OfIndicator(indicator.number)
        turn.say(by_owners.not_recorded(indicator, told or missing[0], last))
    else:
        await _of_reading(_saved)(turn)


async def _missing_of_own(turn: Turn) -> Indicator | None:
    """The first of theirs of which something is missing: what they are reminded of."""
    own = {one.number for one in await recording.own(turn.desk, turn.person)}
    found = [one for one in await recording.missing(turn.desk) if one.indicator.number in own]
    return found[0].indicator if found else None


async def _saved(turn: Turn, indicator: Indicator, found: Reading) -> None:
    evidence = await recording.evidence(turn.desk, found.id or 0)
    turn.say(answers.kept_already(indicator, found, evidence[1] if evidence else ()))


async def _mine(turn: Turn) -> None:
    indicator = await _meant(turn)
    if indicator and (tell := asked_of(turn.text)):
        turn.say(await tell(turn, indicator, turn.text))
    elif indicator and named(turn):
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
    own, indicator = await _meant(turn), named(turn)
    if (found := own or indicator) is None:
        await mine(turn)
    elif found.computed_from:
        last = latest(await indicators.readings(turn.desk, found.number)) if own else None
        turn.say(by_owners.is_counted(found, found.computed_from, last))
    elif not await is_refused(turn, found):
        await history(turn, found)


async def _handover(turn: Turn) -> None:
    own = await recording.own(turn.desk, turn.person)
    meant = named(turn)
    if meant and meant not in own:
        await _who(turn)
        return
    shown = [meant] if meant else own
    names = turn.desk.reference.offices()
    turn.say(by_owners.handed_over(sorted({tidy(names[one.office]) for one in shown}), shown))


async def _who(turn: Turn) -> None:
    """Also of others': whose they are is no secret."""
    if found := named(turn) or _spoken_of(turn) or await _meant(turn):
        turn.state.of_indicator = OfIndicator(found.number)
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
    OwnerSays.SAVED: _is_saved,
    OwnerSays.DUE: _due,
    OwnerSays.CHART: _chart,
    OwnerSays.DOUBTED: _doubted,
    OwnerSays.WHO: _who,
    OwnerSays.HANDOVER: _handover,
    OwnerSays.PLAN_DONE: plan_words.done,
    OwnerSays.PLAN_MOVE: plan_words.moved,
    OwnerSays.PLAN_ADD: plan_words.added,
    OwnerSays.PLAN_SHOW: plans.show_all,
    OwnerSays.PLAN_DROP: plan_words.dropped,
}
