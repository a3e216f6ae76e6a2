"""What is read of urgency in a message."""

from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.records import dataclass

from .mayor_event import MayorEvent


@dataclass(frozen=True, slots=True)
class UrgencyReading:
    """The exception of the ANS that the words may tell of, whatever the hour they are written at, and whether they do.

    `doubtful`: it may as well be the other way, so that one plain question is due (whom an outage hits). `is_whom_open`: the
    words do not say whom it hits, however sure the outage is. `event` is the mayor's, known also where it is no exception.
    """

    suspected: ExceptionKind | None = None
    is_likely: bool = False
    doubtful: bool = False
    is_whom_open: bool = False
    event: MayorEvent | None = None

    @property
    def exception(self) -> ExceptionKind | None:
        """The best guess."""
        return self.suspected if self.is_likely else None


NOT_URGENT = UrgencyReading()
