"""What was not understood, until an administrator says what it means."""

from dataclasses import dataclass

FINE, CONVERSATION = "ignored", "conversation"
"""Nothing is to be learnt from it: it was well as it was, or says nothing without what was said before."""
DISMISSED = (FINE, CONVERSATION)


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A message as it was kept, without personal data, how often it came, and what was decided of it.

    `suggested` is the service that people chose instead; `label` a service, `out_of_scope` or one of `DISMISSED`.
    """

    id: int
    text: str
    times: int
    suggested: str | None
    label: str | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a message would mean, before it is decided."""

    item: Unmatched
    label: str
