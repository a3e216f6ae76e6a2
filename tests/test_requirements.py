"""What is installed is known to the byte: every version is pinned with its hashes, and nothing says where it comes from."""

import re
import tomllib
from pathlib import Path

import pytest

from itgov_bot.settings import ROOT

FOLDER = ROOT / "requirements"
PINNED = re.compile(r"^(?P<name>[a-z0-9._-]+(\[[a-z,]+\])?)==(?P<version>\S+)", re.IGNORECASE | re.MULTILINE)


def pins(file: str) -> dict[str, str]:
    text = (FOLDER / file).read_text(encoding="utf-8")
    return {plain(found["name"]): found["version"] for found in PINNED.finditer(text)}


def plain(name: str) -> str:
    return re.split(r"[\[><=; ]", name)[0].lower().replace("_", "-")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda file: file.name)
def test_every_version_has_its_hashes_and_no_address(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert PINNED.match(entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]
    assert "://" not in text
    assert "index" not in text


def test_what_the_program_imports_is_pinned_for_those_who_run_it_and_for_those_who_test_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {plain(one) for one in project["project"]["dependencies"]}
    run, dev = pins("run.txt"), pins("dev.txt")
    assert wanted <= set(run)
    assert {plain(one) for one in project["project"]["optional-dependencies"]["dev"]} <= set(dev)
    assert run.items() <= dev.items()
    assert project["build-system"]["requires"] == [f"setuptools=={run['setuptools']}"]
    assert "pytest" not in run
