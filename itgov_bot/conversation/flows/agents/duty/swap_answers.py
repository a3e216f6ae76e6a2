"""What is answered to a colleague who asked for a swap, or offered one, by its buttons and in words."""

from collections.abc import Awaitable

from itgov_bot.actions import Action, number_in
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people
from itgov_bot.desk.on_call import swaps
from itgov_bot.domain.rota import Swap
from itgov_bot.understanding.inside.called import CalledSays
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.wording.agents.duty import swaps as words


async def answers_swap(turn: Turn) -> bool:
    """A reader: «nombe, ese día tengo un grado», «de una, yo le hago el jueves», said to the request that they read last. In
    doubt it is shown again."""
    number = await _asked_last(turn) if turn.state.form is None and not turn.text.startswith("/") else None
    likely = turn.understanding.inside.likely(Book.CALLED, turn.text)
    if number is None or likely.best not in (CalledSays.TAKE, CalledSays.DECLINE):
        return False
    if not likely.is_sure or "?" in turn.text:
        turn.say((await turn.last_replies(1))[0])
    elif likely.best == CalledSays.DECLINE:
        await press_no(turn, number)
    else:
        await press_yes(turn, number)
    return True


async def _asked_last(turn: Turn) -> str | None:
    """The number of the request, if that was the last thing that was said."""
    yes = Action.DUTY.data("yes", "")
    offered = [one.data for one in await turn.offered_last()]
    return next((one.removeprefix(yes) for one in offered if one.startswith(yes)), None)


async def press_yes(turn: Turn, number: str) -> None:
    """«Acepto»: only the one who was asked."""
    swap = await _answered(turn, swaps.agree(turn.desk, number_in(number) or 0, turn.person))
    if swap and (asker := await people.get(turn.desk, swap.asked_by)):
        turn.say(words.agreed(swap, asker, turn.desk.local_now))


async def press_no(turn: Turn, number: str) -> None:
    """«No puedo», or «Retirar la petición» of the one who asked."""
    if swap := await _answered(turn, swaps.refuse(turn.desk, number_in(number) or 0, turn.person)):
        turn.say(words.TAKEN_BACK if swap.asked_by == turn.person.id else words.REFUSED)


async def _answered(turn: Turn, answer: Awaitable[Swap]) -> Swap | None:
    """None where it cannot be answered, which is said."""
    try:
        return await answer
    except swaps.CannotAnswer as cannot:
        turn.say(words.cannot_answer(cannot.problem))
        return None
