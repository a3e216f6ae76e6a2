"""What somebody says who is called for an urgent case, or has taken it: the kinds of `called.tsv`."""

from enum import StrEnum


class CalledSays(StrEnum):
    TAKE = "take"
    DECLINE = "decline"
    """Also of who has it: another is to go on."""
    HELP = "help"
    """They see to it, and want somebody else beside them."""
    CALM = "calm"
    """It is none, or can wait until people attend."""
    OVER = "over"
    ASK = "ask"
    """Something of the desk, about the case or the call."""
    MERGE = "merge"
    """Another case is the same one."""
    PERSON = "person"
    """Words for whoever reported it."""
    NOTE = "own_note"
    OTHER = "other"
