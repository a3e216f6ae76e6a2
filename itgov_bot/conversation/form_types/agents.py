"""The forms of those who work at the desk."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Self

from itgov_bot.conversation.form_types.base import BaseForm, OfTicket, WithMailbox, WithText
from itgov_bot.domain.canned import Use
from itgov_bot.domain.rota import DutySpan
from itgov_bot.domain.tickets.addressee import Question
from itgov_bot.domain.tickets.bulk import TOLD, BulkDeed, Lot
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import CameBy, ExceptionKind
from itgov_bot.understanding.language.orders import Order


@dataclass(frozen=True, kw_only=True)
class PageMailboxForm(WithMailbox):
    """The code of the mailbox by which somebody on duty wants to be called too."""

    flow: Literal["page_mailbox"] = "page_mailbox"


@dataclass(frozen=True, kw_only=True)
class MaintenanceForm(WithText):
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


@dataclass(frozen=True, kw_only=True)
class ForSomebodyForm(BaseForm):
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
class DutySwapForm(BaseForm):
    """Asking a colleague to be on duty in `span`; `colleague` is the id of the person who is asked."""

    flow: Literal["duty_swap"] = "duty_swap"
    span: DutySpan | None = None
    colleague: int | None = None


ORDER_OF: dict[str, Order] = {
    "ag_answer": Order.ANSWER,
    "ag_note": Order.NOTE,
    "ag_wait": Order.WAIT,
    "ag_annul": Order.CANCEL,
    "ag_reopen": Order.REOPEN,
    "ag_assign": Order.ASSIGN,
    "ag_join": Order.MERGE,
    "ag_outage": Order.OUTAGE,
    "ag_news": Order.NEWS,
}
"""What is done once the form of an agent is filled in; «clasificar» is no one order."""
AgentFlow = Literal[
    "ag_answer",
    "ag_note",
    "ag_wait",
    "ag_annul",
    "ag_reopen",
    "ag_assign",
    "ag_sort",
    "ag_join",
    "ag_outage",
    "ag_news",
    "ag_correct",
]


@dataclass(frozen=True, kw_only=True)
class _WorkForm(OfTicket):
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
    corrects: EventKind | None = None
    """The deed whose words are put right."""

    @property
    def order(self) -> Order | None:
        return ORDER_OF.get(self.flow)

    @property
    def question(self) -> Question:
        return replace(super().question, reader=str(self.reader or ""))


@dataclass(frozen=True, kw_only=True)
class OrderForm(_WorkForm):
    """What was ordered in words of a ticket that a colleague has, `holder` by id, until they say that they do it. `whom`
    or what it names, and `draft` is what it tells. Where several tickets may be meant, they are `among` these numbers."""

    flow: Literal["ag_order"] = "ag_order"
    holder: int | None
    order: Order
    whom: str = ""
    among: tuple[str, ...] = ()
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GuessForm(_WorkForm):
    """Words (`draft`) that may be an order. `reader` is the id of who gets them if they are none; None where they are for
    nobody, but the bot."""

    flow: Literal["ag_guess"] = "ag_guess"
    order: Order
    reader: int | None = None


@dataclass(frozen=True, kw_only=True)
class ResolutionForm(_WorkForm):
    """`until`: when it came back, of an outage."""

    flow: Literal["ag_solve"] = "ag_solve"
    until: datetime | None = None

    @property
    def order(self) -> Order:
        return Order.SOLVE


@dataclass(frozen=True, kw_only=True)
class BulkForm(BaseForm):
    """One order for several tickets: what is done to each lot of them. `left` are the numbers of those that it leaves out,
    `count` how many there are, as it said.

    While they are picked, `code` and `page` say which part of the queue is shown.
    """

    flow: Literal["bulk"] = "bulk"
    lots: tuple[Lot, ...] = (Lot(),)
    left: tuple[str, ...] = ()
    code: str = ""
    page: int = 0
    count: int | None = None

    @property
    def missing(self) -> str:
        """The step that asks for the first thing that is not known; "sure" where all is."""
        return next((step for step in map(_lacks, self.lots) if step), "sure")

    @property
    def lot(self) -> Lot:
        """The one that is asked about."""
        return next((one for one in self.lots if _lacks(one)), self.lots[0])

    def told(self, lot: Lot) -> Self:
        """With what was said of that one."""
        return replace(self, lots=tuple(lot if one is self.lot else one for one in self.lots))


def _lacks(lot: Lot) -> str:
    asked = (
        ("deed", lot.deed is None),
        ("who", lot.deed is BulkDeed.ASSIGN and lot.to is None),
        ("what", lot.deed in TOLD and not lot.text),
        ("level", lot.deed is BulkDeed.PRIORITY and lot.level is None),
        ("into", lot.deed is BulkDeed.MERGE and lot.into is None),
    )
    return next((step for step, is_missing in asked if is_missing), "")


@dataclass(frozen=True, kw_only=True)
class CannedForm(BaseForm):
    """An answer that is kept to be used again. `canned` is the number of one that is reworded; None for a new one.

    `draft` was written for the ticket of `service`, and is shown before it is kept; `use` is what it was written for.
    """

    flow: Literal["canned"] = "canned"
    canned: str | None
    draft: str = ""
    use: Use | None = None
    service: str | None = None
