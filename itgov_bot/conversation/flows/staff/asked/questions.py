"""Free text: what was meant, and what is said to it. Knows the last subject, so that follow-ups are understood."""

from collections.abc import Sequence

from itgov_bot.conversation.flows.hearing.hours import asks_hours
from itgov_bot.conversation.flows.staff import wishes
from itgov_bot.conversation.flows.staff.asked import everyday, hours, services, threads
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.state import PutOff, Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.conversation.typed import asked_yes_or_no
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding import Intent, Interpretation, Part, RequestType
from itgov_bot.understanding.language.answering.pauses import is_pause
from itgov_bot.understanding.language.questions import (
    asks_who_answers,
    is_clearly_asked,
    told_beside_question,
)
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.language.smalltalk import Smalltalk
from itgov_bot.understanding.language.topics_asked import topics_asked
from itgov_bot.understanding.processes import Match, search
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.staff.asked import processes as process_words
from itgov_bot.wording.staff.asked import services as words

ASKED_TWICE = 2
"""So many times more was told beside a choice that decided nothing."""

# The readers of free text, in the order of `text_readers`


async def sign_alone(turn: Turn) -> bool:
    """A message without a letter or a digit."""
    is_sign = not any(char.isalnum() for char in turn.text)
    if is_sign:
        turn.say(general.smalltalk(turn.city, None, turn.now))
    return is_sign


async def hours_clearly_asked(turn: Turn) -> bool:
    """«¿Y los domingos?» is no report, at whatever hour it is asked."""
    is_asked = asks_hours(turn, turn.text)
    if is_asked:
        hours.answer(turn, turn.text)
        _read_what_is_told(turn)
    return is_asked


async def hours_or_channels(turn: Turn) -> bool:
    """A fault that is told before the question is read for itself."""
    is_answered = answered_hours_or_channels(turn, turn.text)
    if is_answered:
        _read_what_is_told(turn)
    return is_answered


def _read_what_is_told(turn: Turn) -> None:
    told = told_beside_question(turn.text)
    if told != turn.text and tells_a_fault(told):
        turn.read_anew(told)


async def small_talk(turn: Turn) -> bool:
    """A yes that no button took is no courtesy while a question stands: it is asked again, and nothing is lost."""
    understood = turn.interpret(turn.text)
    told = turn.introduced(turn.text)  # «ok, soy Ana, Aduana piso 2» is no courtesy
    is_small = understood.intent is Intent.SMALLTALK and not (told.place or told.contact)
    is_unclear = is_small and understood.smalltalk in (Smalltalk.YES, Smalltalk.OTHER)
    asked = await asked_yes_or_no(turn) if is_unclear else None
    if asked:
        turn.say(form_words.no_hurry() if is_pause(turn.text) else form_words.choose_one())
        turn.say(asked)
    elif is_small:
        _answer_small_talk(turn, understood)
    return is_small


def _answer_small_talk(turn: Turn, understood: Interpretation) -> None:
    turn.say(general.smalltalk(turn.city, understood.smalltalk, turn.local_now))


async def several_problems(turn: Turn) -> bool:
    """Each becomes a choice, so that none is forgotten."""
    told = turn.introduced(turn.text)
    parts = _apart(turn, turn.interpret(told.matter).parts)
    if parts:
        turn.keep_introduced(told)
        named = [turn.desk.service(part.candidates[0].service) for part in parts if part.candidates]
        found = [service for service in dict.fromkeys(named) if service]
        ids = [service.id for service in found]
        turn.state.subject = Subject(text=turn.text, candidates=ids)
        turn.state.put_off = [
            PutOff(part.text, part.candidates[0].service) for part in parts if part.candidates
        ]
        turn.say(words.several(found))
    return bool(parts)


def _apart(turn: Turn, parts: Sequence[Part]) -> Sequence[Part]:
    """An outage and what nobody can do because of it are one problem; empty when nothing else is told."""
    of_outage = [part for part in parts if _tells_outage(turn.interpret(part.text))]
    left = [part for part in parts if part not in of_outage[1:]]
    return left if len(left) > 1 else ()


