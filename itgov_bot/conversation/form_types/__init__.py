"""The forms people fill in, as typed values: one frozen class a form. What is kept of them is JSON (see `state`).

`flow` names the form in the table of forms and tells the classes apart when they are read again.
"""

from .agents import (
    AgentFlow,
    AgentForm,
    BulkForm,
    CannedForm,
    DutySwapForm,
    ForSomebodyForm,
    GuessForm,
    MaintenanceForm,
    OrderForm,
    PageMailboxForm,
    ResolutionForm,
)
from .base import IDLE_AFTER, OLD_AFTER, WithDate, new_token
from .managers import PlanForm, RecordingForm, TeachingForm
from .staff import (
    AdditionForm,
    EventDateForm,
    EventForm,
    ProcessSearchForm,
    RatingForm,
    RegistrationForm,
    TicketForm,
    UrgentForm,
)

MailboxForm = TicketForm | RegistrationForm | PageMailboxForm
"""Those that ask for a code of `verify_email`."""

ReachedForm = TicketForm | EventForm
"""Those with the steps of `reaching`."""

DatedForm = EventForm | EventDateForm
"""Those with the steps of `dating`."""

WorkForm = AgentForm | ResolutionForm | OrderForm | GuessForm
"""What somebody who works tickets does with one: its `order`, where it is one alone."""

TicketedForm = AdditionForm | RatingForm | EventDateForm | WorkForm

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


__all__ = [
    "IDLE_AFTER",
    "OLD_AFTER",
    "AdditionForm",
    "AgentFlow",
    "AgentForm",
    "BulkForm",
    "CannedForm",
    "DatedForm",
    "DutySwapForm",
    "EventDateForm",
    "EventForm",
    "ForSomebodyForm",
    "Form",
    "GuessForm",
    "MailboxForm",
    "MaintenanceForm",
    "OrderForm",
    "PageMailboxForm",
    "PlanForm",
    "ProcessSearchForm",
    "RatingForm",
    "ReachedForm",
    "RecordingForm",
    "RegistrationForm",
    "ResolutionForm",
    "TeachingForm",
    "TicketForm",
    "TicketedForm",
    "UrgentForm",
    "WithDate",
    "WorkForm",
    "is_proposal",
    "new_token",
]
