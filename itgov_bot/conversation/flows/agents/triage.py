"""Who should look at a ticket, of which service and how urgent it is, and whether it is the same as another one."""

from dataclasses import replace

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.colleagues import colleague_meant
from itgov_bot.conversation.flows.agents.steps import choose_again, finish, is_slip, step, written
from itgov_bot.conversation.flows.agents.tickets import attempt
from itgov_bot.conversation.form_types import AgentForm, EscalationForm
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
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Priority, Ticket, parse_number
from itgov_bot.messages import Reply
from itgov_bot.understanding.services.names import find_named
from itgov_bot.wording.agents import confirmations, prompts
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import PRIORITIES
from itgov_bot.wording.names import agent_name

SHOWN = 8

# To whom


async def _ask_who(turn: Turn, form: AgentForm | EscalationForm, ticket: Ticket) -> Reply:
    return await _list_agents(turn, ticket, 0, form.choice)


async def _list_agents(turn: Turn, ticket: Ticket, page: int, choice: MakeChoice) -> Reply:
    everybody = await support.agents(turn.desk)
    shown = everybody[page * SHOWN : (page + 1) * SHOWN]
    return prompts.ask_who(ticket, shown, page, len(everybody) > (page + 1) * SHOWN, choice)


async def _person_meant(
    turn: Turn, ticket: Ticket, answer: Answer, form: AgentForm | EscalationForm
) -> Person | None:
    """The agent who was chosen or named; None when the list was shown again or it was nobody."""
    if answer.value is not None and answer.value.startswith("page"):
        turn.say(await _list_agents(turn, ticket, number_in(answer.value[4:]) or 0, form.choice))
        return None
    agents = await support.agents(turn.desk)
    if answer.value is not None:
        return next((one for one in agents if str(one.id) == answer.value), None)
    meant = await colleague_meant(turn, answer.text, agents)
    if meant is None:
        await forms.ask_again(turn, form, prompts.not_an_agent(answer.text))
    return meant


async def _take_who(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    to = await _person_meant(turn, ticket, answer, form)
    if to is None:
        return
    if ticket.assignee == form.holder:
        assigning = assign_ticket(turn.desk, ticket, to, turn.person)
        await finish(turn, ticket, assigning, confirmations.assigned(ticket, to))
    else:
        forms.finish(turn)
        holder = await people.get(turn.desk, ticket.assignee)
        turn.say(prompts.holder_changed(ticket, holder), ticket=ticket.id)


ASSIGN = Flow("ag_assign", AgentForm, "la asignación", {"who": step(_ask_who, _take_who)})

# Escalating


async def begin_escalate(turn: Turn, ticket: Ticket) -> None:
    await forms.start(turn, EscalationForm(step="how", ticket=ticket.number))


def _ask_how(_turn: Turn, form: EscalationForm, ticket: Ticket) -> Reply:
    return prompts.ask_escalation(ticket, form.choice)


async def _take_how(turn: Turn, form: EscalationForm, _ticket: Ticket, answer: Answer) -> None:
    if answer.value == "up":
        await forms.go(turn, replace(form, to=None), "why")
    elif answer.value == "agent":
        await forms.go(turn, form, "who")
    else:
        await choose_again(turn, form)


async def _take_colleague(turn: Turn, form: EscalationForm, ticket: Ticket, answer: Answer) -> None:
    if to := await _person_meant(turn, ticket, answer, form):
        await forms.go(turn, replace(form, to=to.id), "why")


def _ask_why(turn: Turn, _form: EscalationForm, ticket: Ticket) -> Reply:
    return prompts.ask_reason(ticket, "escalate", turn.incoming.is_group)


async def _take_why(turn: Turn, form: EscalationForm, ticket: Ticket, answer: Answer) -> None:
    to = await people.get(turn.desk, form.to)
    done = confirmations.assigned(ticket, to) if to else confirmations.escalated(ticket)
    await finish(turn, ticket, escalate(turn.desk, ticket, turn.person, answer.text, to=to), done)


async def _slip_to_colleague(turn: Turn, form: EscalationForm, ticket: Ticket, text: str) -> str | None:
    to = await people.get(turn.desk, form.to)
    reader = agent_name(to) if to else prompts.COORDINATORS
    return prompts.send_this(ticket, text, reader) if is_slip(text) else None


ESCALATE = Flow(
    "ag_escalate",
    EscalationForm,
    "el escalamiento",
    {
        "how": step(_ask_how, _take_how),
        "who": step(_ask_who, _take_colleague),
        **written("why", _ask_why, _take_why, preview=_slip_to_colleague),
    },
)

# Service and priority


def _ask_service(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    candidates = turn.understanding.match(ticket.text).candidates[:SHOWN]
    found = [turn.desk.service(one.service) for one in candidates]
    offered = [one for one in found if one and one.id != ticket.service]
    return prompts.ask_service(ticket, offered, turn.incoming.is_group, form.choice)


async def _take_service(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    wanted = answer.value or answer.text
    named = find_named(turn.desk.reference.catalog.services, wanted) if wanted else ()
    service = turn.desk.service(wanted) or (named[0] if len(named) == 1 else None)
    if service is None and wanted != "none":
        await choose_again(turn, form)
        return
    changing = change_service(turn.desk, ticket, service.id if service else None, turn.person)
    await finish(turn, ticket, changing, confirmations.service_set(ticket, service))


SERVICE = Flow("ag_service", AgentForm, "el cambio de servicio", {"which": step(_ask_service, _take_service)})


def _ask_priority(_turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    return prompts.ask_priority(ticket, form.choice)


async def _take_priority(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    known = {one.value: one for one in Priority if one is not Priority.URGENT}
    typed = {PRIORITIES[one]: one for one in known.values()}
    priority = known.get(answer.value or "") or typed.get(answer.text.lower())
    if priority is None:
        await choose_again(turn, form)
        return
    changing = change_priority(turn.desk, ticket, priority, turn.person)
    await finish(turn, ticket, changing, confirmations.priority_set(ticket, priority))


PRIORITY = Flow(
    "ag_priority", AgentForm, "el cambio de prioridad", {"which": step(_ask_priority, _take_priority)}
)

# Merging


async def _ask_target(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    others = await lookup.live_besides(turn.desk, ticket, SHOWN)
    return prompts.ask_target(ticket, others, turn.incoming.is_group, form.choice)


async def _take_target(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    asked = answer.value or answer.text
    target = await lookup.find(turn.desk, parse_number(asked, turn.desk.local_year))
    if target is None:
        await forms.ask_again(turn, form, prompts.unknown_ticket(asked))
        return
    try:
        merged = await attempt(turn, ticket, merge_into(turn.desk, ticket, target, turn.person))
    except CannotMerge as refused:
        await forms.ask_again(turn, form, prompts.cannot_merge(refused.problem))
        return
    forms.finish(turn)
    if merged:
        turn.say(confirmations.merged(ticket, target), ticket=target.id)


MERGE = Flow("ag_merge", AgentForm, "la fusión", {"target": step(_ask_target, _take_target)})
