"""Who answers what a person did. The order in which words are tried is data: TEXT_READERS.

A reader says something and returns True, or returns False and the next one is tried.
"""

import re
from collections.abc import Awaitable, Callable

from itgov_bot.actions import Action
from itgov_bot.conversation import command_words, commands, forms, typed
from itgov_bot.conversation.buttons import BUTTONS
from itgov_bot.conversation.flows import own_name
from itgov_bot.conversation.flows.admins import in_words as people_in_words
from itgov_bot.conversation.flows.admins import leaving
from itgov_bot.conversation.flows.agents import for_somebody, team
from itgov_bot.conversation.flows.agents.called import asked as duty_asked
from itgov_bot.conversation.flows.agents.called import heard as called
from itgov_bot.conversation.flows.agents.called import which as called_which
from itgov_bot.conversation.flows.agents.card import agenda, canned, holding, undo
from itgov_bot.conversation.flows.agents.messages import edits, replies, to_question
from itgov_bot.conversation.flows.agents.orders import beside
from itgov_bot.conversation.flows.agents.orders import by_number as numbered
from itgov_bot.conversation.flows.agents.orders import guessed as guesses
from itgov_bot.conversation.flows.agents.queue import asked as queue
from itgov_bot.conversation.flows.managers import export, indicators, plan_words, recording, subscriptions
from itgov_bot.conversation.flows.staff import (
    accompaniment,
    additions,
    consent,
    event_date,
    everyday,
    first_aid,
    introducing,
    my_tickets,
    outage_list,
    outages,
    questions,
    rating,
    services,
    start,
    threads,
    urgent,
    whose,
)
from itgov_bot.conversation.flows.staff.going_on import answers, readers
from itgov_bot.conversation.flows.staff.wishes import wish_told
from itgov_bot.conversation.form_types import is_proposal
from itgov_bot.conversation.in_form import in_form, offer_untold, untold
from itgov_bot.conversation.turn import Again, Answer, Turn
from itgov_bot.outbox.posting import post_menu, withdraw
from itgov_bot.replies import question_of
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.agents.tickets import prompts as agent_words

MAX_TEXT = 4000
"""Characters, of one message."""
MAX_TOLD = 8000
"""Of all the messages that one form gathers; what is SHORT (an order, an answer) is always heard."""
SHORT = 100

TextReader = Callable[[Turn], Awaitable[bool]]

_COMMAND = re.compile(r"/\s?(\w+)(?:@\w+)?(?:[\s:]+(.*))?", re.DOTALL)


async def answer(turn: Turn) -> None:
    """One thing a person did, answered. In a group the desk speaks only when it is spoken to."""
    begun, interrupted = list(turn.state.forms), {form.token for form in turn.state.forms[:-1]}
    left, forms_before = untold(turn), len(turn.state.forms)
    if turn.incoming.is_group:
        await _in_group(turn)
        forms.withdraw_answered(turn, begun)
    else:
        await _in_private(turn)
    if again := turn.again:
        await _do_again(turn, again)
    if left and not turn.incoming.is_group:
        await offer_untold(turn, left, forms_before)
    if not turn.incoming.is_group:
        if _did_something_else(turn):
            forms.leave_behind(turn, begun)
        if not forms.is_asking(turn):
            forms.offer_left(turn)
        _remind_of_form(turn, interrupted)
    await own_name.ask_who_works(turn)
    for card in turn.withdrawn:
        await withdraw(turn.desk.session, turn.incoming.address, card, turn.now)
    for address, menu in turn.menus:
        await post_menu(turn.desk.session, address, commands.entries_of(menu), turn.now)


async def _in_group(turn: Turn) -> None:
    if turn.incoming.pressed is not None:
        await press(turn, turn.incoming.pressed)
    elif not (
        await to_question.answered_question(turn) or await _command(turn) or await undo.asked_in_group(turn)
    ):
        await replies.written_in_group(turn)


async def _in_private(turn: Turn) -> None:
    for name, problem in turn.files.told:
        turn.say(general.file_refused(name, problem, turn.parts.max_file_mb))
    if _is_all_refused(turn):
        return
    if turn.incoming.pressed is not None:
        await press(turn, turn.incoming.pressed)
    else:
        await _first(TEXT_READERS, turn)


def _is_all_refused(turn: Turn) -> bool:
    """Nothing but files that are not taken, and why was said, once a day of those beyond the day's. A form asks again."""
    files = turn.files
    is_asked = turn.state.form is not None and bool(files.told)
    return bool(files.refused) and not (turn.text or files.kept or is_asked)


async def _first(readers: tuple[TextReader, ...], turn: Turn) -> bool:
    """Tries the readers in their order; True when one answered."""
    for reader in readers:
        if await reader(turn):
            return True
    return False


async def _do_again(turn: Turn, again: Again) -> None:
    turn.again, turn.pressed, turn.text = None, None, again.text
    if again.pressed is not None:
        await press(turn, again.pressed)
    elif not await _command(turn):
        await _first(MATTER_READERS, turn)


