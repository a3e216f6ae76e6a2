"""The audit fails for a weakness, and for nothing else."""

import json
import sys

import pytest

from tests.audit import NOT_ASKED, ask

WEAK = {"name": "a", "version": "1", "vulns": [{"id": "X-1", "fix_versions": ["2"]}]}
SOUND = {"name": "b", "version": "1", "vulns": []}
UNKNOWN = {"name": "c", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("said", "code", "told"),
    [
        (json.dumps({"dependencies": [SOUND]}), 0, ""),
        (json.dumps({"dependencies": [SOUND, WEAK]}), 1, "a 1: X-1, mended in 2"),
        (json.dumps({"dependencies": [SOUND, UNKNOWN]}), 0, "Nothing is known about c."),
        (json.dumps({"dependencies": [UNKNOWN, WEAK]}), 1, "X-1"),
        ("", 0, NOT_ASKED),
        ("[]", 0, NOT_ASKED),
    ],
)
def test_what_is_known_decides(capsys: pytest.CaptureFixture[str], said: str, code: int, told: str) -> None:
    answering = f"import sys; sys.stdout.write({said!r}); sys.exit(1)"
    assert ask([sys.executable, "-c", answering]) == code
    assert told in capsys.readouterr().err


def test_without_the_tool_nobody_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(["/nowhere/pip-audit"]) == 0
    assert NOT_ASKED in capsys.readouterr().err
