"""The two exceptions of the ANS: after hours confirmed with one press and paged; in hours a case that is first in line."""

from itgov_bot.conversation.flows.staff.urgent.offering import (
    anothers_event_told,
    exception_told,
    how_many_told,
    offer_if_exception,
    offer_in_between,
    press_urgent,
    who_told,
)
from itgov_bot.conversation.flows.staff.urgent.reporting import URGENT_FORM, open_urgent

__all__ = [
    "URGENT_FORM",
    "anothers_event_told",
    "exception_told",
    "how_many_told",
    "offer_if_exception",
    "offer_in_between",
    "open_urgent",
    "press_urgent",
    "who_told",
]
