"""One order for several cases: by their numbers, or for all that words describe («cierre los tres de la impresora: era el
tóner»)."""

from dataclasses import dataclass

from itgov_bot.domain.tickets.bulk import BulkDeed
from itgov_bot.patterns import regex

from ..folding import fold
from ..orders import NumberedOrder, Order
from ..time.lengths import NUMBERS

ME = "mí"
ALL_AGENTS = "*"
DEEDS = {
    Order.TAKE: BulkDeed.ASSIGN,
    Order.ASSIGN: BulkDeed.ASSIGN,
    Order.SOLVE: BulkDeed.CLOSE,
    Order.MERGE: BulkDeed.MERGE,
    Order.CANCEL: BulkDeed.CANCEL,
    Order.WAIT: BulkDeed.WAIT,
    Order.PRIORITY: BulkDeed.PRIORITY,
    Order.RELEASE: BulkDeed.RELEASE,
}
_COUNT = regex(
    rf"(?:tod[oa]s\s+)?(?:l[oa]s|mis)\s+(?:otr[oa]s\s+|demas\s+)?(?P<count>\d+|{'|'.join(NUMBERS)})\b"
)


@dataclass(frozen=True, slots=True)
class BulkAsked:
    """`numbers` as they were written; or `which` are meant, in the words for which the queue is asked; `is_all`: those are
    all but the others. `to` is a name, or ME; `into` a number; `level` how soon. They are shared out `among` the agents who
    are named, or ALL_AGENTS."""

    deed: BulkDeed
    numbers: tuple[str, ...] = ()
    to: str = ""
    text: str = ""
    into: str = ""
    which: str = ""
    is_all: bool = False
    level: str = ""
    among: tuple[str, ...] = ()

    @property
    def is_of_several(self) -> bool:
        return bool(self.which or self.among) or len({*self.numbers, *filter(None, [self.into])}) > 1

    @property
    def takes_all_of_somebody(self) -> bool:
        """«Quítele todo» to whoever left takes no case from the desk."""
        return self.deed is BulkDeed.CANCEL and self.which == "todo"

    @property
    def count(self) -> int | None:
        """How many there are, as they said."""
        found = _COUNT.match(fold(self.which))
        return (NUMBERS.get(found["count"]) or int(found["count"])) if found else None


def bulk_of(asked: NumberedOrder) -> BulkAsked | None:
    """None where the deed is done to one after the other."""
    ordered, deed = asked.ordered, DEEDS.get(asked.ordered.order)
    if deed is None:
        return None
    named = ordered.named
    if deed is BulkDeed.MERGE and named and not any(map(str.isdigit, named)):
        return None  # «el 4 es el mismo de Rosa»
    to = ME if ordered.order is Order.TAKE else named if deed is BulkDeed.ASSIGN else ""
    into, level = (named if deed is one else "" for one in (BulkDeed.MERGE, BulkDeed.PRIORITY))
    return BulkAsked(deed, asked.numbers, to, ordered.text, into, level=level)
