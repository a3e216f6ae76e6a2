"""The catalogue in the chat: a card, a choice between several, «no es esto», the lists."""

from collections.abc import Sequence

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.staff.ticket_form import first_aid
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.learning import note_unmatched
from itgov_bot.domain.catalog import Service, normal_id
from itgov_bot.understanding import Interpretation
from itgov_bot.understanding.language.asked_of_service import service_asked
from itgov_bot.wording.staff.asked import everyday as everyday_words
from itgov_bot.wording.staff.asked import services as words
from itgov_bot.wording.staff.ticket_form.questions import in_question

OFFERED = 3
GUESS_SHARE = 0.2
"""From this probability on a service is offered beside the everyday groups."""
MAX_GUESSES = 2
MAX_ID = 12


async def show_card(turn: Turn, service_id: str, *, report: bool = False) -> None:
    """`report`: what was told is a problem with it, or a wish for it, so that its form begins."""
    service = turn.desk.service(service_id)
    if service is None:
        turn.say(words.no_such_service(turn.desk.reference.catalog, service_id))
        return
    turn.state.subject.service = service.id
    calendar = turn.desk.calendars.of_service(service)
    if report:
        text = turn.state.subject.text
        card = words.report_card(service, calendar, turn.now, service_asked(text))
        await ticket_form.report_begun(turn, text, service.id, first_aid.beside(turn, text, service, card))
    else:
        asked = service_asked(turn.state.subject.text)
        turn.say(words.answer_card(service, calendar, turn.now, asked))


async def press_sheet(turn: Turn, service_id: str) -> None:
    """«Ver ficha». In the middle of a form its question comes again."""
    _say_sheet(turn, service_id)
    if form := turn.state.form:
        await forms.ask(turn, form)


async def press_service(turn: Turn, service_id: str) -> None:
    """From a list: the sheet alone, without the words of an earlier question."""
    if turn.state.form is None:
        turn.state.subject.text = ""
        turn.state.subject.service = service_id
    _say_sheet(turn, service_id)


def _say_sheet(turn: Turn, service_id: str) -> None:
    service = turn.desk.service(service_id)
    if service is None:
        turn.say(words.no_such_service(turn.desk.reference.catalog, service_id))
        return
    calendar, in_form = turn.desk.calendars.of_service(service), turn.state.form is not None
    turn.say(words.sheet(turn.city, service, calendar, turn.now, in_form=in_form))


# Which of several


def offer(
    turn: Turn, service_ids: Sequence[str], shown: Sequence[str] = (), *, is_more: bool = False
) -> None:
    """`shown`: what was offered until now. It keeps its places: a number that is typed may be read off the earlier list.
    `is_more`: what was written to the choice is kept, and decided nothing."""
    stay = [one for one in shown if one in service_ids]
    found = _services(turn, [*stay, *(one for one in service_ids if one not in stay)])
    turn.state.subject.service = None
    turn.state.subject.candidates = [service.id for service in found]
    turn.say(words.choose(found, is_more=is_more))


def explain(turn: Turn) -> None:
    """What each of those is that were offered."""
    turn.say(words.explained(_services(turn, turn.state.subject.candidates)))


def _services(turn: Turn, service_ids: Sequence[str]) -> list[Service]:
    return [service for service_id in service_ids if (service := turn.desk.service(service_id))]


async def pick_service(turn: Turn, service_id: str) -> None:
    """One of the offered: what the person chose is remembered as the meaning of their words. None: it may be any."""
    subject = turn.state.subject
    if not service_id:
        await _pick_any(turn)
        return
    if subject.text and subject.refused:
        await note_unmatched(turn.desk, subject.text, service_id)
    await show_card(turn, service_id, report=bool(subject.text))


async def _pick_any(turn: Turn) -> None:
    """It goes on as the likeliest one; whoever sees to it reads which ones were in question."""
    subject = turn.state.subject
    offered = _services(turn, subject.candidates)
    if not offered or not subject.text:
        ask_with_what(turn)
        return
    noted = in_question(offered)
    subject.text = subject.text if noted in subject.text else f"{subject.text}\n{noted}"
    await show_card(turn, offered[0].id, report=True)


async def not_this(turn: Turn, _rest: str) -> None:
    """«No es esto» leads on to what else is likely, then to the everyday groups."""
    ticket_form.withdraw(turn)
    subject = turn.state.subject
    shown = [subject.service] if subject.service else subject.candidates[:OFFERED]
    subject.refused = [*subject.refused, *shown]
    subject.service = None
    left = turn.interpret(subject.text).others(subject.refused) if subject.text else []
    if left:
        offer(turn, left[:OFFERED])
        return
    if subject.text:
        await note_unmatched(turn.desk, subject.text, None)
    ask_with_what(turn, tried=True)


def ask_with_what(
    turn: Turn, *, tried: bool = False, may_be_elsewhere: bool = False, is_more: bool = False
) -> None:
    """The everyday groups, and what it may well be. `tried`: what was offered before is none of it. `may_be_elsewhere`:
    it is quite possibly no matter of the desk."""
    subject = turn.state.subject
    likely = turn.interpret(subject.text).candidates if subject.text else ()
    subject.candidates = [
        one.service for one in likely if one.score >= GUESS_SHARE and one.service not in subject.refused
    ][:MAX_GUESSES]
    subject.service = None
    groups = turn.desk.reference.everyday
    likely_ones = _services(turn, subject.candidates)
    asked = everyday_words.with_what(groups, likely_ones, tried=tried, may_be_elsewhere=may_be_elsewhere)
    turn.say(words.noted(asked) if is_more else asked)


# The lists


async def list_services(turn: Turn, rest: str) -> None:
    if rest:
        await show_service(turn, rest)
    else:
        turn.say(words.categories(turn.desk.reference.catalog))


async def press_category(turn: Turn, rest: str) -> None:
    groups = list(turn.desk.reference.catalog.by_category().items())
    at = number_in(rest)
    if at is not None and at < len(groups):
        turn.say(words.category(*groups[at]))
    else:
        turn.say(words.categories(turn.desk.reference.catalog))


async def show_service(turn: Turn, rest: str) -> None:
    """By id, by its number alone, or by name: «/servicio 4», «/servicio correo»."""
    if not rest:
        turn.say(words.which_service(turn.desk.reference.catalog))
    elif service := turn.desk.service(rest) or turn.desk.reference.catalog.numbered(rest):
        await press_service(turn, service.id)
    else:
        await _by_name(turn, rest, turn.understanding.match(rest))


async def service_id(turn: Turn) -> bool:
    """A reader of free text: the id of a service typed alone opens its card, or it is said that there is none."""
    wanted = normal_id(turn.text) if len(turn.text) < MAX_ID else None
    is_id = wanted is not None and turn.desk.reference.catalog.has_prefix_of(wanted)
    if is_id:
        await show_service(turn, turn.text)
    return is_id


async def _by_name(turn: Turn, rest: str, understood: Interpretation) -> None:
    named = turn.services_named(rest)
    if len(named) == 1:
        await press_service(turn, named[0].id)
    elif named:
        turn.say(words.found(named, rest))
    elif understood.decision == "answer" and understood.best:
        await press_service(turn, understood.best)
    elif understood.decision == "choose":
        turn.say(words.found(_services(turn, understood.choices()), rest))
    else:
        turn.say(words.no_such_service(turn.desk.reference.catalog, rest))
