"""Which cases an agent means, wherever in their words: by number, by whose they are; or the one just spoken of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from itgov_bot.conversation.flows.agents.orders.of_last import spoken_of
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people, queue
from itgov_bot.desk.tickets import giving_back, lookup
from itgov_bot.desk.tickets.correcting import told_lately
from itgov_bot.domain.tickets.queue import ALL
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import even, fold, plain
from itgov_bot.understanding.language.queue.mentions import Called, mentions

A_WEEK = timedelta(days=7)
_NUMBERED = regex(
    r"\b(?:(?:del|al|el|lo del|el de|en el|caso|ticket) )*(?:(?:del|al|caso|ticket|lo del|en el) #?|#|saus-(?:20\d\d-)?)0*"
    r"(?P<number>\d{1,6})\b(?! (?:de|am|pm|a\.? ?m|p\.? ?m)\b)"
)
_GOES_WITH = regex(r"\b(?:de|del|en|para|a|al|con|el|lo|la)\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """The tickets that may be meant, the words without what names them, and with the number of the first instead."""

    tickets: Sequence[Ticket]
    text: str
    numbered: str


async def at_hand(turn: Turn) -> Ticket | None:
    """The one just spoken of, or all that they have."""
    had = await giving_back.in_hand(turn.desk, turn.person)
    return await spoken_of(turn) or (had[0] if len(had) == 1 else None)


def names_number(text: str) -> bool:
    """A case by its number, and no hour or day."""
    return _NUMBERED.search(even(text)) is not None


async def named_in(turn: Turn) -> Named:
    """By its number, or by whose it is, wherever the name stands."""
    known = await _known(turn)
    if found := _NUMBERED.search(even(turn.text)):
        meant = await lookup.meant(turn.desk, found["number"])
        return Named([meant] if meant else [], _without(turn.text, found.start(), found.end()), turn.text)
    called = {one.requester: (await people.get(turn.desk, one.requester)) for one in known}
    names = [Called(one.id, one.name.strip()) for one in called.values() if one and one.name]
    found_in = mentions(turn.text, names, turn.understanding.words.known)
    if mention := next((one for one in found_in if one.people), None):
        tickets = [one for one in known if one.requester in mention.people]
        bare = _without(turn.text, mention.start, mention.end)
        return Named(tickets, bare, mention.by_number(turn.text, tickets[0].number))
    said = plain(turn.text).split()
    those = {one.person for one in names if fold(one.name).split()[0] in said}
    return Named([one for one in known if one.requester in those], turn.text, turn.text)


async def _known(turn: Turn) -> list[Ticket]:
    """What goes on, and what they told of in the last days."""
    lately = [ticket for ticket, _ in await told_lately(turn.desk, turn.person, A_WEEK)]
    live = await queue.live(turn.desk, ALL, turn.person)
    return list({one.id: one for one in (*lately, *live) if one.requester != turn.person.id}.values())


def _without(text: str, start: int, end: int) -> str:
    before = text[:start]
    while joined := _GOES_WITH.search(even(before)):
        before = before[: joined.start()]
    return before.rstrip() + text[end:]
