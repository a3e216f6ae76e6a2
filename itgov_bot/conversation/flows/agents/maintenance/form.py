"""The form of planned maintenance: what, from when until when, which service; shown back before it is announced."""

from dataclasses import replace
from datetime import datetime

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import MaintenanceForm
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk import maintenance
from itgov_bot.domain.calendar import Span
from itgov_bot.domain.maintenance import Maintenance, MaintenancePlan, SpanProblem, problem_with
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.maintenance import names_more_than_maintenance
from itgov_bot.understanding.language.time.beside_time import time_told, told_beside_time
from itgov_bot.understanding.language.time.moved_spans import moved_span
from itgov_bot.understanding.language.time.spans import (
    find_finish,
    find_moment,
    find_span,
    told_apart_from_what,
)
from itgov_bot.wording import forms as any_form
from itgov_bot.wording.agents import maintenance as words
from itgov_bot.wording.agents import maintenance_form as form_words
from itgov_bot.wording.text import when

OFFERED = 4
MIN_LETTERS = 4
BESIDE_A_TIME = 5
"""So many words may stand beside another time; what says more is of something else."""


async def begin(turn: Turn, told: str) -> None:
    """`told`: its time and its matter, apart by a colon or in one sentence; or either of them alone."""
    form = MaintenanceForm(step="what", moving=None)
    turn.state.start(form)
    time, what = told_apart_from_what(told)
    is_apart = bool(what) and find_span(time, turn.local_now) is not None
    await begin_with(turn, form, time if is_apart else told, what if is_apart else told_beside_time(told))


async def begin_with(turn: Turn, form: MaintenanceForm, when: str, what: str) -> None:
    """What is missing is asked."""
    matter = what if names_more_than_maintenance(what) else ""
    form = _with_service(turn, replace(form, text=matter[: words.MAX_TEXT]))
    told = time_told(when)
    span = find_span(when, turn.local_now) or find_span(told, turn.local_now)
    if span and (problem := problem_with(span, turn.now)):
        turn.say(form_words.impossible(problem))
    elif span:
        form = replace(form, starts_at=span[0], ends_at=span[1])
    else:
        form = replace(form, starts_at=find_moment(when, turn.local_now) or find_moment(told, turn.local_now))
    await _go_next(turn, form)


async def begin_move(turn: Turn, one: Maintenance, told: str = "") -> None:
    """Another time for what is announced already; `told` may say which, and is shown back."""
    plan = one.plan
    form = MaintenanceForm(step="start", moving=one.id, text=plan.text, service=plan.service, is_sorted=True)
    turn.state.start(form)
    span = moved_span(told, _local(turn, plan.span), turn.local_now) if told else None
    if span and span != _local(turn, plan.span):
        await _keep_span(turn, form, *span)
    else:
        await forms.ask(turn, form)


def _local(turn: Turn, span: Span) -> Span:
    calendar = turn.desk.calendars.general
    return calendar.local(span[0]), calendar.local(span[1])


def _with_service(turn: Turn, form: MaintenanceForm) -> MaintenanceForm:
    """The service that the words name, or surely are about; what is only guessed is asked."""
    if form.is_sorted or not form.text:
        return form
    named = turn.service_named(form.text)
    service = named.id if named else turn.sure_service(form.text)
    return replace(form, service=service, is_sorted=True) if service else form


async def _go_next(turn: Turn, form: MaintenanceForm) -> None:
    await forms.go(turn, form, _missing(form))


def _missing(form: MaintenanceForm) -> str:
    if not form.text:
        return "what"
    if form.starts_at is None:
        return "start"
    if form.ends_at is None:
        return "end"
    return "confirm" if form.is_sorted else "service"


# What


async def _take_what(turn: Turn, form: MaintenanceForm, answer: Answer) -> None:
    if len(answer.text) < MIN_LETTERS:
        turn.say(any_form.needs_text())
    elif len(answer.text) > words.MAX_TEXT:
        turn.say(any_form.too_long(words.MAX_TEXT))
    else:
        await _go_next(turn, _with_service(turn, replace(form, text=answer.text)))


# From when until when


async def _take_start(turn: Turn, form: MaintenanceForm, answer: Answer) -> None:
    """Perhaps with its end."""
    now = turn.local_now
    span = find_span(answer.text, now)
    starts = span[0] if span else find_moment(answer.text, now)
    if starts is None:
        turn.say(form_words.NO_SUCH_TIME)
    elif span:
        await _keep_span(turn, form, starts, span[1])
    else:
        await _go_next(turn, replace(form, starts_at=starts, ends_at=None))


async def _ask_end(turn: Turn, form: MaintenanceForm) -> Reply:
    starts = turn.desk.calendars.general.local(form.starts_at or turn.now)
    return forms.typed(turn, form_words.ask_end(when(starts, turn.local_now)))


