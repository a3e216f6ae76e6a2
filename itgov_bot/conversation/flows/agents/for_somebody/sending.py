"""The summary of a case for somebody else, correcting a part of it, and «Abrir»."""

from dataclasses import replace
from datetime import datetime

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.for_somebody.asking import requester_of
from itgov_bot.conversation.flows.agents.for_somebody.beginning import go_next
from itgov_bot.conversation.flows.agents.for_somebody.steps import step
from itgov_bot.conversation.flows.at_ticket import ticket_numbered
from itgov_bot.conversation.form_types import ForSomebodyForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk import outages, people
from itgov_bot.desk.tickets.paging import reach_if_urgent
from itgov_bot.desk.tickets.requesting import ToldTo, open_ticket
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import CameBy, Draft, Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.time.failing_since import failing_since
from itgov_bot.wording.agents.tickets import for_somebody as words
from itgov_bot.wording.staff.ticket_form import questions as ticket_form_words
from itgov_bot.wording.staff.tickets import news as ticket_news


async def _take_many(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    if answer.value == "many":
        await go_next(turn, replace(form, asks_many=False))
    elif answer.value == "one":
        await go_next(turn, replace(form, asks_many=False, exception=None))
    else:
        await forms.choose_again(turn, form)


async def _take_urgent(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    said = turn.decided(answer)
    if said is None:
        await forms.choose_again(turn, form)
    else:
        await go_next(turn, replace(form, calls_guard=said))


async def _ask_confirm(turn: Turn, form: ForSomebodyForm) -> Reply:
    requester = await requester_of(turn, form)
    service = turn.desk.service(form.service)
    told = words.Told(
        form.name, requester, _draft(form, turn.local_now), form.came_by or CameBy.OTHER, len(form.files)
    )
    return words.summary(told, service, form.choice)


async def _take_confirm(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    if answer.value == "send":
        await _send(turn, form)
    elif answer.value == "fix":
        await forms.go(turn, form, "fix")
    elif answer.value == "drop":
        await forms.drop(turn)
    else:
        await forms.choose_again(turn, form)


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
            await forms.choose_again(turn, form)
            return
    await go_next(turn, form)


# «Abrir», unless it is an outage that is known


async def _send(turn: Turn, form: ForSomebodyForm) -> None:
    requester = await requester_of(turn, form) or turn.person
    report = turn.outage_told(form.text, form.service, form.place)
    known = await outages.find_known(turn.desk, turn.understanding, report, requester, opens=True)
    if known:
        await forms.go(turn, replace(form, outage=known.number), "same")
    else:
        await _open(turn, form)


async def _ask_same(turn: Turn, form: ForSomebodyForm) -> Reply:
    known = await ticket_numbered(turn, form.outage)
    return words.ask_same(form.name, known, turn.desk.public_text(known), form.choice)


async def _take_same(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    said = turn.decided(answer)
    known = await ticket_numbered(turn, form.outage)
    if said is None:
        await forms.choose_again(turn, form)
    elif said and known.is_live:
        await _count(turn, form, known)
    else:
        await _open(turn, form)


async def _count(turn: Turn, form: ForSomebodyForm, known: Ticket) -> None:
    """One outage, one case: whoever called is one more whom it hits."""
    forms.finish(turn)
    requester = await _requester(turn, form)
    joined = await outages.join(turn.desk, known.id, requester, form.place or "")
    if requester.has_chat:
        await turn.tell(requester.address, ticket_news.counted_for_you(joined.ticket, turn.person))
    turn.say(words.counted(requester, joined.ticket), ticket=known.id)


async def _requester(turn: Turn, form: ForSomebodyForm) -> Person:
    return await requester_of(turn, form) or await people.add_without_chat(turn.desk, form.name)


async def _open(turn: Turn, form: ForSomebodyForm) -> None:
    """Of somebody who has a chat it is their own case from then on; anybody else is known for this case alone."""
    forms.finish(turn)
    requester = await _requester(turn, form)
    told = None if requester.id == turn.person.id else ToldTo(turn.person, form.came_by or CameBy.OTHER)
    ticket = await open_ticket(turn.desk, requester, _draft(form, turn.local_now), form.files, told=told)
    reach = await reach_if_urgent(turn.desk, ticket)
    turn.say(words.opened(await view(turn.desk, ticket), reach), ticket=ticket.id)


def _draft(form: ForSomebodyForm, now: datetime) -> Draft:
    return Draft(
        text=form.text,
        service=form.service,
        place=form.place or "",
        contact=form.contact or "",
        exception=None if form.calls_guard is False else form.exception,
        failing_since=failing_since(form.text, now),
    )


STEPS = {
    "many": step(lambda _turn, form: words.ask_how_many(form.name, form.choice), _take_many),
    "urgent": step(
        lambda turn, form: ticket_form_words.ask_urgent(turn.city, form.exception, form.choice), _take_urgent
    ),
    "confirm": step(_ask_confirm, _take_confirm),
    "same": step(_ask_same, _take_same),
    "fix": step(lambda _turn, form: words.ask_fix(form.choice), _take_fix),
}
