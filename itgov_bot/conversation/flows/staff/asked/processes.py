"""The process model in the chat: who answers for what."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import ProcessSearchForm
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.understanding.processes import search as find
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff.asked import processes as words


async def search(turn: Turn, rest: str) -> None:
    """`/procesos` lists the processes, `/procesos archivo` finds who answers for it."""
    model = turn.desk.reference.processes
    turn.say(words.found(find(model, rest), rest) if rest else words.overview(turn.city, model.processes))


async def press_search(turn: Turn, _rest: str) -> None:
    """From a message that is out of scope: its own words are searched, or else the person is asked for some."""
    text = turn.state.subject.text
    if text and (found := find(turn.desk.reference.processes, text)):
        turn.say(words.found(found, text))
    else:
        await forms.start(turn, ProcessSearchForm(step="words"))


async def _take_words(turn: Turn, _form: ProcessSearchForm, answer: Answer) -> None:
    if not answer.text:
        turn.say(form_words.needs_text())
        return
    forms.finish(turn)
    await search(turn, answer.text)


PROCESS_SEARCH = Flow(
    "process_search",
    ProcessSearchForm,
    "una búsqueda de procesos",
    {"words": Step(lambda _turn, _form: words.ASK_WORDS, _take_words)},
)
