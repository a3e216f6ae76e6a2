"""Loads `processes.yaml`: macroprocess → process → subprocesses and who answers. Called by `load`."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field

from itgov_bot.domain.processes import Process, ProcessModel

from .corrections import CorrectionEntry, of_fields
from .entries import Entry, Some
from .files import DataFile, Finding

FIELDS = ("row", "name", "responsible", "documents", "subprocesses")


class ProcessEntry(Entry):
    name: str = Field(title="el nombre")
    subprocesses: Some[str] = Field(title="la lista de subprocesos")
    responsible: str | None = None
    office: str = Field(title="el nombre de la dependencia")
    documents: str | None = None
    nearest_for: tuple[str, ...] = ()
    corrections: tuple[Annotated[CorrectionEntry, of_fields(FIELDS)], ...] = ()


class MacroprocessEntry(Entry):
    name: str = Field(title="el nombre")
    processes: Some[ProcessEntry] = Field(title="la lista de procesos")


class ProcessesFile(Entry):
    remarks: tuple[str, ...] = ()
    macroprocesses: Some[MacroprocessEntry] = Field(title="la lista de macroprocesos")


def load_processes(folder: Path) -> tuple[ProcessModel, tuple[str, ...]]:
    """The process model and the remarks on its print."""
    file = DataFile(folder, "processes.yaml").read(ProcessesFile, _unique)
    processes = (
        Process(outer.name, **dict(entry)) for outer in file.macroprocesses for entry in outer.processes
    )
    return ProcessModel(tuple(processes)), file.remarks


def _unique(file: ProcessesFile) -> Iterator[Finding]:
    names = Counter(process.name for outer in file.macroprocesses for process in outer.processes)
    for name, times in names.items():
        if times > 1:
            yield name, "el proceso está dos veces", "deje uno solo"
