"""What those who may see indicators write in words, and what those who may see summaries ask of the cases. For anybody else
nothing is read here."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.hearing.hours import asks_hours
from itgov_bot.conversation.flows.managers import pointing
from itgov_bot.conversation.flows.managers.in_sight import shows_figures
from itgov_bot.conversation.flows.managers.indicators.answers import answer
from itgov_bot.conversation.flows.managers.indicators.beside import asked_beside, of_first_listed
from itgov_bot.conversation.flows.managers.narrowing import (
    is_of_part,
    narrowed_further,
    of_one_named,
    of_parts,
    of_services,
)
from itgov_bot.conversation.form_types import Form, PlanForm, RecordingForm, is_proposal
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.indicators import Period
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import may_see_indicators, may_work_tickets
from itgov_bot.domain.summary import OF_NOW, CountQuestion, Figure
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding import Intent, Interpretation, Smalltalk
from itgov_bot.understanding.figures.asked import (
    OF_ALL,
    OF_CASES,
    OF_DESK,
    OF_INDICATORS,
    Asked,
    Aspect,
    Wanted,
)
from itgov_bot.understanding.figures.beside import beside_told, is_of_that
from itgov_bot.understanding.figures.counts import as_count, count_question
from itgov_bot.understanding.figures.files import is_of_cases
from itgov_bot.understanding.figures.further import as_counted
from itgov_bot.understanding.figures.going_on import in_full, is_linked, of_whom
from itgov_bot.understanding.figures.pointed import case_asked
from itgov_bot.understanding.figures.settles import (
    OF_COUNTS,
    asks_a_count,
    wants_help,
    wants_own_help,
    wants_to_know,
)
from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.understanding.language.questions import is_clearly_asked, is_question
from itgov_bot.wording import general
from itgov_bot.wording.managers import unsure

GOES_ON = timedelta(minutes=30)
"""So long after a question «¿y en abril?» goes on from it."""
SURE, AS_LIKELY_AS_AN_EVENT, LIKELY, LIKELIER_THAN_STRANGE = 1.0, 0.3, 0.0, -0.2
"""By how much likelier than nothing a figure must be: where an outage is told as well, an event, a service or the hours, and
where the words are no matter of the desk otherwise."""
NAMED, NEVER = -0.3, -9.0
"""The same in the middle of a form, where an indicator is named; and of what asks for none."""
LEAST_OF_UNKNOWN = -1.6
"""From here on a question that nobody understood may have been of figures."""
MAX_LEANING_WORDS = 5
"""Who says more tells of which days."""
_OF_VALUE = (Aspect.WHY, Aspect.MET, Aspect.SPREAD, Aspect.HISTORY, Aspect.TARGET)
_OF_SOME = (Wanted.INDICATOR, Wanted.COMPARE, Wanted.OWNER)
"""What speaks of the indicators that it names."""
_IS_HOW = words_like(r"como (?:\w+ ){0,2}?(?:cerr|qued|fue|va|vamos|estuv|termin|and)\w*|que tal")
_SUMMARY = words_like(r"resumen")
_OF_ONE_OR_NIGHT = words_like(r"casos?|tickets?|\d+|noches?|anoche|madrugada|guardia|urgen\w+|emergencias?")
_OF_MANY = words_like(r"tod[oa]s|indicadores|kpis|tablero|cuales|casos|tickets")
ELSE = (Intent.SMALLTALK, Intent.HOURS, Intent.CHANNELS, Intent.WHO_MAY)


async def asks_of_figures(turn: Turn) -> bool:
    """A reader: a question of a manager, or what goes on from the last one."""
    if await pointing.points_at_case(turn) or await asked_beside(turn):
        return True
    last = _just_asked(turn)
    narrowed = (
        await of_one_named(turn, last) if last and (last.kind not in OF_CASES or is_of_part(last)) else None
    )
    narrowed = narrowed or (await narrowed_further(turn, last) if last and last.kind in OF_CASES else None)
    known = narrowed or await of_first_listed(turn, last)
    found = (known,) if known else _asked(turn)
    for asked in found:
        await answer(turn, await of_services(turn, await of_parts(turn, asked)))
    return bool(found)


async def asks_for_summary(turn: Turn) -> bool:
    """A reader, before those of who works there: «el resumen de la semana pasada» is not the queue, nor the night."""
    said = fold(turn.text)
    if not may_work_tickets(turn.roles) or not _SUMMARY.search(said) or _OF_ONE_OR_NIGHT.search(said):
        return False
    found = [one for one in _asked(turn) if one.kind is Wanted.SUMMARY]
    for asked in found[:1]:
        await answer(turn, asked)
    return bool(found)


async def nothing_known(turn: Turn) -> bool:
    """A reader, before those of a new matter: who only manages opens no case by a question that nobody understood, and
    who was just shown figures by no words but those of a matter of their own. The likeliest two of what they may ask are
    offered, and that it is a problem of theirs."""
    if not turn.text or may_work_tickets(turn.roles) or turn.files.kept:
        return False
    kinds, read = turn.understanding.figures.kinds, turn.interpret(turn.text)
    is_urgent = turn.danger_in(turn.text) or (read.exception is not None and not is_linked(turn.text))
    if kinds is None or wants_own_help(turn.text) or is_urgent:
        return False
    ranked = kinds.ranked(kinds.written_out(turn.text))
    if not (_goes_on_from_figures(turn, read) or _may_be_of_figures(turn, read, ranked[0][1])):
        return False
    turn.ask_about(unsure.ask(turn.text, unsure.offered([kind for kind, _ in ranked])), turn.text)
    return True


async def goes_on_from_figures(turn: Turn) -> bool:
    """A reader, before those of what goes on of one's own: what follows figures on the screen is about them."""
    if _just_asked(turn) is None or not await shows_figures(turn):
        return False
    if turn.answers.is_leaving(turn.text):
        turn.say(general.smalltalk(turn.city, Smalltalk.YES, turn.local_now))
        return True
    return await nothing_known(turn)


