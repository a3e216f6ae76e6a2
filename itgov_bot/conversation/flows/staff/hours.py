"""When and by which means the desk is reached: /horario, /canales."""

from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.catalog import Service
from itgov_bot.messages import Reply
from itgov_bot.understanding.services.names import find_named
from itgov_bot.wording import hours as hours_words
from itgov_bot.wording.staff import contact as words
from itgov_bot.wording.staff import services as service_words


async def hours(turn: Turn, rest: str) -> None:
    """`/horario`, or `/horario correo` for one service. Hours differ, so of several with that name one is chosen."""
    named = find_named(turn.desk.reference.catalog.services, rest) if rest else ()
    if len(named) > 1 and turn.desk.service(rest) is None:
        turn.say(service_words.found(named, rest))
        return
    service = _service(turn, rest)
    if rest and service is None:
        turn.say(service_words.no_such_service(turn.desk.reference.catalog, rest))
    else:
        turn.say(hours_of(turn, service))


def hours_of(turn: Turn, service: Service | None) -> Reply:
    """Those of a service, or the general ones."""
    calendar = turn.desk.calendars.of_service(service)
    if service:
        return hours_words.service_hours(service, calendar, turn.now)
    return hours_words.general_hours(turn.city, calendar, turn.now)


async def channels(turn: Turn, rest: str) -> None:
    """`/canales`, or `/canales correo` for one service."""
    turn.say(channels_of(turn, _service(turn, rest)))


def channels_of(turn: Turn, service: Service | None) -> Reply:
    """Those of a service, or the general ones."""
    calendar = turn.desk.calendars.of_service(service)
    if service:
        return words.service_channels(turn.city, service, calendar, turn.now)
    return words.general_channels(turn.city, calendar, turn.now)


def _service(turn: Turn, rest: str) -> Service | None:
    if not rest:
        return None
    if service := turn.desk.service(rest):
        return service
    named = find_named(turn.desk.reference.catalog.services, rest)
    return named[0] if named else turn.desk.service(turn.sure_service(rest))
