"""What words say of an event that is planned, or is being told: by the book of events, and by what stands in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.cases.event_change import names_an_event, without_old
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.time.coming import Coming, find_coming
from itgov_bot.understanding.language.time.shifts import find_shift
from itgov_bot.understanding.urgency.mayor_event import new_place

from .events import EventSays
from .kinds import Book
from .likely import Likely
from .reading import InsideReader

CHANGES = (EventSays.POSTPONED, EventSays.CANCEL, EventSays.DATE, EventSays.PLACE)
ASKS = (EventSays.WHO_GOES, EventSays.WHEN)
NEAR = 0.5
"""By less than this another kind may be behind the likeliest, to be meant where what it tells stands in the words."""
_ASKS_FOR_IT = regex(r"\b(?:pued\w+|podr\w+|podemos|posible|sera que|me (?:cambia|mueve|pasa)\w*)\b")
"""«¿Lo pueden pasar para el viernes?»"""

_PHONE = regex(r"\+?\d{3}[\d ]{4}")
_NAMES = frozenset(("es", "sera", "con", "por", "recibe", "a", "contacto", "sitio"))
"""What stands before whom to reach."""
_LINKS = frozenset(("al", "en", "el", "la", "cel", "celular", "tel", "telefono", "numero"))
_NAMING_WORDS = 6
_HIS_AFTER_ALL = regex(r"\bsino (?:es )?(?:del?|para|con) (?:el )?(?:senor )?(?:alcalde|despacho)\b")


@dataclass(frozen=True, slots=True)
class EventTold:
    """`new`: the words in which its date may stand, and `when` what they say of it. `is_sure`: it is done, or shown,
    unasked; of the likeliest kind it is enough that its date or place is told. `is_named`: as an event."""

    says: EventSays
    is_sure: bool
    new: str
    when: Coming
    place: str | None
    contact: str | None
    is_named: bool

    @property
    def tells_date(self) -> bool:
        return self.when.day is not None or find_shift(self.new) is not None

    @property
    def tells_anything(self) -> bool:
        return self.tells_date or self.place is not None


def event_told(inside: InsideReader, text: str, contact: str | None, now: datetime) -> EventTold | None:
    """None where nothing is known of the words, or they surely are of something else. `contact`: whom to reach, as they
    tell it; `now` is local time."""
    likely = inside.likely(Book.EVENTS, text)
    if not likely or likely.is_surely(EventSays.OTHER):
        return None
    new, is_place = without_old(text), likely.is_surely(EventSays.PLACE)
    when = find_coming(new, now)
    place = new_place(text, is_surely_told=is_place)
    stands = {
        EventSays.DATE: when.day is not None or find_shift(new) is not None,
        EventSays.PLACE: place is not None,
        EventSays.CONTACT: contact is not None,
    }
    if contact and (name := _named_before(text)) and name not in contact:
        contact = f"{name}, {contact}"
    says = _meant(likely, stands)
    if says is EventSays.POSTPONED and find_shift(new):
        says = EventSays.DATE  # «la aplazamos una semana»
    is_sure = likely.is_surely(says) or (says == likely.best and stands.get(says, False))
    if text.rstrip().endswith("?") and says in CHANGES and not _ASKS_FOR_IT.search(fold(text)):
        says = EventSays.WHEN
    return EventTold(says, is_sure, new, when, place, contact, names_an_event(text))


def _named_before(text: str) -> str:
    """«El contacto es Samir, 301…»: whose number it is; empty where nobody is named so."""
    found = _PHONE.search(text)
    words = re.sub(r"[,.:]", " ", text[: found.start()]).split()[-_NAMING_WORDS:] if found else []
    while words and fold(words[-1]) in _LINKS:
        words.pop()
    at = max((at for at, word in enumerate(words) if fold(word) in _NAMES), default=len(words))
    name = words[at + 1 :]
    return " ".join(name[1:] if name and fold(name[0]) in _LINKS else name)


def says_not_ours(inside: InsideReader, text: str) -> bool:
    """It is none of the mayor's office, or no event."""
    is_his = "?" in text or _HIS_AFTER_ALL.search(fold(text)) is not None
    return not is_his and inside.likely(Book.EVENTS, text).is_surely(EventSays.NOT_OURS)


def _meant(likely: Likely, stands: Mapping[EventSays, bool]) -> EventSays:
    """The likeliest of those that are near, whose date, place or contact is told where it is of one."""
    best, *others = (
        EventSays(kind) for kind, lead in zip(likely.kinds, likely.leads, strict=True) if lead <= NEAR
    )
    if best is EventSays.OTHER and not likely.is_sure:
        return next((one for one in others if stands.get(one)), best)
    if best is EventSays.POSTPONED and EventSays.DATE in others and stands[EventSays.DATE]:
        return EventSays.DATE  # «lo aplazaron para el jueves»
    if stands.get(best, True):
        return best
    return next((one for one in others if stands.get(one, one is EventSays.POSTPONED)), best)
