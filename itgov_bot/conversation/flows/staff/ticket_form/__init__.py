"""Opening a ticket: what happens, where, how to reach the person (with the privacy notice), a file, and «enviar»."""

from collections.abc import Mapping
from dataclasses import replace

from itgov_bot.conversation.flows.staff.ticket_form.beginning import (
    danger_begun,
    open_again,
    open_called,
    open_first_in_line,
    open_form,
    open_ordinary,
    press_new,
    report_begun,
    take_up,
    withdraw,
)
from itgov_bot.conversation.flows.staff.ticket_form.describing import (
    MIN_LETTERS,
    ask_service,
    take_service,
    take_text,
)
from itgov_bot.conversation.flows.staff.ticket_form.form import CALLED, go_back, go_next
from itgov_bot.conversation.flows.staff.ticket_form.reviewing import ask_confirm, take_confirm, take_fix
from itgov_bot.conversation.flows.staff.ticket_form.same import ask_same, take_same
from itgov_bot.conversation.flows.staff.ticket_form.sending import (
    open_and_say,
    open_it,
    take_how_many,
    take_urgent,
)
from itgov_bot.conversation.flows.steps import reaching, verify_email
from itgov_bot.conversation.flows.steps.gathered import known_place
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.replies import Reply
from itgov_bot.wording.staff.steps import reaching as reaching_words
from itgov_bot.wording.staff.ticket_form import questions as words
from itgov_bot.wording.staff.ticket_form.summary import ask_fix

__all__ = [
    "MIN_LETTERS",
    "TICKET_FORM",
    "danger_begun",
    "open_again",
    "open_and_say",
    "open_called",
    "open_first_in_line",
    "open_form",
    "open_ordinary",
    "press_new",
    "report_begun",
    "take_up",
    "withdraw",
]


def _ask_place(turn: Turn, form: TicketForm) -> Reply:
    known = known_place(turn)
    return reaching_words.ask_place(
        turn.city, known, form.choice, floor=form.floor, may_go_back=not form.is_proposed
    )


def _with_back(step: Step[TicketForm]) -> Step[TicketForm]:
    """One step back, by the button; in words it is read for all steps at once (`beside`)."""

    async def take(turn: Turn, form: TicketForm, answer: Answer) -> None:
        await (go_back(turn, form) if answer.value == "back" else step.take(turn, form, answer))

    return replace(step, take=take)


_STEPS: Mapping[str, Step[TicketForm]] = {
    "text": Step(
        lambda turn, form: words.ask_text(turn.desk.service(form.service), form.text, form.choice), take_text
    ),
    "same": Step(ask_same, take_same, free_text=False),
    "service": Step(ask_service, take_service),
    **reaching.steps(_ask_place, go_next),
    **verify_email.steps(open_it),
    "confirm": Step(ask_confirm, take_confirm),
    "fix": Step(lambda _turn, form: ask_fix(form.choice), take_fix, free_text=False),
    "urgent": Step(
        lambda turn, form: words.ask_urgent(turn.city, form.exception, form.choice),
        take_urgent,
        free_text=False,
    ),
    "many": Step(lambda _turn, form: words.ask_how_many(form.choice), take_how_many, free_text=False),
}

TICKET_FORM = Flow("ticket", TicketForm, CALLED, {name: _with_back(step) for name, step in _STEPS.items()})
