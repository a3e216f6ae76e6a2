"""The order in which words are tried, as the tables say it; and what a mistyped command is taken for."""

from datetime import timedelta

import pytest

from itgov_bot.conversation import commands, routes
from itgov_bot.conversation.pressing import press
from itgov_bot.conversation.sections import Section, first
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.domain.people import Role, may_work_tickets
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.storage.database import Database
from tests.conversation.turns import NOW, Deaf, a_turn

STAFF = frozenset({Role.STAFF})


async def test_the_first_who_answers_ends_it(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    async def passes(_turn: Turn) -> bool:
        asked.append("passes")
        return False

    async def answers(_turn: Turn) -> bool:
        asked.append("answers")
        return True

    monkeypatch.setattr(routes, "TEXT_READERS", (Section((passes, answers)), Section((passes,))))
    async with database.transaction() as session:
        await routes.answer(await a_turn(session, "hola"))
    assert asked == ["passes", "answers"]


@pytest.mark.parametrize(
    ("roles", "asked"), [(STAFF, ["anybody"]), (STAFF | {Role.AGENT}, ["agents", "anybody"])]
)
async def test_a_section_is_asked_of_those_it_is_for(
    database: Database, roles: frozenset[Role], asked: list[str]
) -> None:
    heard: list[str] = []

    async def of_agents(_turn: Turn) -> bool:
        heard.append("agents")
        return False

    async def of_anybody(_turn: Turn) -> bool:
        heard.append("anybody")
        return True

    sections = (Section((of_agents,), only=may_work_tickets), Section((of_anybody,)))
    async with database.transaction() as session:
        assert await first(sections, await a_turn(session, "hola", roles=roles))
    assert heard == asked


@pytest.mark.parametrize(("text", "read"), [("hola", ["hola"]), ("/ayuda", []), ("???", []), ("SER-004", [])])
async def test_what_is_plain_by_its_shape_is_not_interpreted(
    database: Database, text: str, read: list[str]
) -> None:
    deaf = Deaf()
    async with database.transaction() as session:
        turn = await a_turn(session, text, understanding=deaf)
        await routes.answer(turn)
    assert turn.said
    assert deaf.heard[:1] == read


@pytest.mark.parametrize(
    "text", ["¿cómo va mi caso?", "sigue igual, no hay red en toda la sede", "no me imprime"]
)
async def test_a_message_is_interpreted_once_whoever_asks(database: Database, text: str) -> None:
    """At night, when it may be an exception of the ANS, with a ticket that it may be about."""
    deaf, night = Deaf(), NOW + timedelta(hours=12)
    async with database.transaction() as session:
        turn = await a_turn(session, text, understanding=deaf, now=night)
        await open_ticket(turn.desk, turn.person, Draft(text="otra", service=None, place="", contact=""))
        await routes.answer(turn)
    assert turn.said
    assert deaf.heard == [text]


@pytest.mark.parametrize(
    ("typed", "roles", "meant"),
    [
        ("caoss", STAFF, "casos"),
        ("Casoss", STAFF, "casos"),
        ("tikets", STAFF, "casos"),
        ("horarioo", STAFF, "horario"),
        ("estad", STAFF, "estado"),
        ("mesaa", STAFF, None),
        ("mesaa", STAFF | {Role.AGENT}, "mesa"),
        ("zzz", STAFF, None),
        ("hola", STAFF, None),
        ("x", STAFF, None),
    ],
)
def test_a_mistyped_command_is_taken_for_one_that_the_person_may_use(
    typed: str, roles: frozenset[Role], meant: str | None
) -> None:
    assert commands.alike(typed, roles) == meant


async def test_the_button_of_a_mistyped_command_runs_it_with_its_words(database: Database) -> None:
    async with database.transaction() as session:
        turn = await a_turn(session, "/horaro SER-004")
        await routes.answer(turn)
        [offer] = turn.said
        assert "¿Quiso decir /horario?" in offer.text
        await press(turn, offer.choices[0].data)
    assert "Correo" in turn.said[-1].text


async def test_a_command_offered_by_a_button_asks_for_the_role(database: Database) -> None:
    async with database.transaction() as session:
        turn = await a_turn(session)
        await press(turn, "cmd:mesa")
    assert "solo para quienes tienen el rol" in turn.said[0].text


async def test_words_too_long_for_a_button_are_left_out_of_it(database: Database) -> None:
    async with database.transaction() as session:
        turn = await a_turn(session, "/csao " + "no imprime " * 20)
        await routes.answer(turn)
    assert turn.said[0].choices[0].data == "cmd:caso"
