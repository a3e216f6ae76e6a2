"""What is asked, in words that do not name it, of what a manager was shown last: a row of `ROWS` for each thing and what
may be asked of it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.managers import guard, late, reminding
from itgov_bot.conversation.flows.managers.indicators import cards
from itgov_bot.conversation.flows.managers.indicators.answers import answer
from itgov_bot.conversation.flows.managers.indicators.boards import stretch_of
from itgov_bot.conversation.flows.managers.narrowing import narrowed_further, parts_meant
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators, recording, summary
from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators import Indicator
from itgov_bot.domain.people import may_see_indicators, may_work_tickets
from itgov_bot.domain.summary import Figure, Narrowed
from itgov_bot.patterns import regex
from itgov_bot.understanding.figures.asked import OF_CASES, OF_DESK, Asked, Aspect, Wanted
from itgov_bot.understanding.figures.counts import count_question
from itgov_bot.understanding.figures.figure_words import RATED_LOW, told_figure
from itgov_bot.understanding.figures.further import as_counted, is_which_alone
from itgov_bot.understanding.figures.going_on import is_linked
from itgov_bot.understanding.figures.in_sight import Sight, sight_of
from itgov_bot.understanding.figures.settles import wants_own_help
from itgov_bot.understanding.figures.terms import Term
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import SURE_BY
from itgov_bot.understanding.inside.sight import OF_EVENT, SightSays
from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.understanding.language.time.guard_times import past_span
from itgov_bot.wording.managers import glossary
from itgov_bot.wording.managers.indicator_lists import farthest

_OF_CASES = words_like(r"casos|tickets|solicitudes")
_NUMBERED = regex(r"\bel (?:indicador )?\d{1,2}\b")
_COMMENTS = words_like(r"comentarios|opiniones|observaciones")
Deed = Callable[[Turn, Asked], Awaitable[bool]]

STAYS, STAYS_FOR_AGENTS = timedelta(minutes=30), timedelta(minutes=5)
"""So long what was shown is what is asked about; who works on cases soon speaks of one."""
MAX_WORDS = 12
OF_FIGURES = frozenset(
    {
        Action.INDICATORS,
        Action.COUNTED,
        Action.SUMMARY,
        Action.LOOK,
        Action.NIGHT,
        Action.REPORT,
        Action.EXPORT,
        Action.NEWS,
    }
)
"""What the buttons of a screen of figures begin with."""


async def asks_of_sight(turn: Turn) -> bool:
    """A reader: «¿cuáles son esos?», «¿quién atendió?», «acéptela», «recuérdeles»."""
    last = _last(turn)
    sight = sight_of(last) if last else None
    is_of_case = sight is not Sight.RATINGS and _looks_at_case(turn)
    if last is None or sight is None or is_of_case or len(turn.text.split()) > MAX_WORDS:
        return False
    if sight is Sight.LATE and (late.declines(turn) or await late.names_one(turn, last)):
        return True
    if may_work_tickets(turn.roles) and not await shows_figures(turn):
        return False
    if sight in _OTHER_TIME and is_linked(turn.text) and await _OTHER_TIME[sight](turn):
        return True
    deed = _asked(turn, sight)
    return deed is not None and await deed(turn, last)


async def shows_figures(turn: Turn) -> bool:
    """Whether the last reply was a screen of figures, by its buttons."""
    return any(one.data.partition(":")[0] in OF_FIGURES for one in await turn.offered_last())


async def _other_night(turn: Turn) -> bool:
    """«¿Y el fin de semana completo?»"""
    return past_span(
        turn.text, turn.desk.local_now, turn.desk.calendars.general
    ) is not None and await guard.what_happened(turn)


_OTHER_TIME = {Sight.NIGHT: _other_night, Sight.DUTY: guard.will_be}
"""Of another time that is told alone: «¿y el sábado?»"""


def _last(turn: Turn) -> Asked | None:
    figures, stays = turn.state.figures, STAYS_FOR_AGENTS if may_work_tickets(turn.roles) else STAYS
    if not turn.text or turn.files.kept or figures is None or turn.now - figures.at > stays:
        return None
    return figures.asked if may_see_indicators(turn.roles) or figures.asked.kind in OF_DESK else None


def _looks_at_case(turn: Turn) -> bool:
    """A case was opened since: then it is that one."""
    looked, figures = turn.state.looked, turn.state.figures
    return looked is not None and figures is not None and looked.at >= figures.at


def _asked(turn: Turn, sight: Sight) -> Deed | None:
    """The deed of its row, where the words are surely of that kind, or of another that is done alike."""
    likely, rows = turn.understanding.inside.likely(Book.SIGHT, turn.text), ROWS[sight]
    deed = rows.get(SightSays(likely.best)) if likely else None
    if deed is None or _names_something(turn) or wants_own_help(turn.text):
        return None
    alike = [kind for kind, other in rows.items() if other is deed]
    return deed if likely.lead_beyond(alike) >= SURE_BY[Book.SIGHT] else None


def _names_something(turn: Turn) -> bool:
    """An indicator in several words, or cases of which none was spoken: then they are asked for by that name."""
    last, said = turn.state.figures, fold(turn.text)
    is_of_cases = last is not None and last.asked.kind in OF_CASES
    names_cases = not is_of_cases and _OF_CASES.search(said) is not None
    return (
        names_cases
        or len(_NUMBERED.findall(said)) > 1
        or len(turn.understanding.figures.names.named(said).places) > 1
    )


# What each is


async def _cases(turn: Turn, last: Asked) -> bool:
    """Those that were counted; where more is told, those of them: «y los que faltan cuáles son»."""
    counted = as_counted(last)
    question = replace(count_question(counted), lists=True, by=None, is_duration=False)
    asked = await narrowed_further(turn, last)
    is_other = asked is None and told_figure(fold(turn.text)) not in (None, question.figure)
    if not is_other:
        await answer(turn, asked or replace(counted, counted=question, goes_on=True))
    return not is_other


async def _ratings(turn: Turn, last: Asked) -> bool:
    """Those that were shown; the low ones, where they are asked for."""
    is_low = count_question(last).figure is Figure.RATED_LOW or not is_which_alone(turn.text)
    return await _rated(turn, last, Figure.RATED_LOW if is_low else Figure.RATED)


async def _comments(turn: Turn, last: Asked) -> bool:
    """What was written of the low ones; of all, where there are none, or comments are asked for and none is said to be
    bad."""
    question, said = count_question(last), fold(turn.text)
    if question.figure is Figure.RATED and _COMMENTS.search(said) and not RATED_LOW.search(said):
        return await _rated(turn, last, Figure.RATED)
    days = question.days or Days.month_of(turn.local_now.date())
    of_them = Narrowed((*(await parts_meant(turn, question.about))[0], *question.told))
    many = await summary.count(turn.desk, Figure.RATED_LOW, days, of_them)
    return await _rated(turn, last, Figure.RATED_LOW if many else Figure.RATED)


async def _rated(turn: Turn, last: Asked, figure: Figure) -> bool:
    question = replace(count_question(last), figure=figure, lists=True, by=None)
    await answer(turn, replace(last, kind=Wanted.RATINGS, counted=question, goes_on=True))
    return True


async def _outage(turn: Turn, last: Asked) -> bool:
    return await guard.of_one_outage(turn, last.times)


async def _again(turn: Turn, last: Asked) -> bool:
    """What was shown holds the answer."""
    await answer(turn, replace(last, goes_on=True))
    return True


async def _owners(turn: Turn, _last: Asked) -> bool:
    """Whose the missing readings are."""
    numbers = tuple(one.indicator.number for one in await recording.missing(turn.desk))
    await answer(turn, Asked(Wanted.OWNER, numbers))
    return True


async def _worst(turn: Turn, last: Asked) -> bool:
    return await _farthest(turn, last, is_worst=True)


async def _best(turn: Turn, last: Asked) -> bool:
    return await _farthest(turn, last, is_worst=False)


async def _farthest(turn: Turn, last: Asked, *, is_worst: bool) -> bool:
    """Of those that were shown, the one that is farthest below its target, or least."""
    found = await _one_of(turn, last, is_worst=is_worst)
    if found:
        await answer(turn, Asked(Wanted.INDICATOR, (found.number,), last.times, goes_on=True))
    return found is not None


async def _one_of(turn: Turn, last: Asked, *, is_worst: bool) -> Indicator | None:
    shown = await indicators.board(turn.desk, stretch_of(last))
    among = [one for one in shown if not last.indicators or one.indicator.number in last.indicators]
    return farthest(among, is_worst=is_worst, is_red=last.kind is Wanted.RED)


async def _better(turn: Turn, last: Asked) -> bool:
    return await _beside_target(turn, last, is_worst=False) or await _spread(turn, last)


async def _worse(turn: Turn, last: Asked) -> bool:
    return await _beside_target(turn, last, is_worst=True) or await _spread(turn, last)


async def _beside_target(turn: Turn, last: Asked, *, is_worst: bool) -> bool:
    """Of several that were set side by side; what was spoken of are they all, as before."""
    found = await _one_of(turn, last, is_worst=is_worst) if len(last.indicators) > 1 else None
    if found:
        await cards.nearest(turn, last, found, is_worst=is_worst)
    return found is not None


async def _spread(turn: Turn, last: Asked) -> bool:
    await answer(turn, replace(last, kind=Wanted.INDICATOR, aspect=Aspect.SPREAD, goes_on=True))
    return True


async def _explained(turn: Turn, last: Asked) -> bool:
    """What a value is made of; of several, how each is counted."""
    if _tells_value(turn):
        return False
    aspect = Aspect.WHY if len(last.indicators) == 1 else Aspect.FORMULA
    await answer(turn, replace(last, kind=Wanted.INDICATOR, aspect=aspect, goes_on=True))
    return bool(last.indicators)


async def _legend(turn: Turn, _last: Asked) -> bool:
    """What the signs of a list say."""
    if _tells_value(turn):
        return False
    turn.say(glossary.meaning((Term.LIGHTS, Term.ARROWS)))
    return True


def _tells_value(turn: Turn) -> bool:
    """«¿Qué significa que pase de 100?»: that is asked, whatever was shown."""
    return any(char.isdigit() for char in turn.text)


async def _drawn(turn: Turn, last: Asked) -> bool:
    """Several beside one another; one by its card, which has its chart; all of them in one picture."""
    kind = (
        Wanted.PICTURE
        if not last.indicators
        else Wanted.INDICATOR
        if len(last.indicators) == 1
        else Wanted.COMPARE
    )
    await answer(turn, replace(last, kind=kind, aspect=None, goes_on=False))
    return True


_OF_EVENT = dict.fromkeys(OF_EVENT, _outage)
ROWS: Mapping[Sight, Mapping[SightSays, Deed]] = {
    Sight.CASES: {SightSays.WHICH: _cases},
    Sight.RATINGS: {
        SightSays.WHICH: _ratings,
        **dict.fromkeys((SightSays.SAID, SightSays.WHY, SightSays.WHAT), _comments),
    },
    Sight.OUTAGES: {**_OF_EVENT, SightSays.WHICH: _again},
    Sight.NIGHT: dict.fromkeys((*OF_EVENT, SightSays.WHICH), _again),
    Sight.DUTY: {},
    Sight.MISSING: {SightSays.WHO: _owners, SightSays.WHICH: _again, SightSays.REMIND: reminding.remind},
    Sight.LATE: {
        SightSays.ACCEPT: late.accept,
        SightSays.ACCEPTED: late.what_became,
        **dict.fromkeys((SightSays.WHICH, SightSays.WHY, SightSays.WHAT), late.what_became),
    },
    Sight.INDICATORS: {
        SightSays.WORST: _worst,
        SightSays.BEST: _best,
        SightSays.DRAWN: _drawn,
        SightSays.EXPLAIN: _legend,
        SightSays.REMIND: reminding.remind,
    },
    Sight.INDICATOR: {
        SightSays.WORST: _worse,
        SightSays.BEST: _better,
        SightSays.DRAWN: _drawn,
        SightSays.EXPLAIN: _explained,
        SightSays.REMIND: reminding.remind,
    },
}
"""What is done, by what was shown and what is asked of it. Anything else is read as if nothing had been shown."""
