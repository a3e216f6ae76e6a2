"""Who is called at night: the plan of the duty rota, how it is changed and swapped, and what is told of it in time."""

from itgov_bot.desk.on_call.changes import (
    clear_order,
    end_stand_ins,
    leave_duty,
    put_on_duty,
    set_order,
    stand_in,
    take_off_duty,
    who_would_be_covered,
)
from itgov_bot.desk.on_call.plan import (
    Plan,
    duty_plan,
    everybody_on_duty,
    known_since,
    pieces_of,
    queue,
    takes_turns,
    view,
)

__all__ = [
    "Plan",
    "clear_order",
    "duty_plan",
    "end_stand_ins",
    "everybody_on_duty",
    "known_since",
    "leave_duty",
    "pieces_of",
    "put_on_duty",
    "queue",
    "set_order",
    "stand_in",
    "take_off_duty",
    "takes_turns",
    "view",
    "who_would_be_covered",
]
