"""Whom and what the words of a question about the queue name: agents, a dependencia, or words to look for."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.queue import QueueFilter
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.fuzzy import PREFIX_RATIO, likeness, near
from itgov_bot.understanding.language.queue.asked import QueueAsked, Run
from itgov_bot.understanding.language.where.offices import office_meant
from itgov_bot.wording.names import agent_name


async def with_names(turn: Turn, asked: QueueAsked) -> QueueFilter:
    """Behind «de» stands an agent or a dependencia, where one is called so; everything else is looked for."""
    wanted = asked.cut
    agents = await people.who_work(turn.desk) if asked.runs else []
    for run, following in zip_longest(asked.runs, asked.runs[1:]):
        office = _office(turn, run, following)
        if run.is_of and (named := agents_named(run.words, agents)):
            wanted = replace(wanted, agents=tuple(one.id for one in named))
        elif run.is_of and office:
            wanted = replace(wanted, office=office)
        else:
            wanted = replace(wanted, words=(*wanted.words, *fold(run.words).replace(":", " ").split()))
    return replace(wanted, open_alone=asked.is_of_open and bool(wanted.words))


def is_called(person: Person, words: Sequence[str]) -> bool:
    """Whether the words (folded) are all of a person's name."""
    name = fold(f"{person.name or ''} {person.username or ''}").split()
    return all(any(part.startswith(word.lstrip("@")) for part in name) for word in words)


def agents_named(words: str, agents: Sequence[Person]) -> list[Person]:
    """All who are called so: «Ana» may be two, and both are meant as long as nothing else is said."""
    shown = {one.id: f"{agent_name(one)} {one.username or ''}" for one in agents}
    meant = set(near(words.lstrip("@"), shown.values(), PREFIX_RATIO))
    return [one for one in agents if shown[one.id] in meant]


def _office(turn: Turn, run: Run, following: Run | None) -> str | None:
    """«Secretaría de Hacienda» is one name, though «de» stands in it."""
    offices = turn.desk.reference.processes.offices
    whole = [f"{run.words} {following.words}"] if following else []
    found = [office for said in (*whole, run.words) if (office := office_meant(said, offices))]
    return next((one for one in found if likeness(run.words, one) >= PREFIX_RATIO), None)
