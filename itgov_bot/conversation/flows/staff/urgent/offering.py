"""The guard is offered with one press, or it is asked whom it hits; what is answered to that, pressed and in words."""

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.staff.urgent.reporting import in_hours, open_urgent, report
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.conversation.typed import asked_yes_or_no
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.domain.tickets.urgency import Next, Told
from itgov_bot.understanding.language.cases.event_change import is_not_the_mayors
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.one_case import hits_others
from itgov_bot.understanding.language.introducing.introduction import Introduction
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import accompaniment as event_words
from itgov_bot.wording.staff import urgent as words

_GO = Action.URGENT.data("go")
_MANY = Action.URGENT.data("many")


async def exception_told(turn: Turn) -> bool:
    """A reader of free text: what must be paged is offered the guard."""
    return await offer_if_exception(turn, turn.text, turn.sure_service(turn.text))


async def who_told(turn: Turn) -> bool:
    """A reader: nothing but who they are, after «¿Aviso ya a la guardia?», stays with the report; the question stands."""
    asked, told = await asked_yes_or_no(turn), turn.introduced(turn.text)
    is_offer = asked is not None and any(one.data == _GO for one in asked.choices)
    if not (is_offer and turn.state.subject.exception and _is_who(told, turn.text)):
        return False
    turn.state.subject.text += f"\n{turn.text}"
    turn.say(words.noted_for_guard(told.name, told.contact))
    await _offer(turn, turn.state.subject)
    return True


async def anothers_event_told(turn: Turn) -> bool:
    """A reader: «es del concejal, no del alcalde», after «¿Aviso ya a la guardia?», calls nobody: it is an ordinary case."""
    told = turn.state.subject
    if told.exception is not ExceptionKind.MAYOR_EVENT or not is_not_the_mayors(turn.text):
        return False
    is_offered = await _is_asked(turn, _GO)
    if is_offered:
        turn.say(event_words.not_the_mayors(turn.city))
        await ticket_form.open_ordinary(turn, told.text, told.service, beside=turn.text)
    return is_offered


async def how_many_told(turn: Turn) -> bool:
    """A reader: «a mi compañera también», after «¿le pasa a muchas personas o solo a usted?», is the first of these; after
    «ya volvió» nobody need be called."""
    told = turn.state.subject
    if not (told.text and await _is_asked(turn, _GO, _MANY)) or turn.files.kept:
        return False
    is_over = Says.FIXED in what_is_said(turn.text)
    if is_over:
        turn.state.subject = Subject()
        turn.say(words.NOBODY_CALLED)
    elif hits_others(turn.text):
        await _hits_many(turn, told)
    return is_over or hits_others(turn.text)


def _is_who(told: Introduction, text: str) -> bool:
    """Nothing is told beside it."""
    return bool(told.name or told.contact) and told.matter == text


async def offer_if_exception(turn: Turn, text: str, service: str | None) -> bool:
    """A message that reports an exception after hours is offered the one press; True when it was. What is dangerous by
    itself is one, whatever it is about."""
    exception = turn.exception_now(text, service) or turn.urgent_danger(text)
    if turn.next_step(Told(exception), service) is not Next.GUARD:
        return False
    before = await _waiting(turn)
    told = f"{before.text}\n{text}" if before.text else text
    service, exception = before.service or service, before.exception or exception
    await _offer(turn, Subject(text=told, service=service, exception=exception, is_aided=before.is_aided))
    return True


async def _waiting(turn: Turn) -> Subject:
    """What was offered to the guard last, and not answered: what is told next comes with it, and takes not its place."""
    told, is_offered = turn.state.subject, await _is_asked(turn, _GO)
    return told if is_offered and told.exception and told.text != turn.text else Subject()


async def _is_asked(turn: Turn, *presses: str) -> bool:
    """Whether the last thing they read offers one of these."""
    return any(one.data in presses for reply in await turn.last_replies(1) for one in reply.choices)


async def offer_in_between(turn: Turn, text: str, service: str | None) -> bool:
    """In the middle of another case an outage is offered in hours too: there is no card on which to open its own."""
    if await offer_if_exception(turn, text, service):
        return True
    told = turn.urgency_told(text, service)
    is_outage = turn.next_step(told, service) is not Next.ORDINARY
    if is_outage:
        await _offer(turn, Subject(text=text, service=service, exception=told.exception))
    return is_outage


async def _offer(turn: Turn, told: Subject) -> None:
    """The one press, or the question that comes before it."""
    turn.state.subject = told
    read = turn.interpret(told.text, told.service)
    step = turn.next_step(Told(told.exception, read.doubtful, read.is_whom_open), told.service)
    if step is Next.HOW_MANY:
        turn.say(words.ask_how_many(turn.city, turn.has_consented, is_open=turn.is_open(told.service)))
    elif step is Next.FIRST_IN_LINE:
        turn.say(words.OFFER_FIRST_IN_LINE)
    elif step is Next.GUARD and told.exception:
        is_danger = read.exception is None
        turn.say(words.offer(turn.city, told.exception, turn.has_consented, is_danger=is_danger))
    else:  # offered at night, and people attend meanwhile
        await ticket_form.open_ordinary(turn, told.text, told.service)


async def press_urgent(turn: Turn, rest: str) -> None:
    """`urgent:go` reports what was just offered, `urgent:no` makes it an ordinary case; `urgent:` begins from nothing.

    `urgent:many` answers how many people it hits (the other answer is `urgent:no`).
    """
    subject = turn.state.subject
    if rest == "go" and subject.text and subject.exception:
        await report(turn, subject)
    elif rest == "many" and subject.text:
        await _hits_many(turn, subject)
    elif rest == "no" and subject.text:
        await ticket_form.open_ordinary(turn, subject.text, subject.service)
    elif rest:
        turn.say(form_words.old_button_no_form())
    else:
        await open_urgent(turn, "")


async def _hits_many(turn: Turn, subject: Subject) -> None:
    subject.exception = ExceptionKind.SERVICE_OUTAGE
    if turn.next_step(Told(subject.exception), subject.service) is Next.GUARD:
        turn.say(words.offer(turn.city, subject.exception, turn.has_consented))
    else:
        await in_hours(turn, subject.text, subject.service, Told(subject.exception))
