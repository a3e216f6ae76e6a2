"""`Understanding`: the whole way from a message to what it is about. Loaded once, read by many, never changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from heapq import nlargest
from pathlib import Path

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import normal_id
from itgov_bot.domain.tickets.ticket import ExceptionKind

from . import cache as model_cache
from . import model as models
from .calibration import probabilities
from .cues import cues_of
from .decide import Decided, Policy
from .intent import act_of, smalltalk_kind
from .learned import Learned
from .model import Model
from .phrases import DESK, OTHERS, OUT_OF_SCOPE, SMALLTALK, Phrase, read_phrases
from .result import About, Candidate, Heard, Part, Understood
from .several import cut_anywhere, told_apart
from .subjects import Subjects, read_subjects
from .vocabulary import Vocabulary, read_vocabulary

Shares = dict[str, float]
Read = tuple[Shares, About]
"""The probability of every subject, and what kind of thing is asked."""
LEARNED_VOICE = "learned"
CLEARLY = 0.1
"""By so much hours or channels must be more likely, for a message that names a service to be only about them."""
CONSIDERED = 10
FOREIGN = 0.8
SURELY = 0.9
"""What is offered for one of several problems must be this likely."""
SHOWS = 0.02
"""From this share on a service shows in a message."""


@dataclass(frozen=True)
class Understanding:
    """A trained model, the catalogue's ids and twins, the vocabulary, and what administrators taught it."""

    model: Model
    subjects: Subjects
    vocabulary: Vocabulary
    learned: tuple[Phrase, ...] = ()

    @classmethod
    def load(cls, data_folder: Path, cache: Path, learned: Sequence[Phrase] = ()) -> Understanding:
        """Reads the vocabulary and its model, or trains the model when the data or the code changed.

        Takes the model that was trained with the learned phrases if there is one; they count at once in any case.
        """
        vocabulary = read_vocabulary(data_folder)
        for taught in (learned, ()):
            stored = model_cache.load(cache, _key(data_folder, taught))
            if stored:
                model = models.restore(stored, vocabulary.terms)
                return cls(model, read_subjects(data_folder), vocabulary, tuple(learned))
        return cls.train(data_folder, cache).with_learned(learned)

    @staticmethod
    def is_trained(data_folder: Path, cache: Path) -> bool:
        """Whether `load` will find its model, or has to train it first, which takes some seconds."""
        try:
            return model_cache.has(cache, _key(data_folder, ()))
        except OSError:  # what is missing is said by `load`
            return False

    @classmethod
    def train(cls, data_folder: Path, cache: Path, learned: Sequence[Phrase] = ()) -> Understanding:
        """Trains on the phrases and the learned ones together (seconds; meant for the background) and keeps it."""
        vocabulary, subjects = read_vocabulary(data_folder), read_subjects(data_folder)
        taught = [Phrase(phrase.text, phrase.label, LEARNED_VOICE) for phrase in learned]
        model = models.train([*read_phrases(data_folder, subjects.ids), *taught], vocabulary)
        model_cache.save(cache, _key(data_folder, learned), models.store(model))
        return cls(model, subjects, vocabulary, tuple(learned))

    def with_learned(self, learned: Sequence[Phrase]) -> Understanding:
        """The same understanding with exactly these learned phrases: at once, and undone by leaving one out."""
        taught = Understanding(self.model, self.subjects, self.vocabulary, tuple(learned))
        assert taught._learned is not None  # made ready here, so that no message waits for it
        return taught

    def hear(self, text: str, when: datetime, calendar: WorkCalendar) -> Heard:
        """All of a message at once: `understand` and `exception`, whose costly part is the same."""
        read = self._shares(text)
        return Heard(self._understood(text, read), self._exception(text, when, calendar, lambda: read))

    def understand(self, text: str) -> Understood:
        """What a message is about. Never fails: an empty or strange text is simply not understood."""
        return self._understood(text, self._shares(text))

    def _understood(self, text: str, read: Read) -> Understood:
        typed = self._typed_id(text)
        if typed is not None:
            found = (Candidate(typed, 1.0),) if typed else ()
            return Understood(
                "answer" if found else "none", found, About.SERVICE, act_of(text), None, len(found)
            )
        shares, about = read
        decision, candidates, offered = self._decide(text, shares)
        if about is About.SMALLTALK:
            return Understood("none", candidates, about, act_of(text), smalltalk_kind(text))
        return Understood(
            decision, candidates, about, act_of(text), None, offered, self._parts(text, candidates)
        )

    def exception(self, text: str, when: datetime, calendar: WorkCalendar) -> ExceptionKind | None:
        """Which exception of the ANS a message tells of. `calendar` (the general one) only serves to know whether an
        event lies outside working hours; whether `when` itself does is for the caller to see."""
        return self._exception(text, when, calendar, lambda: self._shares(text))

    def _exception(
        self, text: str, when: datetime, calendar: WorkCalendar, read: Callable[[], Read]
    ) -> ExceptionKind | None:
        kind = self.model.urgency.exception(text, when, calendar)
        return None if kind and _is_foreign(text, kind, read()) else kind

    @cached_property
    def _policy(self) -> Policy:
        return Policy(self.vocabulary.costs, self.subjects.twins)

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

    def _shares(self, text: str) -> Read:
        row = self.model.features.row(text)
        if not len(row[0]):
            return {OUT_OF_SCOPE: 1.0}, About.OUT_OF_SCOPE
        scores = probabilities(self.model.subjects.scores(row), self.model.temperature)
        shares = dict(zip(self.model.subjects.labels, map(float, scores), strict=True))
        taught = self._learned.nearest(text, row)
        if taught:
            subject, say = taught
            shares = {name: share * (1 - say) for name, share in shares.items()}
            shares[subject] = shares.get(subject, 0.0) + say
        kinds = dict(zip(self.model.abouts.labels, self.model.abouts.scores(row), strict=True))
        return shares, _about(shares, kinds)

    def _decide(self, text: str, shares: Shares) -> Decided:
        untold = self.vocabulary.untold(text)
        likely = nlargest(
            CONSIDERED, (name for name in shares if name not in OTHERS), key=lambda name: shares[name]
        )
        wanted = {*likely, *(untold & shares.keys())}
        services = [Candidate(name, shares[name]) for name in wanted]
        services.sort(key=lambda candidate: (-candidate.score, candidate.service))
        return self._policy.decide(services, untold)

    def _parts(self, text: str, candidates: Sequence[Candidate]) -> tuple[Part, ...]:
        """The pieces that are surely about different services; empty unless there are at least two.

        Without a word that announces another matter, both services must also show in the message as a whole.
        """
        parts = self._sure_parts(told_apart(text))
        if not parts:
            showing = {each.service for each in candidates[:3] if each.score >= SHOWS}
            parts = self._sure_parts(cut_anywhere(text)) if len(showing) > 1 else {}
            parts = {service: part for service, part in parts.items() if service in showing}
        near = {twin for service in parts for twin in self.subjects.twins.get(service, frozenset())}
        return tuple(parts.values()) if len(parts) > 1 and not near & set(parts) else ()

    def _sure_parts(self, pieces: Sequence[str]) -> dict[str, Part]:
        found: dict[str, Part] = {}
        for piece in pieces:
            decision, candidates, offered = self._decide(piece, self._shares(piece)[0])
            if sum(each.score for each in candidates[:offered]) >= SURELY:
                found.setdefault(candidates[0].service, Part(piece, decision, candidates))
        return found


