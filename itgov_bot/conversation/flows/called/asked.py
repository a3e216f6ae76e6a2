"""The guard in the words of whoever works at the desk: they are answered with who is on duty, and never with office
hours."""

from itgov_bot.conversation.flows.agents.card import buttons as ticket_buttons
from itgov_bot.conversation.flows.agents.duty import plan, told, who
from itgov_bot.conversation.flows.going_on import readers
from itgov_bot.conversation.flows.known_people import names_known
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import matters
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.duty.asked import asks_who_is_on_duty
from itgov_bot.understanding.language.duty.asked_of_case import AskedAtDuty, asked_at_duty
from itgov_bot.understanding.language.duty.orders import may_be_trial, trial_ordered

_TAKES = {Says.TAKES, Says.KEEPS}


async def asked_of_urgent(turn: Turn) -> bool:
    """A reader: «¿quién lo tiene?», of who sees to an urgent ticket, or only read of it, as whoever coordinates did. For
    managers it comes before their figures."""
    if turn.files.kept or not turn.text:
        return False
    asked, takes = asked_at_duty(turn.text), bool(what_is_said(turn.text) & _TAKES)
    if not (asked or takes) or await readers.goes_on(turn):
        return bool(asked or takes)
    if asked is None:
        return await _taken(turn)
    if asked.to_them or asked.about is AskedAtDuty.ON_DUTY:
        return False
    or_alone = asked.about is AskedAtDuty.HOLDER
    ticket = await matters.urgent_spoken_of(turn.desk, turn.incoming.address, or_alone=or_alone)
    if ticket:
        turn.say(await told.answer(turn, ticket, asked.about), ticket=ticket.id)
    return ticket is not None


async def _taken(turn: Turn) -> bool:
    """«Dale, yo sigo», of who is not called for it: as with its button, which asks where a colleague has it."""
    ticket = await matters.urgent_spoken_of(turn.desk, turn.incoming.address, or_alone=True)
    if ticket:
        await ticket_buttons.press_take(turn, ticket.number)
    return ticket is not None


async def asks_of_guard(turn: Turn) -> bool:
    """A reader: «¿quién está de guardia?»"""
    is_asked = not turn.files.kept and asks_who_is_on_duty(turn.text)
    if is_asked:
        await who.asked(turn)
    return is_asked


async def orders_trial(turn: Turn) -> bool:
    """A reader, before whatever else the guard may be told: «pruebe la guardia de Carla»."""
    is_trial = may_be_trial(turn.text) and not turn.files.kept
    tried = trial_ordered(turn.text, await names_known(turn)) if is_trial else None
    if tried is not None:
        await plan.show(turn, f"prueba {tried}")
    return tried is not None
