"""Who should look at a ticket: a colleague, or whoever coordinates.

It is asked with those who are likely as buttons; what was typed, or ordered in words, goes the same way.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.colleagues import agent_meant
from itgov_bot.conversation.flows.agents.card.steps import begin, page_turned, step
from itgov_bot.conversation.flows.at_ticket import act, brief, instead
from itgov_bot.conversation.form_types import AgentForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import people, support
from itgov_bot.desk.tickets.sorting import escalate
from itgov_bot.desk.tickets.working import assign_ticket
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.orders import names_coordinator
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents.tickets import confirmations, prompts
from itgov_bot.wording.agents.tickets import triage as words
from itgov_bot.wording.forms import MakeChoice

AGENTS = 7

Deed = Callable[[], Awaitable[None]]
"""What was meant, to be done once the form is over."""


async def _ask_who(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    return await _list_agents(turn, ticket, 0, form.choice)


async def _list_agents(turn: Turn, ticket: Ticket, page: int, choice: MakeChoice) -> Reply:
    others = [one for one in await support.agents(turn.desk) if one.id != ticket.assignee]
    shown = others[page * AGENTS : (page + 1) * AGENTS]
    is_last = len(others) <= (page + 1) * AGENTS
    return forms.typed(turn, words.ask_who(ticket, shown, None if is_last else page + 1, choice))


async def _take_who(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    page, value = page_turned(answer), answer.value
    if page is not None:
        await turn_to(turn, form, await _list_agents(turn, ticket, page, form.choice))
        return
    who, _, why = (part.strip() for part in answer.text.partition(":"))
    deed = await (_handing_to(turn, ticket, value) if value else handing(turn, ticket, who, why))
    if deed is None:
        await forms.ask_again(turn, form, prompts.not_an_agent(answer.text))
        return
    forms.finish(turn)
    if ticket.assignee == form.holder:
        await deed()
    else:
        holder = await people.get(turn.desk, ticket.assignee)
        brief(turn, ticket, words.holder_changed(ticket, holder))


async def turn_to(turn: Turn, form: AgentForm, page: Reply) -> None:
    """In the place of the question."""
    if turn.incoming.is_group:
        turn.say(replace(page, prompt=str(form.question)))
    else:
        await instead(turn, page)


async def _handing_to(turn: Turn, ticket: Ticket, value: str) -> Deed | None:
    if value == words.UP:
        return partial(_hand_up, turn, ticket)
    to = next((one for one in await support.agents(turn.desk) if str(one.id) == value), None)
    return partial(hand, turn, ticket, to) if to else None


async def handing(turn: Turn, ticket: Ticket, who: str, why: str = "") -> Deed | None:
    """To «Ana», «el coordinador»; None when it is nobody of the desk."""
    if names_coordinator(who):
        return partial(_hand_up, turn, ticket, why)
    to = await agent_meant(turn, who) if who else None
    return partial(hand, turn, ticket, to, why) if to else None


async def hand(turn: Turn, ticket: Ticket, to: Person, why: str = "") -> None:
    """With a reason it is an escalation: whoever gets it reads why."""
    desk, by = turn.desk, turn.person
    giving = escalate(desk, ticket, by, why, to=to) if why else assign_ticket(desk, ticket, to, by)
    await act(turn, ticket, giving, confirmations.assigned(ticket, to))


async def _hand_up(turn: Turn, ticket: Ticket, why: str = "") -> None:
    """Whoever coordinates reads why: it is asked where it was not said."""
    if why:
        above = await support.coordinators(turn.desk, besides=[turn.person.id])
        done = confirmations.escalated(ticket, to=[one for one in above if one.id != turn.person.id])
        await act(turn, ticket, escalate(turn.desk, ticket, turn.person, why), done, why)
    else:
        await begin("ag_assign", "why")(turn, ticket)


async def escalating(turn: Turn, ticket: Ticket, who: str, why: str) -> Deed:
    """To whoever is named, or else up: then all that was said is the reason."""
    reason = ": ".join(filter(None, (who, why)))
    return await handing(turn, ticket, who, why) or partial(_hand_up, turn, ticket, reason)


async def _take_why(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    if not answer.text:
        turn.say(form_words.needs_text())
        return
    forms.finish(turn)
    await _hand_up(turn, ticket, answer.text)


ASSIGN = Flow(
    "ag_assign",
    AgentForm,
    "la asignación",
    {
        "who": step(_ask_who, _take_who),
        "why": step(
            lambda turn, _form, ticket: forms.typed(turn, words.ask_why_escalated(ticket)),
            _take_why,
            passing=False,
        ),
    },
)
