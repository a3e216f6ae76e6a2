"""Who should look at a ticket, and what it is: its service, how soon it is due, whether it is the same as another one.

Each of the two is asked once, with what is likely as buttons; what was typed, or ordered in words, goes the same way.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.colleagues import agent_meant
from itgov_bot.conversation.flows.agents.steps import begin, page_turned, step, ticket_numbered, yes_or_no
from itgov_bot.conversation.flows.agents.tickets import act, attempt, brief, confirm, instead
from itgov_bot.conversation.form_types import AgentForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import people, support
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.sorting import (
    CannotMerge,
    change_priority,
    change_service,
    escalate,
    merge_into,
)
from itgov_bot.desk.tickets.working import assign_ticket
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Priority, Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.folding import fold, plain
from itgov_bot.understanding.language.orders import names_coordinator, priority_named
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents import confirmations, prompts
from itgov_bot.wording.agents import triage as words
from itgov_bot.wording.forms import MakeChoice

AGENTS = 7
SERVICES = 3
LIKELY = 0.05
"""The least probability with which a service is worth a button; all of them are in the catalogue."""
OF_CATALOGUE = 8
"""Services shown at a time."""
SAME = 3

Deed = Callable[[], Awaitable[None]]
"""What was meant, to be done once the form is over."""

# To whom


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
        await _turn_to(turn, form, await _list_agents(turn, ticket, page, form.choice))
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


async def _turn_to(turn: Turn, form: AgentForm, page: Reply) -> None:
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


def _ask_why(turn: Turn, _form: AgentForm, ticket: Ticket) -> Reply:
    return forms.typed(turn, words.ask_why_escalated(ticket))


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
    {"who": step(_ask_who, _take_who), "why": step(_ask_why, _take_why, passing=False)},
)

# What it is


async def _ask_which(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    likely = [one for one in _likely(turn, ticket, form.draft) if one.id != ticket.service][:SERVICES]
    if form.draft:
        return forms.typed(turn, words.ask_which_service(ticket, form.draft, likely, form.choice))
    same = await lookup.live_besides(turn.desk, ticket, SAME)
    return forms.typed(turn, words.ask_what_it_is(ticket, likely, same, form.choice))


def _likely(turn: Turn, ticket: Ticket, said: str) -> Sequence[Service]:
    """What `said` may name, with what each is mistaken for; or else by the words of the ticket."""
    catalog = turn.desk.reference.catalog
    named = turn.services_named(said)
    twins = [turn.desk.service(twin) for one in named for twin in sorted(catalog.twins_of(one.id))]
    alike = turn.understanding.match(said or ticket.text).candidates
    found = [*named, *twins, *(turn.desk.service(one.service) for one in alike if one.score >= LIKELY)]
    return list(dict.fromkeys(one for one in found if one))


async def _take_which(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    said, page = answer.value or answer.text, page_turned(answer)
    if page is not None:
        await _turn_to(turn, form, _catalogue(turn, ticket, page, form.choice))
    elif deed := await sorting(turn, ticket, said):
        forms.finish(turn)
        await deed()
    else:
        await forms.ask_again(turn, form, words.not_known(said))


def _catalogue(turn: Turn, ticket: Ticket, page: int, choice: MakeChoice) -> Reply:
    every = sorted(turn.desk.reference.catalog.services, key=lambda one: fold(one.label))
    shown, after = every[page * OF_CATALOGUE :][:OF_CATALOGUE], every[(page + 1) * OF_CATALOGUE :]
    return words.ask_service(ticket, shown, page, choice, has_more=bool(after))


async def sorting(turn: Turn, ticket: Ticket, said: str) -> Deed | None:
    """By a priority, the number of another ticket, or the name or id of a service; None when it is none of them."""
    if priority := priority_named(said):
        return partial(_set_priority, turn, ticket, priority)
    if other := await lookup.meant(turn.desk, said):
        return partial(ask_join if _is_unlike(ticket, other) else join, turn, ticket, other)
    return _into_service(turn, ticket, said)


def _into_service(turn: Turn, ticket: Ticket, said: str) -> Deed | None:
    """What may be several is asked."""
    if said == words.NO_SERVICE:
        return partial(_set_service, turn, ticket, None)
    catalog = turn.desk.reference.catalog
    named = turn.services_named(said)
    service = turn.desk.service(said) or next((one for one in named if plain(said) == plain(one.label)), None)
    if service is None and len(named) == 1 and not catalog.twins_of(named[0].id):
        service = named[0]
    if service:
        return partial(_set_service, turn, ticket, service)
    return partial(begin("ag_sort", "which"), turn, ticket, said) if named else None


async def _set_priority(turn: Turn, ticket: Ticket, priority: Priority) -> None:
    if priority is Priority.URGENT:
        brief(turn, ticket, words.urgent_is_given(ticket))
        return
    changing = change_priority(turn.desk, ticket, priority, turn.person)
    await act(turn, ticket, changing, confirmations.priority_set(ticket, priority))


async def _set_service(turn: Turn, ticket: Ticket, service: Service | None) -> None:
    changing = change_service(turn.desk, ticket, service.id if service else None, turn.person)
    await act(turn, ticket, changing, confirmations.service_set(ticket, service))


def _is_unlike(ticket: Ticket, other: Ticket) -> bool:
    return None not in (ticket.service, other.service) and ticket.service != other.service


async def ask_join(turn: Turn, ticket: Ticket, other: Ticket) -> None:
    """Of another service it is seldom the same."""
    await begin("ag_join", "sure")(turn, ticket, other.number)


async def _ask_sure(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    other = await ticket_numbered(turn, form.draft)
    return words.same_as_other(ticket, other, turn.desk.service(other.service), form.choice)


async def _join_other(turn: Turn, form: AgentForm, ticket: Ticket) -> None:
    await join(turn, ticket, await ticket_numbered(turn, form.draft))


async def join(turn: Turn, ticket: Ticket, other: Ticket) -> None:
    """The other one goes on; what is said to the confirmation is said there."""
    try:
        merged = await attempt(turn, ticket, merge_into(turn.desk, ticket, other, turn.person))
    except CannotMerge as refused:
        brief(turn, ticket, words.cannot_merge(refused.problem, other))
        return
    if merged:
        await confirm(turn, other, confirmations.merged(ticket, other))


JOIN = Flow("ag_join", AgentForm, "la fusión", {"sure": yes_or_no(_ask_sure, _join_other)})
SORT = Flow("ag_sort", AgentForm, "la clasificación", {"which": step(_ask_which, _take_which)})
