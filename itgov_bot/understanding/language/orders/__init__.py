"""What an agent orders of a case in words: under its card («asígnalo a Ana», «ya quedó, era la clave»), or by its number."""

from ..cases.for_person import without_whom
from .asking import asked_of, spoken_to
from .guessed import cases_named, filled, filled_by_number
from .naming import LEAST_BUSY, names_coordinator, priority_named, with_least_busy
from .order import NumberedOrder, Order, Ordered
from .reading import numbered_order, order_in
from .several import in_deeds
from .telling import Told, telling

__all__ = [
    "LEAST_BUSY",
    "NumberedOrder",
    "Order",
    "Ordered",
    "Told",
    "asked_of",
    "cases_named",
    "filled",
    "filled_by_number",
    "in_deeds",
    "names_coordinator",
    "numbered_order",
    "order_in",
    "priority_named",
    "spoken_to",
    "telling",
    "with_least_busy",
    "without_whom",
]
