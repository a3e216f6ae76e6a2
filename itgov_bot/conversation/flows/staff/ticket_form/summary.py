"""The summary before it is sent, and correcting a part of it."""

from __future__ import annotations

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff.ticket_form.form import draft_of, go_next, keep_files, values_of
from itgov_bot.conversation.flows.staff.ticket_form.sending import send
from itgov_bot.conversation.forms import Answer
from itgov_bot.messages import Reply
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import services as service_words
from itgov_bot.wording.staff import ticket_form as words


async def ask_confirm(turn: Turn) -> Reply:
    return words.summary(
        draft_of(turn),
        turn.desk.service(values_of(turn).get("service")),
        len(values_of(turn).get("files", [])),
        turn.choice,
    )


async def take_confirm(turn: Turn, answer: Answer) -> None:
    if answer.files:
        keep_files(turn, answer.files)
        await forms.ask(turn)
    elif answer.value == "send":
        await send(turn, urgent=None)
    elif answer.value == "fix":
        await forms.go(turn, "fix")
    elif answer.value == "drop":
        await forms.drop(turn)
    elif turn.answers.yes_or_no(answer.text) is not None or _says_nothing(answer.text):
        turn.say(form_words.choose_one())
        await forms.ask(turn)
    elif turn.answers.is_going_back(answer.text):
        await forms.go(turn, "fix")
    else:
        await _add_words(turn, answer.text)


def _says_nothing(text: str) -> bool:
    """A bare number or sign; no text at all is a file that was refused, and the summary is simply shown again."""
    return bool(text) and not any(char.isalpha() for char in text)


async def _add_words(turn: Turn, text: str) -> None:
    """Words at the summary are more about the problem, not lost."""
    values = values_of(turn)
    if text:
        values["text"] = f"{values['text']}\n{text}"
        values.pop("ordinary", None)
        turn.say(words.added_to_description())
    await forms.ask(turn)


async def ask_fix(turn: Turn) -> Reply:
    return words.ask_fix(turn.choice)


async def take_fix(turn: Turn, answer: Answer) -> None:
    values = values_of(turn)
    if answer.value == "files":
        values["files"] = []
        await go_next(turn)
    elif answer.value == "service":
        values.pop("service", None)
        found = turn.interpret(str(values["text"])).candidates
        values["offered"] = [one.service for one in found[:3]] or None
        turn.say(service_words.any_service_hint())
        await forms.go(turn, "service")
    elif answer.value in ("text", "place", "contact"):
        await forms.go(turn, answer.value)
    elif answer.value == "back":
        await go_next(turn)
    else:
        turn.say(form_words.choose_one())
