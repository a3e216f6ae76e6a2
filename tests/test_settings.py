"""Settings: read from the environment and from `.env`; a wrong one is told in one Spanish line with an example."""

import os
import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from itgov_bot.settings import BOGOTA, ROOT, Settings, SettingsError, load_settings

SECRET = "c1ave-secreta"
LONG_SECRET = "c1ave-secreta-y-bien-larga"


@pytest.fixture(autouse=True)
def _own_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own environment, and no `.env` but the test's."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.lower() in Settings.model_fields:
            monkeypatch.delenv(name)


def refused(monkeypatch: pytest.MonkeyPatch, **environment: str) -> list[str]:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert SECRET not in str(caught.value)
    return str(caught.value).splitlines()


def test_without_anything_it_is_a_terminal_chat_with_a_file() -> None:
    settings = load_settings()
    assert settings.telegram_bot_token is None
    assert settings.itgov_admins == ()
    assert settings.itgov_clock is None
    assert settings.itgov_data == ROOT / "data"
    assert settings.resolved_database_url == f"sqlite+aiosqlite:///{Path('var').resolve()}/itgov.db"
    assert settings.files_folder == Path("var/files")
    assert settings.models_folder == Path("var/models")


WRONG = [
    ("TELEGRAM_WEBHOOK_PORT", "abc", "no es un puerto", "8443"),
    ("TELEGRAM_WEBHOOK_PORT", "0", "no es un puerto", "8443"),
    ("TELEGRAM_WEBHOOK_PORT", "65536", "no es un puerto", "8443"),
    ("ITGOV_ADMINS", "ana", "no es un número de usuario", "12345678,87654321"),
    ("ITGOV_CLOCK", "ayer", "no es una fecha con hora", "2026-12-24T23:00"),
    ("ITGOV_CLOCK", "2026", "no es una fecha con hora", "2026-12-24T23:00"),  # not 2026 seconds after 1970
    ("ITGOV_CLOCK", "2026-02-30T10:00", "no es una fecha con hora", "2026-12-24T23:00"),
    ("ITGOV_EMAIL_DOMAINS", "una frase", "no es una lista de dominios", "cartagena.gov.co"),
    ("SMTP_PORT", "smtp", "no es un puerto", "587"),
    ("SMTP_FROM", "mesa", "no es una dirección de correo", "mesa@example.gov.co"),
    ("SMTP_TLS", "sí", "no es una forma de cifrar", "starttls"),
    (
        "ITGOV_HEARTBEAT_URL",
        "vigilante",
        "no es una dirección https",
        "https://vigilante.example.gov.co/ping/mesa",
    ),
    (
        "ITGOV_HEARTBEAT_URL",
        "http://a.co/",
        "no es una dirección https",
        "https://vigilante.example.gov.co/ping/mesa",
    ),
    (
        "ITGOV_HEARTBEAT_URL",
        "https://[::1",
        "no es una dirección https",
        "https://vigilante.example.gov.co/ping/mesa",
    ),
    ("ITGOV_METRICS_PORT", "0", "no es un puerto", "9464"),
    ("ITGOV_METRICS_PORT", "prometeo", "no es un puerto", "9464"),
    ("ITGOV_MAX_FILE_MB", "51", "no es un tamaño permitido", "20"),
    ("ITGOV_MAX_FILE_MB", "2.5", "no es un tamaño permitido", "20"),
    ("ITGOV_LOG", "todo", "no es un nivel de registro", "info"),
]


@pytest.mark.parametrize(("name", "value", "says", "example"), WRONG)
def test_a_wrong_setting_is_one_line_with_an_example(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str, example: str
) -> None:
    [line] = refused(monkeypatch, **{name: value})
    assert line.startswith(f"{name}: «{value}» {says}")
    assert line.endswith(f"escriba por ejemplo {name}={example}")
    for other in ("SMTP_HOST", "SMTP_FROM"):  # without which no code can be mailed
        monkeypatch.setenv(other, "mesa@example.gov.co")
    monkeypatch.setenv(name, example)
    load_settings()


