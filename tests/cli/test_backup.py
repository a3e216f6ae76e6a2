"""`itgov backup` and `itgov restore`: whole or not at all, and never over data that nobody gave up."""

import asyncio
import io
import json
import tarfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from itgov_bot.__main__ import app
from itgov_bot.cli.archive import MAX_MANIFEST
from itgov_bot.home import held
from itgov_bot.storage.database import Database
from tests.databases import copied, sqlite_url
from tests.storage.made import a_person

PHOTO = "files/ab/foto.jpg"


@pytest.fixture
def home(tmp_path: Path, migrated: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With one person and one photo."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ITGOV_HOME", str(tmp_path / "var"))
    copied(migrated, tmp_path / "var")
    meet(tmp_path / "var", "ana")
    (tmp_path / "var" / PHOTO).parent.mkdir(parents=True)
    (tmp_path / "var" / PHOTO).write_bytes(b"PNG" * 1000)
    return tmp_path / "var"


def meet(home: Path, user: str) -> None:
    async def work() -> None:
        database = Database(sqlite_url(home / "itgov.db"))
        await a_person(database, user)
        await database.close()

    asyncio.run(work())


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def backed_up() -> Path:
    result = run("backup", "--output", "copia.tar")
    assert result.exit_code == 0, result.output
    assert "datos personales" in result.output
    return Path("copia.tar")


def people_in(home: Path) -> set[str]:
    async def work() -> set[str]:
        database = Database(sqlite_url(home / "itgov.db"))
        async with database.reading() as session:
            found = await (await session.connection()).exec_driver_sql('SELECT "user" FROM person')
            names = {str(row[0]) for row in found}
        await database.close()
        return names

    return asyncio.run(work())


def test_a_copy_is_for_its_owner_alone_and_says_what_is_in_it(home: Path) -> None:
    copy = backed_up()
    assert copy.stat().st_mode & 0o077 == 0
    with tarfile.open(copy) as archive:
        told = json.loads((archive.extractfile("manifest.json") or io.BytesIO()).read())
        assert sorted(archive.getnames()) == [PHOTO, "itgov.db", "manifest.json"]
    assert sorted(told["hashes"]) == [PHOTO, "itgov.db"]


def test_it_comes_back_in_an_empty_home(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = backed_up()
    monkeypatch.setenv("ITGOV_HOME", str(tmp_path / "new"))
    result = run("restore", str(copy), "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["files"] == 1
    assert people_in(tmp_path / "new") == {"ana"}
    assert (tmp_path / "new" / PHOTO).read_bytes() == (home / PHOTO).read_bytes()


def test_data_that_are_there_stay_unless_it_is_said_and_then_aside(home: Path) -> None:
    copy = backed_up()
    meet(home, "beto")
    refused = run("restore", str(copy))
    assert (refused.exit_code, "con --replace se apartan" in refused.output) == (2, True)
    assert people_in(home) == {"ana", "beto"}
    result = run("restore", str(copy), "--replace", "--json")
    assert result.exit_code == 0, result.output
    assert people_in(home) == {"ana"}
    assert people_in(Path(json.loads(result.stdout)["aside"])) == {"ana", "beto"}


def test_a_desk_that_works_is_not_restored_over(home: Path) -> None:
    copy = backed_up()
    with held(home / "itgov.db"):
        refused = run("restore", str(copy), "--replace")
    assert (refused.exit_code, "deténgalo primero" in refused.output) == (2, True)


def spoiled(copy: Path) -> Path:
    """A byte of the photo is another."""
    written = bytearray(copy.read_bytes())
    written[written.index(b"PNGPNG")] ^= 1
    copy.write_bytes(written)
    return copy


def cut(copy: Path) -> Path:
    copy.write_bytes(copy.read_bytes()[:-30_000])
    return copy


def with_more(copy: Path, name: str) -> Path:
    with tarfile.open(copy, "a") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = 1
        archive.addfile(entry, io.BytesIO(b"x"))
    return copy


def no_archive(copy: Path) -> Path:
    copy.write_text("nada que ver")
    return copy


def of_another_database(copy: Path) -> Path:
    with tarfile.open(copy, "w") as archive:
        for name, text in (
            ("itgov.db", b"no"),
            ("manifest.json", b'{"made_at": "2026-01-01", "hashes": {}}'),
        ):
            entry = tarfile.TarInfo(name)
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text))
    return copy


