"""What a check finds, and what it has to go by."""

from enum import StrEnum

from itgov_bot.records import dataclass
from itgov_bot.settings import Settings
from itgov_bot.unit_of_work import UnitOfWork
from itgov_bot.wording.admins.checks import FOUND


class Standing(StrEnum):
    OK = "ok"
    WARNING = "warning"
    """The desk works, with less than it could have."""
    PROBLEM = "problem"


@dataclass(frozen=True)
class Finding:
    """`advice` is what to do; there is none where all is well."""

    subject: str
    standing: Standing
    told: str
    advice: str


def ok(subject: str, **values: object) -> Finding:
    return _found(Standing.OK, subject, "fine", values)


def warning(subject: str, what: str, **values: object) -> Finding:
    return _found(Standing.WARNING, subject, what, values)


def problem(subject: str, what: str, **values: object) -> Finding:
    return _found(Standing.PROBLEM, subject, what, values)


def _found(standing: Standing, subject: str, what: str, values: dict[str, object]) -> Finding:
    told, advice = FOUND[subject][what]
    return Finding(subject, standing, told.format(**values), advice.format(**values))


@dataclass(frozen=True)
class Ground:
    """What there is to look at. `work` has a database with tables; None while there is none."""

    settings: Settings
    work: UnitOfWork | None
