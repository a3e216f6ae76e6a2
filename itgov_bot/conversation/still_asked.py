"""A question of staff's that words beside it did not answer is not dropped in silence: what was asked is asked again, once
those words are answered. Used by `routes`."""

from dataclasses import dataclass, replace

from itgov_bot.actions import Action
from itgov_bot.conversation import forms
from itgov_bot.conversation.state import ConversationState, Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.replies import Reply
from itgov_bot.wording.staff import urgent

_LASTS = frozenset(
    {
        Action.SAME_OUTAGE,
        Action.NOT_MAINTENANCE,
        Action.URGENT,
        Action.WORKS,
        Action.FAILS,
        Action.GOES_TO,
    }
)
"""By the word of their buttons: a deed of the desk waits for the answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`subject` is what it is about, as it stood when the message came."""

    reply: Reply
    subject: Subject


async def asked_before(turn: Turn) -> Asked | None:
    """The question that a message in words may answer; None where none stands."""
    if not turn.incoming.text or turn.incoming.pressed is not None or turn.incoming.is_group:
        return None
    last = next(iter(await turn.last_replies(1)), None)
    stands = last is not None and any(_lasts(one.data) and one.answers for one in last.choices)
    return Asked(last, replace(turn.state.subject)) if last and stands else None


def _lasts(data: str) -> bool:
    return data.partition(":")[0] in _LASTS


def ask_again(turn: Turn, asked: Asked | None) -> None:
    """Unless it was answered, or something else was begun or asked since."""
    if asked is None or not turn.said or turn.pressed is not None or turn.state.form:
        return
    if forms.is_asking_now(turn) or any(one.mark() == asked.reply.mark() for one in turn.said):
        return
    if _is_over(turn.state, asked) or urgent.NOBODY_CALLED in turn.said:
        return
    if asked.subject.exception and not turn.state.subject.exception:
        hours = turn.state.subject.hours
        turn.state.subject = replace(asked.subject, hours=hours)
    turn.say(asked.reply)


def _is_over(state: ConversationState, asked: Asked) -> bool:
    """What it was about is gone: a call that nobody needs any more, a report that was left."""
    words = {one.data.partition(":")[0] for one in asked.reply.choices}
    if words & {Action.SAME_OUTAGE, Action.NOT_MAINTENANCE}:
        return state.report is None
    return Action.URGENT in words and not asked.subject.exception
