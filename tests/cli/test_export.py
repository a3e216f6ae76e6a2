"""`itgov export`: what stands in each column, what narrows it, what is refused, and how long it takes."""

import asyncio
import csv
import io
import json
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert
from typer.testing import CliRunner, Result

from itgov_bot.__main__ import app
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Draft, Kind, Solution, State
from itgov_bot.messages import Sender
from itgov_bot.rendering.ticket_rows import COLUMNS, CONTACT_COLUMNS
from itgov_bot.storage import outages, people, ticket_events, tickets
from itgov_bot.storage.database import Session
from itgov_bot.storage.tables import TicketEventRow, TicketRow
from tests.databases import copied, opened, sqlite_url

TUESDAY = datetime(2026, 11, 10, 15, 0, tzinfo=UTC)
"""10:00 in Bogota."""
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ITGOV_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ITGOV_CLOCK", "2026-11-20T10:00")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path / "home"


def keep(home: Path, fill: Callable[[Session], Awaitable[None]]) -> None:
    database = opened(sqlite_url(home / "itgov.db"))

    async def go() -> None:
        async with database.transaction() as session:
            await fill(session)
        await database.close()

    asyncio.run(go())


async def person(session: Session, user: str, name: str) -> int:
    met = await people.get_or_create(session, Sender("telegram", user, name), user, TUESDAY)
    await people.record_consent(session, met.id, "2026-01", name, TUESDAY)
    return met.id


async def a_case(
    session: Session, who: int, at: datetime = TUESDAY, service: str | None = "SER-004", **more: Any
) -> int:
    number = await tickets.next_number(session, 2026)
    draft = Draft("no abre", service, more.pop("place", "Hacienda"), "ext. 12")
    ticket = await tickets.add(session, number, draft, who, "telegram", at, at)
    await event(session, ticket.id, EventKind.OPENED, at)
    if more:
        await tickets.put(session, ticket.id, **more)
    return ticket.id


async def event(session: Session, ticket: int, kind: EventKind, at: datetime, **data: Any) -> None:
    await ticket_events.append(session, TicketEvent(ticket, kind, at, None, data))


async def a_desk(session: Session) -> None:
    """A case with everything, an outage with two people, one without a service, one that waits."""
    ana, carla = await person(session, "1", "Ana"), await person(session, "2", "Carla")
    solved = await a_case(
        session, ana, state=State.CLOSED, assignee_id=carla, kind=Kind.SOFTWARE, solution=Solution.REMOTE,
        first_answer_at=TUESDAY + HOUR, resolved_at=TUESDAY + 4 * HOUR, rating=2, rating_comment="=1+1",
        place="+57 300",
    )  # fmt: skip
    for kind, hours in (
        (EventKind.WAITING, 1),
        (EventKind.RESUMED, 2),
        (EventKind.RESOLVED, 3),
        (EventKind.REOPENED, 3.25),
        (EventKind.RESOLVED, 4),
        (EventKind.CLOSED, 48),
    ):
        await event(session, solved, kind, TUESDAY + hours * HOUR)
    outage = await a_case(session, ana, TUESDAY + HOUR, "SER-009", is_outage=True, urgent=True)
    for who in (ana, carla):
        await outages.add(session, outage, who, "", TUESDAY)
    await a_case(session, carla, TUESDAY + 10 * 24 * HOUR, None, outage_id=outage, state=State.WAITING)


PLACES = [
    "Número", "Estado", "Prioridad", "Urgente", "Servicio", "Categoría", "Lo que se reportó", "Dependencia o lugar",
    "Llegó por", "Abierto por", "Abierto", "Primera respuesta", "Resuelto", "Cerrado",
    "Tiempo de trabajo (horas hábiles)", "Agente", "Tipo", "Solución", "Qué se hizo", "Motivo de cancelación",
    "Calificación", "Comentario", "Caída", "Afectados", "Reaperturas", "Motivo de reapertura",
]  # fmt: skip
"""A contract: whoever reads the file reads it by these. A new column goes to the end."""


def run(*options: str) -> Result:
    return CliRunner().invoke(app, ["export", *options])


def rows(*options: str) -> list[dict[str, Any]]:
    result = run("--json", *options)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


