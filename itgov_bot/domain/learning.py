"""What was not understood, until an administrator says what it means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A message as it was kept, without personal data, how often it came, and what was decided of it.

    `suggested` is the service that people chose instead; `label` a service, `out_of_scope` or `ignored`.
    """

    id: int
    text: str
    times: int
    suggested: str | None
    label: str | None