async def _take_end(turn: Turn, form: MaintenanceForm, answer: Answer) -> None:
    starts = turn.desk.calendars.general.local(form.starts_at or turn.now)
    ends = find_finish(answer.text, starts)
    if ends is None:
        turn.say(form_words.NO_SUCH_END)
    else:
        await _keep_span(turn, form, starts, ends)


async def _keep_span(turn: Turn, form: MaintenanceForm, starts: datetime, ends: datetime) -> None:
    if problem := await _problem(turn, form, (starts, ends)):
        turn.say(form_words.impossible(problem))
        await forms.go(turn, replace(form, starts_at=None, ends_at=None), "start")
    else:
        await _go_next(turn, replace(form, starts_at=starts, ends_at=ends))


async def _problem(turn: Turn, form: MaintenanceForm, span: Span) -> SpanProblem | None:
    moving = await maintenance.find(turn.desk, form.moving) if form.moving else None
    return problem_with(span, turn.now, moving.plan.span if moving else None)


# Which service


def _ask_service(turn: Turn, form: MaintenanceForm) -> Reply:
    likely = [
        turn.desk.service(one.service) for one in turn.understanding.match(form.text).candidates[:OFFERED]
    ]
    return forms.typed(turn, form_words.ask_service([one for one in likely if one], form.choice))


async def _take_service(turn: Turn, form: MaintenanceForm, answer: Answer) -> None:
    wanted = answer.value or answer.text
    service = turn.service_named(wanted)
    if service is None and wanted != "none":
        if not await _other_time(turn, form, answer):
            turn.say(form_words.no_such_service(wanted))
        return
    await _go_next(turn, replace(form, service=service.id if service else None, is_sorted=True))


async def _other_time(turn: Turn, form: MaintenanceForm, answer: Answer) -> bool:
    """«Mejor a las 8», whatever was asked."""
    is_time = len(told_beside_time(answer.text).split()) <= BESIDE_A_TIME
    was = _local(turn, _plan(turn, form).span)
    span = moved_span(answer.text, was, turn.local_now) if is_time else None
    if span:
        await _keep_span(turn, form, *span)
    return span is not None


# Shown back, and announced


def _plan(turn: Turn, form: MaintenanceForm) -> MaintenancePlan:
    starts = form.starts_at or turn.now
    return MaintenancePlan(form.text, form.service, starts, form.ends_at or starts)


async def _ask_confirm(turn: Turn, form: MaintenanceForm) -> Reply:
    moving = await maintenance.find(turn.desk, form.moving) if form.moving else None
    by = moving.announced_by if moving else turn.person.id
    planned = Maintenance(form.moving or 0, _plan(turn, form), by, turn.now)
    shown = await maintenance.view(turn.desk, planned)
    return form_words.confirm(shown, form.choice, moves=form.moving is not None)


async def _take_confirm(turn: Turn, form: MaintenanceForm, answer: Answer) -> None:
    said = turn.decided(answer)
    if said:
        await _announce(turn, form)
    elif said is False:
        await forms.drop(turn)
    elif answer.value == "start":
        await forms.go(turn, replace(form, starts_at=None, ends_at=None), "start")
    elif answer.value == "what":
        await forms.go(turn, replace(form, text=""), "what")
    elif answer.value == "service":
        await forms.go(turn, replace(form, is_sorted=False), "service")
    elif not await _other_time(turn, form, answer):
        await forms.choose_again(turn, form)


async def _announce(turn: Turn, form: MaintenanceForm) -> None:
    """Time went by since it was filled in, so it is looked at again."""
    plan = _plan(turn, form)
    if await _problem(turn, form, plan.span):
        await _keep_span(turn, form, *plan.span)
        return
    forms.finish(turn)
    if form.moving is None:
        announced = await maintenance.announce(turn.desk, plan, turn.person)
        turn.say(words.done(await maintenance.view(turn.desk, announced)))
    else:
        await _announce_move(turn, form.moving, plan)


async def _announce_move(turn: Turn, moving: int, plan: MaintenancePlan) -> None:
    one = await maintenance.find(turn.desk, moving)
    if one is None:
        turn.say(words.UNKNOWN)
        return
    try:
        moved = await maintenance.move(turn.desk, one, (plan.starts_at, plan.ends_at), turn.person)
        turn.say(words.changed(await maintenance.view(turn.desk, moved)))
    except maintenance.NotOpen:
        turn.say(words.not_open(await maintenance.view(turn.desk, one)))


MAINTENANCE = Flow(
    "maintenance",
    MaintenanceForm,
    "el mantenimiento",
    {
        "what": Step(lambda turn, _form: forms.typed(turn, form_words.ASK_WHAT), _take_what, verbatim=True),
        "start": Step(
            lambda turn, _form: forms.typed(turn, form_words.ASK_START), _take_start, verbatim=True
        ),
        "end": Step(_ask_end, _take_end, verbatim=True),
        "service": Step(_ask_service, _take_service, verbatim=True),
        "confirm": Step(_ask_confirm, _take_confirm, verbatim=True),
    },
    gate=may_work_tickets,
    leaves_by_word=True,
)
