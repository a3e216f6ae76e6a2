"""Understanding: time per message beside rapidfuzz, a catalogue of 5,000 services, accuracy beside the baselines.

`python -m bench.understanding`; one core is enough, the large catalogue is made of nonsense words and bounded in time.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from rapidfuzz import fuzz, process, utils

from bench.baselines import measure_baselines
from itgov_bot.settings import ROOT
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.calibration import read_calibration
from itgov_bot.understanding.model import Model
from itgov_bot.understanding.quality.evaluation import KINDS, measure, outcomes, read_messages
from itgov_bot.understanding.services.counting import as_matrix, learn
from itgov_bot.understanding.services.features import Features
from itgov_bot.understanding.services.phrases import Phrase, read_phrases
from itgov_bot.understanding.services.reliability import wilson
from itgov_bot.understanding.services.subjects import Subject, Subjects
from itgov_bot.understanding.services.tokens import Terms
from itgov_bot.understanding.services.trust import UNFITTED
from itgov_bot.understanding.services.weights import Weights
from itgov_bot.understanding.urgency.classifier import UrgencyClassifier
from itgov_bot.understanding.words import Words

Result = TypeVar("Result")
MESSAGES = ROOT / "tests" / "understanding" / "messages" / "messages.jsonl"
SERVICES, PHRASES, QUERIES = 5_000, 100_000, 200
LEARNED = 1_000
SYLLABLES = [one + two for one in "bcdfglmnprstv" for two in ("a", "e", "i", "o", "u", "an", "er", "os")]


def main() -> None:
    folder = Path(tempfile.gettempdir()) / "itgov-bench"
    understanding, seconds = timed(lambda: Understanding.train(ROOT / "data", folder))
    print(f"training                      {seconds:6.1f} s")
    understanding, seconds = timed(lambda: Understanding.load(ROOT / "data", folder))
    print(f"loading the kept model        {seconds:6.2f} s")
    messages = read_messages(MESSAGES)
    texts = [message.text for message in messages]
    written = [
        each for each in read_phrases(ROOT / "data", understanding.subjects.ids) if not each.is_urgency
    ]
    phrases = [phrase.text for phrase in written]
    name = f"rapidfuzz extractOne, {len(phrases)} phrases (baseline)"
    base = show(name, texts[::6], lambda text: nearest(text, phrases))
    show("understand, ours", texts * 3, understanding.match, base)
    lessons = [Phrase(each.text, each.subject) for each in random.Random(7).sample(written, LEARNED)]
    show(
        f"the same with {LEARNED} learned phrases",
        texts * 3,
        understanding.with_learned(lessons).match,
        base,
    )
    hearing = with_meaning(understanding, folder)
    if hearing.meaning:
        show("the same with the extra `semantic`", texts, hearing.match, base)
    large_catalogue(understanding.words, understanding.model.urgency)
    print(f"\n{'messages by authors of no phrase (95 %)':45} {'top-1':22} top-3")
    figures = measure(outcomes(messages, understanding.match))
    print(f"{'ours':45} {bounded(figures, 'top_1')}   {bounded(figures, 'top_3')}")
    if hearing.meaning:
        heard = measure(outcomes(messages, hearing.match))
        print(f"{'ours with the extra `semantic`':45} {bounded(heard, 'top_1')}   {bounded(heard, 'top_3')}")
    for name, row in measure_baselines(understanding.subjects, messages).items():
        print(f"{name:45} {row['top_1']:.3f} {'':16} {row['top_3']:.3f}")
    for name in ("helped", "direct", "wrong_direct", "refused", "smalltalk", "hours", "channels"):
        print(f"  {name:43} {bounded(figures, name)}")
    print(f"  {'error of the probabilities (ECE)':43} {figures['ece']:.3f}")
    by_author()


def by_author() -> None:
    """Each author's phrases placed by those of the others: figures of `itgov train`, with their bounds."""
    calibration = read_calibration(ROOT / "data")
    if calibration:
        print("\nphrases of each author, placed by the others'   top-1")
        for voice, row in calibration.quality["voices"].items():
            low, high = wilson(round(row["top_1"] * row["phrases"]), row["phrases"]) or (0, 1)
            print(f"{voice:38} {row['phrases']:6} {row['top_1']:.3f} [{low:.3f}, {high:.3f}]")


