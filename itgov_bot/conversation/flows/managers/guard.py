"""What managers ask of the guard: who has it or had it, what it was called for, and who has had it most."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from itgov_bot.conversation.flows.agents import duty
from itgov_bot.conversation.flows.managers import night as nights
from itgov_bot.conversation.state import LastAsked
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import downtime, on_call, outages
from itgov_bot.desk import night as of_night
from itgov_bot.desk.counted.counting import kept_since
from itgov_bot.desk.night import of_last_night
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.looking import look
from itgov_bot.domain.calendar import Span
from itgov_bot.domain.indicators import Period
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import DutySpan
from itgov_bot.domain.tickets.outages import Outage
from itgov_bot.understanding.figures.asked import Asked, Wanted
from itgov_bot.understanding.figures.beside import (
    LONGEST,
    OTHER_ONE,
    asks_of_outage,
    asks_who_most,
    is_of_that_night,
    place_among,
)
from itgov_bot.understanding.language.duty.rota_told import asks_of_each
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.time.guard_times import NIGHT_BEGINS, NIGHT_ENDS, past_span, tells_past
from itgov_bot.understanding.language.time.stretches import find_times
from itgov_bot.wording.agents.duty import rota as words
from itgov_bot.wording.managers import case as case_words
from itgov_bot.wording.managers import night as night_words

FIRST = 1
"""The step of who is called first."""


async def who(turn: Turn) -> bool:
    """Of a time that is past, who was on duty by the rota and whom it was called for; else who is, and who follows."""
    if asks_who_most(turn.text) or asks_of_each(turn.text):
        await _most(turn)
        return True
    span = await _night_spoken_of(turn) if is_of_that_night(turn.text) else _past(turn)
    if span is None:
        if not await will_be(turn):
            await duty.tell(turn)
            nights.remember_duty(turn)
        return True
    nights.remember(turn, span)
    await tell_of(turn, span)
    if cases := await of_night.cases(turn.desk, span):
        turn.say(night_words.called(span, cases, turn.desk.calendars.general, turn.now))
    return True


async def will_be(turn: Turn) -> bool:
    """Of a time to come, who is on duty then: «¿quién queda el sábado?»; False where none is told."""
    span = turn.coming_span(turn.text)
    if span is None or span.starts_at <= turn.desk.local_now:
        return False
    turn.say(words.at_that_time(span, await on_call.pieces_of(turn.desk, span), turn.desk.local_now))
    nights.remember_duty(turn)
    return True


async def tell_of(turn: Turn, span: Span) -> None:
    """Who was on duty then, as far as it is known."""
    pieces, since = await on_call.pieces_of(turn.desk, DutySpan(*span)), await on_call.known_since(turn.desk)
    turn.say(words.at_that_time(DutySpan(*span), pieces, turn.desk.local_now, since=since))


async def calls(turn: Turn) -> bool:
    """How often it was called, for what, and who took it: in each stretch that is told, else this month."""
    told = find_times(turn.text, turn.local_now.date()).told
    this_month = Stretch.of(Period.of("MENSUAL", turn.local_now.date()))
    for of in dict.fromkeys(told) or (this_month,):
        span = nights.within(turn, of)
        cases = await of_night.cases(turn.desk, span)
        turn.say(night_words.calls_in(of, cases, turn.desk.calendars.general, turn.now))
    return True


async def what_happened(turn: Turn) -> bool:
    """«¿Qué pasó el miércoles por la noche?»: who was on duty then, and what it was called for."""
    span = await _night_meant(turn)
    if span is None:
        return False
    pieces = await on_call.pieces_of(turn.desk, DutySpan(*span))
    if any(one.people for one in pieces):
        await tell_of(turn, span)
    await nights.show_span(turn, span)
    nights.remember(turn, span)
    return True


async def night(turn: Turn, asked: Asked) -> None:
    """«¿Hubo urgencias el fin de semana?»: of the days or the night that are told, or were spoken of; else of last night."""
    span = None if asked.goes_on and asked.times else await _night_meant(turn)
    if span is None:
        span = of_days(turn, asked.times[-1]) if asked.times else (await of_last_night(turn.desk))[0]
    await nights.show_span(turn, span)
    nights.remember(turn, span)


def of_days(turn: Turn, of: Stretch) -> Span:
    """Of one day, its night."""
    if of.first < of.last:
        return nights.within(turn, of)
    return _night(turn, datetime.combine(of.first, NIGHT_ENDS, turn.desk.local_now.tzinfo))


async def _night_meant(turn: Turn) -> Span | None:
    told = past_span(turn.text, turn.desk.local_now, turn.desk.calendars.general)
    return told or (await _night_spoken_of(turn) if is_of_that_night(turn.text) else None)


async def of_outage(turn: Turn) -> bool:
    """«¿Quién la atendió?», «¿a quién llamaron primero?», of the outages that were told of, or the one of them that was
    looked at."""
    last = turn.state.figures
    if (
        last is None
        or last.asked.kind is not Wanted.OUTAGES
        or not asks_of_outage(turn.understanding.figures.written_out(turn.text))
    ):
        return False
    told = find_times(turn.text, turn.local_now.date()).told
    return await of_one_outage(turn, told or last.asked.times)


async def of_one_outage(turn: Turn, times: Sequence[Stretch]) -> bool:
    """All that is known of the one that is meant; where the guard was not called for it, how its case stands. False where
    there was none."""
    found = _meant(turn, await _outages(turn, times), times[1:])
    if not found:
        return False
    ticket = found[-1].ticket
    span = ticket.opened_at, ticket.resolved_at or turn.now
    cases = [one for one in await of_night.cases(turn.desk, span) if one.view.ticket.id == ticket.id]
    calendar = turn.desk.calendars.general
    day, today = calendar.local(ticket.opened_at).date(), turn.local_now.date()
    listed = times[0] if times else Stretch(await kept_since(turn.desk), today)
    turn.state.figures = LastAsked(turn.now, Asked(Wanted.OUTAGES, times=(listed, Stretch(day, day))))
    turn.say(
        night_words.called(span, cases, calendar, turn.now)
        if cases
        else case_words.standing(await look(turn.desk, ticket))
    )
    return True


def _meant(turn: Turn, found: Sequence[Outage], before: Sequence[Stretch]) -> Sequence[Outage]:
    """By its day, its place among them or its length, where any of it is told; else the one of `before`, that was spoken of;
    else all of them."""
    found = sorted(found, key=lambda one: one.started_at)
    span = past_span(turn.text, turn.desk.local_now, turn.desk.calendars.general)
    then = [one for one in found if span and span[0] <= one.started_at < span[1]]
    said, at = fold(turn.text), place_among(fold(turn.text), len(found))
    if OTHER_ONE.search(said) and before:
        return ([one for one in found if not _is_of(turn, one, before)] or found)[-1:]
    if LONGEST.search(said) and found:
        return [max(found, key=lambda one: (one.ticket.resolved_at or turn.now) - one.started_at)]
    spoken = [one for one in found if _is_of(turn, one, before)]
    return then or (found[at : at + 1] if at is not None else spoken or found)


def _is_of(turn: Turn, outage: Outage, days: Sequence[Stretch]) -> bool:
    began = turn.desk.calendars.general.local(outage.started_at).date()
    return any(of.first <= began <= of.last for of in days)


async def _most(turn: Turn) -> None:
    """By the hours of who is called first."""
    told = find_times(turn.text, turn.local_now.date()).told
    of = told[0] if told else Stretch.of(Period.of("MENSUAL", turn.local_now.date()))
    hours, people = Counter[int](), dict[int, Person]()
    since = await on_call.known_since(turn.desk)
    begins, ends = nights.within(turn, of)
    for piece in await on_call.pieces_of(turn.desk, DutySpan(min(max(begins, since or begins), ends), ends)):
        for step, person in piece.people:
            if step == FIRST:
                people[person.id] = person
                hours[person.id] += round((piece.span.ends_at - piece.span.starts_at) / timedelta(hours=1))
    found = [(people[one], many) for one, many in hours.most_common()]
    turn.say(
        night_words.on_duty_most(
            of, found, turn.desk.calendars.general.local(since) if since and since > begins else None
        )
    )


def _past(turn: Turn) -> Span | None:
    if not tells_past(turn.text):
        return None
    return past_span(turn.text, turn.desk.local_now, turn.desk.calendars.general)


async def _night_spoken_of(turn: Turn) -> Span | None:
    """The night of the case that is looked at, else of the last outage, or of the day that was spoken of."""
    looked, last = turn.state.looked, turn.state.figures
    ticket = await lookup.find(turn.desk, looked.number) if looked else None
    if ticket:
        return _night(turn, turn.desk.calendars.general.local(ticket.opened_at))
    if last and last.asked.kind is Wanted.OUTAGES:
        found = await _outages(turn, last.asked.times)
        return _night(turn, turn.desk.calendars.general.local(found[-1].started_at)) if found else None
    of = last.asked.times[0] if last and last.asked.times else None
    is_day = of is not None and of.first == of.last
    return (
        _night(turn, datetime.combine(of.first, NIGHT_ENDS, turn.desk.local_now.tzinfo))
        if of and is_day
        else None
    )


async def _outages(turn: Turn, times: Sequence[Stretch]) -> Sequence[Outage]:
    """Those that were shown, the last one at the end."""
    if times:
        return (await downtime.down_within(turn.desk, times[0])).outages
    current, past = await outages.known_outages(turn.desk)
    return sorted([*past, *current], key=lambda one: one.started_at)


def _night(turn: Turn, at: datetime) -> Span:
    """The one before a morning, the one after an afternoon."""
    evening = at.date() if at.time() >= NIGHT_ENDS else at.date() - timedelta(days=1)
    begins = datetime.combine(evening, NIGHT_BEGINS, at.tzinfo)
    ends = datetime.combine(evening + timedelta(days=1), NIGHT_ENDS, at.tzinfo)
    return begins, min(turn.desk.local_now, ends)
