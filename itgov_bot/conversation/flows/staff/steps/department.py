"""Choosing a dependencia with buttons, in any form that asks for one."""

from itgov_bot.actions import number_in
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.understanding.processes import find_department
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.staff.steps import reaching as words

_LIST = "list"


def list_asked(turn: Turn, answer: Answer, choice: MakeChoice) -> bool:
    """The page of the list that was asked for is said; False when the answer is no such press."""
    if answer.value is None or not answer.value.startswith(_LIST):
        return False
    page = number_in(answer.value.removeprefix(_LIST)) or 0
    turn.say(words.all_offices(turn.desk.reference.processes.offices, choice, page))
    return True


def meant(turn: Turn, answer: Answer) -> str | None:
    """The dependencia that was pressed, or that the typed words name."""
    model, at = turn.desk.reference.processes, number_in(answer.value or "")
    if at is not None and at < len(model.offices):
        return model.offices[at]
    return find_department(model, answer.text)
