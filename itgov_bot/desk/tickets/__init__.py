"""What is done to a ticket. Each action checks the table of moves, records its fact and returns the ticket as it stands."""

from itgov_bot.desk.tickets.changes import Overtaken, TakenBySomebodyElse, who_moved
from itgov_bot.desk.tickets.facts import record, remind
from itgov_bot.desk.tickets.paging import climb_due_pages, reaches_anybody
from itgov_bot.desk.tickets.requesting import (
    OthersCountOnIt,
    add_files,
    add_message,
    cancel_ticket,
    keep_files,
    live_ticket,
    open_ticket,
    others_count_on,
    reopen_ticket,
)
from itgov_bot.desk.tickets.sorting import (
    CannotMerge,
    change_priority,
    change_service,
    escalate,
    merge_into,
)
from itgov_bot.desk.tickets.view import timeline, view
from itgov_bot.desk.tickets.working import (
    answer_requester,
    assign_ticket,
    first_answer,
    note,
    resolve_ticket,
    resume_ticket,
    take_ticket,
    void_ticket,
    wait_for,
)

__all__ = [
    "CannotMerge",
    "OthersCountOnIt",
    "Overtaken",
    "TakenBySomebodyElse",
    "add_files",
    "add_message",
    "answer_requester",
    "assign_ticket",
    "cancel_ticket",
    "change_priority",
    "change_service",
    "climb_due_pages",
    "escalate",
    "first_answer",
    "keep_files",
    "live_ticket",
    "merge_into",
    "note",
    "open_ticket",
    "others_count_on",
    "reaches_anybody",
    "record",
    "remind",
    "reopen_ticket",
    "resolve_ticket",
    "resume_ticket",
    "take_ticket",
    "timeline",
    "view",
    "void_ticket",
    "wait_for",
    "who_moved",
]
