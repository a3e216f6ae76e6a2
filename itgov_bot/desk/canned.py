"""Answers at hand: which fit a ticket, the best first; kept, reworded, dropped from the chat. And how others were solved."""

from collections.abc import Sequence

from itgov_bot.actions import number_in
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.canned import Canned, SolvedBefore, Use
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import canned, people
from itgov_bot.understanding.language.cases.kept_words import kept_named, words_of_kept
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.fuzzy import likeness
from itgov_bot.understanding.language.people.personal_data import tells_a_secret

LOOKED_AT = 200
"""Solved tickets of the same service."""
ALIKE = 60
"""Of 100: so much of the words of a ticket another one must have for its solution to be proposed."""
MIN_LETTERS = 12
"""A shorter solution («listo») tells nobody what to do."""


async def own(desk: Desk) -> list[Canned]:
    """Those that were kept from the chat, the newest first."""
    return await canned.everything(desk.session)


async def find(desk: Desk, key: str) -> Canned | None:
    """One of the chat by its number, or of the file by its word."""
    if (number := number_in(key)) is not None:
        return await canned.find(desk.session, number)
    return next((one for one in desk.reference.canned if one.key == key), None)


async def called(desk: Desk, said: str) -> Canned | None:
    """The one of that very label; or that the words point at («con la respuesta de la placa»), or all stand in it, if it is
    one alone."""
    known, words = [*await own(desk), *desk.reference.canned], set(plain(said).split())
    exact = next((one for one in known if plain(one.label) == plain(kept_named(said) or said)), None)
    pointed = likest(known, kept_named(said) or "")
    found = pointed or [one for one in known if words and words <= set(plain(one.label).split())]
    return exact or (found[0] if len(found) == 1 else None)


def likest(known: Sequence[Canned], said: str) -> list[Canned]:
    """Those that have most of the words by which one is told; none without any. Of a label they count for more."""
    words = words_of_kept(said)
    shared = [
        (2 * len(words & words_of_kept(one.label)) + len(words & words_of_kept(one.text)), one)
        for one in known
    ]
    most = max((count for count, _ in shared), default=0)
    return [one for count, one in shared if count == most and count]


async def best(desk: Desk, ticket: Ticket, use: Use, limit: int) -> list[Canned]:
    """What may be said of a ticket: of its service before general ones, then by how much of its words they have. Of its
    service the desk's own come first; what was kept of none is of some matter that nobody named, and comes last."""
    known = [*await own(desk), *desk.reference.canned]
    fitting = [one for one in known if one.serves(use, ticket.service)]

    def nearness(one: Canned) -> tuple[bool, bool, float]:
        return (
            not one.services,
            one.is_own is not bool(one.services),
            -likeness(ticket.text, f"{one.label} {one.text}"),
        )

    return sorted(fitting, key=nearness)[:limit]


async def keep(desk: Desk, label: str, text: str, use: Use | None, service: str | None, by: Person) -> Canned:
    return await canned.add(desk.session, label, text, use, service, by.id, desk.now)


async def reword(desk: Desk, one: Canned, by: Person, label: str, text: str) -> bool:
    """False when it is gone."""
    return await canned.put(desk.session, int(one.key), by.id, desk.now, label=label, text=text)


async def drop(desk: Desk, one: Canned) -> bool:
    return await canned.drop(desk.session, int(one.key))


async def solved_before(desk: Desk, ticket: Ticket, limit: int) -> list[SolvedBefore]:
    """How tickets of the same service with like words were solved, the likest first and each way once."""
    if ticket.service is None:
        return []
    solved = await canned.solved_of_service(desk.session, ticket.service, LOOKED_AT)
    rated = [(likeness(ticket.text, one.text), one) for one in solved if one.id != ticket.id]
    alike = sorted((one for one in rated if one[0] >= ALIKE), key=lambda one: (-one[0], -one[1].id))
    return await _nameless(desk, [ticket for _, ticket in alike], limit)


async def solution_of(desk: Desk, ticket: Ticket | None) -> str | None:
    """Its words, if they name nobody and tell something."""
    found = await _nameless(desk, [ticket], 1) if ticket else []
    return found[0].outcome if found else None


async def _nameless(desk: Desk, solved: Sequence[Ticket], limit: int) -> list[SolvedBefore]:
    found: dict[str, SolvedBefore] = {}
    for one in solved:
        words = " ".join((one.outcome or "").split())
        if sum(map(str.isalpha, words)) >= MIN_LETTERS and not await _names_somebody(desk, one, words):
            found.setdefault(plain(words), SolvedBefore(one, words))
        if len(found) == limit:
            break
    return list(found.values())


async def _names_somebody(desk: Desk, ticket: Ticket, words: str) -> bool:
    """What points at a person, or is the name of who opened it."""
    if tells_a_secret(words) or desk.reference.scrubber.scrub(words) != words:
        return True
    name = (await people.get(desk.session, ticket.requester)).name
    said = plain(words).split()
    return any(part in said for part in plain(name).split() if len(part) > 2)
