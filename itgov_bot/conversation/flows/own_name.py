"""The name by which people read those who help them: told on coming to the desk, and asked once of who has none."""

from dataclasses import replace

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.staff.oneself import registration
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.wording.staff.oneself import roles as words

_SIGNED = frozenset({EventKind.TAKEN, EventKind.ANSWERED})
"""What somebody reads with the name of who did it."""


async def ask_newcomer(turn: Turn) -> None:
    """Who just accepted to work at the desk."""
    if may_work_tickets(turn.own_roles) and not turn.person.name:
        await people.note_name_asked(turn.desk, turn.person)
        await registration.correct(turn, "name")


async def says_their_name(turn: Turn) -> bool:
    """A reader: «Luis Mora», to how they prefer that it is read."""
    if turn.person.name or not turn.text or not may_work_tickets(turn.own_roles):
        return False
    is_asked = await turn.was_offered(Action.MY_DATA.data("fix", "name"))
    name = registration.name_told(turn, turn.text) if is_asked else None
    if name:
        turn.keep_introduced(replace(turn.introduced(turn.text), name=name))
        await registration.rename(turn, name)
    return name is not None


async def ask_who_works(turn: Turn) -> None:
    """In private and beside what they do, also in the group: nothing waits for the answer."""
    is_unnamed = not turn.person.name and turn.person.reachable and may_work_tickets(turn.own_roles)
    if is_unnamed and _signs(turn) and await people.note_name_asked(turn.desk, turn.person):
        await turn.tell(turn.person.address, words.ask_name(turn.person))


def _signs(turn: Turn) -> bool:
    return any(
        isinstance(fact, TicketEvent) and fact.actor == turn.person.id and fact.kind in _SIGNED
        for fact in turn.desk.facts
    )
