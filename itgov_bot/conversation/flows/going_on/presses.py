"""The buttons of what is going on: to which ticket words go, that they were something else, that it works or fails."""

from collections.abc import Sequence

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.at_ticket import keep_note
from itgov_bot.conversation.flows.going_on import deeds
from itgov_bot.conversation.flows.hearing.heard import FILES_ALONE
from itgov_bot.conversation.flows.hearing.message import going_on, hear_in
from itgov_bot.conversation.flows.hearing.table import Deed
from itgov_bot.conversation.flows.hearing.where import Told, at_ticket
from itgov_bot.conversation.flows.staff.outages import affected
from itgov_bot.conversation.flows.staff.tickets import additions, rating, reopening
from itgov_bot.conversation.flows.staff.tickets.own import in_time, own_ticket
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.requesting import add_message, confirm_works, take_back
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.language.answering.stars import stars_within
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff.tickets import changed as ticket_words
from itgov_bot.wording.staff.tickets import going_on as words


async def press_goes(turn: Turn, rest: str) -> None:
    """`goes:SAUS-2026-000001`: the words that waited belong there; with `:pass` they are passed on as they are, and with
    `:note` they stay there as a note of the desk's."""
    number, _, what = rest.partition(":")
    held = turn.take_held()
    ticket, form = await lookup.find(turn.desk, number), turn.state.form
    message = hear_in(turn, held.text) if held.text else FILES_ALONE
    claim = at_ticket(await going_on(turn), message, ticket.id) if ticket else None
    if claim is None:
        turn.say(ticket_words.no_such_ticket(number))
    elif not held.text and not held.files:
        turn.say(form_words.old_button_no_form())
    elif what == "note" and claim.matter.is_of_desk:
        await keep_note(turn, claim.matter.ticket, held.text, held.files)
    else:
        deed = Deed.PASS if what == "pass" else claim.deed
        await deeds.do(turn, deed, Told(claim.matter, message, held.files))
        if form and turn.state.form is form:
            await forms.ask(turn, form)


async def press_fresh(turn: Turn, _rest: str) -> None:
    """It was something new after all."""
    held = turn.take_held()
    await _read_anew(turn, held.text, held.files)


async def press_back(turn: Turn, number: str) -> None:
    """`back:SAUS-2026-000001`: what was passed on then was something else, and is read as such."""
    known = [one for one in turn.state.passed_on if (one.ticket, one.token) == (number, turn.question)]
    passed, ticket = known[-1] if known else None, await lookup.find(turn.desk, number)
    if passed is None or ticket is None:
        turn.say(words.NOTHING_TO_TAKE_BACK)
        return
    turn.state.passed_on = [one for one in turn.state.passed_on if one is not passed]
    await take_back(
        turn.desk,
        ticket,
        turn.person,
        passed.text,
        place=passed.place,
        contact=passed.contact,
        waiting_for=passed.waiting_for,
    )
    turn.say(words.taken_back(ticket))
    await _read_anew(turn, passed.text, passed.files)


async def _read_anew(turn: Turn, text: str, files: Sequence[StoredFile]) -> None:
    turn.state.waiting_files = [*turn.state.waiting_files, *files]
    if text:
        turn.read_anew(text)
    elif turn.state.waiting_files:
        await additions.ask_which_for_files(turn)
    else:
        turn.say(form_words.old_button_no_form())


async def press_works(turn: Turn, number: str) -> None:
    """`works:SAUS-2026-000001`: it is solved because its requester says so."""
    ticket = await own_ticket(turn, number)
    if ticket is None:
        return
    told = turn.take_held().text
    stars = stars_within(told, tells_how=True)
    how = words.WORKS_AGAIN if stars and not stars[1] else told or words.WORKS_AGAIN
    solved = await in_time(turn, ticket, confirm_works(turn.desk, ticket, turn.person, how))
    if solved is None:
        return
    stars = stars if solved.rating_counts else None
    turn.say(words.works(await view(turn.desk, solved), is_rated=stars is not None), ticket=ticket.id)
    if stars:
        await rating.rate_in_words(turn, solved, *stars)


async def press_fails(turn: Turn, number: str) -> None:
    """`fails:SAUS-2026-000001`: it is opened again with the words that waited; who was only affected gets their own."""
    ticket, held = await lookup.find(turn.desk, number), turn.take_held()
    text, files = held.text, held.files
    if ticket and ticket.requester == turn.person.id:
        await reopening.press_reopen(turn, number, reason=text)
        kept = await lookup.get(turn.desk, ticket.id)
    elif ticket and not ticket.is_outage:
        await _own_again(turn, ticket, text, files)
        return
    else:
        turn.state.subject.ticket = None
        await affected.press_still(turn, number)
        opened = await lookup.find(turn.desk, turn.state.subject.ticket)
        if opened is None:
            return
        kept = await add_message(turn.desk, opened, turn.person, text) if text else opened
    if files and kept.is_live:
        await additions.attach(turn, kept, list(files))


async def _own_again(turn: Turn, ticket: Ticket, text: str, files: tuple[StoredFile, ...]) -> None:
    """Theirs went into one that is solved, and still fails: its words are the beginning of another."""
    own = await lookup.own_in(turn.desk, turn.person, ticket)
    if own is None:
        turn.say(ticket_words.no_such_ticket(ticket.number))
        return
    turn.state.waiting_files = [*files]
    turn.read_anew(f"{own.text}\n{text}".strip())
