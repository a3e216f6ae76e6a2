"""`/guardia cubre …`: who stands in for whom, and when. It is announced at once, so that whatever may be read in another way
is shown first."""

from collections.abc import Sequence
from datetime import datetime

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.admins.roles import refresh_menu
from itgov_bot.conversation.flows.known_people import is_certain, names_known, person_meant
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import on_call, people, support
from itgov_bot.domain.people import Person, may_administer
from itgov_bot.domain.rota import DutySpan
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.duty.cover_told import CoverTold, cover_told
from itgov_bot.understanding.language.time.spans import find_span
from itgov_bot.wording.agents.duty import changes
from itgov_bot.wording.agents.duty import cover as words


async def begin(turn: Turn, what: str) -> None:
    """`/guardia cubre @usuario sábado 8 pm a domingo 8 am`: instead of whoever would be called first, or of who is named."""
    told = cover_told(what, await names_known(turn))
    if told is None or not told.when:
        turn.say(words.COVER_USAGE)
        return
    span = find_span(told.when, turn.desk.local_now, whole_days=True)
    if span is None and not told.unread:  # too little is told of when
        turn.say(words.COVER_USAGE)
    elif span is None:
        turn.say(words.no_such_span(told.when))
    elif span[1] <= turn.desk.local_now:
        turn.say(words.SPAN_IS_OVER)
    else:
        await _by_whom(turn, told, _from_now(turn, *span))


async def _by_whom(turn: Turn, told: CoverTold, span: DutySpan) -> None:
    instead = await person_meant(turn, told.instead) if told.instead else None
    if told.instead and instead is None:
        return
    if not told.by:
        turn.say(words.ask_who_covers(instead, span, turn.desk.local_now))
    elif person := await person_meant(turn, told.by):
        is_known = await is_certain(turn, told.by, person)
        if told.is_plain and is_known:
            await _stand_in(turn, person, span, instead)
        else:
            await show_first(turn, person, span, instead, is_known=is_known, unread=told.unread)


async def show_first(
    turn: Turn, person: Person, span: DutySpan, instead: Person | None, *, is_known: bool, unread: str = ""
) -> None:
    """One press does it, if there is anybody to be covered."""
    covered = await on_call.who_would_be_covered(turn.desk, person, span, instead)
    if not covered:
        await _say_nobody(turn, person, span, instead)
        return
    whom = _once([one for one, _ in covered])
    now = turn.desk.local_now
    reply = words.confirm_cover(person, whom, span, now, instead=instead, is_known=is_known, unread=unread)
    await propose(turn, reply)


async def propose(turn: Turn, reply: Reply) -> None:
    """Who may decide it is shown it; what anybody else says of the guard goes to who does, with their words."""
    if may_administer(turn.roles):
        turn.say(reply)
        return
    deciding = await support.administrators(turn.desk)
    for one in deciding:
        await turn.tell(one.address, words.proposed(turn.person, turn.text, reply))
    turn.say(words.PASSED_ON if deciding else words.NOBODY_DECIDES)


async def _stand_in(turn: Turn, person: Person, span: DutySpan, instead: Person | None) -> None:
    covered = await on_call.who_would_be_covered(turn.desk, person, span, instead)
    if not covered:
        await _say_nobody(turn, person, span, instead)
        return
    ids = [one.id for one in await on_call.stand_in(turn.desk, person, span, turn.person, instead)]
    turn.say(words.stands_in(person, _once([one for one, _ in covered]), span, ids, turn.desk.local_now))
    await refresh_menu(turn, person)


async def _say_nobody(turn: Turn, person: Person, span: DutySpan, instead: Person | None) -> None:
    there = await on_call.everybody_on_duty(turn.desk, span.starts_at)
    turn.say(words.nobody_to_cover(person, instead, is_on=bool(there)))


async def press(turn: Turn, rest: str) -> None:
    """`duty:cover:7:29387580:29388300:5`: who, from when to when in minutes, and instead of whom (0: who is first)."""
    number, starts, ends, instead = (number_in(one) or 0 for one in f"{rest}:::".split(":")[:4])
    person, covered = await people.find(turn.desk, number), await people.find(turn.desk, instead)
    start, end = (datetime.fromtimestamp(at * 60, turn.desk.local_now.tzinfo) for at in (starts, ends))
    if person is None or not person.has_chat or (instead and covered is None):
        turn.say(changes.duty_usage())
    elif end <= turn.now:
        turn.say(words.SPAN_IS_OVER)
    else:
        await _stand_in(turn, person, _from_now(turn, start, end), covered)


def _from_now(turn: Turn, starts: datetime, ends: datetime) -> DutySpan:
    return DutySpan(max(starts, turn.desk.local_now), ends)


def _once(found: Sequence[Person | None]) -> list[Person]:
    return list({one.id: one for one in found if one}.values())