def with_manifest(copy: Path, written: bytes) -> Path:
    with tarfile.open(copy, "w") as archive:
        entry = tarfile.TarInfo("manifest.json")
        entry.size = len(written)
        archive.addfile(entry, io.BytesIO(written))
    return copy


def with_holes(copy: Path) -> Path:
    """A file of which all but a line is left out: a gigabyte in a few bytes."""
    body = f"1\n{1024**3}\n0\n".encode().ljust(512, b"\0")
    with tarfile.open(copy, "w", format=tarfile.PAX_FORMAT) as archive:
        entry = tarfile.TarInfo("files/s.bin")
        entry.size = len(body)
        entry.pax_headers = {
            "GNU.sparse.major": "1",
            "GNU.sparse.minor": "0",
            "GNU.sparse.name": "files/s.bin",
        }
        entry.pax_headers["GNU.sparse.realsize"] = str(1024**3)
        archive.addfile(entry, io.BytesIO(body))
    return copy


def with_large_manifest(copy: Path) -> Path:
    return with_manifest(copy, b" " * (MAX_MANIFEST + 1))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (with_holes, "trae algo que no es suyo: files/s.bin"),
        (with_large_manifest, "trae algo que no es suyo: manifest.json"),
        (lambda copy: with_manifest(copy, b"[" * 200_000), "no es una copia completa"),
        (
            lambda copy: with_manifest(copy, b'{"made_at": "2026-01-01", "hashes": [1]}'),
            "no es una copia completa",
        ),
        (lambda copy: with_manifest(copy, b'{"made_at": "ayer", "hashes": {}}'), "no es una copia completa"),
        (lambda copy: with_more(copy, PHOTO), "no es una copia completa"),
        (lambda copy: with_more(copy, f"{PHOTO}/x"), "no es una copia completa"),
        (lambda copy: with_more(copy, "files/a\n\x1b[31mX"), "no es suyo: files/a??[31mX"),
        (lambda copy: with_more(copy, "files/\udcff"), "no es suyo: files/?"),
        (lambda copy: with_more(copy, "files/" + "a" * 300), "no es suyo: files/aaa"),
        (lambda copy: with_more(copy, "files/./x"), "no es suyo: files/./x"),
        (spoiled, "está dañada: files/ab/foto.jpg"),
        (cut, "copia"),
        (lambda copy: with_more(copy, "../fuera.txt"), "trae algo que no es suyo: ../fuera.txt"),
        (lambda copy: with_more(copy, "/etc/otra"), "trae algo que no es suyo"),
        (lambda copy: with_more(copy, "files/../../otra"), "trae algo que no es suyo"),
        (lambda copy: with_more(copy, "files/de-mas.jpg"), "no es lo que dice el manifiesto"),
        (no_archive, "no es una copia completa"),
        (of_another_database, "está dañada: itgov.db"),
    ],
    ids=[
        "holes",
        "large manifest",
        "deep manifest",
        "list of hashes",
        "no day",
        "twice",
        "file and folder",
        "signs",
        "no letters",
        "long",
        "dots",
        "spoiled",
        "cut",
        "outside",
        "absolute",
        "climbing",
        "one more",
        "no archive",
        "no hashes",
    ],
)
def test_what_is_no_whole_copy_changes_nothing(home: Path, spoil: object, says: str) -> None:
    assert callable(spoil)
    before = sorted(path for path in home.parent.rglob("*") if path.name != "itgov.db.lock")
    copy = spoil(backed_up())
    refused = run("restore", str(copy), "--replace")
    assert refused.exit_code == 2, refused.output
    assert says in refused.output
    copy.unlink()
    assert sorted(path for path in home.parent.rglob("*") if path.name != "itgov.db.lock") == before
    assert people_in(home) == {"ana"}


def test_what_cannot_be_done_is_told(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backed_up()
    for words, says in (
        (("backup", "--output", "copia.tar"), "ya existe"),
        (("backup", "--output", "no/existe.tar"), "no se pudo guardar"),
        (("restore", "otra.tar"), "no existe ese archivo"),
    ):
        refused = run(*words)
        assert (refused.exit_code, says in refused.output) == (2, True), refused.output
    monkeypatch.setenv("ITGOV_HOME", str(tmp_path / "nothing"))
    assert "todavía no hay base de datos" in run("backup").output
