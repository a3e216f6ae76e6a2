"""What a message says beside what is going on, and whether it tells of something new."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.patterns import regex
from itgov_bot.understanding import Wish
from itgov_bot.understanding.language.cases.follow_up import Says
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.introducing.details import Details

_HAS_NONE = regex(r"\b(?:tengo|tenemos|hay|llega|sin) (?:internet|red|wifi|senal|sistema|correo|telefono)\b")
"""What people name without an article: beside one person's own trouble it is another."""


class Heard(StrEnum):
    """What a message says: the words of `Says`, and what other readers know of it. In the order of their weight."""

    FILE = "file"
    ASKS_DESK = "asks_desk"
    """Of an urgent ticket, what the desk knows: who has it, where it is, who else is on duty."""
    ASKS_EITHER = "asks_either"
    """The same, but it may be asked of whoever reported it."""
    GIVES_UP = "gives_up"
    """Another is to go on with it."""
    MAY_GIVE_UP = "may_give_up"
    REMIND = Says.REMIND.value
    WAITS = Says.WAITS.value
    STATE = Says.STATE.value
    STILL = Says.STILL.value
    STARS = "stars"
    NO_ALARM = "no_alarm"
    """Of what was told as urgent, that it was nothing, or theirs alone."""
    FIXED = Says.FIXED.value
    CANNOT = Says.CANNOT.value
    GUARD = Says.GUARD.value
    KEEPS = Says.KEEPS.value
    TAKES = Says.TAKES.value
    COMES = Says.COMES.value
    REACH = Says.REACH.value
    CORRECTS = Says.CORRECTS.value
    CHANGES = Says.CHANGES.value
    AWAY = Says.AWAY.value
    URGES = Says.URGES.value
    DETAILS = "details"
    SEEN = Says.SEEN.value
    BUT = Says.BUT.value
    DONE = Says.DONE.value
    TRIED = "tried"
    """The same, and what it was: «ya probé con otro cable»."""
    THANKS = Says.THANKS.value
    OPINION = "opinion"
    """How they were attended, without a number: «muy mal, se demoraron mucho»."""
    YES = "yes"
    NO = "no"
    NUMBER = "number"
    WHOM = "whom"
    """Whom it hits: «somos como doce», «a mi compañera también»."""
    WITHDRAWN = "withdrawn"
    """It is wanted no more, though nothing works: «el pasante renunció»."""
    SAME = "same"
    """A fault of the very service that the ticket was about."""
    SHOWN = "shown"
    """Words beside a file: «así me sale»."""
    OF_CASE = "of_case"
    """By the phrases that are written beside a draft: a detail of what was told, how to reach them."""
    MAY_BE_OF_CASE = "may_be_of_case"
    """The same, and less surely."""
    MORE = "more"
    """Any other words that are no courtesy, no command and no question to the desk."""


OF_WISH: Mapping[Wish | None, set[Heard]] = {
    Wish.WHEN: {Heard.WAITS},
    Wish.MINE: {Heard.STATE},
    Wish.CLOSE: {Heard.FIXED},
    Wish.REOPEN: {Heard.STILL},
}
"""What is wanted of the desk about the very thing that goes on."""
TO_DESK = frozenset(Wish) - {*OF_WISH, Wish.ADD, Wish.ATTACH}
"""What is wanted of the desk itself: it goes to no ticket."""
SAID_WHOLE = frozenset({Heard.ASKS_DESK, Heard.ASKS_EITHER, Heard.GIVES_UP, Heard.MAY_GIVE_UP})
"""Beside these, but for a reason, no other words stand: they hide no report."""
OF_WHAT_WAS_TOLD = frozenset({Heard.REACH, Heard.CORRECTS, Heard.CHANGES})
"""What puts right what was told is nothing new, whatever it names."""
OF_DUTY = SAID_WHOLE | {Heard.CANNOT, Heard.GUARD, Heard.KEEPS, Heard.TAKES}
"""Who sees to a ticket. From anybody else they are words like any."""


class IsNew(StrEnum):
    """Whether words tell of something new beside a ticket."""

    NO = "no"
    PERHAPS = "perhaps"
    CLEARLY = "clearly"


NOTHING_TOLD = Details()


@dataclass(frozen=True, slots=True)
class Message:
    """Everything that was understood of what somebody wrote, without knowing what is going on.

    `service` is the one that it is surely about, `offered` those that it may be about, `named` the likeliest one of words
    that name a thing, whatever they say of it. `names_it`: the words name the
    thing that fails, so that they stand by themselves. `exception`: the one for which the guard would be offered now.
    `likely`: what they say by their likes, where no frame reads them; beside an open case alone.
    """

    text: str = ""
    says: frozenset[Heard] = frozenset()
    details: Details = NOTHING_TOLD
    stars: tuple[int, str] | None = None
    corrects_stars: bool = False
    service: str | None = None
    offered: tuple[str, ...] = ()
    named: str | None = None
    is_fault: bool = False
    is_wanted: bool = False
    names_it: bool = False
    is_another: bool = False
    asks_after: bool = False
    exception: ExceptionKind | None = None
    likely: Heard | None = None

    @property
    def is_report(self) -> bool:
        """It tells of a fault, or asks for something."""
        return self.is_fault or self.is_wanted

    @property
    def tells_of_something(self) -> bool:
        """A report, and not a bare question that reads like a wish: «¿como a qué horas?»"""
        return self.is_fault or (self.is_wanted and bool(self.offered))

    def is_new(self, services: Collection[str]) -> IsNew:
        """Beside a ticket about one of these `services`. What names its thing and its fault is a report of its own."""
        if self.says & OF_WHAT_WAS_TOLD:
            return IsNew.NO
        if self.is_another:
            return IsNew.CLEARLY
        tells_of_it = self.is_report or Heard.STILL in self.says
        if not tells_of_it or set(self.offered) & set(services):
            return IsNew.NO
        if self.service is None:
            return IsNew.PERHAPS if self.offered and self.names_it else IsNew.NO
        return IsNew.CLEARLY if self.names_it or self.is_wanted else IsNew.PERHAPS

    def beside(self, services: Collection[str]) -> "Message":
        """As it is heard beside a ticket about these `services`: where a new problem is tells nothing of that ticket."""
        if Heard.DETAILS not in self.says or self.is_new(services) is IsNew.NO:
            return self
        return replace(self, says=self.says - {Heard.DETAILS} | {Heard.MORE})

    def tells_another_problem(self, services: Collection[str], *, in_talk: bool) -> bool:
        """What fails is named, and is no matter of a ticket about these `services`: «el mouse tampoco me sirve». `in_talk`:
        it may be what the desk asked, so that it must surely be another."""
        has_none = not in_talk and _HAS_NONE.search(plain(self.text)) is not None
        found = replace(self, names_it=self.names_it or has_none).is_new(services)
        if not services or not (self.names_it or has_none) or found is IsNew.NO:
            return False
        is_answer = "tampoco" in plain(self.text).split()  # «tampoco tenemos red», of what was asked
        return not in_talk or (found is IsNew.CLEARLY and self.service is not None and not is_answer)


FILES_ALONE = Message(says=frozenset({Heard.FILE}))
