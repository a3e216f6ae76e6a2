"""To which of the matters that are going on with somebody words go, and what is done there by the table. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from itgov_bot.conversation.flows.hearing.heard import OF_DUTY, SAID_WHOLE, Heard, IsNew, Message
from itgov_bot.conversation.flows.hearing.table import ASK_LAST, WHERE, Cell, Deed, Sure
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.matters import Matter, MatterKind
from itgov_bot.domain.tickets.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Claim:
    """A matter that the words may belong to."""

    matter: Matter
    deed: Deed
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A message and its files, at one of the matters."""

    matter: Matter
    message: Message
    files: tuple[StoredFile, ...] = ()

    @property
    def ticket(self) -> Ticket:
        return self.matter.ticket

    @property
    def text(self) -> str:
        return self.message.text


@dataclass(frozen=True, slots=True)
class Ask:
    """Only the person knows to which of these they belong, or that it is something new."""

    claims: tuple[Claim, ...]


_OF_ONE = frozenset(
    {MatterKind.OPEN, MatterKind.ASKED, MatterKind.SOLVED, MatterKind.AFTER, MatterKind.BESIDE}
)
"""One person's own trouble: of an outage many things fail."""
_STILL = frozenset({Heard.STILL, Heard.BUT})
_OF_IT = frozenset({Heard.DETAILS, Heard.WHOM, Heard.OF_CASE})
_BY_LIKES = frozenset({MatterKind.OPEN, MatterKind.OUTAGE})
"""What words say of it by their likes counts where no frame reads them."""

_IS_DONE = frozenset({Heard.FIXED, Heard.THANKS})
_SOLVED = frozenset({MatterKind.SOLVED, MatterKind.AFTER})
_RATES = {
    MatterKind.SOLVED: frozenset({Heard.STARS, Heard.FIXED, Heard.THANKS, Heard.OPINION, Heard.YES}),
    MatterKind.AFTER: frozenset({Heard.STARS, Heard.THANKS}),
}
"""What is said of a solution, and says nothing where no stars are awaited."""

Services = Mapping[int, frozenset[str]]
"""By the id of a ticket: the services that words about it may name, its own and those its desk asked after."""
_ANSWERED = frozenset({Deed.STATE, Deed.WHEN, Deed.TELL})
_SAID_OF_OUTAGE = OF_DUTY | {Heard.COMES, Heard.WHOM}


def where(matters: Sequence[Matter], message: Message, services: Services) -> Claim | Ask | None:
    """None for what is none of these matters' business. `matters`: the nearest first."""
    claims = [one for matter in matters if (one := _claim(matter, message, services))]
    sure = [one for one in claims if one.is_sure]
    if not sure:
        return Ask(tuple(claims)) if claims else None
    near = [one for one in sure if one.matter.nearness < 2] or sure
    near += [one for one in claims if one not in near and one.matter.awaits and near[0].matter.awaits]
    near = [one for one in near if message.named in services.get(one.matter.ticket.id, ())] or near
    return near[0] if _is_the_one(near) else Ask(tuple(near))


def at_ticket(matters: Iterable[Matter], message: Message, ticket: int) -> Claim | None:
    """What is done at a ticket that the person named or chose: passed on, where the table says nothing else."""
    matter = next((one for one in matters if one.ticket.id == ticket), None)
    if matter is None:
        return None
    cell = _cell(matter, message, frozenset())
    return Claim(matter, cell.deed if cell else Deed.PASS, is_sure=True)