def test_the_example_of_every_setting_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, field in Settings.model_fields.items():
        assert field.examples, name
        monkeypatch.setenv(name.upper(), field.examples[0])
    load_settings()


def test_every_wrong_setting_has_its_own_line(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = refused(monkeypatch, TELEGRAM_WEBHOOK_PORT="x\ny", ITGOV_ADMINS="1,ana,beto", ITGOV_LOG="x" * 500)
    assert [line.partition(":")[0] for line in lines] == [
        "TELEGRAM_WEBHOOK_PORT",
        "ITGOV_ADMINS",
        "ITGOV_ADMINS",
        "ITGOV_LOG",
    ]
    assert max(map(len, lines)) < 250
    assert not re.search(r"(?i)\b(input|should|value|valid|match)\b", " ".join(lines))


def test_a_webhook_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    [line] = refused(monkeypatch, TELEGRAM_WEBHOOK_URL="https://mesa.example", TELEGRAM_BOT_TOKEN=SECRET)
    assert line.startswith("TELEGRAM_WEBHOOK_SECRET: falta")
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", LONG_SECRET)
    assert LONG_SECRET not in repr(load_settings())


@pytest.mark.parametrize("weak", ["corta-1", SECRET, "x" * 23, "veinticuatro-letras-con-ñ", "x" * 257])
def test_a_secret_that_can_be_guessed_or_not_sent_is_refused_without_showing_it(
    monkeypatch: pytest.MonkeyPatch, weak: str
) -> None:
    [line] = refused(monkeypatch, TELEGRAM_WEBHOOK_SECRET=weak)
    assert line.startswith("TELEGRAM_WEBHOOK_SECRET: debe tener de 24 a 256 letras")
    assert weak not in line


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("https://api.example.org/bot", True),
        ("http://127.0.0.1:8081/bot", True),
        ("http://localhost:8081/bot", True),
        ("http://192.168.1.20:8081/bot", True),
        ("http://api.example.org/bot", False),
        ("http://8.8.8.8/bot", False),
        ("api.example.org/bot", False),
    ],
)
@pytest.mark.parametrize("name", ["TELEGRAM_API_BASE_URL", "TELEGRAM_API_FILE_URL"])
def test_the_token_does_not_travel_in_the_open_unless_it_is_told(
    monkeypatch: pytest.MonkeyPatch, name: str, address: str, is_safe: bool
) -> None:
    if not is_safe:
        [line] = refused(monkeypatch, **{name: address})
        assert line.startswith(f"{name}: debe ser una dirección https")
    monkeypatch.setenv(name, address)
    monkeypatch.setenv("TELEGRAM_API_HTTP", "false" if is_safe else "true")
    load_settings()


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("", "var/itgov.db"),
        ("sqlite:///datos/mesa.db?timeout=3", "datos/mesa.db"),
        ("sqlite:////datos/mesa.db", "/datos/mesa.db"),
        ("sqlite://", None),
        ("sqlite:///:memory:", None),
        ("postgresql://u@h/x", None),
    ],
)
def test_the_file_of_the_database(monkeypatch: pytest.MonkeyPatch, url: str, file: str | None) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    found = load_settings().database_file
    assert (found and found.resolve()) == (Path(file).resolve() if file else None)


def test_the_secret_of_pages_is_long_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    [line] = refused(monkeypatch, ITGOV_PAGE_SECRET=SECRET)
    assert line.startswith("ITGOV_PAGE_SECRET: es muy corta")


