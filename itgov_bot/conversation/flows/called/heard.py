"""Whoever is called for an urgent case, or has taken it, writes in words that no table knows: what they are likeliest is
done where it can be called back, and shown first where it leaves the desk. Of who is still awaited, words in doubt are
asked about: nothing else is made of them."""

from collections.abc import Sequence

from itgov_bot.conversation import forms
from itgov_bot.conversation.answered import ticket_of_answered
from itgov_bot.conversation.flows.agents.card import colleagues
from itgov_bot.conversation.flows.agents.card.steps import is_doubting
from itgov_bot.conversation.flows.agents.orders.beside import leave_waiting
from itgov_bot.conversation.flows.called.rows import ROWS, Row, ask, ask_if_another
from itgov_bot.conversation.flows.called.which import answered_of_several, awaited_of, meant
from itgov_bot.conversation.flows.going_on import readers
from itgov_bot.conversation.flows.hearing.heard import OF_DUTY, Heard, Message
from itgov_bot.conversation.flows.hearing.message import going_on, hear_in
from itgov_bot.conversation.flows.hearing.where import Told
from itgov_bot.conversation.form_types import Form, RegistrationForm, TicketForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.tickets.matters import Matter, MatterKind
from itgov_bot.understanding.inside.called import CalledSays
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import Likely
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.understanding.language.answering.picks import MAX_PICK_WORDS
from itgov_bot.understanding.language.cases.false_alarms import tells_of_another
from itgov_bot.understanding.language.duty.asked_of_case import asked_at_duty, asks_something
from itgov_bot.understanding.language.duty.call_answered import is_of_begun
from itgov_bot.understanding.language.orders import Order, numbered_order, order_in

_SEEN_TO = frozenset({MatterKind.CALLED, MatterKind.GUARD, MatterKind.HELD})
_PLAIN = OF_DUTY - {Heard.MAY_GIVE_UP} | {Heard.YES, Heard.NO, Heard.NUMBER}
"""What the table of what goes on knows for sure."""
_REFUSES = frozenset({Heard.GIVES_UP, Heard.MAY_GIVE_UP, Heard.CANNOT})
_ANSWERS_CALL = (CalledSays.TAKE, CalledSays.DECLINE, CalledSays.HELP)
_ONLY_ASKED = frozenset(
    {CalledSays.NOTE, CalledSays.OVER, CalledSays.MERGE, CalledSays.CALM, CalledSays.DECLINE}
)
_NO_PICK = (*_ANSWERS_CALL, CalledSays.CALM, CalledSays.OVER)
"""What names none of several choices."""
_NO_WORDS = (*_NO_PICK, CalledSays.MERGE)
"""What is no other wording of what somebody is to be told."""
_NO_TAKING = (CalledSays.DECLINE, CalledSays.CALM)
_BY_NUMBER = frozenset(
    {
        Order.SOLVE,
        Order.WAIT,
        Order.RESUME,
        Order.CANCEL,
        Order.NOTE,
        Order.PRIORITY,
        Order.SERVICE,
        Order.REOPEN,
    }
)
"""What is ordered of a case by its number is done by whoever obeys such orders."""


async def answers_the_call(turn: Turn) -> bool:
    """A reader, while the desk is closed."""
    if not turn.text or turn.files.kept or turn.is_open():
        return False
    matters = await _seen_to(turn)
    if not matters or await _is_ordered_by_number(turn, matters):
        return False
    likely = await colleagues.likely(turn, Book.CALLED, matters[0].ticket.requester)
    form = turn.state.form
    if not likely or not _is_awaited_here(turn, matters, likely) or await _is_of_nights(turn):
        return False
    is_answered = await _answered(turn, matters, likely)
    if is_answered and form:
        _leave(turn, form)
    return is_answered


async def _answered(turn: Turn, matters: Sequence[Matter], likely: Likely) -> bool:
    message, awaited = hear_in(turn, turn.text), awaited_of(matters)
    if tells_of_another(turn.text) and turn.interpret(turn.text).exception:
        await ask_if_another(turn, Told(matters[0], message))
        return True
    if await answered_of_several(turn, matters, message, likely):
        return True
    if _is_plain(message, likely, matters) and await readers.goes_on(turn):
        return True
    matter = await meant(turn, matters, CalledSays(likely.best))
    row = _row_of(turn, matter, likely)
    if row:
        await row(turn, Told(matter, message))
        return True
    is_else = likely.is_surely(CalledSays.OTHER) and not message.says & (_REFUSES | {Heard.COMES})
    if not awaited or is_else:
        return False
    await ask(turn, Told(awaited[0], message), likely)
    return True


