"""`/exportar`: tickets to a file, for who sees how the desk does. Each button carries the whole choice."""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from itgov_bot.conversation.flows.managers import report
from itgov_bot.conversation.flows.managers.narrowing import parts_meant
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import exporting, summary
from itgov_bot.domain.catalog import normal_id
from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import may_administer, may_see_indicators
from itgov_bot.domain.summary import OF_NOW, Figure, Part, Split
from itgov_bot.domain.tickets.export import NO_SERVICE, part_in
from itgov_bot.patterns import regex
from itgov_bot.replies import Export, Reply
from itgov_bot.understanding.figures.asked import Asked, Wanted
from itgov_bot.understanding.figures.counts import count_question
from itgov_bot.understanding.figures.files import (
    begins_export,
    by_another_way,
    column_told,
    format_told,
    is_of_cases,
    may_go_on,
    wants_file_of_cases,
    without_file_words,
)
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.time.stretches import find_stretch, find_times
from itgov_bot.wording import general
from itgov_bot.wording.managers import exports as words
from itgov_bot.wording.managers.exports import ALL, ANY
from itgov_bot.wording.managers.summary.names import key_of, part_name, print_of

log = structlog.get_logger(__name__)

MAX_GOING_ON = 8
"""Words of what goes on from a file."""
_SERVICES_PAGE = regex(r"svc(\d{0,2})")
_FORMATS = {"xlsx", "csv", "xlsxc"}
WITH_CONTACTS = "xlsxc"
_STATES = {
    Figure.SOLVED: "done",
    Figure.RATED: "done",
    Figure.RATED_LOW: "done",
    Figure.CANCELLED: "cancelled",
}
"""In which state the cases of a figure are; of any other in any."""
TAKES_LONG = 10_000
"""Tickets from which a file takes some seconds, so that it is announced."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The choice of a file, as it stands in a button; without a `kind` its format is asked for."""

    period: str | None = None
    service: str = ANY
    state: str = ANY
    kind: str | None = None


async def ask(turn: Turn, rest: str) -> None:
    """`/exportar`, or with a period and a service: `/exportar noviembre`, `/exportar 2026-T4 SER-004`."""
    service, told = _service_told(turn, rest)
    if not rest:
        turn.say(words.ask_period(turn.local_now.date()))
    elif period := _period_told(turn, told) or (ALL if service and not told else None):
        await _summary(turn, period, service or ANY, ANY)
    else:
        turn.say(words.no_such_period(told or rest))


async def ask_of(
    turn: Turn, times: Sequence[Stretch], text: str, before: Taken | None = None, last: Asked | None = None
) -> None:
    """The cases of a stretch that was spoken of, in the format that was told; what is not told is as it was `before`, as the
    `last` question counted it, or asked for."""
    kind = format_told(text)
    column, text = column_told(text)
    if column:
        turn.say(words.in_column(column))
    before = before or await _counted(turn, last)
    of = Stretch.together(times)
    period = _code(of) if of else before.period
    kind = kind if kind in _FORMATS else before.kind
    parts, _ = await _parts(turn, text)
    services = [one for one in parts if one.by is Split.SERVICE]
    service = code_of(parts[0]) if parts else before.service
    if len({one.by for one in parts}) > 1:
        turn.say(words.file_of_one(await _name(turn, service)))
    if period and len(services) > 1:
        await _services(turn, period, before.state, 0)
    elif period and kind and await exporting.count(turn.desk, _export(turn, period, service, before.state)):
        await _send(turn, period, service, before.state, kind)
    elif period:
        await _summary(turn, period, service, before.state)
    else:
        only = await _only(turn, service, before.state)
        turn.say(words.ask_period(turn.local_now.date(), service, before.state, only))


