"""Is it a ticket that the person has open already? They are asked before there is a second one."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.ticket_form.form import go_next
from itgov_bot.conversation.flows.staff.tickets import additions
from itgov_bot.conversation.flows.steps.gathered import with_files, with_words
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.ticket import LIVE, Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.fuzzy import likeness
from itgov_bot.wording.staff.ticket_form import questions as words
from itgov_bot.wording.staff.tickets import changed as ticket_words

MAX_LOOKED_AT = 8
NEARLY_SAME = 85
"""Of 100: so much of either text is in the other one."""


async def own_ticket(turn: Turn, form: TicketForm) -> str | None:
    """The number of the newest live one with the same service, or with nearly the same words."""
    live = await lookup.own(turn.desk, turn.person, LIVE, limit=MAX_LOOKED_AT)
    return next((one.number for one in live if _is_same(one, form)), None)


def _is_same(ticket: Ticket, form: TicketForm) -> bool:
    if ticket.event_at or ticket.urgent:
        return False
    if form.service is not None and form.service == ticket.service:
        return True
    return min(likeness(form.text, ticket.text), likeness(ticket.text, form.text)) >= NEARLY_SAME


async def ask_same(turn: Turn, form: TicketForm) -> Reply:
    ticket = await lookup.find(turn.desk, form.same_as)
    if ticket is None:
        raise LookupError(f"no ticket {form.same_as}")
    return words.ask_same(await view(turn.desk, ticket), form.choice)


async def take_same(turn: Turn, form: TicketForm, answer: Answer) -> None:
    if answer.value == "add":
        await _add(turn, form)
    elif answer.value == "new":
        await go_next(turn, replace(form, same_as=None))
    elif answer.text or answer.files:
        await _keep(turn, form, answer)
    else:
        await forms.choose_again(turn, form)


async def _keep(turn: Turn, form: TicketForm, answer: Answer) -> None:
    """More of it, whichever ticket it is for."""
    more = with_words(form, answer.text) if answer.text else form
    more = with_files(turn, more, answer.files) if answer.files else more
    await forms.ask_again(turn, more, words.KEPT_WITH_IT)


async def _add(turn: Turn, form: TicketForm) -> None:
    ticket = await lookup.find(turn.desk, form.same_as)
    forms.finish(turn)
    if ticket is None:
        turn.say(ticket_words.no_such_ticket(form.same_as or ""))
        return
    await additions.add(turn, ticket, form.text, list(form.files))
    forms.offer_put_off(turn)