def _goes_on_from_figures(turn: Turn, read: Interpretation) -> bool:
    """Just after figures: anything but a courtesy, a service that is wanted, and the hours asked in so many words."""
    is_named = read.decision == "answer" and not (is_question(turn.text) or is_linked(turn.text))
    is_of_hours = read.intent in (Intent.HOURS, Intent.CHANNELS) and asks_hours(turn, turn.text)
    is_talk = read.intent is Intent.SMALLTALK or turn.answers.yes_or_no(turn.text) is not None
    is_talk = is_talk or turn.answers.is_leaving(turn.text)
    return _just_asked(turn) is not None and not (is_named or is_of_hours or is_talk or read.is_plain_wish)


def _may_be_of_figures(turn: Turn, read: Interpretation, margin: float) -> bool:
    is_other = read.intent in ELSE or read.decision == "answer" or read.is_plain_wish
    is_strange = read.intent is Intent.OUT_OF_SCOPE
    is_wish = not is_question(turn.text) and read.decision != "none"
    return not (is_other or is_strange or is_wish) and margin >= LEAST_OF_UNKNOWN


async def asks_of_figures_beside(turn: Turn, form: Form) -> bool:
    """The same in the middle of a form: only what is surely asked, where the words are not for somebody else. One that was
    left a while ago is not asked again."""
    is_left = form.is_idle(turn.now)
    is_for_somebody = forms.step_of(turn, form).verbatim and not isinstance(form, RecordingForm | PlanForm)
    if not turn.text or (is_for_somebody and not is_left):
        return False
    if not (
        await pointing.points_at_case(turn)
        or (await _is_surely_asked(turn, form) and await asks_of_figures(turn))
    ):
        return False
    if not (is_left or is_proposal(form)):
        await forms.ask(turn, form)
    return True


async def _is_surely_asked(turn: Turn, form: Form) -> bool:
    """What is likelier a figure than nothing, names one, or goes on from the last one."""
    if case_asked(turn.text) or beside_told(turn.text):
        return is_question(turn.text) or bool(form.about) or form.is_idle(turn.now)
    found = _asked(turn)
    is_named = any(one.indicators or one.aspect for one in found) and not wants_help(turn.text)
    margin = max((one.margin for one in found), default=NEVER)
    return margin >= (NAMED if is_named else LIKELY) or await _goes_on(turn)


async def _goes_on(turn: Turn) -> bool:
    """«¿Y de Hacienda?», after a count; «Hacienda» alone answers the form."""
    last = _just_asked(turn) if is_linked(turn.text) else None
    return last is not None and last.kind in OF_CASES and await narrowed_further(turn, last) is not None


def _asked(turn: Turn) -> tuple[Asked, ...]:
    if not turn.text or turn.files.kept:
        return ()
    found = _read(turn)
    if may_see_indicators(turn.roles):
        return found
    counted = (as_count(one, turn.local_now.date()) for one in found)
    return tuple(one for one in counted if one.kind in OF_DESK)


def _read(turn: Turn) -> tuple[Asked, ...]:
    reader, today, last = turn.understanding.figures, turn.local_now.date(), _just_asked(turn)
    if last and (goes_on := reader.follow_up(turn.text, last, today)):
        return (goes_on,)
    said = in_full(turn.text, last, today) if last and last.kind in OF_INDICATORS else turn.text
    told = reader.sentences(of_whom(said, last), today)
    found = tuple(_in_its_time(one, last) for asked in told for one in _of_the_same(asked, last, today))
    found = tuple(one for one in found if not _is_of_no_indicator(one, last))
    return () if not found or _is_of_desk(turn, max(found, key=lambda one: one.margin)) else found


def _like(before: Sequence[Stretch], told: Sequence[Stretch], today: date) -> Sequence[Stretch]:
    """A month is set beside a month: of a week that was spoken of, beside the one in which it is."""
    period, spoken = told[0].period if told else None, before[0].period if before else None
    if period is None or not before or (spoken and spoken.kind == period.kind):
        return before
    frequency = next(name for name, kind in KIND_OF.items() if kind == period.kind)
    return (Stretch.of(Period.of(frequency, min(before[0].last, today))),)


