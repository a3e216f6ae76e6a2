"""What is written in the middle of a form: its answer, or one of what `FORM_READERS` name before it. Used by
`text_readers`."""

from itgov_bot.conversation import forms, in_between
from itgov_bot.conversation.button_words import asked_if_meant
from itgov_bot.conversation.flows import event_change, team
from itgov_bot.conversation.flows.agents.orders.beside import done_beside, gives_way, tells_own_instead
from itgov_bot.conversation.flows.going_on.in_form import beside_form
from itgov_bot.conversation.flows.managers import indicators, recording
from itgov_bot.conversation.flows.planned import told as planned
from itgov_bot.conversation.flows.staff import accompaniment, dangers, event_otherwise
from itgov_bot.conversation.flows.staff.ticket_form import (
    beside,
    changing,
    first_aid,
    heard,
    replacing,
)
from itgov_bot.conversation.flows.staff.tickets import rating
from itgov_bot.conversation.flows.steps import consent, reaching
from itgov_bot.conversation.form_types import (
    Form,
    PlanForm,
    RecordingForm,
)
from itgov_bot.conversation.newcomer import works_first
from itgov_bot.conversation.sections import Section, readers_of
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.domain.people import may_see_summaries, may_work_tickets
from itgov_bot.understanding.language.answering.pauses import is_pause
from itgov_bot.understanding.language.managing.backing import link_in
from itgov_bot.understanding.language.managing.recording import tells_reading
from itgov_bot.wording import forms as form_words


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
    that nobody has sent is soon told again, and waits for minutes only; but what shows it is for it."""
    is_left = form.is_old(turn.now) or (isinstance(form, RecordingForm | PlanForm) and form.is_idle(turn.now))
    shows_reading = isinstance(form, RecordingForm) and bool(turn.files.kept)
    if shows_reading or not (turn.text and is_left and _was_asked_about(turn, form)):
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


async def _comes_late(turn: Turn, form: Form) -> bool:
    """After a while words may be the answer, or something new: only the person knows."""
    is_late = form.is_idle(turn.now) and bool(turn.text) and not turn.files.kept
    is_of_it = tells_reading(turn.text, turn.local_now.date()) or link_in(turn.text)
    if isinstance(form, RecordingForm) and is_of_it:
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
    in_between.urgent_told,
    in_between.event_told,
    beside.another_problem,
    changing.with_rest,
)
"""What may be told in the same breath as the place that was asked."""

FORM_READERS: tuple[Section[[Form]], ...] = (
    # What is over is read without it.
    Section((_was_left, _is_over)),
    # What is surely said to the desk is no answer to another matter.
    Section((team.says_of_desk_beside, planned.says_beside), only=may_work_tickets),
    Section((recording.says_of_theirs_beside,)),
    Section((done_beside, gives_way, tells_own_instead), only=may_work_tickets),
    # A danger comes before all: what is asked of it, and what is told more.
    Section((first_aid.asked_in_form, in_between.asks_surely, dangers.more_told)),
    Section((reaching.same_place, beside_form)),
    Section((indicators.asks_of_figures_beside,), only=may_see_summaries),
    # What the form itself is told out of turn, by whichever form it is.
    Section(
        (
            _beside_place,
            accompaniment.is_anothers,
            event_otherwise.told_otherwise,
            event_change.told_otherwise,
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
            in_between.urgent_told,
            in_between.event_told,
            beside.steps_back,
            in_between.asks_of_us,
            beside.put_off_again,
            beside.wanted_again,
            heard.surely,
            in_between.wish_told,
            beside.another_problem,
            in_between.ticket_named,
            in_between.asks_something,
            heard.in_doubt,
            _answer_to_step,
        )
    ),
)
"""In the middle of a form; the last one takes anything."""
