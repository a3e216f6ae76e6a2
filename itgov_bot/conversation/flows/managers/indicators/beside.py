"""What managers ask beside the figures: a case, who is on duty, what changed after its closing, charts on another ground."""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.managers import counted, guard, late
from itgov_bot.conversation.flows.managers.indicators.answers import answer, press
from itgov_bot.conversation.flows.managers.indicators.boards import stretch_of
from itgov_bot.conversation.flows.staff.tickets.my_tickets import open_by_number, visible
from itgov_bot.conversation.state import LastAsked
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.indicators import readings as readings_of
from itgov_bot.desk.indicators import within
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import may_see_indicators, may_see_summaries
from itgov_bot.understanding.figures.asked import OF_ALL, Asked, Wanted, is_of_parts
from itgov_bot.understanding.figures.beside import Beside, asks_its_cases, beside_told, is_of_that
from itgov_bot.understanding.figures.further import is_which_alone
from itgov_bot.understanding.figures.orders import value_given
from itgov_bot.understanding.figures.pointed import CaseAsked, case_asked, case_pointed
from itgov_bot.understanding.figures.settles import wants_help
from itgov_bot.understanding.figures.terms import Term, terms_asked, without_terms
from itgov_bot.understanding.language.answering.picks import position_said
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.time.stretches import find_times
from itgov_bot.wording.managers import case as case_words
from itgov_bot.wording.managers import explained, glossary, reading_rules, reports
from itgov_bot.wording.managers import indicators as words
from itgov_bot.wording.managers.summary import answers
from itgov_bot.wording.staff.tickets.changed import no_such_ticket

_LISTED = tuple(Action.INDICATORS.data(number) for number in range(1, 10))
"""How the data of what a list opens begins."""


async def asked_beside(turn: Turn) -> bool:
    """A reader, of who may see summaries; what is about indicators, of who may see them."""
    if not turn.text or turn.files.kept:
        return False
    is_manager, said = may_see_indicators(turn.roles), turn.understanding.figures.written_out(turn.text)
    if is_manager and (asked := case_asked(said)) and may_see_summaries(turn.roles):
        return await _show_case(turn, asked)
    if is_manager and (terms := _explained(turn)):
        turn.say(glossary.meaning(terms))
        return True
    if await guard.of_outage(turn):
        return True
    told = beside_told(said)
    if told:
        return (is_manager or told in _OF_DESK) and await ANSWERS[told](turn)
    return is_manager and (await _next_of_list(turn) or await _cases_of_value(turn))


def _explained(turn: Turn) -> tuple[Term, ...]:
    """Of an indicator that is named beside it, it is that one that is asked about."""
    named = turn.understanding.figures.names.named(without_terms(turn.text)).numbers
    return () if named else terms_asked(turn.text)


async def _next_of_list(turn: Turn) -> bool:
    """«¿Y el segundo?», «ábrame el primero» of the indicators that were listed; after a quarter or a half it is the next
    one."""
    last, pointed = turn.state.figures, case_pointed(turn.text)
    is_of_part = last is not None and is_of_parts(last.asked)
    if pointed is None or not (pointed.is_shown or (pointed.is_linked and not is_of_part)):
        return False
    listed = [one.data for one in await turn.offered_last() if one.data.startswith(_LISTED)]
    at = position_said(pointed.rest, len(listed))
    if at is None:
        return False
    await press(turn, listed[at].partition(":")[2])
    return True


async def of_first_listed(turn: Turn, last: Asked | None) -> Asked | None:
    """«¿Y por qué está así?», «¿quién responde por ese?»: of the first that was listed, the one that was asked for."""
    if not (last and last.kind in OF_ALL and is_of_that(turn.text)):
        return None
    listed = [one.data for one in await turn.offered_last() if one.data.startswith(_LISTED)]
    if not listed:
        return None
    first = Asked(Wanted.INDICATOR, (int(listed[0].split(":")[1]),), last.times)
    asked = turn.understanding.figures.follow_up(turn.text, first, turn.local_now.date())
    return asked if asked and (asked.aspect or asked.kind is Wanted.OWNER) else None


