"""What somebody wants done with a case of theirs: with one it is asked with one press, with several it is asked which."""

from collections.abc import Sequence

from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.staff.asked import threads
from itgov_bot.conversation.flows.staff.tickets import additions, my_tickets
from itgov_bot.conversation.flows.staff.wishes import candidates, waiting
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets.requesting import others_count_on
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.language.cases import one_case
from itgov_bot.understanding.language.cases.one_case import tells_what_to_add, wants_it_after_all
from itgov_bot.wording.staff.asked import wishes as words
from itgov_bot.wording.staff.outages import known as outages
from itgov_bot.wording.staff.tickets import changed as ticket_words
from itgov_bot.wording.staff.tickets import going_on

MANY = 2


async def open_one(turn: Turn) -> None:
    """Of what was told, whose card or answer they read of late; else they are asked what happens."""
    if not await threads.opens_what_was_told(turn):
        await ticket_form.open_form(turn, "")


async def show_mine(turn: Turn) -> None:
    """The one that is named, the only one, or the list."""
    found = await candidates.live(turn)
    if len(found) == 1:
        await my_tickets.show(turn, found[0])
    elif found:
        await my_tickets.list_mine(turn, "")
    elif not waiting.told_of_draft(turn):
        waiting.say_no_live(turn)


async def others_asked(turn: Turn) -> bool:
    """A reader: «¿cómo van los dos?», «¿y el otro?» of who has several; «¿y la impresora?» where one was just shown."""
    asks = one_case.others_asked(turn.text)
    every = await candidates.every_live(turn) if asks else []
    if len(every) < MANY:
        return False
    others = [one for one in every if one.number != turn.state.subject.ticket]
    if asks is one_case.Asks.NAMED:
        others = candidates.of_words(turn, others) if len(others) < len(every) else []
        if len(others) != 1:
            return False
    if asks is not one_case.Asks.ALL and len(others) == 1:
        await my_tickets.show(turn, others[0])
    else:
        await my_tickets.list_mine(turn, "")
    return True


async def add(turn: Turn) -> None:
    """What is to be added, if it was said; else it is asked for."""
    found, is_told = await candidates.live(turn), tells_what_to_add(turn.text)
    if not found:
        turn.say(words.NO_LIVE_CASE)
    elif len(found) > 1:
        asked = words.which(words.ADD if is_told else words.BEGIN_ADDING, found)
        turn.ask_about(asked, turn.text if is_told else "", additions.take_waiting(turn))
    elif is_told:
        await additions.add(turn, found[0], turn.text, additions.take_waiting(turn))
    else:
        await additions.begin(turn, found[0])


async def cancel(turn: Turn) -> None:
    """With what they wrote as the reason."""
    found = await candidates.live(turn)
    if not found:
        turn.say(words.NO_LIVE_CASE)
    elif one := _the_one(turn, found, words.CANCEL):
        turn.ask_about(ticket_words.ask_cancel(one), turn.text)


async def close(turn: Turn) -> None:
    """It works: it is solved by who says so; what the desk solved before is rated."""
    if found := await candidates.live(turn):
        if one := _the_one(turn, found, words.CLOSE):
            turn.ask_about(going_on.ask_close(await view(turn.desk, one)), turn.text)
    elif unrated := await candidates.unrated(turn):
        turn.say(going_on.ask_rating(unrated[0]))
    else:
        turn.say(words.NOTHING_TO_CLOSE)


async def reopen(turn: Turn) -> None:
    if await tell_cancelled(turn):
        return
    found = await candidates.solved(turn)
    if len(found) > 1:
        turn.ask_about(words.which(words.REOPEN, found), turn.text)
    elif found:
        turn.ask_about(going_on.ask_reopen(found[0], turn.text), turn.text)


async def may_reopen_any(turn: Turn) -> bool:
    return bool(await candidates.solved(turn) or await candidates.just_cancelled(turn))


async def tell_cancelled(turn: Turn) -> bool:
    """Why the last case was cancelled, and the press that opens it anew with its words; False when it was not."""
    ticket = await candidates.just_cancelled(turn)
    if ticket:
        turn.state.subject = Subject(text=ticket.text, service=ticket.service)
        turn.say(words.was_cancelled(ticket))
    return ticket is not None


async def wants_cancelled(turn: Turn) -> bool:
    """«Mejor sí, déjelo abierto», right after they cancelled it: its summary again, which one press sends."""
    ticket = await candidates.just_cancelled(turn) if wants_it_after_all(turn.text) else None
    is_last = ticket is not None and turn.state.subject.ticket == ticket.number
    if ticket and is_last:
        await ticket_form.open_again(turn, ticket)
    return is_last


async def rate(turn: Turn) -> None:
    found = await candidates.unrated(turn)
    turn.say(going_on.ask_rating(found[0]) if found else words.NOTHING_TO_RATE)


def _the_one(turn: Turn, found: Sequence[Ticket], which: words.Which) -> Ticket | None:
    """The only one, if it is theirs alone to end. Of several a press on one does it, with what they wrote."""
    if len(found) > 1:
        turn.ask_about(words.which(which, found), turn.text)
    elif others_count_on(found[0]):
        turn.say(outages.others_count_on_it(found[0]))
    else:
        return found[0]
    return None
