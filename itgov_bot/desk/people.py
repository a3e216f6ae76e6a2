"""What is done with people: consent, what they say of themselves, roles."""

from dataclasses import replace

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import leave_duty
from itgov_bot.desk.tickets.giving_back import give_back, in_hand
from itgov_bot.domain.facts import RoleGranted, RoleRevoked
from itgov_bot.domain.people import Grant, Person, Role, may_see_summaries, may_work_tickets
from itgov_bot.messages import Incoming, MemberLeft, Sender
from itgov_bot.storage import conversations, marks, people, roles, subscriptions

NAME_ASKED = "name_asked:"
"""With the number of a person behind it."""


class OfTheInstallation(Exception):
    """ITGOV_ADMINS makes them an administrator, again at each message."""


class LastAdministrator(Exception):
    """The desk must always have somebody who can give roles."""


async def come_in(desk: Desk, incoming: Incoming, first_roles: frozenset[Role]) -> people.Visitor:
    """Who did something, with their roles and their talk in that chat. `first_roles` are theirs without anybody having
    given them."""
    chat = incoming.address.chat
    private = None if incoming.is_group else chat
    found = await people.visit(desk.session, incoming.sender, private, chat, desk.now)
    for role in first_roles - found.roles:
        await roles.grant(desk.session, found.person.id, role, None, desk.now)
    return replace(found, roles=found.roles | first_roles)


async def keep_talk(desk: Desk, incoming: Incoming, person: Person, talk: dict[str, object]) -> None:
    """How their talk in that chat is left."""
    await conversations.keep(desk.session, person.id, incoming.address.chat, talk, desk.now)


async def record_consent(desk: Desk, person: Person, sender: Sender) -> Person:
    """Records the consent (Ley 1581 de 2012) with its version and time; only now the name is kept."""
    notice = desk.city.notice
    if notice.is_accepted_by(person):
        return person
    await people.record_consent(desk.session, person.id, notice.version, sender.name, desk.now)
    name = person.name or sender.name
    return replace(person, name=name, consent_version=notice.version, consent_at=desk.now)


async def update_profile(desk: Desk, person: Person, **told: str) -> Person:
    """Keeps a name, a dependencia or a contact, from somebody who has consented."""
    assert desk.city.notice.is_accepted_by(person)
    await people.update(desk.session, person.id, **told)
    return replace(person, **told)  # type: ignore[arg-type]


async def register(desk: Desk, person: Person) -> Person:
    """What they told is complete: it is not asked again."""
    await people.update(desk.session, person.id, registered_at=desk.now)
    return replace(person, registered_at=desk.now)


async def note_name_asked(desk: Desk, person: Person) -> bool:
    """Whoever works at the desk is asked once how they are called. False when they were."""
    return await marks.mark_once(desk.session, f"{NAME_ASKED}{person.id}", desk.now)


async def get(desk: Desk, person: int | None) -> Person | None:
    """None where there is nobody to be asked for."""
    return await people.get(desk.session, person) if person else None


async def find(desk: Desk, person: int) -> Person | None:
    """By the id that somebody has here; None where it is nobody's."""
    return await people.find(desk.session, person)


async def find_person(desk: Desk, channel: str, asked: str) -> Person | None:
    """By @user name, as it was seen last, or by the channel's own identifier, which alone stays a person's own: a number,
    or a word as in the terminal."""
    wanted = asked.strip()
    if own := await find_by_identifier(desk, channel, wanted):
        return own
    is_name = bool(wanted.lstrip("@")) and not wanted.isdecimal()
    return await people.by_username(desk.session, channel, wanted) if is_name else None


async def find_by_identifier(desk: Desk, channel: str, asked: str) -> Person | None:
    """By what the channel knows them by alone, as the bot shows it."""
    return await people.by_user(desk.session, channel, asked)


async def with_names(desk: Desk) -> list[Person]:
    """Everybody who has a chat and is known by a name or a user name."""
    return await people.with_names(desk.session)


async def with_live_tickets(desk: Desk) -> list[Person]:
    """The requesters of what is open."""
    return await people.with_live_tickets(desk.session)


