"""What this installation was given by its settings, as far as people may notice it. Put together by `app`."""

from itgov_bot.domain.people import Person
from itgov_bot.domain.ways import WayKind
from itgov_bot.messages import Address
from itgov_bot.records import dataclass

TICKET_PAYLOAD = "caso_"
"""Begins what a link tells the bot that opens a ticket: its number stands behind."""
_SUPERGROUP = "-100"


@dataclass(frozen=True, slots=True)
class Installation:
    """`ways`: by what a page may leave besides the chat. `heartbeat`: somebody outside watches over the desk.

    `admins`: the Telegram users whom ITGOV_ADMINS names.
    `bot_name` is the bot's own name on Telegram, for links to it; "" where there is none.
    """

    ways: frozenset[WayKind] = frozenset()
    heartbeat: bool = False
    bot_name: str = ""
    admins: frozenset[str] = frozenset()

    def makes_administrator(self, person: Person) -> bool:
        """Whatever role they are given or lose here."""
        return person.channel == "telegram" and person.user in self.admins

    def ticket_link(self, number: str) -> str | None:
        """Opens a ticket in the private chat with the bot, for who may see it."""
        return self.link(f"{TICKET_PAYLOAD}{number}")

    def link(self, payload: str) -> str | None:
        """A link that opens the chat with the bot, which is told `payload` (letters, digits, "-" and "_")."""
        return f"https://t.me/{self.bot_name}?start={payload}" if self.bot_name else None


def message_link(address: Address, ref: str) -> str | None:
    """Opens a message of a group, for its members; only a supergroup of Telegram has such links."""
    is_supergroup = address.channel == "telegram" and address.chat.startswith(_SUPERGROUP)
    return f"https://t.me/c/{address.chat.removeprefix(_SUPERGROUP)}/{ref}" if is_supergroup else None


BARE = Installation()
"""The chat alone, and nobody watching."""
