"""What is done with people: consent, roles, invitations, forgetting."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from secrets import token_urlsafe

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.people import CONSENT_VERSION, Person, Role
from itgov_bot.messages import Sender
from itgov_bot.storage import invitations, people, talks, tickets

INVITATION_LASTS = timedelta(hours=48)


class LastAdministrator(Exception):
    """The desk must always have somebody who can give roles."""


async def accept_notice(desk: Desk, person: Person, sender: Sender) -> Person:
    """Records the consent (Ley 1581 de 2012) with its version and time; only now the name is kept."""
    if person.has_consented:
        return person
    await people.accept_notice(desk.session, person.id, CONSENT_VERSION, sender.name, desk.now)
    return replace(person, name=sender.name, consent_version=CONSENT_VERSION, consent_at=desk.now)


async def find_person(desk: Desk, channel: str, asked: str) -> Person | None:
    """By @user name or by the channel's number."""
    wanted = asked.strip()
    if wanted.isdigit():
        return await people.by_user(desk.session, channel, wanted)
    return await people.by_username(desk.session, wanted) if wanted else None


async def grant_role(desk: Desk, person: Person, role: Role, by: Person) -> bool:
    return await people.grant(desk.session, person.id, role, by.id, desk.now)


async def revoke_role(desk: Desk, person: Person, role: Role, by: Person) -> bool:
    """Raises LastAdministrator."""
    if role is Role.ADMIN:
        admins = await people.having(desk.session, Role.ADMIN)
        if [one.id for one in admins] == [person.id]:
            raise LastAdministrator
    return await people.revoke(desk.session, person.id, role, by.id, desk.now)


async def invite(desk: Desk, role: Role, by: Person) -> str:
    """A code for one person and one use. Only its hash is kept."""
    code = token_urlsafe(16)
    await invitations.add(desk.session, _hash(code), role, by.id, desk.now, desk.now + INVITATION_LASTS)
    return code


async def accept_invitation(desk: Desk, code: str, person: Person) -> Role | None:
    """The role that came with the code; None when it was used, has expired or never was."""
    role = await invitations.use(desk.session, _hash(code), person.id, desk.now)
    if role:
        await people.grant(desk.session, person.id, role, None, desk.now)
    return role


async def forget_person(desk: Desk, person: Person) -> None:
    """Takes name, contact and dependencia away, from the cases too. The cases stay for the statistics."""
    await people.forget(desk.session, person.id)
    await tickets.forget_contact(desk.session, person.id)
    await talks.forget(desk.session, person.id)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
