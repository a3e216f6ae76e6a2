"""Where recording begins: by command, by button, in words; what is still to be recorded, and what was."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.managers.recording.by_owner import is_refused
from itgov_bot.conversation.flows.managers.recording.setting_out import set_out
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators, people, recording
from itgov_bot.domain.indicators import Indicator, Reading, headline
from itgov_bot.domain.people import may_ask_indicators, may_record_indicators, may_see_indicators
from itgov_bot.replies import Choice
from itgov_bot.understanding.language.fuzzy import closest
from itgov_bot.understanding.language.managing.recording import (
    period_meant,
    reading_told,
)
from itgov_bot.wording import general
from itgov_bot.wording.managers import indicators as indicator_words
from itgov_bot.wording.managers.recording import answers as words
from itgov_bot.wording.managers.recording import pieces


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
    await set_out(
        turn, indicator, period_meant(more, turn.local_now.date()) or told.period, told.advance or told.figure
    )


async def _begin_named(turn: Turn, asked: str) -> None:
    """By its name, one of their own before any other; what is not understood is asked."""
    everything = turn.desk.reference.indicators
    for known in (await recording.own(turn.desk, turn.person), everything):
        names = {one.name: one for one in known}
        if name := closest(asked, names):
            await _begin_one(turn, names[name], "")
            return
    await _begin_any(turn)


async def press(turn: Turn, rest: str) -> None:
    """`go:10:2026-Q3`, `log:10`, `file:5`, `mine`, `missing`."""
    what, _, about = rest.partition(":")
    if what == "go":
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
        kept = await recording.history(turn.desk, indicator)
        last, files = kept[0] if kept else (headline(await indicators.readings(turn.desk, number)), [])
        turn.say(words.told_already(indicator, _local(turn, last) if last else None, files))


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
