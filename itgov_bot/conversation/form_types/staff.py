"""The forms of everybody."""

from dataclasses import dataclass
from typing import Literal

from itgov_bot.conversation.form_types.base import (
    BaseForm,
    OfTicket,
    WithDate,
    WithMailbox,
    WithPlace,
    WithText,
)
from itgov_bot.domain.tickets.ticket import ExceptionKind


@dataclass(frozen=True, kw_only=True)
class TicketForm(WithMailbox, WithPlace, WithText):
    """`is_sorted`: its service was found or chosen, also that it has none; until then `offered` may be it.

    `tried` is what they did about it by themselves, and which services were in question: it goes with the text, and is not
    read as what happens.
    `is_proposed`: begun by a report, and nothing was answered to it since. `same_as` is the number of a live ticket of
    theirs that it may be the same as. `name` is how they called themselves. `before` is the text without what was
    added to it last. `ordinary`: the person said that it is not urgent. `is_authorized`: they were shown the privacy
    notice and pressed to send.
    """

    flow: Literal["ticket"] = "ticket"
    text: str = ""
    tried: str = ""
    is_proposed: bool = False
    same_as: str | None = None
    name: str | None = None
    before: str = ""
    is_authorized: bool = False
    service: str | None = None
    is_sorted: bool = False
    offered: tuple[str, ...] = ()
    exception: ExceptionKind | None = None
    ordinary: bool = False


@dataclass(frozen=True, kw_only=True)
class EventForm(WithPlace, WithDate, WithText):
    """An event that is to be accompanied, from the words that told of it. `others` were told in the same message, and are
    asked for after it."""

    flow: Literal["event"] = "event"
    service: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RegistrationForm(WithMailbox):
    """`only` is the one field that is being corrected; None while a person registers."""

    flow: Literal["registration"] = "registration"
    only: str | None = None


@dataclass(frozen=True, kw_only=True)
class UrgentForm(WithText):
    """What is told after hours; `exception` is what was understood of it."""

    flow: Literal["urgent"] = "urgent"
    text: str = ""
    service: str | None = None
    exception: ExceptionKind | None = None


@dataclass(frozen=True, kw_only=True)
class ProcessSearchForm(BaseForm):
    flow: Literal["process_search"] = "process_search"


@dataclass(frozen=True, kw_only=True)
class AdditionForm(OfTicket):
    flow: Literal["addition"] = "addition"


@dataclass(frozen=True, kw_only=True)
class RatingForm(OfTicket):
    """The comment beside the stars."""

    flow: Literal["rating"] = "rating"


@dataclass(frozen=True, kw_only=True)
class EventDateForm(OfTicket, WithDate):
    """Another date for an event that is planned, and another `place` and `contact` where they are told."""

    flow: Literal["event_date"] = "event_date"
    place: str | None = None
    contact: str | None = None
