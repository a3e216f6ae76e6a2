"""The ways into the form: a command, a button, or what was just said."""

from __future__ import annotations

from typing import Any

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff.ticket_form.describing import with_text
from itgov_bot.conversation.flows.staff.ticket_form.form import CALLED, NAME, go_next
from itgov_bot.wording import forms as form_words


async def open_form(turn: Turn, rest: str) -> None:
    """`/caso`, or `/caso no me imprime`."""
    await begin(turn, {"text": rest} if rest else {})


async def open_ordinary(turn: Turn, text: str, service: str | None) -> None:
    """The person was asked and said that it is not urgent: they are not asked again."""
    await begin(turn, {"text": text, "service": service, "ordinary": True})


async def press_new(turn: Turn, service_id: str) -> None:
    """From a card or a list: with the question that led there, and the service if there is one."""
    topic = turn.talk.topic
    values: dict[str, Any] = {"text": topic.text} if topic.text else {}
    if service := turn.desk.service(service_id):
        values["service"] = service.id
    if not service_id and topic.text:
        values["service"] = None
    await begin(turn, values)


async def begin(turn: Turn, values: dict[str, Any]) -> None:
    if turn.talk.form and forms.is_known(turn) and turn.talk.form.flow == NAME:
        about = str(turn.talk.form.values.get("text", ""))
        if about and about != values.get("text", about):
            turn.talk.held_text = values.get("text")
            turn.say(form_words.already_filling(CALLED, about))
        else:
            turn.talk.form.values.update(values)
            await go_next(turn)
        return
    values["files"] = list(turn.talk.waiting_files)
    turn.talk.waiting_files = []
    turn.talk.start(NAME, "text", values)
    if values.get("text"):
        await with_text(turn, str(values["text"]))
    else:
        await forms.ask(turn)
