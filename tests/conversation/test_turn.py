"""What the runner of turns keeps between them, and what it lets through."""

import os
import socket
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from itgov_bot.conversation.runner import TurnRunner
from itgov_bot.conversation.turn import ReceivedFiles
from itgov_bot.desk.desk import Calendars
from itgov_bot.messages import DeskAway
from itgov_bot.storage import conversations, people, unmatched
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import outbox
from itgov_bot.storage.unavailable import is_away
from itgov_bot.understanding import Intent, Interpretation, Meaning, Phrase, RequestType, Understanding
from itgov_bot.understanding.meaning.encoder import Encoder, Vectors
from itgov_bot.understanding.meaning.neighbours import Neighbours
from itgov_bot.unit_of_work import UnitOfWork
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from tests.conversation.turns import HELLO, NOW, Deaf, a_turn, parts
from tests.made import city


class Silence:
    """An encoder that nobody asks."""

    name = "silence"

    def encode(self, texts: Sequence[str]) -> Vectors:
        raise AssertionError(texts)


NOTHING = np.zeros((1, 1), np.float32)
A_MEANING = Meaning(Silence(), Neighbours(("SER-001",), NOTHING[0], NOTHING, NOTHING, np.zeros(1, np.int64)))


def runner(database: Database, meaning: Iterable[Meaning | None] = ()) -> TurnRunner:
    work = UnitOfWork(database, city(), Calendars.of(city()), lambda: NOW)
    return TurnRunner(work, parts(), lambda _: frozenset(), iter(meaning))


async def replies(database: Database) -> list[str]:
    async with database.reading() as session:
        return [reply.text for reply in await outbox.last_replies(session, HELLO.address, 10)]


async def test_the_understanding_is_made_anew_only_when_something_else_was_taught(database: Database) -> None:
    turns = runner(database)
    first = turns.parts.understanding
    await turns.read_learned()
    assert turns.parts.understanding is first
    async with database.transaction() as session:
        ana = await people.get_or_create(session, HELLO.sender, "ana", NOW)
        await unmatched.note(session, "el bicho", None, NOW)
        [item] = await unmatched.undecided(session, 1, NOW)
        await unmatched.decide(session, item.id, "SER-025", ana.id, NOW)
    await turns.read_learned()
    taught = turns.parts.understanding
    assert taught.learned == (Phrase("el bicho", "SER-025"),)
    await turns.read_learned()
    assert turns.parts.understanding is taught


async def test_meaning_is_learned_beside_the_turns_and_then_heard(database: Database) -> None:
    turns = runner(database, (None, None, A_MEANING))
    await turns.learn_meaning()
    assert turns.parts.understanding.meaning is A_MEANING
    await turns.learn_meaning()
    assert turns.parts.understanding.meaning is A_MEANING


class Listener(Deaf):
    """Remembers in which thread it listened to which text."""

    def match(self, text: str) -> Interpretation:
        self.heard.append(f"{text} in {threading.current_thread().name}")
        return Interpretation("none", (), Intent.SERVICE, RequestType.QUESTION)


async def test_an_encoder_takes_its_time_beside_the_event_loop_before_the_turn(database: Database) -> None:
    turns, listener = runner(database), Listener()
    turns.parts = replace(turns.parts, understanding=listener)
    await turns.take_turn(replace(HELLO, text=" no hay red "), ReceivedFiles())
    assert [text for text in listener.heard if " in " in text] == []
    object.__setattr__(listener, "meaning", A_MEANING)
    await turns.take_turn(replace(HELLO, key="test:2", text=" no hay red "), ReceivedFiles())
    [heard] = [text for text in listener.heard if " in " in text]
    assert heard.startswith("no hay red in ")
    assert threading.current_thread().name not in heard


class Recorder:
    """An encoder to which everything sounds alike. Remembers what it encoded, and in which thread."""

    name = "recorder"

    def __init__(self) -> None:
        self.encoded: list[tuple[str, threading.Thread]] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += [(text, threading.current_thread()) for text in texts]
        return np.zeros((len(texts), 1), np.float32)


