"""Questions of managers that others answer: counts of cases, outages, files, what is to be recorded."""

from dataclasses import replace

from itgov_bot.conversation.flows.managers import counts, guard, recording, report
from itgov_bot.conversation.flows.managers import export as cases_export
from itgov_bot.conversation.flows.managers import summary as summaries
from itgov_bot.conversation.flows.managers.indicators import cards
from itgov_bot.conversation.flows.managers.narrowing import parts_meant
from itgov_bot.conversation.flows.staff.outages import listing as outage_list
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators
from itgov_bot.desk import recording as recorded
from itgov_bot.desk.counted.counting import kept_since
from itgov_bot.domain.indicators import Indicator, Period
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.domain.people import may_see_indicators
from itgov_bot.domain.summary import CountQuestion, Figure, Split
from itgov_bot.understanding.figures.asked import OF_CASES, Asked, Aspect
from itgov_bot.understanding.figures.beside import asks_of_outage
from itgov_bot.understanding.figures.counts import count_question, count_questions, days_of
from itgov_bot.understanding.figures.files import format_told, is_of_cases, is_of_kind, is_of_some
from itgov_bot.understanding.figures.settles import ASKS_IF_RECORDED
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.managing.recording import reading_told
from itgov_bot.wording.managers import indicators as words
from itgov_bot.wording.managers import unkept
from itgov_bot.wording.managers.recording import answers as recording_words

MAX_WORDS_OF_ONE = 6
"""Who says more tells what the summary is for: «… para la secretaría general»."""


async def missing(turn: Turn, asked: Asked) -> None:
    """Of one alone, why it has none, or whether it is there already."""
    indicator = turn.desk.reference.indicator(asked.indicators[0]) if len(asked.indicators) == 1 else None
    if asked.indicators and asked.aspect is Aspect.WHY:
        await cards.indicator(turn, asked)
    elif indicator and indicator.computed_from is None and ASKS_IF_RECORDED.search(fold(asked.text)):
        await _is_recorded(turn, indicator, asked)
    else:
        await recording.missing(turn, asked.indicators)


async def _is_recorded(turn: Turn, indicator: Indicator, asked: Asked) -> None:
    """Of the period that is told, else of the last that is over."""
    told = asked.times[0].period if asked.times else None
    is_its_own = told is not None and told.kind == KIND_OF[indicator.frequency]
    of = told if told and is_its_own else Period.of(indicator.frequency, turn.local_now.date()).previous()
    kept = [one for one, _ in await recorded.history(turn.desk, indicator) if one.period == of]
    last = next(iter(kept), None)
    if last and last.recorded_at:
        last = replace(last, recorded_at=turn.desk.calendars.general.local(last.recorded_at))
    turn.say(
        recording_words.is_recorded(indicator, of, last, await recorded.holders(turn.desk, indicator.office))
    )


async def record(turn: Turn, asked: Asked) -> None:
    """Of the indicator and the period that were told; recording sees to whose it is."""
    indicator = turn.desk.reference.indicator(asked.indicators[0]) if len(asked.indicators) == 1 else None
    if indicator is None:
        await recording.begin(turn, " ".join(map(str, asked.indicators[:1])))
        return
    period = asked.times[0].period if asked.times else None
    is_its_own = period is not None and period.kind == KIND_OF[indicator.frequency]
    came_to = reading_told(asked.text, turn.local_now.date()).advance
    await recording.begin(turn, f"{indicator.number} {period if is_its_own else ''} {came_to}".strip())


async def export(turn: Turn, asked: Asked) -> None:
    """Cases, where cases are spoken of, now or before; else the indicators of a year."""
    last = turn.state.figures.asked if turn.state.figures else None
    was_of_cases = last is not None and last.kind in OF_CASES
    of_cases = False if format_told(asked.text) == "pdf" else is_of_cases(asked.text)
    if of_cases is None:
        of_cases = (
            is_of_kind(asked.text)
            or was_of_cases
            or (not asked.indicators and await cases_export.names_some(turn, asked.text))
        )
    goes_on = last is not None and was_of_cases == of_cases
    times = asked.times or (last.times if last and goes_on else ())
    if of_cases:
        await cases_export.ask_of(turn, times, asked.text, last=last if was_of_cases else None)
    else:
        if asked.indicators or is_of_some(asked.text) or any(not one.is_year for one in times):
            turn.say(words.file_holds_all())
        await report.take_away(turn, times[-1].last.year if times else None, format_told(asked.text))


async def picture(turn: Turn, asked: Asked) -> None:
    """Of a year; without one, each indicator with the last it has."""
    await report.picture(turn, asked.times[-1].last.year if asked.times else None)


async def outages(turn: Turn, asked: Asked) -> None:
    """They are listed; where more is asked of one, all that is known of the last."""
    await outage_list.list_of(turn, asked.times[0] if asked.times else None)
    if asks_of_outage(asked.text):
        await guard.of_one_outage(turn, asked.times)


async def since(turn: Turn, _asked: Asked) -> None:
    """Since when cases are kept, and of which years indicators have values: to who may see them."""
    years = await indicators.years(turn.desk) if may_see_indicators(turn.roles) else []
    turn.say(unkept.since(await kept_since(turn.desk), years))


async def count(turn: Turn, asked: Asked) -> None:
    for question in count_questions(asked):
        await counts.answer(turn, question)


async def summary(turn: Turn, asked: Asked) -> None:
    """«¿Cómo va Planeación?»: of a dependencia or of somebody alone, what came from there, what was solved of it and what
    waits."""
    question = count_question(asked)
    parts, strange = await parts_meant(turn, question.about)
    is_of_one = parts and not strange and all(one.by in (Split.OFFICE, Split.AGENT) for one in parts)
    if is_of_one and len(asked.text.split()) <= MAX_WORDS_OF_ONE:
        for figure in (Figure.RECEIVED, Figure.SOLVED, Figure.BACKLOG):
            await counts.answer(turn, CountQuestion(figure, question.days, about=question.about))
        return
    if question.days and question.days.length > summaries.MAX_DAYS:
        for figure in (Figure.RECEIVED, Figure.SOLVED):
            await counts.answer(turn, CountQuestion(figure, question.days))
        return
    await summaries.press(turn, days_of(asked.times[0]).code if asked.times else "")


async def how_to_ask(turn: Turn, _asked: Asked) -> None:
    turn.say(words.how_to_ask())
