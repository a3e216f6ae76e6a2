"""A step of a case for somebody else: whatever is written is its answer, unless another one called, and files are kept."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.for_somebody.beginning import opens_for_somebody
from itgov_bot.conversation.flows.steps.gathered import MAX_FILES
from itgov_bot.conversation.form_types import ForSomebodyForm
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.replies import Reply

Ask = Callable[[Turn, ForSomebodyForm], Reply | Awaitable[Reply]]
Take = Callable[[Turn, ForSomebodyForm, Answer], Awaitable[None]]


_TOLD = frozenset({"who", "text"})
"""Elsewhere somebody else may have called meanwhile."""


def step(ask: Ask, take: Take) -> Step[ForSomebodyForm]:
    async def taken(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
        form = replace(form, files=(*form.files, *answer.files)[:MAX_FILES])
        turn.state.keep(form)
        if answer.files and not answer.text:
            await forms.ask(turn, form)
        elif answer.value or form.step in _TOLD or not await opens_for_somebody(turn):
            await take(turn, form, answer)

    return Step(ask, taken, verbatim=True)
