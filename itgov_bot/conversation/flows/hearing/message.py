"""How a message is heard: what its words say, and what is going on beside which they say it."""

from dataclasses import replace

from itgov_bot.conversation.flows.hearing.heard import OF_DUTY, OF_WISH, TO_DESK, Heard, Message
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import matters
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.matters import Matter
from itgov_bot.patterns import regex
from itgov_bot.understanding import Intent, Interpretation, RequestType, Wish
from itgov_bot.understanding.inside.asks import Asks
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import Beside
from itgov_bot.understanding.language.answering.answers import Answers
from itgov_bot.understanding.language.answering.stars import (
    corrects_stars,
    is_opinion,
    stars_with_words,
    stars_within,
)
from itgov_bot.understanding.language.cases.false_alarms import takes_alarm_back
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.one_case import asks_after
from itgov_bot.understanding.language.cases.own_orders import wants_no_more
from itgov_bot.understanding.language.cases.whom_it_hits import hits_others
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
_NAMED = regex(
    r"(?<!\bno )(?<!\bperdon )(?<!\bdisculpe )(?<!\bdisculpen )"
    r"\b(?:el|la|los|las|mi|mis|un|una|unos|unas|este|esta|nuestro|nuestra|al|del)"
    r" (?!que\b|otro\b|mismo\b)(?:[a-z]{3,}|pc)\b(?! nuev[oa]s? tampoco\b)"
)
"""Not what one apologises for, nor the pronoun of «no la encuentro», nor what they were given: «la clave nueva tampoco»."""
_HAPPENED = regex(r"\b(?:se (?:me|nos|le) [a-z]+o|(?:me|nos) robaron|olvide|perdi)\b")
"""A fault told as what happened to somebody: «se me olvidó la clave»."""
_ANOTHER = regex(r"\b(?:otra cosa|otro (?:problema|caso|tema|asunto)|aparte|adicional|por otro lado)\b")
_HOURS = words_like(
    r"""
    horarios?|hasta que hora|atien\w*|abren|abiert\w+|cierran|cerrad\w+|festivos?|sabados?|domingos?|por donde
    canal(?:es)?|telefono|linea|numero|whatsapp|contact\w+
    """
)
_ANSWERS = regex(r"(?:si|no)(?: \w+){1,2}")
"""«Sí seguro»: so few words after a yes are no wish of their own."""
_DIGITS = regex(r"#?\s*\d{1,6}")
_SMALL = frozenset(Smalltalk) - {Smalltalk.OTHER, Smalltalk.YES, Smalltalk.NO}


_BY_LIKES = {
    Beside.WITHDRAW: Heard.FIXED,
    Beside.URGENT: Heard.URGES,
    Beside.MORE: Heard.OF_CASE,
    Beside.CONTACT: Heard.OF_CASE,
    Beside.PLACE: Heard.OF_CASE,
    Beside.FIX: Heard.OF_CASE,
}
"""What is written beside a draft is said of an open case as well."""


async def going_on(turn: Turn) -> list[Matter]:
    """What words of this turn may be about, the nearest first."""
    return await matters.going_on(
        turn.desk, turn.person, turn.incoming.address, works_tickets=may_work_tickets(turn.roles)
    )


def hear_in(turn: Turn, text: str) -> Message:
    """What somebody wrote in this turn, or what waited for it."""
    if turn.understanding.asks(text) is Asks.BOSS:  # whoever is above is to know it, and not who has the case
        return Message(text=text)
    told = turn.introduced(text)
    matter = told.matter if told.name or told.place or told.contact else text
    heard = hear(text, matter, turn.interpret(matter), turn.answers)
    is_signed = told.is_alone and told.name and told.contact and not heard.details.place
    details = replace(heard.details, place=told.place) if is_signed else heard.details
    return replace(heard, details=details, likely=_by_likes(turn, text))


def _by_likes(turn: Turn, text: str) -> Heard | None:
    """None for what is wanted of the desk itself, in whatever words, for an event to be planned, and for courtesies and
    questions. «Prefiero que me llamen» sounds like a wish, and is how to reach them."""
    read, likely = turn.interpret(text), turn.understanding.inside.likely(Book.DRAFTS, text)
    is_contact = likely.best == Beside.CONTACT and not read.is_plain_wish
    if not likely or is_question(text) or read.intent is Intent.SMALLTALK or turn.mayor_event(text):
        return None
    if not likely.is_sure:
        is_unclear = (
            read.wish is None
            and read.decision == "none"
            and not _BY_LIKES.keys().isdisjoint(likely.kinds[:2])
        )
        return Heard.MAY_BE_OF_CASE if is_unclear else None
    heard = _BY_LIKES.get(Beside(likely.best))
    is_of_it = read.wish is None or is_contact or (heard is Heard.URGES and read.wish is Wish.URGENT)
    return heard if is_of_it else None


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
    return stars_with_words(text) or stars_within(text, tells_how=tells_how)


def _says(
    text: str, read: Interpretation, answers: Answers, details: Details, stars: tuple[int, str] | None
) -> set[Heard]:
    said = what_is_said(text)
    is_told = said or details or stars or _ANSWERS.fullmatch(plain(text))
    wish = read.wish if read.is_plain_wish and not is_told else None
    beside_all = {Heard.OPINION} if is_opinion(text) and not stars else set[Heard]()
    beside_all |= {Heard.NO_ALARM} if takes_alarm_back(text) else set()
    of_duty = _of_duty(text)
    if not plain(text) or wish in TO_DESK:
        return of_duty | beside_all
    found = ({Heard(one.value) for one in said} or OF_WISH.get(wish, set())) | of_duty
    if details and Heard.CORRECTS in found:  # «la ext no es 1180 es 1108» changes what stands on the case
        found = found - {Heard.CORRECTS} | {Heard.CHANGES}
    found = found | {Heard.DETAILS} if details else found - {Heard.CHANGES, Heard.REACH}
    if stars:
        found |= {Heard.STARS}
    if hits_others(text) and not tells_a_fault(text):
        found |= {Heard.WHOM}
    if wants_no_more(text) and Heard.FIXED not in found:
        found |= {Heard.WITHDRAWN}
    if Heard.DONE in found and len(plain(text).split()) > MAX_BARE_WORDS:
        found |= {Heard.TRIED}
    if _DIGITS.fullmatch(text.strip()):
        return found | ({Heard.NUMBER} if not text.strip().startswith("#") else set())
    if (plainly := answers.yes_or_no(text)) is not None:
        found |= {Heard.YES if plainly else Heard.NO}
    # «perdón, era 4» may be of what was asked.
    beside = OF_DUTY | ({Heard.STARS} if stars and corrects_stars(text) else set())
    is_more = found <= beside and _is_content(text, read)
    return found | beside_all | ({Heard.MORE} if is_more else set())


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
