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
    WHO_MAY = "who_may"
    """Who may ask for a service."""
    DESK = "desk"
    """Something of the desk itself: see `Wish`."""
    SMALLTALK = "smalltalk"
    OUT_OF_SCOPE = "out_of_scope"


class Wish(StrEnum):
    """What is wanted of the desk itself; its phrases are those of `desk.tsv`."""

    OPEN = "open"
    """To open a case, without saying what about."""
    MINE = "mine"
    """My cases: what there is, how they go, who has them."""
    WHEN = "when"
    """When somebody comes; that it takes too long."""
    ADD = "add"
    CANCEL = "cancel"
    CLOSE = "close"
    """It works: the case may be closed."""
    REOPEN = "reopen"
    PERSON = "person"
    """A human, here or on the telephone."""
    HELP = "help"
    CATALOGUE = "catalogue"
    RESPONSIBLE = "responsible"
    """Who answers for something in the city."""
    PRIVACY = "privacy"
    """Why data are asked for, and what becomes of them."""
    MY_DATA = "my_data"
    """What is known of me; to correct it."""
    FORGET = "forget"
    REGISTER = "register"
    OUTAGE_STATUS = "outage_status"
    """What is down now, and whether it is back."""
    TERMS = "terms"
    """How fast, at which hours, with which exceptions: what the ANS says."""
    DOCUMENTS = "documents"
    PROCESSES = "processes"
    RATE = "rate"
    COMPLAINT = "complaint"
    URGENT = "urgent"
    """An emergency, without saying which."""
    ATTACH = "attach"
    """Whether and how a file can be sent."""


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
    leave open whether it hits many people or one, so that this is asked. `wish` is set when the intent is the desk itself.
    `is_foreign`: surely no matter of the desk, or small talk alone.
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
    wish: Wish | None = None
    is_foreign: bool = False

    @property
    def best(self) -> str | None:
        """The service that is most likely meant, whatever the decision."""
        return self.candidates[0].service if self.candidates else None
