"""What this installation was given by its settings, as far as people may notice it. Put together by `app`."""

from dataclasses import dataclass

from itgov_bot.domain.people import Person
from itgov_bot.domain.ways import WayKind


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

    def link(self, payload: str) -> str | None:
        """A link that opens the chat with the bot, which is told `payload` (letters, digits, "-" and "_")."""
        return f"https://t.me/{self.bot_name}?start={payload}" if self.bot_name else None


BARE = Installation()
"""The chat alone, and nobody watching."""
