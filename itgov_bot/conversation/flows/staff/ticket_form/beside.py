"""What is told beside the question of a form: another problem, for later; a refusal; a step back. Read by `in_form`."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.put_off import put_off_named
from itgov_bot.conversation.flows.staff.ticket_form.changing import about
from itgov_bot.conversation.flows.staff.ticket_form.form import TELLING, add_words, go_back, go_next, of_draft
from itgov_bot.conversation.flows.staff.ticket_form.reviewing import ORDERED
from itgov_bot.conversation.flows.staff.ticket_form.sending import send
from itgov_bot.conversation.flows.steps import reaching
from itgov_bot.conversation.flows.steps.gathered import with_words
from itgov_bot.conversation.form_types import Form, TicketForm
from itgov_bot.conversation.state import Introduced
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding import Intent, Interpretation, RequestType, Wish
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import Beside
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.instead import corrected_matter
from itgov_bot.understanding.language.cases.review_words import Order, announces_another, review_order
from itgov_bot.understanding.language.cases.whom_it_hits import hits_others
from itgov_bot.understanding.language.introducing.said_alone import Asked
from itgov_bot.understanding.language.message.pieces import put_first
from itgov_bot.understanding.language.people.data_refusal import data_refusal
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording.staff.ticket_form import questions as words

_GOES_ON = frozenset({Says.SEEN, Says.DONE, Says.STILL, Says.BUT})
"""It is more of the same problem."""
_ANYWHERE = (Order.UNDO, Order.NAME, Order.BY_CHAT, Order.CONTACT)


async def taken_up(turn: Turn, form: Form) -> bool:
    """«Sigamos»: the question again, and never its answer; after a while a «sí» says no more than that."""
    is_for_others = forms.step_of(turn, form).verbatim and not form.is_idle(turn.now)
    is_yes = form.is_idle(turn.now) and turn.answers.yes_or_no(turn.text) is True
    goes_on = not is_for_others and (is_yes or turn.answers.is_going_on(turn.text))
    if goes_on:
        await forms.ask(turn, form)
    return goes_on


@of_draft()
async def gives_way(turn: Turn, form: TicketForm) -> bool:
    """A proposal that was not answered gives way to another problem, and is offered once that one is sent; after a while
    it waits for whatever is no answer, and is offered after what is said to that. What may be urgent has its own way, in
    the middle of any form."""
    if not _may_wait(turn, form):
        return False
    is_late = form.is_proposed and form.is_idle(turn.now) and not _answers(turn, turn.text)
    is_over = is_late and not _tells_it_again(turn, form)
    is_put_off = not is_late and _tells_another(turn, form) and not turn.interpret(turn.text).exception
    if is_put_off:
        turn.state.leave_for_later(form.text, form.service)
        _keep_said(turn, form)
    if is_over:
        turn.state.leave_behind(form)
    if is_over or is_put_off:
        forms.finish(turn)
        turn.read_anew(put_first(turn.text) or turn.text)
    return is_over or is_put_off


def _keep_said(turn: Turn, form: TicketForm) -> None:
    """Who and where they are holds for the next one."""
    before = turn.said_before
    place = before.place if form.is_old_place else form.place or before.place
    turn.state.introduced = Introduced(
        turn.now, form.name or before.name, place, form.contact or before.contact
    )


def _may_wait(turn: Turn, form: TicketForm) -> bool:
    """«Mejor primero un tóner» puts off also what was answered to."""
    is_open = form.is_proposed or (form.step in TELLING and put_first(turn.text) is not None)
    return is_open and bool(turn.text)


@of_draft(*TELLING)
async def ordered_beside(turn: Turn, form: TicketForm) -> bool:
    """An order of the summary that counts as well where a place or a contact is asked. Before the words of leaving are
    read: «quite eso» takes out what was added last, if anything was."""
    if form.step != "confirm" and (matter := corrected_matter(turn.text)):
        await go_next(turn, about(turn, with_words(form, turn.text), matter))
        return True
    order, told = review_order(turn.text), reaching.told_at(turn, form.step, turn.text)
    is_told = told.contact or (
        told.place and not (order and order.order is Order.UNDO)
    )  # «mejor quítelo» is nowhere
    if order is None or order.order not in _ANYWHERE or is_told:
        return False
    if turn.answers.is_leaving(turn.text) and not form.before:
        return False
    await ORDERED[order.order](turn, form, order)
    return True


@of_draft(*TELLING)
async def grows(turn: Turn, form: TicketForm) -> bool:
    """What was told as theirs alone turns out to be everybody's: it is the same case, whose words were not enough. After
    hours the guard is offered at once, where nothing is left to be asked."""
    if (
        reaching.says_who_or_how(turn, form.step)
        or _only_urges(turn)
        or not (form.text and _is_everybodys(turn, form))
    ):
        return False
    if form.place and turn.has_consented and not turn.is_open(form.service):
        await send(turn, with_words(form, turn.text))
    else:
        await add_words(turn, form, turn.text)
    return True


def _only_urges(turn: Turn) -> bool:
    """«No da espera, es urgentísimo» tells of nothing that is down."""
    likely = turn.understanding.inside.likely(Book.DRAFTS, turn.text)
    return likely.is_surely(Beside.URGENT) and turn.interpret(turn.text).doubtful


def _is_everybodys(turn: Turn, form: TicketForm) -> bool:
    told = reaching.told_at(turn, form.step, turn.text)
    likely = turn.understanding.inside.likely(Book.DRAFTS, turn.text)
    is_more = likely.best == Beside.MORE  # «mándelo, son dos equipos» sends it
    says_whom = hits_others(turn.text) and is_more and not (told.place or told.contact)
    if turn.interpret(turn.text).exception is not ExceptionKind.SERVICE_OUTAGE:
        return says_whom
    may_be_of_it = says_whom or not turn.interpret(form.text).exception
    return may_be_of_it and _is_outage_of_it(turn, form)


def _is_outage_of_it(turn: Turn, form: TicketForm) -> bool:
    """What is down is what was told of, or nothing that is named: «se cayó el servidor» is no matter of a keyboard."""
    names_nothing = turn.outage_told(turn.text, turn.sure_service(turn.text)).is_nameless
    return names_nothing or form.service in _meant(turn, turn.interpret(turn.text))


@of_draft(*TELLING, "same", "many", "urgent")
async def another_problem(turn: Turn, form: TicketForm) -> bool:
    """It is kept, with its own words, until the one that is being told is sent."""
    is_another = not _reaches(turn, form) and _tells_another(turn, form)
    if is_another:
        await keep_for_later(turn, form)
    return is_another


def _reaches(turn: Turn, form: TicketForm) -> bool:
    """«3001234567, en la mañana no puedo contestar», where that was asked."""
    is_asked = form.step == "contact" and not announces_another(turn.text)
    return is_asked and reaching.told_at(turn, form.step, turn.text).contact is not None


@of_draft(*TELLING)
async def put_off_again(turn: Turn, form: TicketForm) -> bool:
    """«¿Y lo del correo?», which was told before this one: it still waits for its turn."""
    named = put_off_named(turn)
    if named is None or reaching.told_at(turn, form.step, turn.text).contact:
        return False
    turn.state.leave_for_later(named.text, named.service)
    turn.say(words.left_for_later(named.text))
    await forms.ask(turn, form)
    return True


@of_draft("place", "contact")
async def wanted_again(turn: Turn, form: TicketForm) -> bool:
    """«Bueno, pídamela», «ábrame uno nuevo entonces» where a place or a contact is asked: this is that case."""
    likely = turn.understanding.inside.likely(Book.DRAFTS, turn.text)
    read = turn.interpret(turn.text)
    is_wanted = likely.is_surely(Beside.SEND) or (read.wish is Wish.OPEN and read.named is None)
    if not (form.text and is_wanted) or reaching.told_at(turn, form.step, turn.text).contact:
        return False
    await forms.ask_again(turn, form, words.ONLY_THIS_IS_MISSING)
    return True


async def keep_for_later(turn: Turn, form: TicketForm) -> None:
    turn.state.leave_for_later(turn.text, turn.sure_service(turn.introduced(turn.text).matter))
    turn.say(words.left_for_later(turn.text))
    await forms.ask(turn, form)


@of_draft(with_files=True)
async def steps_back(turn: Turn, form: TicketForm) -> bool:
    """«Atrás», at any step. «Cambiar el contacto» says where to, and is an order of the summary."""
    is_order = form.step in ("confirm", "fix") and review_order(turn.text) is not None
    goes_back = turn.answers.is_going_back(turn.text) and not is_order
    if goes_back:
        await go_back(turn, form)
    return goes_back


def _tells_it_again(turn: Turn, form: TicketForm) -> bool:
    """Only the person knows whether it is the same."""
    told = turn.sure_service(turn.text)
    return told is not None and told == form.service


def _tells_another(turn: Turn, form: TicketForm) -> bool:
    """A report of another service than the one that is being filled in. Without a service it must be announced."""
    text = turn.introduced(turn.text).matter  # where it is, told in the same breath, is no answer either
    if not text or form.step == "service" or _answers(turn, text):
        return False
    read, is_announced = turn.interpret(text), announces_another(text) or put_first(text) is not None
    if not _names_service(read) or not (is_announced or _is_report(read, text)):
        return False
    if form.service is None:
        return is_announced
    goes_on = what_is_said(text) & _GOES_ON and not is_announced
    return not goes_on and form.service not in _meant(turn, read)


def _answers(turn: Turn, text: str) -> bool:
    """A place, a contact, a plain answer: whatever else it reads like."""
    told = reaching.told_in(turn, text, Asked.PLACE)
    is_answer = turn.answers.yes_or_no(text) is not None
    return bool(told.place or told.contact) or is_answer or is_plain(turn, text)


def is_plain(turn: Turn, text: str) -> bool:
    """An order of the summary, a refusal, «cancele», «volver», «no sé»: words that a frame reads from end to end."""
    if review_order(text) or corrected_matter(text) or data_refusal(text):
        return True
    plain = (turn.answers.is_leaving, turn.answers.is_going_back, turn.answers.is_unsure)
    return any(says(text) for says in plain)


def _names_service(read: Interpretation) -> bool:
    is_told = read.intent is Intent.SERVICE and read.decision != "none"
    return is_told and read.request_type is not RequestType.QUESTION


def _is_report(read: Interpretation, text: str) -> bool:
    """A fault, or a request for something that is plainly named."""
    is_request = read.request_type is RequestType.SERVICE_REQUEST and read.decision == "answer"
    return is_request or tells_a_fault(text)


def _meant(turn: Turn, read: Interpretation) -> frozenset[str]:
    """The services it may be, with their twins."""
    meant = {one.service for one in read.candidates[: max(1, read.offered)]}
    return turn.desk.reference.catalog.with_twins(meant)
