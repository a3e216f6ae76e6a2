"""Who is to have a role, or to lose it, who left, and who has which: in any words, always shown before it is done. What is
not said is asked with buttons."""

from collections.abc import Sequence

from itgov_bot.conversation.flows.admins import invitations, roles
from itgov_bot.conversation.flows.known_people import called, names_known
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people, personal_data
from itgov_bot.domain.people import GRANTABLE, Person, Role, may_administer, may_coordinate
from itgov_bot.understanding.language.duty.cover_told import names_in
from itgov_bot.understanding.language.duty.rota_told import names_oneself, said_in_words
from itgov_bot.understanding.language.people.roles_asked import roles_meant, roles_taken
from itgov_bot.wording import general
from itgov_bot.wording.admins import invitations as invitation_words
from itgov_bot.wording.admins import role_lists
from itgov_bot.wording.admins import roles as words


async def give(turn: Turn) -> None:
    person, asked = await _about(turn, may_be_self=True)
    role = next(iter(roles_meant(turn.text)), None)
    if asked:
        return
    if person is None:
        await invite(turn)
    elif role is None:
        held = await people.roles_of(turn.desk, person)
        turn.say(
            words.ask_role(person, [one for one in GRANTABLE if one not in held and one is not Role.OWNER])
        )
    else:
        await roles.give_to_named(turn, person, role)


async def take(turn: Turn) -> None:
    """«Quítele lo de coordinador y déjelo de agente»: what stays is not taken."""
    person, asked = await _about(turn, may_be_self=True)
    if asked:
        return
    if person is None:
        await roles.say_who_has(turn, next(iter(roles_meant(turn.text)), None))
        return
    held = await _held(turn, person)
    taken, named = roles_taken(turn.text, held), roles_meant(turn.text)
    if not held:
        turn.say(words.has_none(person))
    elif named and not taken and (missing := [one for one in named if one not in held]):
        turn.say(words.not_had(person, missing[0]))
    else:
        turn.say(words.ask_drop(person, taken[:1] or held))


async def leave(turn: Turn) -> None:
    person, asked = await _about(turn)
    if asked:
        return
    if person is None:
        turn.say(words.WHO_LEFT)
    else:
        await ask_leave(turn, person)


async def ask_leave(turn: Turn, person: Person) -> None:
    """All their roles at once, and what becomes of their cases and turns."""
    held = await _held(turn, person)
    if held:
        had = await personal_data.tickets_in_hand(turn.desk, person)
        turn.say(words.ask_leave(person, held, had))
    else:
        turn.say(words.has_none(person))


async def invite(turn: Turn) -> None:
    role = next(iter(roles_meant(turn.text)), None)
    if role is None:
        await invitations.invite(turn, "")
    else:
        turn.say(invitation_words.ask_link(role))


async def tell_roles(turn: Turn) -> None:
    """One's own, to anybody who works here; of others, to who coordinates or administers."""
    if names_oneself(turn.text):
        turn.say(words.yours(turn.own_roles))
        return
    named, _ = names_in(said_in_words(turn.text), await names_known(turn))
    if not (may_administer(turn.roles) or may_coordinate(turn.roles)):
        turn.say(general.not_for_your_role(may_coordinate))
    elif not (named and may_administer(turn.roles) and await roles.told_history(turn, named[0][1])):
        await roles.say_who_has(turn, next(iter(roles_meant(turn.text)), None))


async def _held(turn: Turn, person: Person) -> list[Role]:
    has = await people.roles_of(turn.desk, person)
    return [role for role in GRANTABLE if role in has]


async def _about(turn: Turn, *, may_be_self: bool = False) -> tuple[Person | None, bool]:
    """Who is named, and whether it had to be asked which of several it is."""
    is_name = await names_known(turn)
    named, _ = names_in(said_in_words(turn.text), is_name)
    if not named:
        return (turn.person if may_be_self and names_oneself(turn.text) else None), False
    found: Sequence[Person] = await called(turn, named[0][1])
    if len(found) > 1:
        turn.say(role_lists.which_person(named[0][1], found))
    return (found[0] if len(found) == 1 else None), len(found) > 1
