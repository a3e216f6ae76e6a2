"""Who reads a free text, and in which order: the tables TEXT_READERS and MATTER_READERS.

A reader says something and returns True, or returns False and the next one is tried.
"""

import re
from collections.abc import Awaitable, Callable

from itgov_bot.conversation import command_words, commands, typed
from itgov_bot.conversation.flows import event_date, own_name, team
from itgov_bot.conversation.flows.admins import in_words as people_in_words
from itgov_bot.conversation.flows.admins import leaving
from itgov_bot.conversation.flows.agents import for_somebody
from itgov_bot.conversation.flows.agents.card import agenda, canned, holding, undo
from itgov_bot.conversation.flows.agents.duty import swap_answers
from itgov_bot.conversation.flows.agents.messages import files, to_question
from itgov_bot.conversation.flows.agents.orders import beside, by_name, of_last
from itgov_bot.conversation.flows.agents.orders import by_number as numbered
from itgov_bot.conversation.flows.agents.orders import guessed as guesses
from itgov_bot.conversation.flows.agents.queue import asked as queue
from itgov_bot.conversation.flows.called import asked as duty_asked
from itgov_bot.conversation.flows.called import heard as called
from itgov_bot.conversation.flows.called import which as called_which
from itgov_bot.conversation.flows.going_on import answers, edits, readers
from itgov_bot.conversation.flows.managers import export, indicators, plan_words, recording, subscriptions
from itgov_bot.conversation.flows.staff import accompaniment, dangers, start, urgent
from itgov_bot.conversation.flows.staff.asked import everyday, questions, services, threads
from itgov_bot.conversation.flows.staff.oneself import introducing
from itgov_bot.conversation.flows.staff.outages import known as outages
from itgov_bot.conversation.flows.staff.outages import listing as outage_list
from itgov_bot.conversation.flows.staff.ticket_form import first_aid
from itgov_bot.conversation.flows.staff.tickets import additions, my_tickets, rating
from itgov_bot.conversation.flows.staff.wishes import of_tickets, person, wish_told
from itgov_bot.conversation.flows.steps import consent
from itgov_bot.conversation.in_form import in_form
from itgov_bot.conversation.pressing import press
from itgov_bot.conversation.turn import Turn
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general

MAX_TEXT = 4000
"""Characters, of one message."""
MAX_TOLD = 8000
"""Of all the messages that one form gathers; what is SHORT (an order, an answer) is always heard."""
SHORT = 100

TextReader = Callable[[Turn], Awaitable[bool]]

_COMMAND = re.compile(r"/\s?(\w+)(?:@\w+)?(?:[\s:]+(.*))?", re.DOTALL)


async def command(turn: Turn) -> bool:
    match = _COMMAND.fullmatch(turn.text)
    if match:
        await commands.run(turn, match[1], (match[2] or "").strip())
    return match is not None


async def first(readers: tuple[TextReader, ...], turn: Turn) -> bool:
    """Tries the readers in their order; True when one answered."""
    for reader in readers:
        if await reader(turn):
            return True
    return False


async def _too_long(turn: Turn) -> bool:
    is_long = len(turn.text) > MAX_TEXT
    told = len(turn.state.form.about) if turn.state.form else 0
    if is_long:
        turn.say(form_words.too_long(MAX_TEXT))
    elif len(turn.text) > SHORT and len(turn.text) + told > MAX_TOLD:
        turn.say(form_words.told_enough(MAX_TOLD))
        return True
    return is_long


async def _choice_typed(turn: Turn) -> bool:
    data = await typed.offered(turn)
    if data is not None:
        await press(turn, data)
    return data is not None


async def _nothing_readable(turn: Turn) -> bool:
    if not turn.text and not turn.files.refused:
        turn.say(general.nothing_readable())
    return not turn.text


async def _told_by_role(turn: Turn) -> bool:
    return bool(turn.roles) and await first(ROLE_READERS, turn)


async def _guessed_by_role(turn: Turn) -> bool:
    return bool(turn.roles) and await first(ROLE_GUESSES, turn)


