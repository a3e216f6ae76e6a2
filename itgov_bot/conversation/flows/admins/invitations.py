"""Inviting somebody to a role, the open invitations, and accepting one. The role is checked at each press."""

from itgov_bot.conversation.flows.admins.roles import refresh_menu
from itgov_bot.conversation.flows.agents import own_name
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import invitations
from itgov_bot.domain.people import GRANTABLE, Role, may_administer
from itgov_bot.wording import general
from itgov_bot.wording.admins import invitations as words
from itgov_bot.wording.admins.roles import ROLE_WORDS
from itgov_bot.wording.labels import ROLES
from itgov_bot.wording.staff import roles as role_words


async def invite(turn: Turn, rest: str) -> None:
    """`/invitar` lists the open ones and offers the roles; `/invitar agente` makes one at once."""
    role = ROLE_WORDS.get(rest.lower())
    if role in GRANTABLE and rest.lower() == ROLES[role]:
        await _make(turn, role)
    elif role in GRANTABLE:
        turn.say(words.ask_if_meant(rest, role))
    else:
        await _overview(turn)


async def _overview(turn: Turn) -> None:
    open_ones = await invitations.open_invitations(turn.desk)
    turn.say(words.overview(open_ones, turn.desk.calendars.general, turn.now))


async def press(turn: Turn, rest: str) -> None:
    """`make:agent`, `make:owner:gestor-desarrollo` and `off:0a1b…`; the role is checked now, not when it was shown."""
    what, _, value = rest.partition(":")
    if not may_administer(turn.own_roles):
        turn.say(general.not_for_your_role(may_administer))
    elif what == "make" and value.partition(":")[0] in GRANTABLE:
        wanted, _, office = value.partition(":")
        await _make(turn, Role(wanted), office)
    elif what == "off":
        done = await invitations.revoke_invitation(turn.desk, value, turn.person)
        turn.say(words.revoked() if done else words.no_longer_open())
    else:
        await _overview(turn)


async def _make(turn: Turn, role: Role, office: str = "") -> None:
    """An owner is invited to one of the offices of the sheet."""
    offices = turn.desk.reference.offices()
    if role is Role.OWNER and office not in offices:
        turn.say(words.ask_office(offices))
        return
    office = office if role is Role.OWNER else ""
    code = await invitations.invite(turn.desk, role, turn.person, office)
    link = turn.desk.installation.link(code) or f"/start {code}"
    ends = turn.now + invitations.INVITATION_LASTS
    until = turn.desk.calendars.general.local(ends)
    await turn.tell(turn.incoming.address, words.forward_this(role, office))
    await turn.tell(  # kept nowhere once it left
        turn.incoming.address, words.invitation(turn.city, role, link, until, office), expires_at=ends
    )


async def accept(turn: Turn, code: str) -> None:
    try:
        accepted = await invitations.accept_invitation(turn.desk, code, turn.person)
    except invitations.InvitationRefused:
        had = await invitations.accepted_before(turn.desk, code, turn.person)
        turn.say(role_words.accepted_already(had) if had else role_words.invitation_refused())
        return
    if not accepted.is_new:
        turn.say(role_words.had_it_already(accepted.role, accepted.office))
        return
    turn.roles |= {accepted.role}
    turn.own_roles |= {accepted.role}
    turn.say(role_words.invitation_accepted(accepted.role, accepted.office, turn.person))
    await refresh_menu(turn)
    await own_name.ask_newcomer(turn)
