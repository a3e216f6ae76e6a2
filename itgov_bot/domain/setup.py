"""What a desk needs before it can work: measured by `desk/setup`, said by wording with the next step of what is missing."""

from datetime import datetime

from itgov_bot.domain.people import Person
from itgov_bot.messages import GroupRights
from itgov_bot.records import dataclass


@dataclass(frozen=True, slots=True)
class Setup:
    """As it is for `reader`, an administrator. `administrators`, `coordinators` and `agents` are how many there are.

    `group` is the title of the agents' group, None where there is none; `rights` are None while nobody looked.
    `guard` says whether anybody is ever called, `unreachable` who of those on duty now does not get our messages.
    `nameless` work at the desk and told no name. `page_heard` is when a page that was a test last arrived.
    """

    reader: Person
    administrators: int
    coordinators: int
    agents: int
    group: str | None
    has_topics: bool
    rights: GroupRights | None
    guard: bool
    unreachable: tuple[Person, ...]
    nameless: tuple[Person, ...]
    page_heard: datetime | None
