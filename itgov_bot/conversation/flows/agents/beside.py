"""What an agent writes in private that is none of what was asked of them: a question about the queue or an order in the
middle of a form, and words that are surely no problem of their own."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents import orders, queue, team
from itgov_bot.conversation.flows.agents.steps import SURE
from itgov_bot.conversation.flows.staff import hours
from itgov_bot.conversation.form_types import (
    AgentForm,
    BulkForm,
    CannedForm,
    DutySwapForm,
    EventForm,
    Form,
    GuessForm,
    MaintenanceForm,
    PageMailboxForm,
    PlanForm,
    RecordingForm,
    RegistrationForm,
    ResolutionForm,
    TicketForm,
    UrgentForm,
    WithDate,
)
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.bulk import BulkDeed
from itgov_bot.understanding import Intent, Wish
from itgov_bot.understanding.language.people.of_oneself import is_own_matter
from itgov_bot.wording.agents import prompts, ticket_card

_ASKS_ITSELF = (BulkForm, CannedForm, RecordingForm, PlanForm, MaintenanceForm, DutySwapForm, WithDate)
"""Forms whose own answers read like orders or questions about cases: a day tells which cases, too."""
_LIKE_ORDERS = frozenset({Wish.ADD, Wish.CANCEL, Wish.CLOSE, Wish.REOPEN})
"""What is wanted of a case of one's own, in the words in which a colleague orders it of another."""


async def done_beside(turn: Turn, form: Form) -> bool:
    """In the middle of a form: an order, or what is asked of the queue, is done at once. Nothing of it is an answer: the
    form waits, which is said."""
    if not may_work_tickets(turn.roles) or not turn.text or turn.files.kept or _asks_itself(form):
        return False
    is_where = isinstance(form, TicketForm | EventForm | UrgentForm) and turn.place_said(turn.text)
    if is_where or not (await _told_of_team(turn, form) or await _asked_or_ordered(turn)):
        return False
    _leave_waiting(turn, form)
    return True


def _leave_waiting(turn: Turn, form: Form) -> None:
    """It waits, which is said."""
    forms.leave_behind(turn, [one for one in turn.state.forms if one.ref == form.ref])
    if turn.state.form and turn.state.form.ref == form.ref:
        forms.say_it_waits(turn, form)


async def _told_of_team(turn: Turn, form: Form) -> bool:
    """What surely is about the desk itself is no answer, but where words are taken as they are or somebody tells who they
    are."""
    takes_any = forms.step_of(turn, form).verbatim or isinstance(form, RegistrationForm | PageMailboxForm)
    return not takes_any and await team.told(turn)


async def _asked_or_ordered(turn: Turn) -> bool:
    return await queue.asked_in_words(turn) or await orders.asked_in_words(turn)


def _asks_itself(form: Form) -> bool:
    """«¿Asigno 2 casos a Carla?» awaits no more than a yes."""
    is_yes_or_no = isinstance(form, BulkForm) and form.step == "sure" and form.deed is not BulkDeed.CLOSE
    return isinstance(form, _ASKS_ITSELF) and not is_yes_or_no


async def number_alone(turn: Turn) -> bool:
    """A reader: after the card of a case, and while words wait for a yes, «4» is the case 4, if that is another one and
    open; else it presses, as anywhere. Where the choices are shown with numbers it always presses."""
    number = await lookup.number_meant(turn.desk, turn.text) if turn.text.isdigit() else None
    if number is None or turn.incoming.is_numbered or not may_work_tickets(turn.roles):
        return False
    form, shown = turn.state.form, await _card_shown(turn)
    is_doubting = form is not None and _waits_for_yes(form)
    if form and not (form.is_covered or is_doubting):
        return False
    ticket = await lookup.find(turn.desk, number)
    is_another = (
        (bool(shown) or is_doubting) and ticket is not None and ticket.is_live and ticket.number != shown
    )
    if is_another:
        await queue.desk(turn, turn.text)
        if form:
            _leave_waiting(turn, form)
    return is_another


def _waits_for_yes(form: Form) -> bool:
    """Words that somebody else will read, and that were shown."""
    return isinstance(form, AgentForm | ResolutionForm | GuessForm) and form.step.endswith((SURE, "which"))


async def _card_shown(turn: Turn) -> str:
    """The number of the case whose card was said last; "" where something else was."""
    last = await turn.last_replies(1)
    found = (ticket_card.shown_by(one.data) for one in last[0].choices) if last else ()
    return next((number for number in found if number), "")


async def not_understood(turn: Turn) -> bool:
    """A reader: words of who works tickets that name no problem of their own begin no case of theirs unasked."""
    if not may_work_tickets(turn.roles) or not turn.text or not _is_of_work(turn):
        return False
    turn.ask_about(prompts.own_problem(turn.text), turn.text)
    return True


def _is_of_work(turn: Turn) -> bool:
    read = turn.interpret(turn.text)
    is_matter = read.intent is Intent.SERVICE and not (read.wish or read.exception)
    if not (is_matter or read.wish in _LIKE_ORDERS) or hours.is_clearly_asked(turn, turn.text):
        return False
    return not is_own_matter(turn.text)
