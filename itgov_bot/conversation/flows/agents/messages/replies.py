"""What an agent writes to a message of a ticket: words to whose words it shows, or with // a note.

In a group the rest of the talk is the agents' own: it is neither sent nor kept.
"""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation.answered import Answered, message_edited, ticket_of_answered
from itgov_bot.conversation.flows.agents.card.answer import begin_answer, send_answer
from itgov_bot.conversation.flows.agents.card.steps import begin, is_shown_first, is_slip
from itgov_bot.conversation.flows.agents.orders.by_number import by_number
from itgov_bot.conversation.flows.agents.orders.corrected import puts_right_of
from itgov_bot.conversation.flows.agents.orders.guessed import offered_order
from itgov_bot.conversation.flows.agents.orders.table import ordered_of
from itgov_bot.conversation.flows.agents.orders.under_card import obeyed
from itgov_bot.conversation.flows.agents.orders.waiting import answers_own_question
from itgov_bot.conversation.flows.at_ticket import keep_note, say_role_is_lost
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.desk.tickets.working import note
from itgov_bot.domain.people import Person, may_work_tickets
from itgov_bot.domain.tickets.addressee import Addressee, Whom
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.language.cases.for_person import speaks_to_person
from itgov_bot.understanding.language.cases.notes import noted
from itgov_bot.understanding.language.cases.solutions import tells_of_repair
from itgov_bot.understanding.language.folding import fold, plain
from itgov_bot.understanding.language.message.put_right import only_puts_right
from itgov_bot.understanding.language.orders import Order
from itgov_bot.understanding.language.people.called import begins_with
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.secrets import carries_secret
from itgov_bot.wording import general
from itgov_bot.wording.agents.tickets import confirmations, shown_first
from itgov_bot.wording.staff.tickets import changed as ticket_words


async def written_in_group(turn: Turn) -> None:
    """Ordinary talk is not answered; whoever works no tickets any more reads in private that their words went to nobody."""
    if may_work_tickets(turn.roles) and await edited(turn):
        return
    answered = await ticket_of_answered(turn)
    if answered and may_work_tickets(turn.roles):
        await answer_ticket(turn, answered)
    elif answered and answered.is_known:
        await say_role_is_lost(turn, turn.text)


async def note_ordered(turn: Turn, rest: str) -> None:
    """`/nota pedir el disco` in an answer to a message of its ticket, or `/nota 12 pedir el disco`."""
    if answered := await ticket_of_answered(turn):
        await answer_ticket(turn, answered)
    else:
        await by_number(Order.NOTE)(turn, rest)


async def answer_ticket(turn: Turn, answered: Answered) -> None:
    """To whose words are answered, at the ticket that goes on; what begins with // stays inside, and so does what answers
    a note or a colleague."""
    tell_refused(turn)
    await _write(turn, answered, turn.text, turn.files.kept)
    if turn.incoming.is_group and turn.state.form is None and carries_secret(turn.text):
        turn.say(shown_first.key_in_group(answered.ticket))


def tell_refused(turn: Turn) -> None:
    """In private it was said already."""
    for name, problem in turn.files.told if turn.incoming.is_group else ():
        turn.say(general.file_refused(name, problem, turn.parts.max_file_mb))


