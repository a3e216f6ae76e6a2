"""The catalogue in the chat: a card, a choice between several, «no es esto», the lists."""

from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.learning import note_unmatched
from itgov_bot.domain.catalog import normal_id
from itgov_bot.understanding import Interpretation
from itgov_bot.understanding.services.names import find_named
from itgov_bot.wording.staff import services as words

OFFERED = 3
MAX_ID = 12


async def show_card(turn: Turn, service_id: str, *, report: bool = False) -> None:
    service = turn.desk.service(service_id)
    if service is None:
        turn.say(words.no_such_service(turn.desk.reference.catalog, service_id))
        return
    turn.state.subject.service = service.id
    calendar = turn.desk.calendars.of_service(service)
    if report:
        card = words.report_card(turn.city, service, calendar, turn.now)
        await ticket_form.report_begun(turn, turn.state.subject.text, service.id, card)
        return
    turn.say(words.card(turn.city, service, calendar, turn.now, report=report))


def offer(turn: Turn, service_ids: list[str]) -> None:
    found = [service for service_id in service_ids if (service := turn.desk.service(service_id))]
    turn.state.subject.service = None
    turn.say(words.choose(found))


async def press_service(turn: Turn, service_id: str) -> None:
    """From a list: the card alone, without the words of an earlier question."""
    turn.state.subject.text = ""
    await show_card(turn, service_id)


async def pick_service(turn: Turn, service_id: str) -> None:
    """One of the offered: what the person chose is remembered as the meaning of their words."""
    subject = turn.state.subject
    if subject.text and subject.refused:
        await note_unmatched(turn.desk, subject.text, service_id)
    await show_card(turn, service_id, report=bool(subject.text))


async def not_this(turn: Turn, _rest: str) -> None:
    """«No es esto» leads on to the next candidates, then to the catalogue or a person."""
    ticket_form.withdraw(turn)
    subject = turn.state.subject
    shown = [subject.service] if subject.service else subject.candidates[:OFFERED]
    subject.refused = [*subject.refused, *(one for one in shown if one)]
    subject.service = None
    left = [one for one in subject.candidates if one not in subject.refused]
    if left:
        subject.candidates = left
        offer(turn, left[:OFFERED])
        return
    if subject.text:
        await note_unmatched(turn.desk, subject.text, None)
    turn.say(words.not_understood(tried=True))


async def list_services(turn: Turn, rest: str) -> None:
    if rest:
        await show_service(turn, rest)
    else:
        turn.say(words.categories(turn.desk.reference.catalog))


async def press_category(turn: Turn, rest: str) -> None:
    groups = list(turn.desk.reference.catalog.by_category().items())
    if rest.isdigit() and int(rest) < len(groups):
        turn.say(words.category(*groups[int(rest)]))
    else:
        turn.say(words.categories(turn.desk.reference.catalog))


async def show_service(turn: Turn, rest: str) -> None:
    """By id, or by name: «/servicio correo»."""
    if not rest:
        turn.say(words.which_service(turn.desk.reference.catalog))
    elif service := turn.desk.service(rest):
        await press_service(turn, service.id)
    else:
        await _by_name(turn, rest, turn.understanding.match(rest))


async def service_id(turn: Turn) -> bool:
    """A reader of free text: the id of a service typed alone opens its card."""
    is_id = bool(normal_id(turn.text)) and len(turn.text) < MAX_ID and bool(turn.desk.service(turn.text))
    if is_id:
        await show_service(turn, turn.text)
    return is_id


async def _by_name(turn: Turn, rest: str, understood: Interpretation) -> None:
    named = find_named(turn.desk.reference.catalog.services, rest)
    if len(named) == 1:
        await press_service(turn, named[0].id)
    elif named:
        turn.say(words.found(named, rest))
    elif understood.decision == "answer" and understood.best:
        await press_service(turn, understood.best)
    elif understood.decision == "choose":
        found = [turn.desk.service(candidate.service) for candidate in understood.candidates[:OFFERED]]
        turn.say(words.found([service for service in found if service], rest))
    else:
        turn.say(words.no_such_service(turn.desk.reference.catalog, rest))
