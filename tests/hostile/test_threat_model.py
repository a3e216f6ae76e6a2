"""The threat model names real tests: a defence that is not tried is none."""

import re

from itgov_bot.settings import ROOT

NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
ROWS = [
    line
    for line in (ROOT / "docs" / "threat-model.md").read_text("utf-8").splitlines()
    if line.startswith("| ")
]


def test_every_threat_has_a_test_that_is_there() -> None:
    threats = ROWS[1:]  # the first is the head
    assert len(threats) > 20
    for row in threats:
        named = NAMED.findall(row)
        assert named, row
        missing = [
            f"{file}::{test}"
            for file, test in named
            if f"def {test}(" not in (ROOT / file).read_text("utf-8")
        ]
        assert missing == []
