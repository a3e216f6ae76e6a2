"""What a ticket is: its service, how soon it is due, whether it is the same as another one.

All of it is asked at once, with what is likely as buttons; what was typed, or ordered in words, goes the same way.
"""

from collections.abc import Sequence
from functools import partial

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.assigning import Deed, turn_to
from itgov_bot.conversation.flows.agents.card.steps import begin, page_turned, step, yes_or_no
from itgov_bot.conversation.flows.at_ticket import act, attempt, brief, confirm, ticket_numbered
from itgov_bot.conversation.form_types import AgentForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.sorting import (
    CannotMerge,
    change_priority,
    change_service,
    merge_into,
    separate,
)
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.tickets.ticket import Priority, Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.instead import without_denied
from itgov_bot.understanding.language.folding import fold, plain
from itgov_bot.understanding.language.orders import priority_named
from itgov_bot.wording.agents.tickets import confirmations
from itgov_bot.wording.agents.tickets import outages_told as told_words
from itgov_bot.wording.agents.tickets import triage as words
from itgov_bot.wording.forms import MakeChoice

SERVICES = 3
LIKELY = 0.05
"""The least probability with which a service is worth a button; all of them are in the catalogue."""
OF_CATALOGUE = 8
"""Services shown at a time."""
SAME = 3


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
        await turn_to(turn, form, _catalogue(turn, ticket, page, form.choice))
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
    return _into_service(turn, ticket, without_denied(said))


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


async def sorting_likely(turn: Turn, ticket: Ticket, said: str) -> Deed | None:
    """The same by words that no service has in its name, but that are like those of some: it is asked which."""
    if deed := _into_service(turn, ticket, said):
        return deed
    return partial(begin("ag_sort", "which"), turn, ticket, said) if _likely(turn, ticket, said) else None


async def set_level(turn: Turn, ticket: Ticket, which: str) -> None:
    """Of the button."""
    if which in set(Priority) and ticket.is_live:
        await _set_priority(turn, ticket, Priority(which))


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


async def split(turn: Turn, ticket: Ticket) -> None:
    """«Sí, separar»: it goes on by itself again."""
    if parted := await attempt(turn, ticket, separate(turn.desk, ticket, turn.person)):
        brief(turn, ticket, told_words.split(*parted))


JOIN = Flow("ag_join", AgentForm, "la fusión", {"sure": yes_or_no(_ask_sure, _join_other)})
SORT = Flow("ag_sort", AgentForm, "la clasificación", {"which": step(_ask_which, _take_which)})