@pytest.mark.parametrize(
    ("given", "signs"),
    [({}, None), ({"WEBHOOK": "a" * 16}, "a" * 16), ({"WEBHOOK": "a" * 16, "PAGE": "b" * 16}, "b" * 16)],
)
def test_pages_are_signed_with_their_own_secret_or_with_that_of_the_webhooks(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], signs: str | None
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"ITGOV_{name}_SECRET", value)
    secret = load_settings().page_secret
    assert (secret.get_secret_value() if secret else None) == signs


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"ITGOV_EMAIL_DOMAINS": "cartagena.gov.co"}, "ITGOV_EMAIL_DOMAINS necesita SMTP_HOST y SMTP_FROM"),
        ({"SMTP_USER": "mesa@example.gov.co"}, "SMTP_USER y SMTP_PASSWORD van juntos"),
        ({"SMTP_PASSWORD": SECRET}, "SMTP_USER y SMTP_PASSWORD van juntos"),
    ],
)
def test_mail_needs_all_its_settings(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], says: str
) -> None:
    [line] = refused(monkeypatch, **environment)
    assert line.startswith(says)
    assert "escriba por ejemplo SMTP_" in line


def test_blank_is_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = load_settings()
    for name in Settings.model_fields:
        monkeypatch.setenv(name.upper(), "  ")
    assert load_settings() == expected


@pytest.mark.parametrize(
    ("value", "clock"),
    [
        ("2026-12-24T23:00", datetime(2026, 12, 24, 23, tzinfo=BOGOTA)),
        ("2026-12-24 23:00:15", datetime(2026, 12, 24, 23, 0, 15, tzinfo=BOGOTA)),
        ("2026-12-25T04:00Z", datetime(2026, 12, 24, 23, tzinfo=BOGOTA)),
        ("2026-12-24T23:00-05:00 ", datetime(2026, 12, 24, 23, tzinfo=BOGOTA)),
    ],
)
def test_the_clock_is_bogotas_unless_it_says_otherwise(
    monkeypatch: pytest.MonkeyPatch, value: str, clock: datetime
) -> None:
    monkeypatch.setenv("ITGOV_CLOCK", value)
    assert load_settings().itgov_clock == clock


@pytest.mark.parametrize("value", ["1,22", " 1 , 22 ,", ",1,,22"])
def test_administrators_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("ITGOV_ADMINS", value)
    assert load_settings().itgov_admins == (1, 22)


@pytest.mark.parametrize(
    ("given", "resolved"),
    [
        ("postgres://u:p@h/x", "postgresql+asyncpg://u:p@h/x"),
        ("postgresql://u:p@h/x?sslmode=require", "postgresql+asyncpg://u:p@h/x?sslmode=require"),
        ("postgresql+asyncpg://u:p@h/x", "postgresql+asyncpg://u:p@h/x"),
        ("sqlite:////data/itgov.db", "sqlite+aiosqlite:////data/itgov.db"),
        ("mysql://h/x", "mysql://h/x"),
    ],
)
def test_the_database_url_gets_its_driver(monkeypatch: pytest.MonkeyPatch, given: str, resolved: str) -> None:
    monkeypatch.setenv("DATABASE_URL", given)
    settings = load_settings()
    assert settings.resolved_database_url == resolved
    assert ":p@" not in repr(settings)


def test_the_example_file_loads_and_changes_nothing(tmp_path: Path) -> None:
    expected = load_settings()
    shutil.copy(ROOT / ".env.example", tmp_path / ".env")
    assert load_settings() == expected
    named = re.findall(r"^([A-Z_]+)=", (tmp_path / ".env").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(name.lower() for name in named) == sorted(Settings.model_fields)


def test_the_environment_counts_more_than_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("ITGOV_LOG=debug\nITGOV_MAX_FILE_MB=5\nUNKNOWN=1\n", encoding="utf-8")
    monkeypatch.setenv("ITGOV_LOG", "error")
    settings = load_settings()
    assert (settings.itgov_log, settings.itgov_max_file_mb) == ("error", 5)


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("ITGOV_HOME=/año\n".encode("latin-1"))
    with pytest.raises(SettingsError, match=r"^\.env: no está escrito en UTF-8"):
        load_settings()
