"""A question of staff's that words beside it did not answer is not dropped in silence: what is told is kept with it, and
it is asked again. Used by `text_readers` and `routes`."""

from dataclasses import dataclass, replace

from itgov_bot.actions import Action
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.hearing.hours import is_answered_elsewhere
from itgov_bot.conversation.flows.hearing.message import hear_in
from itgov_bot.conversation.flows.staff.outages import known as outages
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.replies import Reply, question_of
from itgov_bot.understanding import Interpretation
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import urgent

_JOINING = frozenset({Action.SAME_OUTAGE, Action.NOT_MAINTENANCE})
_KEEPS = _JOINING | {Action.WORKS, Action.FAILS}
"""By the word of their buttons: what is told beside such a question stays with what it is about."""
_LASTS = _KEEPS | {Action.URGENT, Action.GOES_TO}
"""A deed of the desk waits for the answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`subject` is what it is about, as it stood when the message came."""

    reply: Reply
    subject: Subject

    @property
    def words(self) -> frozenset[str]:
        return frozenset(one.data.partition(":")[0] for one in self.reply.choices if one.answers)


async def asked_before(turn: Turn) -> Asked | None:
    """The question that a message in words may answer; None where none stands."""
    if not turn.incoming.text or turn.incoming.pressed is not None or turn.incoming.is_group:
        return None
    last = next(iter(await turn.last_replies(1)), None)
    asked = Asked(last, replace(turn.state.subject)) if last else None
    return asked if asked and asked.words & _LASTS else None


async def kept_beside(turn: Turn) -> bool:
    """A reader: what is no matter of its own, and nothing that the desk answers, stays with what was asked about. Another
    problem goes first, and what waited is offered after it."""
    asked = await asked_before(turn)
    if asked is None or turn.state.form or not _waits(turn, asked):
        return False
    told, read = turn.introduced(turn.text), turn.interpret(turn.text)
    if not told.is_alone and (_is_answered(turn, read) or _puts_off(turn)):
        return False
    is_told = told.is_alone or not (is_question(turn.text) or Says.WAITS in what_is_said(turn.text))
    if is_told:
        turn.keep_introduced(told)
        _keep(turn, asked)
    turn.say(form_words.NOTED_BESIDE if is_told else form_words.FIRST_ANSWER)
    turn.say(asked.reply)
    return True


def _waits(turn: Turn, asked: Asked) -> bool:
    """It was not answered in this very turn, and has something with which words can be kept."""
    if asked.words & _JOINING:
        return turn.state.report is not None
    held = {one.token for one in turn.state.questions}
    return bool(asked.words & _KEEPS) and any(question_of(one.data)[1] in held for one in asked.reply.choices)


def _is_answered(turn: Turn, read: Interpretation) -> bool:
    """By a reader of its own; the question is asked again after it."""
    return is_answered_elsewhere(turn, read) or (read.wish is not None and read.is_plain_wish)


def _puts_off(turn: Turn) -> bool:
    heard, report = hear_in(turn, turn.text), turn.state.report
    is_another = heard.tells_of_something and (heard.service is not None or heard.names_it)
    if is_another and report:
        turn.state.leave_for_later(report.subject.text, report.subject.service)
        turn.state.report = None
    return is_another


def _keep(turn: Turn, asked: Asked) -> None:
    if turn.state.report:
        turn.state.report = outages.with_more(turn.state.report, turn.text)
    elif token := next((found for one in asked.reply.choices if (found := question_of(one.data)[1])), ""):
        turn.add_to_held(token, turn.text)


def ask_again(turn: Turn, asked: Asked | None) -> None:
    """Unless it was answered, or something else was begun or asked since."""
    if asked is None or not turn.said or turn.pressed is not None or turn.state.form:
        return
    is_asked = any(one.mark() == asked.reply.mark() for one in turn.said)
    if is_asked or forms.is_asking_now(turn) or _is_over(turn, asked):
        return
    if asked.subject.exception and not turn.state.subject.exception:
        turn.state.subject = replace(asked.subject, hours=turn.state.subject.hours)
    turn.say(asked.reply)


def _is_over(turn: Turn, asked: Asked) -> bool:
    """What it was about is gone: a call that nobody needs any more, a report that was left, a ticket that works."""
    if urgent.NOBODY_CALLED in turn.said or urgent.EVENT_IS_OFF in turn.said:
        return True
    if asked.words & _JOINING:
        return turn.state.report is None
    if Action.FAILS in asked.words:
        return Says.FIXED in what_is_said(turn.incoming.text)
    return Action.URGENT in asked.words and not asked.subject.exception
