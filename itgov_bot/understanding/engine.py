"""`Understanding`: the whole way from a message to what it is about. Loaded once, read by many, never changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, lru_cache
from pathlib import Path

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import normal_id
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.patterns import regex

from . import cache as model_cache
from . import model as models
from .asked import asked_in, is_foreign
from .calibration import Calibration, write_calibration
from .figures.reading import FiguresReader
from .inside.asks import SURER_BY, SUREST_BY, WISH_OF, Asks, asked_surely
from .inside.kinds import Book
from .inside.reading import InsideReader
from .interpretation import Intent, Interpretation, Wish
from .language.bounds import bounded
from .language.cases.own_orders import case_order
from .language.courtesy import without_courtesy
from .language.folding import OF_A_TURN
from .language.questions import told_before_question
from .language.request_type import request_type_of, tells_a_fault
from .language.smalltalk import smalltalk_kind
from .matching import Matching, of_parts
from .material import read_material
from .meaning.encoder import installed_encoder
from .meaning.hearing import Meaning, kept_meaning, learning
from .meaning.waiting import NotHeardYet, is_put_off
from .model import Model
from .plainly_asked import plainly_asked
from .services.decide import Candidate, Decision
from .services.phrases import Phrase, read_phrases
from .services.subjects import Subjects, read_subjects
from .urgency.mayor_event import MayorEvent
from .urgency.reading import NOT_URGENT, UrgencyReading
from .words import Words, read_words

LEARNED_VOICE = "learned"
OF_AN_OUTAGE = (Wish.OUTAGE_STATUS, Wish.URGENT)
"""What is wanted of the desk and may tell of an outage."""
_TOO = regex(r"(?<!nuev[oa] )(?<!otr[oa] )\btampoco (?=\w)", re.IGNORECASE)
"""«El mouse tampoco sirve» tells of the mouse as «no sirve» does; «la clave nueva tampoco sirve» goes on
with what was told before."""
ASKS_TO_KNOW = (Intent.CHANNELS, Intent.HOURS, Intent.WHO_MAY)


@dataclass(frozen=True)
class Understanding:
    """A trained model, the catalogue's ids and twins, the words the city chose, and what administrators taught it."""

    model: Model
    subjects: Subjects
    words: Words
    learned: tuple[Phrase, ...] = ()
    meaning: Meaning | None = None
    """Set where an encoder of sentences is installed and the phrases are encoded: see `learn_meaning`."""

    @classmethod
    def load(cls, data_folder: Path, cache: Path, learned: Sequence[Phrase] = ()) -> Understanding:
        """Reads the vocabulary and its model, or trains the model when the data or the code changed.

        Takes the model that was trained with the learned phrases if there is one; they count at once in any case.
        """
        subjects = read_subjects(data_folder)
        words = read_words(data_folder, subjects.ids)
        for taught in (learned, ()):
            stored = model_cache.load_first((cache, model_cache.BUILT), _key(data_folder, taught))
            if stored:
                model = models.restore(stored, words)
                return cls(model, subjects, words, tuple(learned), _kept_meaning(data_folder, cache))
        return cls.train(data_folder, cache).with_learned(learned)

    @staticmethod
    def is_trained(data_folder: Path, cache: Path) -> bool:
        """Whether `load` will find its model, or has to train it first, which takes some seconds."""
        try:
            key = _key(data_folder, ())
            return any(model_cache.has(folder, key) for folder in (cache, model_cache.BUILT))
        except OSError:  # what is missing is said by `load`
            return False

    @classmethod
    def train(cls, data_folder: Path, cache: Path, learned: Sequence[Phrase] = ()) -> Understanding:
        """Trains on the phrases and the learned ones together (seconds; meant for the background) and keeps it."""
        read = read_material(data_folder)
        taught = [Phrase(phrase.text, phrase.label, LEARNED_VOICE) for phrase in learned]
        phrases = [*read.phrases, *taught]
        calibration = read.calibration or models.calibrate(phrases, read.words, read.subjects.twins, "")
        model = models.train(phrases, read.words, calibration, read.managers, read.books)
        model_cache.save(cache, _key(data_folder, learned), models.store(model))
        return cls(model, read.subjects, read.words, tuple(learned))

    @staticmethod
    def calibrate(data_folder: Path) -> Calibration:
        """Measures with authors kept out what phrases are worth (a minute), and writes it beside them.

        Raises OSError where that folder cannot be written.
        """
        subjects = read_subjects(data_folder)
        words = read_words(data_folder, subjects.ids)
        phrases = read_phrases(data_folder, subjects.ids)
        found = models.calibrate(phrases, words, subjects.twins, model_cache.fingerprint_of_said(data_folder))
        write_calibration(data_folder, found)
        return found

    def with_learned(self, learned: Sequence[Phrase]) -> Understanding:
        """The same understanding with exactly these learned phrases: at once, and undone by leaving one out."""
        taught = replace(self, learned=tuple(learned))
        assert taught.matching.learned is not None  # made ready here, so that no message waits for it
        return taught

    def learn_meaning(self, data_folder: Path, cache: Path) -> Iterator[Meaning | None]:
        """What the phrases mean to the encoder that is installed, step by step, None until the last one: minutes in all the
        first time, a fraction of a second each. Nothing where none is installed, or where it is known already."""
        encoder = installed_encoder()
        if encoder is None or self.meaning is not None:
            return
        phrases = [each for each in read_phrases(data_folder, self.subjects.ids) if not each.is_urgency]
        texts, subjects = [each.text for each in phrases], [each.subject for each in phrases]
        yield from learning(texts, subjects, encoder, cache, _key(data_folder, ()))

    def with_meaning(self, meaning: Meaning) -> Understanding:
        """The same understanding that hears what messages mean as well."""
        return replace(self, meaning=meaning)

    def interpret(self, text: str, now: datetime, calendar: WorkCalendar) -> Interpretation:
        """The whole reading of a message written at `now`: `match` and `urgency`, with an exception also in doubt."""
        found = self.match(text)
        read = _weighed(text, self._urgency_told(text, now, calendar), found)
        exception = read.suspected if read.doubtful else read.exception
        return replace(found, exception=exception, doubtful=read.doubtful, is_whom_open=read.is_whom_open)

    def is_one_outage(self, told: Interpretation) -> bool:
        """What surely fails for a whole site is seen to by whoever reads it first: they are not asked by which of the twins
        it came, cable or wifi."""
        is_sure = told.exception is ExceptionKind.SERVICE_OUTAGE and not (told.doubtful or told.is_whom_open)
        down = {self.words.outages.services.get(one) for one in told.choices()}
        return is_sure and not told.parts and len(down) == 1 and None not in down

    def exception_told(self, text: str, now: datetime, calendar: WorkCalendar) -> ExceptionKind | None:
        """That of `interpret`, for whoever asks for nothing else: what a message is about counts only in a doubt."""
        read = self._urgency_told(text, now, calendar)
        return self.interpret(text, now, calendar).exception if read.doubtful else read.exception

    def match(self, text: str) -> Interpretation:
        """What a message is about, without its `urgency`, which depends on when it was written. Never fails: an empty
        or strange text is simply not understood. Raises NotHeardYet within `encoding_put_off` alone."""
        return self._matched_once(bounded(text))

    @cached_property
    def _matched_once(self) -> Callable[[str], Interpretation]:
        """Many people say the same («hola», «no hay internet»), above all in a rush; and a turn asks for its message several
        times, by the hours of other services, as the next ones do for what stands in a form."""
        return lru_cache(OF_A_TURN)(self._matched)

    def _matched(self, text: str) -> Interpretation:
        if self.meaning and is_put_off():
            raise NotHeardYet(text)
        kind = request_type_of(text)
        typed = self._typed_id(text)
        if typed is not None:
            found = (Candidate(typed, 1.0),) if typed else ()
            decision: Decision = "answer" if found else "none"
            return Interpretation(decision, found, Intent.SERVICE, kind, offered=len(found))
        matter = _TOO.sub("no ", without_courtesy(text))
        row = self.model.features.row(matter)
        scores = self.model.subjects.scores(row)
        shares = self.matching.shares(matter, row, scores)
        decision, candidates, offered = self.matching.decide(matter, shares)
        intent, wish, is_plain = asked_in(matter, shares, self.matching.kinds(row), is_service=offered > 0)
        said = _said_plainly(matter)
        if said is None and (decision == "none" or not tells_a_fault(matter)):
            said = self._asked_for(matter, intent, wish, is_clear=decision == "answer")
        if said and not (said is Wish.COST and decision == "answer"):
            return Interpretation("none", candidates, Intent.DESK, kind, wish=said, is_plain_wish=True)
        foreign = is_foreign(intent, shares, kind)
        if intent is Intent.SMALLTALK:
            return Interpretation("none", candidates, intent, kind, smalltalk_kind(text), is_foreign=foreign)
        parts = self.matching.parts(matter, scores) if offered else ()
        if parts:
            decision, candidates, offered = of_parts(parts, candidates)
        return Interpretation(
            decision,
            candidates,
            intent,
            kind,
            offered=offered,
            parts=parts,
            wish=wish,
            is_plain_wish=is_plain,
            is_foreign=foreign,
        )

    def exception(self, text: str, now: datetime, calendar: WorkCalendar) -> ExceptionKind | None:
        """Which exception of the ANS a message tells of. `calendar` only serves to know whether an event lies outside
        working hours; whether `now` itself does is for the caller to see."""
        return self.urgency(text, now, calendar).exception

    def urgency(self, text: str, now: datetime, calendar: WorkCalendar) -> UrgencyReading:
        """The same with how sure it is, and with the event of the mayor's office, also one that is no exception.

        What is doubtful counts for nothing in a message that surely is no matter of the desk.
        """
        text = bounded(text)
        return _weighed(text, self._urgency_told(text, now, calendar), self.match(text))

    def _urgency_told(self, text: str, now: datetime, calendar: WorkCalendar) -> UrgencyReading:
        """What is surely told of everybody stays so, whatever is asked behind it: «nadie tiene red en el edificio, ¿es algo
        programado?»."""
        if self.asks(text) is Asks.COMING:  # «¿y no hay nadie que venga?»
            return NOT_URGENT
        read = self.model.urgency.read(bounded(text), now, calendar)
        told = told_before_question(bounded(text)) if read.doubtful else ""
        before = self.model.urgency.read(told, now, calendar) if told else read
        return before if before.exception and not (before.doubtful or before.is_whom_open) else read

    def mayor_event(self, text: str, now: datetime) -> MayorEvent | None:
        """An event of the mayor's office that is to be accompanied, whatever its hour. `now` is local time."""
        return self.model.urgency.mayor_event(bounded(text), now)

    @cached_property
    def figures(self) -> FiguresReader:
        """The reader of what is asked of indicators and figures."""
        return FiguresReader(self.words.indicators, self.model.figures)

    @cached_property
    def inside(self) -> InsideReader:
        """The reader of what the desk's own people write."""
        return InsideReader(self.model.inside)

    def asks(self, text: str) -> Asks:
        """What somebody who waits or is angry asks, where that is sure."""
        return asked_surely(text, self.inside.likely(Book.ASKS, text))

    def _asked_for(self, text: str, intent: Intent, wish: Wish | None, *, is_clear: bool) -> Wish | None:
        """The same as a wish. Where the words read like another matter of the desk it must be the surer; and where they are
        clearly of a service, they ask when somebody calls or comes or want whoever is above, or nothing."""
        likely = self.inside.likely(Book.ASKS, text)
        asks = asked_surely(text, likely)
        found = WISH_OF.get(asks)
        is_other = wish not in (None, found) or intent not in (Intent.SERVICE, Intent.DESK)
        least = SUREST_BY if is_clear else SURER_BY if is_other else 0.0
        return found if likely.lead >= least and (asks in (Asks.COMING, Asks.BOSS) or not is_clear) else None

    @cached_property
    def matching(self) -> Matching:
        """What decides which services a message is about."""
        return Matching(self.model, self.subjects, self.words, self.learned, self.meaning)

    def _typed_id(self, text: str) -> str | None:
        """The service whose id was typed alone; an empty one when there is no such id; None for other texts."""
        wanted = normal_id(text)
        if wanted is None:
            return None
        services, prefix = self.subjects.services, f"{wanted.partition('-')[0]}-"
        named = (one.id for one in services if wanted == one.id or wanted in one.aliases)
        return next(named, "" if any(one.id.startswith(prefix) for one in services) else None)


