"""Roles and health, in talk."""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.admins import leaving
from itgov_bot.conversation.flows.known_people import by_identifier, called, is_by_identifier, known_person
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import on_call, people, personal_data, setup
from itgov_bot.desk.health import measure
from itgov_bot.domain.people import GRANTABLE, Person, Role, may_administer
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.fuzzy import closest
from itgov_bot.understanding.language.people.roles_asked import role_named
from itgov_bot.understanding.language.time.days import NoSuchDay, find_coming_day
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.admins import health as health_words
from itgov_bot.wording.admins import role_lists
from itgov_bot.wording.admins import roles as words


async def refresh_menu(turn: Turn, person: Person | None = None) -> None:
    """The channel's command menu follows the roles of the person; it is posted at the end of the turn."""
    is_other = person is not None and person.id != turn.person.id
    who = person if person and is_other else turn.person
    turn.menus.append((who.address, await people.roles_of(turn.desk, who) if is_other else turn.roles))


async def roles(turn: Turn, rest: str) -> None:
    """`/rol`: one's own; `/rol dar gerente @usuario`, `/rol dar responsable ana ruiz desarrollo` (of which office is asked
    where it is not said); `/rol quitar …`; `/rol gerente` to try it; who has which."""
    words_given = rest.split()
    if not words_given:
        turn.say(words.own_roles(turn.own_roles, turn.state.view_as))
    elif len(words_given) == 1 and words_given[0].lower() in words.ROLE_WORDS:
        await _try_as(turn, words.ROLE_WORDS[words_given[0].lower()])
    elif words_given == ["lista"]:
        await say_who_has(turn)
    elif len(words_given) >= 3 and words_given[0].lower() in ("dar", "quitar"):
        verb, role_word, *asked = words_given
        await _change_role(turn, verb, role_word, " ".join(asked))
    elif await _is_somebody(turn, rest):
        await _show_history(turn, rest)
    else:
        turn.say(words.ROLE_USAGE)


async def say_who_has(turn: Turn, role: Role | None = None) -> None:
    """Who has which role, or the one that is asked for; the histories are for who administers."""
    found, offices = await people.grants(turn.desk), turn.desk.reference.offices()
    turn.say(role_lists.everybody(found, offices, role, with_history=may_administer(turn.roles)))


async def _is_somebody(turn: Turn, asked: str) -> bool:
    """Whether words alone can only be a person: known, or written so."""
    is_written_so = " " not in asked and (asked.startswith("@") or asked.isdecimal())
    return is_written_so or bool(await called(turn, asked))


async def _show_history(turn: Turn, asked: str) -> None:
    if person := await known_person(turn, asked):
        grants = await people.grants(turn.desk, person)
        turn.say(role_lists.history(person, grants, turn.desk.calendars.general))


async def told_history(turn: Turn, asked: str) -> bool:
    """The same, in words; False where nobody is called so."""
    is_somebody = bool(await called(turn, asked))
    if is_somebody:
        await _show_history(turn, asked)
    return is_somebody


async def _change_role(turn: Turn, verb: str, role_word: str, asked: str) -> None:
    role = role_named(role_word)
    if role is None:
        turn.say(words.ROLE_USAGE)
    elif role is Role.OWNER:
        await change_office(turn, verb.lower(), asked)
    elif person := await known_person(turn, asked):
        if verb.lower() != "dar":
            await _revoke(turn, person, role)
        elif is_by_identifier(person, asked):
            await _grant(turn, person, role)
        else:
            await give_to_named(turn, person, role)


async def give_to_named(turn: Turn, person: Person, *named: Role) -> None:
    """A name may be somebody else's by now: who is meant is shown with their number before they get anything. Of an owner
    it is asked which office."""
    held = await people.roles_of(turn.desk, person)
    if Role.OWNER in named:
        await change_office(turn, "dar", person.user)
    elif missing := [role for role in named if role not in held]:
        turn.say(words.confirm_grant(person, missing, is_for_later=_is_for_later(turn)))
    else:
        await _grant(turn, person, named[0])


def _is_for_later(turn: Turn) -> bool:
    """«Desde mañana»: roles are given at once or not at all."""
    try:
        day = find_coming_day(fold(turn.text), turn.local_now.date())
    except NoSuchDay:
        return False
    return day is not None and day > turn.local_now.date()


async def change_office(turn: Turn, verb: str, asked: str) -> None:
    """`@ana`, or with one of the offices: `ana ruiz gestor desarrollo`; which one is asked where it is not plain."""
    who, named = await _name_and_office(turn, asked)
    person = await known_person(turn, who)
    if person is None:
        return
    held = await people.offices_of(turn.desk, person)
    offices = turn.desk.reference.offices()
    if verb == "quitar":
        offices = {office: offices[office] for office in held}
    office = office_meant(offices, named)
    if not offices:
        turn.say(words.not_had(person, Role.OWNER))
    elif office is None or (verb == "dar" and not named):
        turn.say(words.ask_office(person, offices, "give" if verb == "dar" else "take", named))
    elif verb == "quitar":
        await _revoke(turn, person, Role.OWNER, office)
    elif office in held or is_by_identifier(person, who):
        await _grant(turn, person, Role.OWNER, office)
    else:
        turn.say(words.confirm_grant(person, [Role.OWNER], office))


