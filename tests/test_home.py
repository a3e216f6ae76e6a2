"""The folder of an installation: nobody else reads it, and one program works with its database at a time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from itgov_bot.home import HomeInUse, held, keep_private
from itgov_bot.settings import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions and locks of Unix")


@pytest.fixture(autouse=True)
def _open_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_what_an_older_version_left_open_is_closed_and_nothing_else_is_touched(tmp_path: Path) -> None:
    home = tmp_path / "var"
    for name in ("itgov.db", "itgov.db-wal", "files/ab/foto.jpg", "exports/casos.xlsx", "otra/nota.txt"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).touch()
    (home / "models").symlink_to(tmp_path)
    keep_private(home)
    assert mode(home) == 0o700
    for name in ("itgov.db", "itgov.db-wal", "files/ab/foto.jpg", "exports/casos.xlsx"):
        assert mode(home / name) == 0o600
    assert mode(home / "files" / "ab") == 0o700
    assert mode(home / "otra" / "nota.txt") == 0o644
    assert mode(tmp_path) & 0o700 == mode(tmp_path)


def test_what_is_made_from_then_on_is_private(tmp_path: Path) -> None:
    keep_private(tmp_path / "still-to-come")
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    assert (mode(tmp_path / "folder"), mode(tmp_path / "file")) == (0o700, 0o600)
    assert not (tmp_path / "still-to-come").exists()


def test_one_program_at_a_time(tmp_path: Path) -> None:
    database = tmp_path / "var" / "itgov.db"
    with held(database):
        told = f"ya está trabajando el proceso {os.getpid()}: deténgalo"
        with pytest.raises(HomeInUse, match=told), held(database):
            pass
        with held(tmp_path / "other.db"), held(None):
            pass
    with held(database):
        pass


def test_by_another_name_it_is_the_same_database(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "link").symlink_to("var")
    (tmp_path / "other.db").symlink_to("var/itgov.db")
    with held(tmp_path / "var" / "itgov.db"):
        for name in ("link/itgov.db", "other.db", "var/../var/itgov.db"):
            with pytest.raises(HomeInUse), held(tmp_path / name):
                pass


def test_a_program_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    database = tmp_path / "itgov.db"
    holding = (
        "import os, pathlib, sys; from itgov_bot.home import held\n"
        "with held(pathlib.Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", holding, str(database)], cwd=ROOT, check=False)
    with held(database):
        pass


def test_where_nothing_can_be_written_the_database_tells_why(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with held(tmp_path / "file" / "itgov.db"):
        pass
