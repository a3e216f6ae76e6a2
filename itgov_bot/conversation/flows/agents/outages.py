"""An outage from its case's card: «Es una caída», since when, that it is none, and «Avisar avance» to all at once."""

from __future__ import annotations

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents import tickets as cases
from itgov_bot.conversation.flows.agents.steps import begin, step
from itgov_bot.conversation.form_types import AgentForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import outages
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.moves import MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Reply
from itgov_bot.understanding.language.times import find_start
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents import outages as outage_words


async def begin_outage(turn: Turn, ticket: Ticket) -> None:
    await begin(turn, "ag_outage", "since", ticket)


async def begin_news(turn: Turn, ticket: Ticket) -> None:
    """The button of an older card may be of a case that is no outage any more."""
    if ticket.is_outage:
        await begin(turn, "ag_news", "what", ticket)
    else:
        await begin(turn, "ag_outage", "since", ticket)


async def _ask_since(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    return outage_words.ask_since(await view(turn.desk, ticket), form.choice)


async def _take_since(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    if answer.value == "undo":
        await _unmark(turn, ticket)
        return
    local_now = turn.desk.calendars.general.local(turn.now)
    since = ticket.opened_at if answer.value == "first" else find_start(answer.text, local_now)
    if since is None:
        turn.say(outage_words.no_such_time())
        return
    forms.finish(turn)
    try:
        marked = await outages.mark(turn.desk, ticket, turn.person, since)
    except MoveNotAllowed:
        await cases.say_overtaken(turn, ticket)
        return
    turn.say(outage_words.marked(await view(turn.desk, marked)), ticket=ticket.id)


async def _unmark(turn: Turn, ticket: Ticket) -> None:
    forms.finish(turn)
    try:
        told = await outages.unmark(turn.desk, ticket, turn.person)
    except MoveNotAllowed:
        await cases.say_overtaken(turn, ticket)
        return
    turn.say(outage_words.unmarked(ticket, len(told)), ticket=ticket.id)


async def _ask_news(turn: Turn, _form: AgentForm, ticket: Ticket) -> Reply:
    return outage_words.ask_news(ticket, turn.incoming.is_group)


async def _take_news(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    if not answer.text:
        turn.say(form_words.needs_text())
        return
    forms.finish(turn)
    try:
        told = await outages.tell_progress(turn.desk, ticket, turn.person, answer.text)
    except MoveNotAllowed:
        await cases.say_overtaken(turn, ticket)
        return
    turn.say(outage_words.news_sent(ticket, len(told)), ticket=ticket.id)


OUTAGE = Flow("ag_outage", AgentForm, "la caída", {"since": step(_ask_since, _take_since)})
NEWS = Flow("ag_news", AgentForm, "el avance de la caída", {"what": step(_ask_news, _take_news)})
