"""Nothing of the printed tables was lost or altered: each cell is in the data, or is the printed text of a
marked correction. `data/printed/` holds the tables as they were printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from itgov_bot.domain.catalog import Correction, Service
from itgov_bot.domain.processes import Process
from itgov_bot.reference import Reference, load
from itgov_bot.understanding.processes import search

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load(DATA)


def _printed(name: str) -> list[list[str]]:
    text = (DATA / "printed" / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.removesuffix("\n").split("\n")]


# --- catalogue ---

CATALOG_ROWS = [row for row in _printed("catalog") if row[0] != "ID"]
COLUMNS = ("id", "name", "description", "category", "users", "availability", "channels", "agreement")


def _cells(service: Service) -> dict[str, str]:
    given = {name: str(getattr(service, name)) for name in COLUMNS}
    return given | {"availability": service.availability.printed, "channels": ", ".join(service.channels)}


def test_the_catalogue_has_every_printed_row_in_order(reference: Reference) -> None:
    found = [reference.catalog.find(row[0]) for row in CATALOG_ROWS]
    assert tuple(found) == reference.catalog.services
    assert len(found) == 33
    assert {len(row) for row in _printed("catalog")} == {8}


@pytest.mark.parametrize("row", CATALOG_ROWS, ids=lambda row: row[0])
def test_every_catalogue_cell_is_kept(reference: Reference, row: list[str]) -> None:
    service = reference.catalog.find(row[0])
    assert service is not None
    cells = _cells(service)
    assert dict(zip(COLUMNS, row, strict=True)) == cells | {c.field: c.printed for c in service.corrections}
    for correction in service.corrections:
        assert cells[correction.field] != correction.printed, "a correction that corrects nothing"


def test_a_completed_text_begins_with_what_was_printed(reference: Reference) -> None:
    completed = [
        (_cells(service)[c.field], c.printed, service.id, c.field)
        for service in reference.catalog.services
        for c in service.corrections
        if c.kind == "completed"
    ]
    assert all(text.startswith(printed) for text, printed, *_ in completed)
    assert {(service_id, field) for *_, service_id, field in completed} == {
        ("SER-018", "users"),
        ("SER-018", "channels"),
        ("SER-018", "agreement"),
        ("SER-023", "channels"),
        ("SER-023", "agreement"),
        ("SER-034", "name"),
        ("SER-034", "channels"),
        ("SER-034", "agreement"),
    }


AVAILABILITY = {
    "24 HORAS, 7 DÍAS A LA SEMANA": ("always", None, None),
    "A demanda": ("on_demand", None, None),
    "DE 8:00 AM A 4:00 PM": ("window", "08:00", "16:00"),
    "DE 8:00 AM A 5:00 PM": ("window", "08:00", "17:00"),
}


def test_the_structured_availability_says_what_is_printed(reference: Reference) -> None:
    for service in reference.catalog.services:
        given = service.availability
        opens, closes = (f"{hour:%H:%M}" if hour else None for hour in (given.opens, given.closes))
        assert (given.kind, opens, closes) == AVAILABILITY[given.printed], service.id


def test_only_the_wifi_has_its_own_support_hours(reference: Reference) -> None:
    own = {
        service.id: service.calendar
        for service in reference.catalog.services
        if service.calendar != "general"
    }
    assert own == {"SER-001": "internet_wifi"}


def test_support_hours_are_those_of_the_agreement(reference: Reference) -> None:
    spans = {
        key: [(day, f"{opens:%H}-{closes:%H}") for day, (opens, closes) in week.items()]
        for key, week in reference.support_hours.items()
    }
    assert spans == {
        "general": [(0, "08-18"), (1, "08-18"), (2, "08-18"), (3, "08-18"), (4, "08-17")],
        "internet_wifi": [(0, "08-18"), (1, "08-18"), (2, "08-18"), (3, "08-18"), (4, "08-18")],
    }
    assert (reference.timezone, reference.holidays_country) == ("America/Bogota", "CO")
    assert reference.closed_days == {}


def test_the_exceptions_are_printed_in_the_agreement_of_the_wifi(reference: Reference) -> None:
    wifi = reference.catalog.find("SER-001")
    assert wifi is not None
    assert [exception.key for exception in reference.exceptions] == ["mayor_event", "service_outage"]
    assert wifi.agreement.endswith(" ".join(exception.printed for exception in reference.exceptions))


def test_near_twins_can_be_told_apart(reference: Reference) -> None:
    assert [sorted(group) for group in reference.catalog.twins] == [
        ["SER-007", "SER-026"],
        ["SER-009", "SER-031"],
        ["SER-002", "SER-012"],
        ["SER-001", "SER-003"],
        ["SER-024", "SER-030", "SER-032"],
    ]
    services = reference.catalog.services
    labels = [service.label for service in services]
    differences = [service.difference for service in services if service.difference]
    assert len(set(labels)) == len(labels)
    assert len(set(differences)) == len(differences) == 7


# --- indicators ---

INDICATOR_ROWS = _printed("indicators")[2:]
GENERAL = (
    "macroprocess",
    "process",
    "subprocess",
    "name",
    "purpose",
    "type",
    "formula",
    "data_source",
    "target_printed",
    "frequency",
    "unit",
    "owner",
)


def test_there_are_thirteen_indicators_of_29_columns(reference: Reference) -> None:
    assert [str(indicator.number) for indicator in reference.indicators] == [row[0] for row in INDICATOR_ROWS]
    assert len(INDICATOR_ROWS) == 13
    assert {len(row) for row in _printed("indicators")} == {29}


@pytest.mark.parametrize("row", INDICATOR_ROWS, ids=lambda row: row[0])
def test_every_indicator_cell_is_kept(reference: Reference, row: list[str]) -> None:
    indicator = reference.indicator(int(row[0]))
    assert [getattr(indicator, name) or "" for name in GENERAL] == row[1:13]


@pytest.mark.parametrize("row", INDICATOR_ROWS, ids=lambda row: row[0])
def test_every_printed_value_is_a_reading_and_the_last_is_the_average(
    reference: Reference, row: list[str]
) -> None:
    indicator = reference.indicator(int(row[0]))
    assert indicator is not None
    *values, printed_average = [cell for cell in row[13:] if cell]
    assert [f"{reading.value:g}%" for reading in reference.readings_of(indicator.number)] == values
    assert f"{indicator.printed_average}%" == printed_average


def test_oddities_of_the_sheet_are_marked(reference: Reference) -> None:
    flagged = {(r.indicator, str(r.period)): r.flags for r in reference.readings if r.flags}
    assert flagged == {
        (1, "2023-03"): ("over_100",),
        (1, "2023-04"): ("maybe_no_data",),
        (5, "2023-H1"): ("maybe_no_data",),
        (6, "2023-13"): ("extra_value",),
        (7, "2023-02"): ("over_100",),
        (8, "2023-11"): ("maybe_no_data",),
        (9, "2023-01"): ("maybe_no_data",),
        (9, "2023-12"): ("maybe_no_data",),
    }
    odd = {number for number, _ in flagged} | {2, 3, 10, 11, 12, 13}
    assert all(indicator.remarks for indicator in reference.indicators if indicator.number in odd)


def test_where_readings_come_from(reference: Reference) -> None:
    sources = {indicator.number: indicator.computed_from for indicator in reference.indicators}
    computed = {1: "requests", 5: "ratings", 6: "software", 7: "hardware", 8: "remote", 9: "outages"}
    assert {number: source for number, source in sources.items() if source} == computed
    assert [i.number for i in reference.indicators if i.target is None] == [10]


# --- processes ---

PROCESS_ROWS = _printed("processes")[1:]
Row = tuple[str, str, str, str, str]


def _in_place(processes: tuple[Process, ...]) -> Iterator[tuple[Process, Row]]:
    """The table as it should have been printed: names only in the first row they speak for."""
    macroprocess = ""
    for process in processes:
        shown = process.macroprocess if process.macroprocess != macroprocess else ""
        macroprocess = process.macroprocess
        blank = {c.field for c in process.corrections if c.printed == ""}
        responsible = "" if "responsible" in blank else process.responsible or ""
        first, *others = process.subprocesses
        yield process, (shown, process.name, first, responsible, process.documents or "")
        for subprocess in others:
            yield process, ("", "", subprocess, "", "")


def _moves(process: Process) -> list[Correction]:
    return [correction for correction in process.corrections if correction.kind == "moved"]


def test_every_process_row_is_kept_in_place_or_marked_as_moved(reference: Reference) -> None:
    in_place = list(_in_place(reference.processes.processes))
    assert len(in_place) == len(PROCESS_ROWS) == 76
    moved: list[str] = []
    for (process, expected), printed in zip(in_place, PROCESS_ROWS, strict=True):
        if list(expected) != printed:
            moved.append(" | ".join(printed))
            # The same cells in the same order, only further to the left.
            assert [cell for cell in printed if cell] == [cell for cell in expected if cell]
            assert moved[-1] in {correction.printed for correction in _moves(process)}
    assert moved == [c.printed for process in reference.processes.processes for c in _moves(process)]
    assert len(moved) == 20


def test_only_one_responsible_is_ours(reference: Reference) -> None:
    completed = [
        p.name for p in reference.processes.processes if any(c.kind != "moved" for c in p.corrections)
    ]
    assert completed == ["Gestión en Desarrollo Social"]
    assert all(process.responsible for process in reference.processes.processes)


@pytest.mark.parametrize(
    ("question", "responsible"),
    [
        ("¿quién responde por el archivo?", "Director administrativo archivo general"),
        ("quien responde por el impuesto predial", "Secretario de Hacienda"),
        ("responsable de salud publica", "Directora Departamento Administrativo Distrital de Salud"),
        ("valorización", "Secretario Infraestructura"),
        ("Talento humano", "Secretaria de educación"),
        ("gestión de software", "Jefe Oficina Asesora de Informática"),
    ],
)
def test_who_answers(reference: Reference, question: str, responsible: str) -> None:
    assert search(reference.processes, question)[0].process.responsible == responsible
