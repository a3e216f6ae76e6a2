"""What owners write of their indicators and plans in words that no shape tells: the kind decides what is done (`deeds`)."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.orders.beside import leave_waiting
from itgov_bot.conversation.flows.managers import plan_words
from itgov_bot.conversation.flows.managers.recording import beginning
from itgov_bot.conversation.flows.managers.recording.beside import asked_of
from itgov_bot.conversation.flows.managers.recording.by_owner import named, recorded_just_now
from itgov_bot.conversation.flows.managers.recording.deeds import ROWS
from itgov_bot.conversation.form_types import Form, PlanForm, RecordingForm
from itgov_bot.conversation.held import read_as
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.people import may_record_indicators
from itgov_bot.patterns import regex
from itgov_bot.understanding import Intent, Wish
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import Likely
from itgov_bot.understanding.inside.owners import OwnerSays
from itgov_bot.understanding.language.answering.stars import stars_of
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.managing.backing import lack_told, link_alone
from itgov_bot.understanding.language.managing.said_beside import drops, own_asked
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.queue.asked import is_showing
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording.managers.recording import by_owners

WITH_FILES = (OwnerSays.EVIDENCE, OwnerSays.READING, OwnerSays.REGISTER, OwnerSays.CORRECT)
"""What a file may come with."""
TELL_OF_FAULTS = (OwnerSays.DOUBTED, OwnerSays.CORRECT, OwnerSays.ERASE)
ASKED = (
    OwnerSays.MISSING,
    OwnerSays.DUE,
    OwnerSays.BACKING,
    OwnerSays.SAVED,
    OwnerSays.CHART,
    OwnerSays.PLAN_SHOW,
)
"""What is told in the middle of a recording too; the rest the form answers by itself."""
OF_ONE = (OwnerSays.REGISTER, OwnerSays.READING, OwnerSays.CORRECT, OwnerSays.ERASE)
IN_WORDS = ("reason", "evidence", "lack", "note", "rows", "confirm")
"""Steps at which anything may be written."""
MAY_BE_TROUBLE = ("reason", "lack", "note", "rows")
"""Steps of which the answer may be a trouble."""
ALIKE = (Wish.REGISTER, Wish.MINE, Wish.WHEN, Wish.ATTACH, Wish.RESPONSIBLE, Wish.PRIVACY)
"""What anybody may wish of their cases or themselves, in words that owners use of indicators."""
_THEIRS = regex(r"\b(?:se me|no me|me sale|mi)\b")
"""It happens to themselves."""
_GONE = regex(r"\bse me (?:fue|cayo|apago|colgo|cerro)\b")
UNLIKE_OTHERS = 4
"""Where so many kinds are likelier than that it is something else, it is asked which before a case takes the words."""
MIN_WORDS_IN_FORM = 3
"""Who says less in the middle of another form answers it."""


async def says_of_theirs(turn: Turn) -> bool:
    """A reader: what surely is of a kind."""
    says = _surely(turn)
    if (drops(turn.text) or link_alone(turn.text)) and await recorded_just_now(turn):
        says = OwnerSays.ERASE if drops(turn.text) else OwnerSays.EVIDENCE  # «bórrelo»; a link alone
    if says is None:
        likely = _likely(turn)
        unlike = 1 if turn.state.of_indicator else UNLIKE_OTHERS
        is_unlike = bool(likely) and OwnerSays.OTHER not in likely.kinds[:unlike]
        return is_unlike and _offered(turn, likely)
    await ROWS[says](turn)
    return True


async def says_of_theirs_beside(turn: Turn, form: Form) -> bool:
    """In the middle of a form, what surely is of their indicators is no answer to another matter; what is asked of them in
    the middle of a recording is told, and it goes on."""
    says = _surely(turn) if len(turn.text.split()) >= MIN_WORDS_IN_FORM else None
    if isinstance(form, RecordingForm | PlanForm):
        return await _told_in_recording(turn, form, says) or _is_another_matter(turn, form)
    if says is None or forms.step_of(turn, form).verbatim:
        return False
    await ROWS[says](turn)
    leave_waiting(turn, form)
    return True


async def _told_in_recording(turn: Turn, form: RecordingForm | PlanForm, says: OwnerSays | None) -> bool:
    """What is asked of theirs is told, and what is ordered of a plan is done: a draft of another form waits meanwhile."""
    meant = named(turn)
    is_of_another = meant is not None and form.indicator not in (None, meant.number)
    is_asked = says in ASKED or (says is OwnerSays.WHO and is_of_another)
    if isinstance(form, RecordingForm) and await plan_words.orders_of_plan(turn):
        pass
    elif says and is_asked and not asked_of(turn.text) and (is_question(turn.text) or is_showing(turn.text)):
        await ROWS[says](turn)
    elif own_asked(turn.text) == 0:
        await beginning.mine(turn)
    elif isinstance(form, PlanForm) and meant and is_of_another and says in OF_ONE:
        await ROWS[says](turn)
    else:
        return False
    if turn.state.form is form:
        await forms.ask(turn, form)
    return True


def _is_another_matter(turn: Turn, form: Form) -> bool:
    """A trouble of theirs is heard, and the recording waits: where words are asked it must be plain, since why there is no
    evidence may be a trouble as well."""
    is_fault = tells_a_fault(turn.text) or _GONE.search(fold(turn.text)) is not None
    if form.step in MAY_BE_TROUBLE or not is_fault:
        return False
    is_named = turn.interpret(turn.text).decision in ("answer", "choose")
    is_theirs = _THEIRS.search(fold(turn.text)) is not None and lack_told(turn.text) is None
    is_other = is_named and (is_theirs if form.step in IN_WORDS else bool(turn.sure_service(turn.text)))
    if is_other:
        turn.read_anew(turn.text)
    return is_other


def _surely(turn: Turn) -> OwnerSays | None:
    likely = _likely(turn)
    is_sure = likely.is_sure or _goes_on(turn, likely)
    says = OwnerSays(likely.best) if is_sure else OwnerSays.OTHER
    is_trouble = tells_a_fault(turn.text) and says not in TELL_OF_FAULTS
    is_rating = says is OwnerSays.READING and stars_of(turn.text) is not None  # «4, bien pero de madrugada»
    is_carried = not turn.files.kept or says in WITH_FILES
    return says if says is not OwnerSays.OTHER and is_carried and not (is_trouble or is_rating) else None


def _goes_on(turn: Turn, likely: Likely) -> bool:
    """Of the kind of what was asked about just now: «córrala pal 18»."""
    last = turn.state.questions[-1] if turn.state.questions else None
    return last is not None and turn.understanding.inside.likely(Book.OWNERS, last.text).is_surely(
        likely.best
    )


async def may_say_of_theirs(turn: Turn) -> bool:
    """A reader, where nothing else was understood: the likeliest two are offered. Just after an indicator or a plan was
    spoken of, what is not understood is about it before it is a case."""
    likely = _likely(turn)
    is_talk = turn.interpret(turn.text).intent is Intent.SMALLTALK if turn.text else True
    is_of_it = bool(likely) and turn.state.of_indicator is not None and not is_talk
    return (is_of_it or likely.best != OwnerSays.OTHER) and _offered(turn, likely)


def _offered(turn: Turn, likely: Likely) -> bool:
    """Unless it is a trouble, or a wish that anybody may have."""
    wish = turn.interpret(turn.text).wish
    is_of_service = turn.sure_service(turn.text) is not None and named(turn) is None
    if turn.files.kept or tells_a_fault(turn.text) or is_of_service or wish not in (None, *ALIKE):
        return False
    offered = [OwnerSays(one) for one in likely.kinds if one != OwnerSays.OTHER][:2]
    turn.ask_about(by_owners.ask(turn.text, offered), turn.text)
    return True


def _likely(turn: Turn) -> Likely:
    is_said = turn.text and not (turn.text.startswith("/") or turn.text.isdigit())
    if not is_said or not may_record_indicators(turn.roles):
        return Likely()
    return turn.understanding.inside.likely(Book.OWNERS, turn.text)


async def press(turn: Turn, rest: str) -> None:
    """`is:correct`: the words that waited are that; the rest is of readings."""
    what, _, says = rest.partition(":")
    if what == "is":
        await read_as(turn, says, ROWS)
    else:
        await beginning.press(turn, rest)
