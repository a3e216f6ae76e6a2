"""A danger, told at once or in pieces, whatever goes on: what to do comes first, once, and all of it is one case."""

from dataclasses import replace
from datetime import timedelta

from itgov_bot.conversation.flows.staff import ticket_form, urgent
from itgov_bot.conversation.flows.staff.asked import everyday, services
from itgov_bot.conversation.flows.staff.ticket_form import first_aid
from itgov_bot.conversation.flows.staff.ticket_form.first_aid import spoken_of
from itgov_bot.conversation.flows.staff.ticket_form.form import TELLING, go_next, of_draft
from itgov_bot.conversation.flows.staff.tickets import additions
from itgov_bot.conversation.flows.staff.wishes.table import WITHOUT_PROBLEM
from itgov_bot.conversation.flows.steps import reaching
from itgov_bot.conversation.form_types import TicketForm, UrgentForm
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.first_aid import Danger
from itgov_bot.domain.people import may_see_summaries, may_work_tickets
from itgov_bot.understanding.figures.reading import SURE
from itgov_bot.understanding.inside.asks import Asks
from itgov_bot.understanding.language.asked_of_danger import asks_if_trusted
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.introducing.said_alone import Asked
from itgov_bot.understanding.language.questions import is_question, told_before_question
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording.staff import first_aid as words
from itgov_bot.wording.staff.ticket_form import questions as form_words

KEPT_IN_MIND = timedelta(hours=1)
"""So long what to do need not be said again."""
_OF_CASES = frozenset({Says.WAITS, Says.STATE, Says.REMIND})


# What to do


async def warned_at_once(turn: Turn) -> bool:
    """A reader that takes nothing: before anything else is understood. Who works here writes of others' dangers, and words
    for somebody else are not read."""
    is_for_us = isinstance(turn.state.form, TicketForm | UrgentForm | None) and not turn.text.startswith("/")
    if is_for_us and not (may_work_tickets(turn.roles) or _may_ask_of_figures(turn)):
        await warned(turn)
    return False


def _may_ask_of_figures(turn: Turn) -> bool:
    """«¿Qué está en rojo?», of who sees that. Beside no form they are warned after what they may ask was looked for."""
    if not may_see_summaries(turn.roles) or turn.state.form is None:
        return may_see_summaries(turn.roles)
    asked = turn.understanding.figures.sentence(turn.text, turn.local_now.date())
    return asked is not None and asked.margin >= SURE


async def warned(turn: Turn) -> bool:
    """The same, where it is known to be a matter of their own."""
    before = await _told_before(turn)
    if before and turn.dangers.goes_on(before, turn.text):
        warn(turn, f"{before}\n{turn.text}")
    elif turn.dangers.may_tell(turn.text) and not _is_of_desk(turn):
        warn(turn, turn.text)
    return False


def warn(turn: Turn, text: str) -> None:
    form = turn.state.form
    service = form.service if isinstance(form, TicketForm) and form.text in text else turn.sure_service(text)
    danger = turn.danger_in(text, service)
    if danger and not _knows(turn, danger):
        turn.state.warned[danger.say[0]] = turn.now
        turn.say(words.answered(danger) if asks_if_trusted(turn.text) else words.caution(danger))


def _knows(turn: Turn, danger: Danger) -> bool:
    """Whether they were just told what to do, in this danger or in a worse one of its sort."""
    said = turn.desk.reference.first_aid.as_bad(danger)
    told = [at for one in said if (at := turn.state.warned.get(one))]
    return any(turn.now - at < KEPT_IN_MIND for at in told)


async def _told_before(turn: Turn) -> str:
    """What this may be more of: what is being filled in, was told last, or was sent."""
    if isinstance(form := turn.state.form, TicketForm | UrgentForm):
        return form.text
    sent = await spoken_of(turn)
    return turn.state.subject.text or (sent.text if sent else "")


