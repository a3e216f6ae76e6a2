"""Answers that are kept to be used again: those of `data/canned.yaml`, and those that the desk keeps from the chat."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.patterns import regex

MARKS = ("nombre", "caso", "agente")
"""What is filled in: the requester's name, the number of the ticket, and who answers."""
MAX_TEXT = 600
"""Characters."""
_MARK = regex(r"\{([^{}]*)\}|[{}]")


class Use(StrEnum):
    ANSWER = "answer"
    SOLVE = "solve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Canned:
    """`key` is a word for those of the file and the number of those from the chat: it stands in buttons.

    Without `services` it is for tickets of any. `label` is what its button says. `kept_by` is the id of who kept it from the
    chat, or changed it last.
    """

    key: str
    label: str
    text: str
    uses: tuple[Use, ...] = (Use.ANSWER, Use.SOLVE)
    services: tuple[str, ...] = ()
    kept_by: int | None = None

    @property
    def is_own(self) -> bool:
        """From the chat, where it can be changed."""
        return self.key.isdecimal()

    def serves(self, use: Use, service: str | None) -> bool:
        return use in self.uses and (not self.services or service in self.services)


@dataclass(frozen=True, slots=True)
class SolvedBefore:
    """A ticket that was solved, and how: in words that name nobody."""

    ticket: Ticket
    outcome: str


def unknown_marks(text: str) -> list[str]:
    """What stands in braces and is filled in by nothing, braces that are not closed among it."""
    return [found[0] for found in _MARK.finditer(text) if found[1] not in MARKS]


def filled(text: str, known: Mapping[str, str]) -> str:
    """`known`: what each mark stands for."""
    return _MARK.sub(lambda found: known.get(found[1] or "", found[0]), text)


def emptied(text: str, known: Mapping[str, str]) -> str:
    """The other way round: what was written for one ticket, to be used for others."""
    for mark, said in known.items():
        if said:
            text = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", f"{{{mark}}}", text)
    return text
