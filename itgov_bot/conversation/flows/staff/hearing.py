"""A message as it is heard beside what is going on: what its words say, and whether they tell of something new."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding import Intent, Interpretation, RequestType, Wish
from itgov_bot.understanding.language.answering.answers import Answers
from itgov_bot.understanding.language.answering.stars import (
    corrects_stars,
    is_opinion,
    stars_at_end,
    stars_with_words,
)
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.one_case import asks_after
from itgov_bot.understanding.language.duty.asked_of_case import asked_at_duty
from itgov_bot.understanding.language.duty.call_answered import gives_up, takes_it
from itgov_bot.understanding.language.folding import plain, words_like
from itgov_bot.understanding.language.introducing.details import Details, find_details
from itgov_bot.understanding.language.questions import asks_who_answers, is_question
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.language.smalltalk import Smalltalk, smalltalk_kind

MAX_SMALL_WORDS = 5
MAX_BARE_WORDS = 2
"""«Listo», «ya quedó» name no deed."""
_NAMED = re.compile(
    r"(?<!\bno )(?<!\bperdon )(?<!\bdisculpe )(?<!\bdisculpen )"
    r"\b(?:el|la|los|las|mi|mis|un|una|unos|unas|este|esta|nuestro|nuestra|al|del)"
    r" (?!que\b|otro\b|mismo\b)(?:[a-z]{3,}|pc\b)"
)
"""Not what one apologises for, nor the pronoun of «no la encuentro»."""
_HAS_NONE = re.compile(
    r"\b(?:tengo|tenemos|hay|llega|sin) (?:internet|red|wifi|senal|sistema|correo|telefono)\b"
)
"""What people name without an article: beside one person's own trouble it is another."""
_HAPPENED = re.compile(r"\b(?:se (?:me|nos|le) [a-z]+o|(?:me|nos) robaron|olvide|perdi)\b")
"""A fault told as what happened to somebody: «se me olvidó la clave»."""
_ANOTHER = re.compile(r"\b(?:otra cosa|otro (?:problema|caso|tema|asunto)|aparte|adicional|por otro lado)\b")
_HOURS = words_like(
    r"""
    horarios?|hasta que hora|atien\w*|abren|abiert\w+|cierran|cerrad\w+|festivos?|sabados?|domingos?|por donde
    canal(?:es)?|telefono|linea|numero|whatsapp|contact\w+
    """
)
_ANSWERS = re.compile(r"(?:si|no)(?: \w+){1,2}")
"""«Sí seguro»: so few words after a yes are no wish of their own."""
_DIGITS = re.compile(r"#?\s*\d{1,6}")
_SMALL = frozenset(Smalltalk) - {Smalltalk.OTHER, Smalltalk.YES, Smalltalk.NO}


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
    SAME = "same"
    """A fault of the very service that the ticket was about."""
    SHOWN = "shown"
    """Words beside a file: «así me sale»."""
    MORE = "more"
    """Any other words that are no courtesy, no command and no question to the desk."""


_OF_WISH: Mapping[Wish | None, set[Heard]] = {
    Wish.WHEN: {Heard.WAITS},
    Wish.MINE: {Heard.STATE},
    Wish.CLOSE: {Heard.FIXED},
    Wish.REOPEN: {Heard.STILL},
}
"""What is wanted of the desk about the very thing that goes on."""
_TO_DESK = frozenset(Wish) - {*_OF_WISH, Wish.ADD, Wish.ATTACH}
"""What is wanted of the desk itself: it goes to no ticket."""
SAID_WHOLE = frozenset({Heard.ASKS_DESK, Heard.ASKS_EITHER, Heard.GIVES_UP, Heard.MAY_GIVE_UP})
"""Beside these, but for a reason, no other words stand: they hide no report."""
OF_WHAT_WAS_TOLD = frozenset({Heard.REACH, Heard.CORRECTS})
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