def bounded(figures: Mapping[str, Any], name: str) -> str:
    low, high = figures["intervals"][name]
    return f"{figures[name]:.3f} [{low:.3f}, {high:.3f}]"


def with_meaning(understanding: Understanding, folder: Path) -> Understanding:
    """The same, if no encoder is installed; or else the phrases are encoded first, which takes minutes once."""
    steps, seconds = timed(lambda: list(understanding.learn_meaning(ROOT / "data", folder)))
    if steps and steps[-1]:
        print(f"encoding the phrases          {seconds:6.1f} s")
        return understanding.with_meaning(steps[-1])
    return understanding


def large_catalogue(words: Words, urgency: UrgencyClassifier) -> None:
    """Weights of a cheap kind (the mean of each service's phrases): what counts here is the time of a query."""
    chance = random.Random(7)
    lexicon = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(20_000)]
    own = [chance.sample(lexicon, 30) for _ in range(SERVICES)]
    said = [" ".join(chance.sample(own[place % SERVICES], chance.randint(3, 7))) for place in range(PHRASES)]
    (features, weights), seconds = timed(lambda: mean_weights(said))
    print(f"\n{SERVICES} services, {PHRASES} phrases, {len(features)} features, made in {seconds:.0f} s")
    nothing = np.zeros((len(features), len(KINDS)))
    intents = Weights.from_dense(KINDS, nothing, np.zeros(len(KINDS)))
    model = Model(features, weights, intents, UNFITTED, urgency)
    services = tuple(Subject(label, (), label, label) for label in weights.labels)
    understanding = Understanding(model, Subjects(services, {}), words)
    asked = chance.sample(said, QUERIES)
    base = show("rapidfuzz extractOne (baseline)", asked[:10], lambda text: nearest(text, said))
    show("understand, ours", asked, understanding.match, base)


def mean_weights(said: Sequence[str]) -> tuple[Features, Weights]:
    """Features of a sample (their number stays that of a real vocabulary), and per service the sum of its rows."""
    from scipy.sparse import csr_matrix

    features, _ = learn(said[: PHRASES // 10], Terms({}))
    rows = [features.row(text) for text in said]
    owner = csr_matrix((np.ones(len(said)), (np.arange(len(said)) % SERVICES, np.arange(len(said)))))
    told = as_matrix(rows, len(features))
    matrix = csr_matrix((told.data, told.columns, told.starts), shape=(len(told), told.width))
    sums = (owner @ matrix).T.tocsr()
    labels = tuple(f"SER-{place:04d}" for place in range(SERVICES))
    values, bias = sums.data.astype(np.float32), np.zeros(SERVICES, np.float32)
    return features, Weights(labels, sums.indptr.astype(np.int64), sums.indices, values, bias).thinned()


def nearest(text: str, phrases: Sequence[str]) -> object:
    return process.extractOne(text, phrases, scorer=fuzz.WRatio, processor=utils.default_process)


def show(
    name: str, texts: Sequence[str], act: Callable[[str], object], baseline: float | None = None
) -> float:
    """Prints and returns the median, in milliseconds, and its ratio to the baseline of the same run."""
    act(texts[0])
    spent = sorted(timed(partial(act, text))[1] * 1000 for text in texts)
    slow = spent[min(len(spent) - 1, int(len(spent) * 0.99))]
    median = statistics.median(spent)
    print(f"{name:52} median {median:7.2f} ms   p99 {slow:7.2f} ms   {median / (baseline or median):6.3f}")
    return median


def timed(act: Callable[[], Result]) -> tuple[Result, float]:
    start = time.perf_counter()
    result = act()
    return result, time.perf_counter() - start


if __name__ == "__main__":
    main()
