"""What is written beside a draft and fits no frame is heard by its kind, as its likes are written (`drafts.tsv`); in doubt
the person says it. Read by `in_form`."""

from collections.abc import Mapping, Sequence

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.asked.questions import answered_beside_draft
from itgov_bot.conversation.flows.staff.ticket_form import first_aid
from itgov_bot.conversation.flows.staff.ticket_form.beside import is_plain, keep_for_later
from itgov_bot.conversation.flows.staff.ticket_form.changing import put_place, stands_alone
from itgov_bot.conversation.flows.staff.ticket_form.form import (
    TELLING,
    DraftDeed,
    add_words,
    go_next,
    of_draft,
)
from itgov_bot.conversation.flows.staff.ticket_form.rather import rather_wanted
from itgov_bot.conversation.flows.staff.ticket_form.replacing import may_be_instead, put_instead
from itgov_bot.conversation.flows.staff.ticket_form.reviewing import ask_for, fix_service, press_send
from itgov_bot.conversation.flows.steps import reaching
from itgov_bot.conversation.flows.steps.gathered import with_words
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.understanding import Intent, Wish
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import Beside, Likely
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.instead import said_instead
from itgov_bot.understanding.language.cases.review_words import names_means
from itgov_bot.understanding.language.questions import asks_meaning_of, is_question
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.language.where.places import has_place_word
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff.ticket_form import beside as words

MIN_LETTERS = 2
"""A sign or a letter is like nothing."""
RATHER = 0.2
"""By so much words are likelier more about the problem to be added unasked: they can be taken out again."""
CLEARLY = 0.8
"""And something else than the place that was asked for: of sentences by authors that the ranker never saw, one in thirty is
not what it seems."""
SHORT = 2
"""Words of a yes or a no: «no puedo esperar» is neither."""
SUMMARY = "confirm"
_CLEAR = (Beside.ASKS, Beside.WITHDRAW)
_NO_ANSWER = (Beside.ASKS, Beside.URGENT, Beside.PAUSE, Beside.LOST)
"""What is heard as well where a place or a contact is asked."""


# The readers in a form


@of_draft(*TELLING, "service", "same")
async def at_once(turn: Turn, form: TicketForm) -> bool:
    """Before whatever else the words may be taken for: it surely is to be sent, or is needed no more. «Mejor un tóner»
    names something else, which has its own reader."""
    is_another = turn.sure_service(turn.text) not in (None, form.service)
    if not form.is_idle(turn.now) and (rather := rather_wanted(turn, form.service)):
        turn.say(words.LEFT_FOR_THIS)
        turn.state.leave_behind(form, is_offered=True)
        forms.finish(turn)
        turn.read_anew(rather)
        return True
    if form.is_idle(turn.now) or is_another:
        return False
    kinds = (Beside.SEND, Beside.WITHDRAW) if form.step == SUMMARY else (Beside.WITHDRAW,)
    return not _wishes_more(turn) and await _done_surely(turn, form, kinds)


def _wishes_more(turn: Turn) -> bool:
    """«Mejor quiero hablar con una persona» withdraws nothing."""
    return turn.interpret(turn.text).wish not in (None, Wish.CANCEL, Wish.CLOSE)


@of_draft(*TELLING)
async def surely(turn: Turn, form: TicketForm) -> bool:
    """Before it is looked for a wish or another problem in them: words that surely are of another kind."""
    if asks_meaning_of(turn.text, form.step):
        turn.say(words.WHAT_IS_MEANT[form.step])
        await forms.ask(turn, form)
        return True
    kinds = tuple(_DONE) if form.step == SUMMARY else _NO_ANSWER
    return await _done_surely(
        turn, form, [one for one in kinds if one is not Beside.PAUSE or _is_pause(turn, form)]
    )


def _is_pause(turn: Turn, form: TicketForm) -> bool:
    """A courtesy that is known has its own answer; a single word, where a place was asked, may be one that is not known."""
    is_word = form.step != SUMMARY and len(turn.text.split()) == 1
    return not is_word and turn.interpret(turn.text).intent is not Intent.SMALLTALK


async def _done_surely(turn: Turn, form: TicketForm, kinds: Sequence[Beside]) -> bool:
    likely = _likely(turn, form)
    is_sure = likely.is_surely(*kinds) and not _may_be_instead(turn, likely)
    if is_sure and likely.best in (Beside.LOST, Beside.WITHDRAW) and tells_a_fault(turn.text):
        return False  # «no sé, el de él, que se le cae», «no imprime, ya le cambié el cable» tell more
    if is_sure:
        await _DONE[Beside(likely.best)](turn, form)
    return is_sure


def _may_be_instead(turn: Turn, likely: Likely) -> bool:
    """«No, mejor un televisor» need not leave it unsent; «mejor el lunes» does."""
    said = said_instead(turn.text) if likely.best == Beside.WITHDRAW else None
    return said is not None and said.is_one_of_many


@of_draft(*TELLING)
async def in_doubt(turn: Turn, form: TicketForm) -> bool:
    """Before they are added to what happens: whether they are is asked, unless they rather are."""
    likely = _likely(turn, form)
    if not likely:
        return False
    if form.step == SUMMARY and await stands_alone(turn, form, turn.text):
        return True
    kinds = _doubted(turn, form, likely) if form.step == SUMMARY else _of_leaving(likely, turn.text)
    if kinds == [Beside.ASKS]:
        await _answer(turn, form)
    elif kinds:
        is_instead = may_be_instead(turn, form)
        turn.ask_about(words.ask_what_is_said(turn.text, kinds, may_be_instead=is_instead), turn.text)
    return bool(kinds)


