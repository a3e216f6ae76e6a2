"""A choice that was typed instead of pressed: by its number, by its label, or by a yes or a no. Used by routes."""

from __future__ import annotations

import re

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.messages import Reply
from itgov_bot.storage import outbox
from itgov_bot.understanding.language.answers import choice_number
from itgov_bot.understanding.language.fuzzy import spelled_out
from itgov_bot.wording.staff.services import REPORT_QUESTION

RECENT_REPLIES = 3
"""A number or a label typed means a choice of one of the last few things that were said."""

_YES = re.compile(r"s[ií]\b|autorizo\b|enviar$")
_NO = re.compile(r"no(,|$)|no autorizo|no es urgente")


async def offered(turn: Turn) -> str | None:
    """The data of the choice that was typed, if it was among the last ones offered."""
    text = turn.text
    if not text or len(text) > 64:
        return None
    replies = await outbox.last_replies(turn.desk.session, turn.incoming.address, RECENT_REPLIES)
    meant = _may_be_meant(turn)
    with_choices = [
        reply
        for reply in replies
        if reply.choices and all(one.data.startswith(meant) for one in reply.choices)
    ]
    by_label = next((data for reply in with_choices if (data := _by_label(reply, text))), None)
    if with_choices and (number := choice_number(text)) is not None:
        # A number that is itself a label (a rating) is understood after other replies as well.
        return _by_position(with_choices[0], number) or by_label
    is_last = bool(with_choices) and with_choices[0] == replies[0]
    return by_label or (_by_yes_or_no(turn, replies[0]) if is_last else None)


def _may_be_meant(turn: Turn) -> tuple[str, ...]:
    """How the data of a choice may begin.

    While words for somebody else are awaited, «1» and «ok» are such words too: they press the buttons of that very
    question alone, not those of news that came meanwhile.
    """
    form = turn.talk.form
    if form and forms.is_known(turn) and forms.current_step(turn).verbatim and not form.is_idle(turn.now):
        return (f"f:{form.token}:", "form:")
    return ("",)


def _by_position(reply: Reply, number: int) -> str | None:
    return reply.choices[number - 1].data if 1 <= number <= len(reply.choices) else None


def _by_label(reply: Reply, text: str) -> str | None:
    """By its words, however they were typed; a sign or two is no label."""
    labels = {choice.label: choice.data for choice in reply.choices}
    meant = spelled_out(text, labels)
    return labels[meant] if meant else None


def _by_yes_or_no(turn: Turn, reply: Reply) -> str | None:
    """«Sí» to «¿Aviso ya a la guardia?» is as good as the button; only the very last question counts."""
    said = turn.answers.yes_or_no(turn.text)
    if said is None or not reply.choices:
        return None
    if said and reply.text.endswith(REPORT_QUESTION):
        return reply.choices[0].data
    meant = _YES if said else _NO
    return next((choice.data for choice in reply.choices if meant.match(choice.label.lower())), None)
