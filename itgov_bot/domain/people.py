"""Who people are to the desk: the person behind a chat, and the roles that open doors."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from itgov_bot.messages import Address
from itgov_bot.records import dataclass


class Role(StrEnum):
    """Staff is everybody; the others are given by an administrator and checked at each press."""

    STAFF = "staff"
    AGENT = "agent"
    ON_CALL = "on_call"
    COORDINATOR = "coordinator"
    """Answers for how the desk does: hears of what is late or goes badly, and hands the work around."""
    MANAGER = "manager"
    ADMIN = "admin"
    OWNER = "owner"
    """Answers for the indicators of an office: the role is held office by office."""


class UrgentNews(StrEnum):
    """When a manager or a coordinator hears of the cases that call the guard."""

    MORNING = "morning"
    AT_ONCE = "at_once"
    OFF = "off"


GRANTABLE = (Role.AGENT, Role.ON_CALL, Role.COORDINATOR, Role.MANAGER, Role.ADMIN, Role.OWNER)


Gate = Callable[[frozenset[Role]], bool]
"""Whether something is for who has these roles: the `may_…` below."""

NO_CHAT = "desk"
"""The channel of somebody who is only known because an agent opened a ticket for them."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person on one channel. Name and contact are personal data: kept only with consent."""

    id: int
    channel: str
    user: str
    name: str
    chat: str
    username: str | None = None
    dependencia: str | None = None
    contact: str | None = None
    consent_version: str | None = None
    consent_at: datetime | None = None
    email: str | None = None
    email_verified_at: datetime | None = None
    registered_at: datetime | None = None
    reachable: bool = True
    urgent_news: UrgentNews = UrgentNews.MORNING

    @property
    def address(self) -> Address:
        """Their private chat."""
        return Address(self.channel, self.chat)

    @property
    def has_chat(self) -> bool:
        """Whether they ever wrote to the desk: the others are told by an agent."""
        return self.channel != NO_CHAT

    def has_verified(self, domains: frozenset[str]) -> bool:
        """Whether a mailbox of one of these domains has been shown to be theirs."""
        return bool(self.email_verified_at and self.email and domain_of(self.email) in domains)


class ConsentKind(StrEnum):
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ConsentEvent:
    """Somebody accepted a version of the privacy notice, or withdrew it."""

    kind: ConsentKind
    version: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Grant:
    """A role that was given, and perhaps taken again. Nobody gave it: the installation did. `office` is that of an owner."""

    role: Role
    person: Person
    given_by: Person | None
    given_at: datetime
    ended_by: Person | None = None
    ended_at: datetime | None = None
    office: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """An open door to a role. `ref` names it among the open ones; the code itself is known to its bearer alone."""

    ref: str
    role: Role
    created_by: Person | None
    expires_at: datetime
    office: str = ""


def domain_of(email: str) -> str:
    return email.rpartition("@")[2].lower()


def _any_of(*able: Role) -> Gate:
    those = frozenset(able)
    return lambda roles: not those.isdisjoint(roles)


_OF_TICKETS = (Role.AGENT, Role.ON_CALL, Role.COORDINATOR, Role.ADMIN)
_OF_INDICATORS = (Role.MANAGER, Role.ADMIN)

has_role = _any_of(*GRANTABLE)
may_work_tickets = _any_of(*_OF_TICKETS)
may_see_indicators = _any_of(*_OF_INDICATORS)
may_record_indicators = _any_of(Role.OWNER)
"""Of which indicators is decided by the offices that they hold."""
may_ask_indicators = _any_of(*_OF_INDICATORS, Role.OWNER)
"""Whom `/kpi` answers at all: owners are shown what is theirs to record."""
may_tick_plans = _any_of(*_OF_TICKETS, Role.OWNER)
may_see_plans = _any_of(*_OF_TICKETS, *_OF_INDICATORS, Role.OWNER)
may_see_summaries = _any_of(Role.MANAGER, Role.COORDINATOR, Role.ADMIN)
"""Also the urgent ones of a night, the file of cases, and each case without what its people told in confidence."""
may_see_outages = _any_of(*_OF_TICKETS, *_OF_INDICATORS)
may_see_agenda = _any_of(*_OF_TICKETS, *_OF_INDICATORS)
may_coordinate = _any_of(Role.COORDINATOR, Role.ADMIN)
"""Whoever answers for how the desk does."""
may_administer = _any_of(Role.ADMIN)