def _tells_outage(read: Interpretation) -> bool:
    return read.exception is ExceptionKind.SERVICE_OUTAGE and not read.doubtful


async def question(turn: Turn) -> bool:
    """Any other message: the service that it is about, who answers for it, or an honest «no». Who and where they are holds
    for whatever comes of it."""
    turn.keep_introduced(turn.introduced(turn.text))
    await _answer_service(turn, *await everyday.with_earlier(turn))
    return True


# In the middle of a form


async def answer_in_between(turn: Turn, text: str, step_takes_words: bool) -> bool:
    """A plain question in the middle of a form is answered; True when it was one.

    Where any words are an answer, only what reads as a question is taken for one.
    """
    if step_takes_words and not is_clearly_asked(text):
        return False
    if answered_hours_or_channels(turn, text):
        return True
    understood = turn.interpret(text)
    if step_takes_words and understood.request_type is not RequestType.QUESTION:
        return False
    if turn.answers.yes_or_no(text) is not None:
        return False  # an answer to the question asked, not small talk
    if understood.intent is Intent.SMALLTALK and not step_takes_words:
        _answer_small_talk(turn, understood)
        return True
    service = turn.desk.service(turn.sure_service(text))
    if service:
        turn.say(words.brief(turn.city, service, turn.desk.calendars.of_service(service), turn.now))
    return service is not None


async def answered_beside_draft(turn: Turn, form: TicketForm) -> bool:
    """About its own service, and the draft stays as it is. False where nobody here can tell."""
    if asks_hours(turn, turn.text):
        hours.answer(turn, turn.text)
        return True
    service, topics = turn.desk.service(form.service), topics_asked(turn.text)
    if service and topics:
        await threads.tell(turn, [service], topics)
        return True
    wish = turn.interpret(turn.text).wish
    return bool(wish and await wishes.answer(turn, wish)) or answered_hours_or_channels(turn, turn.text)


def answered_hours_or_channels(turn: Turn, text: str) -> bool:
    """Just what was asked."""
    understood = turn.interpret(text)
    if understood.intent is Intent.HOURS or asks_hours(turn, text):
        hours.answer(turn, text)
        return True
    if understood.intent is Intent.CHANNELS:
        hours.answer_channels(turn, understood)
    return understood.intent is Intent.CHANNELS


def _who_answers(turn: Turn, text: str) -> tuple[Match, ...]:
    """«¿quién responde por el archivo?» is a question for the process model."""
    return search(turn.desk.reference.processes, text) if asks_who_answers(text) else ()


def _was_warned(turn: Turn) -> bool:
    """Of the same danger, of which more is told (`first_aid.more_of_told`)."""
    return turn.state.subject.is_aided and not turn.state.subject.text


async def _answer_service(turn: Turn, text: str, understood: Interpretation) -> None:
    ids = [candidate.service for candidate in understood.candidates]
    shown, was_warned = turn.state.subject.candidates, _was_warned(turn)
    turn.state.subject = Subject(text=text, candidates=ids, is_aided=was_warned)
    is_one = understood.decision == "choose" and turn.understanding.is_one_outage(understood)
    if understood.decision == "answer" or is_one:
        await services.show_card(turn, ids[0], report=understood.request_type is not RequestType.QUESTION)
    elif understood.decision == "choose":
        await _offer(turn, understood.choices(), shown, told=text)
    elif found := _who_answers(turn, text):
        turn.say(process_words.found(found, text))
    else:
        await everyday.not_clear(turn, text, understood)


async def _offer(turn: Turn, ids: Sequence[str], shown: Sequence[str], *, told: str) -> None:
    """Which one it is. Where more was told twice and it is still open, whoever sees to it decides."""
    is_more = told != turn.text
    if is_more and told.count("\n") >= ASKED_TWICE and set(ids) <= set(shown):
        await services.pick_service(turn, "")
    else:
        services.offer(turn, ids, shown if is_more else (), is_more=is_more and bool(shown))
