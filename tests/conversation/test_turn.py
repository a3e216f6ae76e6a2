"""What the maker of turns keeps between them, and what it lets through."""

from __future__ import annotations

import os
import socket
import sqlite3
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from itgov_bot.conversation.context import ReceivedFiles, Turn
from itgov_bot.conversation.talk import Talk
from itgov_bot.conversation.turn import TurnMaker
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.messages import Address, Incoming, Sender
from itgov_bot.storage import people, unmatched
from itgov_bot.storage.database import Database
from itgov_bot.storage.unavailable import is_away
from itgov_bot.understanding import Interpretation, Phrase, Understanding
from tests.made import city

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
HELLO = Incoming("test:1", Sender("test", "ana", "Ana"), Address("test", "ana"), text="hola")


class Counted:
    """Counts how often it is made anew, and what it hears."""

    def __init__(self, learned: tuple[Phrase, ...] = ()) -> None:
        self.learned = learned
        self.read: list[str] = []

    def with_learned(self, learned: tuple[Phrase, ...]) -> Counted:
        return Counted(learned)

    def interpret(self, text: str, *_: object) -> Interpretation:
        self.read.append(text)
        return cast(Interpretation, object())


def maker(database: Database) -> TurnMaker:
    reference = city()
    understanding = cast(Understanding, Counted())
    return TurnMaker(
        database, reference, Calendars.of(reference), understanding, [], lambda: NOW, lambda _: frozenset()
    )


async def test_the_understanding_is_made_anew_only_when_something_else_was_taught(database: Database) -> None:
    turns = maker(database)
    first = turns.understanding
    await turns.read_learned()
    assert turns.understanding is first
    async with database.transaction() as session:
        ana = await people.get_or_create(session, HELLO.sender, "ana", NOW)
        await unmatched.note(session, "el bicho", None, NOW)
        [item] = await unmatched.undecided(session, 1)
        await unmatched.decide(session, item.id, "SER-025", ana.id, NOW)
    await turns.read_learned()
    taught = turns.understanding
    assert taught.learned == (Phrase("el bicho", "SER-025"),)
    await turns.read_learned()
    assert turns.understanding is taught


def test_a_text_is_read_once_a_turn() -> None:
    reference = city()
    understanding = Counted()
    desk = Desk(cast(Any, None), NOW, reference, Calendars.of(reference))
    nobody: Any = SimpleNamespace()
    turn = Turn(desk, HELLO, nobody, frozenset(), frozenset(), Talk(), {}, cast(Understanding, understanding))
    assert turn.interpret("no hay red") is turn.interpret("no hay red")
    turn.interpret("hola")
    assert understanding.read == ["no hay red", "hola"]


class Away(Database):
    """A database whose server went away."""

    def transaction(self) -> Any:
        raise ConnectionRefusedError


async def test_while_the_database_is_away_nothing_is_apologised_for_and_the_update_comes_again() -> None:
    with pytest.raises(ConnectionRefusedError):
        await maker(Away("sqlite+aiosqlite://")).take_turn(HELLO, ReceivedFiles())


def sqlite_error(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("…")
    error.sqlite_errorname = name
    return error


def postgres_error(sqlstate: str) -> Exception:
    error = Exception("…")
    error.sqlstate = sqlstate  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    ("failure", "away"),
    [
        (ConnectionResetError(), True),
        (TimeoutError(), True),
        (socket.gaierror(), True),
        (OSError("Multiple exceptions: …"), True),
        (sqlite_error("SQLITE_BUSY"), True),
        (sqlite_error("SQLITE_IOERR_WRITE"), True),
        (postgres_error("57P01"), True),
        (postgres_error("08006"), True),
        (postgres_error("53300"), True),
        (sqlite_error("SQLITE_ERROR"), False),
        (postgres_error("23505"), False),
        (postgres_error("42P01"), False),
        (FileNotFoundError(), False),
        (OSError(36, os.strerror(36)), False),
        (ValueError(), False),
    ],
)
def test_an_absent_database_is_told_from_a_fault_of_ours(failure: Exception, away: bool) -> None:
    assert is_away(failure) is away
