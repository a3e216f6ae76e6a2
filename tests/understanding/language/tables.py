"""Reads the tables of cases: tab-separated, `#` begins a remark, the first line names the columns."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

FOLDER = Path(__file__).parent / "cases"
BOGOTA = ZoneInfo("America/Bogota")


def cases(name: str) -> list[tuple[str, ...]]:
    """The rows of a table without its heading; every row has a cell for every column."""
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    header, *rows = [tuple(line.split("\t")) for line in lines if not line.startswith("# ")]
    assert all(len(row) == len(header) for row in rows), [row for row in rows if len(row) != len(header)]
    assert len(set(rows)) == len(rows), "a case is written twice"
    return rows


def moment(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=BOGOTA)
