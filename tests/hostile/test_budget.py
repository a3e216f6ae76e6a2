"""What one message may cost, whoever writes it and however the talk stands: processor and memory have a budget."""

import asyncio
import time
from random import Random

import pytest

from itgov_bot.conversation.form_types import Form, TicketForm, UrgentForm
from itgov_bot.conversation.plain_readers import MAX_TEXT, MAX_TOLD
from itgov_bot.desk.queue import page
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.domain.tickets.queue import QueueFilter
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind
from itgov_bot.storage import people
from itgov_bot.understanding.outages.same import find_same
from tests.hostile.world import World, in_world, pressed, written
from tests.storage.made import NOW, sender

SECONDS = 0.12 * 5
"""On a machine of its own a hostile message takes about a tenth; five times as long where others work too."""
PIECES = ("kilimanjaro,,,, ", "@", "no imprime, además ", "se cayó el servidor y no hay red. ", "<b>🙂")
LONG = "\n".join("kilimanjaro,,,, se cayó todo en la sede " * 90 for _ in range(3))[: MAX_TOLD - 200]
FORMS: tuple[Form | None, ...] = (
    None,
    TicketForm(step="confirm", text=LONG, place="Aduana"),
    UrgentForm(step="text", text=LONG),
)


def seconds(world: World, runner: asyncio.Runner, said: str, form: Form | None) -> float:
    """Once more where it was slow: the first may have to compile a statement."""
    do, took = in_world(world, runner), float("inf")
    for _ in range(2):
        if took > SECONDS:
            start = time.process_time()
            do(written(said), form)
            took = time.process_time() - start
    return took


@pytest.mark.timing
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.step if form else "no form")
def test_a_whole_turn_with_a_hostile_message(world: World, runner: asyncio.Runner, form: Form | None) -> None:
    texts = [(piece * MAX_TEXT)[:MAX_TEXT] for piece in PIECES] + [
        (piece * MAX_TEXT)[:99] for piece in PIECES
    ]
    slow = [text[:30] for text in texts if seconds(world, runner, text, form) > SECONDS]
    assert slow == []


@pytest.mark.timing
def test_sending_what_grew_as_far_as_it_may(world: World, runner: asyncio.Runner) -> None:
    form = TicketForm(step="confirm", text=LONG, place="Aduana")
    start = time.process_time()
    said, _ = in_world(world, runner)(pressed(f"f:{form.token}:send"), form)
    assert time.process_time() - start <= SECONDS
    assert "abierto" in " ".join(said)


def test_a_form_takes_so_much_and_always_an_order(world: World, runner: asyncio.Runner) -> None:
    do, form = in_world(world, runner), TicketForm(step="confirm", text=LONG, place="Aduana")
    said, _ = do(written("sigue sin abrir y ya " * 30), form)
    assert "Eso ya no cabe" in " ".join(said)
    said, changed = do(written("enviar"), form)
    assert changed, said


def _long_text(chance: Random) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return " ".join("".join(chance.choices(letters, k=7)) for _ in range(900))


@pytest.mark.timing
def test_a_report_is_compared_with_many_long_ones(world: World, runner: asyncio.Runner) -> None:
    async def compared() -> float:
        chance, words = Random(0), world.parts.understanding.words.outages
        async with world.database.transaction() as session:
            desk = world.desk(session)
            ana = await people.get_or_create(session, sender("ana"), "ana", NOW)
            drafts = [Draft(_long_text(chance), None, "CAD", "1") for _ in range(20)]
            known = [await open_ticket(desk, ana, one) for one in drafts]
            report = words.report(_long_text(chance), None, "", ExceptionKind.SERVICE_OUTAGE)
            start = time.process_time()
            find_same(words, report, known)
            took = time.process_time() - start
            await session.rollback()
        return took

    assert runner.run(compared()) <= 0.08 * 5


@pytest.mark.timing
def test_an_agent_searches_in_many_long_cases(world: World, runner: asyncio.Runner) -> None:
    async def searched() -> float:
        async with world.database.transaction() as session:
            desk = world.desk(session)
            ana = await people.get_or_create(session, sender("ana"), "ana", NOW)
            for number in range(60):
                await open_ticket(desk, ana, Draft(f"{LONG} {number}", None, "CAD", "1"))
            start = time.process_time()
            await page(desk, QueueFilter(words=("kilimanjaro", "nadie")), ana, 0)
            took = time.process_time() - start
            await session.rollback()
        return took

    assert runner.run(searched()) <= 0.01 * 5
