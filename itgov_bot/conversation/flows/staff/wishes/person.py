"""Talking to a person: who has their case, when and how the desk is reached, and the case that makes somebody write."""

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.staff.tickets import additions
from itgov_bot.conversation.flows.staff.wishes import candidates
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.understanding import Wish
from itgov_bot.understanding.inside.asks import Asks
from itgov_bot.understanding.language.cases.presence import (
    asks_to_be_called,
    names_who_calls,
    without_why_called,
)
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording.on_ticket import BY_THIS_CHAT, PLACE_NOT_SAID
from itgov_bot.wording.staff.asked import contact as words

_WRITE = Action.PERSON.data("write")


async def say_who(turn: Turn) -> None:
    """Whoever has their case, or the way to somebody."""
    held = [one for one in await candidates.live(turn) if one.assignee is not None]
    if held:
        turn.say(words.person_of_case(await view(turn.desk, held[0])), ticket=held[0].id)
    else:
        _say_how(turn)


async def call_asked(turn: Turn) -> bool:
    """A reader: «llámenme al 300…, no sé escribir mucho» begins the case by which they are called, or goes to the one that
    they have. «Que me llame un ingeniero» is told how one is reached."""
    if not _wants_a_call(turn) or tells_a_fault(without_why_called(turn.text)):
        return False
    if turn.interpret(turn.text).decision == "answer":
        return False
    if live := await candidates.live(turn):
        meant = [one for one in live if one.number == turn.state.subject.ticket]
        await additions.add(turn, (meant or live)[0], turn.text, [])
        return True
    if names_who_calls(turn.text) and turn.introduced(turn.text).contact is None:
        return False
    await ticket_form.open_called(turn, turn.text)
    return True


def _wants_a_call(turn: Turn) -> bool:
    """Also by the number alone, after they were told how somebody is reached, or beside the wish to talk to one."""
    asks, has_number = turn.understanding.asks(turn.text), turn.introduced(turn.text).contact is not None
    if asks is Asks.BOSS:
        return False
    wants_a_person = asks is Asks.PERSON or turn.interpret(turn.text).wish is Wish.PERSON
    return asks is Asks.CALL or asks_to_be_called(turn.text) or (has_number and wants_a_person)


async def number_left(turn: Turn) -> bool:
    """A reader: the number alone of who was told how somebody is reached."""
    told = turn.introduced(turn.text)
    was_told = any(one.data == _WRITE for one in await turn.offered_last())
    if not (was_told and told.is_alone and told.contact) or turn.state.form:
        return False
    await ticket_form.open_called(turn, turn.text)
    return True


async def press_person(turn: Turn, rest: str) -> None:
    """`human:` says how somebody is reached, `human:write` opens the case by which they write."""
    if rest == "write":
        await _have_them_write(turn)
    else:
        _say_how(turn)


def _say_how(turn: Turn) -> None:
    service = turn.desk.service(turn.state.subject.service)
    calendar = turn.desk.calendars.of_service(service)
    turn.say(words.talk_to_a_person(turn.city, calendar, turn.now))


async def _have_them_write(turn: Turn) -> None:
    """With the problem and the service that were spoken of; at once, where the desk knows whom it writes to."""
    subject = turn.state.subject
    subject.text = subject.text or words.WANTS_A_PERSON
    if not turn.is_registered or turn.state.form:
        await ticket_form.press_new(turn, subject.service or "")
        return
    draft = Draft(
        text=subject.text,
        service=subject.service,
        place=turn.person.dependencia or PLACE_NOT_SAID,
        contact=turn.person.contact or BY_THIS_CHAT,
    )
    turn.state.subject = Subject(service=subject.service)
    await ticket_form.open_and_say(turn, draft, ())
