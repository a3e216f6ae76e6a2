"""A database that cannot be used is told in one Spanish sentence, without a traceback and without the password."""

import asyncio
import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy.engine import make_url

from itgov_bot.settings import Settings
from itgov_bot.storage import postgres
from itgov_bot.storage.database import Database, StorageUnavailable
from tests.storage.engines import Engine, Postgres

SECRET = "c1ave-secreta"


async def told(url: str) -> str:
    with pytest.raises(StorageUnavailable) as caught:  # noqa: PT012
        database = Database(url)
        try:
            await database.migrate()
        finally:
            await database.close()
    text = str(caught.value)
    assert text.endswith(".")
    assert "\n" not in text
    assert SECRET not in text
    return text


def sqlite(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Nothing is forbidden to root, as which tests run in a container."""
    if not hasattr(os, "geteuid"):
        pytest.skip("no Unix permissions here")
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def read_only(file: Path, folder: Path) -> Iterator[None]:
    file.chmod(0o444)
    folder.chmod(0o555)
    yield
    folder.chmod(0o755)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that an ordinary user may read, unlike pytest's own."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


async def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    database = Database(sqlite(tmp_path / "new" / "one" / "itgov.db"))
    await database.migrate()
    await database.close()


async def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    assert f"«{tmp_path}» es una carpeta" in await told(sqlite(tmp_path))


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("nada que ver\n" * 100)
    assert f"«{file}» no es una base de datos SQLite" in await told(sqlite(file))
    assert file.read_text() == "nada que ver\n" * 100


async def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "una parte de esa ruta es un archivo" in await told(sqlite(tmp_path / "file" / "itgov.db"))
    assert "una parte de esa ruta es un archivo" in await told(sqlite(tmp_path / "file" / "a" / "itgov.db"))


async def test_a_damaged_database(tmp_path: Path) -> None:
    file = tmp_path / "itgov.db"
    database = Database(sqlite(file))
    await database.migrate()
    await database.close()
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + b"\xff" * 4000 + whole[4100:])
    assert "está dañada" in await told(sqlite(file))


async def test_a_folder_that_may_not_be_written(shared: Path) -> None:
    with ordinary_user():
        assert "No hay permiso para crear la carpeta" in await told(sqlite(shared / "new" / "itgov.db"))
        if not os.access(shared, os.W_OK, effective_ids=True):
            assert "revise que la carpeta exista y tenga permisos" in await told(sqlite(shared / "itgov.db"))


async def test_a_database_that_may_not_be_written(shared: Path) -> None:
    file = shared / "itgov.db"
    database = Database(sqlite(file))
    await database.migrate()
    await database.close()
    with read_only(file, shared), ordinary_user():
        assert "permiso" in await told(sqlite(file))


async def test_a_database_with_other_tables(empty_url: str) -> None:
    database = Database(empty_url)
    async with database.transaction() as session:
        await (await session.connection()).exec_driver_sql("CREATE TABLE person (id integer)")
    await database.close()
    assert "no se puede usar; dice: " in await told(empty_url)


async def test_a_database_of_a_newer_program(empty_url: str) -> None:
    database = Database(empty_url)
    await database.migrate()
    async with database.transaction() as session:
        await (await session.connection()).exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    await database.close()
    assert "no corresponde a esta versión del programa" in await told(empty_url)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        (f"mysql://u:{SECRET}@h/x", "empieza por «mysql://»"),
        (f"postgresql+psycopg2://u:{SECRET}@h/x", "empieza por «postgresql+psycopg2://»"),
        (f"http://u:{SECRET}@h/x", "empieza por «http://»"),
        (SECRET, "no se entiende"),
        (f"postgresql://u:{SECRET}@h:port/x", "no se entiende"),
        (f"postgresql://u:x@{SECRET}@h:5432/x", "no se entiende"),
        (f"postgresql://u:123/{SECRET}@127.0.0.1:1/x", "no responde en 127.0.0.1:1/x"),
        (f"postgresql://u:x?{SECRET}@127.0.0.1:1/x", "no responde en 127.0.0.1:1/x"),
        ("sqlite://itgov.db", "no se entiende"),
        (f"postgresql://u:{SECRET}@127.0.0.1:1/x", "no responde en 127.0.0.1:1/x"),
        (f"postgres://127.0.0.1:1/x?user=u&password={SECRET}", "no responde en 127.0.0.1:1/x"),
        (
            f"postgres://u:{SECRET}@127.0.0.1:1/x?sslmode=require&channel_binding=require",
            "no responde en 127",
        ),
        (f"postgres://u:{SECRET}@no-such-host.invalid/x", "No se encuentra el servidor"),
        (f"postgresql://u:{SECRET}@127.0.0.1:1/x?colour=red", "una opción que no existe"),
    ],
)
async def test_a_bad_database_url(url: str, says: str) -> None:
    settings = Settings(_env_file=None, database_url=url)
    assert says in await told(settings.resolved_database_url)


@pytest.mark.parametrize(
    ("url", "mode"),
    [
        ("postgresql+asyncpg://u@db.example.gov.co/x", "verify-full"),
        ("postgresql+asyncpg://u@10.0.0.5/x", "verify-full"),
        ("postgresql+asyncpg://u@db.example.gov.co/x?sslmode=verify-ca", "verify-ca"),
        ("postgresql+asyncpg://u@db.example.gov.co/x?sslmode=require", "require"),
        ("postgresql+asyncpg://u@db.example.gov.co/x?sslmode=disable&channel_binding=prefer", "disable"),
        ("postgresql+asyncpg://u@127.0.0.1/x", "disable"),
        ("postgresql+asyncpg://u@localhost/x", "disable"),
        ("postgresql+asyncpg://u@/x?host=/run/postgresql", "disable"),
        ("postgresql+asyncpg:///x", "disable"),
    ],
)
def test_a_server_elsewhere_proves_who_it_is(url: str, mode: str) -> None:
    plain, arguments = postgres.prepared(make_url(url))
    trust = arguments["ssl"]
    if isinstance(trust, ssl.SSLContext):
        assert trust.verify_mode is ssl.CERT_REQUIRED
        trust = "verify-full" if trust.check_hostname else "verify-ca"
    assert trust == mode
    assert plain.query.keys() <= {"host"}


async def test_a_server_without_tls_is_told_with_what_to_write(tmp_path: Path) -> None:
    """It answers «no» to the wish for TLS, as PostgreSQL does."""

    async def refuse(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"N")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(refuse, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        url = f"postgresql+asyncpg://u:{SECRET}@127.0.0.1:{port}/x?sslmode=verify-full"
        assert "?sslmode=disable si toda la red hasta allá es suya" in await told(url)
    assert "el certificado que dice sslrootcert" in await told(f"{url}&sslrootcert={tmp_path}/no.pem")


async def test_what_postgresql_refuses(engine: Engine, empty_url: str) -> None:
    if not isinstance(engine, Postgres):
        pytest.skip("of PostgreSQL alone")
    there = make_url(empty_url)
    missing = there.set(database="no_such").render_as_string(hide_password=False)
    stranger = there.set(username="no_such", password=SECRET).render_as_string(hide_password=False)
    assert "no existe la base de datos" in await told(missing)
    assert "no acepta el usuario o la clave" in await told(stranger)
