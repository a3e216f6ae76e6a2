"""The guard as people are shown it: who is on now, who comes next and until when."""

from typing import Literal

from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import DutySpan, Hole, Weeks
from itgov_bot.records import dataclass

Source = Literal["chat", "file"]


@dataclass(frozen=True, slots=True)
class DutyPiece:
    """For a span the same people (each with the step) are on duty."""

    span: DutySpan
    people: tuple[tuple[int, Person], ...]


@dataclass(frozen=True, slots=True)
class DutyView:
    """`pieces` follow each other, and the first is now; `changes` says whether its end is one that is planned.

    So many steps are `rotating`. `source` says where the order comes from (None: nobody takes turns), `unknown` are the
    users of the file who cannot be counted on.
    """

    pieces: tuple[DutyPiece, ...]
    changes: bool
    rotating: int
    weeks: Weeks
    source: Source | None
    unknown: tuple[str, ...]
    holes: tuple[Hole, ...]
