"""The other ways to call somebody who is on duty, when the chat is not enough."""

from enum import StrEnum

from itgov_bot.messages import Address
from itgov_bot.records import dataclass


class WayKind(StrEnum):
    """Named as the channels that they leave by."""

    MAIL = "email"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True)
class Way:
    """A mailbox, or the URL of a webhook. A person has at most one of each kind."""

    person: int
    kind: WayKind
    address: str

    @property
    def to(self) -> Address:
        return Address(self.kind, self.address)
