"""Who should look at a case, of which service and how urgent it is, and whether it is the same as another one."""

from __future__ import annotations

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents import tickets as cases
from itgov_bot.conversation.flows.agents.steps import begin, step
from itgov_bot.conversation.flows.agents.tickets import attempt
from itgov_bot.conversation.form_types import AgentForm, EscalationForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk.people import find_person
from itgov_bot.desk.tickets.sorting import CannotMerge, change_priority, change_service, escalate, merge_into
from itgov_bot.desk.tickets.working import assign_ticket
from itgov_bot.domain.people import Person, Role, may_work_tickets
from itgov_bot.domain.tickets.ticket import Priority, Ticket, parse_number
from itgov_bot.messages import Reply
from itgov_bot.storage import people, queue, tickets
from itgov_bot.understanding.services.names import find_named
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents import confirmations as done_words
from itgov_bot.wording.agents import prompts as words
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import PRIORITIES
from itgov_bot.wording.text import esc

SHOWN = 8


async def begin_assign(turn: Turn, ticket: Ticket) -> None:
    await begin(turn, "ag_assign", "who", ticket)


async def begin_escalate(turn: Turn, ticket: Ticket) -> None:
    await forms.start(turn, EscalationForm(step="how", ticket=ticket.number))


async def begin_service(turn: Turn, ticket: Ticket) -> None:
    await begin(turn, "ag_service", "which", ticket)


async def begin_priority(turn: Turn, ticket: Ticket) -> None:
    await begin(turn, "ag_priority", "which", ticket)


async def begin_merge(turn: Turn, ticket: Ticket) -> None:
    await begin(turn, "ag_merge", "target", ticket)


# To whom


async def _ask_who(turn: Turn, form: AgentForm | EscalationForm, ticket: Ticket) -> Reply:
    return await _list_agents(turn, ticket, 0, form.choice)


async def _list_agents(turn: Turn, ticket: Ticket, page: int, choice: MakeChoice) -> Reply:
    everybody = await _agents(turn)
    shown = everybody[page * SHOWN : (page + 1) * SHOWN]
    return words.ask_who(ticket, shown, page, len(everybody) > (page + 1) * SHOWN, choice)


async def _agents(turn: Turn) -> list[Person]:
    """Who may be given a case, those of the desk first."""
    found: dict[int, Person] = {}
    for role in (Role.AGENT, Role.ON_CALL, Role.ADMIN):
        found |= {
            one.id: one for one in await people.with_role(turn.desk.session, role) if one.id not in found
        }
    return list(found.values())


async def _person_meant(turn: Turn, ticket: Ticket, answer: Answer, choice: MakeChoice) -> Person | None:
    """The agent who was chosen or named; None when the list was shown again or it was nobody."""
    if answer.value is not None and answer.value.startswith("page"):
        turn.say(await _list_agents(turn, ticket, int(answer.value[4:] or 0), choice))
        return None
    if answer.value is not None:
        return next((one for one in await _agents(turn) if str(one.id) == answer.value), None)
    found = await find_person(turn.desk, turn.person.channel, answer.text) if answer.text else None
    if found is None or not may_work_tickets(await people.roles_of(turn.desk.session, found.id)):
        turn.say(words.not_an_agent(answer.text))
        return None
    return found