async def _write(turn: Turn, answered: Answered, text: str, files: Sequence[StoredFile]) -> None:
    """What is written another time is read as it was the first time, and sent as corrected."""
    ticket, to, inside = answered.ticket, answered.to, noted(text)
    is_corrected = answered.is_known and turn.incoming.is_edit
    sent = _marked(text, is_corrected=is_corrected)
    if not text and not files:
        return
    if answered.to is None and not files and await answers_own_question(turn, ticket):
        return
    if inside is None and not files and answered.is_known and await _puts_right(turn, ticket):
        return
    if inside is None and answered.is_known and await _ordered(turn, ticket, text, files):
        return
    if turn.incoming.is_group and not files and not any(map(str.isalnum, text)):
        return  # a nod among colleagues
    if to and to.stays_inside:
        await keep_note(turn, ticket, _marked(inside or text, is_corrected=is_corrected), files, to.person)
    elif inside == "" and not files:
        await begin("ag_note", "what")(turn, ticket)
    elif inside is not None:
        await keep_note(turn, ticket, _marked(inside, is_corrected=is_corrected), files)
    elif (
        not answered.is_known
        or tells_of_repair(text)
        or only_puts_right(text, turn.understanding.words.known)
        or await _may_be_for_colleague(turn, answered, text)
        or await is_shown_first(turn, text, answered.reader, with_files=bool(files))
    ):
        is_nod = is_slip(text) and turn.yes_or_no(text) is not None
        may_order = not (files or is_corrected or (is_nod and turn.incoming.is_group))
        if not (may_order and await offered_order(turn, ticket, text, answered.reader)):
            await begin_answer(turn, ticket, sent, files, answered.reader)
    else:
        await send_answer(turn, ticket, sent, files, answered.reader)


async def _puts_right(turn: Turn, ticket: Ticket) -> bool:
    """«Perdón, no fue memoria, fue disco»."""
    return not turn.incoming.is_edit and await puts_right_of(turn, await live_ticket(turn.desk, ticket))


def _marked(text: str, *, is_corrected: bool) -> str:
    return ticket_words.corrected(text) if is_corrected else text


async def _may_be_for_colleague(turn: Turn, answered: Answered, text: str) -> bool:
    """Of what answers a card, and does not speak to its requester: a question may be for the colleague who has the case; and
    where the last thing that was asked in the group is about this very case, it may answer that, or whoever was asked."""
    reader = await people.get(turn.desk, answered.reader)
    if answered.to or begins_with(text, reader.name or "" if reader else ""):
        return False
    is_of_colleague = answered.ticket.assignee not in (None, turn.person.id)
    if is_question(text) and is_of_colleague and not _calls(text, reader):
        return True
    return await _is_asked_here(turn, answered.ticket) and not speaks_to_person(plain(text))


async def _is_asked_here(turn: Turn, ticket: Ticket) -> bool:
    last = await turn.last_replies(1) if turn.incoming.is_group else []
    return any(
        ticket.number in one.text and (one.prompt or any(choice.answers for choice in one.choices))
        for one in last
    )


def _calls(text: str, reader: Person | None) -> bool:
    called = fold(reader.name or "").split()[:1] if reader else []
    return bool(set(called) & set(plain(text).split()))


async def _ordered(turn: Turn, ticket: Ticket, text: str, files: Sequence[StoredFile]) -> bool:
    """Of the ticket that goes on; another shape of an order orders nothing. What was sent with it stays at the desk."""
    if turn.incoming.is_edit:
        return False
    live = await live_ticket(turn.desk, ticket)
    if files:
        ordered = await ordered_of(turn, live, text)
        if ordered is None or not ordered.is_sure:
            return False
        await note(turn.desk, live, turn.person, "", files)
    return await obeyed(turn, live, text)


# Another shape of what was written


async def edited(turn: Turn) -> bool:
    """An agent's edited message goes where the message went: a note stays one. One that went nowhere is read as if it were
    written now, and shown before it goes."""
    if not turn.incoming.is_edit:
        return False
    known = await message_edited(turn)
    if not may_work_tickets(turn.roles):
        await say_role_is_lost(turn, turn.text)
    elif known is None or known.to is None:
        if answered := await ticket_of_answered(turn):
            await answer_ticket(turn, replace(answered, is_known=False))
    elif known.to.whom is Whom.DONE:
        turn.say(confirmations.not_corrected(known.ticket), ticket=known.ticket.id)
    elif turn.text:
        to = known.to if noted(turn.text) is None else Addressee(Whom.NOTED)
        await _write(turn, replace(known, to=to), turn.text, [])
    return True
