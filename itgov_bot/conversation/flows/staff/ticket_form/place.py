"""Where it is: the dependencia of the person, one of the list, or their own words."""

from __future__ import annotations

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff import department as office
from itgov_bot.conversation.flows.staff.ticket_form.form import go_next, keep_files, values_of
from itgov_bot.conversation.forms import Answer
from itgov_bot.messages import Reply
from itgov_bot.understanding.language.places import names_a_place
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import ticket_form as ticket_form_words

LONGEST_PLACE = 200


async def ask_place(turn: Turn) -> Reply:
    return ticket_form_words.ask_place(turn.city, turn.person.dependencia, turn.choice)


async def take_place(turn: Turn, answer: Answer) -> None:
    keep_files(turn, answer.files)
    if office.list_asked(turn, answer):
        return
    place = _place_of(turn, answer)
    if answer.value is None and turn.answers.yes_or_no(place) is not None:
        turn.say(form_words.choose_one())
        await forms.ask(turn)
    elif not place:
        turn.say(form_words.needs_text())
    elif answer.value is None and not names_a_place(place):
        turn.say(ticket_form_words.no_place_in_that())
        await forms.ask(turn)
    elif len(place) > LONGEST_PLACE:
        turn.say(form_words.too_long(LONGEST_PLACE))
    else:
        values_of(turn)["place"] = place
        await go_next(turn)


def _place_of(turn: Turn, answer: Answer) -> str:
    if answer.value == "same":
        return turn.person.dependencia or ""
    return office.meant(turn, answer) or answer.text