def _is_foreign(text: str, kind: ExceptionKind, read: Read) -> bool:
    """What surely is no matter of the desk is no outage either: a blocked canal, a bank, a season's greeting."""
    shares, about = read
    if about is About.SMALLTALK and not cues_of(text) & {"down", "help"}:
        return True
    return kind is ExceptionKind.SERVICE_OUTAGE and shares.get(OUT_OF_SCOPE, 0.0) >= FOREIGN


def _about(shares: Shares, kinds: Mapping[str, float]) -> About:
    """Hours and channels as they are recognised; for the rest, the likeliest subject says what it is."""
    subject = max(shares, key=lambda name: shares[name])
    kind = About(max(kinds, key=lambda name: kinds[name]))
    clear = subject == DESK or kinds[kind] - kinds[About.SERVICE] >= CLEARLY
    if kind in (About.HOURS, About.CHANNELS) and clear:
        return About.OUT_OF_SCOPE if subject == OUT_OF_SCOPE else kind
    if subject == DESK:
        return max(About.HOURS, About.CHANNELS, key=lambda about: kinds.get(about, -9.0))
    return About(subject) if subject in (OUT_OF_SCOPE, SMALLTALK) else About.SERVICE


def _key(data_folder: Path, learned: Sequence[Phrase]) -> str:
    return model_cache.fingerprint(data_folder, (f"{phrase.label}\t{phrase.text}" for phrase in learned))
