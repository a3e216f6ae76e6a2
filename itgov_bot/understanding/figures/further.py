"""What goes on from a count: «¿cuáles?», «¿y los de Hacienda?», «y resueltos cuántos», «quién los resolvió»."""

from dataclasses import dataclass, replace
from datetime import date

from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.summary import OF_NOW, CountQuestion, Figure, Split
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.understanding.language.time.stretches import find_times

from .asked import Asked, Wanted, year_of
from .counts import OF_THOSE, count_question, days_of

MAX_WORDS = 10
_WHICH_ALONE = regex(
    r"\W{0,9}(?:y |a ver )?(?:cual(?:es)?(?: (?:casos|son|es|fueron|fue|eran|hubo))?|muestr[ea]me?l[oa]s|list[ae]mel[oa]s"
    r"|(?:d[ae]me|muestr[ea]me|ver|abr[ea]me|pas[ae]me|veamos) (?:l[oa]s|es[oa]s)(?: casos)?"
    r"|(?:d[ae]me |ver )?(?:la lista|el listado|el detalle))\W*"
)
_LEANS = regex(
    r"\W{0,9}(?:(?:y|e|solo|ahora|pero)\s+)+(?=\S)"
    r"|\W{0,9}(?=(?:(?:solo )?l[oa]s )?(?:de|del|por)\b(?! (?:donde|cual|que)\b))"
    r"|\W{0,9}(?=(?:quien(?:es)?|cuant[oa]s?|como|cuando) l[oa]s\b)"
    r"|\W{0,9}(?=cual(?:es)? (?:son|fueron|eran) l[oa]s (?:de|del|que)\b)"
)
_END = regex(
    r"\W{0,9}(?:(?:y|pero|ahora) )*(?:cual(?:es)?|quien(?:es)?|(?:el|la|l[oa]s))"
    r"(?: (?:es|fue|son|que|de|el|la|l[oa]s|tiene|tuvo))*"
    r" (?P<end>mas|menos)(?: (?:nos |se )?(?:pid\w*|solicit\w*|report\w*|us\w*|tien\w*|tuv\w*|casos|tickets))*\W*"
)
_AMONG = frozenset(
    {
        (Figure.RECEIVED, Figure.URGENT),
        (Figure.SOLVED, Figure.RATED),
        (Figure.SOLVED, Figure.RATED_LOW),
        *((Figure.BACKLOG, one) for one in (Figure.WAITING, Figure.OVERDUE, Figure.URGENT_NOW)),
    }
)
"""Figures that are some of another in the same days."""
_OF_ALL = words_like(r"en total|en general|de tod[oa]s|entre tod[oa]s|tod[oa] la mesa")
_ASKS_HOW = words_like(r"como (?:va[n]?|vamos|esta[n]?|estamos|sigue|anda)|que tal")


@dataclass(frozen=True)
class Further:
    """`new` is what the words tell by themselves, `times` are the stretches among it; `is_of_all`: of no part any more,
    `is_among`: of those that were counted."""

    new: CountQuestion
    times: tuple[Stretch, ...]
    is_of_all: bool = False
    is_among: bool = False

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
        was_solved = Split.WAY in kinds and (last.figure is Figure.RECEIVED or last.figure in OF_NOW)
        kept = () if self.is_of_all else tuple(one for one in last.told if one.by not in kinds)
        return replace(
            last,
            figure=new.figure if is_other else Figure.SOLVED if was_solved else last.figure,
            days=new.days or last.days,
            by=new.by or (None if new.about or new.told or new.by_month else last.by),
            told=(*kept, *new.told),
            age=new.age or last.age,
            is_duration=new.is_duration or (last.is_duration and not is_other),
            lists=new.lists or (last.lists and not (new.by or is_other or new.is_duration)),
            by_month=new.by_month,
            is_figure_told=new.is_figure_told or last.is_figure_told,
            of_received=self._is_of_received(last) or (last.of_received and not (is_other or new.by)),
        )

    def _is_of_received(self, last: CountQuestion) -> bool:
        """What was solved of those that came, and what still waits: «y en octubre», of what is counted now."""
        new = self.new
        if last.figure in OF_NOW and new.days and not (new.is_figure_told or new.by):
            return True
        is_of_those = self.is_among and (last.of_received or last.figure is Figure.RECEIVED)
        return is_of_those and new.is_figure_told and new.figure in (Figure.SOLVED, *OF_NOW)

    def is_counted(self, last: CountQuestion) -> bool:
        """Whether it is known how many of those it are."""
        new = self.new.figure
        is_other = self.is_among and self.new.is_figure_told and new is not last.figure
        return not is_other or (last.figure, new) in _AMONG or self._is_of_received(last)


def as_counted(last: Asked) -> Asked:
    """Of a summary it is what was received in its days that is gone on from."""
    if last.kind is not Wanted.SUMMARY:
        return last
    days = days_of(last.times[0]) if last.times else None
    return replace(
        last, kind=Wanted.CASES, counted=CountQuestion(Figure.RECEIVED, days, is_figure_told=False)
    )


def is_which_alone(text: str) -> bool:
    """«¿Cuáles fueron?»: the cases of the count that was asked for last."""
    return _WHICH_ALONE.fullmatch(fold(text)) is not None


def end_asked(text: str) -> str | None:
    """«¿Y cuál menos?», «la que más», of what was parted: `mas` or `menos`."""
    found = _END.fullmatch(fold(text))
    return found["end"] if found else None


def further(text: str, last: Asked, today: date) -> Further | None:
    """None for words that do not lean on the last count, or ask for what nobody counts."""
    said = fold(text)
    leans, is_among = _LEANS.match(said), OF_THOSE.search(said) is not None
    if not (leans or is_among) or len(said.split()) > MAX_WORDS or _ASKS_HOW.search(said):
        return None
    rest = OF_THOSE.sub(" ", _OF_ALL.sub(" ", said[leans.end() if leans else 0 :])).strip(" ?.")
    times = find_times(rest, today, year_of(last)).told
    new = count_question(Asked(last.kind, times=times, text=rest))
    found = Further(new, times, _OF_ALL.search(said) is not None, is_among)
    return found if found.tells_any and not found.new.is_strange and len(times) < 2 else None
