"""The buttons that stay good for ever, by the word their data begins with. Buttons of a form's step begin with `f`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.admins import invitations
from itgov_bot.conversation.flows.admins import roles as people
from itgov_bot.conversation.flows.admins import teaching as learning
from itgov_bot.conversation.flows.agents import card as acting
from itgov_bot.conversation.flows.agents import duty, queue
from itgov_bot.conversation.flows.managers import export as exporting
from itgov_bot.conversation.flows.managers import indicators
from itgov_bot.conversation.flows.staff import (
    follow_up,
    my_data,
    my_tickets,
    outages,
    processes,
    questions,
    rating,
    services,
    ticket_form,
    urgent,
)
from itgov_bot.conversation.flows.staff import hours as contact
from itgov_bot.conversation.flows.staff import same_outage as same
from itgov_bot.conversation.flows.staff import start as hello

BUTTONS: dict[str, Callable[[Turn, str], Awaitable[None]]] = {
    "svc": services.press_service,
    "pick": services.pick_service,
    "cat": services.press_category,
    "other": services.not_this,
    "new": ticket_form.press_new,
    "ours": questions.press_ours,
    "human": contact.press_person,
    "urgent": urgent.press_urgent,
    "same": same.press_same,
    "still": outages.press_still,
    "hours": contact.press_hours,
    "chan": contact.press_channels,
    "proc": processes.press_search,
    "tk": my_tickets.press_ticket,
    "mine": my_tickets.press_page,
    "fresh": follow_up.press_fresh,
    "rate": rating.press_rate,
    "take": acting.press_take,
    "ag": acting.press_act,
    "desk": queue.press_desk,
    "duty": duty.press,
    "kpi": indicators.press,
    "exp": exporting.press,
    "me": my_data.press,
    "inv": invitations.press,
    "role": people.press_role,
    "learn": learning.press,
    "form": hello.press_form,
    "help": hello.press_help,
    "done": hello.press_done,
}
