"""A message that was edited, whoever wrote it."""

from dataclasses import replace

from itgov_bot.conversation.answered import Answered, message_edited
from itgov_bot.conversation.flows.agents.messages import replies, to_question
from itgov_bot.conversation.flows.staff.tickets import additions
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets.requesting import add_of_affected
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.addressee import Addressee, Whom
from itgov_bot.wording.staff.tickets import changed as words


async def edited(turn: Turn) -> bool:
    """A reader: an edited message of a ticket goes there again, marked; any other edit is a new matter."""
    if not turn.incoming.is_edit:
        return False
    known = await message_edited(turn)
    if known and turn.text:
        await _correct(turn, known)
    elif known is None and await to_question.answered_question(turn):
        return True
    elif known is None and may_work_tickets(turn.roles) and turn.incoming.reply_to_ref:
        await replies.edited(turn)
    elif turn.state.form is None and turn.text and not turn.text.startswith("/"):
        turn.read_anew(turn.text)
    return True


async def _correct(turn: Turn, known: Answered) -> None:
    ticket, text = known.ticket, words.corrected(turn.text)
    if known.to and known.to.whom is Whom.AFFECTED:
        await add_of_affected(turn.desk, ticket, turn.person, text)
        said = replace(words.added(ticket), addressee=str(Addressee(Whom.AFFECTED)))
        turn.say(said, ticket=ticket.id)
    elif known.to is None and ticket.requester == turn.person.id:
        await additions.add(turn, ticket, text, [])
    else:
        await replies.edited(turn)
