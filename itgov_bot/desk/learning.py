"""Learning with a person in the loop: keeping what was not understood, without personal data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.people import Person
from itgov_bot.domain.scrubbing import LONGEST as LONGEST
from itgov_bot.domain.scrubbing import scrub as scrub
from itgov_bot.storage import unmatched
from itgov_bot.storage.database import Session
from itgov_bot.storage.unmatched import Unmatched
from itgov_bot.understanding import Phrase, Understanding
from itgov_bot.understanding.evaluation import Labelled, outcomes


async def note_unmatched(desk: Desk, text: str, chosen: str | None) -> None:
    """Keeps a message that found no service, or (with `chosen`) found it only after the person looked further."""
    cleaned = scrub(text).lower()
    if cleaned:
        await unmatched.note(desk.session, cleaned, chosen, desk.now)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a new phrase would change on the labelled messages: how many get better, worse, or only other."""

    messages: int
    better: tuple[str, ...]
    worse: tuple[str, ...]


def effect_of(mind: Understanding, phrase: Phrase, labelled: Sequence[Labelled]) -> Effect:
    """Reads every labelled message with and without the phrase. Nothing is applied."""
    with_it = mind.with_learned([*mind.learned, phrase])
    before = outcomes(labelled, mind.understand)
    after = outcomes(labelled, with_it.understand)
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old.right != new.right]
    return Effect(
        len(labelled),
        tuple(new.message.text for _, new in pairs if new.right),
        tuple(new.message.text for _, new in pairs if not new.right),
    )


async def next_to_learn(desk: Desk, after: int = 0) -> Unmatched | None:
    """The most frequent undecided message; `after` skips the ones an administrator passed over."""
    waiting = await unmatched.undecided(desk.session, after + 1)
    return waiting[after] if after < len(waiting) else None


async def learned_phrases(session: Session) -> list[Phrase]:
    """What administrators taught, as phrases for the understanding."""
    return [Phrase(one.text, one.label or "") for one in await unmatched.decided(session)]


async def teach(desk: Desk, item: int, label: str, by: Person) -> None:
    """`label` is a service id, out_of_scope, or `ignored` for what is not worth learning."""
    await unmatched.decide(desk.session, item, label, by.id, desk.now)


async def unlearn_last(desk: Desk, by: Person) -> Unmatched | None:
    """Takes the last decision back; None when there is none."""
    decided = await unmatched.decided(desk.session)
    if not decided:
        return None
    await unmatched.decide(desk.session, decided[-1].id, None, by.id, desk.now)
    return decided[-1]
