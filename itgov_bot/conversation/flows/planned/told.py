"""Whether words are of what is planned, and what is done with them: a row for each kind, `DEEDS`."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card import agenda
from itgov_bot.conversation.flows.agents.card.colleagues import likely
from itgov_bot.conversation.flows.agents.orders.beside import leave_waiting
from itgov_bot.conversation.flows.planned import events, maintenance
from itgov_bot.conversation.form_types import Form, MaintenanceForm, PageMailboxForm, RegistrationForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import SURE_BY, Likely
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.understanding.language.cases.event_change import names_an_event
from itgov_bot.understanding.language.maintenance import names_maintenance
from itgov_bot.understanding.language.orders import cases_named
from itgov_bot.understanding.language.time.beside_time import time_told
from itgov_bot.understanding.language.time.spans import find_span
from itgov_bot.wording import forms as form_words

Deed = Callable[[Turn], Awaitable[None]]
_BEGIN = frozenset({TeamSays.PLAN_NEW, TeamSays.EVENT_NEW})
"""Whatever is told in a form may be of something to come."""
NEARLY, RATHER = 0.1, 0.2
"""The leads that are enough where the words name what it is of."""
_SHOWN_FIRST = frozenset({TeamSays.PLAN_ASK, *maintenance.MOVES, TeamSays.EVENT_MOVE, TeamSays.EVENT_CANCEL})
OF_EVENTS = frozenset(
    {
        TeamSays.EVENT_GIVE,
        TeamSays.EVENT_TAKE,
        TeamSays.EVENT_DECLINE,
        TeamSays.EVENT_MOVE,
        TeamSays.EVENT_CANCEL,
    }
)
_TWINS: Mapping[TeamSays, TeamSays] = {
    TeamSays.PLAN_MOVE: TeamSays.EVENT_MOVE,
    TeamSays.PLAN_CANCEL: TeamSays.EVENT_CANCEL,
}
"""«Corra lo del sábado» may be of either: which of them is on Saturday tells."""
_ALIKE = (
    frozenset({TeamSays.PLAN_NEW, *maintenance.MOVES}),
    *(frozenset({one, other}) for one, other in _TWINS.items()),
    frozenset({TeamSays.EVENT_GIVE, TeamSays.EVENT_TAKE, TeamSays.AGENDA}),
)

DEEDS: Mapping[TeamSays, Deed] = {
    TeamSays.PLAN_NEW: maintenance.announce,
    TeamSays.PLAN_ASK: maintenance.ask,
    TeamSays.EVENT_NEW: events.new,
    **{says: partial(maintenance.change, says=says) for says in maintenance.MOVES},
    **{says: partial(events.change, says=says) for says in OF_EVENTS},
}


async def says_of_planned(turn: Turn) -> bool:
    """A reader, before those of orders: in «corra lo del switch para el viernes 13» is no case."""
    says = await _says(turn)
    if says:
        await DEEDS[says](turn)
    return says is not None


async def says_beside(turn: Turn, form: Form) -> bool:
    """In the middle of a form: what is asked, or said of another one. «Mejor a las 8», of the one that is asked about, is an
    answer; and so is whatever somebody will read."""
    is_plan = isinstance(form, MaintenanceForm)
    takes_any = forms.step_of(turn, form).verbatim and not (is_plan and form.step != "what")
    if takes_any or isinstance(form, RegistrationForm | PageMailboxForm):
        return False
    if is_plan and (await likely(turn, Book.TEAM)).is_surely(TeamSays.AGENDA):
        await agenda.show(turn, "")
        leave_waiting(turn, form)
        return True
    says = await _says(turn)
    is_another = says in (TeamSays.PLAN_ASK, TeamSays.PLAN_NEW) if is_plan else says is TeamSays.PLAN_ASK
    if says is None or not (is_another or (says not in _BEGIN and await _is_named(turn, says))):
        return False
    await DEEDS[says](turn)
    leave_waiting(turn, form)
    return True


async def _is_named(turn: Turn, says: TeamSays) -> bool:
    return bool(await (events if says in OF_EVENTS else maintenance).meant(turn))


async def _says(turn: Turn) -> TeamSays | None:
    if not turn.text or turn.files.kept or turn.text.startswith("/") or turn.text.isdigit():
        return None
    found = await likely(turn, Book.TEAM)
    best = next((one for one in DEEDS if one == found.best), None)
    says = await _of_which(turn, best) if best else None
    return says if says and await _is_enough(turn, found, says) else None


async def _is_enough(turn: Turn, found: Likely, says: TeamSays) -> bool:
    """What is shown before it is done needs less, where it is of something that is planned."""
    alike = {one for some in _ALIKE if found.best in some for one in some}
    lead = found.lead_beyond(alike | {found.best})
    if names_maintenance(turn.text) or names_an_event(turn.text):
        return lead >= NEARLY
    if says is TeamSays.PLAN_NEW and find_span(time_told(turn.text), turn.local_now):
        return lead >= NEARLY
    is_near = lead >= (NEARLY if says in _SHOWN_FIRST else RATHER)
    return lead >= SURE_BY[Book.TEAM] or (is_near and says not in _BEGIN and await _is_named(turn, says))


async def _of_which(turn: Turn, says: TeamSays) -> TeamSays | None:
    """The kind, or its twin where that is what is named; None where it would be of nothing."""
    if says is TeamSays.PLAN_NEW:
        return says if maintenance.may_be_announced(turn) else None
    if says is TeamSays.EVENT_NEW:
        return None if turn.exception_now(turn.text) else says
    if says is TeamSays.PLAN_ASK:
        return says if names_maintenance(turn.text) or await maintenance.meant(turn) else None
    return await _of_what_is_named(turn, says)


async def _of_what_is_named(turn: Turn, says: TeamSays) -> TeamSays | None:
    of_plan = next((plan for plan, event in _TWINS.items() if says in (plan, event)), None)
    is_plan, is_event = names_maintenance(turn.text), names_an_event(turn.text)
    if of_plan and is_plan != is_event:
        return of_plan if is_plan else _TWINS[of_plan]
    if says in maintenance.MOVES and (is_plan or await _is_of_plan(turn)):
        return says
    if says in OF_EVENTS and (is_event or await events.meant(turn)):
        return says
    if of_plan and (await _is_of_plan(turn) if says in OF_EVENTS else await events.meant(turn)):
        return of_plan if says in OF_EVENTS else _TWINS[of_plan]
    return None


async def _is_of_plan(turn: Turn) -> bool:
    return not cases_named(turn.text) and bool(await maintenance.meant(turn))


async def press(turn: Turn, says: TeamSays, number: str) -> None:
    """`team:plan_move.7`: that one was meant."""
    held = turn.take_held()
    if not held.text:
        turn.say(form_words.old_button_no_form())
        return
    turn.text = held.text
    if says in OF_EVENTS:
        await events.press(turn, says, number)
    else:
        await maintenance.press(turn, says, number_in(number) or 0)