async def _counted(turn: Turn, last: Asked | None) -> Taken:
    """What a count was of: its days, the first of its parts, and the state that its figure is of."""
    if last is None or last.kind not in (Wanted.CASES, Wanted.RATINGS):
        return Taken()
    question = count_question(last)
    parts = [*(await parts_meant(turn, question.about))[0], *question.told]
    state = "live" if question.figure in OF_NOW else _STATES.get(question.figure, ANY)
    days = None if question.figure in OF_NOW else question.days
    period = ALL if question.figure in OF_NOW else _period(days.code) if days else None
    return Taken(period, code_of(parts[0]) if parts else ANY, state)


def code_of(part: Part) -> str:
    """As it stands in the place of a service."""
    return part.key or NO_SERVICE if part.by is Split.SERVICE else f"{part.by}.{key_of(part)}"


async def wants_export(turn: Turn) -> bool:
    """A reader, before those of orders: «páseme los casos de noviembre en Excel» passes none to anybody."""
    if turn.files.kept or not turn.text:
        return False
    told = find_times(turn.text, turn.local_now.date()).told
    wants_file = wants_file_of_cases(turn.text, of_cases_alone=not may_see_indicators(turn.roles))
    if not (wants_file and (told or is_of_cases(turn.text) or begins_export(turn.text))):  # «necesito Excel»
        return await _goes_on(turn, told)
    await ask_of(turn, told, turn.text)
    return True


async def _goes_on(turn: Turn, told: Sequence[Stretch]) -> bool:
    """«Y los de septiembre», «solo los de impresoras», «mejor en CSV», just after a file: the same of that."""
    last = await turn.last_replies(1)
    before = _taken(last[0]) if last else None
    of_indicators = last[0].report if last else None
    if not (before or of_indicators) or len(turn.text.split()) > MAX_GOING_ON:
        return False
    is_of_others = before is not None and is_of_cases(turn.text) is False
    if is_of_others or is_question(turn.text) or not may_go_on(turn.text):
        return False
    if by_another_way(turn.text):
        turn.say(words.only_here())
        return True
    parts, strange = await _parts(turn, turn.text)
    if strange or not (told or parts or format_told(turn.text)):
        return False
    if before:
        await ask_of(turn, told, turn.text, before)
    elif of_indicators and not parts:
        year = told[-1].last.year if told else of_indicators.year
        await report.take_away(turn, year, format_told(turn.text) or of_indicators.format)
    return before is not None or not parts


async def names_some(turn: Turn, text: str) -> bool:
    """Whether a file is asked for of a service, a dependencia or an agent: one of cases."""
    parts, strange = await _parts(turn, text)
    return bool(parts) and not strange


async def _parts(turn: Turn, text: str) -> tuple[list[Part], list[str]]:
    question = count_question(Asked(Wanted.EXPORT, text=without_file_words(text)))
    parts, strange = await parts_meant(turn, question.about)
    return [*parts, *question.told], strange


def _taken(reply: Reply) -> Taken | None:
    """What was taken away with a reply, or is offered by it."""
    if file := reply.export:
        period = file.file_name.removeprefix("casos-").rpartition(".")[0]
        state = next((key for key, _, found in words.STATE_CHOICES if tuple(found) == file.states), ANY)
        kind = WITH_CONTACTS if file.contacts else file.format
        part = part_in(file.service or "")
        service = code_of(part) if part else file.service or ANY
        return Taken(ALL if period == "todos" else period, service, state, kind)
    asked = next((one.data for one in reply.choices if one.data.startswith(words.data(""))), "")
    period, service, state, *_ = (*asked.split(":")[1:], "", "", "")
    return Taken(period, service, state) if period and _period(period) else None


async def press(turn: Turn, rest: str) -> None:
    """`exp:2026-11:SER-004:live:csv`."""
    period, service, state, what = (*rest.split(":"), "", "", "", "")[:4]
    service, state = service or ANY, state or ANY
    if not _period(period) or not _is_service(turn, service):
        await ask(turn, "")
    elif what in _FORMATS:
        await _send(turn, period, service, state, what)
    elif page := _SERVICES_PAGE.fullmatch(what):
        await _services(turn, period, state, int(page[1] or 0))
    elif what == "st":
        turn.say(words.ask_state(period, service))
    else:
        await _summary(turn, period, service, state)


