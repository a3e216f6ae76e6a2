"""Which exception of the ANS a message tells of and how sure that is: the whole message and each of its clauses are read,
the outage clause speaks, and what speaks against it is weighed; then the rules that statistics cannot know."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import OF_A_TURN, fold
from itgov_bot.understanding.language.message.pieces import clauses
from itgov_bot.understanding.language.respelling import Respelling

from .evidence import evidence
from .judge import Judge
from .kinds import KindRanker
from .mayor_event import (
    MayorEvent,
    event_told,
    is_help_at_an_hour,
    is_soon_and_outside,
    is_told_tersely,
    names_an_event_of_ours,
)
from .reading import NOT_URGENT, UrgencyReading

LIKELY = 0.4
"""From this probability on a message is taken to tell of an exception: a missed outage is worse than a false alarm."""
DOUBT = (0.25, 0.55)
"""Between these it is worth a question; above, four of five tell of an outage, and asking them all would only tire."""
CLEAR = 0.9
"""From here on nobody asks at night whom it hits, though no word says it: «el correo no abre» may be one person's."""
_SAYS_WHOM = frozenset({"many", "core"})
"""The cues of what hits many: a whole site, nobody, everybody; or a server, a trunk."""
_ALL_THE_TIME = regex(
    r"\btod[oa]s? (?:el |la |los |las )?(?:santo |bendito )?"
    r"(?:dias?|mananas?|tardes?|noches?|semanas?|mes(?:es)?|anos?|tiempo|rato|horas?)\b"
)
"""How long it lasts, and not whom it hits."""
_ON_ONE = regex(
    r"\b(?:en|a|de|desde|con) (?:mi|este|un solo) (?:computador\w*|compu|equipo|pc|portatil|puesto|maquina|laptop|torre)\b"
)
"""Where no other word says whom it hits, what fails at one computer is that one's."""


@dataclass(frozen=True)
class UrgencyClassifier:
    """`respelling` for hurried typing, `kinds` for what each piece of text tells, `judge` for what follows from them."""

    respelling: Respelling
    kinds: KindRanker
    judge: Judge

    def read(self, text: str, now: datetime, calendar: WorkCalendar) -> UrgencyReading:
        """What is told, seen from the moment of writing: an event within working hours is no exception."""
        said = _ALL_THE_TIME.sub("siempre", self.respelling.respell(fold(text)))
        kind, share = self._likeliest(said)
        if share <= DOUBT[0]:
            return NOT_URGENT
        if kind is ExceptionKind.SERVICE_OUTAGE:
            says_whom = bool(self.kinds.cues.of(said) & _SAYS_WHOM)
            is_doubtful = share < (DOUBT[1] if says_whom else CLEAR)
            if is_doubtful and not says_whom and _ON_ONE.search(said):
                return NOT_URGENT
            return UrgencyReading(kind, share >= LIKELY, is_doubtful, not says_whom)
        if share < LIKELY or not names_an_event_of_ours(self.kinds.cues.of(said)):
            return NOT_URGENT
        local = calendar.local(now)
        is_exception = is_soon_and_outside(said, local, calendar)
        return UrgencyReading(kind, is_exception, event=event_told(text, said, local))

    def mayor_event(self, text: str, now: datetime) -> MayorEvent | None:
        """None when it tells of no such event, or of one that is over, called off, or goes without us."""
        said = self.respelling.respell(fold(text))
        cues = self.kinds.cues.of(said)
        if not names_an_event_of_ours(cues):
            return None
        event = event_told(text, said, now)
        if is_told_tersely(said, cues, event):
            return event
        kind, share = self._likeliest(said)
        is_likely = kind is ExceptionKind.MAYOR_EVENT and share >= LIKELY
        return event if is_likely and ("event" in cues or is_help_at_an_hour(cues, event)) else None

    @cached_property
    def _likeliest(self) -> Callable[[str], tuple[ExceptionKind, float]]:
        """What the words tell, whatever the time, and how likely that is."""
        return lru_cache(OF_A_TURN)(self._weighed)

    def _weighed(self, said: str) -> tuple[ExceptionKind, float]:
        parts = clauses(said)
        pieces = [self.kinds.read(part) for part in parts] if len(parts) > 1 else []
        shares = self.judge.shares(evidence(self.kinds.weights.labels, self.kinds.read(said), pieces))
        kind = max(shares, key=lambda each: shares[each])
        return kind, shares[kind]
