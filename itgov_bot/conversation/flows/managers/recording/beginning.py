"""Where recording begins: by command, by button, in words; what is still to be recorded, and what was."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.managers.recording.beside import asked_of
from itgov_bot.conversation.flows.managers.recording.form import is_refused, set_out
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators, people, recording
from itgov_bot.domain.indicators import Indicator, Reading, headline, latest
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.domain.people import may_ask_indicators, may_record_indicators, may_see_indicators
from itgov_bot.replies import Choice
from itgov_bot.understanding.language.figures import NothingToMeasure, read_advance
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.fuzzy import closest
from itgov_bot.understanding.language.managing.recording import (
    ReadingTold,
    asks_how_it_goes,
    figure_told,
    is_correction,
    is_of_reading,
    is_stated,
    own_asked,
    period_meant,
    reading_told,
    recording_asked,
    tells_little_else,
)
from itgov_bot.understanding.language.managing.said_beside import asks_beside
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording import general
from itgov_bot.wording.managers import indicators as indicator_words
from itgov_bot.wording.managers.recording import answers as words
from itgov_bot.wording.managers.recording import pieces

JUST_NOW = timedelta(hours=1)
"""So long after a reading was recorded «quiero corregirlo» is about it."""


async def begin(turn: Turn, rest: str) -> None:
    """`/kpi registrar`, `/kpi registrar 10`, `/kpi registrar 10 2026-Q3`: checks whose indicators they are by itself."""
    first, _, more = " ".join(rest.split()).partition(" ")
    number = first.lstrip("#")
    if not number:
        await _begin_any(turn)
    elif indicator := turn.desk.reference.indicator(number_in(number) or 0):
        await _begin_one(turn, indicator, more)
    elif number.isdecimal():
        turn.say(indicator_words.no_such_indicator(number, turn.desk.reference.indicators))
    else:
        await _begin_named(turn, rest)


async def _begin_any(turn: Turn) -> None:
    if not may_record_indicators(turn.roles):
        turn.say(words.not_an_owner())
    elif not any(one.computed_from is None for one in await recording.own(turn.desk, turn.person)):
        turn.say(words.nothing_to_record(await _offices(turn)))
    else:
        await set_out(turn, None, None)


async def _begin_one(turn: Turn, indicator: Indicator, more: str) -> None:
    if await is_refused(turn, indicator):
        return
    told = reading_told(more, turn.local_now.date())
    await set_out(turn, indicator, period_meant(more, turn.local_now.date()) or told.period, told.advance)


async def _begin_named(turn: Turn, asked: str) -> None:
    """By its name, one of their own before any other; what is not understood is asked."""
    everything = turn.desk.reference.indicators
    for known in (await recording.own(turn.desk, turn.person), everything):
        names = {one.name: one for one in known}
        if name := closest(asked, names):
            await _begin_one(turn, names[name], "")
            return
    await _begin_any(turn)


async def asked_in_words(turn: Turn) -> bool:
    """A reader, of who may record: «quiero registrar el indicador 10», «listo, el tercer trimestre dio 27 de 30»."""
    if not turn.text or not may_record_indicators(turn.roles):
        return False
    rest, told = recording_asked(turn.text), reading_told(turn.text, turn.local_now.date())
    is_asked = rest is not None or is_of_reading(turn.text)
    may_be = is_asked or _may_tell(turn, told)
    indicator = turn.desk.reference.indicator(told.indicator or 0) if may_be else None
    if not indicator and may_be:
        indicator = await _named_of_own(turn, told)
    if indicator:
        if not await is_refused(turn, indicator):
            await set_out(turn, indicator, told.period, told.advance or _nothing_in(told))
    elif rest is not None:
        await begin(turn, rest)
    elif is_correction(turn.text):
        return await _offers_correction(turn, told)
    elif told.period and told.advance and may_be and tells_little_else(told):
        return await _of_that_kind(turn, told)
    else:
        return not may_see_indicators(turn.roles) and await _own_asked(turn)
    return True


def _may_tell(turn: Turn, told: ReadingTold) -> bool:
    """What a reading came to is told, of a period or of what was done, and nothing is asked, and no fault is told."""
    is_told = told.advance and told.period
    is_done = told.period and (is_stated(turn.text) or _nothing_in(told))
    is_short = told.advance and tells_little_else(told, but_names=True)
    return bool(is_told or is_done or is_short) and not (asks_beside(turn.text) or tells_a_fault(turn.text))


def _nothing_in(told: ReadingTold) -> str:
    """The words by which there was nothing to measure: «no se programó ningún mantenimiento»."""
    is_nothing = not told.advance and isinstance(read_advance(told.left), NothingToMeasure)
    return told.left if is_nothing else ""


async def _of_that_kind(turn: Turn, told: ReadingTold) -> bool:
    """«El tercer trimestre, 27 de 30»: of the one of their own that is measured so; of several it is asked which."""
    own = [
        one
        for one in await recording.own(turn.desk, turn.person)
        if one.computed_from is None and told.period and KIND_OF[one.frequency] == told.period.kind
    ]
    if own:
        await set_out(turn, own[0] if len(own) == 1 else None, told.period, told.advance)
    return bool(own)


async def _named_of_own(turn: Turn, told: ReadingTold) -> Indicator | None:
    """The one of their own that the words name; one that computes itself only where it is told what it came to."""
    named = turn.understanding.figures.names.named(fold(turn.text)).numbers
    own = [
        one
        for one in await recording.own(turn.desk, turn.person)
        if one.number in named and (told.advance or not one.computed_from)
    ]
    recorded = [one for one in own if not one.computed_from]
    return (recorded or own)[0] if len(recorded or own) == 1 else None


async def _own_asked(turn: Turn) -> bool:
    """How one of their own goes, or all of them: owners see no others."""
    own = {one.number: one for one in await recording.own(turn.desk, turn.person)}
    number = own_asked(turn.text)
    if number is None and asks_how_it_goes(turn.text):
        number = _named_of(turn, own)
    elif number is None and (tell := asked_of(turn.text)) and (named := _named_of(turn, own)):
        turn.say(await tell(turn, own[named], turn.text))
        return True
    if number in own:
        await history(turn, own[number])
    elif own and number == 0:
        await mine(turn)
    else:
        return False
    return True


def _named_of(turn: Turn, own: Mapping[int, Indicator]) -> int | None:
    """The one of them that the words name."""
    named = [one for one in turn.understanding.figures.names.named(fold(turn.text)).numbers if one in own]
    return named[0] if len(named) == 1 else None


async def _offers_correction(turn: Turn, told: ReadingTold) -> bool:
    """Of the one that is named or, just after it, of what was recorded last; with what it is to be, where that is told."""
    found = await _to_correct(turn)
    indicator = turn.desk.reference.indicator(found.indicator) if found else None
    if found is None or indicator is None:
        return False
    if came_to := told.advance or _instead(turn.text, found):
        await set_out(turn, indicator, told.period or found.period, came_to)
    else:
        turn.say(words.correct(found, indicator))
    return True


async def _to_correct(turn: Turn) -> Reading | None:
    """The newest reading that was recorded of the one that is named, or of all of theirs just now."""
    if named := await _named_of_own(turn, ReadingTold()):
        kept = [one for one in await indicators.readings(turn.desk, named.number) if one.source == "recorded"]
        return latest(kept)
    return await recording.last_recorded(turn.desk, turn.person, turn.now - JUST_NOW)


def _instead(text: str, found: Reading) -> str:
    """«Eran 29», of 27 of 30: a number alone takes the place of the first one; of a percentage «es 92» is another one, and
    what else it may be is asked."""
    told = figure_told(text)
    if told is None:
        return ""
    figure, is_of_several = told
    if found.denominator:
        return f"{figure} de {found.denominator:g}"
    return figure if is_of_several else f"{figure} %"


async def press(turn: Turn, rest: str) -> None:
    """`go:10:2026-Q3`, `log:10`, `file:5`, `mine`, `missing`. A button outlives a role, so each looks at it again."""
    what, _, about = rest.partition(":")
    if not may_ask_indicators(turn.roles):
        turn.say(general.not_for_your_role(may_ask_indicators))
    elif what == "go":
        await begin(turn, about.replace(":", " "))
    elif what == "log":
        await _log(turn, about)
    elif what == "file":
        await _files(turn, about)
    elif what == "missing":
        await missing(turn)
    else:
        await mine(turn)


async def missing(turn: Turn, numbers: Sequence[int] = ()) -> None:
    """What nobody has recorded yet, of these or of all, and whose it is; to an owner alone, their own."""
    if may_see_indicators(turn.roles):
        found = [
            one
            for one in await recording.missing(turn.desk)
            if not numbers or one.indicator.number in numbers
        ]
        last = {
            one.indicator.number: headline(await indicators.readings(turn.desk, one.indicator.number))
            for one in found
        }
        if found or not numbers:
            turn.say(words.missing(found, last))
        for number in set(numbers) - set(last):
            await _told_already(turn, number)
    else:
        await mine(turn)


async def _told_already(turn: Turn, number: int) -> None:
    """Of one of which nothing is missing: what was recorded last, by whom and when."""
    if indicator := turn.desk.reference.indicator(number):
        kept = [one for one, _ in await recording.history(turn.desk, indicator)]
        last = kept[0] if kept else headline(await indicators.readings(turn.desk, number))
        turn.say(words.told_already(indicator, _local(turn, last) if last else None))


async def mine(turn: Turn) -> None:
    """The indicators of an owner, each with its last reading and what is missing of it."""
    own = await recording.own(turn.desk, turn.person)
    if not own or not may_record_indicators(turn.roles):
        turn.say(words.not_an_owner())
        return
    open_ones = {one.indicator.number: one.periods for one in await recording.missing(turn.desk)}
    told = [
        (one, headline(await indicators.readings(turn.desk, one.number)), open_ones.get(one.number, []))
        for one in own
    ]
    turn.say(words.mine(told, await _offices(turn)))


async def _offices(turn: Turn) -> list[str]:
    """As they are printed."""
    names = turn.desk.reference.offices()
    return [names[office] for office in await people.offices_of(turn.desk, turn.person)]


async def choices(turn: Turn, indicator: Indicator) -> tuple[Choice, ...]:
    """What stands under the card of an indicator: to record it, for its owner; what was recorded of it."""
    if indicator.computed_from:
        return ()
    may = await recording.why_not(turn.desk, indicator, turn.person) is None
    return (*([pieces.record_any(indicator)] if may else []), pieces.log(indicator))


async def _may_look(turn: Turn, indicator: Indicator) -> bool:
    """Whoever sees indicators, and its owner."""
    held = await people.offices_of(turn.desk, turn.person)
    return may_see_indicators(turn.roles) or (may_record_indicators(turn.roles) and indicator.office in held)


async def _log(turn: Turn, number: str) -> None:
    indicator = turn.desk.reference.indicator(number_in(number) or 0)
    if indicator is None or not await _may_look(turn, indicator):
        turn.say(general.not_for_your_role(may_ask_indicators))
        return
    await history(turn, indicator)


async def history(turn: Turn, indicator: Indicator) -> None:
    """Who recorded each of its readings, when and upon what."""
    found = await recording.history(turn.desk, indicator)
    turn.say(words.history(indicator, [(_local(turn, one), files) for one, files in found]))


async def _files(turn: Turn, reading: str) -> None:
    """What a reading rests on, a message a file."""
    found = await recording.evidence(turn.desk, number_in(reading) or 0)
    indicator = turn.desk.reference.indicator(found[0].indicator) if found else None
    if found is None or indicator is None or not found[1]:
        turn.say(words.no_such_evidence())
    elif not await _may_look(turn, indicator):
        turn.say(general.not_for_your_role(may_ask_indicators))
    else:
        for file in found[1]:
            turn.say(words.evidence_file(indicator, found[0], file))


def _local(turn: Turn, reading: Reading) -> Reading:
    at = reading.recorded_at
    return replace(reading, recorded_at=turn.desk.calendars.general.local(at)) if at else reading
