"""Training messages of several clauses, put together from phrases of one: what is said beside the matter changes nothing,
a recovery told after an outage ends it, an outage told after a recovery stands. Always the same ones, without chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OUTAGE, RECOVERED, ASIDE = "outage", "none_recovered", "none_aside"
MAX_WORDS = 9
"""A longer phrase is a whole message already."""
ENDS = (", ", ". ", " y ", " pero ")
OTHERS_STEP = 4
"""Every fourth phrase of the other kinds is enough to learn that asides change nothing there either."""
OUTAGE_STEP = 3


@dataclass(frozen=True, slots=True)
class Sample:
    """A phrase of training with its author and its kind."""

    text: str
    voice: str
    kind: str


def composed(samples: Sequence[Sample]) -> list[Sample]:
    """New messages from these; none where a kind that is needed has no phrases."""
    asides = [each for each in samples if each.kind == ASIDE]
    outages = [each for each in samples if each.kind == OUTAGE and _is_short(each)]
    recoveries = [each for each in samples if each.kind == RECOVERED and _is_short(each)]
    others = [each for each in samples if each.kind not in (ASIDE, OUTAGE, RECOVERED)][::OTHERS_STEP]
    if not (asides and outages):
        return []
    return [
        *_outages_and_asides(outages[::OUTAGE_STEP], asides),
        *_outages_and_recoveries(outages, recoveries),
        *_others_and_asides(others, asides),
    ]


def _outages_and_asides(outages: Sequence[Sample], asides: Sequence[Sample]) -> Iterator[Sample]:
    for number, told in enumerate(outages):
        before, after = _pick(asides, number * 11 + 5), _pick(asides, number * 7)
        yield Sample(f"{told.text}. {after.text}", told.voice, OUTAGE)
        yield Sample(f"{before.text}, {told.text}, {after.text}", told.voice, OUTAGE)


def _outages_and_recoveries(outages: Sequence[Sample], recoveries: Sequence[Sample]) -> Iterator[Sample]:
    for number, told in enumerate(recoveries):
        down, end = _pick(outages, number * 5), ENDS[number % len(ENDS)]
        yield Sample(f"{down.text}{end}{told.text}", told.voice, RECOVERED)
        if number % 2:
            yield Sample(f"{told.text} pero {_pick(outages, number * 3).text}", told.voice, OUTAGE)


def _others_and_asides(others: Sequence[Sample], asides: Sequence[Sample]) -> Iterator[Sample]:
    for number, told in enumerate(others):
        aside = _pick(asides, number * 13)
        text = f"{told.text}. {aside.text}" if number % 2 else f"{aside.text}, {told.text}"
        yield Sample(text, told.voice, told.kind)


def _pick(samples: Sequence[Sample], number: int) -> Sample:
    return samples[number % len(samples)]


def _is_short(sample: Sample) -> bool:
    return len(sample.text.split()) <= MAX_WORDS
