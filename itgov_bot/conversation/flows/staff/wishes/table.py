"""Which wish is answered by whom, and when words that read like one are something else after all."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.staff.asked import everyday, processes, services
from itgov_bot.conversation.flows.staff.oneself import my_data, registration
from itgov_bot.conversation.flows.staff.outages import listing as outage_list
from itgov_bot.conversation.flows.staff.wishes import candidates, of_desk, of_tickets, person, waiting
from itgov_bot.conversation.turn import Turn
from itgov_bot.understanding import Intent, Interpretation, RequestType, Wish
from itgov_bot.understanding.language.asked_of_desk import who_sees_asked
from itgov_bot.understanding.language.asked_of_service import (
    OfIt,
    asks_who_authorizes,
    asks_who_beside,
    service_asked,
)
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.one_case import asks_why_cancelled
from itgov_bot.understanding.language.cases.review_words import asks_if_sent
from itgov_bot.understanding.language.questions import begins_as_question, is_question, told_before_question
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.language.topics_asked import topics_asked

_OF_LIVE = frozenset({Wish.CANCEL, Wish.CLOSE, Wish.ADD})

W = TypeVar("W", Wish, Wish | None)
Handler = Callable[[Turn], Awaitable[None]]


def _command(run: Callable[[Turn, str], Awaitable[None]]) -> Handler:
    """A wish that is a command in words."""

    async def handle(turn: Turn) -> None:
        await run(turn, "")

    return handle


async def _register(turn: Turn) -> None:
    """Who only asks about it is told what is kept: a question is no consent."""
    if is_question(turn.text):
        await my_data.show(turn, "")
    else:
        await registration.register(turn, "")


ONLY_TELL: Mapping[Wish, Handler] = {
    Wish.MINE: of_tickets.show_mine,
    Wish.WHEN: waiting.say_when,
    Wish.PERSON: person.say_who,
    Wish.HELP: of_desk.help_in_short,
    Wish.CATALOGUE: _command(services.list_services),
    Wish.RESPONSIBLE: of_desk.responsible,
    Wish.PRIVACY: of_desk.privacy,
    Wish.MY_DATA: _command(my_data.show),
    Wish.OUTAGE_STATUS: outage_list.outage_status,
    Wish.TERMS: of_desk.terms,
    Wish.DOCUMENTS: of_desk.documents,
    Wish.PROCESSES: _command(processes.search),
    Wish.ATTACH: of_desk.attach,
    Wish.COST: of_desk.cost,
}
"""These begin nothing, so that they may be answered in the middle of something else."""

WISHES: Mapping[Wish, Handler] = {
    **ONLY_TELL,
    Wish.OPEN: of_tickets.open_one,
    Wish.ADD: of_tickets.add,
    Wish.CANCEL: of_tickets.cancel,
    Wish.CLOSE: of_tickets.close,
    Wish.REOPEN: of_tickets.reopen,
    Wish.RATE: of_tickets.rate,
    Wish.COMPLAINT: waiting.complain,
    Wish.FORGET: _command(my_data.ask_forget),
    Wish.REGISTER: _register,
    Wish.URGENT: of_desk.urgent,
}

WITHOUT_PROBLEM = frozenset({Wish.OPEN, Wish.HELP, Wish.PERSON, Wish.URGENT, Wish.COMPLAINT, Wish.REOPEN})
"""Beside a service that is named these words are a report: «necesito un técnico para la impresora»."""


async def wish_told(turn: Turn) -> bool:
    """A reader: what is wanted of the desk itself, or who may ask for a service."""
    understood = turn.interpret(turn.text)
    is_of_named = understood.named is not None and asks_who_authorizes(turn.text)
    if understood.intent is Intent.WHO_MAY or is_of_named or asks_who_beside(turn.text):
        await of_desk.who_may(turn, understood)
        return True
    if asks_why_cancelled(turn.text) and await of_tickets.tell_cancelled(turn):
        return True
    if await of_tickets.wants_cancelled(turn):
        return True
    wish = _wish(turn, understood)
    if wish is None or _tells_event(turn, understood) or await _is_no_wish_there(turn, understood):
        return False
    if wish is Wish.REOPEN and not await of_tickets.may_reopen_any(turn):
        return False
    told = told_before_question(turn.text) if wish in ONLY_TELL else turn.text
    if told != turn.text and _is_report(turn, told):  # «cámbieme la clave, ¿y cuándo llega lo otro?»
        turn.read_anew(told)
    await WISHES[wish](turn)
    return True


def _is_report(turn: Turn, told: str) -> bool:
    read = turn.interpret(told) if told else None
    return read is not None and read.decision != "none" and read.request_type is not RequestType.QUESTION


async def answer(turn: Turn, wish: Wish) -> bool:
    """In the middle of something else: only what tells something and begins nothing. False for the others."""
    if asks_if_sent(turn.text) and waiting.told_of_draft(turn):
        return True
    tell = ONLY_TELL.get(_meant(turn.text, wish))
    if tell:
        await tell(turn)
    return tell is not None


async def may_begin(turn: Turn, wish: Wish) -> bool:
    """Whether there is a case with which the wish may be done, where it needs one."""
    if wish is Wish.REOPEN:
        return await of_tickets.may_reopen_any(turn)
    return wish not in _OF_LIVE or bool(await candidates.live(turn))


async def _is_no_wish_there(turn: Turn, understood: Interpretation) -> bool:
    """While it is asked which service it is, words are rather more about that."""
    if understood.is_plain_wish or is_question(turn.text):
        return False
    return await everyday.asked_last(turn) in (Action.PICK_SERVICE, Action.EVERYDAY)


def _tells_event(turn: Turn, understood: Interpretation) -> bool:
    """An event that people are needed for: in doubt its words are no wish. A polite request for them is no question."""
    is_asked = understood.is_plain_wish or begins_as_question(turn.text)
    return not is_asked and turn.mayor_event(turn.text) is not None


def _tells_a_problem(turn: Turn, understood: Interpretation) -> bool:
    is_told = understood.decision != "none" or turn.danger_in(turn.text) is not None
    return is_told or _is_told_with_number(turn, understood)


def _is_told_with_number(turn: Turn, understood: Interpretation) -> bool:
    """«Que me llamen al 3001234567, es que no puedo abrir el SIAPA»: a report, and how to reach them."""
    has_number = not understood.is_plain_wish and turn.introduced(turn.text).contact is not None
    return has_number and tells_a_fault(turn.text)


def _meant(text: str, wish: W) -> W | Wish:
    """Who sees one's cases is no wish to see them; who will attend them is asked of the desk, and of no process."""
    if wish is Wish.RESPONSIBLE and topics_asked(text) == (OfIt.WHO_COMES,):
        return Wish.WHEN
    return Wish.PRIVACY if who_sees_asked(text) else wish


def _wish(turn: Turn, understood: Interpretation) -> Wish | None:
    wish = _meant(turn.text, understood.wish)
    if wish in WITHOUT_PROBLEM and _tells_a_problem(turn, understood):
        return None
    if wish is Wish.CATALOGUE and understood.decision == "answer" and service_asked(turn.text):
        return None  # «¿ustedes hacen copias?» asks after one
    if wish in (Wish.CLOSE, Wish.CANCEL) and Says.AWAY in what_is_said(turn.text):
        return None  # «ya me voy para la casa» ends no case
    told = told_before_question(turn.text)
    is_told_as_fault = understood.exception is not None and turn.interpret(told).exception is not None
    return None if is_told_as_fault and wish is not Wish.CLOSE else wish
