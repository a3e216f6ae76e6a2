"""Where it fails, and how to reach the person, with the privacy notice."""

from __future__ import annotations

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import department
from itgov_bot.conversation.flows.staff.ticket_form.form import go_next, with_files
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk.people import record_consent
from itgov_bot.understanding.language.contacts import reads_as_contact
from itgov_bot.understanding.language.places import names_a_place
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import ticket_form as words
from itgov_bot.wording.staff.tickets import BY_THIS_CHAT

MAX_PLACE = 200
MAX_CONTACT = 120
"""Characters."""


# Where: the dependencia of the person, one of the list, or their own words


async def take_place(turn: Turn, form: TicketForm, answer: Answer) -> None:
    form = with_files(turn, form, answer.files)
    if department.list_asked(turn, answer, form.choice):
        return
    place = _place_of(turn, answer)
    if answer.value is None and turn.answers.yes_or_no(place) is not None:
        turn.say(form_words.choose_one())
        await forms.ask(turn, form)
    elif not place:
        turn.say(form_words.needs_text())
    elif len(place) > MAX_PLACE:
        turn.say(form_words.too_long(MAX_PLACE))
    elif answer.value is None and not names_a_place(place):
        turn.say(words.no_place_in_that())
        await forms.ask(turn, form)
    else:
        await go_next(turn, replace(form, place=place))


def _place_of(turn: Turn, answer: Answer) -> str:
    if answer.value == "same":
        return turn.person.dependencia or ""
    return department.meant(turn, answer) or answer.text


# How to reach the person


async def take_contact(turn: Turn, form: TicketForm, answer: Answer) -> None:
    form = with_files(turn, form, answer.files)
    if answer.value == "no":
        forms.finish(turn)
        turn.say(words.consent_refused(turn.city))
    elif answer.value == "chat" or turn.answers.yes_or_no(answer.text) is True:
        await _reached_by(turn, form, BY_THIS_CHAT)
    elif answer.text and not reads_as_contact(answer.text):
        turn.say(words.no_contact_in_that())
        await forms.ask(turn, form)
    elif not answer.text:
        turn.say(form_words.needs_text())
    elif len(answer.text) > MAX_CONTACT:
        turn.say(form_words.too_long(MAX_CONTACT))
    else:
        await _reached_by(turn, form, answer.text)


async def _reached_by(turn: Turn, form: TicketForm, contact: str) -> None:
    turn.person = await record_consent(turn.desk, turn.person, turn.incoming.sender)
    await go_next(turn, replace(form, contact=contact))
