"""The ways to several cases at once: rows that are picked, an order in words, a command with several numbers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.colleagues import known_to, least_busy
from itgov_bot.conversation.flows.agents.several.doing import (
    agent_named,
    carry_out,
    go_on,
    level_named,
    numbers_in,
    show,
    takes_free_ones,
)
from itgov_bot.conversation.flows.agents.several.named import is_called, with_names
from itgov_bot.conversation.flows.known_people import names_known
from itgov_bot.conversation.form_types import BulkForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people, queue
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.undoing import done_since
from itgov_bot.domain.tickets.bulk import MAX_AT_ONCE, Lot
from itgov_bot.domain.tickets.queue import ALL, QueueFilter
from itgov_bot.domain.tickets.undoing import done_at_once
from itgov_bot.patterns import regex
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.queue.asked import Cue, queue_asked
from itgov_bot.understanding.language.queue.bulk import ALL_AGENTS, ME, BulkAsked
from itgov_bot.understanding.language.queue.of_absent import order_of_absent
from itgov_bot.understanding.language.queue.parts import Parts, Unread, parts_asked
from itgov_bot.wording.agents.queue.code import code_of
from itgov_bot.wording.agents.several import asked as words

JUST_DONE = timedelta(minutes=5)
_THEM = regex(r"tod[oa]s(?: ell[oa]s)?")
Meant = tuple[BulkAsked, tuple[str, ...]]
"""A part of an order, and the numbers of its tickets."""


async def pick(turn: Turn, wanted: QueueFilter) -> None:
    """The queue with a mark before each case that is pressed."""
    form = BulkForm(step="pick", code=code_of(wanted))
    turn.state.start(form)
    await show(turn, await forms.question(turn, form))


async def asked(turn: Turn, text: str) -> bool:
    """«Cierre los tres de la impresora», «el 1 a Carla y el 2 a Darío»; False where the words are no such order. Where a
    part of it is not understood, nothing is done."""
    read = parts_asked(text, *await known_to(turn))
    if isinstance(read, Unread):
        turn.say(words.not_read(read.words))
    elif read is None or not await _is_of_cases(turn, read):
        return False
    else:
        await begin(turn, read)
    return True


async def of_absent(turn: Turn) -> bool:
    """A reader: «Carla está incapacitada, páseme lo de ella a Darío»."""
    order = order_of_absent(turn.text, await names_known(turn))
    return order is not None and await asked(turn, order)


async def _is_of_cases(turn: Turn, read: Parts) -> bool:
    """Their own they speak of as anybody does; and of words alone it must be sure that they mean cases."""
    written = [number for one in read.orders for number in one.numbers]
    found = [await lookup.meant(turn.desk, one) for one in written]
    if found and all(one is not None and one.requester == turn.person.id for one in found):
        return False
    [order, *more] = read.orders
    if order.takes_all_of_somebody and not (more or read.but):
        return False
    is_sure = more or read.but or order.among or order.is_all or order.numbers or order.to not in ("", ME)
    return bool(is_sure) or await _those(turn, order.which, is_sure=False) is not None


async def begin(turn: Turn, read: Parts) -> None:
    """What takes nothing from anybody is done unasked, if it was told by its numbers."""
    lots = await _lots(turn, read)
    if isinstance(lots, Reply):
        turn.say(lots)
        return
    left = tuple([number for one in read.but for number in await _meant(turn, one)])
    form = BulkForm(step="sure", lots=lots, left=left, count=read.count)
    is_by_number = len(lots) == 1 and not read.orders[0].which
    if is_by_number and await takes_free_ones(turn, form):
        await carry_out(turn, form)
    else:
        turn.state.start(form)
        await go_on(turn, form)


# Which ones


async def _lots(turn: Turn, read: Parts) -> tuple[Lot, ...] | Reply:
    """What is to be done to which; or why nothing is."""
    meant = [(one, await _meant(turn, one)) for one in (*read.orders, *read.but)]
    missing = next((one.which for one, numbers in meant if not numbers and not one.is_all), None)
    if missing is not None:
        return words.none_such(missing)
    left = {number for _, numbers in meant[len(read.orders) :] for number in numbers}
    parts = without(meant[: len(read.orders)], left)
    if not parts:
        return words.NOTHING_LEFT
    if twice := _twice(parts):
        return words.in_two_parts(twice)
    if sum(len(numbers) for _, numbers in parts) > MAX_AT_ONCE:
        return words.too_many(MAX_AT_ONCE)
    return _joined([lot for one, numbers in parts for lot in await _lots_of(turn, one, numbers)])


async def _meant(turn: Turn, order: BulkAsked) -> tuple[str, ...]:
    if not order.which:
        return await numbers_in(turn, order.numbers)
    if order.is_all and (just := await _just_done(turn, order.which)):
        return just
    if order.is_all:
        return tuple(one.number for one in await queue.live(turn.desk, ALL, turn.person))
    return await _those(turn, order.which) or ()


def without(parts: Sequence[Meant], left: set[str]) -> list[Meant]:
    """What is left out is out of each part, but of one of several that is of nothing else: «todos menos el 3 a Ana, el 3 a
    Luis». Of two that have the same ticket the narrower one keeps it."""
    found = list[Meant]()
    for one, numbers in parts:
        touched = tuple(number for number in numbers if number not in left)
        is_of_them_alone = len(parts) > 1 and not one.which
        found.append((one, touched or (numbers if is_of_them_alone else ())))
    sure = {number for one, numbers in found if not one.which for number in numbers}
    some = {number for one, numbers in found if not one.is_all for number in numbers}
    kept = list[Meant]()
    for one, numbers in found:
        others = some if one.is_all else sure if one.which else set()
        within = {
            number
            for other, theirs in found
            if other is not one and one.which and set(theirs) < set(numbers)
            for number in theirs
        }
        kept.append((one, tuple(number for number in numbers if number not in others | within)))
    return [(one, numbers) for one, numbers in kept if numbers]


def _twice(parts: Sequence[Meant]) -> str | None:
    """A ticket that two parts would have."""
    seen = set[str]()
    for _, numbers in parts:
        if again := next((number for number in numbers if number in seen), None):
            return again
        seen.update(numbers)
    return None


async def _just_done(turn: Turn, which: str) -> tuple[str, ...]:
    """«Páselos todos», right after something was done to several: those."""
    if not _THEM.fullmatch(fold(which)):
        return ()
    since = turn.desk.now - JUST_DONE
    events = done_at_once(await done_since(turn.desk, turn.person, since))
    found = [(await lookup.get(turn.desk, one.ticket)).number for one in events]
    return tuple(found) if len(found) > 1 else ()


async def _those(turn: Turn, which: str, *, is_sure: bool = True) -> tuple[str, ...] | None:
    """Those for which the queue would be asked so; None where the words are of no cases. Of what a requester is called
    by, the cases of that person alone: the same words may stand in others."""
    asked = queue_asked(which, turn.desk.local_now.date(), is_asked=is_sure)
    if asked.cue is None and not is_sure:
        return None
    wanted = await with_names(turn, asked)
    if wanted == ALL:
        return None
    found = await queue.live(turn.desk, wanted, turn.person)
    owners = {one.requester: await people.get(turn.desk, one.requester) for one in found}
    called = {one.id for one in owners.values() if one and wanted.words and is_called(one, wanted.words)}
    if asked.cue is Cue.PERSON and not (
        found and (called or replace(wanted, open_alone=False) != replace(ALL, words=wanted.words))
    ):
        return None
    return tuple(one.number for one in found if not called or one.requester in called)


# For whom


async def _lots_of(turn: Turn, order: BulkAsked, numbers: tuple[str, ...]) -> list[Lot]:
    """With whom or what the order names; what it does not name is asked."""
    into = await numbers_in(turn, [order.into])
    lot = Lot(
        tickets=numbers,
        deed=order.deed,
        to=await agent_named(turn, order.to) if order.to else None,
        into=into[0] if into else None,
        text=order.text,
        level=level_named(order.level),
    )
    return await _shared_out(turn, lot, order.among) if order.among else [lot]


async def _shared_out(turn: Turn, lot: Lot, among: Sequence[str]) -> list[Lot]:
    """Evenly, beginning with who has the least."""
    free = [one.id for one in await least_busy(turn)]
    named = [await agent_named(turn, one) for one in among if one != ALL_AGENTS]
    order = [one for one in free if not named or one in named]
    order += [one for one in named if one is not None and one not in order]
    return [
        replace(lot, to=one, tickets=lot.tickets[at :: len(order)])
        for at, one in enumerate(order)
        if lot.tickets[at :: len(order)]
    ]


def _joined(lots: Sequence[Lot]) -> tuple[Lot, ...]:
    """Those of the same deed for the same person are one."""
    found: dict[Lot, tuple[str, ...]] = {}
    for one in lots:
        kind = replace(one, tickets=())
        found[kind] = (*found.get(kind, ()), *one.tickets)
    return tuple(replace(kind, tickets=tickets) for kind, tickets in found.items())
