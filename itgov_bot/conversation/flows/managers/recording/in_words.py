"""What owners write of their indicators in words: that they record one, what it came to, how it goes."""

from collections.abc import Mapping, Sequence

from itgov_bot.conversation.flows.managers.recording.beginning import begin, history, mine
from itgov_bot.conversation.flows.managers.recording.beside import asked_of
from itgov_bot.conversation.flows.managers.recording.by_owner import is_refused, recorded_just_now, say_before
from itgov_bot.conversation.flows.managers.recording.setting_out import set_out
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators, recording
from itgov_bot.domain.indicators import NO_DATA, Count, Indicator, Reading, latest
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.domain.people import may_see_indicators
from itgov_bot.understanding.language.answering.stars import stars_of
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.managing.advance import (
    Figure,
    Percentage,
    Ratio,
    as_told,
    read_advance,
)
from itgov_bot.understanding.language.managing.recording import (
    ReadingTold,
    is_of_reading,
    is_stated,
    reading_told,
    recording_asked,
    tells_little_else,
)
from itgov_bot.understanding.language.managing.said_beside import (
    asks_beside,
    asks_how_it_goes,
    figure_told,
    is_correction,
    own_asked,
    value_instead,
)
from itgov_bot.understanding.language.managing.said_of_draft import is_of_period, is_put_right, told_of_draft
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording.managers.recording import answers as words
from itgov_bot.wording.managers.recording import beside as said


async def wants_to_record(turn: Turn) -> bool:
    """A reader: «quiero registrar el indicador 10», «listo, el tercer trimestre dio 27 de 30»."""
    if not turn.text:
        return False
    rest, told = recording_asked(turn.text), reading_told(turn.text, turn.local_now.date())
    is_asked = rest is not None or is_of_reading(turn.text)
    may_be = is_asked or _may_tell(turn, told)
    indicator = turn.desk.reference.indicator(told.indicator or 0) if may_be else None
    if not indicator and may_be:
        indicator = await _named_of_own(turn, told)
    if indicator:
        await _set_out(turn, indicator, told)
    elif (is_asked or (may_be and told.advance)) and (others := await _named_of_others(turn)):
        return await is_refused(turn, others)
    elif rest is not None:
        await begin(turn, rest)
    elif not told.advance and await _moves_last(turn):
        return True
    elif is_correction(turn.text) or await _is_of_last(turn):
        return await _offers_correction(turn, told)
    elif told.advance and may_be and tells_little_else(told) and stars_of(turn.text) is None:
        return await _of_that_kind(turn, told)
    else:
        return not may_see_indicators(turn.roles) and await _own_asked(turn)
    return True


def _may_tell(turn: Turn, told: ReadingTold) -> bool:
    """What a reading came to is told, of a period or of what was done, and nothing is asked, and no fault is told."""
    is_told = told.advance and told.period
    is_done = told.period and is_stated(turn.text)
    is_short = (told.advance or told.figure) and tells_little_else(told, but_names=True)
    return bool(is_told or is_done or is_short) and not (asks_beside(turn.text) or tells_a_fault(turn.text))


async def _of_that_kind(turn: Turn, told: ReadingTold) -> bool:
    """«El tercer trimestre, 27 de 30»: of the one of their own that is measured so; of several, or of none, it is asked
    which, and what it came to is kept."""
    by_hand = [one for one in await recording.own(turn.desk, turn.person) if one.computed_from is None]
    if told.period is None and (spoken := _spoken_of(turn, by_hand)):
        told = told_of_draft(turn.text, turn.local_now.date(), KIND_OF[spoken.frequency], None)
        await set_out(turn, spoken, told.period, told.advance)
        return True
    own = [one for one in by_hand if told.period and KIND_OF[one.frequency] == told.period.kind]
    if by_hand:
        await set_out(turn, own[0] if len(own) == 1 else None, told.period, told.advance)
    return bool(by_hand)


def _spoken_of(turn: Turn, by_hand: Sequence[Indicator]) -> Indicator | None:
    """The one of theirs that the last answer was about, or their only one."""
    last = turn.state.of_indicator
    spoken = [one for one in by_hand if last and one.number == last.indicator]
    return next(iter(spoken or (by_hand if len(by_hand) == 1 else ())), None)


