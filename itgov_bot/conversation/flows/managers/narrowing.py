"""What the words of a count narrow it to: a dependencia, an agent, a service; or that they are nothing that is counted."""

from collections.abc import Sequence, Set
from dataclasses import replace

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people, summary
from itgov_bot.desk.counted.counting import kept_since
from itgov_bot.domain.days import Days
from itgov_bot.domain.summary import OF_NOW, Figure, Narrowed, Part, Split
from itgov_bot.understanding.figures.asked import Asked, Wanted
from itgov_bot.understanding.figures.counts import count_question
from itgov_bot.understanding.figures.further import as_counted, end_asked, further, is_which_alone
from itgov_bot.understanding.figures.going_on import is_linked
from itgov_bot.understanding.figures.settles import SETTLES
from itgov_bot.understanding.language.folding import fold, plain, words_like
from itgov_bot.understanding.language.fuzzy import PREFIX_RATIO, closest, likeness
from itgov_bot.understanding.language.where.offices import department_words, office_meant

_BETWEEN = frozenset({"a", "de", "del", "e", "o", "para", "por", "y"})
_AROUND_SITES = frozenset({"sede", "edificio", "plaza", "barrio", "la", "el", "de", "en"})
_COUNTED_BY_NONE = words_like(
    r"sedes?|edificios?|pisos?|puestos?|mes(?:es)?|sitios?|salas?|casos?|graficas?|paginas?"
)
"""What cases are not kept by, and no service of its own, whatever service has such a word in its name."""
_MAY_BE_OF_PARTS = frozenset({Wanted.BOARD, Wanted.COMPARE, Wanted.SUMMARY, Wanted.GREEN, Wanted.RED})
MAX_WORDS = 14
MAX_WRITTEN = 24
"""Characters, so that a button holds it."""
MAX_ABOUT = 6
"""Runs of words that are looked up: who says more tells a story."""


async def parts_meant(turn: Turn, about: Sequence[str]) -> tuple[list[Part], list[str]]:
    """The parts that the words mean, and the words that mean none."""
    found, strange = list[Part](), list(about[MAX_ABOUT:])
    agents = await _agents(turn) if about else {}
    for words in about[:MAX_ABOUT]:
        for one in [words] if _is_one(turn, words, agents) else _pieces(words):
            meant = (
                _as_written(turn, one, agents)
                or _of_site(turn, one)
                or _of_service(turn, one)
                or _of_place(turn, one)
                or await _as_people_wrote(turn, one)
            )
            found += meant
            strange += [] if meant else [one]
    return found, strange


async def narrowed_further(turn: Turn, last: Asked) -> Asked | None:
    """What goes on from a count, or from a summary. All that is not told anew stays as it was; None for other words."""
    is_of_summary, last = last.kind is Wanted.SUMMARY, as_counted(last)
    before = count_question(last)
    if is_which_alone(turn.text):
        return replace(last, counted=replace(before, lists=True, by=None, is_duration=False), goes_on=True)
    if before.by and (end := end_asked(turn.text)):
        return replace(last, counted=replace(before, is_least=end == "menos"), goes_on=True)
    found = None if before.is_strange else further(turn.text, last, turn.local_now.date())
    if found is None or _names_indicator(turn) or not found.is_counted(before):
        return None
    if is_of_summary and not (found.is_among or found.new.is_figure_told or found.new.about):
        return None  # of other days it is the summary
    parts, strange = await parts_meant(turn, found.new.about)
    if strange or (await parts_meant(turn, before.about))[1]:
        return None
    kept = [] if found.is_of_all else await _kept(turn, before.about, {one.kind for one in parts})
    counted = replace(found.over(before), about=(*kept, *found.new.about))
    return replace(last, times=found.times or last.times, counted=counted, goes_on=True)


def is_of_part(last: Asked) -> bool:
    """«¿Cómo va Carla?»: a summary of one part of the cases."""
    return last.kind is Wanted.SUMMARY and bool(count_question(last).about)


