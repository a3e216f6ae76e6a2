"""A report of an outage as typed facts: what `words` read, and what `same` compares."""

from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.records import dataclass

APPLICATION = "application"
"""The subject of a program that has no other name."""


@dataclass(frozen=True, slots=True)
class OutageReport:
    """What a person tells, read once.

    `subjects`: what is down (`network`, `mail` …); `at_one_site`: the subjects that one site may have alone.
    `is_only_mine`: everybody else is fine. `is_own_thing`: a password, a mouse, one computer.
    """

    service: str | None
    exception: ExceptionKind | None
    is_fault: bool
    subjects: frozenset[str]
    at_one_site: frozenset[str]
    systems: frozenset[str]
    sites: frozenset[str]
    is_everywhere: bool
    is_only_mine: bool
    is_own_thing: bool
    rare_words: frozenset[str]

    @property
    def is_nameless(self) -> bool:
        """What is down is not said: «a todos nos pasa lo mismo»."""
        return self.service is None and not (self.subjects or self.systems)

    @property
    def may_be_general(self) -> bool:
        """A fault that others may have too: not of one person's own things, and not for them alone."""
        if self.exception is ExceptionKind.MAYOR_EVENT or self.is_only_mine:
            return False
        if self.exception is ExceptionKind.SERVICE_OUTAGE:
            return True
        return self.is_fault and not self.is_own_thing and bool(self.subjects or self.systems)
