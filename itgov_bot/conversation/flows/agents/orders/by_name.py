"""Cases that who works tickets names by whose they are or by what they are of: what is ordered and asked of them is read as
if by number. Where several may be meant it is asked which."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from itgov_bot.conversation.flows.agents.card.colleagues import around, known_to
from itgov_bot.conversation.flows.agents.orders import by_number as numbered
from itgov_bot.conversation.flows.agents.orders import guessed as guesses
from itgov_bot.conversation.flows.agents.queue import asked as queue_read
from itgov_bot.conversation.flows.agents.several.named import agents_named
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people, queue, support
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.queue import ALL
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.inside.kinds import STATE
from itgov_bot.understanding.language.duty.asked import is_of_rota
from itgov_bot.understanding.language.introducing.for_somebody import asked_for_somebody
from itgov_bot.understanding.language.orders import Order, asked_of, numbered_order, spoken_to
from itgov_bot.understanding.language.people.names import is_capital
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.queue.asked import is_showing
from itgov_bot.understanding.language.queue.bulk import ME
from itgov_bot.understanding.language.queue.mentions import (
    Called,
    Mention,
    may_mention,
    mentions,
    says_reopen,
    shorter,
    tells_of_talk,
)
from itgov_bot.understanding.language.queue.parts import Parts, parts_asked
from itgov_bot.understanding.language.queue.told import cases_asked
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents.tickets import by_name as words

HERE = "SAUS-2099-999999"
"""No case has this number: it stands for one that is asked for."""

_OF_CASES_ALONE = frozenset({Order.TAKE, Order.ASSIGN, Order.RELEASE, Order.SOLVE, Order.WAIT, Order.MERGE})
"""Nothing else of the desk is taken, given or solved."""


@dataclass(frozen=True)
class _Meant:
    """The cases that a mention may be of; `is_sure`: it is the only one, and nothing was guessed."""

    mention: Mention
    tickets: tuple[Ticket, ...]
    is_sure: bool

    @property
    def number(self) -> str:
        return self.tickets[0].number if self.is_sure else HERE


async def orders_by_name(turn: Turn) -> bool:
    """A reader: «cojo el de Rosa», «lo de doña Julia en qué va», «junte el de Luis con el de Ana»."""
    if turn.files.kept or turn.text.startswith("/"):
        return False
    if spoken := spoken_to(turn.text):
        turn.text = spoken.text
    if is_of_rota(turn.text) or not may_mention(turn.text) or asked_of(turn.text):
        return False
    meant = await _meant(turn)
    if await _noted(turn, meant):
        return True
    found = await _ordered(turn, meant)
    unknown = next((one for one in found if not one.tickets), None)
    doubted = next((one for one in found if not one.is_sure), None)
    if unknown:
        turn.say(words.no_case_of(unknown.mention.name))
    elif doubted and not await _is_order(turn, _by_number(turn.text, found)):
        return False  # the queue shows them all
    elif doubted:
        await ask_which(turn, doubted.tickets, _by_number(turn.text, found))
    return bool(unknown or doubted) or (bool(found) and await _done(turn, _by_number(turn.text, found)))


async def ask_which(turn: Turn, tickets: Sequence[Ticket], text: str) -> None:
    """The `text` is read when one is chosen; HERE stands in it for its number."""
    whose = [(one, await people.get(turn.desk, one.requester)) for one in tickets]
    turn.ask_about(words.which(whose, turn.text), text)


async def press(turn: Turn, number: str) -> None:
    """The case that was meant: the words are read again with its number."""
    held = turn.take_held()
    turn.text = held.text.replace(HERE, number, 1)
    if not (HERE in held.text and (await orders_by_name(turn) or await _done(turn, turn.text))):
        turn.say(form_words.old_button_no_form())


async def _done(turn: Turn, text: str) -> bool:
    """By the readers of numbers; where none of them knows it, nothing was said."""
    written, turn.text = turn.text, text
    for reader in _readers(written):
        if await reader(turn):
            return True
    turn.text = written
    return False


async def _noted(turn: Turn, found: Sequence[_Meant]) -> bool:
    """«Llamé a Beto y no contesta» orders nothing: it is offered as a note of his case."""
    if len(found) != 1 or not found[0].is_sure or not tells_of_talk(turn.text):
        return False
    if asked_for_somebody(turn.text) is not None:  # «hablé con Luis que no le llega correo»
        return False
    if await _is_order(turn, _by_number(turn.text, found)):
        return False
    await guesses.ask(turn, found[0].tickets[0], turn.text, Order.NOTE, None)
    return True


async def _told(turn: Turn) -> bool:
    """Words for whoever opened it are shown first: they were named, and not their case."""
    asked = numbered_order(turn.text, *await known_to(turn))
    is_told = (
        asked is not None and asked.ordered.order is Order.ANSWER and not await numbered.is_own(turn, asked)
    )
    if asked and is_told:
        await numbered.each(turn, replace(asked, ordered=replace(asked.ordered, is_sure=False)))
    return is_told


def _readers(text: str) -> Sequence[Callable[[Turn], Awaitable[bool]]]:
    """What is asked to be seen orders nothing."""
    if is_showing(text):
        return (queue_read.some_asked,)
    first = (queue_read.some_asked,) if is_question(text) else ()
    return (*first, *_READERS)


_READERS = (_told, numbered.orders_by_number, queue_read.some_asked, guesses.numbered_order_guessed)


def _by_number(text: str, found: Sequence[_Meant]) -> str:
    for one in reversed(found):
        text = one.mention.by_number(text, one.number)
    return text


# Whether they are of an order or a question


async def _ordered(turn: Turn, found: Sequence[_Meant]) -> Sequence[_Meant]:
    """As many of them as there stand in an order or a question; what stands in its own words for somebody names none."""
    for size in range(len(found), 0, -1):
        if await _is_ordered(turn, _by_number(turn.text, found[:size])):
            return found[:size]
    return ()


async def _is_ordered(turn: Turn, text: str) -> bool:
    if await _is_order(turn, text) or cases_asked(text, is_bare=True):
        return True
    kind = turn.understanding.inside.asked_in_private(text, await around(turn, None))
    return kind == STATE or kind in set(Order)


async def _is_order(turn: Turn, text: str) -> bool:
    known = await known_to(turn)
    if asked := numbered_order(text, *known):
        return "SAUS-" not in asked.ordered.text
    return isinstance(parts_asked(text, *known), Parts)


# Which cases are meant


async def _meant(turn: Turn) -> list[_Meant]:
    live, persons = await _meant_by_order(turn)
    called = [_called(one, live) for one in persons]
    found = mentions(turn.text, [one for one in called if one.name], turn.understanding.words.known)
    if any(one.name for one in found):
        return [meant for one in found if (meant := await _of_person(turn, one, live))]
    if is_showing(turn.text):
        return []  # the queue shows them
    of_matter = [meant for one in found if (meant := await _of_matter(turn, one))]
    is_known = bool(of_matter) and bool(of_matter[0].tickets)
    return [] if is_known and await _is_shown_first(turn) else of_matter


async def _is_shown_first(turn: Turn) -> bool:
    """What is done to whatever words describe is shown with what they found; only what one takes is not."""
    read = parts_asked(turn.text, *await known_to(turn))
    return isinstance(read, Parts) and any(one.to != ME for one in read.orders)


async def _meant_by_order(turn: Turn) -> tuple[list[Ticket], Sequence[Person]]:
    """Those that can be meant, and whose they are: what is to be opened again is over."""
    if not says_reopen(turn.text):
        return await queue.live(turn.desk, ALL, turn.person), await people.with_live_tickets(turn.desk)
    solved = await queue.live(turn.desk, replace(ALL, solved=True), turn.person)
    persons = {one.requester: await people.get(turn.desk, one.requester) for one in solved}
    return solved, [one for one in persons.values() if one]


def _called(person: Person, live: Sequence[Ticket]) -> Called:
    places = (f"{one.office or ''} {one.place}" for one in live if one.requester == person.id)
    name = f"{person.name or ''} {person.username or ''}".strip()
    return Called(person.id, name, " ".join([person.dependencia or "", *places]))


async def _of_person(turn: Turn, mention: Mention, live: Sequence[Ticket]) -> _Meant | None:
    """Of a name that a colleague has too, those that the colleague sees to as well: it is asked. None where it is a
    colleague's alone."""
    own = [one for one in live if one.requester in mention.people]
    colleagues = {one.id for one in agents_named(mention.name, await support.agents(turn.desk))}
    if not own and colleagues:
        return None
    theirs = [one for one in live if one.assignee in colleagues and one not in own]
    about = await _about(turn, mention.about) if mention.about else set[str]()
    narrowed = [one for one in own if one.number in about]
    is_sure = mention.is_sure and not colleagues and (bool(narrowed) or not mention.about)
    tickets = (*(narrowed or own), *theirs)
    return _Meant(mention, tickets, is_sure and len(tickets) == 1)


async def _about(turn: Turn, said: Sequence[str]) -> set[str]:
    found = await queue.live(turn.desk, replace(ALL, words=tuple(said)), turn.person)
    return {one.number for one in found}


async def _of_matter(turn: Turn, mention: Mention) -> _Meant | None:
    """By the most of its words that any case has, but for a colleague's name. Where none has the first of them, that is
    said of what only a case is ordered, and of a name."""
    if agents_named(mention.about[0], await support.agents(turn.desk)):
        return None
    for one in shorter(mention, turn.text):
        wanted = replace(ALL, words=one.about, mine=one.in_hand)
        if found := await queue.live(turn.desk, wanted, turn.person):
            return _Meant(one, tuple(found), len(found) == 1)
    name = next(iter(shorter(replace(mention, about=mention.about[:1]), turn.text)))
    said = turn.text[name.end - len(name.about[0]) : name.end]
    asked = numbered_order(name.by_number(turn.text, HERE), *await known_to(turn))
    is_name = is_capital(said) or (asked is not None and asked.ordered.order in _OF_CASES_ALONE)
    return _Meant(replace(name, name=said), (), is_sure=False) if is_name else None
