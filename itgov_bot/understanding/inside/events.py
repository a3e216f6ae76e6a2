"""What is said of an event of the mayor's office that is planned, or is being told: the kinds of `events.tsv`."""

from enum import StrEnum

from .likely import OTHER as _OTHER


class EventSays(StrEnum):
    POSTPONED = "postponed"
    """No longer then, and nobody knows when."""
    CANCEL = "cancel"
    DATE = "date"
    PLACE = "place"
    CONTACT = "contact"
    MORE = "more"
    """What is needed there, who comes, how one gets in."""
    WHO_GOES = "who_goes"
    WHEN = "when"
    """What the desk has noted of it is asked."""
    NOT_OURS = "not_ours"
    """It is none of the mayor's office, or no event."""
    ANOTHER = "another"
    """An event of its own, which is not known yet."""
    OTHER = _OTHER
