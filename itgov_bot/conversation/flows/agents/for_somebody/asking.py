"""What is asked of a case for somebody else: who, by which way, what, of which service, where, how they are reached."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.steps import MAX_ANSWER
from itgov_bot.conversation.flows.agents.for_somebody.beginning import (
    about,
    go_next,
    named,
    with_told,
)
from itgov_bot.conversation.flows.agents.for_somebody.steps import step
from itgov_bot.conversation.form_types import ForSomebodyForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk import people
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import CameBy
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.answering.picks import position_said
from itgov_bot.understanding.language.introducing.for_somebody import came_by
from itgov_bot.understanding.language.people.contacts import contact_in
from itgov_bot.understanding.language.people.names import sensible_name
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents.tickets import for_somebody as words
from itgov_bot.wording.on_ticket import BY_THIS_CHAT
from itgov_bot.wording.staff.steps.reaching import NOTED_WITH_PROBLEM

MIN_LETTERS = 4
"""Of what happens: fewer are the number of a button, or a slip."""


async def requester_of(turn: Turn, form: ForSomebodyForm) -> Person | None:
    """Of somebody who has a chat."""
    return await people.get(turn.desk, form.requester)


async def _take_who(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    told = await with_told(turn, form, answer.text)
    name = sensible_name(answer.text, turn.understanding.words.known)
    if told.name:
        await go_next(turn, told)
    elif name is None:
        await forms.ask_again(turn, form, words.NO_NAME)
    else:
        await go_next(turn, await named(turn, form, name))


async def _ask_which(turn: Turn, form: ForSomebodyForm) -> Reply:
    alike = [await people.get(turn.desk, one) for one in form.alike]
    return words.ask_which(form.name, [one for one in alike if one], form.choice)


async def _take_which(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    meant = next((one for one in form.alike if str(one) == answer.value), None)
    at = position_said(answer.text, len(form.alike))
    agrees = turn.decided(answer)
    if meant is None and (at is not None or (agrees and len(form.alike) == 1)):
        meant = form.alike[at or 0]
    if meant is None and answer.value != "other" and agrees is not False:
        await forms.choose_again(turn, form)
        return
    await go_next(turn, replace(form, requester=meant, is_decided=True))


async def _take_way(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    way = next((one for one in CameBy if one == answer.value), None) or came_by(answer.text)[0]
    if way is None:
        await forms.choose_again(turn, form)
    else:
        await go_next(turn, replace(form, came_by=way, contact=contact_in(answer.text) or form.contact))


async def _take_text(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    if sum(char.isalpha() for char in answer.text) < MIN_LETTERS:
        await forms.ask_again(turn, form, form_words.needs_text())
    elif len(answer.text) > MAX_ANSWER:
        turn.say(form_words.too_long(MAX_ANSWER))
    else:
        await go_next(turn, await about(turn, form, answer.text))


def _ask_service(turn: Turn, form: ForSomebodyForm) -> Reply:
    offered = [turn.desk.service(one) for one in form.offered]
    return words.ask_service([one for one in offered if one], form.choice)


async def _take_service(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    wanted = answer.value or answer.text
    service = turn.service_named(wanted)
    if service is None and wanted != "none":
        if contact := contact_in(answer.text):  # told before it is asked for
            await go_next(turn, replace(form, contact=contact))
        else:
            await forms.choose_again(turn, form)
        return
    await go_next(turn, replace(form, service=service.id if service else None, is_sorted=True))


async def _ask_place(turn: Turn, form: ForSomebodyForm) -> Reply:
    requester = await requester_of(turn, form)
    return words.ask_place(form.name, requester.dependencia if requester else None, form.choice)


async def _take_place(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    requester = await requester_of(turn, form)
    place = requester.dependencia if answer.value and requester else turn.place_said(answer.text)
    if place:
        await go_next(turn, replace(form, place=place))
    elif tells_a_fault(answer.text):
        turn.say(NOTED_WITH_PROBLEM)
        await go_next(turn, await about(turn, form, f"{form.text}\n{answer.text}"))
    else:
        await forms.ask_again(turn, form, words.NO_PLACE)


async def _take_contact(turn: Turn, form: ForSomebodyForm, answer: Answer) -> None:
    left = {"chat": BY_THIS_CHAT, "none": words.NO_CONTACT}.get(answer.value or "")
    contact = left or contact_in(answer.text)
    if contact is None:
        await forms.ask_again(turn, form, words.NO_CONTACT_SEEN)
    else:
        await go_next(turn, replace(form, contact=contact))


STEPS = {
    "who": step(lambda _turn, _form: words.ASK_WHO, _take_who),
    "which": step(_ask_which, _take_which),
    "way": step(lambda _turn, form: words.ask_way(form.choice), _take_way),
    "text": step(lambda _turn, form: words.ask_text(form.name), _take_text),
    "service": step(_ask_service, _take_service),
    "place": step(_ask_place, _take_place),
    "contact": step(
        lambda _turn, form: words.ask_contact(form.name, form.choice, has_chat=form.requester is not None),
        _take_contact,
    ),
}