def hearing(understanding: Understanding, encoder: Encoder) -> Understanding:
    labels = tuple(understanding.model.subjects.labels)
    silent = np.zeros((len(labels), 1), np.float32)
    neighbours = Neighbours(labels, NOTHING[0], NOTHING, silent, np.arange(len(labels)))
    return understanding.with_meaning(Meaning(encoder, neighbours))


@pytest.mark.parametrize(
    ("text", "made_of_it"),
    [
        ("/servicio el correo no abre", "el correo no abre"),
        (
            "Soy Ana Pérez de Tesorería, no tengo internet y la impresora no imprime",
            "la impresora no imprime",
        ),
    ],
)
async def test_no_text_that_a_turn_makes_is_encoded_on_the_event_loop(
    database: Database, understanding: Understanding, text: str, made_of_it: str
) -> None:
    turns, encoder = runner(database), Recorder()
    turns.parts = replace(turns.parts, understanding=hearing(understanding, encoder))
    await turns.take_turn(replace(HELLO, text=text), ReceivedFiles())
    assert made_of_it in [said for said, _ in encoder.encoded]
    assert threading.current_thread() not in [thread for _, thread in encoder.encoded]
    said = await replies(database)
    assert said
    assert len(said) == len(set(said))
    assert general.our_fault().text not in said


async def test_a_turn_that_makes_endless_texts_comes_to_an_end(
    database: Database, understanding: Understanding, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("itgov_bot.conversation.runner.MOST_TEXTS", 0)
    turns, encoder = runner(database), Recorder()
    turns.parts = replace(turns.parts, understanding=hearing(understanding, encoder))
    await turns.take_turn(replace(HELLO, text="/servicio el correo no abre"), ReceivedFiles())
    assert general.our_fault().text not in await replies(database)


async def test_a_text_is_heard_once_a_turn(database: Database) -> None:
    deaf = Deaf()
    async with database.transaction() as session:
        turn = await a_turn(session, understanding=deaf)
        assert turn.interpret("no hay red") is turn.interpret("no hay red")
        turn.interpret("hola")
    assert deaf.heard == ["no hay red", "hola"]


UNREADABLE: dict[str, dict[str, object]] = {
    "a form that is no more": {"form": {"flow": "gone", "step": "one", "token": "t", "values": {}}},
    "a step that is no more": {"form": {"flow": "ticket", "step": "gone", "token": "t", "values": {}}},
    "a form without its ticket": {"form": {"flow": "rating", "step": "what", "token": "t", "values": {}}},
    "nonsense": {"version": 2, "forms": 7},
}


@pytest.mark.parametrize("kept", UNREADABLE.values(), ids=UNREADABLE.keys())
async def test_who_was_filling_in_what_cannot_be_read_is_told_kindly(
    database: Database, kept: dict[str, object]
) -> None:
    async with database.transaction() as session:
        ana = await people.get_or_create(session, HELLO.sender, "ana", NOW)
        await conversations.keep(session, ana.id, "ana", kept, NOW)
    turns = runner(database)
    await turns.take_turn(replace(HELLO, text="/ayuda"), ReceivedFiles())
    said = await replies(database)
    assert said[-1] == form_words.could_not_be_kept().text
    assert general.our_fault().text not in said
    await turns.take_turn(replace(HELLO, key="test:2", text="/ayuda"), ReceivedFiles())
    assert len(await replies(database)) == len(said) + 1


async def test_a_state_that_is_kept_comes_back(database: Database) -> None:
    turns = runner(database)
    await turns.take_turn(replace(HELLO, text="/caso"), ReceivedFiles())
    await turns.take_turn(replace(HELLO, key="test:2", text="/cancelar"), ReceivedFiles())
    assert "dejé su caso" in (await replies(database))[0]


class Away(Database):
    """A database whose server went away."""

    def transaction(self, *, long: bool = False) -> Any:
        raise ConnectionRefusedError


async def test_while_the_database_is_away_nothing_is_apologised_for_and_the_update_comes_again() -> None:
    with pytest.raises(DeskAway):
        await runner(Away("sqlite+aiosqlite://")).take_turn(HELLO, ReceivedFiles())


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
