"""A case that a manager points at in words, of those that were shown or that the desk has: opened, and asked about."""

from collections.abc import Sequence
from datetime import date, timedelta

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.managers import case
from itgov_bot.conversation.flows.managers.narrowing import parts_meant
from itgov_bot.conversation.turn import RECENT_REPLIES, Turn
from itgov_bot.desk import summary as desk
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.looking import look
from itgov_bot.domain.days import Days
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.summary import CountQuestion, Figure, ListedCase, Narrowed
from itgov_bot.domain.tickets.ticket import LIVE, Ticket
from itgov_bot.understanding.figures.asked import OF_CASES, Asked, Wanted, is_of_parts
from itgov_bot.understanding.figures.counts import count_question
from itgov_bot.understanding.figures.of_case import OfIt, asked_of_it
from itgov_bot.understanding.figures.pointed import Pointed, case_pointed, next_number
from itgov_bot.understanding.language.answering.picks import likest_labels, position_said
from itgov_bot.understanding.language.folding import plain
from itgov_bot.wording.managers import case as words
from itgov_bot.wording.managers.summary import cases

STAYS = timedelta(minutes=30)
"""So long what was shown is what is pointed at."""
RECENT = timedelta(days=92)
MOST_SEARCHED, MOST_SHOWN = 200, 6


async def points_at_case(turn: Turn) -> bool:
    """Of who works no case: agents have the queue."""
    if not turn.text or turn.files.kept or may_work_tickets(turn.roles):
        return False
    said = turn.understanding.figures.written_out(turn.text)
    of_it = asked_of_it(said)
    before = await _before_them(turn)
    if (number := next_number(turn.text)) and before and (ticket := await lookup.meant(turn.desk, number)):
        await case.show(turn, ticket)
        return True
    if of_it and before:
        await _answer(turn, of_it, before)
        return True
    pointed = case_pointed(said)
    return pointed is not None and await _open(turn, pointed)


async def _before_them(turn: Turn) -> list[Ticket]:
    """The case that they look at; else the few that were listed last."""
    looked = turn.state.looked
    if looked and turn.now - looked.at <= STAYS:
        found = await lookup.find(turn.desk, looked.number)
        return [found] if found else []
    return (await _listed(turn, 1))[: words.MOST_STANDING]


async def _listed(turn: Turn, replies: int = RECENT_REPLIES) -> list[Ticket]:
    """The cases of the last list, of so many replies."""
    for reply in await turn.last_replies(replies):
        told = [one.data.split(":") for one in reply.choices if one.data.startswith(Action.LOOK.data(""))]
        if numbers := [rest[0] for _, *rest in told if len(rest) == 1]:
            found = [await lookup.find(turn.desk, number) for number in numbers]
            return [one for one in found if one]
    return []


async def _answer(turn: Turn, of_it: OfIt, before: Sequence[Ticket]) -> None:
    if of_it is OfIt.DONE:
        turn.say(words.moved_by_agents())
    elif of_it is OfIt.TOLD and len(before) == 1:
        await case.show(turn, before[0], whole=True)
    else:
        if of_it is OfIt.PERSON:
            turn.say(words.whose_is_not_told())
        for one in before:
            found = await look(turn.desk, one)
            turn.say(
                words.whereabouts(found, _sites(turn, one))
                if of_it is OfIt.PLACE
                else words.standing(found, is_why=of_it is OfIt.WHY)
            )


def _sites(turn: Turn, ticket: Ticket) -> list[str]:
    """Those that its place names."""
    said = plain(ticket.place).split()
    return [one for one in sorted(turn.understanding.words.known.sites) if one in said]


