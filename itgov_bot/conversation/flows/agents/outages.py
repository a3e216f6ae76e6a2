"""An outage from its ticket's card: «Es una caída», since when, that it is none, and «Avisar avance» to all at once."""

from __future__ import annotations

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.steps import begin, step, written
from itgov_bot.conversation.flows.agents.tickets import attempt
from itgov_bot.conversation.form_types import AgentForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import outages
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Reply
from itgov_bot.understanding.language.times import find_start
from itgov_bot.wording.agents import outages as words

begin_outage = begin("ag_outage", "since")
_begin_news = begin("ag_news", "what")


async def begin_news(turn: Turn, ticket: Ticket) -> None:
    """The button of an older card may be of a ticket that is no outage any more."""
    await (_begin_news if ticket.is_outage else begin_outage)(turn, ticket)


async def _ask_since(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    return words.ask_since(await view(turn.desk, ticket), form.choice)


async def _take_since(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    if answer.value == "undo":
        await _unmark(turn, ticket)
        return
    local_now = turn.desk.calendars.general.local(turn.now)
    since = ticket.opened_at if answer.value == "first" else find_start(answer.text, local_now)
    if since is None:
        turn.say(words.no_such_time())
        return
    forms.finish(turn)
    if marked := await attempt(turn, ticket, outages.mark(turn.desk, ticket, turn.person, since)):
        turn.say(words.marked(await view(turn.desk, marked)), ticket=ticket.id)


async def _unmark(turn: Turn, ticket: Ticket) -> None:
    forms.finish(turn)
    told = await attempt(turn, ticket, outages.unmark(turn.desk, ticket, turn.person))
    if told is not None:
        turn.say(words.unmarked(ticket, len(told)), ticket=ticket.id)


def _ask_news(turn: Turn, _form: AgentForm, ticket: Ticket) -> Reply:
    return words.ask_news(ticket, turn.incoming.is_group)


async def _take_news(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    forms.finish(turn)
    told = await attempt(turn, ticket, outages.tell_progress(turn.desk, ticket, turn.person, answer.text))
    if told is not None:
        turn.say(words.news_sent(ticket, len(told)), ticket=ticket.id)


OUTAGE = Flow("ag_outage", AgentForm, "la caída", {"since": step(_ask_since, _take_since)})
NEWS = Flow("ag_news", AgentForm, "el avance de la caída", {"what": written(_ask_news, _take_news)})