async def who_work(desk: Desk) -> list[Person]:
    """Who may have cases now, each once."""
    roles_that_work = [role for role in Role if may_work_tickets(frozenset({role}))]
    found = [one for role in roles_that_work for one in await roles.with_role(desk.session, role)]
    return list({one.id: one for one in found}.values())


async def add_without_chat(desk: Desk, name: str) -> Person:
    """Somebody whom only an agent speaks with."""
    return await people.add_without_chat(desk.session, name, desk.now)


async def roles_of(desk: Desk, person: Person) -> frozenset[Role]:
    """The roles in force now. Everybody is staff."""
    return await roles.of(desk.session, person.id)


async def grants(desk: Desk, person: Person | None = None) -> list[Grant]:
    """Who has which role now; or every role that one person has or had. The oldest first."""
    return await (roles.history_of(desk.session, person.id) if person else roles.in_force(desk.session))


async def offices_of(desk: Desk, person: Person) -> list[str]:
    """The offices that somebody holds now, in the order of the sheet; those that it no longer has are left out."""
    held = await roles.offices_of(desk.session, person.id)
    return [office for office in desk.reference.offices() if office in held]


async def grant_role(desk: Desk, person: Person, role: Role, by: Person | None, office: str = "") -> bool:
    """False when they had it. `by` is None where the command line gives it. An owner's role is that of an `office`."""
    granted = await roles.grant(desk.session, person.id, role, by.id if by else None, desk.now, office)
    if granted:
        desk.facts.append(RoleGranted(person, role, by, office))
        if may_work_tickets(frozenset({role})):
            await note_name_asked(desk, person)  # what they are told of it asks for a name that is missing
    return granted


async def revoke_role(desk: Desk, person: Person, role: Role, by: Person | None, office: str = "") -> bool:
    """False when they did not have it. Whoever may not take pages is on duty no more; what they had goes back to the
    queue when they may not work tickets any more. Raises LastAdministrator or OfTheInstallation.
    """
    if role is Role.ADMIN:
        await refuse_last_administrator(desk, person)
        if desk.installation.makes_administrator(person):
            raise OfTheInstallation
    revoked = await roles.revoke(desk.session, person.id, role, by.id if by else None, desk.now, office)
    if revoked:
        kept, had = await roles.of(desk.session, person.id), await in_hand(desk, person)
        desk.facts.append(RoleRevoked(person, role, by, office, kept, len(had)))
        await _lose(desk, person, role, by, kept)
    return revoked


async def tell_of_loss_at_once(desk: Desk, person: Person) -> None:
    """Of several roles that somebody lost together each is told as it stands at the end, and their cases with the last."""
    kept = await roles.of(desk.session, person.id)
    lost = [one for one in desk.facts if isinstance(one, RoleRevoked) and one.person.id == person.id]
    had = max((one.had for one in lost), default=0)
    for fact in lost:
        told = replace(fact, kept=kept, had=had if fact is lost[-1] else 0)
        desk.facts[desk.facts.index(fact)] = told


async def _lose(desk: Desk, person: Person, role: Role, by: Person | None, kept: frozenset[Role]) -> None:
    """What was theirs by a role and is not by those that they `kept`."""
    if role is Role.ON_CALL:
        await leave_duty(desk, person)
    if not may_work_tickets(kept):
        await give_back(desk, person, by, "role")
    if not may_see_summaries(kept):
        await subscriptions.forget(desk.session, person.id)


async def leave_group(desk: Desk, change: MemberLeft) -> None:
    """Whoever is out of the agents' group works on no tickets there: what they had goes back to the queue. Their roles
    stay until somebody takes them away."""
    person = await people.by_user(desk.session, change.sender.channel, change.sender.user)
    group = await support.group(desk)
    is_desk = group is not None and (group.channel, group.chat) == (
        change.address.channel,
        change.address.chat,
    )
    if is_desk and person and may_work_tickets(await roles.of(desk.session, person.id)):
        await give_back(desk, person, None, "group")


async def refuse_last_administrator(desk: Desk, person: Person) -> None:
    """Raises LastAdministrator when nobody else is one."""
    admins = await roles.with_role(desk.session, Role.ADMIN)
    if [one.id for one in admins] == [person.id]:
        raise LastAdministrator