async def _open(turn: Turn, pointed: Pointed) -> bool:
    last = _just_asked(turn)
    just_listed = await _listed(turn, 1)
    is_of_cases = bool(just_listed or turn.state.looked) or last is None or last.kind in OF_CASES
    listed = just_listed or (await _listed(turn) if is_of_cases else [])
    at = _place(turn, pointed.rest, listed)
    is_next = pointed.is_linked and not (last and is_of_parts(last))
    if at is not None and (pointed.is_shown or is_next):
        await case.show(turn, listed[at])
        return True
    of_cases = is_of_cases and bool(listed or last)
    is_placed = pointed.is_shown and position_said(pointed.rest, MOST_SHOWN) is not None
    if pointed.is_oldest or pointed.is_that or is_placed:
        return of_cases and await _show(turn, await _meant(turn, pointed, listed, last))
    return bool(pointed.words) and await _called(turn, pointed, listed, of_cases=of_cases)


def _place(turn: Turn, said: str, listed: Sequence[Ticket]) -> int | None:
    """«El segundo»; «el otro» of two, one of which they look at."""
    looked = turn.state.looked
    others = [at for at, one in enumerate(listed) if looked and one.number != looked.number]
    if said in ("el otro", "la otra") and len(others) == 1:
        return others[0]
    return position_said(said, len(listed))


async def _meant(
    turn: Turn, pointed: Pointed, listed: Sequence[Ticket], last: Asked | None
) -> list[ListedCase]:
    """The oldest of what was counted that is live; or what was listed, or else counted."""
    question = count_question(last) if last and last.kind is Wanted.CASES else CountQuestion(Figure.BACKLOG)
    narrowed = Narrowed((*(await parts_meant(turn, question.about))[0], *question.told), question.age)
    days = question.days or Days.week_of(turn.local_now.date())
    if pointed.is_oldest:
        return await desk.some(turn.desk, Figure.BACKLOG, days, narrowed, limit=1)
    if listed:
        return await desk.listed(turn.desk, listed)
    return await desk.some(turn.desk, question.figure, days, narrowed, limit=MOST_SHOWN)


async def _called(turn: Turn, pointed: Pointed, listed: Sequence[Ticket], *, of_cases: bool) -> bool:
    """By what it tells, its service, its dependencia or who has it. Where cases were spoken of, none that is so called is
    told as well: nobody there wants a case of their own. Else who has one of their own may mean that."""
    names = turn.understanding.figures.names.named(pointed.words)
    has_own = not of_cases and await lookup.count_own(turn.desk, turn.person, LIVE) > 0
    is_of_figures = len(names.places) > 1 or (names.numbers and not pointed.is_shown)
    if (has_own or is_of_figures) and not pointed.is_case:
        return False
    for among in (await desk.listed(turn.desk, listed), await _known(turn)):
        labels = [_label(turn, one) for one in among]
        if found := [among[at] for at in likest_labels(pointed.words, labels)]:
            return await _show(turn, found)
    is_told = (pointed.is_one or (of_cases and (pointed.is_shown or pointed.is_case))) and not names.numbers
    if is_told:
        turn.say(words.none_so_called(pointed.words, Days.week_of(turn.local_now.date())))
    return is_told


async def _known(turn: Turn) -> list[ListedCase]:
    """What is live, and after it what came of late."""
    today = turn.local_now.date()
    late = Days(max(date.min, today - RECENT), today)
    live = await desk.some(turn.desk, Figure.BACKLOG, late, limit=MOST_SEARCHED)
    came = await desk.some(turn.desk, Figure.RECEIVED, late, limit=MOST_SEARCHED)
    known = {one.ticket.id for one in live}
    return [*live, *(one for one in came if one.ticket.id not in known)]


def _label(turn: Turn, one: ListedCase) -> str:
    service = turn.desk.service(one.ticket.service)
    holder = one.holder.name if one.holder else ""
    named = f"{service.label} {service.name}" if service else ""
    return f"{one.text} {named} {one.ticket.office or one.ticket.place} {holder or ''}"


async def _show(turn: Turn, found: Sequence[ListedCase]) -> bool:
    if len(found) == 1:
        await case.show(turn, found[0].ticket)
    elif found:
        turn.say(cases.which_of(found[:MOST_SHOWN]))
    return bool(found)


def _just_asked(turn: Turn) -> Asked | None:
    last = turn.state.figures
    return last.asked if last and turn.now - last.at <= STAYS else None