# Buttons


async def press(turn: Turn, data: str) -> None:
    """A button, pressed or typed."""
    data, turn.question = question_of(data)
    turn.pressed = data
    word, _, rest = data.partition(":")
    if word == Action.STEP:
        await _press_in_form(turn, rest)
    elif word in BUTTONS:
        await BUTTONS[word](turn, rest)
    else:
        turn.toast(form_words.old_button_no_form())


async def _press_in_form(turn: Turn, rest: str) -> None:
    """A button of a step that is asked, whichever was asked last; an older one is answered kindly."""
    token, _, value = rest.partition(":")
    form = turn.state.form
    if asked := next((one for one in turn.state.forms if one.token == token), None):
        turn.state.bring_forward(asked)
        await forms.take(turn, asked, Answer(value=value))
    elif turn.incoming.is_group:
        turn.toast(agent_words.NOT_YOUR_FORM)
    elif form is None:
        turn.toast(form_words.old_button_no_form())
    else:
        turn.say(form_words.old_button())
        await forms.ask(turn, form)


# Words and files


async def _command(turn: Turn) -> bool:
    match = _COMMAND.fullmatch(turn.text)
    if match:
        await commands.run(turn, match[1], (match[2] or "").strip())
    return match is not None


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


async def _new_matter(turn: Turn) -> bool:
    """A new message is a new story: an outage that was something else may be asked after again."""
    turn.state.other_outages = []
    return await _first(MATTER_READERS, turn)


MATTER_READERS: tuple[TextReader, ...] = (
    # What is no report, plainly, by its words alone.
    questions.sign_alone,
    consent.refused_at_once,
    everyday.which_of_them,
    threads.asked,
    questions.hours_clearly_asked,
    whose.asked,
    outage_list.maintenance_asked,
    threads.place_told,
    introducing.reach_told,
    introducing.introduced_alone,
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

TEXT_READERS: tuple[TextReader, ...] = (
    # By what the message is, whatever it says.
    edits.edited,
    to_question.answered_question,
    _command,
    start.link_sent,
    _too_long,
    # Short answers to what was said last: the narrower ones before whatever button is called so.
    rating.answer_with_number,
    answers.sends_nothing,
    answers.which_named,
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
    answers.answered_message,
    # An open form takes all else; what may be said beside it, `FORM_READERS` knows.
    in_form,
    start.taken_up,
    # What somebody with a role orders or asks: nobody else's words are read so. What has one shape comes before what is
    # ranked: an export sounds like an order, who has a case like a figure, and managers ask for figures in any words.
    command_words.of_role,
    people_in_words.asked_in_words,
    export.asked_in_words,
    for_somebody.asked_in_words,
    plan_words.asked_in_words,
    numbered.asked_in_words,
    canned.asked_to_keep,
    duty_asked.asked_of_urgent,
    queue.ordered_in_bulk,
    team.told,
    queue.asked_in_words,
    team.told_of_cases,
    recording.asked_in_words,
    recording.told,
    subscriptions.answered_in_words,
    subscriptions.asked_in_words,
    indicators.asked_in_words,
    # What is no message to a case, though one goes on: it is given back, moved, asked after, or about themselves.
    holding.given_back,
    event_date.change_told,
    event_date.who_goes_asked,
    agenda.asked_in_words,
    introducing.in_choice,
    introducing.new_data_told,
    guesses.numbered_order_guessed,
    # What goes on; then what has nothing but a number, a name or files to go by.
    first_aid.asked_what_to_do,
    first_aid.more_of_sent,
    first_aid.more_of_told,
    readers.goes_on,
    duty_asked.asked_in_words,
    additions.files_arrived,
    _nothing_readable,
    my_tickets.ticket_number,
    services.service_id,
    # Words of agents that no shape told, before they would begin a case of their own; and at last a new matter.
    queue.guessed_in_words,
    team.guessed,
    recording.guessed,
    beside.not_understood,
    indicators.nothing_known,
    _new_matter,
)
"""In private."""


def _did_something_else(turn: Turn) -> bool:
    """A command, or a button that is of no form: pressed, or typed."""
    word, _, _ = (turn.pressed or "").partition(":")
    return _wrote_command(turn) or bool(word and word not in (Action.STEP, Action.FORM))


def _wrote_command(turn: Turn) -> bool:
    return turn.incoming.text.strip().startswith("/")


def _remind_of_form(turn: Turn, interrupted: set[str]) -> None:
    """A command was answered while a form is open, or an interrupted one is back: how to go on is said."""
    form = turn.state.form
    if form is None or not turn.said:
        return
    if form.token in interrupted:
        turn.say(form_words.still_open(forms.named(turn, form)))
    elif (
        _wrote_command(turn)
        and form.asked_at != turn.now
        and not (is_proposal(form) or form.is_old(turn.now))
    ):
        forms.say_it_waits(turn, form)
