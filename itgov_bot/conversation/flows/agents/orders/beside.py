"""What an agent writes in private that is none of what was asked of them: a question about the queue or an order in the
middle of a form, and words that are surely no problem of their own."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.colleagues import agent_meant, around
from itgov_bot.conversation.flows.agents.orders import by_number as numbered
from itgov_bot.conversation.flows.agents.orders import waiting
from itgov_bot.conversation.flows.agents.orders.by_name import orders_by_name
from itgov_bot.conversation.flows.agents.orders.said import asks_what_was_said
from itgov_bot.conversation.flows.agents.queue import asked as queue
from itgov_bot.conversation.flows.agents.several import doing as bulk_doing
from itgov_bot.conversation.flows.hearing.hours import asks_hours
from itgov_bot.conversation.form_types import (
    AgentForm,
    BulkForm,
    CannedForm,
    DutySwapForm,
    EventForm,
    Form,
    ForSomebodyForm,
    GuessForm,
    MaintenanceForm,
    OrderForm,
    PlanForm,
    RecordingForm,
    TicketForm,
    UrgentForm,
    WithDate,
)
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.understanding import Intent, Smalltalk, Wish
from itgov_bot.understanding.inside.kinds import PERSON
from itgov_bot.understanding.language.answering.picks import MAX_PICK_WORDS
from itgov_bot.understanding.language.orders import Order
from itgov_bot.understanding.language.orders.verbs import tells_to_do
from itgov_bot.understanding.language.people.of_oneself import is_for_oneself, is_own_matter
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.queue.asked import is_showing, queue_asked
from itgov_bot.understanding.language.time.spans import find_span
from itgov_bot.wording import general
from itgov_bot.wording.agents.tickets import card_buttons, prompts

_ASKS_ITSELF = (CannedForm, RecordingForm, PlanForm, MaintenanceForm, WithDate)
"""Forms whose own answers read like orders or questions about cases: a day tells which cases, too."""
_LIKE_ORDERS = frozenset({Wish.ADD, Wish.CANCEL, Wish.CLOSE, Wish.REOPEN})
"""What is wanted of a case of one's own, in the words in which a colleague orders it of another."""


async def done_beside(turn: Turn, form: Form) -> bool:
    """In the middle of a form: an order, or what is asked of the queue, is done at once. Nothing of it is an answer: a form
    waits, and a yes that was asked for is asked no more; either is said."""
    if not turn.text or turn.files.kept or asks_itself(turn, form):
        return False
    asks_where = isinstance(form, TicketForm | EventForm | UrgentForm)
    is_place = asks_where and turn.place_said(turn.text) and not await _is_rather_order(turn)
    if is_place and not await numbered.is_ordered(turn):
        return False
    at, is_ordered = len(turn.replies), await _asked(turn, form)
    if not (is_ordered or await queue.asks_of_queue(turn)):
        return await waiting.offered_instead(turn, form)
    if isinstance(form, _DOUBTS):
        turn.state.drop(form)
    leave_waiting(turn, form, at if is_ordered else None)
    if is_ordered and all(one.ref != form.ref for one in turn.state.forms):
        forms.give_up(turn, form, at)
    return True


async def _asked(turn: Turn, form: Form) -> bool:
    """An order of cases by name or number, or what its requester said; or, where a yes is awaited, of the one just spoken
    of."""
    return (
        (waiting.awaits_yes(form) and await asks_what_was_said(turn))
        or await orders_by_name(turn)
        or await numbered.orders_by_number(turn)
        or await waiting.ordered_instead(turn, form)
    )


async def tells_own_instead(turn: Turn, form: Form) -> bool:
    """While a case is opened for somebody else, a problem of their own is a case beside it: it waits, which is said."""
    is_asked = isinstance(form, ForSomebodyForm) and form.step not in ("who", "text")
    is_own = is_asked and is_for_oneself(turn.text)
    if is_own:
        forms.say_it_waits(turn, form)
        turn.read_anew(turn.text)
    return is_own


def leave_waiting(turn: Turn, form: Form, at: int | None = None) -> None:
    """It waits, which is said; before what was done to a case, since «ese» is what was spoken of last."""
    forms.leave_behind(turn, [one for one in turn.state.forms if one.ref == form.ref])
    if turn.state.form and turn.state.form.ref == form.ref:
        forms.say_it_waits(turn, form, at)


