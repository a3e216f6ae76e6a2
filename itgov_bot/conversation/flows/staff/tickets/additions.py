"""Adding to a ticket: words and files that wait, an edited message, the form."""

from datetime import timedelta

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.at_ticket import ticket_of_form
from itgov_bot.conversation.form_types import AdditionForm
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.requesting import add_files, add_message, live_ticket
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import LIVE, State, Ticket
from itgov_bot.replies import Reply
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff.tickets import changed as words

MAX_WAITING_FILES = 10
IN_A_ROW = timedelta(minutes=1)


async def begin(turn: Turn, ticket: Ticket) -> None:
    await forms.start(turn, AdditionForm(step="what", ticket=ticket.number))


async def add_waiting_files(turn: Turn, ticket: Ticket) -> None:
    """Pressed again, when none waits any more, it is said to be of before."""
    files = take_waiting(turn)
    if files:
        await attach(turn, ticket, files)
    else:
        turn.say(form_words.old_button_no_form())


def take_waiting(turn: Turn) -> list[StoredFile]:
    """The files that came with the words that are read now, or before them: they wait no more."""
    files, turn.state.waiting_files = turn.state.waiting_files, []
    return files


async def add(turn: Turn, ticket: Ticket, text: str, files: list[StoredFile]) -> None:
    """A solved ticket takes words too (a «gracias», or what is still missing); opening it again is one press away."""
    ticket = await live_ticket(turn.desk, ticket)
    if not ticket.is_live and ticket.state is not State.RESOLVED:
        turn.say(words.not_live(ticket))
        return
    if text:
        await add_message(turn.desk, ticket, turn.person, text)
        if ref := turn.incoming.message_ref:  # a later edit of this message is known to belong to the ticket
            await lookup.remember(turn.desk, turn.incoming.address, ref, ticket)
    await add_files(turn.desk, ticket, turn.person, files)
    if text or files:
        turn.say(words.added(ticket, words=bool(text), files=len(files)), ticket=ticket.id)


async def add_beside(turn: Turn, ticket_id: int, text: str) -> None:
    """Words that stood behind an answer about a ticket of theirs; that they went there was said with the answer."""
    ticket = await lookup.get(turn.desk, ticket_id)
    if ticket.is_live and ticket.requester == turn.person.id:
        await add_message(turn.desk, ticket, turn.person, text)


async def attach(turn: Turn, ticket: Ticket, files: list[StoredFile]) -> None:
    if files:
        await add_files(turn.desk, ticket, turn.person, files)
        turn.say(words.added(ticket, words=False, files=len(files)), ticket=ticket.id)


async def files_arrived(turn: Turn) -> bool:
    """A reader of files outside a form: with words they begin a new matter, alone they need a ticket."""
    if not turn.files.kept:
        return False
    waiting = [*turn.state.waiting_files, *turn.files.kept]
    earlier = turn.state.waiting_words if turn.state.waiting_files else ""
    turn.state.waiting_words = turn.text or earlier
    turn.state.waiting_files = waiting[:MAX_WAITING_FILES]
    was_told = _were_left_out_lately(turn)
    left_out = len(waiting) > MAX_WAITING_FILES
    if left_out:
        turn.state.files_left_out = turn.now
    if turn.text:
        turn.read_anew(turn.text)
    elif not (left_out and was_told):
        await ask_which_for_files(turn, left_out=left_out)
    return True


def _were_left_out_lately(turn: Turn) -> bool:
    """Of files that come in a row it is told once that they are too many."""
    last = turn.state.files_left_out
    return last is not None and timedelta() <= turn.now - last < IN_A_ROW


async def ask_which_for_files(turn: Turn, *, left_out: bool = False) -> None:
    """Those that wait belong to nothing yet."""
    live = await lookup.own(turn.desk, turn.person, LIVE, limit=8)
    turn.say(words.which_for_files(live, len(turn.state.waiting_files), left_out=left_out))


async def _ask_what(turn: Turn, form: AdditionForm) -> Reply:
    return words.ask_addition(await ticket_of_form(turn, form))


async def _take_what(turn: Turn, form: AdditionForm, answer: Answer) -> None:
    if not answer.text and not answer.files:
        turn.say(form_words.needs_text())
        return
    ticket = await ticket_of_form(turn, form)
    forms.finish(turn)
    await add(turn, ticket, answer.text, list(answer.files))


ADDITION = Flow("addition", AdditionForm, "lo que iba a agregar", {"what": Step(_ask_what, _take_what)})
