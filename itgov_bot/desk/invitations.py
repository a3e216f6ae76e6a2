"""Invitations: a door to a role, for one person and once, that its maker can shut again."""

import hashlib
from datetime import timedelta
from secrets import token_urlsafe

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.facts import InvitationAccepted
from itgov_bot.domain.people import GRANTABLE, Invitation, Person, Role, may_administer
from itgov_bot.records import dataclass
from itgov_bot.storage import invitations, roles

INVITATION_LASTS = timedelta(hours=48)


class InvitationRefused(Exception):
    """It was used, has expired, was revoked, never was, or its maker may no longer invite."""


class ForSomebodyElse(Exception):
    """Whoever gives roles opened it: they need no invitation, and this one stays good for who it was made for."""

    def __init__(self, invitation: Invitation) -> None:
        super().__init__(invitation.role)
        self.invitation = invitation


@dataclass(frozen=True, slots=True)
class Accepted:
    """`is_new`: they did not have the role before. If they had it, the invitation is still good for somebody else."""

    role: Role
    is_new: bool
    office: str = ""


async def invite(desk: Desk, role: Role, by: Person | None, office: str = "") -> str:
    """A code for one person and one use. Only its hash is kept. `by` is None where the command line makes it."""
    if role not in GRANTABLE:
        raise ValueError(f"nobody is invited to be {role}")
    code = token_urlsafe(16)
    expires_at = desk.now + INVITATION_LASTS
    maker = by.id if by else None
    await invitations.add(desk.session, _hash(code), role, maker, desk.now, expires_at, office)
    return code


async def accept_invitation(desk: Desk, code: str, person: Person) -> Accepted:
    """Raises InvitationRefused or ForSomebodyElse."""
    found = await invitations.find_open(desk.session, _hash(code), desk.now)
    if found is None or not await _maker_may_invite(desk, found):
        raise InvitationRefused
    if await _has(desk, person, found):
        return Accepted(found.role, is_new=False, office=found.office)
    if may_administer(await roles.of(desk.session, person.id)):
        raise ForSomebodyElse(found)
    if not await invitations.use(desk.session, _hash(code), person.id, desk.now):
        raise InvitationRefused
    by = found.created_by.id if found.created_by else None
    await roles.grant(desk.session, person.id, found.role, by, desk.now, found.office)
    if found.created_by:
        desk.facts.append(InvitationAccepted(person, found.role, found.created_by, found.office))
    return Accepted(found.role, is_new=True, office=found.office)


async def accepted_before(desk: Desk, code: str, person: Person) -> Role | None:
    """The role that they got by this very invitation and still have."""
    role = await invitations.used_by(desk.session, _hash(code), person.id)
    return role if role in await roles.of(desk.session, person.id) else None


async def open_invitations(desk: Desk) -> list[Invitation]:
    return await invitations.open_ones(desk.session, desk.now)


async def revoke_invitation(desk: Desk, ref: str, by: Person) -> bool:
    """False when it was no longer open."""
    if len(ref) != invitations.REF:
        return False
    return await invitations.revoke(desk.session, ref, by.id, desk.now)


async def _has(desk: Desk, person: Person, invitation: Invitation) -> bool:
    if invitation.role is Role.OWNER:
        return invitation.office in await roles.offices_of(desk.session, person.id)
    return invitation.role in await roles.of(desk.session, person.id)


async def _maker_may_invite(desk: Desk, invitation: Invitation) -> bool:
    """An administrator who lost the role leaves no doors open behind them."""
    by = invitation.created_by
    return by is None or may_administer(await roles.of(desk.session, by.id))


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