async def gives_way(turn: Turn, form: Form) -> bool:
    """Something else is said where a yes is awaited of who works tickets, or asked of the desk where a press or a name is:
    that is given up, which is said, and the words are read as if nothing had been asked."""
    if turn.files.kept or asks_itself(turn, form):
        return False
    if not (await waiting.is_instead(turn, form) or await _asks_instead(turn, form)):
        return False
    forms.give_up(turn, form)
    return False


async def _asks_instead(turn: Turn, form: Form) -> bool:
    is_pressed = isinstance(form, _PRESSED) and forms.step_of(turn, form).passing
    is_reason = isinstance(form, AgentForm) and form.flow in _OF_REASONS
    is_asked = is_question(turn.text) or is_showing(turn.text)
    if not (is_pressed or is_reason) or not is_asked or len(turn.text.split()) < MIN_ASKED_WORDS:
        return False
    return not (
        await agent_meant(turn, turn.text) or (isinstance(form, AgentForm) and _is_wished(turn, form))
    )


_OF_REASONS = frozenset({"ag_annul", "ag_reopen"})
"""Why it is done, which nobody tells by a question."""


_OF_TIMES = "ag_outage"
"""When it began or came back."""


def _is_wished(turn: Turn, form: AgentForm) -> bool:
    """«Que mande la foto» answers what is awaited, «cuando llovió» when it was; «que casos hay» asks."""
    answers = ("que ", "cuando ") if form.flow == _OF_TIMES else ("que ",)
    is_asked = "?" in turn.text or queue_asked(turn.text, turn.desk.local_now.date()).cue is not None
    return turn.text.lower().startswith(answers) and not is_asked


_PRESSED = (BulkForm, OrderForm, AgentForm)
MIN_ASKED_WORDS = 2
_DOUBTS = (GuessForm, OrderForm)
"""Whether an order was meant: another one answers that."""


def asks_itself(turn: Turn, form: Form) -> bool:
    """«¿Asigno 2 casos a Carla?» awaits no more than a yes, or how they were solved; a swap awaits a name or a time."""
    if isinstance(form, DutySwapForm):
        is_name = len(turn.text.split()) <= MAX_PICK_WORDS
        return is_name or find_span(turn.text, turn.desk.local_now, whole_days=True) is not None
    if not isinstance(form, BulkForm):
        return isinstance(form, _ASKS_ITSELF)
    return form.step not in bulk_doing.OF_PRESSES or bulk_doing.may_answer(turn, form)


async def number_alone(turn: Turn) -> bool:
    """A reader: after the card of a case, and while words wait for a yes, «4» is the case 4, if that is another one and
    open; else it presses, as anywhere. Where the choices are shown with numbers it always presses."""
    number = await lookup.number_meant(turn.desk, turn.text) if turn.text.isdigit() else None
    if number is None or turn.incoming.is_numbered:
        return False
    form, shown = turn.state.form, await _card_shown(turn)
    is_doubting = form is not None and waiting.awaits_yes(form)
    if form and not (form.is_covered or is_doubting):
        return False
    ticket = await lookup.find(turn.desk, number)
    is_another = (
        (bool(shown) or is_doubting) and ticket is not None and ticket.is_live and ticket.number != shown
    )
    if is_another:
        await queue.desk(turn, turn.text)
        if form:
            leave_waiting(turn, form)
    return is_another


async def _card_shown(turn: Turn) -> str:
    """The number of the case whose card was said last; "" where something else was."""
    found = [card_buttons.shown_by(one.data) for one in await turn.offered_last()]
    return next((number for number in found if number), "")


async def not_understood(turn: Turn) -> bool:
    """A reader: words that name no problem of their own begin no case of theirs unasked."""
    if not turn.text or not _is_of_work(turn):
        return False
    kind = turn.understanding.inside.asked_in_private(turn.text, await around(turn, None))
    if turn.yes_or_no(turn.text) is False:
        turn.say(general.smalltalk(turn.city, Smalltalk.NO, turn.now))
    elif tells_to_do(turn.text) or kind in set(Order):
        turn.say(prompts.order_not_read(turn.text))
    else:
        turn.ask_about(prompts.own_problem(turn.text), turn.text)
    return True


async def _is_rather_order(turn: Turn) -> bool:
    """«Tomo el caso de Carla» names no place."""
    return turn.understanding.inside.rather(turn.text, await around(turn, None), [PERSON]) in set(Order)


def _is_of_work(turn: Turn) -> bool:
    read = turn.interpret(turn.text)
    is_matter = read.intent is Intent.SERVICE and not (read.wish or read.exception)
    if not (is_matter or read.wish in _LIKE_ORDERS) or asks_hours(turn, turn.text):
        return False
    return not is_own_matter(turn.text)
