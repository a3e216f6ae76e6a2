"""What follows a service that was spoken of, as its thread: who may ask for it, how long it takes, where it is needed."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.staff.asked import services
from itgov_bot.conversation.flows.staff.oneself import introducing
from itgov_bot.conversation.turn import RECENT_REPLIES, Turn
from itgov_bot.desk.tickets import waiting
from itgov_bot.domain.catalog import Service
from itgov_bot.understanding.language.asked_of_service import OfIt, asked_of_it, asks_who_authorizes, may_ask
from itgov_bot.wording.staff.asked import terms as words


async def asks_of_service(turn: Turn) -> bool:
    """A reader: «soy contratista, ¿yo puedo?», «¿me la hacen para enero?» is about what was spoken of last."""
    of_it = asked_of_it(turn.text)
    spoken_of = await _spoken_of(turn) if of_it else ()
    if not spoken_of:
        return False
    if of_it is OfIt.WHO_MAY:
        say_who_may(turn, spoken_of)
    else:
        await _say_how_long(turn, spoken_of)
    return True


async def place_told(turn: Turn) -> bool:
    """A reader: a place by itself goes on with what was wanted."""
    spoken_of, told = await _spoken_of(turn), introducing.told_alone(turn)
    if told is None or told.place is None or len(spoken_of) != 1 or not turn.state.subject.text:
        return False
    turn.keep_introduced(told)
    await services.show_card(turn, spoken_of[0].id, report=True)
    return True


def say_who_may(turn: Turn, found: Sequence[Service]) -> None:
    """Of the service that is meant, or of each that may be; then which one it is stands to be chosen."""
    authorizes = asks_who_authorizes(turn.text)
    if len(found) == 1:
        may = may_ask(turn.text, found[0].users)
        turn.say(words.who_may(found[0], turn.desk.reference.catalog, may=may, authorizes=authorizes))
    else:
        turn.say(words.who_may_of(found, authorizes=authorizes))
        services.offer(turn, [one.id for one in found])


async def _say_how_long(turn: Turn, found: Sequence[Service]) -> None:
    if len(found) > 1:
        turn.say(words.how_long(None, turn.desk.calendars.general, turn.now, None))
        services.offer(turn, [one.id for one in found])
        return
    usual = await waiting.usual(turn.desk, found[0].id)
    turn.say(words.how_long(found[0], turn.desk.calendars.of_service(found[0]), turn.now, usual))


async def _spoken_of(turn: Turn) -> Sequence[Service]:
    """The service whose card or answer was read of late, or those that were offered; none where a form is open."""
    subject, service = turn.state.subject, turn.desk.service(turn.state.subject.service)
    if turn.state.form:
        return ()
    shown = {choice.data for reply in await turn.last_replies(RECENT_REPLIES) for choice in reply.choices}
    if service:
        its_own = {word.data(service.id) for word in (Action.SHEET, Action.SERVICE, Action.NEW_TICKET)}
        return (service,) if shown & its_own else ()
    offered = [turn.desk.service(one) for one in subject.candidates]
    return [one for one in offered if one and Action.PICK_SERVICE.data(one.id) in shown]
