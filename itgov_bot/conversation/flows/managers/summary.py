"""`/resumen`: how the desk goes in some days; each figure opens into its cases."""

from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.summary import CountQuestion


async def show(turn: Turn, rest: str) -> None:
    """`/resumen`, `/resumen hoy`, `/resumen noviembre`."""
    raise NotImplementedError


async def answer(turn: Turn, question: CountQuestion) -> None:
    """«Cuántos casos se abrieron este mes», «pendientes por dependencia», «quién atiende más»: to whoever may know."""
    raise NotImplementedError
