"""The same fact of several tickets at once: whoever hears of more than one of them reads one message."""

from collections.abc import Iterable
from dataclasses import field

from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.messages import Address
from itgov_bot.notices.audience import Listener, Story
from itgov_bot.notices.notice import Notice
from itgov_bot.records import dataclass

Heard = tuple[Story, Listener]


@dataclass
class Several:
    """`kinds` are those of which there are facts of more than one ticket."""

    kinds: frozenset[EventKind | ReminderKind]
    heard: dict[tuple[Address, int, EventKind | ReminderKind], tuple[Notice, list[Heard]]] = field(
        default_factory=dict
    )

    @classmethod
    def among(cls, stories: Iterable[Story]) -> "Several":
        tickets: dict[EventKind | ReminderKind, set[int]] = {}
        for story in stories:
            tickets.setdefault(story.event.kind, set()).add(story.ticket.ticket.id)
        return cls(frozenset(kind for kind, found in tickets.items() if len(found) > 1))

    def keep(self, notice: Notice, story: Story, listener: Listener) -> bool:
        """Whether it is told later, with what else they hear: not to who is to pass it on to others."""
        if notice.says_together is None or story.event.kind not in self.kinds or listener.instead_of:
            return False
        key = (listener.address, id(notice), story.event.kind)
        self.heard.setdefault(key, (notice, []))[1].append((story, listener))
        return True
