"""Who has which role, the history of one person's, and which of several people is meant."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.people import GRANTABLE, Grant, Person, Role
from itgov_bot.replies import Reply
from itgov_bot.wording.labels import role_name, role_names
from itgov_bot.wording.names import giver, name_of
from itgov_bot.wording.text import bold, clock, esc, join, long_date, quoted

MAX_LINES = 20
"""Of a history, so that it stays one message."""


def which_person(asked: str, found: Sequence[Person]) -> Reply:
    """Names are no proof: which of them is said by what is theirs alone."""
    named = [
        f"{name_of(one)} ({f'@{one.username}' if one.username else one.user})" for one in found[:MAX_LINES]
    ]
    return Reply(
        f"Hay más de una persona que puede ser {quoted(asked, 40)}: {esc(join(named))}. Escriba lo mismo con su "
        "@usuario o su número."
    )


def history(person: Person, grants: Sequence[Grant], calendar: WorkCalendar) -> Reply:
    """The audit of one person's roles, the newest last."""
    in_force = frozenset(one.role for one in grants if one.ended_at is None)
    head = f"{bold(name_of(person))}: {esc(role_names(in_force))}."
    if not grants:
        return Reply(f"{head}\nNunca ha tenido otro rol.")
    more = [f"…y {len(grants) - MAX_LINES} cambios más antiguos."] if len(grants) > MAX_LINES else []
    return Reply("\n".join([head, *more, *(_grant(one, calendar) for one in grants[-MAX_LINES:])]))


def _grant(one: Grant, calendar: WorkCalendar) -> str:
    given = f"• {role_name(one.role, one.office)}: lo dio {esc(giver(one.given_by))} el {_day(one.given_at, calendar)}"
    if one.ended_at is None:
        return given
    return f"{given}; lo quitó {esc(giver(one.ended_by))} el {_day(one.ended_at, calendar)}"


def _day(at: datetime, calendar: WorkCalendar) -> str:
    local = calendar.local(at)
    return f"{long_date(local)} a las {clock(local)}"


def everybody(
    grants: Sequence[Grant],
    offices: Mapping[str, str],
    only: Role | None = None,
    *,
    with_history: bool = True,
) -> Reply:
    """Who has which role, and who holds which of the offices; or who has the `only` one."""
    if not grants:
        return Reply("Todavía nadie tiene un rol. Para invitar: /invitar")
    lines = []
    seats = [(role, "") for role in GRANTABLE if role is not Role.OWNER]
    every = [*seats, *((Role.OWNER, office) for office in offices)]
    for role, office in [one for one in every if only in (None, one[0])]:
        names = [esc(name_of(one.person)) for one in grants if (one.role, one.office) == (role, office)]
        lines.append(
            f"• {bold(role_name(role, office).capitalize())}: {', '.join(dict.fromkeys(names)) or 'nadie'}"
        )
    more = "\n\nLa historia de una persona: <code>/rol @usuario</code>" if with_history else ""
    return Reply("\n".join(lines) + more)