def test_the_columns_keep_their_names_and_their_places() -> None:
    assert list(COLUMNS) == PLACES
    assert list(CONTACT_COLUMNS) == ["Solicitante", "Contacto"]


def test_each_column_says_what_it_is_called(home: Path) -> None:
    keep(home, a_desk)
    solved, outage, waiting = rows()
    assert list(solved) == list(COLUMNS)
    assert solved["Número"] == "SAUS-2026-000001"
    assert (solved["Estado"], solved["Prioridad"], solved["Urgente"]) == ("cerrado", "normal", "no")
    assert solved["Servicio"].startswith("SER-004 ")
    assert solved["Abierto"] == "2026-11-10T10:00:00-05:00"
    assert solved["Primera respuesta"] == "2026-11-10T11:00:00-05:00"
    assert solved["Resuelto"] == "2026-11-10T14:00:00-05:00"
    assert solved["Cerrado"] == "2026-11-12T10:00:00-05:00"
    assert solved["Tiempo de trabajo (horas hábiles)"] == 2.75, "without the hour it waited, and while solved"
    assert (solved["Agente"], solved["Tipo"], solved["Solución"]) == ("Carla", "software", "remota")
    assert (solved["Llegó por"], solved["Abierto por"]) == ("Telegram", None)
    assert solved["Categoría"] == solved["Categoría"].capitalize()
    assert (solved["Calificación"], solved["Comentario"], solved["Reaperturas"]) == (2, "=1+1", 1)
    assert (outage["Caída"], outage["Afectados"], outage["Urgente"]) == ("es la caída", 2, "sí")
    assert (waiting["Caída"], waiting["Afectados"]) == (outage["Número"], None)
    assert (waiting["Servicio"], waiting["Categoría"]) == ("sin clasificar", None)
    assert waiting["Cerrado"] is None


async def told_to_an_agent(session: Session) -> None:
    """One that an agent opened and solved for herself, one that was cancelled."""
    carla = await person(session, "2", "Carla")
    await a_case(
        session, carla, state=State.RESOLVED, assignee_id=carla, solved_by=carla, opened_by=carla, channel="call",
        text="llamar al 300 123 4567", outcome="Se cambió el cable", rating=5,
    )  # fmt: skip
    cancelled = await a_case(session, carla, state=State.CANCELLED)
    await event(session, cancelled, EventKind.CANCELLED, TUESDAY, reason="era una prueba")


def test_what_was_told_done_and_why_it_ended(home: Path) -> None:
    keep(home, told_to_an_agent)
    solved, cancelled = rows()
    assert (solved["Llegó por"], solved["Abierto por"], solved["Qué se hizo"]) == (
        "llamada",
        "Carla",
        "Se cambió el cable",
    )
    assert "300 123 4567" not in solved["Lo que se reportó"]
    assert solved["Calificación"] == "5 (no cuenta: la dio quien lo resolvió)"
    assert (cancelled["Motivo de cancelación"], cancelled["Qué se hizo"]) == ("era una prueba", None)


async def without_names(session: Session) -> None:
    """Agents who gave no name: the chat shows their user name, or their number."""
    for user, username in (("7", "carla"), ("8", None)):
        sender = Sender("telegram", user, "Nombre de Telegram", username)
        agent = (await people.get_or_create(session, sender, user, TUESDAY)).id
        await a_case(session, await person(session, "1", "Ana"), assignee_id=agent, opened_by=agent)


def test_an_agent_without_consent_is_called_by_a_number_of_the_desk(home: Path) -> None:
    keep(home, without_names)
    assert [(row["Agente"], row["Abierto por"]) for row in rows()] == [
        ("Agente 1", "Agente 1"),
        ("Agente 3", "Agente 3"),
    ]


async def reopened_twice(session: Session) -> None:
    ana = await person(session, "1", "Ana")
    case = await a_case(session, ana, rating=1, rating_comment="=HIPERVINCULO(1), mi celular 300 123 4567")
    for reason in ("sigue igual", "", "-2+3 veces, mi celular 300 123 4567"):
        await event(session, case, EventKind.REOPENED, TUESDAY, reason=reason)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_reasons_are_words_without_what_points_at_people(home: Path, tmp_path: Path, kind: str) -> None:
    keep(home, reopened_twice)
    [row] = rows()
    assert row["Reaperturas"] == 3
    assert row["Motivo de reapertura"].startswith("sigue igual; -2+3 veces")
    assert "4567" not in row["Motivo de reapertura"] + row["Comentario"]
    assert run("--output", f"x.{kind}").exit_code == 0
    if kind == "csv":
        assert "'=HIPERVINCULO" in (tmp_path / "x.csv").read_text(encoding="utf-8-sig")
    else:
        cells = dict(zip(COLUMNS, load_workbook(tmp_path / "x.xlsx")["Casos"][2], strict=True))
        assert (cells["Comentario"].data_type, cells["Motivo de reapertura"].data_type) == ("s", "s")


