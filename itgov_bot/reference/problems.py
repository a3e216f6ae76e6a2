"""What is wrong with a data file, said in Spanish to whoever edits it: all at once, with the remedy."""

from dataclasses import dataclass


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
    """A file of `data/` cannot be used. `problems` and the message have all of them, the attributes the first."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        first = problems[0]
        self.file, self.entry, self.problem, self.remedy = (
            first.file,
            first.entry,
            first.problem,
            first.remedy,
        )
        super().__init__("\n".join(str(problem) for problem in problems))
