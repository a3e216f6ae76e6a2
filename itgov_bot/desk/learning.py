"""Learning with a person in the loop: keeping what was not understood, without personal data."""

import asyncio
from collections.abc import Callable, Sequence

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.learning import Lesson, Unmatched
from itgov_bot.domain.people import Person
from itgov_bot.storage import unmatched
from itgov_bot.storage.database import Session
from itgov_bot.understanding import Phrase, Understanding
from itgov_bot.understanding.quality import lessons
from itgov_bot.understanding.quality.lessons import Change


async def note_unmatched(desk: Desk, text: str, chosen: str | None) -> None:
    """Keeps a message that found no service, or (with `chosen`) found it only after the person looked further."""
    cleaned = desk.reference.scrubber.scrub(text).lower()
    if cleaned:
        await unmatched.note(desk.session, cleaned, chosen, desk.now)


async def effect_of(
    understanding: Understanding, lesson: Lesson, known: Callable[[], Sequence[Phrase]]
) -> tuple[Change, ...]:
    """What it would change; beside the event loop, as some hundred messages are read for it."""
    phrase = Phrase(lesson.item.text, lesson.label)
    return await asyncio.to_thread(lambda: lessons.effect_of(understanding, phrase, known()))


async def next_to_learn(desk: Desk, after: int = 0) -> Unmatched | None:
    """The most frequent undecided message; `after` skips the ones an administrator passed over."""
    since = desk.now - desk.reference.agreements.learning.suggested_for
    waiting = await unmatched.undecided(desk.session, after + 1, since)
    return waiting[after] if after < len(waiting) else None


async def get(desk: Desk, item: int) -> Unmatched | None:
    return await unmatched.get(desk.session, item)


async def decided(desk: Desk) -> list[Unmatched]:
    """What was taught, and what was dismissed, the newest first."""
    return (await unmatched.decided(desk.session))[::-1]


async def learned_phrases(session: Session) -> list[Phrase]:
    """What administrators taught, as phrases for the understanding."""
    return [Phrase(one.text, one.label or "") for one in await unmatched.taught(session)]


async def teach(desk: Desk, item: int, label: str, by: Person) -> None:
    """`label` is a service id, out_of_scope, or one of `DISMISSED` for what is not to be learnt."""
    await unmatched.decide(desk.session, item, label, by.id, desk.now)


async def unlearn(desk: Desk, item: int, by: Person) -> Unmatched | None:
    """Takes a decision back; None when there is none."""
    found = await unmatched.get(desk.session, item)
    if found is None or found.label is None:
        return None
    await unmatched.decide(desk.session, item, None, by.id, desk.now)
    return found
