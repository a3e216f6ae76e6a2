"""Whoever just came to work at the desk and is asked their name: the work goes first, and what is no answer to that question
is read as what it is. They are asked once; who works without a name is told later how to say it."""

from itgov_bot.conversation.command_words import is_command
from itgov_bot.conversation.flows.staff.oneself.registration import name_told
from itgov_bot.conversation.form_types import Form, RegistrationForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.understanding.language.answering.pauses import is_pause
from itgov_bot.understanding.language.people.data_refusal import data_refusal
from itgov_bot.understanding.language.questions import is_question


def works_first(turn: Turn, form: Form) -> bool:
    """Whether the question for a name is over, since something else was said."""
    if not (isinstance(form, RegistrationForm) and form.only == "name" and turn.text):
        return False
    if not may_work_tickets(turn.own_roles) or turn.files.kept or _answers(turn):
        return False
    return form.step == "notice" or _is_of_the_desk(turn)


def _answers(turn: Turn) -> bool:
    is_said = turn.answers.yes_or_no(turn.text) is not None or turn.answers.is_leaving(turn.text)
    is_name = name_told(turn, turn.text) is not None and not any(map(is_command, turn.text.split()))
    return is_said or is_name or is_pause(turn.text) or data_refusal(turn.text) is not None


def _is_of_the_desk(turn: Turn) -> bool:
    """Where a name is expected, words without one may be a slip."""
    return is_command(turn.text) or is_question(turn.text) or turn.exception_told(turn.text) is not None
