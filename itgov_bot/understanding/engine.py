"""`Understanding`: the whole way from a message to what it is about. Loaded once, read by many, never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from heapq import nlargest
from pathlib import Path

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import normal_id
from itgov_bot.domain.tickets.ticket import ExceptionKind

from . import cache as model_cache
from . import model as models
from .calibration import Calibration, read_calibration, write_calibration
from .interpretation import Intent, Interpretation, Part, Wish
from .language.bounds import bounded
from .language.pieces import cut_anywhere, told_apart
from .language.request_type import RequestType, request_type_of
from .language.smalltalk import smalltalk_kind
from .model import Model
from .services.decide import Candidate, Decided, Decision, Policy
from .services.learned import Learned
from .services.phrases import DESK, OF_SERVICE, OTHERS, OUT_OF_SCOPE, SMALLTALK, Phrase, read_phrases
from .services.ranker import probabilities
from .services.subjects import Subjects, read_subjects
from .urgency.mayor_event import MayorEvent
from .urgency.reading import NOT_URGENT, UrgencyReading
from .words import Words, read_words

Shares = dict[str, float]
Asked = tuple[Intent, Wish | None]
Scored = tuple[Shares, Asked]
"""The probability of every subject, and what kind of thing is asked, with the wish when it is one of the desk."""
LEARNED_VOICE = "learned"
CLEAR_MARGIN = 0.1
"""By so much hours or channels must be more likely, for a message that names a service to be only about them."""
MAX_CONSIDERED = 10
"""The likeliest services among which is decided."""
FOREIGN_SHARE = 0.8
"""From this probability on a message is surely no matter of the desk."""
SURE_SHARE = 0.9
"""What is offered for one of several problems must be this likely."""
SHOWS_SHARE = 0.02
"""From this probability on a service shows in a message."""


@dataclass(frozen=True)
class Understanding:
    """A trained model, the catalogue's ids and twins, the words the city chose, and what administrators taught it."""

    model: Model
    subjects: Subjects
    words: Words
    learned: tuple[Phrase, ...] = ()

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
                return cls(model, subjects, words, tuple(learned))
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
        subjects = read_subjects(data_folder)
        words = read_words(data_folder, subjects.ids)
        taught = [Phrase(phrase.text, phrase.label, LEARNED_VOICE) for phrase in learned]
        phrases = [*read_phrases(data_folder, subjects.ids), *taught]
        calibration = read_calibration(data_folder) or models.calibrate(phrases, words, "")
        model = models.train(phrases, words, calibration)
        model_cache.save(cache, _key(data_folder, learned), models.store(model))
        return cls(model, subjects, words, tuple(learned))

    @staticmethod
    def calibrate(data_folder: Path) -> Calibration:
        """Measures with authors kept out what phrases are worth (a minute), and writes it beside them.

        Raises OSError where that folder cannot be written.
        """
        subjects = read_subjects(data_folder)
        words = read_words(data_folder, subjects.ids)
        phrases = read_phrases(data_folder, subjects.ids)
        found = models.calibrate(phrases, words, model_cache.fingerprint_of_said(data_folder))
        write_calibration(data_folder, found)
        return found

    def with_learned(self, learned: Sequence[Phrase]) -> Understanding:
        """The same understanding with exactly these learned phrases: at once, and undone by leaving one out."""
        taught = replace(self, learned=tuple(learned))
        assert taught._learned is not None  # made ready here, so that no message waits for it
        return taught

    def interpret(self, text: str, now: datetime, calendar: WorkCalendar) -> Interpretation:
        """The whole reading of a message written at `now`: `match` and `urgency`, with an exception also in doubt."""
        read = self.urgency(text, now, calendar)
        exception = read.suspected if read.doubtful else read.exception
        return replace(self.match(text), exception=exception, doubtful=read.doubtful)

    def match(self, text: str) -> Interpretation:
        """What a message is about, without its `urgency`, which depends on when it was written. Never fails: an empty
        or strange text is simply not understood."""
        text = bounded(text)
        kind = request_type_of(text)
        typed = self._typed_id(text)
        if typed is not None:
            found = (Candidate(typed, 1.0),) if typed else ()
            decision: Decision = "answer" if found else "none"
            return Interpretation(decision, found, Intent.SERVICE, kind, offered=len(found))
        shares, (intent, wish) = self._scores(text)
        decision, candidates, offered = self._decide(text, shares)
        if intent is Intent.SMALLTALK:
            return Interpretation("none", candidates, intent, kind, smalltalk_kind(text))
        parts = self._parts(text, candidates)
        return Interpretation(decision, candidates, intent, kind, offered=offered, parts=parts, wish=wish)

    def exception(self, text: str, now: datetime, calendar: WorkCalendar) -> ExceptionKind | None:
        """Which exception of the ANS a message tells of. `calendar` only serves to know whether an event lies outside
        working hours; whether `now` itself does is for the caller to see."""
        return self.urgency(text, now, calendar).exception

    def urgency(self, text: str, now: datetime, calendar: WorkCalendar) -> UrgencyReading:
        """The same with how sure it is, and with the event of the mayor's office, also one that is no exception.

        What is doubtful counts for nothing in a message that surely is no matter of the desk.
        """
        text = bounded(text)
        read = self.model.urgency.read(text, now, calendar)
        return NOT_URGENT if read.doubtful and self._is_foreign(text) else read

    def _is_foreign(self, text: str) -> bool:
        shares, (intent, _) = self._scores(text)
        is_foreign = shares.get(OUT_OF_SCOPE, 0.0) >= FOREIGN_SHARE
        is_question = intent is Intent.OUT_OF_SCOPE and request_type_of(text) is RequestType.QUESTION
        return intent is Intent.SMALLTALK or is_foreign or is_question

    def mayor_event(self, text: str, now: datetime) -> MayorEvent | None:
        """An event of the mayor's office that is to be accompanied, whatever its hour. `now` is local time."""
        return self.model.urgency.mayor_event(bounded(text), now)

    @cached_property
    def _policy(self) -> Policy:
        return Policy(self.words.vocabulary.costs, self.subjects.twins)

    @cached_property
    def _learned(self) -> Learned:
        return Learned(self.learned, self.model.features)

    def _typed_id(self, text: str) -> str | None:
        """The service whose id was typed alone; an empty one when there is no such id; None for other texts."""
        wanted = normal_id(text)
        for service in self.subjects.services if wanted else ():
            if wanted == service.id or wanted in service.aliases:
                return service.id
        prefixes = {service.id.partition("-")[0] for service in self.subjects.services}
        return "" if wanted and wanted.partition("-")[0] in prefixes else None

    def _scores(self, text: str) -> Scored:
        row = self.model.features.row(text)
        if not len(row[0]):
            return {OUT_OF_SCOPE: 1.0}, (Intent.OUT_OF_SCOPE, None)
        scores = probabilities(self.model.subjects.scores(row), self.model.temperature)
        shares = dict(zip(self.model.subjects.labels, map(float, scores), strict=True))
        taught = self._learned.nearest(text, row)
        if taught:
            subject, say = taught
            shares = {name: share * (1 - say) for name, share in shares.items()}
            shares[subject] = shares.get(subject, 0.0) + say
        kinds = dict(zip(self.model.intents.labels, self.model.intents.scores(row), strict=True))
        return shares, _asked(shares, kinds)

    def _decide(self, text: str, shares: Shares) -> Decided:
        untold = self.words.vocabulary.untold(text)
        likely = nlargest(
            MAX_CONSIDERED, (name for name in shares if name not in OTHERS), key=lambda name: shares[name]
        )
        wanted = {*likely, *(untold & shares.keys())}
        services = sorted(
            (Candidate(name, shares[name]) for name in wanted), key=lambda each: (-each.score, each.service)
        )
        return self._policy.decide(services, untold)

    def _parts(self, text: str, candidates: Sequence[Candidate]) -> tuple[Part, ...]:
        """The pieces that are surely about different services; empty unless there are at least two.

        Without a word that announces another matter, both services must also show in the message as a whole.
        """
        parts = self._sure_parts(told_apart(text))
        if not parts:
            showing = {each.service for each in candidates[:3] if each.score >= SHOWS_SHARE}
            parts = self._sure_parts(cut_anywhere(text)) if len(showing) > 1 else {}
            parts = {service: part for service, part in parts.items() if service in showing}
        near = {twin for service in parts for twin in self.subjects.twins.get(service, frozenset())}
        return tuple(parts.values()) if len(parts) > 1 and not near & set(parts) else ()

    def _sure_parts(self, pieces: Sequence[str]) -> dict[str, Part]:
        found: dict[str, Part] = {}
        for piece in pieces:
            decision, candidates, offered = self._decide(piece, self._scores(piece)[0])
            if sum(each.score for each in candidates[:offered]) >= SURE_SHARE:
                found.setdefault(candidates[0].service, Part(piece, decision, candidates))
        return found


def _asked(shares: Shares, kinds: Mapping[str, float]) -> Asked:
    """What is asked of a service or of the desk as it is recognised; for the rest, the likeliest subject says it."""
    subject = max(shares, key=lambda name: shares[name])
    kind = max(kinds, key=lambda name: kinds[name])
    if subject == DESK or kinds[kind] - kinds[Intent.SERVICE] < CLEAR_MARGIN:
        kind = max(filter(_is_of_desk, kinds), key=lambda name: kinds[name]) if subject == DESK else subject
    if _is_of_desk(kind) and subject != OUT_OF_SCOPE:
        intent, _, wish = kind.partition(":")
        return Intent(intent), Wish(wish) if wish else None
    return (Intent(subject) if subject in (OUT_OF_SCOPE, SMALLTALK) else Intent.SERVICE), None


def _is_of_desk(kind: str) -> bool:
    """Whether it is asked of the desk, or about a service and no problem with it."""
    return kind in OF_SERVICE or kind.startswith(f"{DESK}:")


def _key(data_folder: Path, learned: Sequence[Phrase]) -> str:
    return model_cache.fingerprint(data_folder, (f"{phrase.label}\t{phrase.text}" for phrase in learned))
