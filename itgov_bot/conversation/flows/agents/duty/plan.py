"""`/guardia`: who is called at night, now and next; and, for administrators, how that is changed."""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.conversation.flows.agents.duty import (
    orders,
    page_ways,
    swap_answers,
    swaps,
    unwanted,
)
from itgov_bot.conversation.flows.known_people import person_meant
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import on_call, setup
from itgov_bot.domain.people import may_administer, may_work_tickets
from itgov_bot.wording import general
from itgov_bot.wording.agents.duty import changes, pages
from itgov_bot.wording.agents.duty import letters as page_letters
from itgov_bot.wording.agents.duty import rota as words


async def show(turn: Turn, rest: str) -> None:
    """`/guardia`, `/guardia cambio`, what administrators order (`orders.ORDERS`), and the ways by which one is called."""
    if await page_ways.answered(turn, rest.split()):
        return
    verb, _, what = rest.partition(" ")
    order = orders.ORDERS.get(verb.lower())
    if not rest:
        await _show(turn)
    elif verb.lower() in ("prueba", "probar"):
        await _ring(turn, what.strip())
    elif verb.lower() in ("cambio", "cambiar"):
        await swaps.begin(turn, what)
    elif not may_administer(turn.roles):
        turn.say(general.not_for_your_role(may_administer))
    elif order:
        await order(turn, what.strip())
    else:
        turn.say(changes.duty_usage())


async def _show(turn: Turn) -> None:
    await _say(turn, admin=may_administer(turn.roles), may_ask=await swaps.may_ask(turn))


async def tell(turn: Turn) -> None:
    """The same in answer to words, to who may only know it."""
    await _say(turn, admin=False, may_ask=False)


async def _say(turn: Turn, *, admin: bool, may_ask: bool) -> None:
    minutes, now = turn.desk.reference.agreements.duty.climb_minutes, turn.desk.local_now
    turn.say(words.duty(await on_call.view(turn.desk), minutes, now, admin=admin, may_ask=may_ask))


# Buttons


async def press(turn: Turn, data: str) -> None:
    """`duty:me`, `duty:off`, `duty:swap`, `duty:yes:12` …"""
    verb, _, rest = data.partition(":")
    if press_of := VERBS.get(verb):
        await press_of(turn, rest)
    elif not may_administer(turn.roles):
        turn.say(general.not_for_your_role(may_administer))
    elif ordered := orders.PRESSED.get(verb):
        await ordered(turn, rest)
    else:
        await _show(turn)


async def _ring(turn: Turn, whom: str) -> None:
    """A page that is none, for one person alone: in their own chat, and by their mailbox. Another's is rung by
    administrators."""
    may = may_administer if whom else may_work_tickets
    if not may(turn.roles):
        turn.say(general.not_for_your_role(may))
        return
    person = await person_meant(turn, whom) if whom else turn.person
    if person is None:
        return
    await turn.tell(person.address, pages.TEST_PAGE, urgent=True)
    for mailbox in await setup.mailboxes(turn.desk, person):
        await turn.tell(mailbox, page_letters.test_page(turn.city), urgent=True)
    if person.id != turn.person.id:
        turn.say(pages.test_page_sent_to(person))
    elif turn.incoming.is_group:
        turn.toast(pages.TEST_PAGE_SENT)


async def _heard(turn: Turn, _rest: str) -> None:
    if may_work_tickets(turn.roles):
        await setup.page_was_heard(turn.desk)
    turn.say(pages.TEST_PAGE_HEARD)


VERBS: Mapping[str, Callable[[Turn, str], Awaitable[None]]] = {
    "swap": lambda turn, _rest: swaps.begin(turn),
    "yes": swap_answers.press_yes,
    "no": swap_answers.press_no,
    "back": unwanted.press_back,
    "test": lambda turn, _rest: _ring(turn, ""),
    "heard": _heard,
}
"""What a button does; who may press it is checked there."""
