"""Loads `processes.yaml`: macroprocess → process → subprocesses and who answers. Called by `load`."""

from pathlib import Path

from itgov_bot.domain.processes import Process, ProcessModel

from .catalog import corrections
from .files import checker_for, read_yaml
from .record import Record

FILE = "processes.yaml"
FIELDS = ("row", "name", "responsible", "documents", "subprocesses")


def load_processes(folder: Path) -> tuple[ProcessModel, tuple[str, ...]]:
    """The process model and the remarks on its print."""
    checker = checker_for(folder, FILE)
    file = Record(checker, "", read_yaml(folder, FILE, checker))
    remarks = file.texts("remarks", required=False)
    processes: list[Process] = []
    for number, item in enumerate(file.items("macroprocesses"), 1):
        macroprocess = Record(checker, f"macroproceso n.º {number}", item)
        name = macroprocess.text("name")
        for inner in macroprocess.items("processes"):
            processes.append(_process(Record(checker, name or macroprocess.entry, inner), name))
        macroprocess.close()
    _unique(file, processes)
    file.close()
    checker.finish()
    return ProcessModel(tuple(processes)), remarks


def _process(record: Record, macroprocess: str) -> Process:
    name = record.text("name")
    record.entry = name or record.entry
    process = Process(
        macroprocess=macroprocess,
        name=name,
        subprocesses=record.texts("subprocesses"),
        responsible=record.optional_text("responsible"),
        office=record.text("office"),
        documents=record.optional_text("documents"),
        corrections=corrections(record, FIELDS),
    )
    record.close()
    return process


def _unique(file: Record, processes: list[Process]) -> None:
    seen: set[str] = set()
    for process in processes:
        if process.name and process.name in seen:
            file.checker.report(process.name, "el proceso está dos veces", "deje uno solo")
        seen.add(process.name)
