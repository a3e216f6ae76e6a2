"""Counts that are asked for in words: «cuántos casos se abrieron este mes», «quién atiende más»."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from itgov_bot.conversation.flows.managers import side_by_side, summary, unkept
from itgov_bot.conversation.flows.managers.narrowing import parts_meant
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import summary as desk
from itgov_bot.desk.counted.counting import kept_since
from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators import ComputedFrom
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import may_see_summaries
from itgov_bot.domain.summary import GROUPING, OF_NOW, CountQuestion, Figure, Narrowed, Split
from itgov_bot.understanding.language.time.past_days import find_past_days
from itgov_bot.wording import general
from itgov_bot.wording.managers.summary import answers, cases, ways

_OF_RATINGS = (Figure.RATED, Figure.RATED_LOW)


async def answer(turn: Turn, question: CountQuestion) -> None:
    """To whoever may know."""
    if not may_see_summaries(turn.roles):
        turn.say(general.not_for_your_role(may_see_summaries))
        return
    if question.by is Split.SITE and question.beside:
        for one in question.beside:
            await answer(turn, replace(question, days=one, beside=()))
        return
    today = turn.local_now.date()
    told, about = _days_among(question, today)
    parts, strange = await parts_meant(turn, about)
    narrowed = Narrowed((*parts, *question.told), question.age)
    days = summary.whole(told or await _usual_days(turn, question, narrowed), today)
    if question.figure not in OF_NOW and not question.beside and await _is_unkept(turn, question, days):
        return
    is_of_ratings = question.figure in _OF_RATINGS
    if question.is_strange or (strange and not is_of_ratings) or _is_old(question):
        turn.say(answers.not_counted(days))
    elif (
        question.figure is Figure.OVERDUE
        and not question.by
        and not turn.desk.reference.agreements.targets.enabled
    ):
        turn.say(ways.no_targets(await desk.backlog(turn.desk), days))
    elif question.of_received and days != Days.day(today):  # what is open today is what is open now
        await _of_received(turn, question, days, narrowed)
    elif question.by is Split.SITE and not (question.is_duration or question.figure is Figure.RATED):
        await side_by_side.tell_sites(turn, question, days, narrowed)
    elif sides := await side_by_side.sides_of(turn, question, days, narrowed):
        await side_by_side.tell(turn, question, days, sides)
    elif question.by in GROUPING and not (narrowed.parts or question.is_duration):
        for of in question.beside or [days]:
            ordered = summary.least if question.is_least else summary.most
            turn.say(await ordered(turn, question.figure, of, question.by))
    elif question.lists and len(narrowed.parts) < 2:
        found = await desk.cases(turn.desk, answers.chosen(question.figure, narrowed), days)
        turn.say(cases.cases(found, days, turn.desk.calendars.general, turn.now))
    else:
        await _count(turn, question, days, narrowed)


async def _usual_days(turn: Turn, question: CountQuestion, narrowed: Narrowed) -> Days:
    """Where none are told: this month; where it has none of what is asked for, or what people said is to be read, all the
    time of which cases were kept. Of what is counted as it is now it is no matter."""
    today = turn.local_now.date()
    month, ever = Days.month_of(today), Days(await kept_since(turn.desk), today)
    figure = Figure.SOLVED if question.is_duration else question.figure
    if figure in OF_NOW:
        return Days.week_of(today)
    if ever.first >= month.first:
        return month
    is_read = question.lists and figure in _OF_RATINGS
    return ever if is_read or not await desk.count(turn.desk, figure, month, narrowed) else month


async def _is_unkept(turn: Turn, question: CountQuestion, days: Days) -> bool:
    about: ComputedFrom = "ratings" if question.figure in _OF_RATINGS else "requests"
    return await unkept.told(turn, Stretch(days.first, days.last, summary.period_of(days)), about)


def _days_among(question: CountQuestion, today: date) -> tuple[Days | None, Sequence[str]]:
    """«Del mes», «del viernes»: what tells days and no stretch of the calendar."""
    told = {words: found for words in question.about if (found := find_past_days(words, today))}
    if question.days or len(told) != 1:
        return question.days, question.about
    return next(iter(told.values())), [words for words in question.about if words not in told]


def _is_old(question: CountQuestion) -> bool:
    """How old what is over was, or who has most of what is old: nobody counts that."""
    return question.age is not None and (question.figure not in OF_NOW or question.by is not None)


async def _of_received(turn: Turn, question: CountQuestion, days: Days, narrowed: Narrowed) -> None:
    """Of those that came in these days; what happened to them may have happened after them."""
    today, figure = turn.local_now.date(), question.figure
    until_now = Days(days.first, max(days.last, today))
    these = replace(narrowed, opened=days)
    parts = tuple(
        one for one in narrowed.parts if one.by is not Split.WAY
    )  # what came had been solved in no way yet
    came = await desk.count(turn.desk, Figure.RECEIVED, days, replace(narrowed, parts=parts))
    many = await desk.count(turn.desk, figure, until_now, these)
    shown = await desk.some(turn.desk, figure, until_now, these, limit=desk.PAGE)
    within = answers.Within(days, today, narrowed, await desk.named(turn.desk, narrowed.parts))
    turn.say(cases.of_received(figure, many, came, shown, within))


async def _count(turn: Turn, question: CountQuestion, days: Days, narrowed: Narrowed) -> None:
    today, figure = turn.local_now.date(), question.figure
    within = answers.Within(days, today, narrowed, await desk.named(turn.desk, narrowed.parts))
    if question.is_duration:
        turn.say(answers.took(await desk.typical(turn.desk, days, narrowed), within))
    elif figure is Figure.RATED:
        turn.say(answers.rated(*await desk.solved(turn.desk, days, narrowed), within))
    else:
        many = await desk.count(turn.desk, figure, days, narrowed)
        before = await desk.count_before(turn.desk, figure, days, narrowed)
        turn.say(answers.counted(figure, many, before, within))
