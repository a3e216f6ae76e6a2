"""«Sigue fallando»: a ticket is opened again, and why is asked where nothing says it."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.at_ticket import ticket_of_form
from itgov_bot.conversation.flows.hearing.heard import Heard, IsNew
from itgov_bot.conversation.flows.hearing.message import hear_in
from itgov_bot.conversation.flows.staff.tickets import additions
from itgov_bot.conversation.flows.staff.tickets.own import in_time, own_ticket
from itgov_bot.conversation.form_types import RatingForm, TicketForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk.tickets.paging import reach_if_urgent
from itgov_bot.desk.tickets.requesting import reopen_ticket
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff.tickets import changed
from itgov_bot.wording.staff.tickets import rating as words


async def press_reopen(turn: Turn, number: str, reason: str = "") -> None:
    """«Sigue fallando», also of a closed ticket: its history and its clock go on."""
    ticket = await own_ticket(turn, number)
    if ticket is None:
        return
    comment = ticket.rating_comment or ""
    said_low = comment if ticket.is_rated_low or Says.STILL in what_is_said(comment) else None
    reason = reason or _told_in_form(turn, ticket)
    deed = reopen_ticket(turn.desk, ticket, turn.person, reason or said_low or "")
    reopened = await in_time(turn, ticket, deed, words.cannot_reopen)
    if reopened is None:
        return
    leave_comment(turn)
    if reason or said_low or turn.state.form:
        turn.say(await _reopened(turn, reopened, asks=False), ticket=ticket.id)
    else:
        await forms.start(turn, RatingForm(step="why", ticket=number))


def _told_in_form(turn: Turn, ticket: Ticket) -> str:
    """The words of a new case of the same service that they were filling in: it is that one which fails again."""
    form = turn.state.form
    if not isinstance(form, TicketForm) or form.service != ticket.service or not form.text:
        return ""
    forms.finish(turn)
    return form.text


def _tells_of_another(turn: Turn, ticket: Ticket, text: str) -> bool:
    """A clear report of something else is no comment: nobody had to write one."""
    own = {ticket.service or ""}
    message = hear_in(turn, text).beside(own)
    return Heard.MORE in message.says and message.is_new(own) is IsNew.CLEARLY


async def ask_why(turn: Turn, form: RatingForm) -> Reply:
    return await _reopened(turn, await ticket_of_form(turn, form), asks=True)


async def _reopened(turn: Turn, ticket: Ticket, *, asks: bool) -> Reply:
    reach = await reach_if_urgent(turn.desk, ticket)
    return changed.reopened(await view(turn.desk, ticket), asks=asks, reach=reach)


async def take_why(turn: Turn, form: RatingForm, answer: Answer) -> None:
    ticket = await ticket_of_form(turn, form)
    if not answer.text and not answer.files:
        turn.say(form_words.needs_text())
        return
    forms.finish(turn)
    if answer.text and _tells_of_another(turn, ticket, answer.text):
        turn.read_anew(answer.text)
    else:
        await additions.add(turn, ticket, answer.text, list(answer.files))


def leave_comment(turn: Turn) -> None:
    if isinstance(turn.state.form, RatingForm):
        forms.finish(turn)
