"""Who people are to the desk: the person behind a chat, and the roles that open doors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from itgov_bot.messages import Address

CONSENT_VERSION = "2026-01"
"""The version of the privacy notice (Ley 1581 de 2012) that a person accepts; a new text needs a new version."""


class Role(StrEnum):
    """Staff is everybody; the others are given by an administrator and checked at each press."""

    STAFF = "staff"
    AGENT = "agent"
    ON_CALL = "on_call"
    MANAGER = "manager"
    ADMIN = "admin"


GRANTABLE = (Role.AGENT, Role.ON_CALL, Role.MANAGER, Role.ADMIN)


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
    reachable: bool = True

    @property
    def address(self) -> Address:
        """Their private chat."""
        return Address(self.channel, self.chat)

    @property
    def has_consented(self) -> bool:
        return self.consent_version == CONSENT_VERSION


def may_see_indicators(roles: frozenset[Role]) -> bool:
    return bool(roles & {Role.MANAGER, Role.ADMIN})


def may_work_tickets(roles: frozenset[Role]) -> bool:
    return bool(roles & {Role.AGENT, Role.ON_CALL, Role.ADMIN})


def may_administer(roles: frozenset[Role]) -> bool:
    return Role.ADMIN in roles
