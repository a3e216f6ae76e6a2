"""What changed after its period had closed, in words: shown, and accepted by who was shown it."""

from itgov_bot.conversation.flows.managers import counted
from itgov_bot.conversation.state import LastAsked
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.counted import closing
from itgov_bot.domain.indicators import Reading
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import may_see_indicators
from itgov_bot.patterns import regex
from itgov_bot.understanding.figures.asked import Asked, Wanted
from itgov_bot.understanding.figures.beside import Beside, beside_told
from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.time.stretches import find_times
from itgov_bot.wording.managers import counted as words
from itgov_bot.wording.periods import percent

_ACCEPTS = words_like(
    r"acept(?:o|e|en|a|amos|el[oa]s?|al[oa]s?|ese)|(?:a?pr[ou]e?b|acoj)(?:o|e|a|ar|el[oa]|al[oa]|ase|ese)s?"
)
_ASKS = words_like(
    r"por acept\w+|hay|falta\w*|pendientes?|que|cual(?:es)?|quien(?:es)?|cuant[oa]s?|no|todavia|aun|nunca|ni|si es"
    r"|despues|luego"
)
"""What is asked or denied accepts nothing."""
_DENIES = words_like(
    r"(?:no|nunca|todavia no|aun no) (?:\w+ ){0,2}?(?:acept|apr[ou]e?b)\w+|(?:por ahora|todavia|aun) no"
    r"|dej[ea](?:l[oa]s?)? (?:asi|quiet[oa])"
)
_ALL = words_like(r"tod[oa]s|l[oa]s (?:dos|tres|cuatro)|amb[oa]s")
_NUMBER = regex(r"\b(?:del?|el|la|al|indicador|kpi|numero) (\d{1,2})\b")
MAX_NAMING = 6
"""Words of who only says which."""


async def asks_of_changes(turn: Turn) -> bool:
    """A reader: «¿qué cambió después del cierre?», «acepto el cambio del 6»."""
    is_asked = may_see_indicators(turn.roles) and beside_told(turn.text) is Beside.LATE
    if is_asked:
        await ask(turn, Asked(Wanted.LATE))
    return is_asked


async def ask(turn: Turn, asked: Asked) -> None:
    """All of them, or the one that is named; who says at once that it is accepted sees it first."""
    if _ACCEPTS.search(fold(turn.text)) and not _only_asks(turn):
        await accept(turn, asked)
        return
    meant = await _meant(turn, asked, await closing.late_changes(turn.desk))
    if len(meant) == 1:
        await _show(turn, meant[0])
    else:
        await counted.show_late(turn)


async def accept(turn: Turn, last: Asked) -> bool:
    """What was shown with the value that it has now; of several, the one that is named, or all. A question accepts
    nothing."""
    if _only_asks(turn):
        await ask(turn, Asked(Wanted.LATE))
        return True
    found = await closing.late_changes(turn.desk)
    meant = await _meant(turn, last, found)
    if not found or (len(meant) != 1 and not _ALL.search(fold(turn.text))):
        await counted.show_late(turn, is_which=bool(found))
        turn.state.figures = LastAsked(turn.now, Asked(Wanted.LATE, text=turn.text))
        return True
    for one in meant:
        indicator = turn.desk.reference.indicator(one.indicator)
        if indicator and one.recount and await _was_shown(turn, one):
            await counted.accept(turn, indicator, one.period, one.recount)
        else:
            await _show(turn, one)
    return True


def declines(turn: Turn) -> bool:
    """«No la acepto todavía», of what is shown: it stays as it was."""
    said = fold(turn.text)
    is_no = _DENIES.search(said) is not None and not is_question(turn.text)
    if is_no:
        turn.say(words.left_as_it_was())
    return is_no


def _only_asks(turn: Turn) -> bool:
    return is_question(turn.text) or _ASKS.search(fold(turn.text)) is not None


async def names_one(turn: Turn, last: Asked) -> bool:
    """«La del 8», just after it was asked which, or after the list."""
    if len(turn.text.split()) > MAX_NAMING or _only_asks(turn) or not (_named(turn) or _times(turn)):
        return False
    found = await closing.late_changes(turn.desk)
    meant = await _meant(turn, Asked(Wanted.LATE), found)
    if len(meant) != 1 or len(meant) == len(found) > 1:
        return False
    return await accept(turn, last) if _ACCEPTS.search(fold(last.text)) else await _show(turn, meant[0])


async def what_became(turn: Turn, last: Asked) -> bool:
    """Who accepted it, or what it would be: of the one that is looked at; else all of them."""
    number, times = last.indicators[:1], last.times[:1]
    indicator = turn.desk.reference.indicator(number[0]) if number else None
    if indicator and times and times[0].period:
        await counted.show_changed(turn, indicator, times[0].period)
    else:
        await ask(turn, last)
    return True


async def _show(turn: Turn, reading: Reading) -> bool:
    if indicator := turn.desk.reference.indicator(reading.indicator):
        await counted.show_changed(turn, indicator, reading.period)
    return True


async def _was_shown(turn: Turn, reading: Reading) -> bool:
    """What is accepted is what was read: another value by now is shown first."""
    now = percent(reading.recount.percent or 0) if reading.recount else ""
    return any(now in reply.text for reply in await turn.last_replies(2))


async def _meant(turn: Turn, last: Asked, found: list[Reading]) -> list[Reading]:
    """Those that are named or told by their time; else the one that is looked at, else all."""
    numbers, times = _named(turn) or last.indicators, _times(turn) or last.times
    is_all = _ALL.search(fold(turn.text)) is not None
    of_them = found if is_all else [one for one in found if not numbers or one.indicator in numbers]
    then = [one for one in of_them if any(of.first <= one.period.first_day <= of.last for of in times)]
    return then if times and not is_all else of_them


def _named(turn: Turn) -> tuple[int, ...]:
    names, said = turn.understanding.figures.names, fold(turn.text)
    told = tuple(int(one) for one in _NUMBER.findall(said))
    return names.named(said).numbers or tuple(one for one in told if one in names.known)


def _times(turn: Turn) -> tuple[Stretch, ...]:
    return find_times(turn.text, turn.local_now.date()).told
