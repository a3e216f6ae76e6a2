"""What is done to a case. Each deed checks the table of moves, keeps the fact and returns it."""

from itgov_bot.desk.tickets.changes import Overtaken, TakenBySomebodyElse, who_moved
from itgov_bot.desk.tickets.requesting import (
    add_file,
    add_message,
    cancel_ticket,
    live_case,
    open_ticket,
    reopen_ticket,
)
from itgov_bot.desk.tickets.sorting import (
    CannotMerge,
    change_priority,
    change_service,
    escalate,
    merge_into,
)
from itgov_bot.desk.tickets.working import (
    annul_ticket,
    answer_requester,
    assign_ticket,
    note,
    resolve_ticket,
    resume_ticket,
    take_ticket,
    wait_for,
)

__all__ = [
    "CannotMerge",
    "Overtaken",
    "TakenBySomebodyElse",
    "add_file",
    "add_message",
    "annul_ticket",
    "answer_requester",
    "assign_ticket",
    "cancel_ticket",
    "change_priority",
    "change_service",
    "escalate",
    "live_case",
    "merge_into",
    "note",
    "open_ticket",
    "reopen_ticket",
    "resolve_ticket",
    "resume_ticket",
    "take_ticket",
    "wait_for",
    "who_moved",
]
