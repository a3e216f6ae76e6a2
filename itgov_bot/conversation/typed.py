"""A choice that was typed instead of pressed: by its number or its label, by a yes or a no, by «el segundo», «el de
cable», «las dos». Used by `text_readers`."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.conversation import forms
from itgov_bot.conversation.turn import RECENT_REPLIES, Turn
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.language.answering.answers import choice_number
from itgov_bot.understanding.language.answering.picks import (
    is_naming,
    is_something_new,
    label_meant,
    position_said,
    was_another,
)
from itgov_bot.understanding.language.cases.review_words import is_sending
from itgov_bot.understanding.language.fuzzy import spelled_out
from itgov_bot.understanding.language.orders import order_in
from itgov_bot.understanding.language.people.data_refusal import asks_another_way, consents_after_all

MAX_TYPED = 120
"""Characters of a label."""


async def offered(turn: Turn) -> str | None:
    """The data of the choice that was typed, if it was among the last ones offered."""
    text = turn.text
    if not text or len(text) > MAX_TYPED:
        return None
    replies = _since_words_were_awaited(await turn.last_replies(RECENT_REPLIES))
    if not replies:
        return None
    meant = _may_be_meant(turn)
    with_choices = [
        reply
        for reply in replies
        if reply.choices
        and all(one.data.startswith(meant) and not _is_stale(turn, one) for one in reply.choices)
    ]
    labelled = by_label([choice for reply in with_choices for choice in reply.choices], text)
    is_last = bool(with_choices) and with_choices[0] == replies[0]
    labelled = labelled or (by_newness(replies[0].choices, text) if is_last else None)
    if replies[0].awaits_words:
        return labelled
    if with_choices and (number := choice_number(text)) is not None:
        # A number that is itself a label (a rating) is understood after other replies as well.
        is_offered = not _changes_something(with_choices[0]) or _is_of_now(turn, replies, with_choices[0])
        return (_by_position(with_choices[0], number) if is_offered else None) or labelled
    meant_now = labelled or (_meant(turn, replies[0].choices, text) if is_last else None)
    return meant_now or by_change_of_mind([one for reply in with_choices for one in reply.choices], text)


_ONLY_SHOWS = frozenset(
    {
        Action.STEP,  # of the form that is being asked
        Action.FORM,
        Action.SERVICE,
        Action.SHEET,
        Action.EVERYDAY,
        Action.FIRST_AID,
        Action.PICK_SERVICE,
        Action.CATEGORY,
        Action.NOT_THIS_SERVICE,
        Action.NEW_TICKET,
        Action.PERSON,
        Action.HOURS,
        Action.CHANNELS,
        Action.PROCESSES,
        Action.MY_TICKETS,
        Action.LOOK,
        Action.DESK,
        Action.INDICATORS,
        Action.REPORT,
        Action.NIGHT,
        Action.SUMMARY,
        Action.HELP,
        Action.DONE,
    }
)
"""What a number may still mean after something else was said: at worst it shows the wrong thing."""


def _changes_something(reply: Reply) -> bool:
    return any(choice.data.partition(":")[0] not in _ONLY_SHOWS for choice in reply.choices)


def _is_of_now(turn: Turn, replies: Sequence[Reply], offered: Reply) -> bool:
    """Whether it was said in the last turn, or came after it as news: a refusal or another answer since closes it."""
    marks = [reply.mark() for reply in replies]
    last = next((at for at, mark in enumerate(marks) if mark in turn.state.last_said), len(marks))
    return offered.mark() in turn.state.last_said or marks.index(offered.mark()) < last


def _since_words_were_awaited(replies: Sequence[Reply]) -> Sequence[Reply]:
    """What was said before somebody asked for words is not what is answered now."""
    asked = next((place for place, reply in enumerate(replies) if reply.awaits_words), len(replies))
    return replies[: asked + 1]


def _meant(turn: Turn, choices: Sequence[Choice], text: str) -> str | None:
    """In words of their own, of what was said last."""
    said = None if _orders_else(choices, text) else turn.yes_or_no(text)
    answered = by_yes_or_no(choices, said)
    if answered or _takes_words(turn):
        return answered
    return by_words(choices, text) or by_any(choices, is_any=turn.answers.is_unsure(text))


def _orders_else(choices: Sequence[Choice], text: str) -> bool:
    """«Escálelo» is no yes to «lo tiene Darío, ¿lo toma usted?»."""
    asked = [one.data.split(":") for one in choices if one.answers == "yes"]
    ordered = order_in(text) if any(data[0] in _OF_CASES for data in asked) else None
    return ordered is not None and not any(str(ordered.order) in data for data in asked)


_OF_CASES = frozenset({str(Action.AGENT), str(Action.TAKE)})


async def asked_yes_or_no(turn: Turn) -> Reply | None:
    """The last thing that was said, if it waits for a yes or a no."""
    last = await turn.last_replies(1)
    is_asked = bool(last) and any(choice.answers == "yes" for choice in last[0].choices)
    return last[0] if is_asked else None


def _takes_words(turn: Turn) -> bool:
    """Where any words are an answer, «el segundo» is a floor."""
    form = turn.state.form
    return form is not None and forms.step_of(turn, form).free_text


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


def _is_stale(turn: Turn, choice: Choice) -> bool:
    """A button of an earlier step: in the middle of a form its words are for the step that is asked now."""
    form = turn.state.form
    is_of_step = choice.data.startswith(Action.STEP.data())
    return form is not None and is_of_step and not choice.data.startswith(Action.STEP.data(form.token, ""))


def _by_position(reply: Reply, number: int) -> str | None:
    return reply.choices[number - 1].data if 1 <= number <= len(reply.choices) else None


def by_label(choices: Sequence[Choice], text: str) -> str | None:
    """The choice whose label was written, whatever its case, accents and signs; or else the only label with small slips,
    or the only one that begins so before a colon: «a muchas» of «A muchas: avisar a la guardia».

    Of choices with the same label the first one counts.
    """
    labels: dict[str, str] = {}
    for choice in choices:
        labels.setdefault(choice.label, choice.data)
    meant = spelled_out(text, labels)
    begun = [label for label in labels if ": " in label and spelled_out(text, [label.partition(": ")[0]])]
    meant = meant or (begun[0] if len(begun) == 1 else None)
    return labels[meant] if meant else None


def by_yes_or_no(choices: Sequence[Choice], said: bool | None) -> str | None:
    """«Sí» to «¿Aviso ya a la guardia?» is as good as the button that says by data that it is the yes."""
    if said is None:
        return None
    meant = "yes" if said else "no"
    return next((choice.data for choice in choices if choice.answers == meant), None)


def by_change_of_mind(choices: Sequence[Choice], text: str) -> str | None:
    """Of who has just refused to give data: they do after all, ask after their case, or ask for a way without."""
    offered = {choice.data.partition(":")[0]: choice.data for choice in choices}
    if Action.TAKE_UP not in offered:
        return None
    if consents_after_all(text) or is_sending(text):
        return offered[Action.TAKE_UP]
    return offered.get(Action.CHANNELS) if asks_another_way(text) else None


def by_newness(choices: Sequence[Choice], text: str) -> str | None:
    """«Es nuevo» to «¿es de su caso, o es algo nuevo?», and «era otro caso» to what went to a case."""
    offered = {choice.data.partition(":")[0]: choice.data for choice in choices}
    fresh = offered.get(Action.NEW_MATTER) if is_something_new(text) else None
    return fresh or (offered.get(Action.TAKE_BACK) if was_another(text) else None)


def by_any(choices: Sequence[Choice], *, is_any: bool) -> str | None:
    """«No sé», «las dos», «cualquiera»: the choice that says by data that it is for those."""
    return next((choice.data for choice in choices if is_any and choice.answers == "any"), None)


_LISTED = (Action.PICK_SERVICE, Action.EVERYDAY, Action.SERVICE, Action.FIRST_AID, Action.CATEGORY)
"""What a bare word is enough for; a choice of something else is named («el de …»)."""


def by_words(choices: Sequence[Choice], text: str) -> str | None:
    """By the place among those that are listed, or by a word that one label alone has."""
    listed = [one for one in choices if _lists(one) == _lists(choices[0])]
    if (at := position_said(text, len(listed))) is not None:
        return listed[at].data
    if not (is_naming(text) or _lists(choices[0]) in _LISTED):
        return None
    at = label_meant(text, [one.label for one in choices])
    return None if at is None else choices[at].data


def _lists(choice: Choice) -> str:
    """What the choice is one of; "" for a way on that stands beneath the list."""
    word, _, which = choice.data.partition(":")
    return word if which else ""