def _row_of(turn: Turn, matter: Matter, likely: Likely) -> Row | None:
    """What only asks, of who has it, needs less to be done; who asks something has not declined yet."""
    says, is_called = CalledSays(likely.best), matter.kind is MatterKind.CALLED
    is_enough = likely.is_sure or (not is_called and says in _ONLY_ASKED)
    is_refused = is_called and not matter.awaits and says is not CalledSays.TAKE
    if is_called and says is CalledSays.DECLINE and asks_something(turn.text):
        return None
    return ROWS[matter.kind].get(says) if is_enough and not is_refused else None


async def _seen_to(turn: Turn) -> list[Matter]:
    """The urgent cases before them, the nearest first; of an answer to a message, the case of that message alone."""
    if turn.text.startswith("/") or turn.text.isdigit():
        return []
    found = [one for one in await going_on(turn) if one.kind in _SEEN_TO and not one.ticket.event_at]
    answered = await ticket_of_answered(turn) if found else None
    if answered is None:
        return found
    return [] if answered.to else [one for one in found if one.ticket.id == answered.ticket.id]


async def _is_ordered_by_number(turn: Turn, matters: Sequence[Matter]) -> bool:
    """Of a case that they are called for, it is rather an answer to the call. What everybody is to be told goes to nobody
    alone."""
    news = order_in(turn.text)
    if news and news.order is Order.NEWS:
        return True
    asked = numbered_order(turn.text, *await colleagues.known_to(turn))
    if asked is None or asked.ordered.order not in _BY_NUMBER:
        return False
    found = [await lookup.meant(turn.desk, one) for one in asked.numbers]
    called = {one.ticket.id for one in awaited_of(matters)}
    return all(one is not None and one.id not in called for one in found)


async def _is_of_nights(turn: Turn) -> bool:
    """«¿Cuántas veces me llamaron anoche?»: of no case."""
    is_of_nights = (await colleagues.likely(turn, Book.TEAM)).is_surely(TeamSays.NIGHT)
    return is_of_nights and asked_at_duty(turn.text) is None


# In the middle of a form


def _is_awaited_here(turn: Turn, matters: Sequence[Matter], likely: Likely) -> bool:
    """Words that a form awaits are for it, unless it began before the call; then only what surely answers the call. A press
    that is awaited takes no words but a choice."""
    form = turn.state.form
    if form is None:
        return True
    if isinstance(form, RegistrationForm):
        return likely.is_surely(*_NO_WORDS)
    if isinstance(form, TicketForm) and any(one.kind is MatterKind.GUARD for one in matters):
        return likely.is_surely(
            *_ANSWERS_CALL, CalledSays.OVER
        )  # «ya volvió» sends no half-told case of their own
    if is_doubting(form):  # whether earlier words go is asked; a yes or a no answers that
        return turn.answers.yes_or_no(turn.text) is None and likely.is_surely(*_NO_WORDS)
    is_newer = any(form.asked_at is None or one.since > form.asked_at for one in awaited_of(matters))
    step, answers = forms.step_of(turn, form), likely.is_surely(*_ANSWERS_CALL)
    if not step.verbatim:
        return is_newer or answers
    if step.passing:
        is_told = len(turn.text.split()) > MAX_PICK_WORDS and likely.is_sure
        is_choice = turn.answers.yes_or_no(turn.text) is not None or likely.best == CalledSays.MERGE
        return not is_choice and (is_told or likely.is_surely(*_NO_PICK))
    return answers and (is_newer or bool(hear_in(turn, turn.text).says & OF_DUTY))


def _leave(turn: Turn, form: Form) -> None:
    """A question that one press would have answered is asked no more; what was half written waits, which is said."""
    step = forms.step_of(turn, form)
    if is_doubting(form) or (step.verbatim and step.passing):
        turn.state.drop(form)
    elif step.verbatim:
        leave_waiting(turn, form)


# What needs no ranking


def _is_plain(message: Message, likely: Likely, matters: Sequence[Matter]) -> bool:
    """The table knows the words. That somebody comes or goes on counts where nothing else is said with it, that they cannot
    where they ask nothing and it is no other kind."""
    says = message.says
    if Heard.FIXED in says and len(matters) == 1 and not likely.is_surely(CalledSays.OVER):
        return True
    if says & {Heard.KEEPS, Heard.TAKES} and likely.best in _NO_TAKING:  # «mañana lo termino, no es grave»
        return False
    if says & _REFUSES and (likely.best != CalledSays.DECLINE or asks_something(message.text)):
        return False
    if awaited_of(matters) and (likely.is_surely(CalledSays.TAKE) or _declines_new(message, likely)):
        return False  # «lo cojo», «ahora sí no puedo», of who has another one
    comes = Heard.COMES in says and likely.best == CalledSays.TAKE
    is_asked = Heard.ASKS_EITHER in says and likely.best is not CalledSays.ASK
    return comes or (bool(says & _PLAIN) and not is_asked and not likely.is_surely(CalledSays.HELP))


def _declines_new(message: Message, likely: Likely) -> bool:
    return likely.is_surely(CalledSays.DECLINE) and not is_of_begun(message.text)