async def _new_matter(turn: Turn) -> bool:
    """A new message is a new story: an outage that was something else may be asked after again."""
    turn.state.other_outages = []
    return await first(MATTER_READERS, turn)


MATTER_READERS: tuple[TextReader, ...] = (
    # What to do comes first, whatever the words are.
    dangers.warned,
    dangers.begun,
    # What is no report, plainly, by its words alone.
    questions.sign_alone,
    consent.refused_at_once,
    everyday.which_of_them,
    threads.asked,
    questions.hours_clearly_asked,
    everyday.ours_asked,
    outage_list.maintenance_asked,
    threads.place_told,
    introducing.reach_told,
    introducing.introduced_alone,
    person.call_asked,
    wish_told,
    # What cannot wait, or is known already, is asked before it is looked which service it is about.
    outages.known_outage,
    urgent.exception_told,
    event_date.change_told,
    accompaniment.event_told,
    # Whatever the message as a whole was understood to be.
    questions.hours_or_channels,
    questions.small_talk,
    questions.several_problems,
    questions.question,
)
"""What a new message may be about; the last one takes anything."""

ROLE_READERS: tuple[TextReader, ...] = (
    # What has one shape comes before what is ranked: an export sounds like an order, who has a case like a figure, and
    # managers ask for figures in any words.
    files.sent_with_words,
    command_words.of_role,
    people_in_words.asked_in_words,
    export.asked_in_words,
    for_somebody.asked_in_words,
    team.told_of_swaps,
    plan_words.asked_in_words,
    by_name.asked_by_name,
    numbered.asked_in_words,
    canned.asked_to_keep,
    duty_asked.asked_of_urgent,
    of_last.asked_of_last,
    queue.ordered_in_bulk,
    outage_list.counted,
    team.told,
    queue.asked_in_words,
    team.told_of_cases,
    recording.asked_in_words,
    recording.told,
    subscriptions.answered_in_words,
    subscriptions.asked_in_words,
    indicators.asked_in_words,
)
"""What somebody with a role orders or asks: nobody else's words are read so."""

ROLE_GUESSES: tuple[TextReader, ...] = (
    queue.guessed_in_words,
    team.guessed,
    recording.guessed,
    beside.not_understood,
    indicators.nothing_known,
)
"""What their words may be that nobody understood otherwise."""

TEXT_READERS: tuple[TextReader, ...] = (
    # By what the message is, whatever it says.
    edits.edited,
    to_question.answered_question,
    command,
    start.link_sent,
    _too_long,
    dangers.warned_at_once,
    # Short answers to what was said last: the narrower ones before whatever button is called so.
    rating.answer_with_number,
    answers.sends_nothing,
    answers.which_named,
    answers.put_off_meant,
    answers.which_part_named,
    beside.number_alone,
    leaving.given_back_in_words,
    undo.asked_in_words,
    called_which.answers_call,
    _choice_typed,
    urgent.who_told,
    urgent.anothers_event_told,
    urgent.how_many_told,
    # What answers a question that no form asks: the name of who works here, and the call of the guard.
    own_name.told,
    called.told,
    swap_answers.answered_in_words,
    answers.answered_message,
    # An open form takes all else; what may be said beside it, `FORM_READERS` knows.
    in_form,
    start.taken_up,
    _told_by_role,
    # What is no message to a case, though one goes on: it is given back, moved, asked after, or about themselves.
    holding.given_back,
    event_date.change_told,
    event_date.who_goes_asked,
    agenda.asked_in_words,
    introducing.in_choice,
    introducing.new_data_told,
    guesses.numbered_order_guessed,
    of_tickets.others_asked,
    # What goes on; then what has nothing but a number, a name or files to go by.
    first_aid.asked_what_to_do,
    dangers.more_of_sent,
    dangers.more_of_told,
    dangers.kept_aside,
    readers.goes_on,
    duty_asked.asked_in_words,
    additions.files_arrived,
    _nothing_readable,
    my_tickets.ticket_number,
    services.service_id,
    # What no shape told, before it would begin a case; and at last a new matter.
    _guessed_by_role,
    _new_matter,
)
"""In private."""
