"""What an agent puts right, in private or under a card: where a case is, of which service it is, or what they told of it
last («no fue la fuente, fue el cable»). Which case it is they name, or it is the one just spoken of, or just told of."""

import re

from itgov_bot.conversation.flows.agents.card.colleagues import known_to
from itgov_bot.conversation.flows.agents.card.correcting import begin_correction, words_of
from itgov_bot.conversation.flows.agents.card.sorting import sorting_likely
from itgov_bot.conversation.flows.agents.orders.meant import at_hand, named_in, names_number
from itgov_bot.conversation.flows.at_ticket import brief
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people
from itgov_bot.desk.tickets.correcting import change_place, told_lately, told_of
from itgov_bot.domain.tickets.correcting import OWN_WORDS, kind_told
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.cases.corrections import Correction, Of, correction_in
from itgov_bot.understanding.language.cases.instead import Instead, with_instead
from itgov_bot.understanding.language.folding import even, plain
from itgov_bot.understanding.language.message.put_right import put_right
from itgov_bot.understanding.language.orders import Order, numbered_order, order_in
from itgov_bot.understanding.language.time.stretches import find_times
from itgov_bot.understanding.language.time.times import find_end
from itgov_bot.understanding.language.where.floors import floor_said
from itgov_bot.wording.agents.tickets import corrected as words

_TIME = regex(r"\d|\b(?:media|una|dos|tres|cuatro) horas?\b|\bminut\w+|\b(?:un|al) rat\w+|\bmediodia\b")
_IS_THING = regex(r"(?:el|la|los|las|un|una) \w")
_TO_HOUR = regex(r"^(?:es |era )?a (?=las? \d)", re.IGNORECASE)
_SORTS = frozenset({Order.SERVICE, Order.HAND})
_SAYS_INSTEAD = frozenset({*_SORTS, Order.ANSWER})
"""Orders that a correction may look like; whatever else is ordered beside it is done."""


async def puts_right(turn: Turn) -> bool:
    """A reader."""
    form = turn.state.form
    if turn.files.kept or turn.text.startswith("/") or (form and not form.is_covered):
        return False
    if correction_in(turn.text) is None and not names_number(turn.text):
        return False
    named = await named_in(turn)
    correction = correction_in(named.text)
    if correction is None or await _orders_else(turn, named.numbered, correction) or len(named.tickets) > 1:
        return False
    return await _put_right(turn, correction, named.tickets[0] if named.tickets else None)


async def puts_right_of(turn: Turn, ticket: Ticket) -> bool:
    """The same under the card of a ticket, where «no es el cable, es el puerto» may be for its person: of what is not named
    only what was done or is awaited is put right."""
    correction = correction_in(turn.text)
    if correction is None or await _orders_else(turn, turn.text, correction):
        return False
    told = await told_of(turn.desk, ticket, turn.person)
    is_ended = told is not None and kind_told(told) not in OWN_WORDS
    is_meant = is_ended and told and (correction.tells_of_past or _fits(turn, correction, told))
    is_placed = bool(correction.old and _place(turn, correction))
    return bool(is_meant or is_placed or correction.of is not Of.ANYTHING) and await _put_right(
        turn, correction, ticket
    )


async def _orders_else(turn: Turn, text: str, correction: Correction) -> bool:
    """«Está ahora en el CAD, corríjalo» orders nothing else."""
    if correction.of is Of.PLACE or (correction.old and _place(turn, correction)):
        return False
    known = await known_to(turn)
    numbered = numbered_order(text, *known)
    ordered = numbered.ordered if numbered else order_in(text, *known)
    return ordered is not None and ordered.is_sure and ordered.order not in _SAYS_INSTEAD