def _claim(matter: Matter, message: Message, services: Services) -> Claim | None:
    own = services.get(matter.ticket.id, frozenset())
    message = message.beside(own)
    heard, cell = _found(matter, message, own)
    if cell is None:
        return None
    if message.exception and matter.kind is not MatterKind.URGENT and heard not in _SAID_OF_OUTAGE:
        return _for_guard(matter)  # what must be paged goes its own way, whatever else it reads like
    is_new = message.is_new(own)
    if heard is Heard.SHOWN and (is_new is not IsNew.NO or message.is_report or message.offered):
        return None
    if heard is Heard.MORE and (is_new is IsNew.CLEARLY or (cell is ASK_LAST and message.tells_of_something)):
        return None
    is_failing = message.is_fault and not set(message.offered) & own
    if matter.kind is MatterKind.OUTAGE and heard in _OF_IT and is_failing:
        return None  # what fails may be another: whether it is that outage is asked
    if matter.kind is MatterKind.OPEN and heard is Heard.DETAILS and is_failing and message.offered:
        return None  # «sin internet aquí en Manga» is no place of a laptop
    if heard in (Heard.OF_CASE, Heard.MAY_BE_OF_CASE) and _is_of_another(message, own, is_new):
        return None
    is_still = matter.kind in _OF_ONE and heard in _STILL
    if is_still and message.tells_another_problem(own, in_talk=matter.nearness == 0):
        return None
    is_sure = _is_sure(matter, cell)
    if is_sure is None:
        return None
    is_doubted = is_new is IsNew.CLEARLY or (heard is Heard.MORE and is_new is IsNew.PERHAPS)
    is_doubted = is_doubted and heard not in SAID_WHOLE | {Heard.STATE, Heard.WAITS}
    return Claim(matter, cell.deed, is_sure and not is_doubted)


def _is_of_another(message: Message, own: frozenset[str], is_new: IsNew) -> bool:
    """A report, or words of another service, however like a detail they are."""
    names_another = bool(message.offered) and not own & set(message.offered)
    return is_new is not IsNew.NO or message.tells_of_something or names_another


def _for_guard(matter: Matter) -> Claim | None:
    """Whoever works on an outage speaks of nothing else, so that they alone are asked."""
    is_theirs = matter.kind is MatterKind.GUARD and matter.is_last_said
    return Claim(matter, Deed.PASS, is_sure=False) if is_theirs else None


def _found(matter: Matter, message: Message, services: frozenset[str]) -> tuple[Heard | None, Cell | None]:
    row, says = WHERE[matter.kind], set(message.says)
    if message.is_fault and message.service in services:
        says.add(Heard.SAME)
    if message.asks_after and services & {message.service, *message.offered}:
        says.add(Heard.STATE)
    if matter.kind in _SOLVED and message.corrects_stars and matter.ticket.may_change_stars:
        says = {Heard.STARS}
    elif matter.kind in _SOLVED and not matter.ticket.awaits_stars:
        says -= _RATES[matter.kind]
    elif matter.kind is MatterKind.AFTER and matter.is_last_said and Heard.NUMBER in says:
        says -= {Heard.STARS}  # it answers what was asked since
    elif matter.kind in _SOLVED and Heard.STARS in says:
        says = {Heard.STARS}  # what is said beside them stays with them, and may ask to open it again
    if matter.kind not in _SOLVED and not says & _IS_DONE:
        says -= {Heard.STARS}  # «4» may be of whatever was asked
    if matter.kind is MatterKind.GUARD and matter.ticket.event_at is None:
        says -= {Heard.CANNOT}  # «no puedo entrar todavía» is told to whoever waits
    if matter.kind is MatterKind.URGENT and Heard.DETAILS in says:
        says -= {Heard.STILL}  # nothing has changed but what is told of the place
    heard = next((one for one in Heard if one in says and one in row), None)
    if heard is None and matter.kind in _BY_LIKES and message.likely in row:
        heard = message.likely
    return heard, row[heard] if heard else None


def _cell(matter: Matter, message: Message, services: frozenset[str]) -> Cell | None:
    return _found(matter, message, services)[1]


def _is_sure(matter: Matter, cell: Cell) -> bool | None:
    """None when it is not even likely."""
    is_last = matter.is_last_said
    return {
        Sure.ALWAYS: True,
        Sure.IF_LAST: is_last,
        Sure.ONLY_IF_LAST: True if is_last else None,
        Sure.ASK: False,
        Sure.ASK_IF_LAST: False if is_last else None,
    }[cell.sure]


def _is_the_one(claims: Sequence[Claim]) -> bool:
    """One alone; or the one that was just spoken of, where no other talk awaits an answer."""
    first, *others = claims
    if not others or all(one.deed in _ANSWERED for one in claims):
        return True
    if not first.matter.is_last_said or first.matter.nearness == 2:
        return False
    is_nearer = all(first.matter.nearness < one.matter.nearness for one in others)
    is_talking = not first.matter.awaits  # they wrote to it since, or were asked which one it is
    return is_nearer or is_talking or not any(one.matter.awaits for one in others)
