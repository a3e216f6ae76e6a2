"""One row of the table: who reads of a fact, and what."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from itgov_bot.domain.tickets.addressee import Whom
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.notices.audience import Audience
from itgov_bot.notices.conditions import Condition, always, never
from itgov_bot.records import dataclass
from itgov_bot.replies import Reply

Words = Callable[[TicketView, EventView], Reply]
WordsTogether = Callable[[Sequence[TicketView], EventView], Reply]
"""Of several tickets; the event is that of the last one."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What an audience reads of a fact, where `when` holds. The files that came with it follow where `files` is set.

    `renews_card`: the ticket's card at the desk is brought up to date: edited, never repeated, and once for all facts.
    `lasts`: after this it is no longer sent. `says_together`: what they read who hear the same of several tickets at once.
    `answers`: who an answer to it is for, beside the ticket's requester: the PERSON whose words it shows, the COLLEAGUE who
    did it, or the desk, of whom an outage hits.
    """

    to: Audience
    says: Words | None
    when: Condition = always
    files: bool = False
    urgent: Condition = never
    renews_card: bool = False
    lasts: timedelta | None = None
    says_together: WordsTogether | None = None
    answers: Whom | None = None
