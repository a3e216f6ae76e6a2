"""What machines paste, or people hold a key down for, is read as quickly as a message, and leaves nothing behind."""

import json
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.language.bounds import MAX_CHARS, MAX_WORD, bounded

NIGHT = datetime(2026, 11, 25, 3, tzinfo=UTC)
CHARS = 4000
SECONDS = 0.02 * 2
"""Twenty thousandths on a machine of its own; twice as long where others work too."""
MEMORY = 4_000_000
"""Bytes, at the most, while one message is read."""
READS = 5
"""The fastest counts."""
HOSTILE = (
    *("a", "é", "1", " ", ".", "x.", "\n", "a a a ", "si si si ", "1 ", "12:00 ", "mañana a las ", "y ni e "),
    *(
        "se cayó el servidor. ",
        "pero ya volvió, ",
        "evento del alcalde a las 3 ",
        "soy de la ",
        "a@",
        "-",
        "no ",
    ),
    *("2 horas y ", "a@b.co ", "beto en la matuna piso 3 ", "ruiz 300 123 4567 y "),
    *("SER-", "abcdefgh", "¿", "🙂", "no abre el correo y la impresora no imprime, además "),
)
LABELLED = Path(__file__).parent / "messages" / "messages.jsonl"
REAL = [
    word for line in LABELLED.read_text("utf-8").splitlines() for word in json.loads(line)["text"].split()
]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
NEVER_MET: dict[str, Callable[[Random], str]] = {
    "letters": lambda chance: "".join(chance.choices(LETTERS + " " * 6, k=CHARS)),
    "long words": lambda chance: " ".join("".join(chance.choices(LETTERS, k=7)) for _ in range(CHARS // 8)),
    "short words": lambda chance: " ".join("".join(chance.choices(LETTERS, k=3)) for _ in range(CHARS // 4)),
    "real words in any order": lambda chance: " ".join(chance.choices(REAL, k=CHARS // 5))[:CHARS],
}
"""Of which nothing is remembered."""


def seconds(understanding: Understanding, calendar: WorkCalendar, text: str) -> float:
    start = time.process_time()
    understanding.interpret(text, NIGHT, calendar)
    understanding.mayor_event(text, NIGHT)
    return time.process_time() - start


@pytest.mark.timing
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_are_read_quickly(
    understanding: Understanding, calendar: WorkCalendar, piece: str
) -> None:
    # Each begins with another sign: what was read is remembered, and would cost nothing.
    texts = (f"{at}{piece * CHARS}"[:CHARS] for at in range(READS))
    assert min(seconds(understanding, calendar, text) for text in texts) <= SECONDS


@pytest.mark.timing
@pytest.mark.parametrize("kind", NEVER_MET)
def test_words_that_were_never_met_are_read_quickly(
    understanding: Understanding, calendar: WorkCalendar, kind: str
) -> None:
    chance = Random(kind)
    texts = (NEVER_MET[kind](chance) for _ in range(READS))
    assert min(seconds(understanding, calendar, text) for text in texts) <= SECONDS


def test_nothing_stays_of_long_messages(understanding: Understanding, calendar: WorkCalendar) -> None:
    chance = Random(0)
    letters = "abcdefghijklmnopqrstuvwxyz      "

    def read(messages: int) -> None:
        for _ in range(messages):
            understanding.interpret("".join(chance.choices(letters, k=2000)), NIGHT, calendar)

    read(40)
    tracemalloc.start()  # from here on everything takes several times as long
    sizes = []
    for _ in range(3):
        read(4)
        sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    begun, once, twice = sizes
    assert min(once - begun, twice - once) < 1_000_000  # a table that doubles its room does so once


@pytest.mark.parametrize("kind", NEVER_MET)
def test_one_message_takes_little_memory(
    understanding: Understanding, calendar: WorkCalendar, kind: str
) -> None:
    chance = Random(kind)
    understanding.interpret(NEVER_MET[kind](chance), NIGHT, calendar)  # what is made once
    text = NEVER_MET[kind](chance)
    tracemalloc.start()
    understanding.interpret(text, NIGHT, calendar)
    understanding.mayor_event(text, NIGHT)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most <= MEMORY


def test_a_usual_message_stays_as_it_is() -> None:
    assert bounded("no me abre el correo ") == "no me abre el correo "
    assert bounded("") == ""


def test_beginning_and_end_of_a_long_one_are_read() -> None:
    found = bounded("principio " + "relleno " * 2000 + "fin")
    assert found.startswith("principio")
    assert found.endswith("fin")
    assert len(found) <= MAX_CHARS
    assert bounded(found) == found
    assert max(map(len, bounded("a" * 5000 + " " + "b" * 90).split())) == MAX_WORD
