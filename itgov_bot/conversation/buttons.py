"""The buttons that stay good for ever, by the word their data begins with. Buttons of a form's step begin with `f`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows import (
    contact,
    duty,
    exporting,
    follow_up,
    hello,
    indicators,
    invitations,
    learning,
    my_data,
    my_tickets,
    outages,
    people,
    processes,
    questions,
    rating,
    same,
    services,
    ticket_form,
    urgent,
)
from itgov_bot.conversation.flows.agents import acting, queue

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
