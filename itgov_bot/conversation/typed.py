"""A choice that was typed instead of pressed: by its number, by its label, or by a yes or a no. Used by routes."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.conversation import forms
from itgov_bot.conversation.turn import Turn
from itgov_bot.messages import Choice, Reply
from itgov_bot.outbox.posting import last_replies
from itgov_bot.understanding.language.answers import choice_number
from itgov_bot.understanding.language.fuzzy import spelled_out

RECENT_REPLIES = 3
"""A number or a label typed means a choice of one of the last few things that were said."""


async def offered(turn: Turn) -> str | None:
    """The data of the choice that was typed, if it was among the last ones offered."""
    text = turn.text
    if not text or len(text) > 64:
        return None
    replies = _since_words_were_awaited(
        await last_replies(turn.desk.session, turn.incoming.address, RECENT_REPLIES)
    )
    if not replies:
        return None
    meant = _may_be_meant(turn)
    with_choices = [
        reply
        for reply in replies
        if reply.choices and all(one.data.startswith(meant) for one in reply.choices)
    ]
    labelled = by_label([choice for reply in with_choices for choice in reply.choices], text)
    if replies[0].awaits_words:
        return labelled
    if with_choices and (number := choice_number(text)) is not None:
        # A number that is itself a label (a rating) is understood after other replies as well.
        return _by_position(with_choices[0], number) or labelled
    is_last = bool(with_choices) and with_choices[0] == replies[0]
    return labelled or (by_yes_or_no(replies[0].choices, turn.answers.yes_or_no(text)) if is_last else None)


def _since_words_were_awaited(replies: Sequence[Reply]) -> Sequence[Reply]:
    """What was said before somebody asked for words is not what is answered now."""
    asked = next((place for place, reply in enumerate(replies) if reply.awaits_words), len(replies))
    return replies[: asked + 1]


def _may_be_meant(turn: Turn) -> tuple[str, ...]:
    """How the data of a choice may begin.

    While words for somebody else are awaited, «1» and «ok» are such words too: they press the buttons of that very
    question alone, not those of news that came meanwhile. A number is of the card that the person had shown since.
    """
    form = turn.state.form
    is_of_card = form is not None and form.is_covered and choice_number(turn.text) is not None
    if form and forms.step_of(turn, form).verbatim and not form.is_idle(turn.now) and not is_of_card:
        return (Action.STEP.data(form.token, ""), Action.FORM.data())
    return ("",)


def _by_position(reply: Reply, number: int) -> str | None:
    return reply.choices[number - 1].data if 1 <= number <= len(reply.choices) else None


def by_label(choices: Sequence[Choice], text: str) -> str | None:
    """The choice whose label was written, whatever its case, accents and signs; or else the only label with small slips.

    Of choices with the same label the first one counts.
    """
    labels: dict[str, str] = {}
    for choice in choices:
        labels.setdefault(choice.label, choice.data)
    meant = spelled_out(text, labels)
    return labels[meant] if meant else None


def by_yes_or_no(choices: Sequence[Choice], said: bool | None) -> str | None:
    """«Sí» to «¿Aviso ya a la guardia?» is as good as the button that says by data that it is the yes."""
    if said is None:
        return None
    meant = "yes" if said else "no"
    return next((choice.data for choice in choices if choice.answers == meant), None)
