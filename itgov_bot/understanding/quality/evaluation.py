"""How well a set of labelled messages is understood. Read by `itgov evaluate`, the bench and the tests."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from itgov_bot.records import dataclass
from itgov_bot.understanding.interpretation import Interpretation
from itgov_bot.understanding.language.word_file import VocabularyError
from itgov_bot.understanding.services.reliability import expected_error, steps_of, wilson

SERVICE, HOURS, CHANNELS = "service", "hours", "channels"
SMALLTALK, OUT_OF_SCOPE = "smalltalk", "out_of_scope"
KINDS = (SERVICE, HOURS, CHANNELS, OUT_OF_SCOPE, SMALLTALK)
Reader = Callable[[str], Interpretation]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message with all services that are right answers (none for some kinds)."""

    text: str
    kind: str
    accept: tuple[str, ...]
    style: str = ""
    voice: str = ""
    """Who wrote it."""


def read_messages(file: Path) -> tuple[Labelled, ...]:
    """JSON lines with `text`, `kind`, `accept` and perhaps `style` and `voice`. Raises VocabularyError naming the line."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError as error:
        raise VocabularyError(f"{file}: no existe ese archivo; revise la ruta") from error
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{file}: no se puede leer en UTF-8") from error
    return tuple(_message(file, number, line) for number, line in enumerate(lines, 1) if line.strip())


def _message(file: Path, number: int, line: str) -> Labelled:
    try:
        item = json.loads(line)
        message = Labelled(
            item["text"], item["kind"], tuple(item["accept"]), item.get("style", ""), item.get("voice", "")
        )
        if message.kind in KINDS and isinstance(message.text, str):
            return message
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    raise VocabularyError(
        f"{file.name}, línea {number}: se espera un objeto JSON con `text`, `kind` y `accept`"
    )


@dataclass(frozen=True)
class Outcome:
    """One message and how it was read."""

    message: Labelled
    found: Interpretation

    @property
    def first(self) -> bool:
        """The likeliest service is a right one."""
        return self.found.best in self.message.accept

    @property
    def in_three(self) -> bool:
        return self._has(3)

    @property
    def helped(self) -> bool:
        """The right card directly, or among the buttons."""
        return self.found.decision != "none" and self._has(self.found.offered)

    @property
    def direct(self) -> bool:
        return self.found.decision == "answer"

    @property
    def refused(self) -> bool:
        return self.found.decision == "none"

    @property
    def right(self) -> bool:
        """What a person who wrote it would call right: helped, or refused where there is nothing to offer."""
        return self.helped if self.message.kind == SERVICE else self.refused or self.first

    @property
    def asked_rightly(self) -> bool:
        """For a question about hours or channels: recognised, with its service first where it names one."""
        right = self.first if self.message.accept else self.refused
        return right and self.found.intent == self.message.kind

    def _has(self, count: int) -> bool:
        return any(candidate.service in self.message.accept for candidate in self.found.candidates[:count])


def outcomes(messages: Iterable[Labelled], read: Reader) -> list[Outcome]:
    """Every message read."""
    return [Outcome(message, read(message.text)) for message in messages]


def measure(found: Sequence[Outcome]) -> dict[str, Any]:
    """The figures of the report; a share without messages is None. `intervals`: in which bounds each may lie, with 95 %.
    `ece`: by how much the probability of the likeliest service is wrong on the average."""
    by_kind = {kind: [each for each in found if each.message.kind == kind] for kind in KINDS}
    services = by_kind[SERVICE]
    judged = judged_of(found)
    direct = [each for each in judged if each.direct]
    facts = {
        "top_1": [each.first for each in services],
        "top_3": [each.in_three for each in services],
        "helped": [each.helped for each in services],
        "direct": [each.direct for each in services],
        "wrong_direct": [not each.first for each in direct],
        "refused": [each.refused for each in by_kind[OUT_OF_SCOPE]],
        "smalltalk": [each.refused for each in by_kind[SMALLTALK]],
        "hours": [each.asked_rightly for each in by_kind[HOURS]],
        "channels": [each.asked_rightly for each in by_kind[CHANNELS]],
    }
    return {
        "messages": len(found),
        **{name: share(known) for name, known in facts.items()},
        "intervals": {name: wilson(sum(known), len(known)) for name, known in facts.items()},
        "ece": expected_error(steps_of(trusted(judged))),
        "by_service": _by(services, lambda each: each.message.accept[0]),
        "by_style": _by(services, lambda each: each.message.style),
        "by_voice": _by(services, lambda each: each.message.voice),
        "confusions": _confusions(judged),
    }


def judged_of(found: Iterable[Outcome]) -> list[Outcome]:
    """The messages for which a card is right or wrong."""
    return [each for each in found if each.message.kind in (SERVICE, OUT_OF_SCOPE, SMALLTALK)]


def trusted(found: Iterable[Outcome]) -> list[tuple[float, bool]]:
    """How likely the best service seemed, and whether it was right."""
    return [
        (each.found.candidates[0].score, each.first) if each.found.candidates else (0.0, False)
        for each in found
    ]


def share(facts: Iterable[bool]) -> float | None:
    """How many are true, from 0 to 1."""
    known = list(facts)
    return round(sum(known) / len(known), 4) if known else None


def _by(found: Sequence[Outcome], key: Callable[[Outcome], str]) -> dict[str, dict[str, Any]]:
    groups: dict[str, list[Outcome]] = {}
    for each in found:
        groups.setdefault(key(each), []).append(each)
    return {
        name: {
            "messages": len(group),
            "top_1": share(each.first for each in group),
            "helped": share(each.helped for each in group),
        }
        for name, group in sorted(groups.items())
    }


def _confusions(found: Sequence[Outcome]) -> list[dict[str, Any]]:
    """What was taken for what, the most frequent first."""
    pairs: Counter[tuple[str, str]] = Counter()
    for each in found:
        expected = each.message.accept[0] if each.message.accept else each.message.kind
        right = each.first if each.message.accept else each.refused
        if not right:
            pairs[expected, each.found.best or "none"] += 1
    return [
        {"expected": expected, "found": got, "times": times}
        for (expected, got), times in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    ]
