"""What goes on from a count: «¿cuáles?», «¿y los de Hacienda?», «y resueltos cuántos», «quién los resolvió»."""

import re
from dataclasses import dataclass, replace
from datetime import date

from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.summary import CountQuestion, Figure, Split
from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.understanding.language.time.stretches import find_times

from .asked import Asked, year_of
from .counts import count_question

MAX_WORDS = 8
_WHICH_ALONE = re.compile(
    r"\W*(?:y |a ver )?(?:cual(?:es)?(?: (?:casos|son|es|fueron|fue|eran|hubo))?|muestr[ea]me?l[oa]s|list[ae]mel[oa]s"
    r"|(?:d[ae]me |ver )?(?:la lista|el listado|el detalle))\W*"
)
_LEANS = re.compile(
    r"\W*(?:(?:y|e|solo|ahora|pero)\s+)+(?=\S)|\W*(?=(?:(?:solo )?l[oa]s )?(?:de|del|por)\b(?! (?:donde|cual|que)\b))"
    r"|\W*(?=(?:quien(?:es)?|cuant[oa]s?|como|cuando) l[oa]s\b)"
    r"|\W*(?=cual(?:es)? (?:son|fueron|eran) l[oa]s (?:de|del|que)\b)"
)
_OF_ALL = words_like(r"en total|en general|de tod[oa]s|entre tod[oa]s|tod[oa] la mesa")
_ASKS_HOW = words_like(r"como (?:va[n]?|vamos|esta[n]?|estamos|sigue|anda)|que tal")


@dataclass(frozen=True)
class Further:
    """`new` is what the words tell by themselves, `times` are the stretches among it; `is_of_all`: of no part any more."""

    new: CountQuestion
    times: tuple[Stretch, ...]
    is_of_all: bool = False

    @property
    def tells_any(self) -> bool:
        new = self.new
        told = (
            new.is_figure_told,
            new.days,
            new.by,
            new.about,
            new.told,
            new.age,
            new.is_duration,
            new.by_month,
        )
        return any(told) or self.is_of_all

    def over(self, last: CountQuestion) -> CountQuestion:
        """The last question with what is told anew in the place of what it takes. Its `about` are left to who knows what
        they mean."""
        new, kinds = self.new, {one.by for one in self.new.told}
        is_other = new.is_figure_told and not new.is_duration
        was_solved = Split.WAY in kinds and last.figure is Figure.RECEIVED
        kept = () if self.is_of_all else tuple(one for one in last.told if one.by not in kinds)
        return replace(
            last,
            figure=new.figure if is_other or was_solved else last.figure,
            days=new.days or last.days,
            by=new.by or (None if new.about or new.told or new.by_month else last.by),
            told=(*kept, *new.told),
            age=new.age or last.age,
            is_duration=new.is_duration or (last.is_duration and not is_other),
            lists=new.lists or (last.lists and not (new.by or is_other or new.is_duration)),
            by_month=new.by_month,
            is_figure_told=new.is_figure_told or last.is_figure_told,
        )


def is_which_alone(text: str) -> bool:
    """«¿Cuáles fueron?»: the cases of the count that was asked for last."""
    return _WHICH_ALONE.fullmatch(fold(text)) is not None


def further(text: str, last: Asked, today: date) -> Further | None:
    """None for words that do not lean on the last count, or ask for what nobody counts."""
    said = fold(text)
    leans = _LEANS.match(said)
    if not leans or len(said.split()) > MAX_WORDS or _ASKS_HOW.search(said):
        return None
    rest = _OF_ALL.sub(" ", said[leans.end() :]).strip(" ?.")
    times = find_times(rest, today, year_of(last)).told
    found = Further(
        count_question(Asked(last.kind, times=times, text=rest)), times, _OF_ALL.search(said) is not None
    )
    return found if found.tells_any and not found.new.is_strange and len(times) < 2 else None
