"""The process model in talk: who answers for what."""

from __future__ import annotations

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.forms import Answer, Flow, Step
from itgov_bot.messages import Reply
from itgov_bot.understanding.processes import search as find
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import processes as words


async def search(turn: Turn, rest: str) -> None:
    """`/procesos` lists the processes, `/procesos archivo` finds who answers for it."""
    model = turn.desk.reference.processes
    turn.say(words.found(find(model, rest), rest) if rest else words.overview(turn.city, model.processes))


async def press_search(turn: Turn, _rest: str) -> None:
    """From a message that is out of scope: its own words are searched, or else the person is asked for some."""
    text = turn.talk.topic.text
    if text and (found := find(turn.desk.reference.processes, text)):
        turn.say(words.found(found, text))
    else:
        await forms.start(turn, PROCESS_SEARCH, "words", {})


async def _ask_words(_turn: Turn) -> Reply:
    return words.ask_words()


async def _take_words(turn: Turn, answer: Answer) -> None:
    if not answer.text:
        turn.say(form_words.needs_text())
        return
    forms.finish(turn)
    await search(turn, answer.text)


PROCESS_SEARCH = Flow("process_search", "una búsqueda de procesos", {"words": Step(_ask_words, _take_words)})
