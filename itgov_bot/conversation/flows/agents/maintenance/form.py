"""The form of planned maintenance: what, from when until when, which service; shown back before it is announced."""

from dataclasses import replace
from datetime import datetime

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import MaintenanceForm
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk import maintenance
from itgov_bot.domain.maintenance import Maintenance, MaintenancePlan, problem_with
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.replies import Reply
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


async def begin(turn: Turn, told: str) -> None:
    """`told`: its time, a colon and its matter; or either of them alone."""
    form = MaintenanceForm(step="what", moving=None)
    turn.state.start(form)
    time, what = told_apart_from_what(told)
    span = find_span(time, turn.local_now) if time else None
    if span is None and not what:
        time, what = "", time
    form = replace(form, text=what[: words.MAX_TEXT])
    if span and (problem := problem_with(span, turn.now)):
        turn.say(form_words.impossible(problem))
    elif span:
        form = replace(form, starts_at=span[0], ends_at=span[1])
    elif time:
        turn.say(form_words.NO_SUCH_TIME)
    await _go_next(turn, _with_service(turn, form))


async def begin_move(turn: Turn, one: Maintenance) -> None:
    """Another time for what is announced already."""
    form = MaintenanceForm(
        step="start", moving=one.id, text=one.plan.text, service=one.plan.service, is_sorted=True
    )
    await forms.start(turn, form)


def _with_service(turn: Turn, form: MaintenanceForm) -> MaintenanceForm:
    """The service that the words name by its code or name; what is only guessed is asked."""
    if form.is_sorted or not form.text:
        return form
    service = turn.service_named(form.text)
    return replace(form, service=service.id, is_sorted=True) if service else form


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
    if problem := problem_with((starts, ends), turn.now):
        turn.say(form_words.impossible(problem))
        await forms.go(turn, replace(form, starts_at=None, ends_at=None), "start")
    else:
        await _go_next(turn, replace(form, starts_at=starts, ends_at=ends))


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
        turn.say(form_words.no_such_service(wanted))
        return
    await _go_next(turn, replace(form, service=service.id if service else None, is_sorted=True))


# Shown back, and announced


def _plan(turn: Turn, form: MaintenanceForm) -> MaintenancePlan:
    starts = form.starts_at or turn.now
    return MaintenancePlan(form.text, form.service, starts, form.ends_at or starts)


async def _ask_confirm(turn: Turn, form: MaintenanceForm) -> Reply:
    planned = Maintenance(form.moving or 0, _plan(turn, form), turn.person.id, turn.now)
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
    else:
        await forms.choose_again(turn, form)


async def _announce(turn: Turn, form: MaintenanceForm) -> None:
    """Time went by since it was filled in, so it is looked at again."""
    plan = _plan(turn, form)
    span = plan.starts_at, plan.ends_at
    if problem_with(span, turn.now):
        await _keep_span(turn, form, *span)
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