def _of_leaving(likely: Likely, text: str) -> list[Beside]:
    is_leaving = likely.best == Beside.WITHDRAW and likely.lead >= RATHER
    return [Beside.WITHDRAW] if is_leaving and not tells_a_fault(text) else []


def _doubted(turn: Turn, form: TicketForm, likely: Likely) -> list[Beside]:
    """What they may be, if they are not more about the problem; nothing where that is the likeliest."""
    first, second = (Beside(kind) for kind in likely.kinds[:2])
    if first is Beside.MORE and likely.lead >= RATHER:
        return []
    if Beside.ASKS in (first, second) and is_question(turn.text):
        return [Beside.ASKS]
    if tells_a_fault(turn.text):
        return _of_fault(turn, form)
    names_place = has_place_word(turn.text)
    return [
        one for one in (first, second) if one is not Beside.MORE and (one is not Beside.PLACE or names_place)
    ]


def _of_fault(turn: Turn, form: TicketForm) -> list[Beside]:
    """What fails is neither a contact nor a correction: it may be another problem, or is more of this one."""
    read = turn.interpret(turn.text)
    goes_on = what_is_said(turn.text) & {Says.BUT, Says.SEEN, Says.STILL, Says.DONE}
    is_of_it = read.decision == "none" or form.service in {one.service for one in read.candidates}
    return [] if goes_on or is_of_it else [Beside.OTHER]


def _likely(turn: Turn, form: TicketForm) -> Likely:
    """Of no kind where the words are no matter of the ranker: where a frame reads them, or where they tell the
    place or the contact that was asked and are not clearly something else."""
    is_said = sum(map(str.isalpha, turn.text)) >= MIN_LETTERS and bool(form.text)
    if not is_said or is_plain(turn, turn.text) or _is_yes_or_no(turn):
        return Likely()
    likely = turn.understanding.inside.likely(Book.DRAFTS, turn.text)
    is_clear = likely.best in _CLEAR and likely.lead >= CLEARLY
    told = reaching.told_at(turn, form.step, turn.text)
    if told.name_or_contact or (form.step == "contact" and reaching.contact_told(turn.text)):
        return Likely()
    return likely if form.step == SUMMARY or is_clear or not _answers(told, form) else Likely()


def _is_yes_or_no(turn: Turn) -> bool:
    return len(turn.text.split()) <= SHORT and turn.answers.yes_or_no(turn.text) is not None


def _answers(told: reaching.Told, form: TicketForm) -> bool:
    return bool(told.contact or (told.place and form.step == "place"))


# What is done


async def press(turn: Turn, kind: str) -> None:
    """What the words that waited are, as the person says."""
    held, form = turn.take_held(), turn.state.form
    turn.text = held.text
    if not (isinstance(form, TicketForm) and held.text):
        turn.say(form_words.old_button_no_form())
    elif done := _BY_PRESS.get(kind):
        await done(turn, form)
    else:
        await forms.ask(turn, form)


async def _withdraw(turn: Turn, form: TicketForm) -> None:
    """It is dropped, and can be had back; of what they mended themselves that is noted."""
    if not await first_aid.works_told(turn, form):
        await forms.drop(turn, may_come_back=True)


async def _contact(turn: Turn, form: TicketForm) -> None:
    """Who is to be asked for stays with what happens, and how to reach them is asked."""
    if not await stands_alone(turn, form, turn.text):
        kept = form if names_means(turn.text) else with_words(form, turn.text)
        await forms.go(turn, kept, "contact")


async def _fix(turn: Turn, form: TicketForm) -> None:
    """What of it is asked; their words may say it well enough for whoever reads them."""
    if not await stands_alone(turn, form, turn.text):
        turn.ask_about(words.ask_what_to_fix(turn.text), turn.text)


async def _answer(turn: Turn, form: TicketForm) -> None:
    """What nobody here can tell is offered to be asked of whoever sees to the case."""
    if await answered_beside_draft(turn, form):
        await _go_on(turn, form)
    else:
        turn.ask_about(words.ASK_WHETHER_TO_ASK, turn.text)


async def _go_on(turn: Turn, form: TicketForm) -> None:
    """The question again. A proposal is not insisted upon, and goes on being open."""
    if not form.is_proposed:
        await forms.ask(turn, form)


async def _guide(turn: Turn, form: TicketForm) -> None:
    """What is to be done now, and the question again."""
    turn.say(words.WHAT_TO_PRESS if form.step == SUMMARY else words.WHAT_TO_ANSWER)
    await forms.ask(turn, form)


async def _tell_urgent(turn: Turn, form: TicketForm) -> None:
    turn.say(words.what_is_urgent(turn.desk.reference.exceptions))
    await _go_on(turn, form)


async def _add_question(turn: Turn, form: TicketForm) -> None:
    turn.say(words.QUESTION_ADDED)
    await go_next(turn, with_words(form, words.as_question(turn.text)))


_DONE: Mapping[Beside, DraftDeed] = {
    Beside.SEND: press_send,
    Beside.WITHDRAW: _withdraw,
    Beside.PLACE: lambda turn, form: put_place(turn, form, turn.text),
    Beside.CONTACT: _contact,
    Beside.FIX: _fix,
    Beside.ASKS: _answer,
    Beside.OTHER: keep_for_later,
    Beside.URGENT: _tell_urgent,
    Beside.LOST: _guide,
    Beside.PAUSE: lambda turn, form: forms.ask_again(turn, form, form_words.no_hurry()),
}
_BY_PRESS: Mapping[str, DraftDeed] = {
    **{str(kind): done for kind, done in _DONE.items()},
    Beside.MORE: lambda turn, form: add_words(turn, form, turn.text),
    words.ASK_IT: _add_question,
    words.TEXT: ask_for("text"),
    words.SERVICE: fix_service,
    words.INSTEAD: put_instead,
}
