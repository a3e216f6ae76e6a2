"""What is wanted of the desk itself, said over the real conversation: every row of `cases/wishes.tsv`."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from itgov_bot.conversation import routes
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import outages
from itgov_bot.desk.tickets.requesting import cancel_ticket, open_ticket
from itgov_bot.desk.tickets.working import resolve_ticket, take_ticket
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Draft, Ticket
from itgov_bot.messages import Sender
from itgov_bot.storage import people
from itgov_bot.storage.database import Database
from itgov_bot.understanding import Understanding
from tests.conversation.turns import NOW, a_turn
from tests.made import DATA, trained_models, understanding

BETO = Sender("test", "beto", "Beto")


async def _open(turn: Turn, text: str = "no me abre el correo", service: str = "SER-004") -> Ticket:
    return await open_ticket(turn.desk, turn.person, Draft(text, service, "Aduana, piso 2", "por este chat"))


async def _beto(turn: Turn) -> Person:
    """An agent, who told a name."""
    beto = await people.get_or_create(turn.desk.session, BETO, "beto", NOW)
    await people.update(turn.desk.session, beto.id, name="beto")
    return replace(beto, name="beto")


async def _taken(turn: Turn) -> None:
    await take_ticket(turn.desk, await _open(turn), await _beto(turn))


async def _two(turn: Turn) -> None:
    await _open(turn)
    await _open(turn, "la impresora no imprime", "SER-025")


async def _solved(turn: Turn) -> None:
    await resolve_ticket(turn.desk, await _open(turn), await _beto(turn), "se cambió la clave")


async def _outage(turn: Turn) -> None:
    """Of the whole city hall's internet, reported by somebody else."""
    draft = Draft("se cayó el internet en toda la alcaldía", "SER-003", "Aduana", "por este chat")
    beto = await _beto(turn)
    await outages.mark(turn.desk, await open_ticket(turn.desk, beto, draft), beto, NOW)


async def _cancelled(turn: Turn) -> None:
    await cancel_ticket(turn.desk, await _open(turn), turn.person, "lo mandaron dos veces")


async def _nothing(_turn: Turn) -> None:
    """A new person."""


GOING_ON: Mapping[str, Callable[[Turn], Awaitable[object]]] = {
    "nothing": _nothing,
    "open": _open,
    "taken": _taken,
    "two": _two,
    "solved": _solved,
    "outage": _outage,
    "cancelled": _cancelled,
}
MISSED_SHARE = 0.06
BETWEEN = " | "
"""Between the parts of what is said: of the text, or the label of a button."""


def rows() -> list[tuple[str, ...]]:
    lines = (Path(__file__).parent / "cases" / "wishes.tsv").read_text("utf-8").splitlines()
    _header, *written = [tuple(line.split("\t")) for line in lines if line and not line.startswith("# ")]
    return written


@pytest.fixture(scope="module")
def read() -> Understanding:
    return understanding(DATA, trained_models())


def test_the_table_is_large_and_says_nothing_twice() -> None:
    assert len(rows()) >= 200
    assert len({row[:2] for row in rows()}) == len(rows())


@pytest.mark.parametrize("going_on", GOING_ON)
async def test_what_is_said(database: Database, read: Understanding, going_on: str) -> None:
    """A trained ranker reads the words, so that a few may be missed, and are shown here."""
    mine = [(text, said) for state, text, said in rows() if state == going_on]
    missed = [(text, said) for text, said in mine if not await _is_said(database, read, going_on, text, said)]
    assert len(missed) <= len(mine) * MISSED_SHARE, missed


async def _is_said(database: Database, read: Understanding, going_on: str, text: str, said: str) -> bool:
    async with database.transaction() as session:
        turn = await a_turn(session, text, understanding=read)
        await GOING_ON[going_on](turn)
        turn.desk.facts.clear()
        await routes.answer(turn)
        await session.rollback()
    words = [one for reply in turn.said for one in (reply.text, *(choice.label for choice in reply.choices))]
    return all(part in "\n".join(words) for part in said.split(BETWEEN))
