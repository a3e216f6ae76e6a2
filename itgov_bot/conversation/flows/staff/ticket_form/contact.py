"""How to reach the person, with the privacy notice."""

from __future__ import annotations

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff.ticket_form.form import go_next, keep_files, values_of
from itgov_bot.conversation.forms import Answer
from itgov_bot.desk.people import record_consent
from itgov_bot.messages import Reply
from itgov_bot.understanding.language.contacts import reads_as_contact
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import ticket_form as ticket_form_words
from itgov_bot.wording.staff import tickets as words

LONGEST_CONTACT = 120


async def ask_contact(turn: Turn) -> Reply:
    return ticket_form_words.ask_contact(turn.city, turn.person, turn.choice)


async def take_contact(turn: Turn, answer: Answer) -> None:
    keep_files(turn, answer.files)
    if answer.value == "no":
        forms.finish(turn)
        turn.say(ticket_form_words.consent_refused(turn.city))
    elif answer.value == "chat" or turn.answers.yes_or_no(answer.text) is True:
        await _contact(turn, words.BY_THIS_CHAT)
    elif answer.text and not reads_as_contact(answer.text):
        turn.say(ticket_form_words.no_contact_in_that())
        await forms.ask(turn)
    elif not answer.text:
        turn.say(form_words.needs_text())
    elif len(answer.text) > LONGEST_CONTACT:
        turn.say(form_words.too_long(LONGEST_CONTACT))
    else:
        await _contact(turn, answer.text)


async def _contact(turn: Turn, contact: str) -> None:
    values_of(turn)["contact"] = contact
    turn.person = await record_consent(turn.desk, turn.person, turn.incoming.sender)
    await go_next(turn)
