"""The map of the code names files that are there."""

import re

import pytest

from itgov_bot.settings import ROOT

PRODUCT = ROOT / "itgov_bot"
NAMED = re.compile(r"`((?:[\w{},-]+/)+(?:[\w{},-]+\.\w+)?)`")
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def spelled_out(path: str) -> list[str]:
    """«language/{time,where}/» is two."""
    found = re.search(r"\{([^}]*)\}", path)
    if not found:
        return [path]
    return [
        one for name in found[1].split(",") for one in spelled_out(path.replace(found[0], name.strip(), 1))
    ]


PATHS = sorted({one for path in NAMED.findall(TEXT) for one in spelled_out(path)})


def test_every_path_of_the_map_is_there() -> None:
    """As it stands, in the product, or at the end of a path of it: «flows/staff/dangers.py»."""
    everything = {
        str(one.relative_to(ROOT)) for one in ROOT.rglob("*") if not {".venv", ".git"} & set(one.parts)
    }
    ends = {path.rstrip("/") for path in PATHS}
    missing = [
        path
        for path in sorted(ends)
        if not any(one == path or one.endswith(f"/{path}") for one in everything)
    ]
    assert missing == []


@pytest.mark.parametrize(("path", "paths"), [("a/{b,c}/d.py", ["a/b/d.py", "a/c/d.py"]), ("a/b/", ["a/b/"])])
def test_braces_are_several_paths(path: str, paths: list[str]) -> None:
    assert spelled_out(path) == paths
