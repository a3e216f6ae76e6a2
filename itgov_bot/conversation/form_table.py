"""Every form there is, by its name. An explicit table."""

from __future__ import annotations

from collections.abc import Mapping

from itgov_bot.conversation.flows.admins import teaching as learning
from itgov_bot.conversation.flows.agents import answer as writing
from itgov_bot.conversation.flows.agents import outages
from itgov_bot.conversation.flows.agents import resolve as solving
from itgov_bot.conversation.flows.agents import triage as sorting
from itgov_bot.conversation.flows.staff import (
    additions,
    processes,
    rating,
    registration,
    ticket_form,
    urgent,
)
from itgov_bot.conversation.turn import AnyFlow

_ALL: tuple[AnyFlow, ...] = (
    ticket_form.TICKET_FORM,
    urgent.URGENT_FORM,
    registration.REGISTRATION,
    additions.ADDITION,
    rating.COMMENT,
    processes.PROCESS_SEARCH,
    learning.TEACHING,
    solving.SOLVE,
    writing.ANSWER,
    writing.NOTE,
    writing.WAIT,
    writing.VOID,
    sorting.ASSIGN,
    sorting.ESCALATE,
    sorting.SERVICE,
    sorting.PRIORITY,
    sorting.MERGE,
    outages.OUTAGE,
    outages.NEWS,
)

FLOWS: Mapping[str, AnyFlow] = {flow.name: flow for flow in _ALL}
