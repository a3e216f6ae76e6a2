"""How long it takes, the reminder, and the complaint of whoever waits."""

from itgov_bot.conversation.flows.staff.tickets import my_tickets
from itgov_bot.conversation.flows.staff.tickets.own import own_ticket
from itgov_bot.conversation.flows.staff.wishes import candidates
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup, waiting
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import held_since
from itgov_bot.understanding.language.cases.one_case import waits_for_a_thing
from itgov_bot.wording.staff.asked.wishes import NO_LIVE_CASE, no_live_case_of
from itgov_bot.wording.staff.tickets import changed as ticket_words
from itgov_bot.wording.staff.tickets import waiting as words


def told_of_draft(turn: Turn) -> bool:
    """What is being filled in is the case that is meant, and nobody has it yet."""
    form = turn.state.form
    if not (isinstance(form, TicketForm) and form.text):
        return False
    turn.say(words.not_sent_yet(turn.city, turn.desk.calendar(form.service), turn.now))
    return True


async def say_when(turn: Turn) -> None:
    """Of the case that is meant, or of the one last spoken of; with several, of each how it goes."""
    if told_of_draft(turn):
        return
    found = await candidates.live(turn)
    spoken_of = [one for one in found if one.number == turn.state.subject.ticket]
    if not found:
        say_no_live(turn)
    elif len(found) == 1 or spoken_of:
        await say_when_of(turn, (spoken_of or found)[0])
    else:
        await my_tickets.list_mine(turn, "")


def say_no_live(turn: Turn) -> None:
    """What they tell of it, «llevo tres días esperando que me arreglen el escáner», is what a case would be about."""
    read = turn.interpret(turn.text)
    is_told = read.named is not None or read.decision != "none" or waits_for_a_thing(turn.text)
    if is_told:
        turn.state.subject = Subject(text=turn.text, service=read.named)
    turn.say(no_live_case_of(turn.text, read.named or "") if is_told else NO_LIVE_CASE)


async def say_when_of(turn: Turn, ticket: Ticket) -> None:
    """Who has it or how many come before, what is usual, and the button that reminds the desk."""
    turn.state.subject.ticket = ticket.number
    whole = await view(turn.desk, ticket)
    since = held_since(await lookup.timeline(turn.desk, ticket))
    before = await waiting.before(turn.desk, ticket)
    usual = await waiting.usual(turn.desk, ticket.service)
    turn.say(words.how_long(whole, since, before, usual), ticket=ticket.id)


async def press_remind(turn: Turn, number: str) -> None:
    """`remind:SAUS-2026-000001`: once a working day."""
    ticket = await own_ticket(turn, number)
    if ticket and not ticket.is_live:
        turn.say(ticket_words.not_live(ticket))
    elif ticket:
        await _remind(turn, ticket)


async def _remind(turn: Turn, ticket: Ticket) -> None:
    whole = await view(turn.desk, ticket)
    try:
        await waiting.remind(turn.desk, ticket, turn.person)
    except waiting.AlreadyReminded as before:
        turn.say(words.reminded_before(whole, before.at), ticket=ticket.id)
    else:
        turn.say(words.reminded(whole), ticket=ticket.id)


async def complain(turn: Turn) -> None:
    """Who coordinates the desk hears of it, with the case if there is one that it may be about."""
    found = await candidates.live(turn) or await candidates.unrated(turn)
    ticket = found[0] if found else None
    is_heard = await waiting.complain(turn.desk, ticket, turn.person, turn.text)
    turn.say(words.complaint_heard(turn.city, ticket, is_heard=is_heard))
