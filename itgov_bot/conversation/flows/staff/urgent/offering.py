"""The guard is offered with one press, or it is asked whom it hits; what is answered to that, pressed and in words."""

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.staff.urgent.reporting import in_hours, open_urgent, report
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.domain.tickets.urgency import Next, Told
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import urgent as words

GO = Action.URGENT.data("go")
MANY = Action.URGENT.data("many")


async def exception_told(turn: Turn) -> bool:
    """A reader of free text: what must be paged is offered the guard."""
    return await offer_if_exception(turn, turn.text, turn.sure_service(turn.text))


async def offer_if_exception(turn: Turn, text: str, service: str | None) -> bool:
    """A message that reports an exception after hours is offered the one press; True when it was. What is dangerous by
    itself is one, whatever it is about."""
    exception = turn.exception_now(text, service) or turn.urgent_danger(text)
    if turn.next_step(Told(exception), service) is not Next.GUARD:
        return False
    before = await _waiting(turn)
    told = f"{before.text}\n{text}" if before.text else text
    service, exception = before.service or service, before.exception or exception
    await offer(turn, Subject(text=told, service=service, exception=exception, is_aided=before.is_aided))
    return True


async def _waiting(turn: Turn) -> Subject:
    """What was offered to the guard last, and not answered: what is told next comes with it, and takes not its place."""
    told, is_offered = turn.state.subject, await turn.was_offered(GO)
    return told if is_offered and told.exception and told.text != turn.text else Subject()


async def offer_in_between(turn: Turn, text: str, service: str | None) -> bool:
    """In the middle of another case an outage is offered in hours too: there is no card on which to open its own."""
    if await offer_if_exception(turn, text, service):
        return True
    told = turn.urgency_told(text, service)
    is_outage = turn.next_step(told, service) is not Next.ORDINARY
    if is_outage:
        await offer(turn, Subject(text=text, service=service, exception=told.exception))
    return is_outage


async def offer(turn: Turn, told: Subject) -> None:
    """The one press, or the question that comes before it."""
    turn.state.subject = told
    step = step_of(turn, told)
    if step is Next.HOW_MANY:
        turn.say(words.ask_how_many(turn.city, turn.has_consented, is_open=turn.is_open(told.service)))
    elif step is Next.FIRST_IN_LINE:
        turn.say(words.OFFER_FIRST_IN_LINE)
    elif step is Next.GUARD and told.exception:
        is_danger = turn.interpret(told.text, told.service).exception is None
        turn.say(words.offer(turn.city, told.exception, turn.has_consented, is_danger=is_danger))
    else:  # offered at night, and people attend meanwhile
        await ticket_form.open_ordinary(turn, told.text, told.service)


def step_of(turn: Turn, told: Subject) -> Next:
    """What comes next with what was told."""
    read = turn.interpret(told.text, told.service)
    return turn.next_step(Told(told.exception, read.doubtful, read.is_whom_open), told.service)


async def press_urgent(turn: Turn, rest: str) -> None:
    """`urgent:go` reports what was just offered, `urgent:no` makes it an ordinary case; `urgent:` begins from nothing.

    `urgent:many` answers how many people it hits (the other answer is `urgent:no`).
    """
    subject = turn.state.subject
    if rest == "go" and subject.text and subject.exception:
        await report(turn, subject)
    elif rest == "many" and subject.text:
        await hits_many(turn, subject)
    elif rest == "no" and subject.text:
        await ticket_form.open_ordinary(turn, subject.text, subject.service)
    elif rest:
        turn.say(form_words.old_button_no_form())
    else:
        await open_urgent(turn, "")


async def hits_many(turn: Turn, subject: Subject) -> None:
    subject.exception = ExceptionKind.SERVICE_OUTAGE
    if turn.next_step(Told(subject.exception), subject.service) is Next.GUARD:
        turn.say(words.offer(turn.city, subject.exception, turn.has_consented))
    else:
        await in_hours(turn, subject.text, subject.service, Told(subject.exception))
