"""Those whom an outage affects: they join it, see how it goes, and say that it fails for them still."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.hearing.message import hear_in
from itgov_bot.conversation.flows.staff.tickets import reopening
from itgov_bot.conversation.flows.staff.tickets.own import in_time, own_ticket
from itgov_bot.conversation.flows.steps.consent import authorize
from itgov_bot.conversation.state import PendingReport, Subject
from itgov_bot.conversation.turn import Again, Turn
from itgov_bot.desk import outages
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.guard import call_guard
from itgov_bot.desk.tickets.requesting import add_message, add_of_affected, keep_files
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Draft, Ticket
from itgov_bot.domain.tickets.view import held_since
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.on_ticket import BY_THIS_CHAT, PLACE_NOT_SAID
from itgov_bot.wording.staff.outages import known as words
from itgov_bot.wording.staff.tickets import changed as ticket_words


async def join_known(turn: Turn, number: str) -> None:
    ticket = await lookup.find(turn.desk, number)
    if ticket and ticket.is_outage and ticket.is_live:
        await join(turn, PendingReport(number, Subject(service=ticket.service)))
    else:
        turn.say(form_words.old_button_no_form())


async def join(turn: Turn, report: PendingReport) -> None:
    ticket = await lookup.find(turn.desk, report.ticket)
    if ticket is None:
        turn.say(ticket_words.no_such_ticket(report.ticket))
        return
    told_before = turn.said_before
    beside = turn.introduced(report.beside).place if report.beside else None
    place = beside or report.place or told_before.place or turn.person.dependencia or PLACE_NOT_SAID
    try:
        joined = await outages.join(turn.desk, ticket.id, turn.person, place)
    except outages.OutageOver:
        turn.say(words.solved_meanwhile(ticket))
        return
    await authorize(turn, told_before.name)
    files = [*report.files, *turn.state.waiting_files]  # they may show what only their sender should see
    leave(turn, report)
    told = report.subject
    if told.text and not (
        joined.is_new or told.exception or report.beside
    ):  # more than that it fails is for who sees to it
        await add_of_affected(turn.desk, ticket, turn.person, told.text, files)
        turn.say(words.told_again(await view(turn.desk, joined.ticket)), ticket=ticket.id)
        return
    await keep_files(turn.desk, ticket, turn.person, files, internal=True)
    is_passed = await _tells_beside(turn, joined.ticket, report.beside)
    whole = await view(turn.desk, joined.ticket)
    said = words.joined(whole, is_new=joined.is_new, calls_guard=joined.calls_guard, is_passed=is_passed)
    turn.say(said, ticket=ticket.id)


async def _tells_beside(turn: Turn, outage: Ticket, beside: str) -> bool:
    """What was told with the yes is for who sees to it; another problem is read for itself. True when it was passed on."""
    if not beside:
        return False
    own = turn.desk.reference.catalog.with_twins({outage.service} if outage.service else set())
    is_about_them = turn.introduced(beside).is_alone
    if not is_about_them and hear_in(turn, beside).tells_another_problem(own, in_talk=False):
        turn.again = Again(text=beside)
        return False
    await add_of_affected(turn.desk, outage, turn.person, beside)
    return True


async def make_urgent(turn: Turn, report: PendingReport) -> None:
    ticket = await own_ticket(turn, report.ticket)
    if ticket is None:
        return
    calling = call_guard(turn.desk, ticket, turn.person, report.subject.exception)
    reach = await in_time(turn, ticket, calling, words.solved_meanwhile)
    if reach is None:
        return
    await add_message(turn.desk, await lookup.get(turn.desk, ticket.id), turn.person, report.subject.text)
    leave(turn, report)
    current = await lookup.get(turn.desk, ticket.id)
    turn.say(ticket_words.guard_asked(await view(turn.desk, current), reach), ticket=ticket.id)


def leave(turn: Turn, report: PendingReport) -> None:
    """What was being filled in is over; its words wait in case it is another matter after all."""
    state, told = turn.state, report.subject
    state.report, state.waiting_files = None, []
    state.subject = Subject(text=told.text, service=told.service)
    state.other_outages = [*state.other_outages, report.ticket]
    if state.form and state.form.flow == report.flow:
        forms.finish(turn)


async def show_if_affected(turn: Turn, asked: str) -> bool:
    """How an outage goes, for somebody who is counted in it; False when they are not."""
    number = await lookup.number_meant(turn.desk, asked)
    ticket = await outages.find_joined(turn.desk, number, turn.person)
    if ticket is None:
        return False
    events = await lookup.timeline(turn.desk, ticket)
    progress = [event for event in events if event.kind is EventKind.OUTAGE_NEWS]
    whole, news = await view(turn.desk, ticket), progress[-1] if progress else None
    turn.say(words.state(whole, held_since(events), news), ticket=ticket.id)
    return True


async def press_still(turn: Turn, number: str) -> None:
    """«Sigue fallando para mí»: its requester opens the case again, everybody else gets one of their own, once."""
    outage = await outages.find_joined(turn.desk, number, turn.person)
    if outage is None:
        turn.say(ticket_words.no_such_ticket(number))
    elif outage.requester == turn.person.id:
        await reopening.press_reopen(turn, number)
    elif outage.is_live:
        turn.say(words.still_open(outage))
    elif own := await outages.linked(turn.desk, outage, turn.person):
        turn.say(ticket_words.opened(await view(turn.desk, own)))
    else:
        await _open_linked(turn, outage)


async def _open_linked(turn: Turn, outage: Ticket) -> None:
    await authorize(turn)
    draft = Draft(
        text=words.still_text(outage, turn.desk.public_text(outage)),
        service=outage.service,
        place=turn.person.dependencia or PLACE_NOT_SAID,
        contact=turn.said_before.contact or turn.person.contact or BY_THIS_CHAT,
    )
    ticket = await outages.open_linked(turn.desk, outage, turn.person, draft)
    turn.state.subject.ticket = ticket.number
    turn.say(ticket_words.opened(await view(turn.desk, ticket)), ticket=ticket.id)
