"""What the forms have in common: their step and its buttons, and the parts that several of them ask for."""

from dataclasses import MISSING, field, fields
from datetime import date, datetime, time, timedelta
from secrets import token_urlsafe
from typing import Literal, Self

from itgov_bot.actions import Action
from itgov_bot.domain.tickets.addressee import Question
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.records import dataclass
from itgov_bot.replies import Choice

IDLE_AFTER = timedelta(minutes=30)
"""After this long, free text is no longer taken as the answer to a form's question without asking."""


OLD_AFTER = timedelta(days=1)
"""And after this long it is asked once whether the form goes on."""


def new_token() -> str:
    """Short, so that a button's data stays far below 64 bytes."""
    return token_urlsafe(4)


@dataclass(frozen=True, kw_only=True)
class BaseForm:
    """At one of its steps. `token` marks the buttons of that step: older ones are answered kindly. `ref` stays the same from
    step to step: by it the messages of its questions are known.

    `is_covered`: something else with buttons was shown after its question, so a number that is typed is one of those.
    """

    flow: str
    step: str
    token: str = field(default_factory=new_token)
    ref: str = field(default_factory=new_token)
    asked_at: datetime | None = None
    is_covered: bool = False

    @property
    def about(self) -> str:
        """What people are reminded of it by: their words, or the number of a ticket; "" when there is nothing yet."""
        return ""

    @property
    def question(self) -> Question:
        """Of the present step."""
        return Question(self.flow, self.step, self.ref)

    def is_idle(self, now: datetime) -> bool:
        return self.asked_at is not None and now - self.asked_at > IDLE_AFTER

    def is_old(self, now: datetime) -> bool:
        return self.asked_at is not None and now - self.asked_at > OLD_AFTER

    def emptied(self, step: str) -> Self:
        """The same form at its first step: what it is about stays, what was filled in (fields with a default) goes."""
        about = [
            one.name for one in fields(self) if one.default is MISSING and one.default_factory is MISSING
        ]
        return type(self)(**{name: getattr(self, name) for name in about} | {"step": step})

    def choice(self, label: str, value: str, answers: Literal["yes", "no"] | None = None) -> Choice:
        """A button of the present step."""
        return Choice(label, Action.STEP.data(self.token, value), answers)


@dataclass(frozen=True, kw_only=True)
class WithText(BaseForm):
    """A form about what was told in these words."""

    text: str

    @property
    def about(self) -> str:
        return self.text


@dataclass(frozen=True, kw_only=True)
class WithMailbox(BaseForm):
    """A form that may ask for a corporate mailbox: `mailbox` is the address that a code was sent to."""

    mailbox: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithPlace(BaseForm):
    """A form that asks where it is and how to reach the person, and takes files meanwhile.

    `is_old_place`: the place is the one that the person told last time, and nobody said that it is this one.
    `floor` was told before it is known of which dependencia: the place is still asked.
    """

    place: str | None = None
    floor: str | None = None
    is_old_place: bool = False
    contact: str | None = None
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WithDate(BaseForm):
    """A form that asks for the day and the hour of an event, in local time.

    `is_day_in_doubt`: it is said back before it counts. `other_hour`: what the hour may be as well.
    """

    day: date | None = None
    hour: time | None = None
    is_day_in_doubt: bool = False
    other_hour: time | None = None


@dataclass(frozen=True, kw_only=True)
class OfTicket(BaseForm):
    """A form about a ticket that is there already, by its number."""

    ticket: str

    @property
    def about(self) -> str:
        return self.ticket

    @property
    def question(self) -> Question:
        return Question(self.flow, self.step, self.ref, self.ticket)
