"""Every button that the wording can make is answered: its word is in the table, and its verb in the flow behind it."""

import ast
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from itgov_bot.actions import Action
from itgov_bot.conversation.buttons import BUTTONS
from itgov_bot.conversation.commands import COMMANDS
from itgov_bot.conversation.flows.admins.teaching import LABELS
from itgov_bot.conversation.flows.agents import duty
from itgov_bot.conversation.flows.agents.card.buttons import ACTS, SETTINGS
from itgov_bot.conversation.flows.agents.maintenance.listing import ACTS as PLAN_ACTS
from itgov_bot.conversation.flows.agents.queue.pages import PRESSES
from itgov_bot.conversation.flows.managers import report, summary
from itgov_bot.conversation.flows.managers.plans import ON_PLANS, ON_ROWS
from itgov_bot.conversation.flows.staff.oneself import my_data
from itgov_bot.conversation.flows.staff.oneself.registration import FIELDS
from itgov_bot.conversation.flows.staff.tickets.my_tickets import CHANGES, VIEWS
from itgov_bot.domain.people import UrgentNews
from itgov_bot.settings import ROOT
from itgov_bot.understanding.inside.likely import Beside
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.wording.staff.tickets.listing import FILTERS
from tests.rows import each_row

PACKAGE = ROOT / "itgov_bot"
VERBS: dict[Action, Collection[str]] = {
    Action.TICKET: {*VIEWS, *CHANGES},
    Action.AGENT: {*ACTS, *SETTINGS},
    Action.CANNED: {"list", "see", "new", "edit", "drop", "erase"},
    Action.COMMAND: COMMANDS,
    Action.MY_TICKETS: FILTERS,
    Action.MY_DATA: {*my_data.VERBS, *FIELDS},
    Action.DRAFT: {*Beside, "ask", "text", "service", "no"},
    Action.FORM: {"resume", "again", "drop", "take", "take_up", "leave", "press"},
    Action.GOES_TO: {"pass", "note"},
    Action.URGENT: {"go", "no", "many"},
    Action.SAME_OUTAGE: {"yes", "no", "see", "urgent", "me"},
    Action.PERSON: {"write"},
    Action.MAINTENANCE: {*PLAN_ACTS, "new", "list"},
    Action.NOT_MAINTENANCE: {"ok", "no"},
    Action.NIGHT: set(UrgentNews),
    Action.REPORT: report.VERBS,
    Action.INDICATORS: {"all", "help"},
    Action.SUMMARY: summary.WAYS,
    Action.LOOK: {"log"},
    Action.RATE: {"say"},
    Action.DESK: {"here", "all", "free", *PRESSES},
    Action.TEAM: set(TeamSays),
    Action.DUTY: {*duty.PRESSED, *duty.VERBS},
    Action.TEACH: {"next", "learned", "forget", "other", *LABELS, "yes"},
    Action.INVITATION: {"make", "off"},
    Action.ROLE: {"all", "as", "back", "drop", "give", "leave", "take"},
    Action.FIRST_AID: {"works", "same"},
    Action.PLAN: {"list", "see", *ON_PLANS, *ON_ROWS},
    Action.RECORD: {"go", "log", "file", "is", "mine", "missing"},
    Action.COUNTED: {"cases", "how", "late", "ok"},
}
"""The verbs that the flow behind a word tells apart; a word that is not here takes none."""
MAKERS = {"_action": Action.AGENT, "_choice": Action.MAINTENANCE}
"""Functions of the wording that make the data of a button with a verb that they are given."""


def calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            yield node


def wording() -> list[Path]:
    return sorted(path for folder in ("wording", "conversation") for path in (PACKAGE / folder).rglob("*.py"))


def action_of(call: ast.Call) -> Action | None:
    """That of `Action.TICKET.data(…)`; None for any other call, and for the steps of forms."""
    match call.func:
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="Action"), attr=name), attr="data") if (
            name != "STEP"
        ):
            return Action[name]
        case ast.Name(id=name) if name in MAKERS:
            return MAKERS[name]
    return None


def verbs_in(call: ast.Call) -> list[str]:
    """The parts of the data that stand there as words, and not as pages. (A maker is given its label before.)"""
    parts = call.args[2:] if isinstance(call.func, ast.Name) else call.args
    written = [one.value for part in parts for one in choices_in(part)]
    return [str(word) for word in written if word and not str(word).isdigit()]


def choices_in(part: ast.expr) -> list[ast.Constant]:
    """A constant, or both of «this if … else that»."""
    match part:
        case ast.Constant():
            return [part]
        case ast.IfExp(body=body, orelse=orelse):
            return [*choices_in(body), *choices_in(orelse)]
    return []


def made() -> list[tuple[str, Action, list[str]]]:
    """Where each button is made, its word, and its verbs."""
    found = []
    for path in wording():
        for call in calls(path):
            if action := action_of(call):
                place = f"{path.relative_to(PACKAGE)}:{call.lineno}"
                verbs = verbs_in(call)
                found.append((place, action, verbs))
    return found


def test_the_wording_makes_buttons() -> None:
    assert len(made()) > 100


@pytest.mark.parametrize("action", [one for one in Action if one is not Action.STEP])
def test_every_word_is_answered(action: Action) -> None:
    assert action in BUTTONS


def test_every_answer_has_its_word() -> None:
    assert {Action(word) for word in BUTTONS} == set(Action) - {Action.STEP}


@each_row(("place", "action", "verbs"), made())
def test_every_verb_is_known_to_the_flow_behind_its_button(
    place: str, action: Action, verbs: list[str]
) -> None:
    assert set(verbs) <= set(VERBS.get(action, ())), place


@pytest.mark.parametrize("path", wording(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_button_is_made_by_spelling(path: Path) -> None:
    """The data of a choice comes from `Action` or from a form's step, never from a string with a colon in it."""
    for call in calls(path):
        if isinstance(call.func, ast.Name) and call.func.id == "Choice" and len(call.args) > 1:
            data = call.args[1]
            spelled = isinstance(data, ast.JoinedStr | ast.Constant)
            assert not spelled, f"{path.name}:{call.lineno}"