async def _put_right(turn: Turn, said: Correction, named: Ticket | None) -> bool:
    """Where it is and of which service, where the words tell that; else what was told."""
    ticket = named or await at_hand(turn)
    told = await _told(turn, said, named)
    if ticket and (place := _place(turn, said)):
        return await _place_it(turn, ticket, place)
    if told and (said.of is Of.DEED or said.tells_of_past or _fits(turn, said, told[1])):
        return await _correct(turn, said, *told)
    is_sorted = said.of is Of.SERVICE or (said.of is Of.ANYTHING and said.old and not said.tells_of_past)
    if ticket and is_sorted:
        deed = await sorting_likely(turn, ticket, said.bare) if _is_theirs(turn, ticket) else None
        if deed:
            await deed()
            return True
    is_of_told = said.is_marked and said.of is Of.ANYTHING
    may_be = told is not None and kind_told(told[1]) is not EventKind.RESOLVED  # that tells of the past
    return told is not None and is_of_told and may_be and await _correct(turn, said, *told)


def _is_theirs(turn: Turn, ticket: Ticket) -> bool:
    """Of their own cases they speak as anybody does."""
    return (ticket.is_live or ticket.may_reopen) and ticket.requester != turn.person.id


# Where it is


def _place(turn: Turn, said: Correction) -> str | None:
    """What surely is a place; of what could be anything, only one that the city knows, or that they are in."""
    if said.tells_of_past or said.of not in (Of.PLACE, Of.ANYTHING):
        return None
    what = plain(said.what)
    is_known = turn.understanding.words.known.names_a_site(said.bare) or floor_said(said.bare)
    is_there = re.match(r"(?:sino |que )?(?:(?:es|esta|queda|quedo) )?en (?:el|la) ", what) is not None
    return turn.place_said(said.bare) if said.of is Of.PLACE or is_known or is_there else None


async def _place_it(turn: Turn, ticket: Ticket, place: str) -> bool:
    """Where an outage is, those who are hit have told: that is read elsewhere."""
    if not _is_theirs(turn, ticket) or ticket.is_outage or ticket.urgent:
        return False
    placed = await change_place(turn.desk, ticket, turn.person, place)
    requester = await people.get(turn.desk, ticket.requester)
    brief(turn, placed, words.placed(placed, requester, ticket.place))
    return True


# What was told


async def _told(turn: Turn, said: Correction, named: Ticket | None) -> tuple[Ticket, TicketEvent] | None:
    """What was told of the ticket that is named; else, of the last minutes, what has the denied in it, or the last."""
    if named:
        told = await told_of(turn.desk, named, turn.person)
        return (named, told) if told else None
    lately = await told_lately(turn.desk, turn.person)
    fitting = [one for one in lately if _fits(turn, said, one[1])]
    found = next(iter([*fitting, *lately]), None)
    is_hour_of_outage = found and found[0].is_outage and find_end(turn.text, turn.local_now)
    return None if is_hour_of_outage else found


def _fits(turn: Turn, said: Correction, told: TicketEvent) -> bool:
    """What is denied stands there, or it is another time than was told."""
    before = words_of(told)
    return said.old in plain(before).split() or _otherwise(turn, said, before) is not None


def _otherwise(turn: Turn, said: Correction, before: str) -> str | None:
    """With the other time."""
    if not all(_tells_time(turn, one) for one in (before, said.what)):
        return None
    return put_right(before, f"no, {_TO_HOUR.sub('', said.what)}", turn.understanding.words.known)


def _tells_time(turn: Turn, text: str) -> bool:
    return _TIME.search(even(text)) is not None or bool(find_times(text, turn.local_now.date()).told)


async def _correct(turn: Turn, said: Correction, ticket: Ticket, told: TicketEvent) -> bool:
    await begin_correction(turn, ticket, told, _anew(turn, said, words_of(told)))
    return True


def _anew(turn: Turn, said: Correction, before: str) -> str:
    """What was told with the right thing in its place, where that reads well; else only what is right."""
    if otherwise := _otherwise(turn, said, before):
        return otherwise
    ends = said.old and re.search(rf"\b{re.escape(said.old)}\b(?= ?(?:[,.;]|y\b|$))", even(before))
    is_thing = _IS_THING.match(even(said.thing)) is not None
    swapped = with_instead(before, Instead(said.thing, said.old)) if ends and is_thing else None
    return swapped or said.what
