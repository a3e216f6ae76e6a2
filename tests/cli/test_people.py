"""`itgov role` and `itgov invite`: roles without the chat, and one clear line for whatever is not understood."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from itgov_bot.__main__ import app
from itgov_bot.domain.people import Person, Role
from itgov_bot.messages import Sender
from itgov_bot.storage import people
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import outbox
from itgov_bot.storage.sending.outbox_items import ReplyItem
from tests.databases import opened

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ITGOV_HOME", str(tmp_path))
    monkeypatch.setenv("ITGOV_CLOCK", "2026-11-10T10:00")
    return f"sqlite+aiosqlite:///{tmp_path}/itgov.db"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def read(*words: str) -> dict[str, Any]:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


def meet(url: str, user: str, username: str | None, channel: str = "telegram") -> Person:
    database = opened(url)

    async def work() -> Person:
        async with database.transaction() as session:
            met = await people.get_or_create(session, Sender(channel, user, "Ana", username), user, NOW)
        await database.close()
        return met

    return asyncio.run(work())


def told(url: str, channel: str = "telegram") -> list[tuple[str, str]]:
    """What the bot will say next, by chat."""

    async def work() -> list[tuple[str, str]]:
        database = Database(url)
        async with database.reading() as session:
            items = await outbox.ready(session, [channel], datetime(2030, 1, 1, tzinfo=UTC), 50)
        await database.close()
        return [(one.address.chat, one.item.reply.text) for one in items if isinstance(one.item, ReplyItem)]

    return asyncio.run(work())


def test_nobody_has_a_role_and_looking_makes_no_database(tmp_path: Path) -> None:
    assert read("role", "list") == {"roles": []}
    assert "Nadie tiene un rol" in run("role", "list").stdout
    assert not (tmp_path / "itgov.db").exists()


@pytest.mark.parametrize("who", ["@ana", "ana", "7"])
def test_a_role_is_given_listed_and_taken(url: str, who: str) -> None:
    meet(url, "7", "ana")
    ana = {"channel": "telegram", "user": "7", "username": "ana", "name": None}
    assert read("role", "grant", "agente", who) == {"person": ana, "role": "agent", "changed": True}
    assert read("role", "grant", "agent", who)["changed"] is False
    (listed,) = read("role", "list")["roles"]
    assert (listed["role"], listed["person"], listed["given_by"]) == ("agent", ana, None)
    assert listed["given_at"].startswith("2026-11-10T15:00")
    assert "agente\t@ana\t7\tdesde 2026-11-10, lo dio la instalación" in run("role", "list").stdout
    assert "@ana ya no tiene el rol agente." in run("role", "revoke", "agente", who).stdout
    assert read("role", "list") == {"roles": []}
    assert [chat for chat, _ in told(url)] == ["7", "7"]


def test_whoever_has_a_word_for_a_number_is_called_by_it(url: str) -> None:
    meet(url, "local", None, "terminal")
    given = run("role", "grant", "guardia", "local", "--channel", "terminal")
    assert "Su número es local." in given.stdout
    assert run("role", "grant", "guardia", "local").exit_code == 2


def test_the_last_administrator_stays(url: str) -> None:
    meet(url, "7", "ana")
    assert run("role", "grant", "administrador", "@ana").exit_code == 0
    refused = run("role", "revoke", "administrador", "@ana")
    assert (refused.exit_code, refused.stderr) == (2, "es el último administrador: nombre primero a otro\n")
    assert len(read("role", "list")["roles"]) == 1


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ("role", "grant", "jefazo", "@ana"),
            "«jefazo» no es un rol: use agente, guardia, coordinador, gerente, administrador o responsable",
        ),
        (("role", "grant", "funcionario", "@ana"), "«funcionario» no es un rol"),
        (("role", "grant", "agente", "@nadie"), "«@nadie»: no le ha escrito al bot"),
        (
            ("role", "grant", "agente", "7", "--channel", "terminal"),
            "«7» es de Telegram: agregue --channel telegram",
        ),
        (("role", "grant", "agente", "8", "--channel", "terminal"), "«8»: no le ha escrito al bot"),
        (("role", "revoke", "agente", "%"), "«%»: no le ha escrito al bot"),
        (("invite", "staff"), "«staff» no es un rol"),
        (("invite", "agente", "--bot", "el bot"), "«el bot» no es el usuario de un bot"),
        (
            ("role", "grant", "responsable", "@ana"),
            "diga de qué responde con --office: «gestor infraestructura»",
        ),
        (("invite", "responsable", "--office", "cocina"), "diga de qué responde con --office"),
        (("role", "grant", "agente", "@ana", "--office", "red"), "--office es solo para el rol responsable"),
    ],
)
def test_what_is_not_understood_is_said_in_one_line(url: str, words: tuple[str, ...], line: str) -> None:
    meet(url, "7", "ana")
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.startswith(line)
    assert result.stderr.count("\n") == 1
    assert told(url) == []


def test_who_sat_at_the_keyboard_is_told_from_telegram(url: str) -> None:
    meet(url, "local", None, "terminal")
    assert run("role", "revoke", "administrador", "local").stderr.startswith(
        "«local» es de la terminal: agregue --channel terminal"
    )
    assert not read("role", "revoke", "administrador", "local", "--channel", "terminal")["changed"]


def test_an_invitation_is_made_on_an_empty_installation() -> None:
    made = read("invite", "administrador", "--bot", "@mesa_bot")
    assert made["role"] == Role.ADMIN
    assert made["link"] == f"https://t.me/mesa_bot?start={made['code']}"
    assert made["expires_at"].startswith("2026-11-12T10:00")
    assert "/start " in run("invite", "gerente").stdout


def test_a_database_that_cannot_be_opened_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notadb").write_text("x" * 4096)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/notadb")
    for words in (("role", "list"), ("invite", "agente"), ("role", "grant", "agente", "1")):
        result = run(*words)
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words", [("role",), ("role", "grant"), ("role", "list"), ("role", "revoke"), ("invite",)]
)
def test_every_command_has_help(words: tuple[str, ...]) -> None:
    result = run(*words, "--help")
    assert result.exit_code == 0
    assert "Usage" in result.stdout


def test_an_owner_is_given_an_office_and_loses_it(url: str) -> None:
    meet(url, "7", "ana")
    given = read("role", "grant", "responsable", "@ana", "--office", "desarrollo")
    assert (given["role"], given["office"], given["changed"]) == ("owner", "gestor-desarrollo", True)
    assert read("role", "list")["roles"][0]["office"] == "gestor-desarrollo"
    assert "responsable (gestor desarrollo)" in run("role", "list").stdout
    assert not read("role", "revoke", "responsable", "@ana", "--office", "proyectos")["changed"]
    assert read("role", "revoke", "responsable", "@ana", "--office", "gestor desarrollo")["changed"]
    assert read("invite", "responsable", "--office", "red")["office"] == "administrador-de-la-red"
