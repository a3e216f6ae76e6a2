"""The summary of a case for somebody else, correcting a part of it, and «Abrir»."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.for_somebody.asking import requester_of
from itgov_bot.conversation.flows.agents.for_somebody.beginning import go_next
from itgov_bot.conversation.form_types import ForSomebodyForm
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.desk import people
from itgov_bot.desk.tickets.paging import reach_of
from itgov_bot.desk.tickets.requesting import ToldTo, open_ticket
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.ticket import CameBy, Draft
from itgov_bot.messages import Reply
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.agents import for_somebody as words
from itgov_bot.wording.staff import ticket_form as ticket_form_words


def _ask_urgent(turn: Turn, form: ForSomebodyForm) -> Reply:
    return ticket_form_words.ask_urgent(turn.city, form.exception, form.choice)


async def _take_urgent(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    said = {"yes": True, "no": False}.get(answer.value or "", turn.answers.yes_or_no(answer.text))
    if said is None:
        await forms.ask_again(turn, form, form_words.choose_one())
    else:
        await go_next(turn, replace(form, calls_guard=said))


async def _ask_confirm(turn: Turn, form: ForSomebodyForm) -> Reply:
    requester = await requester_of(turn, form)
    service = turn.desk.service(form.service)
    return words.summary(
        form.name, requester, _draft(form), form.came_by or CameBy.OTHER, service, form.choice
    )


async def _take_confirm(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    if not may_work_tickets(turn.roles):
        forms.finish(turn)
        turn.say(general.not_for_your_role())
    elif answer.value == "send":
        await _open(turn, form)
    elif answer.value == "fix":
        await forms.go(turn, form, "fix")
    elif answer.value == "drop":
        await forms.drop(turn)
    else:
        await forms.ask_again(turn, form, form_words.choose_one())


def _ask_fix(_turn: Turn, form: ForSomebodyForm) -> Reply:
    return words.ask_fix(form.choice)


async def _take_fix(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    """What is corrected is asked again, as if it had not been told."""
    match answer.value:
        case "name":
            form = replace(form, name="", alike=(), requester=None, is_decided=False)
        case "way":
            form = replace(form, came_by=None)
        case "text":
            form = replace(form, text="")
        case "service":
            offered = tuple(one.service for one in turn.interpret(form.text).candidates[:3])
            form = replace(form, service=None, is_sorted=False, offered=offered)
        case "place":
            form = replace(form, place=None)
        case "contact":
            form = replace(form, contact=None)
        case _:
            await forms.ask_again(turn, form, form_words.choose_one())
            return
    await go_next(turn, form)


async def _open(turn: Turn, form: ForSomebodyForm) -> None:
    """Of somebody who has a chat it is their own case from then on; anybody else is known for this case alone."""
    forms.finish(turn)
    requester = await requester_of(turn, form) or await people.add_without_chat(turn.desk, form.name)
    told = None if requester.id == turn.person.id else ToldTo(turn.person, form.came_by or CameBy.OTHER)
    ticket = await open_ticket(turn.desk, requester, _draft(form), told=told)
    reach = await reach_of(turn.desk, ticket) if ticket.urgent else None
    turn.say(words.opened(await view(turn.desk, ticket), reach), ticket=ticket.id)


def _draft(form: ForSomebodyForm) -> Draft:
    return Draft(
        text=form.text,
        service=form.service,
        place=form.place or "",
        contact=form.contact or "",
        exception=None if form.calls_guard is False else form.exception,
    )


STEPS = {
    "urgent": Step(_ask_urgent, _take_urgent, verbatim=True),
    "confirm": Step(_ask_confirm, _take_confirm, verbatim=True),
    "fix": Step(_ask_fix, _take_fix, verbatim=True),
}
