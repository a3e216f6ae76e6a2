"""Readers of a free text by its plain form: a command, what is too long or nothing at all, a choice that is typed; and what
is noted or left aside between the others. Their place is in `text_readers`."""

import re

from itgov_bot.conversation import command_words, commands, typed
from itgov_bot.conversation.flows.admins import taught_in_words
from itgov_bot.conversation.flows.staff.tickets import additions
from itgov_bot.conversation.pressing import press
from itgov_bot.conversation.turn import Turn
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general

MAX_TEXT = 4000
"""Characters, of one message."""
MAX_TOLD = 8000
"""Of all the messages that one form gathers; what is SHORT (an order, an answer) is always heard."""
SHORT = 100

_COMMAND = regex(r"/\s?(\w+)(?:@\w+)?(?:[\s:]+(.*))?", re.DOTALL)


async def command(turn: Turn) -> bool:
    match = _COMMAND.fullmatch(turn.text)
    if match:
        await commands.run(turn, match[1], (match[2] or "").strip())
    return match is not None


async def too_long(turn: Turn) -> bool:
    told = len(turn.state.form.about) if turn.state.form else 0
    is_enough = len(turn.text) > SHORT and len(turn.text) + told > MAX_TOLD
    if len(turn.text) > MAX_TEXT:
        turn.say(form_words.too_long(MAX_TEXT))
    elif is_enough:
        turn.say(form_words.told_enough(MAX_TOLD))
    return is_enough or len(turn.text) > MAX_TEXT


async def choice_typed(turn: Turn) -> bool:
    data = await typed.offered(turn)
    if data is not None:
        await press(turn, data)
    return data is not None


async def nothing_readable(turn: Turn) -> bool:
    if not turn.text and not turn.files.refused:
        turn.say(general.nothing_readable())
    return not turn.text


async def begins_anew(turn: Turn) -> bool:
    """A new message is a new story: an outage that was something else may be asked after again."""
    turn.state.other_outages = []
    return False


async def lesson_answered(turn: Turn) -> bool:
    """The word of a command stays one, though a service is called alike."""
    return not command_words.is_command(turn.text) and await taught_in_words.says_of_lesson(turn)


async def says_nothing_new(turn: Turn) -> bool:
    """A reader: beside an answer no list is shown for words that are about nothing in particular; they stay with the ticket
    that it was about."""
    if turn.interpret(turn.text).decision == "answer" or tells_a_fault(turn.text):
        return False
    spoken_of = [ticket for _, ticket in turn.replies if ticket is not None]
    if spoken_of:
        await additions.add_beside(turn, spoken_of[-1], turn.text)
    return True
