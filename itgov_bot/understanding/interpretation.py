"""What understanding says of a message: plain values that conversation reads. No text for people lives here."""

from collections.abc import Collection
from enum import StrEnum

from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.records import dataclass

from .language.request_type import RequestType
from .language.smalltalk import Smalltalk
from .services.decide import Candidate, Decision, shown


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
    COST = "cost"
    """Whether what the desk does is to be paid for."""
    ATTACH = "attach"
    """Whether and how a file can be sent."""


NAMED_SHARE, NAMED_SCORE = 0.75, 0.03
"""What a service must have of all that the services have, and of the whole, to be named beside something else."""


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
    leave open whether it hits many people or one, so that this is asked, and `is_whom_open` when they do not say it however
    sure the outage is: then nothing is urgent in hours without asking. `wish` is set when the intent is the desk itself;
    `is_plain_wish`: it is said in so many words, so that it is one also where words are expected to be something else.
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
    is_whom_open: bool = False
    wish: Wish | None = None
    is_plain_wish: bool = False
    is_foreign: bool = False

    @property
    def named(self) -> str | None:
        """The service that is named beside what is asked of the desk; None when several may be meant, or none is."""
        if self.decision == "answer" or not self.candidates:
            return self.best if self.candidates else None
        total = sum(one.score for one in self.candidates)
        return self.best if self.candidates[0].score >= max(NAMED_SCORE, total * NAMED_SHARE) else None

    @property
    def best(self) -> str | None:
        """The service that is most likely meant, whatever the decision."""
        return self.candidates[0].service if self.candidates else None

    def choices(self) -> list[str]:
        """The services that are meant as buttons; at least the likeliest one."""
        return self._sensible(self.candidates[: self.offered or 1])

    def others(self, than: Collection[str]) -> list[str]:
        """What else it may be, when it is none of these."""
        return self._sensible([one for one in self.candidates if one.service not in than])

    def _sensible(self, found: Collection[Candidate]) -> list[str]:
        best = max((one.score for one in self.candidates), default=0.0)
        return [one.service for one in shown(found, best)]
