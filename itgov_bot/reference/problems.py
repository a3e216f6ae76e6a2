"""What is wrong with a data file, said in Spanish to who edits it: all at once, with the remedy."""

from dataclasses import dataclass
from typing import NoReturn


@dataclass(frozen=True)
class Problem:
    """One thing to put right; `entry` names the place within the file ("SER-004", "línea 12")."""

    file: str
    entry: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}, {self.entry}" if self.entry else self.file
        return f"{place}: {self.problem}; {self.remedy}"


class DataError(Exception):
    """A file of `data/` cannot be used. Every problem found in it is in `problems` and in the message."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))

    @property
    def file(self) -> str:
        return self.problems[0].file

    @property
    def entry(self) -> str:
        return self.problems[0].entry

    @property
    def problem(self) -> str:
        return self.problems[0].problem

    @property
    def remedy(self) -> str:
        return self.problems[0].remedy


class Checker:
    """Collects what is wrong in one file; values go on meanwhile as blanks, and `finish` stops them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._problems: list[Problem] = []

    def report(self, entry: str, problem: str, remedy: str) -> None:
        self._problems.append(Problem(self.file, entry, problem, remedy))

    def finish(self) -> None:
        if self._problems:
            raise DataError(*self._problems)

    def stop(self, entry: str, problem: str, remedy: str) -> NoReturn:
        """For what makes the rest of the file unreadable."""
        self.report(entry, problem, remedy)
        raise DataError(*self._problems)
