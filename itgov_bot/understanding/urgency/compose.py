"""Messages of several clauses, put together from phrases of one, from which the judge learns what follows from what:
asides change nothing, a recovery told after an outage ends it, an outage told after a recovery or beside another matter
stands, what is supposed or taken back is no outage. Always the same messages, without chance."""

from collections.abc import Callable, Iterator, Sequence

from itgov_bot.records import dataclass

OUTAGE, RECOVERED, ASIDE = "outage", "none_recovered", "none_aside"
MAYOR_EVENT, OTHER_EVENT = "mayor_event", "none_other_event"
SUPPOSED, OTHER_MEANING = "none_hypothetical", "none_other_meaning"
TAKEN_BACK = "none_retracted"
"""What makes nothing of all that was told before: it was a drill, another city, the writer's own cable."""
OTHER_MATTERS = ("none_request", "none_one_user")
MAX_WORDS = 9
"""A longer phrase is a whole message already."""
ENDS = (", ", ". ", " y ", " pero ")
OUTAGES_STEP = EVENTS_STEP = 3
OTHERS_STEP = 6
"""So many phrases are enough to learn that asides change nothing."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A phrase of training with its author and its kind."""

    text: str
    voice: str
    kind: str


def composed(samples: Sequence[Sample], is_vague: Callable[[str], bool]) -> list[Sample]:
    """New messages from these; none where asides or outages have no phrases. `is_vague`: whether a text does not say what
    is out of order, so that it stands for whatever was named before («nadie puede entrar»)."""
    asides = [each for each in samples if each.kind == ASIDE]
    outages = [each for each in samples if each.kind == OUTAGE and _is_short(each)]
    events = [each for each in samples if each.kind == MAYOR_EVENT]
    others = [each for each in samples if each.kind not in (ASIDE, OUTAGE, RECOVERED, MAYOR_EVENT)]
    if not (asides and outages):
        return []
    vague = [each for each in outages if is_vague(each.text)] or outages
    clear = [each for each in outages if not is_vague(each.text)] or outages
    return [
        *_outages_and_asides(outages[::OUTAGES_STEP], asides),
        *_outages_and_recoveries(outages, _short(samples, RECOVERED)),
        *_outages_taken_back(outages, _short(samples, TAKEN_BACK)),
        *_others_and_asides(events[::EVENTS_STEP], asides),
        *_others_and_asides(others[::OTHERS_STEP], asides),
        *(
            both
            for kind in OTHER_MATTERS
            for both in _others_and_outages(_short(samples, kind), clear, OUTAGE)
        ),
        *_others_and_outages(_short(samples, SUPPOSED), outages, SUPPOSED),
        *_others_and_outages(_short(samples, OTHER_MEANING), vague, OTHER_MEANING),
    ]


def _outages_and_asides(outages: Sequence[Sample], asides: Sequence[Sample]) -> Iterator[Sample]:
    for number, told in enumerate(outages):
        before, after = _pick(asides, number * 11 + 5), _pick(asides, number * 7)
        if number % 2:
            yield Sample(f"{told.text}. {after.text}", told.voice, OUTAGE)
        else:
            yield Sample(f"{before.text}, {told.text}, {after.text}", told.voice, OUTAGE)


def _outages_and_recoveries(outages: Sequence[Sample], recoveries: Sequence[Sample]) -> Iterator[Sample]:
    for number, told in enumerate(recoveries):
        down, end = _pick(outages, number * 5), ENDS[number % len(ENDS)]
        yield Sample(f"{down.text}{end}{told.text}", told.voice, RECOVERED)
        if number % 2:
            yield Sample(f"{told.text} pero {_pick(outages, number * 3).text}", told.voice, OUTAGE)


def _outages_taken_back(outages: Sequence[Sample], ends: Sequence[Sample]) -> Iterator[Sample]:
    for number, told in enumerate(ends):
        one, other = _pick(outages, number * 5), _pick(outages, number * 7 + 3)
        yield Sample(f"{one.text}. {told.text}", told.voice, TAKEN_BACK)
        yield Sample(f"{one.text}, {other.text}. {told.text}", told.voice, TAKEN_BACK)


def _others_and_asides(others: Sequence[Sample], asides: Sequence[Sample]) -> Iterator[Sample]:
    for number, told in enumerate(others):
        aside = _pick(asides, number * 13)
        text = f"{told.text}. {aside.text}" if number % 2 else f"{aside.text}, {told.text}"
        yield Sample(text, told.voice, told.kind)


def _others_and_outages(others: Sequence[Sample], outages: Sequence[Sample], kind: str) -> Iterator[Sample]:
    """Every second of the other matters, some with another one, before an outage; `kind` is what follows from them."""
    for number, told in enumerate(others[::2]):
        lead = f"{_pick(others, number * 5 + 1).text}. " if number % 3 == 1 else ""
        end = ENDS[number % len(ENDS)]
        yield Sample(f"{lead}{told.text}{end}{_pick(outages, number * 7).text}", told.voice, kind)


def _short(samples: Sequence[Sample], kind: str) -> list[Sample]:
    return [each for each in samples if each.kind == kind and _is_short(each)]


def _pick(samples: Sequence[Sample], number: int) -> Sample:
    return samples[number % len(samples)]


def _is_short(sample: Sample) -> bool:
    return len(sample.text.split()) <= MAX_WORDS
