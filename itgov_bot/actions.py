"""What a button does, by the word its data begins with: `tk:SAUS-2026-000001:see`.

The wording makes the data, `conversation/buttons.py` says who answers each word. Buttons live as long as the messages that
carry them, so a word is never given another meaning.
"""

from enum import StrEnum

MAX_DIGITS = 9
"""Of a number in the data of a button: no page, place or id of the desk is longer, and every database can compare it."""

EVERY = "all"
"""In the place of a number: every urgent case for which they are called."""


class Action(StrEnum):
    STEP = "f"
    """An answer to a step of a form; all the others stay good for ever."""
    SERVICE = "svc"
    SHEET = "sheet"
    EVERYDAY = "day"
    FIRST_AID = "aid"
    PICK_SERVICE = "pick"
    CATEGORY = "cat"
    NOT_THIS_SERVICE = "other"
    NEW_TICKET = "new"
    TAKE_UP = "again"
    """The report that was not sent because they did not authorize it."""
    IS_OURS = "ours"
    PERSON = "human"
    URGENT = "urgent"
    SAME_OUTAGE = "same"
    STILL_FAILS = "still"
    MAINTENANCE = "plan"
    NOT_MAINTENANCE = "cause"
    HOURS = "hours"
    CHANNELS = "chan"
    PROCESSES = "proc"
    TICKET = "tk"
    MY_TICKETS = "mine"
    NEW_MATTER = "fresh"
    GOES_TO = "goes"
    TAKE_BACK = "back"
    WORKS = "works"
    FAILS = "fails"
    REMIND = "remind"
    RATE = "rate"
    TAKE = "take"
    AGENT = "ag"
    DESK = "desk"
    CANNED = "canned"
    """An answer that is kept to be used again."""
    DUTY = "duty"
    TEAM = "team"
    """What words of the desk's people that waited are."""
    NAMED = "named"
    """The case that words of theirs which waited are of."""
    INDICATORS = "kpi"
    RECORD = "rec"
    """Recording an indicator, and what was recorded of it."""
    PLAN = "pl"
    """The plan of an indicator, ticked off."""
    COUNTED = "count"
    """What stands behind a computed value of one."""
    EXPORT = "exp"
    REPORT = "rep"
    """The indicators of a year in one picture, or as a file."""
    NIGHT = "night"
    SUMMARY = "sum"
    LOOK = "look"
    """A case as a manager may see it."""
    NEWS = "news"
    """What a manager is sent without asking."""
    MY_DATA = "me"
    INVITATION = "inv"
    ROLE = "role"
    TEACH = "learn"
    DRAFT = "draft"
    """What words beside the summary of a case are."""
    FORM = "form"
    HELP = "help"
    DONE = "done"
    COMMAND = "cmd"

    def data(self, *parts: object) -> str:
        """The data of a button: the word and its parts, at most `messages.MAX_DATA` bytes."""
        return f"{self}:{':'.join(str(part) for part in parts)}"


def number_in(written: str) -> int | None:
    """The whole number that stands in the data of a button; None where it is none. Whoever likes may forge the data."""
    return int(written) if written.isdecimal() and len(written) <= MAX_DIGITS else None