def _is_of_desk(turn: Turn) -> bool:
    """«Cancelen lo del humo», «borren mis datos» tell of none."""
    read = turn.interpret(turn.text)
    if what_is_said(turn.text) & _OF_CASES:
        return True
    return read.is_plain_wish and read.wish not in (None, *WITHOUT_PROBLEM)


# What follows it


@of_draft(*TELLING, "service", "same")
async def more_told(turn: Turn, form: TicketForm) -> bool:
    """A reader in a form: «puse la clave también» is no other problem than the mail that asked for it."""
    if form.is_idle(turn.now) or not turn.dangers.goes_on(form.text, turn.text):
        return False
    told = reaching.told_at(turn, form.step, turn.text)
    if told.is_alone:
        return False
    turn.say(form_words.ADDED_TO_DESCRIPTION)
    await go_next(turn, reaching.with_told(turn, form, replace(told, more=told.more or turn.text)))
    return True


async def more_of_sent(turn: Turn) -> bool:
    """A reader: the same, once the case was sent."""
    asks = turn.understanding.asks(turn.text)  # «¿me lo van a cobrar?» is no more of it
    sent = None if turn.files.kept or asks is not Asks.OTHER else await spoken_of(turn)
    if sent is None or not turn.dangers.goes_on(sent.text, turn.text):
        return False
    await additions.add(turn, sent, turn.text, [])
    return True


async def more_of_told(turn: Turn) -> bool:
    """A reader: the same of a danger that was told before, and of which no case is begun; both are read as one."""
    told = turn.state.subject.text
    if turn.files.kept or turn.state.form or not (told and _is_more(turn, told)):
        return False
    turn.state.subject = Subject()
    turn.read_anew(f"{told}\n{turn.text}")
    return True


def _is_more(turn: Turn, told: str) -> bool:
    """Also what tells a danger behind words of which nothing was understood: «dizque la doctora», «pero es otro número»."""
    if turn.dangers.goes_on(told, turn.text):
        return True
    return turn.danger_in(turn.text) is not None and turn.interpret(told).decision == "none"


async def kept_aside(turn: Turn) -> bool:
    """A reader: what was told and not sent is never replaced in silence. Where it is belongs to it, and another problem
    puts it off."""
    told = turn.state.subject
    if turn.state.form or not told.exception or turn.urgent_danger(told.text) is None:
        return False
    is_report = turn.interpret(turn.text).decision == "answer" or tells_a_fault(turn.text)
    is_place = not is_report and reaching.told_in(turn, turn.text, Asked.PLACE).place is not None
    if is_place:
        turn.state.subject = Subject()
        turn.read_anew(f"{told.text}\n{turn.text}")
    elif is_report:
        turn.state.leave_for_later(told.text, told.service)
    return is_place


async def asked_beside_offer(turn: Turn) -> bool:
    """A reader: what to do with what was told and is offered to the guard, which is offered again."""
    told = turn.state.subject
    if turn.state.form or not (told.exception and turn.urgent_danger(told.text)):
        return False
    if not await first_aid.asked_what_to_do(turn):
        return False
    await urgent.offer_if_exception(turn, told.text, told.service)
    return True


async def begun(turn: Turn) -> bool:
    """A reader: of a danger no list is shown, and no wish is read in it. The guard is offered, or its case is begun, also
    where it names no service."""
    told = told_before_question(turn.text) if is_question(turn.text) else turn.text  # «…, ¿qué hago?»
    is_told = asks_if_trusted(turn.text) or (told and turn.danger_in(told) is not None)
    if turn.danger_in(turn.text) is None or not is_told or _is_of_desk(turn):
        return False
    if await urgent.offer_if_exception(turn, turn.text, turn.sure_service(turn.text)):
        return True
    text, read = await everyday.with_earlier(turn)
    if any(tells_a_fault(part.text) and not turn.danger_in(part.text) for part in read.parts):
        return False  # something else is told beside it
    turn.state.subject = Subject(text=text, candidates=[one.service for one in read.candidates])
    if read.decision == "answer" and read.best:
        await services.show_card(turn, read.best, report=True)
    else:
        await ticket_form.danger_begun(turn, text, words.BEGUN)
    return True