def _said_plainly(text: str) -> Wish | None:
    """An order to a case that is named by its matter, or a question that needs no guessing."""
    ordered = case_order(text)
    return Wish(ordered) if ordered else plainly_asked(text)


def _weighed(text: str, read: UrgencyReading, found: Interpretation) -> UrgencyReading:
    """What is doubtful counts for nothing in a message that surely is no matter of the desk, or that wants something of the
    desk itself, or to know something of it, and tells of no fault: «¿qué es dependencia?», «vamos en camino», «¿se puede ir
    personalmente?»."""
    is_of_desk = found.wish not in (None, *OF_AN_OUTAGE) or found.intent in ASKS_TO_KNOW
    is_wish = is_of_desk and (found.wish is Wish.FORGET or not tells_a_fault(text))  # «bórreme todo»
    return NOT_URGENT if read.doubtful and (found.is_foreign or is_wish) else read


def _key(data_folder: Path, learned: Sequence[Phrase]) -> str:
    return model_cache.fingerprint(data_folder, (f"{phrase.label}\t{phrase.text}" for phrase in learned))


def _kept_meaning(data_folder: Path, cache: Path) -> Meaning | None:
    encoder = installed_encoder()
    return kept_meaning(encoder, cache, _key(data_folder, ())) if encoder else None
