"""`itgov check`: what is missing or wrong is found, with what to do about it; a fault of one thing hides no other."""

import asyncio
import json
import shutil
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from typer.testing import CliRunner, Result

from itgov_bot.__main__ import app
from itgov_bot.settings import ROOT
from tests.databases import copied
from tests.emulator import TelegramEmulator
from tests.mail import mail_server

SECRET = "987654321:AAsecretosecretosecretosecretosecre"
HERE = {"TELEGRAM_API_BASE_URL": "http://127.0.0.1:1/bot"}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def home(tmp_path: Path, migrated: Path) -> Path:
    copied(migrated, tmp_path / "var")
    return tmp_path / "var"


def run(home: Path, *words: str, **settings: str) -> Result:
    blank = dict.fromkeys(("DATABASE_URL", "TELEGRAM_BOT_TOKEN", "ITGOV_ADMINS", "SMTP_HOST"), "")
    environment = {"ITGOV_HOME": str(home), **blank, **HERE, **settings}
    return CliRunner(env=environment).invoke(app, ["check", *words])


def found(home: Path, **settings: str) -> dict[str, tuple[str, str]]:
    """Subject → standing and sentence."""
    result = run(home, "--json", **settings)
    told = json.loads(result.stdout)
    assert SECRET not in result.stdout
    assert result.exit_code == (0 if told["ok"] else 1)
    for one in told["findings"]:
        assert bool(one["advice"]) == (one["standing"] != "ok"), one
    return {one["subject"]: (one["standing"], one["told"]) for one in told["findings"]}


def test_a_new_installation_hears_what_it_still_needs(tmp_path: Path) -> None:
    shown = run(tmp_path / "var")
    assert shown.exit_code == 1
    for says in (
        "❌ administradores: no hay ninguno\n   → escriba su número",
        "✅ ajustes",
        "todavía no existe",
    ):
        assert says in shown.output
    assert not (tmp_path / "var").exists(), "looking makes nothing"


def test_settings_that_are_wrong_are_named(tmp_path: Path) -> None:
    assert found(tmp_path, SMTP_PORT="x")["ajustes"][0] == "problem"
    assert found(tmp_path, DATABASE_URL="mysql://h/x")["ajustes"][0] == "problem"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("city") / "data"))


@pytest.mark.parametrize(
    "name",
    [
        *("hours.yaml", "catalog.yaml", "first_aid.yaml", "vocabulary/given_names.yaml"),
        *(f"vocabulary/{words}.yaml" for words in ("cues", "terms", "answers", "outages", "figures")),
        *("vocabulary/calibration.yaml", "vocabulary/phrases/SER-001.tsv"),
        *(f"vocabulary/{file.name}" for file in sorted((ROOT / "data/vocabulary").glob("*.tsv"))),
    ],
)
def test_data_that_are_wrong_are_named(tmp_path: Path, city: Path, name: str) -> None:
    """Whatever the program would not start with."""
    file = city / name
    whole = file.read_bytes()
    file.write_text("nada\n" * 2)
    standing, told = found(tmp_path, ITGOV_DATA=str(city))["datos de la ciudad"]
    file.write_bytes(whole)
    assert (standing, file.name in told) == ("problem", True)


def test_phrases_that_were_not_learned_yet_are_told(tmp_path: Path, city: Path, models: Path) -> None:
    (tmp_path / "models").symlink_to(models, target_is_directory=True)
    assert found(tmp_path)["entendimiento"][0] == "ok"
    with (city / "vocabulary/phrases/SER-001.tsv").open("a") as phrases:
        phrases.write("el correo no me abre desde que lo cambiaron\tcurada\n")
    told = found(tmp_path, ITGOV_DATA=str(city))
    assert (told["datos de la ciudad"][0], told["entendimiento"][0]) == ("ok", "warning")


def test_a_database_that_is_old_damaged_or_away_is_told(home: Path) -> None:
    assert found(home)["base de datos"][0] == "ok"
    with sqlite3.connect(home / "itgov.db") as opened:
        opened.execute("UPDATE alembic_version SET version_num = '0001'")
    assert found(home)["base de datos"] == ("problem", "es de una versión anterior del programa")
    (home / "itgov.db").write_bytes(b"nada que ver" * 1000)
    assert "no es una base de datos" in found(home)["base de datos"][1]
    away = found(home, DATABASE_URL="postgresql://u@127.0.0.1:1/x")
    assert (away["base de datos"][0], away["disco"][0]) == ("problem", "ok")


def test_a_home_that_others_may_read_is_told(home: Path) -> None:
    home.chmod(0o755)
    assert found(home)["carpeta"][0] == "warning"
    home.chmod(0o700)
    told = found(home, ITGOV_CLOCK="2026-12-24T23:00")
    assert (told["carpeta"][0], told["reloj"]) == ("ok", ("warning", "es de ensayo"))


async def test_telegram_lets_the_bot_in_or_not(home: Path) -> None:
    async with TelegramEmulator() as telegram:
        there = {"TELEGRAM_API_BASE_URL": telegram.base_url}
        told = await asyncio.to_thread(found, home, **there, TELEGRAM_BOT_TOKEN=telegram.token)
        assert {told[one][0] for one in ("Telegram", "mensajes", "reloj")} == {"ok"}
        webhook = {"TELEGRAM_WEBHOOK_URL": "https://mesa.example/x", "TELEGRAM_WEBHOOK_SECRET": "x" * 24}
        told = await asyncio.to_thread(found, home, **there, **webhook, TELEGRAM_BOT_TOKEN=telegram.token)
        assert told["mensajes"][0] == "warning"
        told = await asyncio.to_thread(found, home, **there, TELEGRAM_BOT_TOKEN=SECRET)
        assert told["Telegram"] == ("problem", "no acepta la clave del bot")
        telegram.tolerate_rejections("401")
    told = await asyncio.to_thread(found, home, **there, TELEGRAM_BOT_TOKEN=SECRET)
    assert (told["Telegram"][0], told["reloj"][0]) == ("problem", "warning")


@pytest.fixture
async def an_hour_ahead() -> AsyncIterator[str]:
    """Somebody whose clock is."""

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(
            headers={"Date": format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)}
        )

    site = web.Application()
    site.router.add_route("*", "/{any:.*}", answer)
    async with TestServer(site) as server:
        yield str(server.make_url("/bot"))


async def test_a_clock_that_is_wrong_is_told(home: Path, an_hour_ahead: str) -> None:
    standing, told = (await asyncio.to_thread(found, home, TELEGRAM_API_BASE_URL=an_hour_ahead))["reloj"]
    assert (standing, "atrasado" in told) == ("problem", True)


@pytest.mark.filterwarnings("ignore:Requiring AUTH:UserWarning", "ignore:.*login_data:DeprecationWarning")
async def test_the_mail_server_is_tried_without_a_letter(home: Path) -> None:
    async with mail_server(password=b"clave") as mail:
        there = {
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": str(mail.port),
            "SMTP_FROM": "a@b.co",
            "SMTP_TLS": "none",
        }
        right = {"SMTP_USER": "mesa", "SMTP_PASSWORD": "clave"}
        assert (await asyncio.to_thread(found, home, **there, **right))["correo"] == (
            "ok",
            "el servidor recibe",
        )
        wrong = await asyncio.to_thread(found, home, **there, **right | {"SMTP_PASSWORD": "otra"})
        assert wrong["correo"][0] == "problem"
        assert mail.letters == []
    assert (await asyncio.to_thread(found, home, **there))["correo"][0] == "problem"
