"""What understanding says of a message: plain values that conversation reads. No text for people lives here."""

from dataclasses import dataclass
from enum import StrEnum

from itgov_bot.domain.tickets.ticket import ExceptionKind

from .language.request_type import RequestType
from .language.smalltalk import Smalltalk
from .services.decide import Candidate, Decision


class Intent(StrEnum):
    """What a message asks for, whether or not it names a service."""

    SERVICE = "service"
    HOURS = "hours"
    CHANNELS = "channels"
    SMALLTALK = "smalltalk"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Part:
    """One of several problems in a message: its own words and what they are about."""

    text: str
    decision: Decision
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Interpretation:
    """The whole reading of one message.

    `candidates` come best first, at most five. With `choose`, the first `offered` of them are meant as buttons; with
    `answer`, the first one is the answer. `parts` is empty unless the message tells of several services. `exception`
    is the exception of the ANS that the words tell of, whatever the hour they are written at; it is `doubtful` when they
    leave open whether it hits many people or one, so that this is asked.
    """

    decision: Decision
    candidates: tuple[Candidate, ...]
    intent: Intent
    request_type: RequestType
    smalltalk: Smalltalk | None = None
    offered: int = 0
    parts: tuple[Part, ...] = ()
    exception: ExceptionKind | None = None
    doubtful: bool = False

    @property
    def best(self) -> str | None:
        """The service that is most likely meant, whatever the decision."""
        return self.candidates[0].service if self.candidates else None