def _of_the_same(asked: Asked, last: Asked | None, today: date) -> tuple[Asked, ...]:
    """«Compare octubre con septiembre», «y contra septiembre»: of the one indicator or the count that was spoken of, of a
    summary both what came and what was solved."""
    if last and _is_of_the_one(asked, last):
        kind = asked.kind if asked.kind in (Wanted.COMPARE, Wanted.OWNER) else Wanted.INDICATOR
        is_beside = kind is Wanted.COMPARE and len(asked.times) == 1 and asked.times != last.times
        times = (*last.times[:1], *asked.times) if is_beside else asked.times
        return (replace(asked, kind=kind, indicators=last.indicators, times=times, goes_on=True),)
    if not last or asked.kind is not Wanted.COMPARE or asked.indicators or is_of_cases(asked.text) is False:
        return (asked,)
    if count_question(asked).about:  # what is named is set side by side
        return (asked,)
    times = (
        asked.times if len(asked.times) > 1 else (*_like(last.times[:1], asked.times, today), *asked.times)
    )
    if (
        last.kind not in (Wanted.CASES, Wanted.SUMMARY)
        or len(times) < 2
        or OF_COUNTS.search(fold(asked.text))
    ):
        return (asked,)
    counted = count_question(as_counted(last))
    if _IS_HOW.search(fold(asked.text)):  # of the whole desk, whatever was counted before
        counted = CountQuestion(Figure.RECEIVED, None, is_figure_told=False)
    is_of_both = (
        last.kind is Wanted.SUMMARY or counted.figure in OF_NOW or not counted.is_figure_told
    )  # of what is now there is no before
    figures = (Figure.RECEIVED, Figure.SOLVED) if is_of_both else (counted.figure,)
    in_order = tuple(sorted(times, key=lambda one: one.first))
    of_each = [replace(counted, figure=one, lists=False, of_received=False) for one in figures]
    return tuple(
        replace(asked, kind=Wanted.CASES, times=in_order, counted=one, margin=SURE, goes_on=True)
        for one in of_each
    )


def _is_of_the_one(asked: Asked, last: Asked) -> bool:
    """«Compárelo con 2023», «¿por qué pasa de 100 en marzo?»: no indicator is named, and one was spoken of."""
    was_of_one = last.kind in _OF_SOME and len(last.indicators) == 1
    is_compared = asked.kind is Wanted.COMPARE and bool(asked.times) and not count_question(asked).about
    leans = len(asked.text.split()) <= MAX_LEANING_WORDS or is_of_that(asked.text)
    is_owner = asked.kind is Wanted.OWNER and leans
    is_of_value = is_owner or (asked.kind in {*OF_ALL, Wanted.INDICATOR} and asked.aspect in _OF_VALUE)
    is_named = bool(asked.indicators) or _OF_MANY.search(fold(asked.text)) is not None
    return was_of_one and (is_compared or is_of_value) and not is_named


def _is_of_no_indicator(asked: Asked, last: Asked | None) -> bool:
    """«Y ese quién lo cogió», after cases, outages or ratings: nobody's indicator."""
    was_of_desk = last is not None and last.kind in OF_DESK
    return was_of_desk and asked.kind is Wanted.OWNER and not asked.indicators and is_linked(asked.text)


def _in_its_time(asked: Asked, last: Asked | None) -> Asked:
    """«Quién resolvió más», where a month or a year was spoken of just now: in that one, unless it is of now."""
    is_short = len(asked.text.split()) <= MAX_LEANING_WORDS
    if not (last and is_short and asked.kind is Wanted.CASES and last.kind in OF_CASES) or asked.times:
        return asked
    question = count_question(asked)
    is_of_then = question.figure not in OF_NOW and not question.age and not question.by_month
    whole = tuple(one for one in last.times if one.period)
    return replace(asked, times=whole) if is_of_then else asked


def _just_asked(turn: Turn) -> Asked | None:
    last = turn.state.figures
    is_read = turn.text and not turn.files.kept
    return last.asked if is_read and last and turn.now - last.at <= GOES_ON else None


def _is_of_desk(turn: Turn, asked: Asked) -> bool:
    """Whether it is rather a report, a request or a courtesy."""
    if asked.margin >= SURE:
        return False
    read = turn.interpret(turn.text)
    is_outage = read.exception is ExceptionKind.SERVICE_OUTAGE and not (
        is_clearly_asked(turn.text) or asks_a_count(turn.text)
    )
    is_named = bool(asked.indicators or asked.aspect) and not wants_help(turn.text)
    is_likelier = (
        not is_named
        and asked.margin < LIKELY
        and (read.decision == "answer" or read.intent in ELSE or read.is_plain_wish)
    )
    is_strange = not is_named and asked.margin < LIKELIER_THAN_STRANGE and read.intent is Intent.OUT_OF_SCOPE
    is_asked = asked.margin >= LIKELIER_THAN_STRANGE and wants_to_know(turn.text)
    is_event = (
        asked.margin < AS_LIKELY_AS_AN_EVENT and not is_asked and turn.mayor_event(turn.text) is not None
    )
    return is_outage or is_likelier or is_strange or is_event
