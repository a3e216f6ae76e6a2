"""What is written beside «¿Aviso ya a la guardia?» or «¿le pasa a muchas personas o solo a usted?», which no form asks:
more of what was told, or an answer in words of their own. The question stands until it is answered."""

from collections.abc import Awaitable, Callable, Sequence

from itgov_bot.conversation.flows.hearing.hours import is_answered_elsewhere
from itgov_bot.conversation.flows.hearing.message import hear_in
from itgov_bot.conversation.flows.staff import accompaniment, ticket_form
from itgov_bot.conversation.flows.staff.urgent.offering import GO, MANY, hits_many, offer, step_of
from itgov_bot.conversation.flows.steps import dating
from itgov_bot.conversation.flows.steps.event_told import is_not_the_mayors, read_event
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.tickets.accompaniment import is_about_to_happen
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.domain.tickets.urgency import Next
from itgov_bot.understanding import Wish
from itgov_bot.understanding.inside.event_told import ASKS
from itgov_bot.understanding.inside.events import EventSays
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import UNCLEAR
from itgov_bot.understanding.language.answering.leading import led_by
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.review_words import announces_another
from itgov_bot.understanding.language.cases.whom_it_hits import (
    hits_only_me,
    hits_others,
    is_not_urgent,
)
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.wording.staff import accompaniment as event_words
from itgov_bot.wording.staff import urgent as words


async def beside_offer(turn: Turn) -> bool:
    """A reader. `_ROWS` says what the words may be."""
    subject = await _offered(turn)
    if subject is None:
        return False
    for row in _ROWS:
        if await row(turn, subject):
            return True
    return False


async def event_beside_offer(turn: Turn) -> bool:
    """A reader, before a no with something behind it: «ay no, que lo suspendieron»."""
    subject = await _offered(turn)
    return subject is not None and await _of_event(turn, subject)


async def _offered(turn: Turn) -> Subject | None:
    """What the guard may be called for, where that was asked last."""
    subject = turn.state.subject
    if not (subject.text and turn.text) or turn.files.kept or turn.state.form:
        return None
    return subject if await turn.was_offered(GO, MANY) else None


async def _of_event(turn: Turn, told: Subject) -> bool:
    """«Es del concejal, no del alcalde» and what is called off call nobody; another hour or place counts."""
    said = read_event(turn) if told.exception is ExceptionKind.MAYOR_EVENT else None
    if said is None:
        return False
    if is_not_the_mayors(turn):
        await accompaniment.make_ordinary(turn, told.text, told.service)
    elif said.says in (EventSays.CANCEL, EventSays.POSTPONED) and said.is_sure:
        turn.state.subject = Subject()
        turn.say(words.EVENT_IS_OFF)
    elif said.says in (EventSays.DATE, EventSays.PLACE) and said.tells_anything:
        await _moved(turn, told)
    elif said.says in ASKS and turn.text.endswith("?"):
        turn.say(words.EVENT_NOT_TOLD)
        await offer(turn, told)
    elif said.says in (*ASKS, EventSays.MORE, EventSays.CONTACT):
        _add(turn, told)
        turn.say(words.NOTED_FOR_GUARD)
        await offer(turn, told)
    else:
        return False
    return True


async def _moved(turn: Turn, told: Subject) -> None:
    """To an hour at which people attend, or later, it is planned like any."""
    _add(turn, told)
    form = accompaniment.as_told(turn, told.text)
    at = dating.starts_at(turn, form)
    if at and not is_about_to_happen(turn.desk.calendar(told.service), at, turn.now):
        await accompaniment.begin(turn, form)
    else:
        turn.say(
            event_words.changed(at, form.place, turn.local_now) if at or form.place else words.NOTED_FOR_GUARD
        )
        await offer(turn, told)


async def _is_over(turn: Turn, _told: Subject) -> bool:
    """After «ya volvió» nobody need be called, whether a yes or a no stands before it."""
    led = led_by(turn.text, turn.answers)
    is_over = any(Says.FIXED in what_is_said(one) for one in (turn.text, led.rest if led else ""))
    if is_over:
        turn.state.subject = Subject()
        turn.say(words.NOBODY_CALLED)
    return is_over


async def _whom_it_hits(turn: Turn, told: Subject) -> bool:
    """«Solo yo» calls nobody; «somos como cuarenta» answers how many it hits, where that was the question."""
    is_mine = hits_only_me(turn.text) or is_not_urgent(turn.text)
    is_mine = is_mine and told.exception is not ExceptionKind.MAYOR_EVENT
    is_many = hits_others(turn.text) and step_of(turn, told) is Next.HOW_MANY
    if is_mine:
        _add(turn, told)
        await ticket_form.open_ordinary(turn, told.text, told.service)
    elif is_many:
        _add(turn, told)
        await hits_many(turn, told)
    return is_mine or is_many


async def _who_writes(turn: Turn, told: Subject) -> bool:
    """Nothing but who they are stays with the report."""
    found = turn.introduced(turn.text)
    is_who = bool(found.name or found.contact) and found.matter == turn.text
    if is_who:
        _add(turn, told)
        turn.say(words.noted_for_guard(found.name, found.contact))
        await _ask_again(turn)
    return is_who


async def _more(turn: Turn, told: Subject) -> bool:
    """Whatever is no matter of its own is added, and who asks is told what the question means; then it is asked again."""
    if _is_another(turn, told):
        return False
    is_asked = is_question(turn.text) or Says.WAITS in what_is_said(turn.text)
    likely = turn.understanding.inside.likely(Book.DRAFTS, turn.text)
    is_unclear = is_asked or likely.is_surely(*UNCLEAR) or set(likely.kinds[:2]) == set(UNCLEAR)
    if not is_unclear:
        _add(turn, told)
    turn.say(words.ABOUT_GUARD if is_unclear else words.NOTED_FOR_GUARD)
    await _ask_again(turn)
    return True


async def _ask_again(turn: Turn) -> None:
    """What was asked, whatever the words beside it tell."""
    for asked in await turn.last_replies(1):
        turn.say(asked)


def _add(turn: Turn, told: Subject) -> None:
    told.text += f"\n{turn.text}"


_NO_OTHER = (None, Wish.URGENT, Wish.WHEN, Wish.MINE, Wish.PERSON)
"""Who wants somebody to come, or asks when, means what is offered."""


def _is_another(turn: Turn, told: Subject) -> bool:
    """Another problem, a wish of its own, a question that the desk answers, or another outage: each has its own way."""
    read, heard = turn.interpret(turn.text), hear_in(turn, turn.text)
    is_wish = read.wish not in _NO_OTHER and read.is_plain_wish
    own = turn.desk.reference.catalog.with_twins({told.service} if told.service else set())
    is_problem = heard.tells_of_something and heard.service not in (None, *own)
    is_clear = told.exception is not ExceptionKind.MAYOR_EVENT or announces_another(turn.text)
    is_talk = is_answered_elsewhere(turn, read)
    return is_wish or (is_problem and is_clear) or is_talk


_ROWS: Sequence[Callable[[Turn, Subject], Awaitable[bool]]] = (
    _is_over,
    _whom_it_hits,
    _who_writes,
    _more,
)