def test_contacts_leave_only_when_they_are_asked_for(home: Path) -> None:
    keep(home, a_desk)
    assert "ext. 12" not in run("--json").stdout
    assert "Ana" not in run("--json").stdout
    first = rows("--with-contacts")[0]
    assert [first[name] for name in CONTACT_COLUMNS] == ["Ana", "ext. 12"]


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (["--from", "2026-11-11"], [3]),
        (["--to", "2026-11-10"], [1, 2]),
        (["--from", "2026-11-10", "--to", "2026-11-10"], [1, 2]),
        (["--from", "2026-12-01"], []),
        (["--service", "ser9"], [2]),
        (["--service", "sin clasificar"], [3]),
        (["--state", "abierto"], [2, 3]),
        (["--state", "En Espera"], [3]),
        (["--state", "cerrado", "--service", "SER-004"], [1]),
    ],
)
def test_what_narrows_the_choice(home: Path, options: list[str], numbers: list[int]) -> None:
    keep(home, a_desk)
    assert [row["Número"] for row in rows(*options)] == [f"SAUS-2026-{one:06d}" for one in numbers]


async def at_midnight(session: Session) -> None:
    """23:59:59 and 00:00 in Bogota."""
    ana = await person(session, "1", "Ana")
    for at in (datetime(2026, 11, 1, 4, 59, 59, tzinfo=UTC), datetime(2026, 11, 1, 5, tzinfo=UTC)):
        await a_case(session, ana, at)


def test_a_day_begins_at_midnight_in_bogota(home: Path) -> None:
    keep(home, at_midnight)
    assert [row["Número"] for row in rows("--to", "2026-10-31")] == ["SAUS-2026-000001"]
    assert [row["Número"] for row in rows("--from", "2026-11-01")] == ["SAUS-2026-000002"]


def test_xlsx_has_dates_a_frozen_header_filters_and_no_formulas(home: Path, tmp_path: Path) -> None:
    keep(home, a_desk)
    result = run("--output", "salida.xlsx")
    assert result.stdout == "3 casos en salida.xlsx\n"
    sheet = load_workbook(tmp_path / "salida.xlsx")["Casos"]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    first = dict(zip(COLUMNS, sheet[2], strict=True))
    assert first["Abierto"].value == datetime(2026, 11, 10, 10, 0)  # noqa: DTZ001 - Excel knows no zones
    assert first["Abierto"].is_date
    assert first["Abierto"].number_format == "yyyy-mm-dd hh:mm"
    assert (first["Comentario"].value, first["Comentario"].data_type) == ("=1+1", "s")
    assert first["Comentario"].quotePrefix
    assert (first["Dependencia o lugar"].value, first["Dependencia o lugar"].data_type) == ("+57 300", "s")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:Z4")
    assert sheet.column_dimensions["H"].width == COLUMNS["Dependencia o lugar"][0]


