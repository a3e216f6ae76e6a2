"""Choosing a dependencia with buttons, in any form that asks for one."""

from __future__ import annotations

from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.understanding.processes import find_department
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.staff import ticket_form as words

_LIST = "list"


def list_asked(turn: Turn, answer: Answer, choice: MakeChoice) -> bool:
    """The page of the list that was asked for is said; False when the answer is no such press."""
    if answer.value is None or not answer.value.startswith(_LIST):
        return False
    turn.say(words.all_offices(_offices(turn), choice, _number(answer.value.removeprefix(_LIST)) or 0))
    return True


def meant(turn: Turn, answer: Answer) -> str | None:
    """The dependencia that was pressed, or that the typed words name."""
    return _pressed(turn, answer) or find_department(turn.desk.reference.processes, answer.text)


def _pressed(turn: Turn, answer: Answer) -> str | None:
    """The dependencia whose button was pressed."""
    at, offices = _number(answer.value or ""), _offices(turn)
    return offices[at] if at is not None and at < len(offices) else None


def _offices(turn: Turn) -> tuple[str, ...]:
    return turn.desk.reference.processes.offices


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None
