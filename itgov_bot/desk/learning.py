"""Learning with a person in the loop: keeping what was not understood, without personal data."""

import asyncio
from collections.abc import Sequence

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.learning import Unmatched
from itgov_bot.domain.people import Person
from itgov_bot.storage import unmatched
from itgov_bot.storage.database import Session
from itgov_bot.understanding import Phrase, Understanding
from itgov_bot.understanding.quality import evaluation
from itgov_bot.understanding.quality.evaluation import Effect, Labelled


async def note_unmatched(desk: Desk, text: str, chosen: str | None) -> None:
    """Keeps a message that found no service, or (with `chosen`) found it only after the person looked further."""
    cleaned = desk.reference.scrubber.scrub(text).lower()
    if cleaned:
        await unmatched.note(desk.session, cleaned, chosen, desk.now)


async def effect_of(understanding: Understanding, phrase: Phrase, labelled: Sequence[Labelled]) -> Effect:
    """What the phrase would change; beside the event loop, as hundreds of messages are read for it."""
    return await asyncio.to_thread(evaluation.effect_of, understanding, phrase, labelled)


async def next_to_learn(desk: Desk, after: int = 0) -> Unmatched | None:
    """The most frequent undecided message; `after` skips the ones an administrator passed over."""
    waiting = await unmatched.undecided(desk.session, after + 1)
    return waiting[after] if after < len(waiting) else None


async def get(desk: Desk, item: int) -> Unmatched | None:
    return await unmatched.get(desk.session, item)


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
