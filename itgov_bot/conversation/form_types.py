"""The forms people fill in, as typed values: one frozen class a form. What is kept of them is JSON (see `state`).

`flow` names the form in the table of forms and tells the classes apart when they are read again.
"""

from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date, datetime, time, timedelta
from secrets import token_urlsafe
from typing import Literal, Self

from itgov_bot.actions import Action
from itgov_bot.domain.canned import Use
from itgov_bot.domain.indicators import Count, Evidence
from itgov_bot.domain.rota import DutySpan
from itgov_bot.domain.tickets.addressee import Question
from itgov_bot.domain.tickets.bulk import BulkDeed
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import CameBy, ExceptionKind
from itgov_bot.messages import Choice

IDLE_AFTER = timedelta(minutes=30)
"""After this long, free text is no longer taken as the answer to a form's question without asking."""
OLD_AFTER = timedelta(days=1)
"""And after this long it is asked once whether the form goes on."""


def new_token() -> str:
    """Short, so that a button's data stays far below 64 bytes."""
    return token_urlsafe(4)


@dataclass(frozen=True, kw_only=True)
class _Form:
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
class _MailboxForm(_Form):
    """A form that may ask for a corporate mailbox: `mailbox` is the address that a code was sent to."""

    mailbox: str | None = None


@dataclass(frozen=True, kw_only=True)
class _ReachedForm(_Form):
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
class _DatedForm(_Form):
    """A form that asks for the day and the hour of an event, in local time.

    `is_day_in_doubt`: it is said back before it counts. `other_hour`: what the hour may be as well.
    """

    day: date | None = None
    hour: time | None = None
    is_day_in_doubt: bool = False
    other_hour: time | None = None


@dataclass(frozen=True, kw_only=True)
class TicketForm(_MailboxForm, _ReachedForm):
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

    @property
    def about(self) -> str:
        return self.text


@dataclass(frozen=True, kw_only=True)
class EventForm(_ReachedForm, _DatedForm):
    """An event that is to be accompanied, from the words that told of it."""

    flow: Literal["event"] = "event"
    text: str
    service: str | None = None

    @property
    def about(self) -> str:
        return self.text


@dataclass(frozen=True, kw_only=True)
class RegistrationForm(_MailboxForm):
    """`only` is the one field that is being corrected; None while a person registers."""

    flow: Literal["registration"] = "registration"
    only: str | None = None


@dataclass(frozen=True, kw_only=True)
class PageMailboxForm(_MailboxForm):
    """The code of the mailbox by which somebody on duty wants to be called too."""

    flow: Literal["page_mailbox"] = "page_mailbox"


@dataclass(frozen=True, kw_only=True)
class UrgentForm(_Form):
    """What is told after hours; `exception` is what was understood of it."""

    flow: Literal["urgent"] = "urgent"
    text: str = ""
    service: str | None = None
    exception: ExceptionKind | None = None

    @property
    def about(self) -> str:
        return self.text


@dataclass(frozen=True, kw_only=True)
class ProcessSearchForm(_Form):
    flow: Literal["process_search"] = "process_search"


@dataclass(frozen=True, kw_only=True)
class TeachingForm(_Form):
    """The meaning of a message that was not understood: `item` is its id, `text` its words."""

    flow: Literal["teaching"] = "teaching"
    item: int
    text: str

    @property
    def about(self) -> str:
        return self.text


@dataclass(frozen=True, kw_only=True)
class MaintenanceForm(_Form):
    """What is planned. `moving` is the id of one that gets another time; None for a new one.

    `is_sorted`: its service was named or chosen, also that it is none in particular.
    """

    flow: Literal["maintenance"] = "maintenance"
    moving: int | None
    text: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    service: str | None = None
    is_sorted: bool = False

    @property
    def about(self) -> str:
        return self.text


@dataclass(frozen=True, kw_only=True)
class RecordingForm(_Form):
    """A reading that the owner of an indicator records, by its number and its period (`2026-Q3`).

    `figure` is a number alone, of which is asked what it counts. `count` is what stands above and below the line, where
    it was told, and `value` what it comes to in per cent; of a count of nothing there is none. `is_sure`: it may be over
    100. `evidence` and `note` are None until they were asked for.
    """

    flow: Literal["recording"] = "recording"
    indicator: int | None = None
    period: str | None = None
    figure: float | None = None
    count: Count | None = None
    value: float | None = None
    is_sure: bool = False
    reason: str = ""
    evidence: Evidence | None = None
    note: str | None = None

    @property
    def is_told(self) -> bool:
        """Whether it is known what it came to, also that there was nothing to measure."""
        return self.value is not None or self.count is not None


@dataclass(frozen=True, kw_only=True)
class PlanForm(_Form):
    """Rows for the plan of an indicator: what is to be done and until when; those without a day are due with `period`."""

    flow: Literal["plan"] = "plan"
    indicator: int
    period: str
    rows: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, kw_only=True)
