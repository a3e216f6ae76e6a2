"""An answer to a message of a ticket goes to that ticket; and what answers the question which of several is meant."""

from itgov_bot.actions import Action
from itgov_bot.conversation.answered import Answered, ticket_of_answered
from itgov_bot.conversation.flows.agents.messages import replies
from itgov_bot.conversation.flows.agents.on_duty import ON_DUTY
from itgov_bot.conversation.flows.agents.orders.under_card import obeyed
from itgov_bot.conversation.flows.at_ticket import say_role_is_lost
from itgov_bot.conversation.flows.going_on.spoken_of import belongs_to, do, heard
from itgov_bot.conversation.flows.hearing.heard import OF_DUTY, Heard
from itgov_bot.conversation.flows.hearing.message import going_on
from itgov_bot.conversation.flows.hearing.table import Deed
from itgov_bot.conversation.flows.hearing.where import at_ticket
from itgov_bot.conversation.flows.staff.tickets import additions, my_tickets
from itgov_bot.conversation.turn import Again, Turn
from itgov_bot.desk import people
from itgov_bot.desk.outages import is_affected
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.addressee import Whom
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, question_of
from itgov_bot.understanding.language.answering.picks import is_naming, label_meant
from itgov_bot.understanding.language.cases.notes import noted
from itgov_bot.understanding.language.cases.review_words import Order, is_sending, review_order
from itgov_bot.wording.staff.tickets import going_on as words


async def answered_message(turn: Turn) -> bool:
    """A reader: an answer to any message of a ticket goes to that ticket, for whoever may write to it."""
    answered = await ticket_of_answered(turn)
    if answered is None:
        return False
    if not turn.text and not turn.files.kept:  # they forwarded it
        return await my_tickets.open_by_number(turn, answered.ticket.number)
    if answered.to and answered.to.whom is Whom.AFFECTED:
        return await belongs_to(turn, answered.ticket)
    if answered.reader == turn.person.id and answered.ticket.requester == turn.person.id:
        await _at_own(turn, answered.ticket)
    elif await _tells_for_absent(turn, answered):
        return True
    elif may_work_tickets(turn.roles):
        await _at_others(turn, answered)
    else:
        return await belongs_to(turn, answered.ticket) or await _no_more(turn, answered)
    return True


async def _no_more(turn: Turn, answered: Answered) -> bool:
    """Who works no tickets any more, at one that was never theirs: their words are no new matter, and go to nobody."""
    ticket = answered.ticket
    is_theirs = answered.to is None and await is_affected(turn.desk, ticket, turn.person)
    if is_theirs or not answered.is_known:
        return False
    await say_role_is_lost(turn, turn.text)
    return True


async def _tells_for_absent(turn: Turn, answered: Answered) -> bool:
    """Who opened a ticket for somebody without a chat is who is written to in their place: what they answer is what that
    person says."""
    ticket = await live_ticket(turn.desk, answered.ticket)
    whose = await people.get(turn.desk, ticket.requester)
    passes_on = ticket.opened_by == turn.person.id and may_work_tickets(turn.roles)
    if answered.to or whose is None or whose.has_chat or not passes_on or noted(turn.text) is not None:
        return False
    if not await obeyed(turn, ticket, turn.text):
        await additions.add(turn, ticket, turn.text, turn.files.kept)
    return True


async def _at_own(turn: Turn, ticket: Ticket) -> None:
    """What the table says for its words; what it does not know is added."""
    ticket = await live_ticket(turn.desk, ticket)
    message = heard(turn)
    claim = at_ticket(await going_on(turn), message, ticket.id)
    if claim and claim.deed not in (Deed.PASS, Deed.RATE, Deed.STATE) and ticket.requester == turn.person.id:
        await do(turn, claim, message)
    else:
        await additions.add(turn, ticket, turn.text, turn.files.kept)


async def _at_others(turn: Turn, answered: Answered) -> None:
    """«Lo tomo», to the very call, takes it; any other words are an answer to whose words it shows."""
    message = heard(turn)
    claim = None if answered.to else at_ticket(await going_on(turn), message, answered.ticket.id)
    if claim and claim.deed in ON_DUTY and message.says & (OF_DUTY | {Heard.COMES}):
        await do(turn, claim, message)
    else:
        await replies.answer_ticket(turn, answered)


async def sends_nothing(turn: Turn) -> bool:
    """A reader: «envíelo» and «sí» to «¿es de alguno de estos casos?» say none of them, and they are asked again. After
    «se lo pasé» it has gone: no «envíelo» follows it."""
    order, is_yes = review_order(turn.text), turn.answers.yes_or_no(turn.text) is True
    is_send = order is not None and order.order is Order.SEND
    if not (is_send or is_yes) or turn.files.kept:
        return False
    choices = tuple(await turn.offered_last())
    asked = sum(_begins(one, Action.GOES_TO) and one.answers != "no" for one in choices)
    has_gone = any(_begins(one, Action.TAKE_BACK) for one in choices) and is_send and is_sending(turn.text)
    says_none = asked > 1 or (asked == 1 and is_send)
    if says_none or has_gone:
        turn.say((words.which_first if says_none else words.gone_already)(choices))
    return says_none or has_gone


async def which_named(turn: Turn) -> bool:
    """A reader: «el del mouse» to «¿es de alguno de estos casos?» is the one that tells of it."""
    offered = [one.data for one in await turn.offered_last() if _begins(one, Action.GOES_TO)]
    if len(offered) < 2 or not is_naming(turn.text):
        return False
    numbers = [question_of(data)[0].split(":")[1] for data in offered]
    tickets = [await lookup.find(turn.desk, number) for number in numbers]
    at = label_meant(turn.text, [one.text if one else "" for one in tickets])
    if at is not None:
        turn.again = Again(pressed=offered[at])
    return at is not None


def _begins(choice: Choice, word: Action) -> bool:
    return choice.data.startswith(word.data())
