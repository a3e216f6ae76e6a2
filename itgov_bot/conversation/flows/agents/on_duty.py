"""What whoever sees to a ticket does with it in words: each is the button of that name, which asks for the role."""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.conversation.flows.agents import duty
from itgov_bot.conversation.flows.agents.card import assigning, holding
from itgov_bot.conversation.flows.agents.card import buttons as ticket_buttons
from itgov_bot.conversation.flows.agents.card.answer import begin_answer
from itgov_bot.conversation.flows.agents.card.steps import is_shown_first
from itgov_bot.conversation.flows.agents.orders import table as orders
from itgov_bot.conversation.flows.agents.orders import under_card as said
from itgov_bot.conversation.flows.hearing.heard import Heard
from itgov_bot.conversation.flows.hearing.table import Deed
from itgov_bot.conversation.flows.hearing.where import Told
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.view import view
from itgov_bot.desk.tickets.working import answer_requester
from itgov_bot.domain.tickets.matters import MatterKind
from itgov_bot.understanding.language.cases.notes import is_remark
from itgov_bot.understanding.language.duty.asked_of_case import asked_at_duty
from itgov_bot.understanding.language.duty.call_answered import gives_up
from itgov_bot.understanding.language.orders import Order
from itgov_bot.wording.agents.duty import told as duty_words

Done = Callable[[Turn, Told], Awaitable[None]]


async def obeyed(turn: Turn, told: Told) -> bool:
    """«Darío lo sigue», «déjelo en espera de Claro»: an order of the ticket is for nobody outside."""
    if await said.obeyed_in_parts(turn, told.ticket, told.text):
        return True
    ordered = await orders.ordered_of(turn, told.ticket, told.text)
    if ordered is None or not ordered.is_sure:
        return False
    if ordered.order is Order.ASSIGN:
        await _hand_to(turn, told, ordered.named)
        return True
    return await said.obeyed(turn, told.ticket, told.text)


async def _take(turn: Turn, told: Told) -> None:
    """«Llego en 10 minutos» takes it, and whoever waits reads when; what may be no words for them is shown first."""
    await ticket_buttons.press_take(turn, told.ticket.number)
    taken, says = await lookup.get(turn.desk, told.ticket.id), told.message.says
    is_news = Heard.COMES in says and Heard.TAKES not in says and not is_remark(told.text)
    if not is_news or taken.event_at or taken.assignee != turn.person.id:
        return
    if await is_shown_first(turn, told.text, taken.requester):
        await begin_answer(turn, taken, told.text)
    else:
        await answer_requester(turn.desk, taken, turn.person, told.text, (), private=True)


async def _decline(turn: Turn, told: Told) -> None:
    await ticket_buttons.press_act(
        turn, f"{told.ticket.number}:{'not_going' if told.ticket.event_at else 'decline'}"
    )


async def _hand_over(turn: Turn, told: Told) -> None:
    """To whoever is next, or is named; in hours back to the queue. Of an event, they do not go."""
    given = gives_up(told.text)
    if told.ticket.event_at:
        await _decline(turn, told)
    elif given:
        await _hand_to(turn, told, given.to)
    else:
        await holding.hand_to(turn, told.ticket, None)


async def _hand_to(turn: Turn, told: Told, to: str) -> None:
    wanted = await duty.colleague_named(turn, to) if to else None
    if to and wanted is None:
        await _ask_hand_over(turn, told)
    elif turn.is_open(told.ticket.service):
        await _give_up_in_hours(turn, told, to)
    else:
        await holding.hand_to(turn, told.ticket, wanted)


async def _give_up_in_hours(turn: Turn, told: Told, to: str) -> None:
    assign = await assigning.handing(turn, told.ticket, to) if to else None
    if assign:
        await assign()
    else:
        await ticket_buttons.press_act(turn, f"{told.ticket.number}:release")


async def _ask_hand_over(turn: Turn, told: Told) -> None:
    asked = duty_words.ask_hand_over(await view(turn.desk, told.ticket))
    turn.ask_about(asked, told.text, told.files, ticket=told.ticket.id)


async def _tell(turn: Turn, told: Told) -> None:
    """Whoever has it may ask it of its requester all the same."""
    asked = asked_at_duty(told.text)
    if asked is None:
        return
    said = await duty.answer(turn, told.ticket, asked.about)
    if told.matter.kind in (MatterKind.GUARD, MatterKind.HELD):
        said = duty_words.may_be_asked(said, await view(turn.desk, told.ticket))
        turn.ask_about(said, told.text, told.files, ticket=told.ticket.id)
    else:
        turn.say(said, ticket=told.ticket.id)


ON_DUTY: Mapping[Deed, Done] = {
    Deed.TAKE: _take,
    Deed.DECLINE: _decline,
    Deed.HAND_OVER: _hand_over,
    Deed.KEEP: lambda turn, told: ticket_buttons.press_act(turn, f"{told.ticket.number}:mine"),
    Deed.ASK_HAND_OVER: _ask_hand_over,
    Deed.TELL: _tell,
}
"""What is done to the ticket itself, by who is called for it or has it, and what they are told of it."""
