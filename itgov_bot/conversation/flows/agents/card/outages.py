"""An outage from its ticket's card: «Es una caída», from when until when, that it is none, and «Avisar avance» to all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.steps import SURE, Ask, F, begin, step
from itgov_bot.conversation.flows.agents.card.written import Written, slip_to_requester
from itgov_bot.conversation.flows.at_ticket import attempt, say_overtaken
from itgov_bot.conversation.form_types import AgentForm, ResolutionForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import outages
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.outages import (
    ImpossibleSpan,
    check_span,
    first_moment,
    is_too_early,
    started_at,
)
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.time.times import find_end, find_start, is_ahead
from itgov_bot.wording.agents.tickets import outages as words
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.staff.outages import news as outage_news

_begin_since = begin("ag_outage", "since")
_begin_span = begin("ag_outage", "span")
_begin_news = begin("ag_news", "what")
show_news = begin("ag_news", f"what{SURE}")
"""What everybody is to read is said already: it is shown first."""


async def begin_outage(turn: Turn, ticket: Ticket) -> None:
    """«Es una caída», «Caída: desde cuándo»; of one that is over both ends may be corrected."""
    if ticket.is_live:
        await _begin_since(turn, ticket)
    elif ticket.is_outage and ticket.merged_into is None and ticket.state is not State.CANCELLED:
        await _begin_span(turn, ticket)
    else:
        await say_overtaken(turn, ticket)


async def begin_news(turn: Turn, ticket: Ticket, text: str = "") -> None:
    """The button of an older card may be of a ticket that is no outage any more. A `text` is shown first."""
    if ticket.is_outage:
        await (show_news if text else _begin_news)(turn, ticket, text)
    else:
        await begin_outage(turn, ticket)


def of_view(ask: Callable[[TicketView, MakeChoice], Reply]) -> Ask[F]:
    """A question that says how the ticket stands."""

    async def asked(turn: Turn, form: F, ticket: Ticket) -> Reply:
        return ask(await view(turn.desk, ticket), form.choice)

    return asked


async def _take_since(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    if answer.value == "undo":
        await _unmark(turn, ticket)
        return
    since = first_moment(ticket) if answer.value == "first" else find_start(answer.text, turn.local_now)
    if since is None:
        _say_not_read(turn, answer.text)
    elif await mark_since(turn, ticket, since):
        forms.finish(turn)


async def mark_since(turn: Turn, ticket: Ticket, since: datetime) -> bool:
    """False where it cannot be, which is said."""
    if is_too_early(since, ticket):
        turn.say(words.too_early(since, ticket))
        return False
    if not ticket.is_live:
        return await correct(turn, ticket, since=since)
    if marked := await attempt(turn, ticket, outages.mark(turn.desk, ticket, turn.person, since)):
        turn.say(words.marked(await view(turn.desk, marked)), ticket=ticket.id)
    return True


def _say_not_read(turn: Turn, text: str) -> None:
    """An instant that has not come is told from words that were not understood."""
    turn.say(words.NOT_YET if is_ahead(text, turn.local_now) else words.NO_SUCH_TIME)


# Of one that is over


async def _take_span(turn: Turn, form: AgentForm, _ticket: Ticket, answer: Answer) -> None:
    if answer.value in ("since", "until"):
        await forms.go(turn, form, answer.value)
    else:
        await forms.choose_again(turn, form)


async def _take_until(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    until = await ended_at(turn, ticket, answer)
    if until and await correct(turn, ticket, until=until):
        forms.finish(turn)


async def ended_at(turn: Turn, ticket: Ticket, answer: Answer) -> datetime | None:
    """When it came back, as it was pressed or written; None when that cannot be, which is said."""
    until = turn.now if answer.value == "now" else find_end(answer.text, turn.local_now)
    if until is None:
        _say_not_read(turn, answer.text)
        return None
    try:
        check_span(started_at(ticket), until, turn.now)
    except ImpossibleSpan as refused:
        turn.say(words.impossible(await view(turn.desk, ticket), refused.problem))
        return None
    if later := await outages.reported_after(turn.desk, ticket, until):
        turn.say(words.reported_later(later))
    return until


async def correct(
    turn: Turn, ticket: Ticket, *, since: datetime | None = None, until: datetime | None = None
) -> bool:
    """When one that is over began or ended. False where it cannot be, which is said."""
    try:
        corrected = await outages.correct(turn.desk, ticket, turn.person, since=since, until=until)
    except ImpossibleSpan as refused:
        turn.say(words.impossible(await view(turn.desk, ticket), refused.problem))
        return False
    turn.say(words.corrected(await view(turn.desk, corrected)), ticket=ticket.id)
    return True


async def _unmark(turn: Turn, ticket: Ticket) -> None:
    forms.finish(turn)
    told = await attempt(turn, ticket, outages.unmark(turn.desk, ticket, turn.person))
    if told is not None:
        turn.say(words.unmarked(ticket, len(told)), ticket=ticket.id)


async def _news_as_read(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> str:
    """All of them read it at once: it is always shown first."""
    told = [one for one in await outages.affected(turn.desk, ticket.id) if one.id != turn.person.id]
    event = EventView(EventKind.OUTAGE_NEWS, turn.now, {"text": answer.text})
    return words.as_read(outage_news.progress(await view(turn.desk, ticket), event), len(told))


async def solution_as_read(turn: Turn, form: ResolutionForm, ticket: Ticket, answer: Answer) -> str | None:
    """What everybody whom the outage hit will read of its solution; of other tickets a slip is asked about."""
    others = [one for one in await outages.affected(turn.desk, ticket.id) if one.id != ticket.requester]
    if not ticket.is_outage or not others:
        shown = await slip_to_requester(turn, form, ticket, answer)
        return (
            words.with_end(shown, await view(turn.desk, ticket), form.until)
            if shown and form.until
            else shown
        )
    back = form.until or turn.now
    solved = replace(
        ticket, state=State.RESOLVED, outcome=answer.text, resolved_at=turn.now, outage_until=back
    )
    event = EventView(EventKind.RESOLVED, turn.now, {})
    return words.as_read(outage_news.recovered(await view(turn.desk, solved), event), len(others) + 1)


async def _take_news(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    forms.finish(turn)
    told = await attempt(
        turn, ticket, outages.tell_progress(turn.desk, ticket, turn.person, answer.text), answer.text
    )
    if told is not None:
        turn.say(words.news_sent(ticket, len(told)), ticket=ticket.id)


OUTAGE = Flow(
    "ag_outage",
    AgentForm,
    "la caída",
    {
        "since": step(of_view(words.ask_since), _take_since),
        "span": step(of_view(words.ask_span), _take_span),
        "until": step(of_view(words.ask_until), _take_until),
    },
)
NEWS = Flow(
    "ag_news",
    AgentForm,
    "el avance de la caída",
    Written(
        ask=lambda _turn, _form, ticket: words.ask_news(ticket), take=_take_news, preview=_news_as_read
    ).steps("what"),
)
