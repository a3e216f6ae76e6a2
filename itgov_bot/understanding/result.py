"""What understanding says of a message: plain values that conversation reads. No text for people lives here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from itgov_bot.domain.tickets.ticket import ExceptionKind

Decision = Literal["answer", "choose", "none"]
MAX_CANDIDATES = 5


class About(StrEnum):
    """What a message asks for, whether or not it names a service."""

    SERVICE = "service"
    HOURS = "hours"
    CHANNELS = "channels"
    SMALLTALK = "smalltalk"
    OUT_OF_SCOPE = "out_of_scope"


class Act(StrEnum):
    """What a message does: tells of a fault, asks to know, or asks for something to be done."""

    REPORT = "report"
    QUESTION = "question"
    REQUEST = "request"


class Smalltalk(StrEnum):
    """What kind of small talk it is, so that the reply fits."""

    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    HOW_ARE_YOU = "how_are_you"
    WHO_ARE_YOU = "who_are_you"
    ABILITIES = "abilities"
    YES = "yes"
    NO = "no"
    LAUGH = "laugh"
    PRESENCE = "presence"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A service and the probability that the message is about it."""

    service: str
    score: float


@dataclass(frozen=True, slots=True)
class Part:
    """One of several problems in a message: its own words and what they are about."""

    text: str
    decision: Decision
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """The whole reading of one message.

    `candidates` come best first, at most five. With `choose`, the first `offered` of them are meant as buttons; with
    `answer`, the first one is the answer. `parts` is empty unless the message tells of several services.
    """

    decision: Decision
    candidates: tuple[Candidate, ...]
    about: About
    act: Act
    smalltalk: Smalltalk | None = None
    offered: int = 0
    parts: tuple[Part, ...] = ()

    @property
    def best(self) -> str | None:
        """The service that is most likely meant, whatever the decision."""
        return self.candidates[0].service if self.candidates else None


@dataclass(frozen=True, slots=True)
class Heard:
    """A message read once for all that a turn wants to know of it. `exception` is what it tells, whatever the hour."""

    understood: Understood
    exception: ExceptionKind | None