async def of_one_named(turn: Turn, last: Asked) -> Asked | None:
    """«¿Y en Hacienda?», after the board; «¿y Darío?», after how Carla does: what came, what was solved, what waits."""
    question = count_question(Asked(Wanted.SUMMARY, text=turn.text))
    if not is_linked(turn.text) or len(question.about) != 1 or _names_indicator(turn):
        return None
    parts, strange = await parts_meant(turn, question.about)
    is_one = len(parts) == 1 and not strange and parts[0].kind in (Split.OFFICE, Split.AGENT)
    return Asked(Wanted.SUMMARY, times=last.times, text=turn.text) if is_one else None


async def _kept(turn: Turn, about: Sequence[str], replaced: Set[Split]) -> list[str]:
    """The words of before that mean no part of a kind that is told anew."""
    means = [(words, {one.kind for one in (await parts_meant(turn, [words]))[0]}) for words in about]
    return [words for words, kinds in means if not kinds & replaced]


async def of_parts(turn: Turn, asked: Asked) -> Asked:
    """«Carla vs. Darío este mes», «Hacienda contra Planeación»: what names two agents or two dependencias asks for their
    cases, whatever else it is like."""
    if asked.kind not in _MAY_BE_OF_PARTS or asked.indicators or len(asked.text.split()) > MAX_WORDS:
        return asked
    question = count_question(asked)
    parts, strange = await parts_meant(turn, question.about)
    several = {one.by for one in parts if [other.by for other in parts].count(one.by) > 1} - {Split.SERVICE}
    is_of_notes = SETTLES[Wanted.RATINGS].search(fold(asked.text)) is not None
    kind = Wanted.RATINGS if is_of_notes else Wanted.CASES
    return replace(asked, kind=kind) if several and not strange else asked


async def of_services(turn: Turn, asked: Asked) -> Asked:
    """«Cuántos correos atendimos»: what was solved or received of a service is counted in cases."""
    question = count_question(asked) if asked.kind is Wanted.CASES else None
    if question is None or not (question.is_strange and question.is_figure_told):
        return asked
    _, strange = await parts_meant(turn, question.about)
    is_sure = any(turn.sure_service(words) or _is_in_a_name(turn, words) for words in question.about)
    is_counted = is_sure and not strange and question.figure not in OF_NOW
    return replace(asked, counted=replace(question, is_strange=False)) if is_counted else asked


def _is_in_a_name(turn: Turn, words: str) -> bool:
    """«Claves»: one service alone has the word, as it is written, in what it is called."""
    labels = (plain(one.label).split() for one in turn.desk.reference.catalog.services)
    return sum(words in label for label in labels) == 1


def _names_indicator(turn: Turn) -> bool:
    """In several words: «soporte remoto»."""
    return len(turn.understanding.figures.names.named(fold(turn.text)).places) > 1


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


async def _as_people_wrote(turn: Turn, words: str) -> list[Part]:
    """A dependencia that the process model does not name, and some case does."""
    if not (department_words(words) and len(words) <= MAX_WRITTEN):
        return []
    part, today = Part(Split.PLACE, words), turn.local_now.date()
    ever = Days(await kept_since(turn.desk), today)
    return [part] if await summary.some(turn.desk, Figure.RECEIVED, ever, Narrowed((part,)), limit=1) else []


def _of_site(turn: Turn, words: str) -> list[Part]:
    """«Manga», «la sede de Manga»: what is said of no site is no name of one."""
    said = [word for word in plain(words).split() if word not in _AROUND_SITES]
    sites = turn.understanding.words.known.sites
    return [Part(Split.SITE, said[0])] if len(said) == 1 and said[0] in sites else []


def _of_agent(words: str, agents: dict[str, int]) -> list[Part]:
    agent = closest(words, agents, PREFIX_RATIO)
    return [Part(Split.AGENT, str(agents[agent]))] if agent else []


def _of_service(turn: Turn, words: str) -> list[Part]:
    """Several where the words name them all alike: «internet»."""
    if _COUNTED_BY_NONE.fullmatch(words):
        return []
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