def test_csv_opens_in_a_spreadsheet_and_computes_nothing(home: Path, tmp_path: Path) -> None:
    keep(home, a_desk)
    assert run("--format", "csv").exit_code == 0
    raw = (tmp_path / "casos.csv").read_bytes()
    assert raw.startswith(b'\xef\xbb\xbf"N\xc3\xbamero",')
    first = next(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert first["Comentario"] == "'=1+1"
    assert first["Dependencia o lugar"] == "'+57 300"
    assert first["Abierto"] == "2026-11-10 10:00"


def test_to_stdout_goes_the_file_alone(home: Path) -> None:
    keep(home, a_desk)
    result = CliRunner().invoke(app, ["export", "--format", "xlsx", "--output", "-"])
    assert result.stdout_bytes.startswith(b"PK")
    assert load_workbook(io.BytesIO(result.stdout_bytes))["Casos"].max_row == 4
    assert result.stderr == "3 casos en -\n"


def test_without_a_database_there_are_no_cases_and_none_is_made(home: Path, tmp_path: Path) -> None:
    assert rows() == []
    assert run("--output", "vacio.csv").exit_code == 0
    assert len((tmp_path / "vacio.csv").read_text(encoding="utf-8-sig").splitlines()) == 1
    assert not (home / "itgov.db").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "pdf"], "--format: «pdf» no es un formato; los que hay son xlsx y csv"),
        (["--from", "ayer"], "--from: «ayer» no es una fecha, como 2026-03-11"),
        (["--to", "2026-02-30"], "--to: «2026-02-30» no es una fecha"),
        (["--from", "2026-03-02", "--to", "2026-03-01"], "--to: 2026-03-01 es anterior a --from, 2026-03-02"),
        (["--service", "SER-028"], "--service: «SER-028» no está en el catálogo"),
        (
            ["--state", "roto"],
            "--state: «roto» no es un estado; los que hay: abierto, resuelto o cerrado, nuevo",
        ),
        (["--output", "no/hay/casos.xlsx"], "--output: no se puede escribir no/hay/casos.xlsx"),
        (["--output", "."], "--output: . es una carpeta"),
    ],
)
def test_bad_input_ends_with_one_line(options: list[str], said: str) -> None:
    result = run(*options)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


FEW, MANY = 500, 4_000
MOST_TIMES_A_FEW = 2.0
"""So much more work may one case be among many than among a few: it would grow if anything looked through all of them
for each. With it and the bound of the many, twenty thousand cases take 15 seconds as CSV and 30 as XLSX at most."""


def crowd(size: int) -> Callable[[Session], Awaitable[None]]:
    """By the tables themselves: the deeds would take minutes."""

    async def fill(session: Session) -> None:
        ana = await person(session, "1", "Ana")
        steps = {EventKind.OPENED: 0, EventKind.TAKEN: 1, EventKind.RESOLVED: 30, EventKind.CLOSED: 99}
        cases, events = [], []
        for place in range(1, size + 1):
            at = TUESDAY + timedelta(minutes=7 * (place - size))
            cases.append(
                {
                    "number": f"SAUS-2026-{place:06d}", "state": State.CLOSED, "requester_id": ana, "assignee_id": ana,
                    "text": "no abre", "service": "SER-004", "place": "Hacienda, Aduana, piso 2", "contact": "",
                    "channel": "telegram", "first_answer_at": at + HOUR, "resolved_at": at + 30 * HOUR, "rating": 5,
                    "rating_comment": "=todo bien", "opened_at": at, "attended_from": at, "updated_at": at,
                }
            )  # fmt: skip
            events += [
                {"ticket_id": place, "kind": kind, "at": at + hours * HOUR, "data": {}}
                for kind, hours in steps.items()
            ]
        await session.execute(insert(TicketRow), cases)
        await session.execute(insert(TicketEventRow), events)

    return fill


@pytest.fixture(scope="module")
def crowds(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A database of each size, filled once for both kinds."""
    homes = {size: tmp_path_factory.mktemp("crowd") for size in (FEW, MANY)}
    for size, home in homes.items():
        keep(home, crowd(size))
    return {size: home / "itgov.db" for size, home in homes.items()}


def work_of(kind: str) -> float:
    """Seconds of work, since other tests run beside it."""
    started = time.process_time()
    assert run("--format", kind).exit_code == 0
    return time.process_time() - started


@pytest.mark.timing
@pytest.mark.parametrize(("kind", "seconds"), [("csv", 15), ("xlsx", 30)])
def test_twenty_thousand_cases_would_take_seconds(
    home: Path, tmp_path: Path, crowds: dict[int, Path], kind: str, seconds: float
) -> None:
    """On a quiet machine they take 3 and 6."""
    copied(crowds[FEW], home)
    run("--format", kind)  # what is imported on demand is no case's work
    of_a_few = work_of(kind)
    copied(crowds[MANY], home)
    of_many = work_of(kind)
    assert of_many < seconds * MANY / 20_000
    assert of_many / MANY < MOST_TIMES_A_FEW * of_a_few / FEW
    assert (tmp_path / f"casos.{kind}").stat().st_size > 50 * MANY // 10
