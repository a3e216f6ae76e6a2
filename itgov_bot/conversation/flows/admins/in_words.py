"""Roles and the state of the desk in the words of who administers it. What changes a role is confirmed first, with who and
which: words are easily about something else."""

from itgov_bot.conversation.flows.admins import invitations, people_told, roles
from itgov_bot.conversation.flows.known_people import called
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people
from itgov_bot.domain.people import GRANTABLE, Role, may_administer
from itgov_bot.understanding.language.people.names import sensible_name
from itgov_bot.understanding.language.people.roles_asked import People, PeopleAsked, people_asked
from itgov_bot.wording import general
from itgov_bot.wording.admins import invitations as invitation_words
from itgov_bot.wording.admins import role_lists
from itgov_bot.wording.admins import roles as words


async def says_of_people(turn: Turn) -> bool:
    """A reader: «quite a Carla de agente», «¿qué más falta?»; of who coordinates, also «¿quiénes son los agentes?»."""
    asked = None if turn.files.kept else people_asked(turn.text)
    if asked is None:
        return False
    if may_administer(turn.roles) or (asked.what is People.LIST and not asked.who):
        return await _answer(turn, asked)
    if asked.role and asked.who:
        turn.say(general.not_for_your_role(may_administer))
    return bool(asked.role and asked.who)


async def _answer(turn: Turn, asked: PeopleAsked) -> bool:
    if asked.what is People.LIST and asked.who:
        return await roles.told_history(turn, asked.who)
    if asked.what is People.LIST:
        await roles.say_who_has(turn, asked.role)
    elif asked.what is People.HEALTH:
        await roles.health(turn, "")
    elif asked.what is People.TAKE:
        return await _take(turn, asked)
    elif asked.what is People.UNINVITE:
        await invitations.ask_which_to_revoke(turn)
    elif asked.role is None:
        await invitations.invite(turn, "")
    elif asked.who:
        return await _give(turn, asked.role, asked.who)
    else:
        turn.say(invitation_words.ask_link(asked.role))
    return True


async def _give(turn: Turn, role: Role, who: str) -> bool:
    """Words that can be no name are about something else."""
    found = await called(turn, who)
    if len(found) == 1:
        await roles.give_to_named(turn, found[0], role)
    elif found:
        turn.say(role_lists.which_person(who, found))
    elif sensible_name(who, turn.understanding.words.known):
        turn.say(invitation_words.ask_link(role, who))
    else:
        return False
    return True


async def _take(turn: Turn, asked: PeopleAsked) -> bool:
    """Of somebody the desk knows: one role, or all that they have."""
    found = await called(turn, asked.who)
    if len(found) != 1:
        if found:
            turn.say(role_lists.which_person(asked.who, found))
        return bool(found)
    person = found[0]
    if asked.role is Role.OWNER:
        await roles.change_office(turn, "quitar", asked.who)
        return True
    if asked.role is None:
        await people_told.ask_leave(turn, person)
        return True
    has = await people.roles_of(turn.desk, person)
    lost = [role for role in GRANTABLE if role in has and asked.role is role]
    turn.say(words.ask_drop(person, lost) if lost else words.not_had(person, asked.role))
    return True
