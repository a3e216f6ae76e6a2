"""Forms: a table of steps, each with a question and a way to take the answer. Any flow may be a form."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.talk import new_token
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.messages import Reply
from itgov_bot.wording import forms as words


@dataclass(frozen=True)
class Answer:
    """What a person gave to a step: a pressed value, or text and files."""

    value: str | None = None
    text: str = ""
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True)
class Step:
    """`ask` says the question; `take` keeps the answer and moves on, or says what is wrong with it.

    `free_text`: any words are an answer here, so only a plain question is answered in between.
    `verbatim`: nothing is answered in between, not even a question, and no other button is pressed by typing: the
    words are for somebody else.
    """

    ask: Callable[[Turn], Awaitable[Reply]]
    take: Callable[[Turn, Answer], Awaitable[None]]
    free_text: bool = True
    verbatim: bool = False


@dataclass(frozen=True)
class Flow:
    """A form by its name and its steps. `called` is how people are reminded of it: «su caso»."""

    name: str
    called: str
    steps: Mapping[str, Step]


async def start(turn: Turn, flow: Flow, step: str, values: dict[str, Any]) -> None:
    turn.talk.start(flow.name, step, values)
    await ask(turn)


async def go(turn: Turn, step: str) -> None:
    """On to a step of the present form: its question is asked, and buttons of the step before are stale."""
    assert turn.talk.form is not None
    turn.talk.form.step, turn.talk.form.token = step, new_token()
    await ask(turn)


async def ask(turn: Turn) -> None:
    """Asks the present step's question (again)."""
    form = turn.talk.form
    assert form is not None
    form.asked_at = turn.now.isoformat()
    turn.say(await current_step(turn).ask(turn))


def current_step(turn: Turn) -> Step:
    assert turn.talk.form is not None
    return current_flow(turn).steps[turn.talk.form.step]


def current_flow(turn: Turn) -> Flow:
    assert turn.talk.form is not None
    return turn.flows[turn.talk.form.flow]


def is_known(turn: Turn) -> bool:
    """Whether the kept form is one that this version of the program still has."""
    form = turn.talk.form
    return form is not None and form.flow in turn.flows and form.step in turn.flows[form.flow].steps


def finish(turn: Turn) -> None:
    turn.talk.end()


async def drop(turn: Turn) -> None:
    """The person leaves the form; what they wrote is not kept."""
    if turn.talk.form is None:
        turn.say(words.nothing_to_cancel())
        return
    called = current_flow(turn).called if is_known(turn) else None
    finish(turn)
    turn.say(words.dropped(called))
