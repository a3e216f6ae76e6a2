"""The scan for secrets finds what must never be kept, and lets examples be."""

import subprocess
from pathlib import Path

import pytest

from tests.secret_scan import found_in, scan

RANDOM = "q7Zt4Lw9Xb2Rn8Vc5Kd1Gf6Hj3Ms0PaYe-T"  # 35 signs, made up here
"""Put together with what makes it look like one only inside the tests."""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("TELEGRAM_BOT_TOKEN=" + "123456789:" + RANDOM, "token of a Telegram bot"),
        ("url = " + "postgresql://mesa:" + RANDOM[:12] + "@db/x", "password in an address"),
        ("-----BEGIN RSA PRIVATE " + "KEY-----\n" + RANDOM.replace("-", "A") * 2, "private key"),
        ("AWS = " + "AKIA" + "Q7ZT4LW9XB2RN8VC", "key of a cloud"),
        ("SMTP_PASSWORD=" + RANDOM, "secret with a name"),
        ('"api_key": "' + RANDOM + '"', "secret with a name"),
    ],
)
def test_a_secret_is_found_on_its_line(text: str, kind: str) -> None:
    assert (2, kind) in list(found_in("first line\n" + text))


@pytest.mark.parametrize(
    "text",
    [
        "TELEGRAM_BOT_TOKEN=123456789:AAE-lo-que-dio-BotFather",
        "postgresql://usuario:clave@servidor:5432/base",
        "ITGOV_PAGE_SECRET=una-clave-larga-de-letras-y-cifras",
        "token = settings.telegram_bot_token.get_secret_value()",
        "self._secret_token_of_the_receiver = receiver.password_of_the_receiver",
        "numpy==2.4.6 --hash=sha256:" + "0a1b2c3d" * 8,
    ],
)
def test_what_is_none_is_let_be(text: str) -> None:
    assert list(found_in(text)) == []


def test_only_what_git_keeps_is_looked_at(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "kept.txt").write_text("a\nSMTP_PASSWORD=" + RANDOM)
    (tmp_path / ".env").write_text("SMTP_PASSWORD=" + RANDOM)
    subprocess.run(["git", "add", "kept.txt"], cwd=tmp_path, check=True)
    assert scan(tmp_path) == ["kept.txt:2: secret with a name"]