async def _moves_last(turn: Turn) -> bool:
    """«No, ese es del segundo trimestre», of what was recorded just now: with what it came to, in that one."""
    last = await recorded_just_now(turn) if is_put_right(turn.text) else None
    indicator = turn.desk.reference.indicator(last.indicator) if last else None
    if last is None or indicator is None:
        return False
    told = told_of_draft(turn.text, turn.local_now.date(), last.period.kind, last.period)
    if told.period in (None, last.period) or not is_of_period(turn.text, told) or NO_DATA in last.flags:
        return False
    count = _count(last)
    was = Ratio(count.numerator, count.denominator) if count else Percentage(last.value)
    await set_out(turn, indicator, told.period, told.advance or as_told(was))
    say_before(turn, said.also_there(indicator, last.period))
    return True


async def _is_of_last(turn: Turn) -> bool:
    """«Mejor déjelo en 92 %»: of what was recorded just now, which is put right as in its form."""
    if not is_put_right(turn.text) or (last := await recorded_just_now(turn)) is None:
        return False
    told = reading_told(turn.text, turn.local_now.date())
    return value_instead(turn.text, _count(last)) is not None or bool(told.advance and not told.period)


def _count(reading: Reading) -> Count | None:
    numerator, denominator = reading.numerator, reading.denominator
    return Count(numerator, denominator) if numerator is not None and denominator else None


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


async def _named_of_others(turn: Turn) -> Indicator | None:
    """The one that the words name, where it is none of theirs."""
    own = {one.number for one in await recording.own(turn.desk, turn.person)}
    named = turn.understanding.figures.names.named(fold(turn.text)).numbers
    return turn.desk.reference.indicator(named[0]) if len(named) == 1 and not own & set(named) else None


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
    if others := await _named_of_others(turn):
        return await is_refused(turn, others)
    found = await _to_correct(turn)
    indicator = turn.desk.reference.indicator(found.indicator) if found else None
    if found is None or indicator is None:
        return False
    instead = value_instead(turn.text, _count(found))
    if came_to := (as_told(instead.value) if instead and instead.why else told.advance) or _instead(
        turn.text, found
    ):
        await set_out(turn, indicator, told.period or found.period, came_to, instead.why if instead else "")
    else:
        turn.say(words.correct(found, indicator))
    return True


async def _to_correct(turn: Turn) -> Reading | None:
    """The newest reading that was recorded of the one that is named, or of all of theirs just now."""
    if named := await _named_of_own(turn, ReadingTold()):
        kept = [one for one in await indicators.readings(turn.desk, named.number) if one.source == "recorded"]
        return latest(kept)
    return await recorded_just_now(turn)


async def corrected(turn: Turn) -> bool:
    """Of words that surely correct what was recorded."""
    return await _offers_correction(turn, reading_told(turn.text, turn.local_now.date()))


async def begun_with(turn: Turn) -> bool:
    """Of words that surely tell of a reading: with all that they tell of it."""
    told = reading_told(turn.text, turn.local_now.date())
    indicator = turn.desk.reference.indicator(told.indicator or 0) or await _named_of_own(turn, told)
    if indicator is None:
        return bool(told.period or told.advance) and await _of_that_kind(turn, told)
    await _set_out(turn, indicator, told)
    return True


async def _set_out(turn: Turn, indicator: Indicator, told: ReadingTold) -> None:
    if not await is_refused(turn, indicator):
        await set_out(turn, indicator, told.period, told.advance or told.figure)


def _instead(text: str, found: Reading) -> str:
    """«Eran 29», of 27 of 30: a number alone takes the place of the first one; of a percentage «es 92» is another one, and
    what else it may be is asked."""
    instead = value_instead(text, _count(found))
    says_how = isinstance(instead and instead.value, Ratio) or "%" in text or "cient" in fold(text)
    if instead and says_how:
        return as_told(instead.value)
    alone = read_advance(text)
    told = figure_told(text) or ((f"{alone.value:g}", False) if isinstance(alone, Figure) else None)
    if told is None:
        return ""
    figure, is_of_several = told
    if found.denominator:
        return f"{figure} de {found.denominator:g}"
    return figure if is_of_several else f"{figure} %"
