"""«Enviar»: a known outage, a mailbox to be shown and an exception of the ANS come first; then the case is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff import outages
from itgov_bot.conversation.flows.staff.ticket_form.beginning import open_form
from itgov_bot.conversation.flows.staff.ticket_form.form import (
    NAME,
    draft_of,
    go_next,
    needs_mailbox,
    values_of,
)
from itgov_bot.conversation.forms import Answer
from itgov_bot.conversation.talk import Topic
from itgov_bot.desk.tickets import open_ticket, reaches_anybody, view
from itgov_bot.desk.urgency import exception_now
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Draft, Ticket
from itgov_bot.messages import Reply
from itgov_bot.storage import tickets
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import ticket_form as ticket_form_words
from itgov_bot.wording.staff import tickets as words
from itgov_bot.wording.staff.registration import offered_with


async def send(turn: Turn, *, urgent: bool | None) -> None:
    """Opens the case, unless it is a known outage; after hours an exception of the ANS is confirmed with one press."""
    if await _may_be_known(turn, urgent):
        return
    if not urgent and needs_mailbox(turn):
        await go_next(turn)
        return
    draft = draft_of(turn)
    ordinary = urgent is not None or values_of(turn).get("ordinary")
    if not ordinary and (
        exception := exception_now(turn.desk, turn.understanding, draft.text, draft.service)
    ):
        values_of(turn)["exception"] = exception
        await forms.go(turn, "urgent")
        return
    files = [StoredFile(**one) for one in values_of(turn)["files"]]
    forms.finish(turn)
    left = [one for one in turn.talk.topic.others if one != draft.service]
    turn.talk.topic = Topic(service=draft.service)
    await open_and_say(turn, draft, files)
    _go_on_with(turn, draft.text, left)


async def open_and_say(turn: Turn, draft: Draft, files: Sequence[StoredFile]) -> None:
    """Opens the ticket and says to its requester what comes next."""
    ticket = await open_ticket(turn.desk, turn.person, draft, files)
    reached = ticket.urgent and await reaches_anybody(turn.desk, ticket)
    turn.talk.topic.ticket = ticket.number
    turn.talk.report, turn.talk.other_outages = None, []
    reply = words.opened(await view(turn.desk, ticket), reached=reached)
    turn.say(offered_with(reply) if await _may_offer_registration(turn, ticket) else reply, ticket=ticket.id)


async def _may_offer_registration(turn: Turn, ticket: Ticket) -> bool:
    """Once, beside the first ticket; not to somebody who reports an emergency."""
    if ticket.urgent or turn.is_registered:
        return False
    return await tickets.count_of(turn.desk.session, turn.person.id) == 1


def _go_on_with(turn: Turn, text: str, left: list[str]) -> None:
    """The message told of more than one problem: the next one is offered, with the same words."""
    if left and (service := turn.desk.service(left[0])):
        turn.talk.topic = Topic(text=text, service=service.id, others=left)
        turn.say(ticket_form_words.next_problem(service))


async def _may_be_known(turn: Turn, urgent: bool | None) -> bool:
    values = values_of(turn)
    more = {"form": NAME, "place": values["place"], "files": values["files"], "urgent": urgent}
    text, service = str(values["text"]), values.get("service")
    return await outages.asked_if_same(turn, "form", text, service, opens=True, **more)


async def send_apart(turn: Turn, report: dict[str, Any]) -> None:
    """It is something else than the known outage."""
    if turn.talk.form and turn.talk.form.flow == NAME:
        await send(turn, urgent=report["urgent"])
    else:
        await open_form(turn, str(report["text"]))


async def ask_urgent(turn: Turn) -> Reply:
    return ticket_form_words.ask_urgent(turn.city, str(values_of(turn)["exception"]), turn.choice)


async def take_urgent(turn: Turn, answer: Answer) -> None:
    if answer.value == "yes":
        await send(turn, urgent=True)
    elif answer.value == "no":
        values_of(turn).update(exception=None, ordinary=True)
        await send(turn, urgent=False)
    else:
        turn.say(form_words.choose_one())
