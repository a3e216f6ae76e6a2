"""What the words of a count narrow it to: a dependencia, an agent, a service; or that they are nothing that is counted."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people
from itgov_bot.domain.summary import Part, Split
from itgov_bot.understanding.figures.asked import Asked
from itgov_bot.understanding.figures.counts import count_question, further, which_of, without_channel
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.fuzzy import PREFIX_RATIO, closest, likeness
from itgov_bot.understanding.language.where.offices import office_meant

_BETWEEN = frozenset({"a", "de", "del", "e", "o", "para", "por", "y"})
MAX_ABOUT = 6
"""Runs of words that are looked up: who says more tells a story."""


async def parts_meant(turn: Turn, about: Sequence[str]) -> tuple[list[Part], list[str]]:
    """The parts that the words mean, and the words that mean none."""
    found, strange = list[Part](), list(about[MAX_ABOUT:])
    agents = await _agents(turn) if about else {}
    for words in about[:MAX_ABOUT]:
        for one in [words] if _is_one(turn, words, agents) else _pieces(words):
            meant = _as_written(turn, one, agents) or _of_service(turn, one) or _of_place(turn, one)
            found += meant
            strange += [] if meant else [one]
    return found, strange


async def narrowed_further(turn: Turn, last: Asked) -> Asked | None:
    """«¿Cuáles?», of the last count; «¿y los de Carla?»: the same of another part, in the place of one of its kind; None for
    other words."""
    if which := which_of(turn.text, last):
        return which
    said = further(turn.text)
    new = count_question(Asked(last.kind, text=said)) if said else None
    if new is None or new.is_strange or not (new.about or new.channel):
        return None
    parts, strange = await parts_meant(turn, new.about)
    if strange:
        return None
    before = without_channel(fold(last.text)) if new.channel else fold(last.text)
    for words in count_question(last).about:
        old, _ = await parts_meant(turn, [words])
        if {one.by for one in old} & {one.by for one in parts}:
            before = before.replace(words, " ")
    return replace(last, text=f"{before} {said}", goes_on=True)


def _is_one(turn: Turn, words: str, agents: dict[str, int]) -> bool:
    """«Red interna de la oficina» is a name; of «impresoras de Hacienda» the service alone would be heard."""
    named = turn.services_named(words)
    return bool(_as_written(turn, words, agents) or named)


def _as_written(turn: Turn, words: str, agents: dict[str, int]) -> list[Part]:
    """A name as it is written: «internet» is no slip of «interno»."""
    places = [one for one in _of_place(turn, words) if likeness(words, one.key or "") >= PREFIX_RATIO]
    return places or _of_agent(words, agents)


def _of_place(turn: Turn, words: str) -> list[Part]:
    office = office_meant(words, turn.desk.reference.processes.offices)
    return [Part(Split.OFFICE, office)] if office else []


def _of_agent(words: str, agents: dict[str, int]) -> list[Part]:
    agent = closest(words, agents, PREFIX_RATIO)
    return [Part(Split.AGENT, str(agents[agent]))] if agent else []


def _of_service(turn: Turn, words: str) -> list[Part]:
    """Several where the words name them all alike: «internet»."""
    if service := turn.sure_service(words):
        return [Part(Split.SERVICE, service)]
    if turn.interpret(words).decision != "choose":
        return []
    return [Part(Split.SERVICE, one.id) for one in turn.services_named(words)]


async def _agents(turn: Turn) -> dict[str, int]:
    """By their names, as they call themselves."""
    return {f"{one.name} {one.username or ''}".strip(): one.id for one in await people.who_work(turn.desk)}


def _pieces(words: str) -> list[str]:
    """«Impresoras de Hacienda» is two things."""
    pieces, run = list[str](), list[str]()
    for word in [*words.split(), "y"]:
        if word not in _BETWEEN:
            run.append(word)
        elif run:
            pieces.append(" ".join(run))
            run = []
    return pieces
