"""The answer to «¿es lo mismo?»: the person joins the known outage, or what they were about goes on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff import questions, ticket_form, urgent
from itgov_bot.conversation.flows.staff.outages import show_if_affected
from itgov_bot.conversation.talk import Topic
from itgov_bot.desk import outages
from itgov_bot.desk.people import record_consent
from itgov_bot.desk.tickets import keep_files
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import tickets
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import outages as words
from itgov_bot.wording.staff import tickets as ticket_words

GO_ON: dict[str, Callable[[Turn, dict[str, Any]], Awaitable[None]]] = {
    "question": questions.go_on,
    "form": ticket_form.send_apart,
    "report": urgent.go_on_reporting,
    "urgent": urgent.go_on_asking,
    "in_hours": urgent.go_on_in_hours,
}
"""How a report goes on after «no, es otra cosa», by where it came from."""


async def press_same(turn: Turn, rest: str) -> None:
    """`same:SAUS-2026-000001:yes`, `…:no`, and `…:see` for those who are counted."""
    number, _, what = rest.partition(":")
    if what == "see":
        if not await show_if_affected(turn, number):
            turn.say(ticket_words.no_such_ticket(number))
        return
    report = turn.talk.report
    if report is None or report["case"] != number:
        turn.say(form_words.old_button_no_form())
    elif what == "yes":
        await _join(turn, number, report)
    else:
        turn.talk.report = None
        turn.talk.other_outages = [*turn.talk.other_outages, number]
        await GO_ON[report["origin"]](turn, report)


async def _join(turn: Turn, number: str, report: dict[str, Any]) -> None:
    ticket = await tickets.by_number(turn.desk.session, number)
    assert ticket is not None
    place = str(report.get("place") or turn.person.dependencia or ticket_words.PLACE_NOT_SAID)
    try:
        joined = await outages.join(turn.desk, ticket.id, turn.person, place)
    except outages.OutageOver:
        turn.say(words.solved_meanwhile(ticket))
        return
    turn.person = await record_consent(turn.desk, turn.person, turn.incoming.sender)
    await _keep_files(turn, ticket, report)
    _leave(turn, report)
    turn.say(words.joined(joined.ticket, is_new=joined.is_new))


async def _keep_files(turn: Turn, ticket: Ticket, report: dict[str, Any]) -> None:
    """For the desk's people alone: they may show what only their sender should see."""
    files = [StoredFile(**file) for file in [*report.get("files", []), *turn.talk.waiting_files]]
    await keep_files(turn.desk, ticket, turn.person, files, internal=True)
    turn.talk.waiting_files = []


def _leave(turn: Turn, report: dict[str, Any]) -> None:
    """What was being filled in is over; its words wait in case it is another matter after all."""
    turn.talk.report = None
    turn.talk.topic = Topic(text=str(report["text"]), service=report["service"])
    turn.talk.other_outages = [*turn.talk.other_outages, str(report["case"])]
    if turn.talk.form and turn.talk.form.flow == report.get("form"):
        forms.finish(turn)