async def _cases_of_value(turn: Turn) -> bool:
    """«¿Cuál caso lo bajó?», «los casos detrás de ese 80 %», of the value that is told or was spoken of."""
    last, named = turn.state.figures, turn.understanding.figures.names.named(fold(turn.text)).numbers
    is_of_value = last is not None and last.asked.kind is Wanted.INDICATOR
    if not (asks_its_cases(turn.text) or (is_of_value and is_which_alone(turn.text))):
        return False
    numbers = named or (last.asked.indicators if last else ())
    indicator = turn.desk.reference.indicator(numbers[0]) if len(numbers) == 1 else None
    if not (indicator and indicator.computed_from):
        return False
    said = find_times(turn.text, turn.local_now.date()).told
    of = Stretch.together(said) or (stretch_of(last.asked) if last and not named else None)
    found, value = await readings_of(turn.desk, indicator.number), value_given(turn.text)
    same = [one for one in found if one.value == value]
    computed = [one for one in found if one.source == "computed"]
    told = same[-1] if same else explained.meant(within(found, of), last.asked.text if last else "")
    if told and told.source != "computed" and not (same or of) and computed:
        told = computed[-1]  # of which there are cases
    if told and told.source == "computed":
        await counted.show_cases(turn, indicator, told.period)
    elif told:
        turn.say(explained.no_cases_of(indicator, told, computed))
    return told is not None


async def _show_case(turn: Turn, asked: CaseAsked) -> bool:
    """Agents see all of it; managers are told that whose it is is not theirs to see."""
    number = await lookup.number_meant(turn.desk, asked.number) or asked.number
    if asked.of_person and await lookup.find(turn.desk, number) and not await visible(turn, number):
        turn.say(case_words.whose_is_not_told())
    if not await open_by_number(turn, number):
        turn.say(no_such_ticket(number))
    return True


async def _late(turn: Turn) -> bool:
    await late.ask(turn, Asked(Wanted.LATE))
    return True


async def _errand(turn: Turn) -> bool:
    turn.say(words.no_errands())
    return True


async def _by_other_way(turn: Turn) -> bool:
    """Of what was shown; who wants that somebody can send a mail has a wish of their own."""
    if turn.state.figures is None or wants_help(turn.text):
        return False
    turn.say(words.only_in_this_chat())
    return True


async def _rules(turn: Turn) -> bool:
    """Of the indicator that is named, or was spoken of; else of all requests."""
    last, named = turn.state.figures, turn.understanding.figures.names.named(fold(turn.text)).numbers
    numbers = named or (last.asked.indicators if last else ())
    shown = [one for number in numbers if (one := turn.desk.reference.indicator(number))]
    if not shown and explained.is_about_100(turn.text):
        turn.say(explained.over_100())
        return True
    indicator = next(iter(shown), None) or next(
        one for one in turn.desk.reference.indicators if one.computed_from
    )
    turn.say(reading_rules.explained(indicator))
    turn.state.figures = LastAsked(turn.now, Asked(Wanted.INDICATOR, (indicator.number,)))
    return True


async def _uncounted(turn: Turn) -> bool:
    turn.say(answers.not_counted(Days.month_of(turn.local_now.date())))
    return True


async def _new_target(turn: Turn) -> bool:
    turn.say(words.target_is_printed())
    return True


async def _on_dark(turn: Turn) -> bool:
    return await _on(turn, is_dark=True)


async def _on_light(turn: Turn) -> bool:
    return await _on(turn, is_dark=False)


async def _on(turn: Turn, *, is_dark: bool) -> bool:
    """What was asked last, once more; nothing where no chart can have been seen."""
    last = turn.state.figures
    if last is None:
        return False
    turn.state.dark_pictures = is_dark
    if last.asked.kind in _DRAWN and last.asked.aspect is None:
        await answer(turn, last.asked)
    if not any(reply.chart for reply in turn.said):
        turn.say(reports.on_ground(is_dark=is_dark))
    return True


_OF_DESK = (Beside.DUTY, Beside.CALLS, Beside.NIGHT, Beside.UNCOUNTED)
"""What is for whoever answers for the desk."""
_DRAWN = (Wanted.INDICATOR, Wanted.COMPARE, Wanted.PICTURE)
"""What a chart goes with."""
ANSWERS: Mapping[Beside, Callable[[Turn], Awaitable[bool]]] = {
    Beside.DUTY: guard.who,
    Beside.CALLS: guard.calls,
    Beside.NIGHT: guard.what_happened,
    Beside.LATE: _late,
    Beside.NEW_TARGET: _new_target,
    Beside.ERRAND: _errand,
    Beside.BY_OTHER_WAY: _by_other_way,
    Beside.RULES: _rules,
    Beside.UNCOUNTED: _uncounted,
    Beside.DARK: _on_dark,
    Beside.LIGHT: _on_light,
}
