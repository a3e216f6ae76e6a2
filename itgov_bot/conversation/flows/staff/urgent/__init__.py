"""The two exceptions of the ANS: after hours confirmed with one press and paged; in hours a case that is first in line."""

from itgov_bot.conversation.flows.staff.urgent.beside import beside_offer, event_beside_offer
from itgov_bot.conversation.flows.staff.urgent.offering import (
    exception_told,
    offer_if_exception,
    offer_in_between,
    press_urgent,
)
from itgov_bot.conversation.flows.staff.urgent.reporting import URGENT_FORM, open_urgent

__all__ = [
    "URGENT_FORM",
    "beside_offer",
    "event_beside_offer",
    "exception_told",
    "offer_if_exception",
    "offer_in_between",
    "open_urgent",
    "press_urgent",
]