class _TicketedForm(_Form):
    """A form about a ticket that is there already, by its number."""

    ticket: str

    @property
    def about(self) -> str:
        return self.ticket

    @property
    def question(self) -> Question:
        return Question(self.flow, self.step, self.ref, self.ticket)


@dataclass(frozen=True, kw_only=True)
class AdditionForm(_TicketedForm):
    flow: Literal["addition"] = "addition"


@dataclass(frozen=True, kw_only=True)
class RatingForm(_TicketedForm):
    """The comment beside the stars."""

    flow: Literal["rating"] = "rating"


@dataclass(frozen=True, kw_only=True)
class ForSomebodyForm(_Form):
    """A ticket that an agent opens for somebody else: `name` is how they were called.

    `alike` are the ids of the people whom the desk knows by such a name, until one of them (`requester`) or none was
    meant (`is_decided`). `is_sorted`: its service was found or chosen. `asks_many`: whether `exception` hits more than
    them is not known yet. `calls_guard` answers whether it is to be called;
    `outage` is the number of the known one that it may be.
    """

    flow: Literal["for_somebody"] = "for_somebody"
    name: str = ""
    alike: tuple[int, ...] = ()
    requester: int | None = None
    is_decided: bool = False
    came_by: CameBy | None = None
    text: str = ""
    service: str | None = None
    is_sorted: bool = False
    offered: tuple[str, ...] = ()
    place: str | None = None
    contact: str | None = None
    exception: ExceptionKind | None = None
    asks_many: bool = False
    calls_guard: bool | None = None
    outage: str | None = None
    files: tuple[StoredFile, ...] = ()

    @property
    def about(self) -> str:
        return self.name


@dataclass(frozen=True, kw_only=True)
class DutySwapForm(_Form):
    """Asking a colleague to be on duty in `span`; `colleague` is the id of the person who is asked."""

    flow: Literal["duty_swap"] = "duty_swap"
    span: DutySpan | None = None
    colleague: int | None = None


@dataclass(frozen=True, kw_only=True)
class EventDateForm(_TicketedForm, _DatedForm):
    """Another date for an event that is planned."""

    flow: Literal["event_date"] = "event_date"


AgentFlow = Literal[
    "ag_answer",
    "ag_note",
    "ag_wait",
    "ag_annul",
    "ag_reopen",
    "ag_assign",
    "ag_sort",
    "ag_outage",
    "ag_news",
]


@dataclass(frozen=True, kw_only=True)
class _WorkForm(_TicketedForm):
    """What an agent does with a ticket. `draft` and `files` are shown before they go to whoever reads them; `named` are the
    ids of those who were named as its readers."""

    draft: str = ""
    files: tuple[StoredFile, ...] = ()
    named: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgentForm(_WorkForm):
    """What an agent does with a ticket in one step. `holder` is the id of who had it when the form began, `reader` of whose
    words are answered."""

    flow: AgentFlow
    holder: int | None
    reader: int | None = None

    @property
    def question(self) -> Question:
        return replace(super().question, reader=str(self.reader or ""))


@dataclass(frozen=True, kw_only=True)
class ResolutionForm(_WorkForm):
    """`until`: when it came back, of an outage."""

    flow: Literal["ag_solve"] = "ag_solve"
    until: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class BulkForm(_Form):
    """One deed for several tickets, by their numbers. `to` is the id of who gets them, `into` the number of the one that
    goes on, `what` was done.

    While they are picked, `code` and `page` say which part of the queue is shown.
    """

    flow: Literal["bulk"] = "bulk"
    tickets: tuple[str, ...] = ()
    deed: BulkDeed | None = None
    to: int | None = None
    into: str | None = None
    what: str = ""
    code: str = ""
    page: int = 0


@dataclass(frozen=True, kw_only=True)
class CannedForm(_Form):
    """An answer that is kept to be used again. `canned` is the number of one that is reworded; None for a new one.

    `draft` was written for the ticket of `service`, and is shown before it is kept; `use` is what it was written for.
    """

    flow: Literal["canned"] = "canned"
    canned: str | None
    draft: str = ""
    use: Use | None = None
    service: str | None = None


MailboxForm = TicketForm | RegistrationForm | PageMailboxForm
"""Those that ask for a code of `verify_email`."""

ReachedForm = TicketForm | EventForm
"""Those with the steps of `reaching`."""

DatedForm = EventForm | EventDateForm
"""Those with the steps of `dating`."""

TicketedForm = AdditionForm | RatingForm | EventDateForm | AgentForm | ResolutionForm

Form = (
    TicketForm
    | EventForm
    | RegistrationForm
    | PageMailboxForm
    | UrgentForm
    | ProcessSearchForm
    | TeachingForm
    | ForSomebodyForm
    | DutySwapForm
    | MaintenanceForm
    | RecordingForm
    | PlanForm
    | BulkForm
    | CannedForm
    | TicketedForm
)
"""Any form. A new one is added here and, with its steps, to `form_table`."""


def is_proposal(form: Form) -> bool:
    """Begun for the person, who has not answered to it: nobody is reminded of it."""
    return isinstance(form, TicketForm) and form.is_proposed
