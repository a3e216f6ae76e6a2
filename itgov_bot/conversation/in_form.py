"""What is written in the middle of a form: its answer, or one of what `FORM_READERS` name before it. Used by
`text_readers`."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.button_words import asked_if_meant
from itgov_bot.conversation.flows import team
from itgov_bot.conversation.flows.agents.orders.beside import done_beside, gives_way, tells_own_instead
from itgov_bot.conversation.flows.going_on.in_form import beside_form
from itgov_bot.conversation.flows.hearing.hours import asks_hours
from itgov_bot.conversation.flows.managers import indicators, recording
from itgov_bot.conversation.flows.staff import accompaniment, dangers, urgent, wishes
from itgov_bot.conversation.flows.staff.asked import everyday, questions
from itgov_bot.conversation.flows.staff.ticket_form import (
    TICKET_FORM,
    beside,
    changing,
    first_aid,
    heard,
    replacing,
)
from itgov_bot.conversation.flows.staff.tickets import my_tickets, rating
from itgov_bot.conversation.flows.steps import consent, reaching
from itgov_bot.conversation.form_types import (
    EventForm,
    Form,
    PlanForm,
    RecordingForm,
    TicketedForm,
    TicketForm,
    UrgentForm,
    is_proposal,
)
from itgov_bot.conversation.newcomer import works_first
from itgov_bot.conversation.sections import Section, readers_of
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.domain.people import may_see_summaries, may_work_tickets
from itgov_bot.understanding import Intent, Wish
from itgov_bot.understanding.language.answering.pauses import is_pause
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.instead import said_instead
from itgov_bot.understanding.language.cases.review_words import asks_if_sent, review_order
from itgov_bot.understanding.language.managing.recording import tells_reading
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.wording import forms as form_words
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


async def in_form(turn: Turn) -> bool:
    """A reader of text: while a form is open, whatever is written is read here. A reader that ends the form and answers
    nothing leaves the words to be read as if it had not been asked."""
    form = turn.state.form
    if form is None:
        return False
    for reader in readers_of(FORM_READERS, turn.roles):
        if await reader(turn, form):
            break
        if turn.state.form is not form:
            return await in_form(turn)
    return True


async def _was_left(turn: Turn, form: Form) -> bool:
    """Whether a form goes on was asked once, days after it was left: what is written then is read as what it is. A reading
    that nobody has sent is soon told again, and waits for minutes only."""
    is_left = form.is_old(turn.now) or (isinstance(form, RecordingForm | PlanForm) and form.is_idle(turn.now))
    if not (turn.text and is_left and _was_asked_about(turn, form)):
        return False
    if turn.answers.yes_or_no(turn.text):
        await forms.ask(turn, form)
    elif may_see_summaries(turn.roles) and await indicators.asks_of_figures_beside(turn, form):
        pass
    elif turn.answers.is_leaving(turn.text):
        await forms.drop(turn)
    else:
        turn.say(form_words.left_for_good(forms.named(turn, form)))
        forms.finish(turn)
        return False
    return True


async def _is_over(turn: Turn, form: Form) -> bool:
    """Of what nobody need answer any more."""
    if await rating.is_over(turn, form) or works_first(turn, form):
        forms.finish(turn)
    return False


def _was_asked_about(turn: Turn, form: Form) -> bool:
    return any(form.asked_at is None or one.at > form.asked_at for one in turn.state.questions)


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


async def _comes_late(turn: Turn, form: Form) -> bool:
    """After a while words may be the answer, or something new: only the person knows."""
    is_late = form.is_idle(turn.now) and bool(turn.text) and not turn.files.kept
    if isinstance(form, RecordingForm) and tells_reading(turn.text, turn.local_now.date()):
        return False  # nothing else is said so
    if is_late and turn.answers.is_leaving(turn.text):
        await forms.drop(turn)
    elif is_late:
        called = forms.flow_of(turn, form).called
        turn.ask_about(form_words.unfinished(called, form.about, turn.text), turn.text)
    return is_late


async def _verbatim(turn: Turn, form: Form) -> bool:
    """Words for somebody else are taken as they are, but for those that may have been meant for a button."""
    if not forms.step_of(turn, form).verbatim:
        return False
    if not await asked_if_meant(turn, form):
        await _answer_to_step(turn, form)
    return True


async def _pausing(turn: Turn, form: Form) -> bool:
    """Who only goes for a moment, or is back, answers nothing."""
    pauses = not (turn.files.kept or forms.step_of(turn, form).verbatim) and is_pause(turn.text)
    if pauses:
        await forms.ask_again(turn, form, form_words.no_hurry())
    return pauses


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
    if reaching.says_who_or_how(turn, form.step):  # that alone tells of no outage
        return False
    if form.step == "confirm" and turn.interpret(turn.text).doubtful:  # rather more about the same
        return False
    service = turn.sure_service(turn.text)
    tells_it_again = turn.exception_told(form.about) is not None
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


async def _wish_in_between(turn: Turn, form: Form) -> bool:
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


async def _of_us_in_between(turn: Turn, form: Form) -> bool:
    is_asked = await everyday.ours_asked(turn)
    if is_asked:
        await _ask_again(turn, form)
    return is_asked


async def _question_in_between(turn: Turn, form: Form) -> bool:
    takes_words = forms.step_of(turn, form).free_text and not _is_said_instead(turn, form)
    if not turn.text or not await questions.answer_in_between(turn, turn.text, takes_words):
        return False
    await _ask_again(turn, form)
    return True


async def _ticket_in_between(turn: Turn, form: Form) -> bool:
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


async def _beside_place(turn: Turn, form: Form) -> bool:
    """The place that was asked is kept, and what was told in the same breath read as words beside the draft."""
    placed = changing.place_first(turn, form)
    for reader in _TOLD_BESIDE if placed else ():
        if await reader(turn, placed or form):
            break
    return placed is not None


async def _answer_to_step(turn: Turn, form: Form) -> bool:
    await forms.take(turn, form, Answer(text=turn.text, files=tuple(turn.files.kept)))
    return True


_TOLD_BESIDE = (
    dangers.more_told,
    beside.grows,
    _urgent_in_between,
    _event_in_between,
    beside.another_problem,
    changing.with_rest,
)
"""What may be told in the same breath as the place that was asked."""

FORM_READERS: tuple[Section[[Form]], ...] = (
    # What is over is read without it.
    Section((_was_left, _is_over)),
    # What is surely said to the desk is no answer to another matter.
    Section((team.says_of_desk_beside,), only=may_work_tickets),
    Section((recording.says_of_theirs_beside,)),
    Section((done_beside, gives_way, tells_own_instead), only=may_work_tickets),
    # A danger comes before all: what is asked of it, and what is told more.
    Section((first_aid.asked_in_form, dangers.more_told)),
    Section((beside_form,)),
    Section((indicators.asks_of_figures_beside,), only=may_see_summaries),
    # What the form itself is told out of turn, by whichever form it is.
    Section(
        (
            _beside_place,
            accompaniment.is_anothers,
            accompaniment.told_otherwise,
            replacing.said_otherwise,
            heard.at_once,
            first_aid.works_told,
            _pausing,
            beside.taken_up,
            beside.gives_way,
            rating.kept_late,
        )
    ),
    # Where words are taken as they are nothing else is read in them.
    Section((_comes_late, _verbatim)),
    # What comes in between; what is left is the answer.
    Section(
        (
            consent.refused_in_form,
            beside.ordered_beside,
            _leaving,
            beside.grows,
            _urgent_in_between,
            _event_in_between,
            beside.steps_back,
            _of_us_in_between,
            beside.put_off_again,
            beside.wanted_again,
            heard.surely,
            _wish_in_between,
            beside.another_problem,
            _ticket_in_between,
            _question_in_between,
            heard.in_doubt,
            _answer_to_step,
        )
    ),
)
"""In the middle of a form; the last one takes anything."""
