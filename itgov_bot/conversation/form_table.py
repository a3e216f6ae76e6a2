"""Every form there is, by its name. An explicit table."""

from collections.abc import Mapping

from itgov_bot.conversation.flows import event_date
from itgov_bot.conversation.flows.admins import teaching
from itgov_bot.conversation.flows.agents import duty, for_somebody
from itgov_bot.conversation.flows.agents.card import (
    answer,
    assigning,
    canned,
    correcting,
    moves,
    outages,
    resolve,
    sorting,
)
from itgov_bot.conversation.flows.agents.duty import page_ways
from itgov_bot.conversation.flows.agents.maintenance import form as maintenance_form
from itgov_bot.conversation.flows.agents.orders import guessed as guesses
from itgov_bot.conversation.flows.agents.orders import table as orders
from itgov_bot.conversation.flows.agents.several import form as bulk
from itgov_bot.conversation.flows.managers import plan_form, recording
from itgov_bot.conversation.flows.staff import accompaniment, ticket_form, urgent
from itgov_bot.conversation.flows.staff.asked import processes
from itgov_bot.conversation.flows.staff.oneself import registration
from itgov_bot.conversation.flows.staff.tickets import additions, rating
from itgov_bot.conversation.turn import AnyFlow

_ALL: tuple[AnyFlow, ...] = (
    ticket_form.TICKET_FORM,
    urgent.URGENT_FORM,
    accompaniment.EVENT_FORM,
    event_date.EVENT_DATE,
    registration.REGISTRATION,
    additions.ADDITION,
    rating.COMMENT,
    processes.PROCESS_SEARCH,
    teaching.TEACHING,
    resolve.SOLVE,
    answer.ANSWER,
    answer.NOTE,
    moves.WAIT,
    moves.VOID,
    moves.REOPEN,
    correcting.CORRECT,
    orders.ORDER,
    guesses.GUESS,
    assigning.ASSIGN,
    sorting.SORT,
    sorting.JOIN,
    canned.CANNED,
    bulk.BULK,
    outages.OUTAGE,
    outages.NEWS,
    for_somebody.FOR_SOMEBODY,
    duty.SWAP,
    page_ways.PAGE_MAILBOX,
    maintenance_form.MAINTENANCE,
    recording.RECORDING,
    plan_form.PLAN,
)

FLOWS: Mapping[str, AnyFlow] = {flow.name: flow for flow in _ALL}
