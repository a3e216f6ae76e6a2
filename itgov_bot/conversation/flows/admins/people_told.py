"""Who is to have a role, or to lose it, who left, and who has which: in any words, always shown before it is done. What is
not said is asked with buttons."""

from itgov_bot.actions import Action, number_in
from itgov_bot.conversation.flows.admins import invitations, roles
from itgov_bot.conversation.flows.known_people import called, names_known
from itgov_bot.conversation.turn import RECENT_REPLIES, Turn
from itgov_bot.desk import people, personal_data
from itgov_bot.domain.people import GRANTABLE, Person, Role, may_administer, may_coordinate
from itgov_bot.understanding.language.duty.cover_told import names_in
from itgov_bot.understanding.language.duty.rota_told import names_oneself, said_in_words
from itgov_bot.understanding.language.people.roles_asked import (
    by_person,
    roles_given,
    roles_meant,
    roles_taken,
)
from itgov_bot.wording import general
from itgov_bot.wording.admins import invitations as invitation_words
from itgov_bot.wording.admins import role_lists
from itgov_bot.wording.admins import roles as words
from itgov_bot.wording.labels import role_names

_Of = tuple[Person, str]
"""Somebody, and what is said of them."""


async def give(turn: Turn) -> None:
    """Of several who are named each gets their own."""
    about = await _about(turn)
    if about == []:
        await invite(turn)
    for person, said in about or ():
        if roles_named := roles_given(said):
            await roles.give_to_named(turn, person, *roles_named)
        else:
            held = await people.roles_of(turn.desk, person)
            left = [one for one in GRANTABLE if one not in held and one is not Role.OWNER]
            turn.say(words.ask_role(person, left))


async def take(turn: Turn) -> None:
    """«Quítele lo de coordinador y déjelo de agente»: what stays is not taken. «Quítele eso»: what was given last."""
    about = await _about(turn)
    if about == [] and not (about := await _given_last(turn)):
        await roles.say_who_has(turn, next(iter(roles_meant(turn.text)), None))
    for person, said in about or ():
        held = await _held(turn, person)
        taken, named = roles_taken(said, held), roles_meant(said)
        if not held:
            turn.say(words.has_none(person))
        elif named and not taken and (missing := [one for one in named if one not in held]):
            turn.say(words.not_had(person, missing[0]))
        else:
            turn.say(words.ask_drop(person, taken[:1] or held))


async def _given_last(turn: Turn) -> list[_Of]:
    """The roles that were offered to be given last, and to whom."""
    lead = Action.ROLE.data("give", "")
    offered = [one.data for one in await turn.offered_last(RECENT_REPLIES)]
    last = next((one.removeprefix(lead) for one in offered if one.startswith(lead)), "")
    given, _, number = last.partition(":")
    person = await people.find(turn.desk, number_in(number) or 0)
    return [(person, role_names(frozenset(roles.given_in(given))))] if person else []


async def leave(turn: Turn) -> None:
    about = await _about(turn, may_be_self=False)
    if about == []:
        turn.say(words.WHO_LEFT)
    for person, _ in about or ():
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


async def _about(turn: Turn, *, may_be_self: bool = True) -> list[_Of] | None:
    """Who is named, and what is said of each; None where it had to be asked which of several it is."""
    named, _ = names_in(said_in_words(turn.text), await names_known(turn))
    names = list(dict.fromkeys(name for _, name in named))
    if not names:
        return [(turn.person, turn.text)] if may_be_self and names_oneself(turn.text) else []
    about = list[_Of]()
    for name, said in zip(names, by_person(turn.text, names), strict=True):
        found = await called(turn, name)
        if len(found) > 1:
            turn.say(role_lists.which_person(name, found))
            return None
        about += [(one, said) for one in found]
    return about