async def _take_who(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    to = await _person_meant(turn, ticket, answer, form.choice)
    if to is None:
        return
    forms.finish(turn)
    if ticket.assignee != form.holder:
        holder = await cases.person(turn, ticket.assignee)
        turn.say(words.holder_changed(ticket, holder), ticket=ticket.id)
    elif await attempt(turn, ticket, assign_ticket(turn.desk, ticket, to, turn.person)):
        turn.say(done_words.assigned(ticket, to), ticket=ticket.id)


# Escalating


async def _ask_how(_turn: Turn, form: EscalationForm, ticket: Ticket) -> Reply:
    return words.ask_escalation(ticket, form.choice)


async def _take_how(turn: Turn, form: EscalationForm, _ticket: Ticket, answer: Answer) -> None:
    if answer.value == "up":
        await forms.go(turn, replace(form, to=None), "why")
    elif answer.value == "agent":
        await forms.go(turn, form, "who")
    else:
        turn.say(form_words.choose_one())


async def _take_colleague(turn: Turn, form: EscalationForm, ticket: Ticket, answer: Answer) -> None:
    if to := await _person_meant(turn, ticket, answer, form.choice):
        await forms.go(turn, replace(form, to=to.id), "why")


async def _ask_why(turn: Turn, _form: EscalationForm, ticket: Ticket) -> Reply:
    return words.ask_reason(ticket, "escalate", turn.incoming.is_group)


async def _take_why(turn: Turn, form: EscalationForm, ticket: Ticket, answer: Answer) -> None:
    if not answer.text:
        turn.say(form_words.needs_text())
        return
    to = await cases.person(turn, form.to)
    forms.finish(turn)
    if not await attempt(turn, ticket, escalate(turn.desk, ticket, turn.person, answer.text, to=to)):
        return
    done = done_words.assigned(ticket, to) if to else done_words.escalated(ticket)
    turn.say(done, ticket=ticket.id)


# Service and priority


async def _ask_service(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    found = [
        turn.desk.service(one.service) for one in turn.understanding.match(ticket.text).candidates[:SHOWN]
    ]
    offered = [one for one in found if one and one.id != ticket.service]
    return words.ask_service(ticket, offered, turn.incoming.is_group, form.choice)


async def _take_service(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    wanted = answer.value or answer.text
    named = find_named(turn.desk.reference.catalog.services, wanted) if wanted else ()
    service = turn.desk.service(wanted) or (named[0] if len(named) == 1 else None)
    if service is None and wanted != "none":
        turn.say(form_words.choose_one())
        return
    forms.finish(turn)
    chosen = service.id if service else None
    if await attempt(turn, ticket, change_service(turn.desk, ticket, chosen, turn.person)):
        turn.say(done_words.service_set(ticket, service), ticket=ticket.id)


async def _ask_priority(_turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    return words.ask_priority(ticket, form.choice)


async def _take_priority(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    known = {one.value: one for one in Priority if one is not Priority.URGENT}
    typed = {PRIORITIES[one]: one for one in known.values()}
    priority = known.get(answer.value or "") or typed.get(answer.text.lower())
    if priority is None:
        turn.say(form_words.choose_one())
        return
    forms.finish(turn)
    if await attempt(turn, ticket, change_priority(turn.desk, ticket, priority, turn.person)):
        turn.say(done_words.priority_set(ticket, priority), ticket=ticket.id)


# Merging


async def _ask_target(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    others = await queue.live_besides(turn.desk.session, ticket, SHOWN)
    return words.ask_target(ticket, others, turn.incoming.is_group, form.choice)


async def _take_target(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    number = parse_number(answer.value or answer.text, turn.desk.local_year)
    target = await tickets.by_number(turn.desk.session, number) if number else None
    if target is None:
        turn.say(words.unknown_ticket(esc(answer.value or answer.text)))
        return
    try:
        merged = await attempt(turn, ticket, merge_into(turn.desk, ticket, target, turn.person))
    except CannotMerge as refused:
        turn.say(words.cannot_merge(refused.problem))
        return
    forms.finish(turn)
    if merged:
        turn.say(done_words.merged(ticket, target), ticket=target.id)


ASSIGN = Flow("ag_assign", AgentForm, "la asignación", {"who": step(_ask_who, _take_who)})
ESCALATE = Flow(
    "ag_escalate",
    EscalationForm,
    "el escalamiento",
    {
        "how": step(_ask_how, _take_how),
        "who": step(_ask_who, _take_colleague),
        "why": step(_ask_why, _take_why),
    },
)
SERVICE = Flow("ag_service", AgentForm, "el cambio de servicio", {"which": step(_ask_service, _take_service)})
PRIORITY = Flow(
    "ag_priority", AgentForm, "el cambio de prioridad", {"which": step(_ask_priority, _take_priority)}
)
MERGE = Flow("ag_merge", AgentForm, "la fusión", {"target": step(_ask_target, _take_target)})
