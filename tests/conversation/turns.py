"""One turn as the flows get it: real but for the understanding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from itgov_bot.conversation.form_table import FLOWS
from itgov_bot.conversation.state import ConversationState
from itgov_bot.conversation.turn import Parts, Turn
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.people import Role
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.messages import Address, Incoming, Sender
from itgov_bot.settings import ROOT
from itgov_bot.storage import people
from itgov_bot.storage.database import Session
from itgov_bot.understanding import Intent, Interpretation, Meaning, Phrase, RequestType, Understanding
from itgov_bot.understanding.figures.reading import FiguresReader
from itgov_bot.understanding.inside.reading import InsideReader
from itgov_bot.understanding.words import Words, read_words
from tests.made import city

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
"""A Tuesday at ten in Bogota: the desk is open."""
ANA = Sender("test", "ana", "Ana")
HELLO = Incoming("test:1", ANA, Address("test", "ana"), text="hola")


@cache
def _words() -> Words:
    """The city's own: how people answer, what tells of an outage."""
    return read_words(ROOT / "data", [service.id for service in city().catalog.services])


class Deaf(Understanding):
    """Understands nothing, and remembers what it was told. (A trained model takes seconds to read.)"""

    learned: tuple[Phrase, ...]
    heard: list[str]

    def __init__(self, learned: Sequence[Phrase] = ()) -> None:
        object.__setattr__(self, "learned", tuple(learned))
        object.__setattr__(self, "heard", [])
        object.__setattr__(self, "words", _words())
        object.__setattr__(self, "figures", FiguresReader(_words().indicators))
        object.__setattr__(self, "inside", InsideReader({}))

    def interpret(self, text: str, when: datetime, calendar: WorkCalendar) -> Interpretation:
        self.heard.append(text)
        return Interpretation("none", (), Intent.SERVICE, RequestType.QUESTION)

    def exception_told(self, text: str, now: datetime, calendar: WorkCalendar) -> ExceptionKind | None:
        return self.interpret(text, now, calendar).exception

    def exception(self, text: str, when: datetime, calendar: WorkCalendar) -> None:
        """Nothing is urgent to the deaf."""
        self.heard.append(text)

    def mayor_event(self, text: str, now: datetime) -> None:
        """Nor is there an event for them."""

    def with_learned(self, learned: Sequence[Phrase]) -> Deaf:
        return Deaf(learned)

    def with_meaning(self, meaning: Meaning) -> Deaf:
        other = Deaf(self.learned)
        object.__setattr__(other, "meaning", meaning)
        return other


def parts(understanding: Understanding | None = None) -> Parts:
    return Parts(understanding or Deaf(), FLOWS)


async def a_turn(
    session: Session,
    text: str = "",
    *,
    pressed: str | None = None,
    roles: frozenset[Role] = frozenset(),
    state: ConversationState | None = None,
    understanding: Understanding | None = None,
    now: datetime = NOW,
) -> Turn:
    """Ana writes, or presses a button; `roles` are hers beside STAFF."""
    ana = await people.get_or_create(session, ANA, "ana", now)
    had = frozenset({Role.STAFF}) | roles
    incoming = replace(HELLO, text=text, pressed=pressed)
    desk = Desk(session, now, city(), Calendars.of(city()))
    return Turn(
        parts=parts(understanding),
        desk=desk,
        incoming=incoming,
        person=ana,
        roles=had,
        own_roles=had,
        state=state or ConversationState(),
    )
