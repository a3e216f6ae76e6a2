"""How the ranker of kinds is trained, and on what. (`judging` fits the judge, which takes longer.)

Kinds in `urgency.tsv`: `outage`, `mayor_event` (and `mayor_event_hours`, within working hours: only the time parser tells
them apart) and `none_…`, one a reason why it is none; `none_aside` is what stands beside the matter and changes nothing,
`none_retracted` what takes back all that was told before it.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from itgov_bot.records import dataclass
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.request_type import RequestType, request_type_of
from itgov_bot.understanding.language.respelling import Respelling
from itgov_bot.understanding.services import ranker
from itgov_bot.understanding.services.counting import as_matrix, learn
from itgov_bot.understanding.services.phrases import OTHERS, OUT_OF_SCOPE, Phrase
from itgov_bot.understanding.services.ranker import Fit
from itgov_bot.understanding.services.sparse import Rows, beside
from itgov_bot.understanding.services.tokens import Terms

from .compose import MAYOR_EVENT, Sample
from .cues import Cues
from .kinds import KindRanker, cue_places, with_cues

FIT = Fit(strength=0.6, rounds=6)
CALM_STEP = 4
"""Every fourth of the phrases that are never urgent is enough, and training stays short."""
_SAME = {"mayor_event_hours": MAYOR_EVENT}


@dataclass(frozen=True)
class Material:
    """What is learned from, respelt: `plain` texts, of which the first `urgent` are written for urgency alone."""

    plain: Sequence[Sample]
    urgent: int


def material_of(
    phrases: Sequence[Phrase], ordinary: Sequence[str], cues: Cues, respelling: Respelling
) -> Material:
    """The urgency phrases, and those of matters that are never urgent: foreign ones, services whose faults are never
    everybody's (`ordinary`), and what is asked for of the others."""
    urgent = [
        Sample(each.text, each.voice, _SAME.get(each.detail, each.detail))
        for each in phrases
        if each.is_urgency
    ]
    foreign = [each for each in phrases if each.label == OUT_OF_SCOPE]
    harmless = [each for each in phrases if each.label in ordinary]
    wanted = [each for each in phrases if _asks_for_something(each, ordinary, cues)]
    calm = [
        *_calm(foreign, "none_foreign"),
        *_calm(harmless, "none_ordinary"),
        *_calm(wanted, "none_request"),
    ]
    return Material(_respelt([*urgent, *calm], respelling), len(urgent))


def train(material: Material, terms: Terms, cues: Cues) -> tuple[KindRanker, Rows]:
    """The ranker of kinds, and the rows that it was made from."""
    features, told = learn([each.text for each in material.plain], terms)
    found = [cues.of(each.text) for each in material.plain]
    places = cue_places(found)
    matrix = with_cues_beside(told, found, places)
    (weights,) = ranker.train(matrix, [each.kind for each in material.plain], how=FIT)
    return KindRanker(features, cues, tuple(places), weights), matrix


def with_cues_beside(told: Rows, found: Sequence[frozenset[str]], places: Mapping[str, int]) -> Rows:
    """The rows of the words with those of the cues behind them."""
    nothing = np.empty(0, np.int32), np.empty(0, np.float32)
    rows = [with_cues(nothing, 0, places, cues) for cues in found]
    return beside((told, as_matrix(rows, len(places))))


def _asks_for_something(phrase: Phrase, ordinary: Sequence[str], cues: Cues) -> bool:
    """Of a service that may fail for everybody, and yet no fault."""
    if phrase.subject in ordinary or phrase.subject in OTHERS or phrase.is_urgency:
        return False
    return request_type_of(phrase.text) is not RequestType.INCIDENT and not cues.has("down", phrase.text)


def _calm(phrases: Sequence[Phrase], kind: str) -> list[Sample]:
    return [Sample(each.text, each.voice, kind) for each in phrases[::CALM_STEP]]


def _respelt(samples: Sequence[Sample], respelling: Respelling) -> list[Sample]:
    return [Sample(respelling.respell(fold(each.text)), each.voice, each.kind) for each in samples]
