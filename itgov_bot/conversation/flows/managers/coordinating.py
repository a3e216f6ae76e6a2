"""What whoever answers for the desk asks in any words: complaints, ratings, a summary, what was escalated."""

from itgov_bot.conversation.flows.agents.queue import asked as queue
from itgov_bot.conversation.flows.managers import summary
from itgov_bot.conversation.flows.staff.outages import listing as outage_list
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import summary as desk
from itgov_bot.desk.tickets import waiting
from itgov_bot.domain.days import Days
from itgov_bot.domain.summary import Figure
from itgov_bot.understanding.figures.figure_words import RATED_LOW
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.time.past_days import find_past_days
from itgov_bot.understanding.language.time.stretches import find_times
from itgov_bot.wording.managers import complaints as words


async def show_summary(turn: Turn) -> None:
    """Of the days that are told; else of this week."""
    await summary.show_of(turn, _days(turn) or Days.week_of(turn.local_now.date()))


async def show_complaints(turn: Turn) -> None:
    """Of the days that are told, else of this month: what people complained of, and how many low ratings there are."""
    days = _days_of_month(turn)
    found = await waiting.complaints(turn.desk, days)
    low = await desk.count(turn.desk, Figure.RATED_LOW, days)
    turn.say(words.complaints(found, low, days, turn.local_now))


async def show_ratings(turn: Turn) -> None:
    """With what was written to them; the low ones alone where they are meant."""
    figure = Figure.RATED_LOW if RATED_LOW.search(fold(turn.text)) else Figure.RATED
    await summary.press(turn, f"{_days_of_month(turn).code}:ls:{figure}:0")


async def show_escalated(turn: Turn) -> None:
    await queue.desk(turn, "escalados")


async def show_outages(turn: Turn) -> None:
    """Of some time, or those of now with the last ones."""
    told = find_times(turn.text, turn.local_now.date()).told
    await outage_list.list_of(turn, told[0] if told else None)


def _days_of_month(turn: Turn) -> Days:
    return _days(turn) or Days.month_of(turn.local_now.date())


def _days(turn: Turn) -> Days | None:
    """A week that goes on is told until today, and shown whole."""
    today = turn.local_now.date()
    if days := find_past_days(turn.text, today):
        return days
    told, week = find_times(turn.text, today).told, Days.week_of(today)
    days = Days(told[0].first, told[0].last) if told else None
    return week if days and (days.first, days.last) == (week.first, today) else days
