"""Inviting somebody to a role, the open invitations, and accepting one. The role is checked at each press."""

from itgov_bot.conversation.flows import own_name
from itgov_bot.conversation.flows.admins import roles
from itgov_bot.conversation.flows.known_people import called
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import invitations
from itgov_bot.domain.people import GRANTABLE, Role, may_administer
from itgov_bot.understanding.language.people.roles_asked import role_named
from itgov_bot.wording import general
from itgov_bot.wording.admins import invitations as words
from itgov_bot.wording.admins import role_lists
from itgov_bot.wording.labels import ROLES
from itgov_bot.wording.staff.oneself import roles as role_words


async def invite(turn: Turn, rest: str) -> None:
    """`/invitar` lists the open ones and offers the roles; `/invitar agente` makes one at once; `/invitar agente @ana`."""
    word, _, who = rest.partition(" ")
    role = role_named(word)
    if role is None:
        await _overview(turn)
    elif who:
        await _invite_somebody(turn, role, who.strip())
    elif word.lower() == ROLES[role]:
        await _make(turn, role)
    else:
        turn.say(words.ask_if_meant(word, role))


async def _invite_somebody(turn: Turn, role: Role, who: str) -> None:
    """Who writes to the desk already needs no link, and is offered the role. For anybody else it is made, and bears no
    name. Of an owner `who` may be the office."""
    if role is Role.OWNER:
        office = roles.office_meant(turn.desk.reference.offices(), who)
        await (_make(turn, role, office) if office else roles.change_office(turn, "dar", who))
        return
    found = await called(turn, who)
    if len(found) > 1:
        turn.say(role_lists.which_person(who, found))
    elif found:
        await roles.give_to_named(turn, found[0], role)
    else:
        await _make(turn, role, to=who)


async def _overview(turn: Turn) -> None:
    open_ones = await invitations.open_invitations(turn.desk)
    turn.say(words.overview(open_ones, turn.desk.calendars.general, turn.now))


async def ask_which_to_revoke(turn: Turn) -> None:
    open_ones = await invitations.open_invitations(turn.desk)
    turn.say(words.which_to_revoke(open_ones, turn.desk.calendars.general, turn.now))


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
        turn.say(words.REVOKED if done else words.NO_LONGER_OPEN)
    else:
        await _overview(turn)


async def _make(turn: Turn, role: Role, office: str = "", to: str = "") -> None:
    """An owner is invited to one of the offices of the sheet. `to`: who was named for it."""
    offices = turn.desk.reference.offices()
    if role is Role.OWNER and office not in offices:
        turn.say(words.ask_office(offices))
        return
    office = office if role is Role.OWNER else ""
    code = await invitations.invite(turn.desk, role, turn.person, office)
    link = turn.desk.installation.link(code) or f"/start {code}"
    ends = turn.now + invitations.INVITATION_LASTS
    until = turn.desk.calendars.general.local(ends)
    await turn.tell(turn.incoming.address, words.forward_this(role, office, to))
    await turn.tell(  # kept nowhere once it left
        turn.incoming.address, words.invitation(turn.city, role, link, until, office), expires_at=ends
    )


async def accept(turn: Turn, code: str) -> None:
    try:
        accepted = await invitations.accept_invitation(turn.desk, code, turn.person)
    except invitations.InvitationRefused:
        had = await invitations.accepted_before(turn.desk, code, turn.person)
        turn.say(role_words.accepted_already(had) if had else role_words.INVITATION_REFUSED)
        return
    except invitations.ForSomebodyElse as opened:
        turn.say(words.for_somebody_else(opened.invitation, turn.person))
        return
    if not accepted.is_new:
        turn.say(role_words.had_it_already(accepted.role, accepted.office))
        return
    turn.roles |= {accepted.role}
    turn.own_roles |= {accepted.role}
    turn.say(role_words.invitation_accepted(accepted.role, accepted.office, turn.person))
    await roles.refresh_menu(turn)
    await own_name.ask_newcomer(turn)
