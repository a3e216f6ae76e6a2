"""What is written in the middle of a form: its answer, or one of what FORM_READERS names before it. Used by routes."""

from collections.abc import Awaitable, Callable

from itgov_bot.conversation import forms
from itgov_bot.conversation.answered import question_stands
from itgov_bot.conversation.flows.staff import accompaniment, questions, urgent
from itgov_bot.conversation.flows.staff.going_on.readers import beside_form
from itgov_bot.conversation.flows.staff.ticket_form import TICKET_FORM
from itgov_bot.conversation.form_types import EventForm, Form, TicketedForm, TicketForm, UrgentForm
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import going_on as words

FormReader = Callable[[Turn, Form], Awaitable[bool]]


async def in_form(turn: Turn) -> bool:
    """A reader of text: while a form is open, whatever is written is read here."""
    if turn.state.form is None:
        return False
    if not await question_stands(turn):
        turn.say(form_words.question_is_over())
        return True
    form = turn.state.form
    for reader in FORM_READERS:
        if await reader(turn, form):
            break
    return True


def untold(turn: Turn) -> Subject | None:
    """The outage or event that was offered in the middle of a form, and neither reported nor refused yet."""
    told = turn.state.subject
    is_of_form = any(form.about == told.text for form in turn.state.forms)
    return told if turn.state.form and told.text and told.exception and not is_of_form else None


async def offer_untold(turn: Turn, left: Subject, forms_before: int) -> None:
    """Once the form in whose middle it was told is sent or left, it is offered again."""
    if len(turn.state.forms) >= forms_before:
        return
    at = len(turn.replies)
    if await urgent.offer_in_between(turn, left.text, left.service):
        turn.replies.insert(at, (words.still_untold(left.text), None))


async def _comes_late(turn: Turn, form: Form) -> bool:
    """After a while words may be the answer, or something new: only the person knows."""
    is_late = form.is_idle(turn.now) and bool(turn.text) and not turn.files.kept
    if is_late:
        turn.state.held_text = turn.text
        called = forms.flow_of(turn, form).called
        turn.say(form_words.unfinished(called, form.about, turn.text))
    return is_late


async def _verbatim(turn: Turn, form: Form) -> bool:
    """Words for somebody else are taken as they are."""
    return forms.step_of(turn, form).verbatim and await _answer_to_step(turn, form)


async def _leaving(turn: Turn, _form: Form) -> bool:
    leaves = turn.answers.is_leaving(turn.text)
    if leaves:
        await forms.drop(turn)
    return leaves


async def _urgent_in_between(turn: Turn, form: Form) -> bool:
    """An outage or an event told where a place or a contact was asked is offered its own way, and never kept as one."""
    is_describing = not form.about or form.flow == urgent.URGENT_FORM.name
    if is_describing or not forms.step_of(turn, form).free_text or not turn.text:
        return False
    service = turn.sure_service(turn.text)
    tells_it_again = turn.interpret(form.about).exception is not None
    if form.flow == TICKET_FORM.name and not tells_it_again:  # it is another case, also in hours
        return await urgent.offer_in_between(turn, turn.text, service)
    return await urgent.offer_if_exception(turn, turn.text, service)


async def _event_in_between(turn: Turn, form: Form) -> bool:
    """An event of the mayor is planned first, and what it interrupts comes back; a form that asks what happens is over."""
    goes_on = isinstance(form, EventForm | TicketedForm)  # words about that event, or that ticket
    if goes_on or not turn.text or not forms.step_of(turn, form).free_text:
        return False
    asks_what_happens = isinstance(form, TicketForm | UrgentForm) and not form.about
    return await accompaniment.begin_if_told(turn, turn.text, instead=asks_what_happens)


async def _question_in_between(turn: Turn, form: Form) -> bool:
    takes_words = forms.step_of(turn, form).free_text
    if not turn.text or not await questions.answer_in_between(turn, turn.text, takes_words):
        return False
    await forms.ask(turn, form)
    return True


async def _answer_to_step(turn: Turn, form: Form) -> bool:
    await forms.take(turn, form, Answer(text=turn.text, files=tuple(turn.files.kept)))
    return True


FORM_READERS: tuple[FormReader, ...] = (
    beside_form,
    _comes_late,
    _verbatim,
    _leaving,
    _urgent_in_between,
    _event_in_between,
    _question_in_between,
    _answer_to_step,
)
