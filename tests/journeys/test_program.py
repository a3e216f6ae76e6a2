"""The real program: killed in the middle of work and started again, and refusing to start with a clear message."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import main
from itgov_bot.settings import ROOT
from itgov_bot.understanding import Understanding
from tests.emulator import TelegramEmulator
from tests.handlers.recording import becomes
from tests.journeys.desk import number_in
from tests.journeys.program import OURS, kill, of_telegram, run, started, stop
from tests.journeys.wired import OUTAGE, PAGE
from tests.made import load_understanding
from tests.mail import MailServer, mail_server

STARTING = 60.0
FRIDAY = "2026-11-13"
STARTS = 3
"""Of the program that is killed twice."""


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    async with TelegramEmulator() as emulator:
        yield emulator


async def test_killed_in_the_middle_of_work_it_leaves_nobody_without_an_answer(
    desk_home: Path, telegram: TelegramEmulator
) -> None:
    people = [telegram.person(number, f"Persona {number}") for number in range(1, 31)]
    async with started(desk_home, **of_telegram(telegram)) as program:
        for person in people:
            await person.writes("no me abre el correo")
        await people[0].receives("Correo electrónico", timeout=STARTING)
        await kill(program)
    async with started(desk_home, **of_telegram(telegram)) as program:
        for person in people[1:]:
            await person.receives("Correo electrónico", timeout=STARTING)
        assert await stop(program) == 0
    for person in people:
        assert len(person.inbox.items) <= 2, "only the message that was leaving may come twice"
        person.ignores_rest()


async def test_what_was_acknowledged_is_there_after_a_kill(
    desk_home: Path, telegram: TelegramEmulator
) -> None:
    ana = telegram.person(1, "Ana")
    async with started(desk_home, **of_telegram(telegram)) as program:
        await ana.writes("/caso no me abre el correo")
        await ana.receives("¿Dónde es?", timeout=STARTING)
        for typed in ("Hacienda", "mi extensión es la 1234"):
            await ana.writes(typed)
            await ana.receives(timeout=STARTING)
        telegram.faults.slow("sendMessage", 5)
        await ana.presses("Autorizo y enviar")
        number = number_in(await ana.receives("Su caso quedó abierto", timeout=STARTING))
        await kill(program)
    telegram.tolerate_rejections("query ID is invalid")  # of a press that was answered, and not marked yet
    async with started(desk_home, **of_telegram(telegram)) as program:
        await ana.receives(number, timeout=STARTING)
        await ana.writes("/casos")
        listed = await ana.receives("Sus casos", timeout=STARTING)
        assert listed.text.count("SAUS-") == 1
        assert await stop(program) == 0


async def test_killed_while_a_page_leaves_by_mail_it_sends_it_after_the_restart(
    desk_home: Path, telegram: TelegramEmulator
) -> None:
    ana, beto = telegram.person(1, "Ana", "ana"), telegram.person(2, "Beto", "beto")
    alba = telegram.person(100, "Alba", "alba")
    async with mail_server() as mail:
        settings = of_telegram(telegram) | of_mail(mail) | {"ITGOV_ADMINS": "100"}
        mail.open.clear()
        async with started(desk_home, **settings, ITGOV_CLOCK=f"{FRIDAY}T19:30") as program:
            await beto.writes("/start")
            await beto.receives("mesa de servicio", timeout=STARTING)
            for written in ("/guardia poner 1 2", "/guardia correo @beto beto@example.gov.co"):
                await alba.writes(written)
                await alba.receives(timeout=STARTING)
                await beto.receives("guardia", timeout=STARTING)
            await ana.writes(OUTAGE)
            await ana.receives("¿Aviso ya a la guardia?", timeout=STARTING)
            telegram.faults.retry_after(60, times=2)
            await ana.writes("sí")
            await becomes(lambda: mail.begun == 1, STARTING)
            await kill(program)
        async with started(desk_home, **settings, ITGOV_CLOCK=f"{FRIDAY}T19:33") as program:
            await ana.receives("Ya avisé a la guardia", timeout=STARTING)
            await beto.receives(PAGE, timeout=STARTING)
            await becomes(lambda: mail.begun == 2, STARTING)
            mail.open.set()
            await becomes(lambda: bool(mail.letters), STARTING)
            assert await stop(program) == 0
        assert mail.begun == 2, "what was leaving leaves again, and nothing else for the same call"


def of_mail(mail: MailServer) -> dict[str, str]:
    return {
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(mail.port),
        "SMTP_FROM": "mesa@example.gov.co",
        "SMTP_TLS": "none",
    }


async def test_killed_between_two_steps_of_a_page_each_step_is_called_once(
    home: Path, telegram: TelegramEmulator
) -> None:
    ana, carla, dario, alba = (
        telegram.person(number, name, name.lower())
        for number, name in ((1, "Ana"), (2, "Carla"), (3, "Dario"), (4, "Alba"))
    )
    settings = of_telegram(telegram) | {"ITGOV_ADMINS": "4"}
    async with started(home, **settings, ITGOV_CLOCK="2026-11-20T19:30:00-05:00") as program:
        for person in (carla, dario, alba):
            await person.writes("/start")
            await person.receives("mesa de servicio", timeout=STARTING)
        for step, person in enumerate((carla, dario), start=1):
            await alba.writes(f"/guardia poner {step} {person.id}")
            await alba.receives(f"en el escalón {step}", timeout=STARTING)
            await person.receives("de guardia", timeout=STARTING)
        await ana.writes("se cayó el servidor y nadie puede entrar a nada en toda la alcaldía")
        await ana.receives("¿Aviso ya a la guardia?", timeout=STARTING)
        await ana.presses("Sí, avisar ya a la guardia")
        await carla.receives("GUARDIA: caso urgente", timeout=STARTING)
        await kill(program)
    async with started(home, **settings, ITGOV_CLOCK="2026-11-20T19:46:00-05:00") as program:
        await dario.receives("Nadie lo ha tomado todavía", timeout=STARTING)
        await kill(program)
    async with started(home, **settings, ITGOV_CLOCK="2026-11-20T19:47:00-05:00") as program:
        await ana.writes("/estado 1")
        while "La guardia está avisada" not in (await ana.receives(timeout=STARTING)).text:
            pass  # what was leaving when the program was killed leaves again
        await ana.presses("Ver historia")
        story = await ana.receives("abrió el caso", timeout=STARTING)
        assert story.text.count("se avisó a la guardia") == 2
        assert await stop(program) == 0
    for person in (carla, dario):
        assert sum("GUARDIA" in one.text for one in person.inbox.items) <= STARTS
        person.ignores_rest()


def refusal(
    home: Path, monkeypatch: pytest.MonkeyPatch, said: pytest.CaptureFixture[str], **settings: str
) -> str:
    """What the program says before it ends with 2, here in this process: that it ends like that is seen below."""
    for name in [name for name in os.environ if name.startswith(OURS)]:
        monkeypatch.delenv(name)
    for name, value in {"ITGOV_HOME": str(home), **settings}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(home)
    before = os.umask(0o022)
    code = main()
    os.umask(before)
    out, errors = said.readouterr()
    assert (code, out) == (2, "")
    assert "Traceback" not in errors
    return errors


@pytest.mark.parametrize("url", ["sqlite:///archivo/itgov.db", "sqlite:///basura.db"])
def test_an_unwritable_database_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    (home / "archivo").write_text("no soy una carpeta")
    (home / "basura.db").write_text("no soy una base de datos " * 100)
    errors = refusal(home, monkeypatch, capsys, DATABASE_URL=url)
    assert "No se puede usar la base de datos" in errors


@pytest.mark.parametrize(
    ("file", "spoiled"),
    [
        ("catalog.yaml", "services: [\n"),
        ("vocabulary/terms.yaml", "- ][\n"),
    ],
)
def test_a_corrupted_data_file_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], file: str, spoiled: str
) -> None:
    data = home / "data"
    shutil.copytree(ROOT / "data", data)
    (data / file).write_text(spoiled)
    monkeypatch.setattr(Understanding, "load", load_understanding)
    assert file in refusal(home, monkeypatch, capsys, ITGOV_DATA=str(data))


def test_wrong_settings_are_named_each(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {"ITGOV_ADMINS": "alba", "TELEGRAM_WEBHOOK_PORT": "99999", "ITGOV_CLOCK": "ayer"}
    errors = refusal(home, monkeypatch, capsys, **wrong)
    for name in wrong:
        assert name in errors


async def test_a_refused_token_is_told_without_showing_it(home: Path, telegram: TelegramEmulator) -> None:
    secret = "987654321:AAsecretosecretosecretosecretosecre"
    code, _, errors = await run(home, **(of_telegram(telegram) | {"TELEGRAM_BOT_TOKEN": secret}))
    telegram.tolerate_rejections("401")
    assert code == 2
    assert "TELEGRAM_BOT_TOKEN" in errors
    assert "secreto" not in errors
    assert "Traceback" not in errors
