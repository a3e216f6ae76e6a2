"""Whoever works here no more loses all roles at once, and gets them back when that was a mistake."""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.actions import Action, number_in
from itgov_bot.conversation.turn import RECENT_REPLIES, Again, Turn
from itgov_bot.desk import people, personal_data
from itgov_bot.domain.people import GRANTABLE, Person, Role
from itgov_bot.understanding.language.cases.undoing import is_of_another_person
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.admins import roles as words


async def taken_from(turn: Turn, person: Person, role: Role, office: str) -> bool | None:
    """Whether they had it; None where it cannot be taken, which is said."""
    try:
        return await people.revoke_role(turn.desk, person, role, turn.person, office)
    except people.LastAdministrator:
        turn.say(words.LAST_ADMIN)
    except people.OfTheInstallation:
        turn.say(words.of_the_installation(person))
    return None


async def _press_leave(turn: Turn, number: str) -> Person | None:
    """`role:leave:7`: who left loses all of it. That of an administrator is tried first: it may not be possible."""
    person = await people.find(turn.desk, number_in(number) or 0)
    if person is None:
        turn.say(form_words.old_button_no_form())
        return None
    held, had = (
        await people.roles_of(turn.desk, person),
        await personal_data.tickets_in_hand(turn.desk, person),
    )
    lost = [role for role in reversed(GRANTABLE) if role in held]
    lost.sort(key=lambda role: role is not Role.ADMIN)
    for role in lost:
        offices = await people.offices_of(turn.desk, person) if role is Role.OWNER else [""]
        for office in offices:
            if await taken_from(turn, person, role, office) is None:
                return None
    await people.tell_of_loss_at_once(turn.desk, person)
    turn.say(words.left(person, lost, had) if lost else words.has_none(person))
    return person


async def _press_back(turn: Turn, rest: str) -> Person | None:
    """`role:back:7:agent+on_call`: they keep what they had. Which offices they held is told anew."""
    number, _, lost = rest.partition(":")
    person = await people.find(turn.desk, number_in(number) or 0)
    if person is None or not person.has_chat:
        turn.say(form_words.old_button_no_form())
        return None
    roles = [Role(one) for one in lost.split("+") if one in GRANTABLE and one != Role.OWNER]
    given = [one for one in roles if await people.grant_role(turn.desk, person, one, turn.person)]
    turn.say(words.given_back(person, given))
    return person


async def gives_roles_back(turn: Turn) -> bool:
    """A reader: «devuélvale todo», «era otra Carla», while the last roles that somebody lost can be given back."""
    if not is_of_another_person(turn.text):
        return False
    offered = [one.data for one in await turn.offered_last(RECENT_REPLIES)]
    back = next((one for one in offered if one.startswith(Action.ROLE.data("back"))), None)
    if back:
        turn.again = Again(pressed=back)
    return back is not None


PRESSES: Mapping[str, Callable[[Turn, str], Awaitable[Person | None]]] = {
    "leave": _press_leave,
    "back": _press_back,
}
"""Each says who has other roles now."""
