"""Questions of managers that others answer: counts of cases, outages, files, what is to be recorded."""

from itgov_bot.conversation.flows.managers import counts, recording, report
from itgov_bot.conversation.flows.managers import export as cases_export
from itgov_bot.conversation.flows.managers import summary as summaries
from itgov_bot.conversation.flows.managers.indicators import cards
from itgov_bot.conversation.flows.managers.narrowing import parts_meant
from itgov_bot.conversation.flows.staff.outages import listing as outage_list
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.domain.summary import CountQuestion, Figure, Split
from itgov_bot.understanding.figures.asked import OF_CASES, Asked, Aspect
from itgov_bot.understanding.figures.counts import count_question, count_questions, days_of
from itgov_bot.understanding.figures.files import format_told, is_of_cases, is_of_kind, is_of_some
from itgov_bot.understanding.language.managing.recording import reading_told
from itgov_bot.wording.managers import indicators as words

MAX_WORDS_OF_ONE = 6
"""Who says more tells what the summary is for: «… para la secretaría general»."""


async def missing(turn: Turn, asked: Asked) -> None:
    """Of one alone, why it has none."""
    if asked.indicators and asked.aspect is Aspect.WHY:
        await cards.indicator(turn, asked)
    else:
        await recording.missing(turn, asked.indicators)


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
    of_cases = is_of_cases(asked.text)
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
    await outage_list.list_of(turn, asked.times[0] if asked.times else None)


async def count(turn: Turn, asked: Asked) -> None:
    for question in count_questions(asked):
        await counts.answer(turn, question)


async def summary(turn: Turn, asked: Asked) -> None:
    """«¿Cómo va Planeación?»: of a dependencia or of somebody alone, what came from there and what waits."""
    question = count_question(asked)
    parts, strange = await parts_meant(turn, question.about)
    is_of_one = parts and not strange and all(one.by in (Split.OFFICE, Split.AGENT) for one in parts)
    if is_of_one and len(asked.text.split()) <= MAX_WORDS_OF_ONE:
        for figure in (Figure.RECEIVED, Figure.BACKLOG):
            await counts.answer(turn, CountQuestion(figure, question.days, about=question.about))
        return
    if question.days and question.days.length > summaries.MAX_DAYS:
        for figure in (Figure.RECEIVED, Figure.SOLVED):
            await counts.answer(turn, CountQuestion(figure, question.days))
        return
    await summaries.press(turn, days_of(asked.times[0]).code if asked.times else "")


async def how_to_ask(turn: Turn, _asked: Asked) -> None:
    turn.say(words.how_to_ask())
