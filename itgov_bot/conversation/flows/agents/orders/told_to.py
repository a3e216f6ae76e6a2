"""Words for whoever is named, though another case was spoken of last: «dígale a Rosa que ya subo» goes to the case of Rosa,
«avísele a los de la caída que ya casi» to everybody whom it hit. All of it is shown first."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card import ready
from itgov_bot.conversation.flows.agents.card.answer import begin_answer
from itgov_bot.conversation.flows.agents.card.buttons import press_act
from itgov_bot.conversation.flows.agents.card.colleagues import agent_meant
from itgov_bot.conversation.flows.agents.card.outages import show_news
from itgov_bot.conversation.flows.agents.card.steps import step
from itgov_bot.conversation.flows.agents.several.named import is_called
from itgov_bot.conversation.flows.at_ticket import brief
from itgov_bot.conversation.form_types import OrderForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk import people, queue
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.queue import ALL
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.kept_words import kept_named
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.orders import Order, cases_named, order_in, telling
from itgov_bot.wording.agents.tickets import confirmations, prompts

MOST_ASKED = 6
"""Cases that are offered."""


async def told_to_named(turn: Turn, text: str) -> bool:
    """Whether it was ordered to tell somebody by name; who has no open case is said."""
    told = telling(text)
    if told is None or not told.whom or cases_named(told.whom) or await agent_meant(turn, told.whom):
        return False
    found = await live_of(turn, told.whom)
    if not found and told.is_named:
        turn.say(prompts.no_case_of(told.whom))
    await tell_one(turn, found, Order.ANSWER, told.text)
    return bool(found) or told.is_named


async def live_of(turn: Turn, whom: str) -> list[Ticket]:
    """The live cases of whoever is called so."""
    words = fold(whom).split()
    live = await queue.live(turn.desk, ALL, turn.person)
    called = {one.id for one in await people.with_live_tickets(turn.desk) if is_called(one, words)}
    return [one for one in live if one.requester in called]


async def live_described(turn: Turn, said: str) -> list[Ticket]:
    """Those of whoever is called so, else those in which these words stand."""
    by_words = replace(ALL, words=tuple(fold(said).split()))
    return await live_of(turn, said) or await queue.live(turn.desk, by_words, turn.person)


async def told_to_all(turn: Turn) -> bool:
    """Whether it was ordered to tell everybody whom an outage hit; that there is none is said."""
    ordered = order_in(turn.text)
    if ordered is None or ordered.order is not Order.NEWS:
        return False
    live = await queue.live(turn.desk, ALL, turn.person)
    found = [one for one in live if one.is_outage]
    if not found:
        turn.say(prompts.NO_OUTAGE)
    await tell_one(turn, found, Order.NEWS, ordered.text)
    return True


async def tell_one(
    turn: Turn, found: Sequence[Ticket], order: Order, text: str, files: Sequence[StoredFile] = ()
) -> None:
    """What is to be told is shown before it goes; of several cases it is asked which is meant."""
    if len(found) == 1:
        await _show(turn, found[0], order, text, files)
    elif found:
        form = OrderForm(step="which", ticket=found[0].number, holder=None, order=order, draft=text)
        among = tuple(one.number for one in found[:MOST_ASKED])
        await forms.start(turn, replace(form, among=among, files=tuple(files)))


async def _show(turn: Turn, ticket: Ticket, order: Order, text: str, files: Sequence[StoredFile]) -> None:
    text = await ready.called(turn, ticket, text) or text
    if kept_named(text):
        await press_act(turn, f"{ticket.number}:answer")
    elif order is Order.NEWS:
        await show_news(turn, ticket, text)
    else:
        await begin_answer(turn, ticket, text, files)


async def _ask_which(turn: Turn, form: OrderForm, _ticket: Ticket) -> Reply:
    among = [one for number in form.among if (one := await lookup.find(turn.desk, number))]
    return prompts.to_which(among, form.draft, form.choice)


async def _take_which(turn: Turn, form: OrderForm, ticket: Ticket, answer: Answer) -> None:
    number = answer.value or await lookup.number_meant(turn.desk, answer.text)
    if answer.value == "no" or turn.answers.yes_or_no(answer.text) is False:
        forms.finish(turn)
        brief(turn, ticket, confirmations.not_sent(ticket))
    elif number in form.among and (meant := await lookup.find(turn.desk, number)):
        forms.finish(turn)
        await _show(turn, meant, form.order, form.draft, form.files)
    else:
        await forms.choose_again(turn, form)


TO_WHICH = {"which": step(_ask_which, _take_which)}
