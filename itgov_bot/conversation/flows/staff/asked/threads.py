"""What follows a service that was spoken of, as its thread: who may ask for it, how long it takes, where it is needed."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.staff.asked import everyday, services
from itgov_bot.conversation.flows.staff.oneself import introducing
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import RECENT_REPLIES, Turn
from itgov_bot.desk.tickets import waiting
from itgov_bot.domain.catalog import Service
from itgov_bot.understanding import RequestType, Wish
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import Beside
from itgov_bot.understanding.language.answering.leading import led_by
from itgov_bot.understanding.language.asked_of_service import (
    OfIt,
    asked_of_it,
    asks_who_authorizes,
    may_ask,
    says_only_who,
)
from itgov_bot.understanding.language.message.pieces import clauses
from itgov_bot.understanding.language.questions import told_before_question
from itgov_bot.understanding.language.topics_asked import topics_asked
from itgov_bot.wording.staff.asked import terms as words
from itgov_bot.wording.staff.ticket_form.questions import ONLY_THIS_IS_MISSING

_OF_A_NAMED = (OfIt.WHO_MAY, OfIt.HOW_LONG)
"""What is asked of a service by its name; «¿quién me ayuda con el correo?» asks for help with it."""
MIN_REASON = 4
"""Words of a clause that tells more; «hágame el favor» is one of wanting it."""


async def asks_of_service(turn: Turn) -> bool:
    """A reader: «soy contratista, ¿yo puedo?», «¿me la hacen para enero?» is about what is named, or was spoken of last."""
    topics = _topics(turn)
    found = (await _named(turn, topics) or await _spoken_of(turn)) if topics else ()
    is_open = bool(topics) and not found and await everyday.asked_last(turn) is Action.EVERYDAY
    if found or is_open:
        shown = await turn.last_replies(1) if is_open else ()
        await tell(turn, found, topics)
        for asked in shown:  # what it is about is still to be told
            turn.say(asked)
    return bool(found) or is_open


async def wanted(turn: Turn) -> bool:
    """A reader: «bueno, pídamela» opens what was spoken of last, with what was told of it."""
    led = led_by(turn.text, turn.answers)  # «bueno, ábramelo, es para un contratista»
    is_said = _wants_it(turn, turn.text) or (led is not None and led.says and _wants_it(turn, led.lead))
    is_wanted = is_said and turn.sure_service(turn.text) is None
    if not is_wanted or await opens_what_was_told(turn):
        return is_wanted
    found = await _spoken_of(turn) if turn.state.subject.text else ()
    if found:
        turn.say(ONLY_THIS_IS_MISSING)
        services.offer(turn, [one.id for one in found])
    return bool(found)


async def opens_what_was_told(turn: Turn) -> bool:
    """The case of what was told last, if it was offered of late; False when nothing was, or it is open which one it is."""
    subject, service = turn.state.subject, turn.state.subject.service or ""
    ways = Action.NEW_TICKET.data(service), Action.SERVICE.data(service)
    is_offered = bool(subject.text) and await turn.was_offered(*ways, replies=RECENT_REPLIES)
    if is_offered:
        subject.text = _with_reason(turn, subject.text)
        await ticket_form.press_new(turn, service)
    return is_offered


def _with_reason(turn: Turn, told: str) -> str:
    """«Ábrame uno, es para trabajar desde mi casa» tells more of it: that goes with what was told."""
    said = (one for one in clauses(turn.text.lower()) if len(one.split()) >= MIN_REASON)
    is_more = any(not _wants_it(turn, one) and turn.interpret(one).wish is not Wish.OPEN for one in said)
    return f"{told}\n{turn.text}" if is_more else told


def _wants_it(turn: Turn, text: str) -> bool:
    return turn.understanding.inside.likely(Book.DRAFTS, text).is_surely(Beside.SEND)


def _topics(turn: Turn) -> Sequence[OfIt]:
    """Every word is of such a question; or it is one, by its likes, whatever its words."""
    of_it = asked_of_it(turn.text)
    if of_it is not None:
        return (of_it, *(one for one in topics_asked(turn.text) if one is not of_it))
    likely = turn.understanding.inside.likely(Book.DRAFTS, turn.text)
    is_asked = likely.is_surely(Beside.ASKS) or says_only_who(turn.text)
    return topics_asked(turn.text) if is_asked else ()


async def _named(turn: Turn, topics: Sequence[OfIt]) -> Sequence[Service]:
    """The service, or those, that the question itself names; what they need besides is told by another reader."""
    asks_named = topics[0] in _OF_A_NAMED and asked_of_it(turn.text) is None
    reads = [turn.interpret(part) for part in turn.text.split("?")] if asks_named else []
    read = next((one for one in reads if one.decision != "none"), None)
    is_told = read is None or read.request_type is RequestType.INCIDENT or told_before_question(turn.text)
    if read is None or is_told:
        return ()
    found = [one for service in read.choices() if (one := turn.desk.service(service))]
    service = found[0].id if len(found) == 1 else None
    turn.state.subject = Subject(turn.text, service, [one.id for one in found])
    return found


async def place_told(turn: Turn) -> bool:
    """A reader: a place by itself goes on with what was wanted."""
    spoken_of, told = await _spoken_of(turn), introducing.told_alone(turn)
    if told is None or told.place is None or len(spoken_of) != 1 or not turn.state.subject.text:
        return False
    turn.keep_introduced(told)
    await services.show_card(turn, spoken_of[0].id, report=True)
    return True


async def tell(turn: Turn, found: Sequence[Service], topics: Sequence[OfIt]) -> None:
    """Of the service that is meant, or of each that may be; then which one it is stands to be chosen."""
    one = found[0] if len(found) == 1 else None
    usual = await waiting.usual(turn.desk, one.id) if one else None
    asked = words.Asked(
        topics,
        may=may_ask(turn.text, one.users) if one else None,
        authorizes=asks_who_authorizes(turn.text),
        in_form=turn.state.form is not None,
    )
    turn.say(words.told_of(found, asked, turn.desk.calendars.of_service(one), turn.now, usual))
    if len(found) > 1:
        services.offer(turn, [service.id for service in found])


async def _spoken_of(turn: Turn) -> Sequence[Service]:
    """The service whose card or answer was read of late, or those that were offered; none where a form is open."""
    subject, service = turn.state.subject, turn.desk.service(turn.state.subject.service)
    if turn.state.form:
        return ()
    shown = {one.data for one in await turn.offered_last(RECENT_REPLIES)}
    if service:
        its_own = {word.data(service.id) for word in (Action.SHEET, Action.SERVICE, Action.NEW_TICKET)}
        return (service,) if shown & its_own else ()
    offered = [turn.desk.service(one) for one in subject.candidates]
    return [one for one in offered if one and Action.PICK_SERVICE.data(one.id) in shown]
