"""The process model: who answers for what, and the dependencias a person chooses from.
Filled by `reference`; used by conversation and wording."""

from functools import cached_property

from itgov_bot.records import dataclass

from .catalog import Correction


@dataclass(frozen=True)
class Process:
    """`responsible` is the printed post; `office` the readable name of its dependencia, which is ours.

    `nearest_for` are matters that no process prints, for which its office is the nearest one to ask.
    """

    macroprocess: str
    name: str
    subprocesses: tuple[str, ...]
    responsible: str | None
    office: str
    documents: str | None = None
    nearest_for: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class ProcessModel:
    """All processes in printed order."""

    processes: tuple[Process, ...]

    @cached_property
    def offices(self) -> tuple[str, ...]:
        """Readable dependencias, once each."""
        return tuple(dict.fromkeys(process.office for process in self.processes))

    @property
    def dependencias(self) -> tuple[str, ...]:
        """Names a person may choose or type: the readable ones, then the processes' own."""
        return tuple(dict.fromkeys([*self.offices, *(process.name for process in self.processes)]))