async def _summary(turn: Turn, period: str, service: str, state: str) -> None:
    count = await exporting.count(turn.desk, _export(turn, period, service, state))
    name = await _name(turn, service)
    contacts = may_administer(turn.roles)
    turn.say(words.ask_format(period, service, state, count=count, service_name=name, contacts=contacts))


async def _services(turn: Turn, period: str, state: str, page: int) -> None:
    found = await exporting.services(turn.desk, _export(turn, period, ANY, state))
    named = [(key, words.service_name(key, turn.desk.service(key)), count) for key, count in found]
    turn.say(words.ask_service(period, state, named, page))


async def _send(turn: Turn, period: str, service: str, state: str, what: str) -> None:
    """The file is written when the reply leaves: it takes too long to happen inside a turn."""
    if what == WITH_CONTACTS and not may_administer(turn.roles):
        turn.say(general.not_for_your_role(may_administer))
        return
    export = _export(turn, period, service, state, what)
    count = await exporting.count(turn.desk, export)
    if not count:
        turn.say(words.nothing_left())
        return
    log.info("tickets exported", person=turn.person.id, count=count, contacts=export.contacts)
    if count >= TAKES_LONG:
        turn.say(words.being_made(count))
    turn.say(words.file_of(turn.city, export, period, count, await _only(turn, service, state)))


async def _only(turn: Turn, service: str, state: str) -> list[str]:
    """Of which cases alone a file is."""
    only = [await _name(turn, service)] if service != ANY else []
    return only + ([words.state_name(state)] if state != ANY else [])


async def _name(turn: Turn, code: str) -> str:
    if part := _part_of(turn, code):
        return part_name((await summary.named(turn.desk, [part]))[0])
    return words.service_name(code, turn.desk.service(code))


def _part_of(turn: Turn, code: str) -> Part | None:
    """A dependencia stands in a button by its print."""
    part = part_in(code)
    if part is None or part.by is not Split.OFFICE:
        return part
    offices = turn.desk.reference.processes.offices
    return next((Part(part.by, one) for one in offices if part.key in (one, print_of(one))), None)


def _export(turn: Turn, period: str, service: str, state: str, what: str = "xlsx") -> Export:
    span = words.days_of(period)
    begins, ends = span.span(turn.desk.calendars.general.zone) if span else (None, None)
    part = _part_of(turn, service)
    states = next((found for key, _, found in words.STATE_CHOICES if key == state), ())
    return Export(
        format="csv" if what == "csv" else "xlsx",
        file_name=f"casos-{'todos' if period == ALL else period}.{'csv' if what == 'csv' else 'xlsx'}",
        opened_from=begins.isoformat() if begins else None,
        opened_before=ends.isoformat() if ends else None,
        service=f"{part.by}.{part.key}" if part else None if service == ANY else service,
        states=tuple(states),
        contacts=what == WITH_CONTACTS,
    )


def _is_service(turn: Turn, key: str) -> bool:
    return key in (ANY, NO_SERVICE) or turn.desk.service(key) is not None or _part_of(turn, key) is not None


def _service_told(turn: Turn, text: str) -> tuple[str | None, str]:
    """The service whose id is among the words, and the other words."""
    named = {word: service.id for word in text.split() if (service := turn.desk.service(normal_id(word)))}
    return next(iter(named.values()), None), " ".join(word for word in text.split() if word not in named)


def _period_told(turn: Turn, text: str) -> str | None:
    """As people say it («este mes», «T4», «todo»), and as it stands in a button."""
    if text.strip().lower() in ("todo", "todos"):
        return ALL
    told = find_stretch(text, turn.local_now.date())
    return _code(told) if told else _period(text)


def _code(told: Stretch) -> str | None:
    return _period(str(told.period) if told.period else Days(told.first, told.last).code)


def _period(text: str) -> str | None:
    """As it stands in a button: `2026-11`, `2026-Q1`, `2026`, `20260701-20261130`, `all`."""
    try:
        words.days_of(text)
    except ValueError:
        return None
    return text