def hear_in(turn: Turn, text: str) -> Message:
    """What somebody wrote in this turn, or what waited for it."""
    told = turn.introduced(text)
    matter = told.matter if told.name or told.place or told.contact else text
    return hear(text, matter, turn.interpret(matter), turn.answers)


def hear(text: str, matter: str, read: Interpretation, answers: Answers) -> Message:
    """`matter` is what the text is about, without who writes and from where, and `read` what was understood of that."""
    details, stars = find_details(text), _stars(text)
    names_it = _NAMED.search(plain(matter)) is not None or bool(read.parts)
    offered = tuple(one.service for one in read.candidates[: read.offered]) if read.decision != "none" else ()
    return Message(
        text=text,
        says=frozenset(_says(text, read, answers, details, stars)),
        details=details,
        stars=stars,
        corrects_stars=stars is not None and corrects_stars(text),
        service=read.best if read.decision == "answer" else None,
        offered=offered,
        named=read.best if names_it else None,
        is_fault=tells_a_fault(matter) or _HAPPENED.search(plain(matter)) is not None,
        is_wanted=read.request_type is not RequestType.INCIDENT,
        names_it=names_it,
        is_another=_ANOTHER.search(plain(text)) is not None,
        asks_after=asks_after(text),
    )


def _stars(text: str) -> tuple[int, str] | None:
    tells_how = is_opinion(text) or bool({Says.FIXED, Says.THANKS} & what_is_said(text))
    return stars_with_words(text) or (stars_at_end(text) if tells_how else None)


def _says(
    text: str, read: Interpretation, answers: Answers, details: Details, stars: tuple[int, str] | None
) -> set[Heard]:
    said = what_is_said(text)
    is_told = said or details or stars or _ANSWERS.fullmatch(plain(text))
    wish = read.wish if read.is_plain_wish and not is_told else None
    judges = {Heard.OPINION} if is_opinion(text) and not stars else set[Heard]()
    of_duty = _of_duty(text)
    if not plain(text) or wish in _TO_DESK:
        return of_duty | judges
    found = ({Heard(one.value) for one in said} or _OF_WISH.get(wish, set())) | of_duty
    found = found | {Heard.DETAILS} if details else found - {Heard.CHANGES, Heard.REACH}
    if stars:
        found |= {Heard.STARS}
    if Heard.DONE in found and len(plain(text).split()) > MAX_BARE_WORDS:
        found |= {Heard.TRIED}
    if _DIGITS.fullmatch(text.strip()):
        return found | ({Heard.NUMBER} if not text.strip().startswith("#") else set())
    if (plainly := answers.yes_or_no(text)) is not None:
        found |= {Heard.YES if plainly else Heard.NO}
    # «perdón, era 4» may be of what was asked.
    beside = OF_DUTY | ({Heard.STARS} if stars and corrects_stars(text) else set())
    is_more = found <= beside and _is_content(text, read)
    return found | judges | ({Heard.MORE} if is_more else set())


def _of_duty(text: str) -> set[Heard]:
    """What it says where somebody is on duty; to others it says nothing."""
    asked, given = asked_at_duty(text), gives_up(text)
    found = {Heard.ASKS_EITHER if asked.to_them else Heard.ASKS_DESK} if asked else set[Heard]()
    found |= {Heard.KEEPS} if takes_it(text) else set()
    return found | ({Heard.GIVES_UP if given.is_sure else Heard.MAY_GIVE_UP} if given else set())


def _is_content(text: str, read: Interpretation) -> bool:
    """Neither courtesy nor a question that the desk itself answers."""
    if asks_who_answers(text):
        return False
    if read.intent in (Intent.HOURS, Intent.CHANNELS) and is_question(text) and _HOURS.search(plain(text)):
        return False
    is_short = len(plain(text).split()) <= MAX_SMALL_WORDS
    return not (read.intent is Intent.SMALLTALK and is_short and smalltalk_kind(text) in _SMALL)
