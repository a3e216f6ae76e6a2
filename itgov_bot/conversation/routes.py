"""Who answers what a person did: button, command, offered choice, answer to a case, form, or free text; in that order."""

from __future__ import annotations

import re

from itgov_bot.conversation import forms
from itgov_bot.conversation.buttons import BUTTONS
from itgov_bot.conversation.commands import find, menu_for
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.agents import replies
from itgov_bot.conversation.flows.staff import follow_up, my_tickets, questions, rating, services, urgent
from itgov_bot.conversation.flows.staff import own_ticket as own_case
from itgov_bot.conversation.forms import Answer, Step
from itgov_bot.conversation.typed import offered
from itgov_bot.domain.catalog import normal_id
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.agents import prompts as agent_words
from itgov_bot.wording.staff import tickets as ticket_words

MAX_TEXT = 4000

_COMMAND = re.compile(r"/\s?(\w+)(?:@\w+)?(?:[\s:]+(.*))?", re.DOTALL)


async def answer(turn: Turn) -> None:
    """One thing a person did, answered. In a group the desk speaks only when it is spoken to."""
    if turn.incoming.is_group:
        await _in_group(turn)
    else:
        paused = turn.talk.paused
        await _in_private(turn)
        await _remind_of_form(turn, is_back=paused is not None and turn.talk.form is paused)
    for address, roles in turn.menus:
        await turn.show_menu(address, menu_for(roles))


async def _in_group(turn: Turn) -> None:
    if turn.incoming.pressed is not None:
        await _press(turn, turn.incoming.pressed)
    elif match := _COMMAND.fullmatch(turn.text):
        await _command(turn, match[1], (match[2] or "").strip())
    else:
        await replies.written_in_group(turn)


async def _in_private(turn: Turn) -> None:
    incoming = turn.incoming
    for name, problem in turn.files.refused:
        turn.say(general.file_refused(name, problem, turn.max_file_mb))
    if incoming.pressed is not None:
        await _press(turn, incoming.pressed)
    elif incoming.is_edit:
        await my_tickets.edited(turn)
    elif match := _COMMAND.fullmatch(turn.text):
        await _command(turn, match[1], (match[2] or "").strip())
    elif len(turn.text) > MAX_TEXT:
        turn.say(form_words.too_long(MAX_TEXT))
    elif incoming.reply_to_ref and await rating.answer_with_number(turn):
        pass
    elif pressed := await offered(turn):
        await _press(turn, pressed)
    elif incoming.reply_to_ref and await my_tickets.answer_to_ticket(turn):
        pass
    else:
        await _words_or_files(turn)


async def _words_or_files(turn: Turn) -> None:
    if turn.talk.form and forms.is_known(turn):
        await _to_form(turn)
    elif turn.files.kept:
        await my_tickets.files_arrived(turn)
    elif not turn.text:
        if not turn.files.refused:
            turn.say(general.nothing_readable())
    elif not (await _by_number(turn) or await own_case.answered(turn) or await follow_up.ask_which(turn)):
        await questions.ask(turn, turn.text)


async def _by_number(turn: Turn) -> bool:
    """A case number or a service id typed alone opens it."""
    if await my_tickets.open_by_number(turn, turn.text):
        return True
    if re.fullmatch(r"#?\s*\d{1,6}", turn.text):
        turn.say(ticket_words.no_such_ticket(turn.text))
        return True
    if normal_id(turn.text) and len(turn.text) < 12 and turn.desk.service(turn.text):
        await services.show_service(turn, turn.text)
        return True
    return False


async def _to_form(turn: Turn) -> None:
    """The answer to a form's question, unless it is a question itself, or comes so late that it may be neither."""
    form, step = turn.talk.form, forms.current_step(turn)
    assert form is not None
    if form.is_idle(turn.now) and turn.text and not turn.files.kept:
        turn.talk.held_text = turn.text
        flow = forms.current_flow(turn)
        turn.say(form_words.unfinished(flow.called, str(form.values.get("text", "")), turn.text))
    elif step.verbatim:
        await step.take(turn, Answer(text=turn.text, files=tuple(turn.files.kept)))
    elif turn.answers.is_leaving(turn.text):
        await forms.drop(turn)
    elif await _urgent_in_between(turn, step):
        pass
    elif turn.text and await questions.answer_in_between(turn, turn.text, step.free_text):
        await forms.ask(turn)
    else:
        await step.take(turn, Answer(text=turn.text, files=tuple(turn.files.kept)))


async def _urgent_in_between(turn: Turn, step: Step) -> bool:
    """An outage or an event told where a place or a contact was asked is offered the guard, and never kept as one."""
    form = turn.talk.form
    describing = form is None or not form.values.get("text") or form.flow == urgent.URGENT_FORM.name
    if describing or not step.free_text or not turn.text:
        return False
    return await urgent.offer_if_exception(turn, turn.text, None)


async def _press(turn: Turn, data: str) -> None:
    word, _, rest = data.partition(":")
    if word == "f":
        await _press_in_form(turn, rest)
    elif word in BUTTONS:
        await BUTTONS[word](turn, rest)
    else:
        turn.say(form_words.old_button_no_form())


async def _press_in_form(turn: Turn, rest: str) -> None:
    """A button of a step: only the step being asked takes it; an older one is answered kindly."""
    token, _, value = rest.partition(":")
    form = turn.talk.form
    if turn.incoming.is_group and (form is None or form.token != token):
        turn.say(agent_words.not_your_form())
    elif form is None or not forms.is_known(turn):
        turn.say(form_words.old_button_no_form())
    elif form.token != token:
        turn.say(form_words.old_button())
        await forms.ask(turn)
    else:
        await forms.current_step(turn).take(turn, Answer(value=value))


async def _command(turn: Turn, word: str, rest: str) -> None:
    command = find(word)
    if command is None or (turn.incoming.is_group and not command.in_group):
        if not turn.incoming.is_group:
            turn.say(general.unknown_command(word))
    elif command.gate and not command.gate(turn.own_roles if command.by_own_roles else turn.roles):
        turn.say(general.not_for_your_role())
    else:
        await command.handler(turn, rest)


async def _remind_of_form(turn: Turn, *, is_back: bool) -> None:
    """A command was answered while a form is open, or an interrupted one is back: how to go on is said."""
    form = turn.talk.form
    asked_now = form is not None and form.asked_at == turn.now.isoformat()
    due = is_back or (turn.text.startswith("/") and not asked_now)
    if form and forms.is_known(turn) and turn.has_spoken and due:
        turn.say(form_words.still_open(forms.current_flow(turn).called))
