"""Two steps that any form may have: where it is, and how to reach the person, with the privacy notice."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import department
from itgov_bot.conversation.flows.staff.ticket_form.form import with_files
from itgov_bot.conversation.form_types import ReachedForm
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.desk.people import record_consent
from itgov_bot.messages import Reply
from itgov_bot.understanding.language.contacts import reads_as_contact
from itgov_bot.understanding.language.places import names_a_place
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import ticket_form as words
from itgov_bot.wording.staff.tickets import BY_THIS_CHAT

R = TypeVar("R", bound=ReachedForm)

MAX_PLACE = 200
MAX_CONTACT = 120
"""Characters."""


def steps(
    ask_place: Callable[[Turn, R], Reply], go_on: Callable[[Turn, R], Awaitable[None]]
) -> dict[str, Step[R]]:
    """The steps `place` and `contact` of a form that goes on with `go_on`."""

    async def take_place(turn: Turn, form: R, answer: Answer) -> None:
        form = with_files(turn, form, answer.files)
        if department.list_asked(turn, answer, form.choice):
            return
        if place := await _place(turn, form, answer):
            await go_on(turn, replace(form, place=place))

    async def take_contact(turn: Turn, form: R, answer: Answer) -> None:
        form = with_files(turn, form, answer.files)
        if contact := await _contact(turn, form, answer):
            turn.person = await record_consent(turn.desk, turn.person, turn.incoming.sender)
            await go_on(turn, replace(form, contact=contact))

    return {
        "place": Step(ask_place, take_place),
        "contact": Step(
            lambda turn, form: words.ask_contact(turn.city, turn.person, form.choice), take_contact
        ),
    }


# Where: the dependencia of the person, one of the list, or their own words


async def _place(turn: Turn, form: ReachedForm, answer: Answer) -> str | None:
    """The place that was told; None when it was none, and that was said."""
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
        return place
    return None


def _place_of(turn: Turn, answer: Answer) -> str:
    if answer.value == "same":
        return turn.person.dependencia or ""
    return department.meant(turn, answer) or answer.text


# How to reach the person


async def _contact(turn: Turn, form: ReachedForm, answer: Answer) -> str | None:
    """The contact with which the notice is accepted; None when it was not, and that was said."""
    if answer.value == "no":
        forms.finish(turn)
        turn.say(words.consent_refused(turn.city))
    elif answer.value == "chat" or turn.answers.yes_or_no(answer.text) is True:
        return BY_THIS_CHAT
    elif answer.text and not reads_as_contact(answer.text):
        turn.say(words.no_contact_in_that())
        await forms.ask(turn, form)
    elif not answer.text:
        turn.say(form_words.needs_text())
    elif len(answer.text) > MAX_CONTACT:
        turn.say(form_words.too_long(MAX_CONTACT))
    else:
        return answer.text
    return None
