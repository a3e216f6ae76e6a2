"""When and by which means the desk is reached: /horario, /canales."""

from dataclasses import replace

from itgov_bot.conversation.flows.hearing.hours import goes_on, named
from itgov_bot.conversation.state import LastHours
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.catalog import Service
from itgov_bot.replies import Reply
from itgov_bot.understanding import Interpretation
from itgov_bot.understanding.language.asked_of_desk import way_asked
from itgov_bot.understanding.language.time.hours_asked import Asked, HoursAsked, find_hours_asked
from itgov_bot.wording import hours as hours_words
from itgov_bot.wording.hours_asked import answered
from itgov_bot.wording.staff.asked import contact as words
from itgov_bot.wording.staff.asked import services as service_words


async def hours(turn: Turn, rest: str) -> None:
    """`/horario`, or `/horario correo` for one service. Hours differ, so of several with that name one is chosen."""
    named = turn.services_named(rest)
    if len(named) > 1 and turn.desk.service(rest) is None:
        turn.say(service_words.found(named, rest))
        return
    service = _service(turn, rest)
    if rest and service is None:
        turn.say(service_words.no_such_service(turn.desk.reference.catalog, rest))
    else:
        turn.say(hours_of(turn, service))


def hours_of(turn: Turn, service: Service | None, asked: HoursAsked | None = None) -> Reply:
    """Those of a service, or the general ones; just what was asked, where something was, and nothing at length twice."""
    calendar = turn.desk.calendars.of_service(service)
    answer = answered(asked, calendar, turn.now) if asked else None
    if asked and answer is None and service is None and turn.state.subject.hours:
        answer = hours_words.in_short(calendar, turn.now)
    if answer:
        return hours_words.just_asked(service, calendar, turn.now, answer)
    if service:
        return hours_words.service_hours(service, calendar, turn.now)
    return hours_words.general_hours(turn.city, calendar, turn.now)


# In words


def answer(turn: Turn, text: str) -> None:
    """The general hours, or those of the service that the question names or points at."""
    asked = find_hours_asked(text, turn.local_now)
    last = turn.state.subject.hours if goes_on(turn, asked, text) else None
    service = _meant(turn, text, asked, last)
    if last:
        asked = _as_last(asked, find_hours_asked(last.said, turn.local_now))
    if service:
        turn.state.subject.service = service.id
    turn.say(hours_of(turn, service, asked))
    said = last.said if last and not (asked.days or asked.weekdays) else text
    turn.state.subject.hours = LastHours(said, service.id if service else None)


def _as_last(asked: HoursAsked, last: HoursAsked) -> HoursAsked:
    """The last question again, with what is new in this one."""
    has_time = bool(asked.days or asked.weekdays or asked.at)
    of_time = asked if has_time else last
    kind = (
        Asked.OPEN
        if last.kind in (Asked.HOLIDAYS, Asked.WHICH_HOLIDAYS, Asked.NOON) and has_time
        else last.kind
    )
    return replace(of_time, kind=kind, says_closed=last.says_closed)


def _meant(turn: Turn, text: str, asked: HoursAsked, last: LastHours | None) -> Service | None:
    if asked.about:
        return named(turn, asked.about) or _understood(turn, text)
    if asked.refers:
        return turn.desk.service(turn.state.subject.service)
    return turn.desk.service(last.service) if last else None


def _understood(turn: Turn, text: str) -> Service | None:
    understood = turn.interpret(text)
    return turn.desk.service(understood.best if understood.decision != "none" else None)


async def channels(turn: Turn, rest: str) -> None:
    """`/canales`, or `/canales correo` for one service."""
    turn.say(channels_of(turn, _service(turn, rest)))


def channels_of(turn: Turn, service: Service | None) -> Reply:
    """Those of a service, or the general ones."""
    calendar = turn.desk.calendars.of_service(service)
    if service:
        return words.service_channels(turn.city, service, calendar, turn.now)
    return words.general_channels(turn.city, calendar, turn.now)


def answer_channels(turn: Turn, understood: Interpretation) -> None:
    """The one way that was asked after; or those of the service named, or of the one last spoken of."""
    way = way_asked(turn.text)
    if way and understood.decision == "none":
        turn.say(words.one_way(turn.city, way, turn.desk.calendars.general, turn.now))
        return
    named = understood.best if understood.decision != "none" else turn.state.subject.service
    service = turn.desk.service(named)
    if service:
        turn.state.subject.service = service.id
    turn.say(channels_of(turn, service))


def _service(turn: Turn, rest: str) -> Service | None:
    if not rest:
        return None
    if service := turn.desk.service(rest):
        return service
    named = turn.services_named(rest)
    return named[0] if named else turn.desk.service(turn.sure_service(rest))
