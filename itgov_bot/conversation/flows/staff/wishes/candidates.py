"""Which of somebody's cases their words are about: the one that they name or spoke of, or several to choose from."""

from collections.abc import Collection, Sequence

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.tickets.ticket import LIVE, State, Ticket
from itgov_bot.understanding.language.answering.picks import label_meant
from itgov_bot.understanding.language.cases.one_case import mentioned_number

MAX_OFFERED = 6


async def live(turn: Turn) -> list[Ticket]:
    """The live ones that are meant, the newest first."""
    return await _meant(turn, LIVE)


async def every_live(turn: Turn) -> list[Ticket]:
    """Whatever the words say."""
    return await lookup.own(turn.desk, turn.person, LIVE, limit=MAX_OFFERED)


def of_words(turn: Turn, found: Sequence[Ticket]) -> list[Ticket]:
    """Those whose service, or whose own words, these words name."""
    named = label_meant(turn.text, [one.text for one in found])
    return [found[named]] if named is not None else _of_service(turn, found)


async def solved(turn: Turn) -> list[Ticket]:
    """Those that may be opened again; closed ones only where none waits to be judged."""
    found = await _meant(turn, (State.RESOLVED,)) or await _meant(turn, (State.CLOSED,))
    return [one for one in found if one.may_reopen]


async def just_cancelled(turn: Turn) -> Ticket | None:
    """The last one of all, if it was cancelled."""
    last = await lookup.own(turn.desk, turn.person, limit=1)
    return last[0] if last and last[0].state is State.CANCELLED else None


async def unrated(turn: Turn) -> list[Ticket]:
    return [one for one in await _meant(turn, (State.RESOLVED,)) if one.rating is None]


async def _meant(turn: Turn, states: Collection[State]) -> list[Ticket]:
    found = await lookup.own(turn.desk, turn.person, frozenset(states), limit=MAX_OFFERED)
    return await _numbered(turn, found) or _of_service(turn, found) or found


async def _numbered(turn: Turn, found: Sequence[Ticket]) -> list[Ticket]:
    written = mentioned_number(turn.text)
    number = await lookup.number_meant(turn.desk, written) if written else None
    return [one for one in found if one.number == number]


def _of_service(turn: Turn, found: Sequence[Ticket]) -> list[Ticket]:
    """«Lo de la impresora»: by the likeliest service, where the words name one of the cases' and not the others'."""
    best = turn.interpret(turn.text).best
    near = {best, *turn.desk.reference.catalog.twins_of(best or "")}
    return [one for one in found if one.service in near]