async def _name_and_office(turn: Turn, asked: str) -> tuple[str, str]:
    """Who and of what: a user name or an identifier is one word, of a name as many as somebody is called by."""
    said = asked.split()
    if said[0].startswith("@") or await by_identifier(turn, said[0]):
        return said[0], " ".join(said[1:])
    for count in range(len(said), 0, -1):
        name = " ".join(said[:count])
        if await called(turn, name):
            return name, " ".join(said[count:])
    return asked, ""


def office_meant(offices: Mapping[str, str], named: str) -> str | None:
    """By its name, perhaps in part; the only one needs none."""
    if not named:
        return next(iter(offices)) if len(offices) == 1 else None
    name = closest(named, offices.values())
    return next((office for office, known in offices.items() if known == name), None)


async def _grant(turn: Turn, person: Person, role: Role, office: str = "") -> None:
    changed = await people.grant_role(turn.desk, person, role, turn.person, office)
    is_idle = role is Role.ON_CALL and not await on_call.takes_turns(turn.desk, person)
    turn.say(words.granted(person, role, changed, office, is_idle=is_idle))
    await refresh_menu(turn, person)


async def _revoke(turn: Turn, person: Person, role: Role, office: str = "") -> None:
    had = await personal_data.tickets_in_hand(turn.desk, person)
    changed = await leaving.taken_from(turn, person, role, office)
    if changed is None:
        return
    kept = await people.roles_of(turn.desk, person)
    turn.say(
        words.revoked(person, role, office, kept, had) if changed else words.not_had(person, role, office)
    )
    await refresh_menu(turn, person)


async def press_role(turn: Turn, rest: str) -> None:
    if not may_administer(turn.own_roles):
        turn.say(general.not_for_your_role(may_administer))
        return
    what, _, value = rest.partition(":")
    if what in _PRESSES:
        await _PRESSES[what](turn, *value.partition(":")[::2])
    elif what in leaving.PRESSES:
        if changed := await leaving.PRESSES[what](turn, value):
            await refresh_menu(turn, changed)
    elif what == "as":
        await _try_as(turn, Role(value) if value in set(Role) else None)
    else:
        turn.say(words.own_roles(turn.own_roles, turn.state.view_as))


async def _press_give(turn: Turn, given: str, whose: str) -> None:
    """`role:give:agent:7`, `role:give:agent+on_call:7`, `role:give:owner:7:gestor-desarrollo`: it is they, by the id that
    they have here."""
    number, _, office = whose.partition(":")
    person, named = await people.find(turn.desk, number_in(number) or 0), given_in(given)
    is_seat = bool(named) and (office in turn.desk.reference.offices()) == (named == [Role.OWNER])
    if person is None or not person.has_chat or not is_seat:
        turn.say(form_words.old_button_no_form())
        return
    for role in named:
        await _grant(turn, person, role, office if role is Role.OWNER else "")


def given_in(data: str) -> list[Role]:
    """The roles of a button; an owner is one alone."""
    named = [Role(one) for one in data.split("+") if one in GRANTABLE]
    return [one for one in named if len(named) == 1 or one is not Role.OWNER]


async def _press_take(turn: Turn, number: str, office: str) -> None:
    """`role:take:7:gestor-desarrollo`."""
    if person := await people.find(turn.desk, number_in(number) or 0):
        await _revoke(turn, person, Role.OWNER, office)
    else:
        turn.say(form_words.old_button_no_form())


async def _press_drop(turn: Turn, role: str, number: str) -> None:
    """`role:drop:agent:7`."""
    person = await people.find(turn.desk, number_in(number) or 0)
    if person and role in GRANTABLE and role != Role.OWNER:
        await _revoke(turn, person, Role(role))
    else:
        turn.say(form_words.old_button_no_form())


_PRESSES: Mapping[str, Callable[[Turn, str, str], Awaitable[None]]] = {
    "give": _press_give,
    "take": _press_take,
    "drop": _press_drop,
}


async def _try_as(turn: Turn, role: Role | None) -> None:
    turn.state.view_as = role if role is not Role.ADMIN else None
    turn.say(words.now_trying(role if role is not Role.ADMIN else None))


async def health(turn: Turn, _rest: str) -> None:
    measured, present = await measure(turn.desk), await setup.measure(turn.desk, turn.person)
    turn.say(health_words.health(measured, present, turn.desk.calendars.general, turn.now))
