"""The beginning, the help, and the buttons around forms."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.admins import invitations
from itgov_bot.conversation.flows.admins.roles import refresh_menu
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.staff.tickets import my_tickets
from itgov_bot.conversation.turn import Again, Answer, Turn
from itgov_bot.desk import setup, support
from itgov_bot.domain.installation import TICKET_PAYLOAD
from itgov_bot.domain.people import may_administer
from itgov_bot.patterns import regex
from itgov_bot.replies import Reply
from itgov_bot.understanding import Smalltalk
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.admins import setup as setup_words

_LINK = regex(r"https://t\.me/\w{3,32}\?start=([\w-]{1,64})")


async def start(turn: Turn, rest: str) -> None:
    """`/start`, or a deep link with the number of a ticket or an invitation behind it."""
    await refresh_menu(turn)
    number = rest.removeprefix(TICKET_PAYLOAD)
    if number.startswith("SAUS-") and await my_tickets.open_by_number(turn, number):
        return
    if rest:
        await invitations.accept(turn, rest)
        return
    turn.say(await _for_who_sets_up(turn, general.welcome(turn.city, turn.local_now)))


async def link_sent(turn: Turn) -> bool:
    """A reader: an invitation that was sent to the bot in place of being opened."""
    link = _LINK.search(turn.text)
    if link is None:
        return False
    await start(turn, link[1])
    return True


async def help_me(turn: Turn, _rest: str) -> None:
    turn.say(await _for_who_sets_up(turn, general.help_text(turn.city, turn.roles)))


async def _for_who_sets_up(turn: Turn, reply: Reply) -> Reply:
    """Whoever administers the desk reads what it still needs; while nobody does, everybody reads how one becomes it."""
    if turn.incoming.is_group:
        return reply
    if not await support.has_administrator(turn.desk, turn.person.channel):
        return setup_words.nobody_administers(reply, turn.person.user)
    if not may_administer(turn.roles):
        return reply
    found = setup_words.steps(await setup.measure(turn.desk, turn.person), turn.desk.calendars.general)
    missing = sum(bool(one.missing) for one in found)
    return setup_words.welcome_administrator(reply, missing) if missing else reply


async def press_done(turn: Turn, _rest: str) -> None:
    """Nothing more for now."""
    turn.state.take_no_more()
    turn.say(general.smalltalk(turn.city, Smalltalk.NO, turn.now))


async def resume(turn: Turn, _rest: str) -> None:
    if form := turn.state.form:
        await forms.ask(turn, form)
    elif not await forms.take_up(turn):
        turn.say(form_words.nothing_to_resume())


async def taken_up(turn: Turn) -> bool:
    """A reader: «sigamos», of who left something in the middle."""
    return turn.answers.is_going_on(turn.text) and await forms.take_up(turn)


PRESS = "press:"
"""Before the data of the button that words were meant for."""


async def press_form(turn: Turn, what: str) -> None:
    """Seguir, dejarlo, or empezar de nuevo. What was written meanwhile is taken as something new once it is dropped."""
    held, form = turn.take_held(), turn.state.form
    if what in ("resume", "take_up"):
        await resume(turn, "")
    elif what == "leave":
        forms.leave_left(turn)
    elif what == "take" and form and (held.text or held.files):
        await forms.take(turn, form, Answer(text=held.text, files=held.files))
    elif what == "take":
        turn.say(form_words.old_button_no_form())
    elif what.startswith(PRESS):
        turn.again = Again(pressed=what.removeprefix(PRESS))
    elif what == "again" and held.text:
        forms.finish(turn)
        await ticket_form.open_form(turn, held.text)
    elif what == "again" and form:
        await forms.start_over(turn, form)
    else:
        await forms.drop(turn)
        if held.text:
            turn.read_anew(held.text)
