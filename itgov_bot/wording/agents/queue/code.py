"""A filter of the queue as it stands in a button: `free.urg.a12.sSER-004~impresora`."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.actions import number_in
from itgov_bot.domain.days import Days
from itgov_bot.domain.tickets.queue import ALL, QueueFilter
from itgov_bot.domain.tickets.ticket import Priority, State
from itgov_bot.wording.managers.summary.names import print_of

MAX_CODE_BYTES = 46
"""With the word of the button and the number of a page it fits into the data of one."""
EVERYTHING = "all"
_FLAGS: dict[str, QueueFilter] = {
    "mine": QueueFilter(mine=True),
    "free": QueueFilter(free=True),
    "urg": QueueFilter(urgent=True),
    "late": QueueFilter(late=True),
    "wait": QueueFilter(side="wait"),
    "ours": QueueFilter(side="ours"),
    "done": QueueFilter(solved=True),
    "old": QueueFilter(oldest=True),
    "esc": QueueFilter(escalated=True),
    "due": QueueFilter(due=True),
    "live": QueueFilter(open_alone=True),
}
_NAMES = ("mine", "free", "urgent", "late", "side", "solved", "oldest", "escalated", "due", "open_alone")


def code_of(wanted: QueueFilter) -> str:
    """Words that do not fit are left out, the last ones first."""
    flags = [code for code, flag in _FLAGS.items() if _same(wanted, flag)]
    state = [f"t{wanted.state}"] if wanted.state else []
    office = [f"o{print_of(wanted.office)}"] if wanted.office else []
    priority = [f"p{wanted.priority}"] if wanted.priority else []
    days = [f"d{wanted.days.code}"] if wanted.days else []
    agents, services = (f"a{one}" for one in wanted.agents), (f"s{one}" for one in wanted.services)
    code = ".".join([*flags, *state, *priority, *days, *office, *agents, *services]) or EVERYTHING
    if not wanted.words:
        return code
    return f"{code}~{' '.join(wanted.words)}".encode()[:MAX_CODE_BYTES].decode(errors="ignore").strip()


def filter_of(code: str, offices: Sequence[str]) -> QueueFilter:
    """Whoever likes may forge it: what means nothing narrows nothing."""
    named, _, words = code.partition("~")
    wanted = replace(ALL, words=tuple(words.split()))
    for part in named.split("."):
        wanted = _with(wanted, part, offices)
    return wanted


def _with(wanted: QueueFilter, part: str, offices: Sequence[str]) -> QueueFilter:
    kind, value = part[:1], part[1:]
    if part in _FLAGS:
        return replace(wanted, **_told(_FLAGS[part]))  # type: ignore[arg-type]
    if kind == "t" and value in set(State):
        return replace(wanted, state=State(value))
    if kind == "p" and value in set(Priority):
        return replace(wanted, priority=Priority(value))
    if kind == "d":
        return replace(wanted, days=_days(value))
    if kind == "a" and (agent := number_in(value)):
        return replace(wanted, agents=(*wanted.agents, agent))
    if kind == "s" and value:
        return replace(wanted, services=(*wanted.services, value))
    if kind == "o":
        return replace(wanted, office=next((one for one in offices if print_of(one) == value), None))
    return wanted


def _days(code: str) -> Days | None:
    try:
        return Days.parse(code)
    except ValueError:
        return None


def _told(flag: QueueFilter) -> dict[str, object]:
    return {name: value for name in _NAMES if (value := getattr(flag, name))}


def _same(wanted: QueueFilter, flag: QueueFilter) -> bool:
    return all(getattr(wanted, name) == value for name, value in _told(flag).items())
