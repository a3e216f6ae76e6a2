"""What is written beside «¿cuál de estos es?», or to «eso no lo maneja la mesa», and is no choice: what is meant is
explained, and what goes on with it stays with it."""

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.staff import urgent
from itgov_bot.conversation.flows.staff.asked import everyday, questions, services
from itgov_bot.conversation.flows.staff.ticket_form.form import CALLED
from itgov_bot.conversation.flows.staff.ticket_form.rather import rather_wanted
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import UNCLEAR, Beside
from itgov_bot.understanding.language.cases.whom_it_hits import hits_only_me, whom_it_hits
from itgov_bot.understanding.language.questions import asks_meaning, asks_whom, goes_on_with, is_question
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff.ticket_form.beside import LEFT_FOR_THIS

_CHOICES = (Action.PICK_SERVICE, Action.EVERYDAY)


async def meaning_asked(turn: Turn) -> bool:
    """A reader: «¿cuál cable?», «¿cómo así?» to a choice of services is told what each of them is."""
    is_asked = asks_meaning(turn.text) and await everyday.asked_last(turn) is Action.PICK_SERVICE
    is_meant = is_asked and turn.understanding.inside.likely(Book.DRAFTS, turn.text).best in UNCLEAR
    if is_meant:
        services.explain(turn)
    return is_meant


async def withdrawn(turn: Turn) -> bool:
    """A reader: «espere, ya me prestaron uno» to a choice leaves what was told, and another problem behind that is read."""
    if (
        not turn.state.subject.text
        or await everyday.asked_last(turn) not in _CHOICES
        or is_question(turn.text)
    ):
        return False
    rather = rather_wanted(turn, None)
    likely = turn.understanding.inside.likely(Book.DRAFTS, turn.text)
    is_left = likely.is_surely(Beside.WITHDRAW) and not tells_a_fault(turn.text)
    is_left = is_left and turn.sure_service(turn.text) is None
    if rather or is_left:
        turn.state.subject = Subject()
        turn.say(LEFT_FOR_THIS if rather else form_words.dropped(CALLED))
    if rather:
        turn.read_anew(rather)
    return bool(rather) or is_left


async def more_told(turn: Turn) -> bool:
    """A reader: «desde ayer por la tarde», «solo yo» to a choice is more of what was told, whatever else it sounds like."""
    if await everyday.asked_last(turn) not in _CHOICES or is_question(turn.text):
        return False
    is_more = turn.understanding.inside.likely(Book.DRAFTS, turn.text).is_surely(Beside.MORE)
    is_of_it = turn.sure_service(turn.text) is None and (is_more or hits_only_me(turn.text))
    return is_of_it and await questions.question(turn)


async def outage_told(turn: Turn) -> bool:
    """A reader: «ya vi que toda la oficina está igual», after something was told as theirs alone. After hours the guard is
    offered; while people attend it goes on as the likeliest one, the first in line."""
    earlier, whom = turn.state.subject.text, whom_it_hits(turn.text)
    if not (earlier and whom and await everyday.asked_last(turn) is Action.PICK_SERVICE):
        return False
    kept = "\n".join(line for line in earlier.split("\n") if not hits_only_me(line))
    ways = (f"{kept}\n{turn.text}", f"{kept}\n{whom}")  # «perdón, ya vi que …» may hide it
    told = next((one for one in ways if turn.interpret(one).exception is ExceptionKind.SERVICE_OUTAGE), "")
    if told and not await urgent.offer_if_exception(turn, told, turn.interpret(told).best):
        turn.state.subject.text = told.replace("\n", ".\n")  # «en la oficina» ends there
        await services.pick_service(turn, "")
    return bool(told)


async def elsewhere_told(turn: Turn) -> bool:
    """A reader: after what the desk does not do «¿y a quién le digo?» asks whose that is, and «y el aire también» is no more
    the desk's."""
    earlier, is_elsewhere = turn.state.subject.text, await turn.was_offered(Action.IS_OURS.data())
    if not (earlier and is_elsewhere) or turn.interpret(turn.text).decision != "none":
        return False
    if goes_on_with(turn.text):
        turn.state.subject.text = f"{earlier}\n{turn.text}"
        everyday.say_elsewhere(turn, turn.text)
    elif asks_whom(turn.text):
        everyday.say_elsewhere(turn, earlier)
    return goes_on_with(turn.text) or asks_whom(turn.text)
