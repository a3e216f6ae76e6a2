"""What comes between the questions of a form and their answers: an outage, an event, a wish, a question, a number.
The form goes on after it. Rows of `in_form`; what was offered in the middle is offered again once the form is over."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.hearing.hours import asks_hours
from itgov_bot.conversation.flows.staff import accompaniment, urgent, wishes
from itgov_bot.conversation.flows.staff.asked import everyday, questions
from itgov_bot.conversation.flows.staff.ticket_form import TICKET_FORM
from itgov_bot.conversation.flows.staff.tickets import my_tickets
from itgov_bot.conversation.flows.staff.wishes import waiting
from itgov_bot.conversation.flows.steps import reaching
from itgov_bot.conversation.form_types import (
    EventForm,
    Form,
    TicketedForm,
    TicketForm,
    UrgentForm,
    is_proposal,
)
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.understanding import Intent, Wish
from itgov_bot.understanding.inside.asks import WISH_OF, Asks
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.instead import said_instead
from itgov_bot.understanding.language.cases.review_words import asks_if_sent, review_order
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.topics_asked import topics_asked
from itgov_bot.wording.staff.tickets import going_on as words

TOLD_IN_FORM = frozenset(
    {Wish.PRIVACY, Wish.COST, Wish.WHEN, Wish.TERMS, Wish.ATTACH, Wish.HELP, Wish.PERSON}
)
"""What somebody may want to know before they go on, and may say plainly; the rest must be asked."""
BEGINS_ANOTHER = frozenset(
    {Wish.REGISTER, Wish.FORGET, Wish.CANCEL, Wish.CLOSE, Wish.REOPEN, Wish.ADD, Wish.COMPLAINT, Wish.URGENT}
)
"""What a proposal gives way to, said in so many words; it can be taken up again."""
MIN_WISH_WORDS = 3
"""«Urgente» alone is more about the report that is being filled in."""


def untold(turn: Turn) -> Subject | None:
    """The outage or event that was offered in the middle of a form, and neither reported nor refused yet."""
    told = turn.state.subject
    about = (told.text, turn.introduced(told.text).matter)
    is_of_form = any(form.about.startswith(about) for form in turn.state.forms)  # words may be added to it
    return told if turn.state.form and told.text and told.exception and not is_of_form else None


async def offer_untold(turn: Turn, left: Subject, forms_before: int) -> None:
    """Once the form in whose middle it was told is sent or left, it is offered again."""
    if len(turn.state.forms) >= forms_before:
        return
    at = len(turn.replies)
    if await urgent.offer_in_between(turn, left.text, left.service):
        turn.replies.insert(at, (words.still_untold(left.text), None))


async def urgent_told(turn: Turn, form: Form) -> bool:
    """An outage or an event told where a place or a contact was asked is offered its own way, and never kept as one."""
    is_describing = not form.about or form.flow == urgent.URGENT_FORM.name
    if is_describing or not forms.step_of(turn, form).free_text or not turn.text:
        return False
    if reaching.says_who_or_how(turn, form.step):  # that alone tells of no outage
        return False
    if form.step == "confirm" and turn.interpret(turn.text).doubtful:  # rather more about the same
        return False
    service = turn.sure_service(turn.text)
    tells_it_again = turn.exception_told(form.about) is not None
    if form.flow == TICKET_FORM.name and not tells_it_again:  # it is another case, also in hours
        return await urgent.offer_in_between(turn, turn.text, service)
    return await urgent.offer_if_exception(turn, turn.text, service)


async def event_told(turn: Turn, form: Form) -> bool:
    """An event of the mayor is planned first, and what it interrupts comes back; a form that asks what happens is over."""
    goes_on = isinstance(form, EventForm | TicketedForm)  # words about that event, or that ticket
    if goes_on or not turn.text or not forms.step_of(turn, form).free_text:
        return False
    asks_what_happens = isinstance(form, TicketForm | UrgentForm) and not form.about
    return await accompaniment.begin_if_told(turn, turn.text, instead=asks_what_happens)


async def wish_told(turn: Turn, form: Form) -> bool:
    """What is asked of the desk itself is told, and the form goes on; a proposal gives way to what begins something."""
    read = turn.interpret(turn.text) if turn.text and _takes_no(turn, form) else None
    wish = read.wish if read else None
    if read is None or wish is None or asks_hours(turn, turn.text):
        return False
    is_told = is_question(turn.text) or (wish in TOLD_IN_FORM and read.is_plain_wish)
    if is_told and await wishes.answer(turn, wish):
        await _ask_again(turn, form)
        return True
    is_surely = read.is_plain_wish and len(turn.text.split()) >= MIN_WISH_WORDS and not turn.files.kept
    if not (isinstance(form, TicketForm) and form.is_proposed and wish in BEGINS_ANOTHER and is_surely):
        return False
    if await wishes.may_begin(turn, wish) or not wishes.told_of_draft(turn):
        forms.put_aside(turn, form, may_come_back=wish is not Wish.FORGET)
        turn.read_anew(turn.text)
    else:
        await forms.ask(turn, form)
    return True


async def asks_of_us(turn: Turn, form: Form) -> bool:
    is_asked = await everyday.ours_asked(turn)
    if is_asked:
        await _ask_again(turn, form)
    return is_asked


async def asks_surely(turn: Turn, form: Form) -> bool:
    """Whoever is above is to know it, when somebody comes, who pays for what was lost: no answer to what is asked here, and
    no more of what happens."""
    asks = turn.understanding.asks(turn.text) if isinstance(form, TicketForm | UrgentForm) else Asks.OTHER
    if asks is Asks.BOSS:
        await waiting.complain(turn)
    elif _is_answered(turn, asks):
        await wishes.answer(turn, WISH_OF[asks])
    else:
        return False
    await _ask_again(turn, form)
    return True


def _is_answered(turn: Turn, asks: Asks) -> bool:
    """Who comes and how long it takes are asked of the service of what is filled in."""
    if asks is Asks.COMING and topics_asked(turn.text):
        return False
    return asks in (Asks.COMING, Asks.DEBT) and turn.interpret(turn.text).wish is WISH_OF[asks]


async def asks_something(turn: Turn, form: Form) -> bool:
    is_of_draft = isinstance(form, TicketForm) and bool(form.text)  # what is no question is more of it
    takes_words = (forms.step_of(turn, form).free_text or is_of_draft) and not _is_said_instead(turn, form)
    if not turn.text or not await questions.answer_in_between(turn, turn.text, takes_words):
        return False
    await _ask_again(turn, form)
    return True


async def ticket_named(turn: Turn, form: Form) -> bool:
    """The number of a ticket alone is no answer, where one is not what was asked for."""
    is_figure = turn.text.isdigit() or isinstance(form, TicketedForm)
    if is_figure or not await my_tickets.ticket_number(turn):
        return False
    await _ask_again(turn, form)
    return True


async def _ask_again(turn: Turn, form: Form) -> None:
    """After what came in between; a proposal is not insisted upon, and goes on being open. Who takes leave before it is
    sent, or asks whether it was, sees that it is not."""
    takes_it_as_sent = form.step == "confirm" and bool(what_is_said(turn.text) & {Says.THANKS, Says.DONE})
    is_insisted = not is_proposal(form) or takes_it_as_sent or asks_if_sent(turn.text)
    if turn.state.form and turn.state.form.token == form.token and is_insisted:
        await forms.ask(turn, form)


def _is_said_instead(turn: Turn, form: Form) -> bool:
    """A question or a courtesy, and no answer."""
    names_other = said_instead(turn.text) is not None  # «no, mejor un dron»
    is_talk = is_question(turn.text) or (
        turn.interpret(turn.text).intent is Intent.SMALLTALK and not names_other
    )
    return is_talk and _takes_no(turn, form)


def _takes_no(turn: Turn, form: Form) -> bool:
    """The words are no answer where a place or a contact was asked, or at the summary; elsewhere any words may be one."""
    if not isinstance(form, TicketForm | EventForm):
        return False
    if form.step in ("place", "confirm", "contact") and _is_plainly_asked(turn):
        return True
    if form.step == "contact":
        return reaching.contact_told(turn.text) is None
    if form.step not in ("place", "confirm") or (form.step == "confirm" and review_order(turn.text)):
        return False
    told = reaching.told_at(turn, form.step, turn.text)
    return not (told.place or told.contact)


def _is_plainly_asked(turn: Turn) -> bool:
    return is_question(turn.text) and turn.interpret(turn.text).is_plain_wish
